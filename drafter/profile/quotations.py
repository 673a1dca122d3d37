"""Which sentences stand inside quotation marks, and who is said to speak them."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.language.names import looks_like_person
from drafter.profile.units import Unit

_MARKS = re.compile(r"[“”„«»「」『』\"]")
_CLOSES = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}
_SAID = (
    r"(?:said|says|say|added|adds|explained|explains|told|tells|commented|comments|noted|notes|stated|states|remarked|recalls|"
    r"sagte?|erklärte?|betonte?|meinte?|so|ergänzte?|a déclaré|déclare|explique|ajoute|souligne|a dit|dit|dijo|afirmó|afirma|"
    r"explicó|explica|señaló|señala|añadió|ha detto|dice|afferma|spiega|disse|diz|afirmou|explicou|zei|zegt|aldus)"
)
_NAME = r"((?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)(?:\s(?:[A-Z]\.|von|van|de|der|den|di|da|la|del|[A-ZÀ-Þ][\w'’-]+)){1,3})"
_BEFORE = re.compile(
    rf"{_NAME}(?:,[^“”„«»\"]{{0,120}}?,|\s\([^)]{{1,40}}\))?,?\s+(?:\w+\s){{0,2}}?{_SAID}\b[^“”„«»\".]{{0,60}}?[:,]?\s*[“„«»\"]"
)
_BEFORE_LAST = re.compile(rf"{_NAME}[^“”„«»\".]{{0,60}}?\b{_SAID}\b[^“”„«»\".]{{0,60}}?[:,]\s*[“„«»\"]")
_AFTER = re.compile(
    rf"[”“«»\"],?\s*{_SAID}\s+(?:[\w'’-]+\s+){{0,6}}?,?\s*{_NAME}|[”“«»\"],?\s*{_NAME}\s+{_SAID}\b|[”“«»\"]\s*[–—-]\s*{_NAME}"
)


def spoken(units: Sequence[Unit]) -> dict[int, str | None]:
    """Position of each unit that begins inside a quotation, or holds one → the speaker, where one is named."""
    found: dict[int, str | None] = {}
    closing, speaker, block = "", None, -1
    for index, unit in enumerate(units):
        if unit.kind in ("data", "heading", "title"):
            closing = ""
            continue
        if unit.block != block and closing and unit.text[:1] not in _CLOSES:
            closing = ""
        if unit.block != block and closing:
            closing = ""  # each paragraph of a long quotation opens it again
        elif unit.block != block:
            speaker = None
        block = unit.block
        if not closing and not _MARKS.search(unit.text):
            continue
        named = _speaker(unit.text)
        speaker = named or speaker
        found[index] = speaker
        closing = _left_open(unit.text, closing)
    return found


def _speaker(text: str) -> str | None:
    for pattern in (_BEFORE, _BEFORE_LAST, _AFTER):
        for match in pattern.finditer(text):
            name = next((group for group in match.groups() if group), "")
            if looks_like_person(name):
                return " ".join(name.split())
    return None


def _left_open(text: str, closing: str) -> str:
    """The marks that would close what is still open at the end of a text."""
    for mark in _MARKS.finditer(text):
        closing = ("" if mark.group() in closing else closing) if closing else _CLOSES.get(mark.group(), "")
    return closing


def opens_itself(text: str) -> bool:
    """Whether the first quotation mark of a text opens a quotation, so that the text begins outside of one."""
    first = _MARKS.search(text)
    return first is not None and first.group() in '“„«「『"'
