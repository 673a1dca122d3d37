"""A fact in the making: where it stands and what it is worth, before ranking, merging and numbering."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.models import About, Evidence, FactKind
from drafter.profile.units import Unit


@dataclass(frozen=True, slots=True)
class Candidate:
    """The quote ``note.text[start:end]`` and the statement made of it."""

    unit: Unit
    start: int
    end: int
    statement: str
    kind: FactKind
    about: About
    subject: str | None = None
    date: str | None = None
    outdated: bool = False
    shared: str | None = None
    substance: float = 0.0
    position: int = 0
    also: tuple[Evidence, ...] = ()
