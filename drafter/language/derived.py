"""Words made from one root: "historian" and "history", and across languages "polymer" and "polimerici"."""

from __future__ import annotations

from functools import lru_cache

from drafter.language.meaning import fold
from drafter.language.word_classes import words

# What the languages of Europe write differently in words that they share.
_SPELLINGS = (("ph", "f"), ("ch", "k"), ("th", "t"), ("y", "i"), ("ck", "k"), ("qu", "k"), ("c", "k"), ("x", "ks"))
_ROOT = 5


@lru_cache(maxsize=32768)
def spelled(word: str) -> str:
    """A word with the spellings that languages differ in made the same."""
    low = fold(word)
    for written, sound in _SPELLINGS:
        low = low.replace(written, sound)
    return "".join(char for at, char in enumerate(low) if at == 0 or char != low[at - 1])


@lru_cache(maxsize=32768)
def akin(one: str, other: str) -> bool:
    """Whether two words are one root of at least five letters, with endings of the usual kinds."""
    a, b = spelled(one), spelled(other)
    shared = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    endings = words("endings") | {""}
    return any(a[at:] in endings and b[at:] in endings for at in range(shared, _ROOT - 1, -1))
