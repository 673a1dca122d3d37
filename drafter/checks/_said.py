"""What most wording rules do: point at each phrase of a list."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks._phrases import phrases
from drafter.checks._rule import Hit
from drafter.checks._text import Text


def said(text: Text, name: str, what: str) -> Iterator[Hit]:
    """A hit at each phrase of a list; ``what`` says what is wrong with it."""
    for span in phrases(text, name):
        yield Hit(span.start, span.end, f"{what}: “{span.text}”")


def whole(text: Text, message: str) -> Hit:
    """A hit that is about an absence, so at no words in particular."""
    return Hit(0, 0, message)
