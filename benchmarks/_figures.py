"""The figures that a benchmark hands to the page of results, beside what it prints."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "DRAFTER_BENCHMARK_FIGURES"
"""Names the file that takes the figures, one JSON object a line; without it they are only printed."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: ours, a peer's where there is one, and what we aim at (of the ratio, or of ours)."""

    what: str
    ours: float
    unit: str
    peer: str | None = None
    theirs: float | None = None
    aim: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours as a multiple of the peer's."""
        return self.ours / self.theirs if self.theirs else None


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a curve: ``y`` at size ``x``."""

    curve: str
    line: str
    x: float
    y: float
    unit: str


@dataclass(frozen=True, slots=True)
class Cost:
    """One of the largest costs of a path, and its share of the path's processor time."""

    path: str
    where: str
    share: float


Kept = Figure | Point | Cost


def keep(found: Kept) -> None:
    """Hand it to the page of results."""
    if target := os.environ.get(FILE):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"kind": type(found).__name__, **asdict(found)}) + "\n")


def read(text: str) -> list[Kept]:
    """What :func:`keep` wrote."""
    kinds = {kind.__name__: kind for kind in (Figure, Point, Cost)}
    found = []
    for line in text.splitlines():
        values = json.loads(line)
        found.append(kinds[values.pop("kind")](**values))
    return found
