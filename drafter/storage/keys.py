"""What a name is found by."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode takes for letters of their own and not for a letter with an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"}
)
# How ä, ö, ü, ø, æ and å are written where the keyboard lacks them. Not at a word's end (Joe, Sue), nor before a last l
# (Michael, Samuel), where the e is a sound of its own.
_SPELLED_OUT = re.compile(r"(?:([aou])e|(a)a)(?!l?\b)")


def key(name: str) -> str:
    """A name without case, accents, punctuation and the order of its words; “Søren”, “Soren” and “Soeren” are one."""
    plain = name.casefold().translate(_PLAIN)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join(sorted(_SPELLED_OUT.sub(r"\1\2", word) for word in words))


def invitation_key(name: str) -> str:
    """Under what a received invitation is kept, so that forgetting the person finds it as well."""
    return f"invitation:{key(name)}"
