"""A contact's name that was mistyped: the sources know somebody whose name is a slip away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from drafter.language.names import fold, looks_like_person, mentions
from drafter.models import Note

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# A slip is a letter more, less, other, or two changed round; one in so many letters, and never more than two.
_LETTERS_A_SLIP, _MOST_SLIPS = 5, 2
_MOST_TEXT = 40_000


def name_meant(contact: str, notes: Sequence[Note]) -> str | None:
    """The name as the notes write it where it is nearly ``contact``'s and none of them names ``contact`` itself."""
    wanted = fold(" ".join(contact.split()))
    most = min(_MOST_SLIPS, len(wanted) // _LETTERS_A_SLIP)
    texts = [f"{note.title or ''}\n{note.author or ''}\n{note.text[:_MOST_TEXT]}" for note in notes]
    if not most or any(True for text in texts for _ in mentions(text, contact)):
        return None
    found: Counter[str] = Counter()
    for text in texts:
        found.update(_alike(text, wanted, most))
    # The likest first, then the one named most often.
    return min(found, key=lambda name: (OSA.distance(fold(name), wanted), -found[name]), default=None)


def _alike(text: str, wanted: str, most: int) -> list[str]:
    words, found = list(_WORD.finditer(text)), []
    size = len(wanted.split())
    for at in range(len(words) - size + 1):
        name = text[words[at].start() : words[at + size - 1].end()].rstrip(".")
        if abs(len(name) - len(wanted)) > most or "\n" in name:
            continue
        if OSA.distance(fold(name), wanted, score_cutoff=most) <= most and looks_like_person(name):
            found.append(name)
    return found
