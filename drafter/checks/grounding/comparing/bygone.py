"""What is said to go on now, where the sources tell when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks.grounding.comparing import attachment
from drafter.checks.grounding.reading.tense import CLOSED, is_over
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_NOW = re.compile(
    r"\b(?:current(?:ly)?|today|at the moment|these days|presently|right now|nowadays|still|to this day|heute(?: noch)?"
    r"|derzeit|zurzeit|momentan|aktuell\w*|immer noch|noch immer|weiterhin|encore|actuel\w*|aujourd['’]hui|toujours"
    r"|en ce moment|ahora|actual(?:mente)?|hoy|todavía|aún|sigues?|attualmente|tuttora|oggi|atualmente|hoje|ainda)\b",
    re.IGNORECASE,
)
# "The firm as it is today" and "until today" say little, "what it became" tells of a change.
_CHANGED = re.compile(
    r"\b(?:used to|formerly|no longer|until|before|anymore|früher|nicht mehr|bis|autrefois|jusqu"
    r"|ne \w+ plus|antes|hasta|ya no"
    r"|former|ehemalig\w*|ancien\w*|after|since|nach|seit|depuis|desde|après|después|began|started|first"
    r"|learned|learnt)\b",
    re.IGNORECASE,
)
_DATE = r"(?:[\w./]{1,12}\s)?(?:\d{1,2}[./])?(?:19|20)\d\d"
_END = re.compile(
    rf"(?:\b(?:until|till|bis|jusqu['’]\w+|hasta|fino al?|até)\s(?:\w+\s)?{_DATE})|{CLOSED.pattern}", re.IGNORECASE
)
_OPEN = re.compile(
    rf"\b(?:since|seit|ab|depuis|desde|dal|from)\s(?:\w+\s)?{_DATE}|[–—-]\s?(?:present|today|heute)\b", re.IGNORECASE
)
# "At first … then …", and the perfect by which Spanish tells of jobs held.
_FIRST = re.compile(
    r"\b(?:at first|initially|d['’]abord|au début|zunächst|anfangs|zuerst|al principio|primero"
    r"|all['’]inizio|previously|zuvor"
    r"|auparavant|anteriormente)\b"
    r"|\b(?:he|ha) (?:trabajado|sido|ocupado|ejercido)\b",
    re.IGNORECASE,
)
_REACH = 150
_ENTRY = 600
_HALF = 0.8
_CLEAR = 0.8


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """What is "current" or goes on "still", where every sentence that says the same tells it as over."""
    text, base = claim.sentence.text, claim.sentence.start
    now = _NOW.search(text)
    if not now or not claim.covers(base + now.start(), base + now.end()) or _CHANGED.search(text):
        return
    told = [(score, window) for score, _, window in match.told if not window.fact and len(window.text) < _ENTRY]
    best = max((score for score, _ in told), default=0.0)
    if best < _CLEAR:
        return
    parts = _telling(match)
    verdicts = {_is_past(window, parts, match) for score, window in told if score >= _HALF * best}
    if verdicts == {True} or verdicts == {True, None}:
        yield base + now.start(), base + now.end(), f"the notes tell it as past, not “{now.group()}”"


def _telling(match: Match) -> list[Item]:
    own = [one for one in match.parts if match.holders(one) and fold(one.text) not in match.scope.allowed]
    return [one for one in own if one.sort in ("name", "role")] or [one for one in own if one.sort == "word"]


def _is_past(window: Window, parts: list[Item], match: Match) -> bool | None:
    """Whether a sentence tells what it has of a claim as over (``True``) or as going on (``False``)."""
    found: set[bool | None] = set()
    for piece in attachment.pieces(window):
        if not any(attachment.has(one, piece) for one in parts):
            continue
        at = window.text.find(piece.text)
        ahead = window.text[at : at + len(piece.text) + _REACH]
        marks = [(one.start(), True) for one in _END.finditer(ahead)] + [
            (one.start(), False) for one in _OPEN.finditer(ahead)
        ]
        if marks:
            found.add(min(marks)[1])
        else:
            found.add(True if _FIRST.search(piece.text) else is_over(piece.text))
    if False in found:
        return False
    return True if True in found else None
