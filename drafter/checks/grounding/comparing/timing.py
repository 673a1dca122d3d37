"""Which year goes with what: the year of a claim against the years that the sources give for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks.grounding.comparing import attachment, milestones
from drafter.language import dates
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_CUT = re.compile(
    r"[,;:–—]|\s(?:and|but|so|when|while|after|before|und|aber|als|nach|vor|et|mais|quand|après|avant|y|pero|cuando|e|ma|mas"
    r"|quando)\s|\s(?=you\s)"
)
_BRACKET = 36
_ENTRY = 420
_ENOUGH = 0.7
_LEAST = 0.4


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A year that the sources do not give for what the claim says beside it, where they give another."""
    if claim.soft:
        return
    for item in match.parts:
        if not item.date or not item.date.year or item.date.decade or milestones.vouches(item, claim, match):
            continue
        if milestones.dated_above(item, match):
            continue
        beside = _beside(item, claim, match)
        if sum(match.weights[match.parts.index(one)] for one in beside) < _LEAST:
            continue
        years = _given(beside, match)
        if years and not any(dates.matches(item.date, one) or _within(item.date, one) for one in years):
            told = min(years, key=lambda one: one.year or 0)
            yield item.start, item.end, f"the notes say this of {told.text}, not of “{item.text}”"
            return


def _within(said: dates.Date, told: dates.Date) -> bool:
    """Whether a year lies in a span of years."""
    return bool(told.until and told.year and said.year and told.year <= said.year <= told.until)


def _beside(item: Item, claim: Claim, match: Match) -> list[Item]:
    """The telling parts in the same piece of the claim."""
    text, at = claim.sentence.text, item.start - claim.sentence.start
    left = max((cut.end() for cut in _CUT.finditer(text) if cut.end() <= at), default=0)
    right = min((cut.start() for cut in _CUT.finditer(text) if cut.start() >= at), default=len(text))
    return [
        one
        for one in match.parts
        if one.sort in ("name", "role", "word", "quote")
        and left <= one.start - claim.sentence.start < right
        and match.holders(one)
        and fold(one.text) not in match.scope.allowed
    ]


def _given(beside: list[Item], match: Match) -> list[dates.Date]:
    """The dates of the pieces that have (nearly) all of it, or of those next to them where they have none."""
    whole = sum(match.weights[match.parts.index(one)] for one in beside)
    windows = {at for one in beside for at in match.holders(one)}
    found: list[dates.Date] = []
    for at in windows:
        window = match.scope.evidence.windows[at]
        if not window.tight or not match.scope.is_about(window) or (len(window.text) > _ENTRY and not window.fact):
            continue
        if window.dates:
            found += _dates_of(beside, whole, window, match)
    return found


def _dates_of(beside: list[Item], whole: float, window: Window, match: Match) -> list[dates.Date]:
    pieces = attachment.pieces(window)
    found: list[dates.Date] = []
    for place, piece in enumerate(pieces):
        held = sum(match.weights[match.parts.index(one)] for one in beside if attachment.has(one, piece))
        if held < _ENOUGH * whole:
            continue
        around = pieces[max(0, place - 1) : place + 2]
        # One word in a long piece that names no date is too little to go by.
        alone = len(beside) == 1 and beside[0].sort == "word" and len(piece.text) > _BRACKET
        found += piece.dates or ([] if alone else [date for one in around for date in one.dates])
    return found
