"""Answers already paid for, kept by the digest of their request. The request itself is not kept."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

from drafter.llm._files import read_json, write_json
from drafter.settings import data_folder

_MONTH = 30 * 86_400


def digest(*parts: Any) -> str:
    """The digest that stands for a request."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


def kept_replies() -> Replies:
    """The answers in the user's data folder."""
    return Replies(data_folder() / "replies")


class Replies:
    """A folder of answers, each good for thirty days."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made at the first answer."""
        self._folder = folder
        self._flights: WeakValueDictionary[str, Any] = WeakValueDictionary()
        self._lock = Lock()

    def get(self, key: str) -> tuple[str, str] | None:
        """The answer's text and the model that gave it."""
        path = self._path(key)
        found = read_json(path)
        if not isinstance(found, dict):
            return None
        if not 0 <= time.time() - _number(found.get("time")) < _MONTH:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            return None
        text, model = found.get("text"), found.get("model")
        return (text, model) if isinstance(text, str) and isinstance(model, str) else None

    def put(self, key: str, text: str, model: str) -> None:
        """Keep an answer."""
        write_json(self._path(key), {"text": text, "model": model, "time": int(time.time())})

    def clear(self) -> int:
        """Remove every answer, for what was written about a person may stand in any; how many there were."""
        count = 0
        for path in self._folder.glob("??/*.json"):
            with suppress(OSError):
                path.unlink()
                count += 1
        return count

    @contextmanager
    def flight(self, key: str, timeout: float) -> Iterator[None]:
        """Hold back a second request with the same digest until the first is answered."""
        # The lock lives as long as somebody holds or awaits it.
        with self._lock:
            lock = self._flights.setdefault(key, Lock())
        held = lock.acquire(timeout=timeout)
        try:
            yield
        finally:
            if held:
                lock.release()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
