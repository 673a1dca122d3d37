"""What a name is found by."""

from __future__ import annotations

import unicodedata


def key(name: str) -> str:
    """A name without case, accents, punctuation and the order of its words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in plain).split()))
