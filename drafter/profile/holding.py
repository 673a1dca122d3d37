"""A role and who holds it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.profile.roles import Held
from drafter.profile.units import Unit


@dataclass(frozen=True, slots=True)
class Holding:
    """A role and who holds it; ``name`` is ``None`` for the contact."""

    held: Held
    unit: Unit
    weight: int
    name: str | None = None
