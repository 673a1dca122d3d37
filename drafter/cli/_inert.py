"""Text for a terminal: what comes from pages, tables and models may only be read there, never act."""

from __future__ import annotations

import re
import sys

# Control characters (escape sequences begin with one) and the marks that turn the reading direction round.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def inert(text: str) -> str:
    """The text without characters that act on a terminal; line feeds and tabs stay."""
    return _ACTING.sub("", text)


def inert_json(text: str) -> str:
    r"""JSON that says the same with these characters written as ``\u`` and a number."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: str, *, err: bool = False) -> None:
    """Print a line, made inert, on standard output or standard error."""
    print(inert(text), file=sys.stderr if err else sys.stdout)
