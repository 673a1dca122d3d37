"""How long something went on: the years of a claim against the years, or the dates, told of the very same thing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks.grounding.comparing import attachment
from drafter.language import dates
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_YEARS = re.compile(r"[\s-]*(?:[^\W\d_]+\s)?(?:years?|jahren?|ans|années|años|anni|anos)\b", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:a|one|ein|einem|un|une|un|una|um)\s(?:[^\W\d_]+\s)?(?:year|jahr|an|année|año|anno|ano)\b", re.IGNORECASE
)
# "Five years ago", "five years after", "five years old" count from something else.
_ELSEWHERE = re.compile(
    r"^[\s,]*(?:ago|after|before|later|earlier|old|younger|nach|vor|später|alt|après|avant|plus tard"
    r"|después|antes|más tarde)\b",
    re.IGNORECASE,
)
_COUNTED_BACK = re.compile(r"\b(?:vor|il y a|hace|nach|after|every|each|within)\s(?:\w+\s)?$", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:more than|over|above|at least|mehr als|über|mindestens|plus de|au moins|más de|al menos)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|seit|depuis|desde hace|während|pendant|durante)\s(?:[^\W\d_]+\s){0,2}$", re.IGNORECASE)
_BEGUN = re.compile(r"\b(?:since|joined|started|began|became|seit|ab|depuis|rejoint|desde|entró|dal)\b", re.IGNORECASE)
_STOP = re.compile(
    r"[,;:.!?–—]|\s(?:and|but|which|that|und|aber|die|das|et|mais|qui|y|pero|que|before|bevor|avant|antes)\s"
)
_TO = re.compile(r"\s?(?:[–—-]|to|until|bis|à|au|al?|hasta)\s?")
_MOST = 2
_LONGEST = 80
_GRACE = 6
_ENTRY = 420


def faults(claim: Claim, match: Match, context: Context) -> Iterator[tuple[int, int, str]]:
    """A number of years where all that is told of the same thing makes another number."""
    text, base = claim.sentence.text, claim.sentence.start
    for item in match.parts if not claim.soft else ():
        after = text[item.end - base :]
        span = _YEARS.match(after)
        if item.number is None or not span or not 0 < item.number.value <= _LONGEST or item.number.unit != "plain":
            continue
        before = text[: item.start - base]
        if _ELSEWHERE.match(after[span.end() :]) or _COUNTED_BACK.search(before):
            continue
        things = _things(item, item.end + span.end(), before, claim, match)
        told = _told(things, match, context) if things else []
        more = bool(_MORE.search(before))
        if told and not any(_fits(item.number.value, one, more) for one in told):
            yield item.start, item.end, f"the notes have other years for {things[0].text} than “{item.text}”"
            return


def _things(item: Item, at: int, before: str, claim: Claim, match: Match) -> list[Item]:
    """What the years are told of: what follows them, else what stands before a "for"."""
    text, base = claim.sentence.text, claim.sentence.start
    stop = _STOP.search(text, at - base)
    # Years spent "in A and B" are those of both.
    if stop and stop.group().strip() in ("and", "und", "et", "y") and text[stop.end() : stop.end() + 1].isupper():
        return []
    end = stop.start() if stop else len(text)
    first = 0
    for cut in _STOP.finditer(before):
        first = cut.end()
    told = [one for one in match.parts if at <= one.start < base + end]
    if not told and _FOR.search(_MORE.sub("", before)):
        told = [one for one in match.parts if base + first <= one.start < item.start]
    own = [
        one
        for one in told
        if one.sort in ("name", "role", "word") and match.holders(one) and fold(one.text) not in match.scope.allowed
    ]
    named = any(one.sort in ("name", "role") or one.text[:1].isupper() for one in own) or len(own) > 1
    return own[:_MOST] if named else []


Told = tuple[float, float]


def _told(things: list[Item], match: Match, context: Context) -> list[Told]:
    """The least and the most years that each piece about all of these things tells."""
    found: list[Told] = []
    windows = match.scope.evidence.windows
    for at in sorted(set.intersection(*map(match.holders, things))):
        window = windows[at]
        if window.tight and not window.fact and match.scope.is_about(window) and len(window.text) < _ENTRY:
            having = [one for one in attachment.pieces(window) if all(attachment.has(thing, one) for thing in things)]
            told = [years for piece in having for years in _years(piece, match, context)]
            # The dates of a station may stand apart from it, as on a line of a CV.
            found += told or (_years(window, match, context) if having and len(window.dates) <= _MOST else [])
    return found


def _years(piece: Window, match: Match, context: Context) -> list[Told]:
    counted = [one.value for one in piece.numbers if one.value <= _LONGEST and _YEARS.match(piece.text, one.end)]
    counted += [1.0] if _ONE.search(piece.text) else []
    if counted:
        return [(one, one) for one in counted]
    spans = [float(date.until - date.year) for date in piece.dates if date.until and date.year]
    for one, other in itertools.pairwise(piece.dates):
        if one.year and other.year and _TO.fullmatch(piece.text[one.end : other.start]):
            spans.append(float(other.year - one.year))
    if spans:
        return [(max(one - 1, 0), one + 1) for one in spans]
    begun = [date.year for date in piece.dates if date.year and not date.decade]
    if len(begun) == 1 and _BEGUN.search(piece.text):
        if context.today:
            return [(0, context.today.year - begun[0] + 1)]
        latest = max(dates.years(piece.text), default=begun[0])
        told = (year for one in match.scope.evidence.figured for year in dates.years(one.text))
        return [(0, max((latest, *told)) + _GRACE - begun[0])]
    return []


def _fits(said: float, told: Told, more: bool) -> bool:
    least, most = told
    return least <= said <= most or (more and least >= said and least <= 2 * said)
