"""What most wording rules do: point at each phrase of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._phrases import phrases
from drafter.checks._rule import Hit
from drafter.checks._text import Text


def said(text: Text, name: str, what: str) -> Iterator[Hit]:
    """A hit at each phrase of a list; ``what`` says what is wrong with it. A title's words are nobody's tone."""
    for span in phrases(text, name):
        if not _in_title(text.text, span.start, span.end):
            yield Hit(span.start, span.end, f"{what}: “{span.text}”")


_TITLE_BEFORE = re.compile(r"[a-z,] (?:[A-Z][\w'’-]* ){0,4}$")
_TITLE_AFTER = re.compile(r" (?:(?:of|for|the|and|in|to|a|on) ){0,2}[A-Z][a-z]")


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether a phrase is part of a name or title inside a sentence, as in "your book Desperate Measures"."""
    words = text[start:end].split()
    if not all(word[0].isupper() and not word.isupper() for word in words):
        return False
    before = text[max(0, start - 60) : start]
    return bool(_TITLE_BEFORE.search(before)) and bool(
        _TITLE_AFTER.match(text, end) or re.search(r"[A-Z][\w'’-]* $", before)
    )


def whole(text: Text, message: str) -> Hit:
    """A hit that is about an absence, so at no words in particular."""
    return Hit(0, 0, message)
