"""How much a unit says."""

from __future__ import annotations

import re

from drafter.language.quick import Quick
from drafter.profile.chrome import CALL, is_chrome
from drafter.profile.heads import has_role
from drafter.profile.kinds import tells_a_deed
from drafter.profile.units import Unit

YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_NUMBER = re.compile(
    r"(?<![\w])\d[\d.,\u00a0 ]*\d|\b\d+\b|\d+\s?(?:%|percent|prozent|pour cent|por ciento)", re.IGNORECASE
)
_NO_LETTERS = re.compile(r"[\W\d_]+")
_PROPER = re.compile(r"(?<=[\w,;:’'] )[\"“„«(]?[A-ZÀ-Þ][\w'’&.-]*")
_ACRONYM = re.compile(r"\b[A-Z]{2,}[\w+-]*\b")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_VAGUE = Quick(
    r"our (?:mission|goal|vision|values?|passion)|we believe|we strive|we aim|we are committed|we are "
    r"proud|we are excited|passionate about|dedicated to|world-class|"
    r"state-of-the-art|cutting[- ]edge|innovative solutions|wir glauben|wir freuen|unser ziel|nous croyons|"
    r"notre mission|nuestra misión|creemos",
    ending=r"(?!\w)",
)


def _asks(text: str) -> bool:
    """Whether a text is a question that states nothing by the way."""
    return text.endswith(("?", "？")) and not (len(text) > 80 and _NUMBER.search(text))


def substance(unit: Unit) -> float:
    """How much a unit says, from 0 (nothing) to about 6: years, numbers, names, deeds, roles."""
    text = unit.text
    letters = len(_NO_LETTERS.sub("", text))
    if letters < 5 or is_chrome(text) or CALL.match(text) or _asks(text):
        return 0.0
    dated = bool(YEAR.search(text))
    if letters < len(text) * 0.5 and not dated:
        return 0.0
    points = 1.5 * dated + 0.7 * bool(_NUMBER.search(YEAR.sub("", text) if dated else text))
    points += min(1.5, 0.3 * len(_PROPER.findall(text)) + 0.3 * len(_ACRONYM.findall(text)))
    points += 1.0 * tells_a_deed(text) + (0.8 if unit.line else 0.4) * has_role(text) - 1.2 * _VAGUE.found_in(text)
    if not text.isascii() and _CJK.search(text):
        points += 0.5
    points += min(0.6, len(text) / 250) + (0.0 if unit.line else 0.2)
    return max(0.0, points - 1.2 * CALL.found_in(text))
