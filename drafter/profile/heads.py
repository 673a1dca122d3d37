"""The head words of roles in a text: whether there is one, and where the first and the last stand."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.quick import Quick
from drafter.profile import semitic
from drafter.profile._role_words import COMPOUND_ENDING, COMPOUND_HEADS, HEAD_ENDING, HEADS, JAPANESE_HEADS

_HEAD = Quick(HEADS, ending=HEAD_ENDING)
_COMPOUND = Quick(COMPOUND_HEADS, within=True, ending=COMPOUND_ENDING)
_JAPANESE = Quick(JAPANESE_HEADS.lower(), within=True)


@lru_cache(maxsize=4096)
def has_role(text: str) -> bool:
    """Whether the text names a role."""
    if _HEAD.found_in(text) or _COMPOUND.found_in(text):
        return True
    return not text.isascii() and (_JAPANESE.found_in(text) or semitic.has_role(text))


def head_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first head word between the offsets."""
    word, compound = _HEAD.search(text, start, end), _COMPOUND.search(text, start, end)
    return min((found for found in (word, compound) if found), key=lambda found: found.start(), default=None)


def first_head(text: str) -> int | None:
    """Where the first head word of a role begins."""
    found = head_in(text, 0, len(text))
    return found.start() if found else None


def last_head(text: str) -> int | None:
    """Where the last head word of a role begins."""
    found, at = None, 0
    while head := head_in(text, at, len(text)):
        found, at = head.start(), head.end()
    return found
