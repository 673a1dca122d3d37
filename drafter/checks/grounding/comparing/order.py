"""What came first and who followed whom: a claim that turns round the order the sources tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks.grounding.comparing import attachment, periods
from drafter.checks.grounding.reading.tense import is_over
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_LATER = r"\b(?:before|prior to|vor|bevor|avant|antes de|prima d[ie])\b"
_EARLIER = r"\b(?:after|following|since leaving|nach|nachdem|après|después de|tras|depois de|dopo)\b"
_CUE = re.compile(rf"(?P<later>{_LATER})|(?P<earlier>{_EARLIER})", re.IGNORECASE)
# From one to another: "from A to B", "left A for B", "left A to run B".
_WAY = re.compile(
    r"\b(?:from|left|leaving|quit|von|vom|verließen|quitté|dejó|lasciato)\s(?P<a>[^,.;]{2,50}?)\s"
    r"(?:to(?: (?:run|join|lead|work at|work for|become|start|open))?|for|into|nach|zu[mr]?|pour|à|para|per|a)\s"
    r"(?P<b>[^,.;]{2,50})",
    re.IGNORECASE,
)
# "to B from A".
_BACK = re.compile(
    r"\b(?:(?:came|come|coming|moved|went|switched)\s(?:\w+\s)?to|joined)\s(?P<b>[^,.;]{2,50}?)\sfrom\s(?P<a>[^,.;]{2,50})",
    re.IGNORECASE,
)
_REACH = 48
_ENTRY = 420
_SUCCEED = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|(?:takes?|took|taking) over from|follow(?:s|ed)|sucede"
    r"|sucedió|succède|succédé|remplac\w+|sustituy\w+|reemplaz\w+|subentra\w*|sostitui\w+|substitui\w*|löst\w*|folgt\w*)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s(?:\w+\s)?(?:by|par|por|von|da)\b")


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """Two things told in the other order, or a successor told as the one before."""
    if claim.soft:
        return
    for first, then in (*_said_by_cue(claim, match), *_said_by_way(claim, match)):
        if "word" == first.sort == then.sort:
            continue
        if _order(first, then, match) == -1 and _order(then, first, match) != -1:
            yield first.start, first.end, f"the notes have “{then.text}” before “{first.text}”"
            return
    yield from _succession(claim, match)


def _telling(items: list[Item], match: Match) -> list[Item]:
    """The parts that can be put in an order: names and roles, else rare words; nobody's own name."""
    own = [item for item in items if item.sort in ("name", "role") and match.holders(item)]
    if own:
        return own[:2]
    return [item for item in items if item.sort == "word" and match.holders(item)][:2]


def _said_by_cue(claim: Claim, match: Match) -> Iterator[tuple[Item, Item]]:
    """Pairs of what a claim puts first and what after it, by "before" and "after"."""
    text, base = claim.sentence.text, claim.sentence.start
    for cue in _CUE.finditer(text):
        stop = re.search(r"[,;.]|\b(?:you|Sie|vous|usted)\b", text[cue.end() : cue.end() + _REACH])
        end = cue.end() + (stop.start() if stop else _REACH)
        if stop and not stop.group().strip(",;.") and end - cue.end() < 3:
            continue
        # "nach Weilburg" is a way, no time.
        if cue.group() == "nach" and text[cue.end() + 1 : cue.end() + 2].isupper():
            continue
        beside = [item for item in match.parts if cue.end() <= item.start - base < end]
        rest = [item for item in match.parts if not cue.start() <= item.start - base < end]
        for one in _telling(beside, match):
            for other in _telling(rest, match):
                yield (other, one) if cue["later"] else (one, other)


def _said_by_way(claim: Claim, match: Match) -> Iterator[tuple[Item, Item]]:
    """Pairs by "from A to B"."""
    base = claim.sentence.start
    for way in (*_WAY.finditer(claim.sentence.text), *_BACK.finditer(claim.sentence.text)):
        first = [item for item in match.parts if way.start("a") <= item.start - base < way.end("a")]
        then = [item for item in match.parts if way.start("b") <= item.start - base < way.end("b")]
        for one in _telling(first, match):
            for other in _telling(then, match):
                yield one, other


