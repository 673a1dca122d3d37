"""What a name is found by."""

from __future__ import annotations

import unicodedata


def key(name: str) -> str:
    """A name without case, accents, punctuation and the order of its words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted("".join(c if c.isalnum() else " " for c in plain).split()))


def invitation_key(name: str) -> str:
    """Under what a received invitation is kept, so that forgetting the person finds it as well."""
    return f"invitation:{key(name)}"
