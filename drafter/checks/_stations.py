"""Where somebody is said to be now: an employer or a town that the sources tell of the past only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._attachment import has, pieces
from drafter.checks._extent import BYGONE, PRESENT
from drafter.checks._tense import CLOSED, goes_on, is_over
from drafter.checks._wording import PAST
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks._claims import Claim
    from drafter.checks._item import Item
    from drafter.checks._matching import Match
    from drafter.checks._sources import Window

_NOW = re.compile(r"\b(?:heute|jetzt|now|today|aujourd'hui|maintenant|ahora|hoy)\b", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|in|for|bei|im|am|an der|für|chez|à|au|en)\s(?:the\s|der\s|la\s|el\s)?$", re.IGNORECASE)
_CLOSE = 45
_SHORT = 140


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A place said to be the reader's now of which every sentence says that it is over."""
    text, base = claim.sentence.text, claim.sentence.start
    if PAST.search(text):
        return
    at = _present(text)
    if at is None:
        return
    for item in match.parts:
        place = item.start - base
        near = abs(place - at) < _CLOSE
        if item.sort != "name" or not near or not _AT.search(text[:place]) or fold(item.text) in match.scope.allowed:
            continue
        told = [
            over
            for window in (match.scope.evidence.windows[one] for one in match.holders(item))
            if window.tight and not window.fact and match.scope.is_about(window)
            for over in _standing(item, window)
        ]
        if told and all(told):
            yield item.start, item.end, f"the notes tell “{item.text}” as past"
            return


def _present(text: str) -> int | None:
    """Where a claim speaks of what the reader does or where they are now."""
    now = _NOW.search(text)
    if now:
        return now.start()
    for pattern in PRESENT:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            verb = groups.get("verb") or groups.get("verb2") or ""
            if verb not in BYGONE - {"write"} and not verb.endswith("ed"):
                return found.start()
    return None


def _standing(item: Item, window: Window) -> Iterator[bool]:
    """For each piece of a sentence with the place, whether it is clearly over."""
    if CLOSED.search(window.text) and len(window.text) < _SHORT and not goes_on(window.text):
        yield True
        return
    for piece in pieces(window):
        if has(item, piece):
            yield is_over(piece.text) is True
