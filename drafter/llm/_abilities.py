"""What a server was found to be able to do, remembered so that nothing is tried in vain twice."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from drafter.llm._files import read_json, write_json

Rung = Literal["json_schema", "json_object", "prompt"]
LADDER: tuple[Rung, ...] = ("json_schema", "json_object", "prompt")
# Parameters that some server rejects and that a request can do without.
OPTIONAL = ("max_tokens", "stream_options", "temperature", "seed", "prompt_cache_key")
_WEEK = 7 * 86_400
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Abilities:
    """How to ask: the rung of the ladder for structured output, and the parameters to leave out."""

    rung: Rung = "json_schema"
    without: frozenset[str] = frozenset()

    def lower(self) -> Abilities | None:
        """One rung down, or ``None`` at the lowest."""
        at = LADDER.index(self.rung)
        return replace(self, rung=LADDER[at + 1]) if at + 1 < len(LADDER) else None

    def after_rejection(self, said: str, sent: set[str]) -> Abilities | None:
        """How to ask a server that rejected the request with these words; ``None`` when nothing is left to change."""
        for name in OPTIONAL:
            if name in sent and name not in self.without and re.search(rf"\b{name}\b", said):
                return replace(self, without=self.without | {name})
        return self.lower()


class Memory:
    """The abilities of one server and model, kept in a small file for a week: servers are upgraded."""

    def __init__(self, path: Path, key: str) -> None:
        """Take the file, shared by all servers, and what names this one."""
        self._path = path
        self._key = key
        self._known: Abilities | None = None

    def recall(self) -> Abilities:
        """What is known; the best is assumed of a new server."""
        if self._known is None:
            self._known = _from_json(_rows(self._path).get(self._key)) or Abilities()
        return self._known

    def learn(self, abilities: Abilities) -> None:
        """Keep what worked."""
        if abilities == self.recall():
            return
        self._known = abilities
        with _LOCK:
            rows = _rows(self._path)
            rows[self._key] = {
                "rung": abilities.rung,
                "without": sorted(abilities.without),
                "learned": int(time.time()),
            }
            write_json(self._path, rows)


def _rows(path: Path) -> dict[str, Any]:
    found = read_json(path)
    return found if isinstance(found, dict) else {}


def _from_json(row: Any) -> Abilities | None:
    try:
        fresh = 0 <= time.time() - row["learned"] < _WEEK
        rung, without = row["rung"], frozenset(map(str, row["without"]))
    except (TypeError, KeyError):
        return None
    return Abilities(rung, without) if fresh and rung in LADDER else None
