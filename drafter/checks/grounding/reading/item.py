"""A part of a claim that can be held against the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from drafter.language import dates, numbers

Sort = Literal["name", "role", "quote", "number", "date", "word", "relation"]


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a claim at ``[start, end)``; each of ``parts`` must be met by one of its terms."""

    start: int
    end: int
    text: str
    sort: Sort
    parts: tuple[tuple[str, ...], ...] = ()
    number: numbers.Number | None = None
    date: dates.Date | None = None
