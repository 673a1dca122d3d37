"""Quotes and where they stand.

Exact after evening out white space, quotation marks, dashes, ligatures and soft hyphens.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_EVEN = {
    **dict.fromkeys("‘’‚‛′ʼ´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evened:
    """A text in the form quotes are compared in; ``at[i]`` is where its i-th character came from."""

    text: str
    at: tuple[int, ...]


@lru_cache(maxsize=32)
def even(text: str) -> Evened:
    """The text evened out for comparison."""
    characters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char in _INVISIBLE:
            continue
        piece = " " if char.isspace() else _EVEN.get(char) or unicodedata.normalize("NFC", char)
        if piece == " " and characters and characters[-1] == " ":
            continue
        for part in piece:
            characters.append(part)
            places.append(place)
    return Evened("".join(characters), tuple(places))


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, or ``None``; the words must be the same, marks and spaces may differ."""
    exact = text.find(quote)
    if quote.strip() and exact >= 0:
        return exact, exact + len(quote)
    wanted = even(unicodedata.normalize("NFC", quote)).text.strip()
    if not wanted:
        return None
    within = even(text)
    found = within.text.find(wanted)
    if found < 0:
        return None
    return within.at[found], within.at[found + len(wanted) - 1] + 1