def _order(first: Item, then: Item, match: Match) -> int:
    """1 if the sources have them in this order, -1 if they have it the other way round, 0 if they do not tell."""
    windows = match.scope.evidence.windows
    ones = [windows[at] for at in match.holders(first)]
    others = [windows[at] for at in match.holders(then)]
    for window in ones:
        if window.tight and len(window.text) < _ENTRY and window in others:
            told = _in_sentence(first, then, window)
            if told:
                return told
    one, other = _years(first, ones, match), _years(then, others, match)
    if one and other and one != other and (one[1] <= other[0] or other[1] <= one[0]):
        return 1 if one[1] <= other[0] else -1
    past, going = _standing(first, ones, match), _standing(then, others, match)
    return 0 if past == going or None in (past, going) else 1 if past else -1


def _in_sentence(first: Item, then: Item, window: Window) -> int:
    """What a "before" or "after" in one sentence says of both."""
    text = window.text.split(" · ")[0] if window.fact else window.text
    for way in (*_WAY.finditer(text), *_BACK.finditer(text)):
        a, b = fold(way["a"]), fold(way["b"])
        for one, other, sign in ((first, then, 1), (then, first, -1)):
            if fold(one.text) in a and fold(other.text) in b:
                return sign
    cue = _CUE.search(text)
    if not cue:
        return 0
    beside, rest = text[cue.end() : cue.end() + _REACH], text[: cue.start()] + " " + text[cue.end() + _REACH :]
    for item, other, sign in ((then, first, 1), (first, then, -1)):
        if fold(item.text) in fold(beside) and fold(other.text) not in fold(beside) and fold(other.text) in fold(rest):
            return sign if cue["later"] else -sign
    return 0


def _years(item: Item, windows: list[Window], match: Match) -> tuple[int, int] | None:
    """The first and the last year that stand in one piece with a part."""
    found: list[int] = []
    for window in windows:
        if not window.tight or window.fact or not match.scope.is_about(window):
            continue
        having = [piece for piece in attachment.pieces(window) if attachment.has(item, piece)] or [window]
        told = [date for piece in having for date in piece.dates] or (
            window.dates if len(window.text) < _ENTRY // 4 or len(window.dates) == 1 else ()
        )
        years = [year for date in told for year in (date.year, date.until) if year]
        # A sentence without a year may tell of any time.
        if not years and len(window.text) < _ENTRY // 4:
            return None
        found += years
    return (min(found), max(found)) if found else None


def _standing(item: Item, windows: list[Window], match: Match) -> bool | None:
    """Whether all that is told of a part is over (``True``) or some of it goes on (``False``)."""
    own = [window for window in windows if window.tight and match.scope.is_about(window)]
    if not own:
        return None
    having = [piece for window in own for piece in attachment.pieces(window) if attachment.has(item, piece)]
    told = {is_over(piece.text) for piece in having}
    if len(told) == 1 and None not in told:
        return told.pop()
    return all(periods.is_past(window.text) for window in own)


def _succession(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """Who succeeded whom."""
    text, base = claim.sentence.text, claim.sentence.start
    verb = _SUCCEED.search(text)
    if not verb:
        return
    for item in (item for item in match.parts if item.sort == "name"):
        said = _goes_before(text, verb, item.text)
        told = {
            _goes_before(window.text, other, item.text)
            for at in match.holders(item)
            for window in (match.scope.evidence.windows[at],)
            if window.tight and not window.fact and len(window.text) < _ENTRY
            for other in _SUCCEED.finditer(window.text)
        } - {None}
        if said is not None and told and said not in told:
            yield base + verb.start(), base + verb.end(), f"the notes say “{verb.group()}” the other way round"
            return


def _goes_before(text: str, verb: re.Match[str], name: str) -> bool | None:
    """Whether a name is the one who follows: before an active verb, after a passive one."""
    at = text.find(name.split()[-1])
    if at < 0:
        return None
    return (at < verb.start()) != bool(_BY.match(text[verb.end() :]))
