"""Where somebody or something named has its seat: "Mira Holt in Lund" where the sources have Mira Holt in Malmö."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.language import places
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_IN = r",?\s(?:in|at|à|en|bei|zu|a|of|de)\s"
_LINK = re.compile(rf"^{_IN}$")
_TOLD = re.compile(rf"^[^.;,]{{0,12}}?{_IN}(?P<place>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)")
_ENTRY = 420


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A place right after a name, where the sources have another place right after it, and never this one."""
    for name, place in zip(match.parts, match.parts[1:], strict=False):
        between = claim.sentence.text[name.end - claim.sentence.start : place.start - claim.sentence.start]
        if claim.soft or name.sort != "name" or not _LINK.match(between) or not place.text[:1].isupper():
            continue
        if fold(name.text) in match.scope.allowed or not match.holders(place):
            continue
        told = _places(name, match)
        near = any(_near(name, place, window.text) for window in _windows(name, match))
        if told and not near and not any(fold(place.text) in fold(one) or _same(one, place.text) for one in told):
            yield place.start, place.end, f"the notes have {name.text} in {told[0]}, not in “{place.text}”"
            return


def _windows(name: Item, match: Match) -> list[Window]:
    windows = (match.scope.evidence.windows[at] for at in match.holders(name))
    return [
        one for one in windows if one.tight and not one.fact and match.scope.is_about(one) and len(one.text) < _ENTRY
    ]


def _places(name: Item, match: Match) -> list[str]:
    """What stands as a place right after a name."""
    last = re.escape(name.text.split()[-1])
    found = []
    for window in _windows(name, match):
        for one in re.finditer(rf"\b{last}\b", window.text):
            after = _TOLD.match(window.text[one.end() :])
            if after:
                found.append(after["place"])
    return found


def _near(name: Item, place: Item, text: str) -> bool:
    return fold(place.text) in fold(text)


def _same(one: str, other: str) -> bool:
    return not places.town(one).isdisjoint(places.town(other)) or bool(places.regions(one) & places.regions(other))
