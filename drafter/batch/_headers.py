"""What columns are called, in many languages; the words stand in ``data/headers.toml``."""

from __future__ import annotations

import re
import tomllib
import unicodedata

from drafter.resources import resource

HEADERS: dict[str, str] = tomllib.loads(resource("data", "headers.toml").read_text(encoding="utf-8"))
"""Field → what its column is called, separated by semicolons."""


HONORIFICS = frozenset({"title", "titel", "titre", "titulo", "titolo", "tittel"})
"""Headers that mean a form of address (Dr., Mrs.) where another column holds the job title."""

_NUMBERED = re.compile(r"\s\d+$")


def plain(header: str) -> str:
    """A header without case, accents, punctuation and a closing number."""
    text = unicodedata.normalize(
        "NFKD", header.strip().casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    )
    bare = "".join(char for char in text if not unicodedata.combining(char))
    words = " ".join("".join(char if char.isalnum() else " " for char in unicodedata.normalize("NFC", bare)).split())
    return _NUMBERED.sub("", words)


def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for field, text in HEADERS.items():
        for header in text.split(";"):
            found.setdefault(plain(header), field)
    return found


KNOWN = _index()
FIELDS = tuple(HEADERS)
