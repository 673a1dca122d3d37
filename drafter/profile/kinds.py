"""What kind of fact a unit holds: by the heading above a line, by the words of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.quick import Quick
from drafter.models import FactKind
from drafter.profile._kind_words import DEEDS, DEEDS_EASTERN, HEADINGS, KINDS, SAID, SAID_EASTERN
from drafter.profile.heads import has_role
from drafter.profile.units import Unit

_KINDS = tuple((kind, Quick(latin)) for kind, latin, _ in KINDS)
_EASTERN_KINDS = tuple((kind, Quick(eastern, within=True)) for kind, _, eastern in KINDS)
_HEADINGS = tuple((kind, Quick(words, within=True)) for kind, words in HEADINGS)
_PRIZE = Quick(r"preis(?:e|es|träger\w*)?(?!\w)", within=True)
_SAID, _SAID_EASTERN = Quick(SAID), Quick(SAID_EASTERN, within=True)
_DEED, _EASTERN_DEED = Quick(DEEDS, ending=r"(?!\w)"), Quick(DEEDS_EASTERN, within=True)
_QUOTED = re.compile(r"[\"“„«「『][^\"“”„«»「」]{15,}")
_BEING = re.compile(
    r"\b(?:am|is|['’]m|as an?|as the|was|serves|appointed|became|ist|bin|als|wurde|suis|est|comme|soy|es|como)\b|"
    r"は|أعمل|يعمل|تعمل|أشغل|يشغل|אני|עובד|מכהן"
)
_HOLDS = Quick(
    r"leads (?:the|an?|our|its)\b|(?:i|we|they) (?:now |currently )?lead (?:the|an?|our|its)\b|"
    r"heads? (?:the|up)\b|directs the|runs the|manages (?:the|an?)\b|in charge of|"
    r"responsible for|"
    r"leitet\b|leite\b|verantwort(?:et|lich)|dirige\b|pilote\b|encargad[oa] de|lidera\b|joined .{2,60} as\b|"
    r"worked as|"
    r"works as|served as|serves as|appointed|promoted to|arbeitet\w* als|travaill\w+ comme|trabaj\w+ como"
)


_APPOINTED = Quick(r"appointed|promoted to|ernannt zu[rm]|nommée? (?:au poste|à la)|nombrad[oa] (?:como|para)")


def kind_of(unit: Unit) -> FactKind:
    """The kind of fact: lines by the heading above them, sentences by their words."""
    heading = kind_by_heading(unit.heading) if unit.heading else None
    words = _by_words(unit.text)
    if heading and (unit.line or unit.kind in ("item", "row") or words is None):
        return words if words in ("award", "talk", "education") else heading
    if words == "education" and _APPOINTED.found_in(unit.text):
        return "role"  # "appointed Harbour Master" is no degree
    if words in ("award", "education", "talk"):
        return words
    if _QUOTED.search(unit.text) and _speaks(unit.text):
        return "opinion"
    if _states_role(unit):
        return "role"
    if words is not None:
        return words
    if _speaks(unit.text):
        return "opinion"
    return "work" if tells_a_deed(unit.text) else "other"


@lru_cache(maxsize=256)
def kind_by_heading(heading: str) -> FactKind | None:
    """The kind of what stands under a heading, or in a list of this name."""
    return next((kind for kind, words in _HEADINGS if words.found_in(heading)), None)


def _by_words(text: str) -> FactKind | None:
    if _PRIZE.found_in(text):
        return "award"
    found = next((kind for kind, words in _KINDS if words.found_in(text)), None)
    if found is None and not text.isascii():
        return next((kind for kind, words in _EASTERN_KINDS if words.found_in(text)), None)
    return found


def _speaks(text: str) -> bool:
    return _SAID.found_in(text) or (not text.isascii() and _SAID_EASTERN.found_in(text))


def _states_role(unit: Unit) -> bool:
    if len(unit.text) >= 250:
        return False
    if _HOLDS.found_in(unit.text):
        return True
    return has_role(unit.text) and (unit.line or bool(_BEING.search(unit.text)))


@lru_cache(maxsize=2048)
def tells_a_deed(text: str) -> bool:
    """Whether the text tells what somebody did or does."""
    return _DEED.found_in(text) or (not text.isascii() and _EASTERN_DEED.found_in(text))
