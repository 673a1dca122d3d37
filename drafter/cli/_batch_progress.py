"""What is seen of a run while it goes on: one line on standard error, or JSON lines for scripts."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from rich.console import Console
from rich.text import Text

from drafter.cli._inert import inert_json
from drafter.cli._terminal import Terminal
from drafter.errors import InputError

_WINDOW = 30.0


class Progress:
    """Hears a run's events and shows rate, time left, cost so far and verdicts."""

    def __init__(self, total: int, *, events: TextIO | None = None, console: Console | None = None) -> None:
        """Watch a run over ``total`` rows; ``events`` takes a JSON object a line."""
        self._total = total
        self._events = events
        self._console = console or Terminal(stderr=True, highlight=False)
        self._status: Any = None
        self._ended: deque[float] = deque()
        self._states: Counter[str] = Counter()
        self._verdicts: Counter[str] = Counter()
        self._spent = 0.0
        self._shown = 0.0

    def __enter__(self) -> Self:
        self._emit({"event": "started", "rows": self._total})
        if self._console.is_terminal and self._total:
            self._status = self._console.status(f"0 of {self._total}")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()

    def __call__(self, event: dict[str, Any]) -> None:
        """Take one event of the run."""
        self._emit(event)
        if event["event"] == "stopping":
            self._console.print("stopping: calls under way are finished; Ctrl-C again leaves at once", markup=False)
        elif event["event"] == "waiting":
            told = f"{event['reason'] or 'the server is away'}; trying again in {event['seconds']} s"
            self._console.print(told, markup=False, soft_wrap=True)
        elif event["event"] == "row":
            self._count(event)

    def ended(self, states: dict[str, int], stopped: str | None, *, seconds: float) -> None:
        """Tell how the run ended."""
        self._emit({"event": "ended", "states": states, "stopped": stopped, "seconds": round(seconds, 3)})

    def line(self) -> str:
        """Where the run stands, in one line."""
        done = sum(self._states.values())
        parts = [f"{done} of {self._total}"]
        rate = self._rate()
        if rate:
            parts.append(f"{rate * 60:.0f} a minute")
            parts.append(f"{_minutes((self._total - done) / rate)} left")
        if self._spent:
            parts.append(f"${self._spent:.4f} so far")
        names = {"pass": "clean", "warn": "with warnings", "fail": "with errors"}
        parts += [f"{self._verdicts[verdict]} {name}" for verdict, name in names.items() if self._verdicts[verdict]]
        parts += [f"{self._states[state]} {state}" for state in ("needs", "failed") if self._states[state]]
        return " · ".join(parts)

    def _count(self, event: dict[str, Any]) -> None:
        now = time.monotonic()
        self._ended.append(now)
        self._states[event["state"]] += 1
        if event.get("verdict"):
            self._verdicts[event["verdict"]] += 1
        self._spent = event.get("spent_usd", 0.0)
        if now - self._shown > 0.2:
            self._shown = now
            if self._status:
                self._status.update(Text(self.line()))

    def _rate(self) -> float:
        while self._ended and self._ended[-1] - self._ended[0] > _WINDOW:
            self._ended.popleft()
        span = self._ended[-1] - self._ended[0] if len(self._ended) > 1 else 0.0
        return (len(self._ended) - 1) / span if span > 0 else 0.0

    def _emit(self, event: dict[str, Any]) -> None:
        if self._events:
            self._events.write(inert_json(json.dumps(event, ensure_ascii=False)) + "\n")
            self._events.flush()


@contextmanager
def event_stream(target: str | None) -> Iterator[TextIO | None]:
    """Where events go: a file (added to), ``-`` for standard output, or nowhere."""
    if target is None:
        yield None
    elif target == "-":
        yield sys.stdout
    else:
        try:
            file = Path(target).open("a", encoding="utf-8")  # noqa: SIM115 - closed below
        except OSError as error:
            raise InputError(f"cannot write events to {target}: {error.strerror}; choose another --events") from error
        with file:
            yield file


def _minutes(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
