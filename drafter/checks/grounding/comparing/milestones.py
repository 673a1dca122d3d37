"""Where and when something happened to somebody: degrees, birth, a foundation, the beginning at an employer."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing.attachment import pieces
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.tense import CLOSED, goes_on
from drafter.language import dates, places
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Evidence, Window
    from drafter.checks.grounding.statements import Fault

# What was done, in several languages; the sources' sentence about it says where and when.
_EVENTS = {
    "doctorate": r"ph\.?d|d\.?phil|doctora\w*|dottorat\w*|doutora\w*|promov\w*|promotion "
    r"an|doktor\w*|thèse|tesis doctoral|博士",
    "master's degree": r"master['’]?s?\b|m\.?sc\b|m\.\s?(?:a|m|s|ed|eng|phil|arch|mus|f\.a|b\.a)\b|mba\b|mfa\b|mphil\b"
    r"|ll\.?m\b|magister\w*|maestría|máster|mestrado|laurea magistrale|修士",
    "first degree": r"studied|studiert\w*|studium|undergraduate|bachelor\w*|b\.?sc\b|étudi\w+ "
    r"à|études|estudi\w+ en|graduated from|卒業",
    "birth": r"born|geboren|né[e]? (?:à|en)|naci\w+|nat[oa] (?:a|nel)|生まれ",
    "postdoc": r"post-?doc\w*|posdoc\w*|ポスドク",
    "foundation": r"(?:co-?)?found(?:ed|ing|ation "
    r"of)\b|gegründet\w*|gründete\w*|gründung\w*|fondé\w*|fund(?:ó|ado|ada|aste)\b|fondat[oa]|創業|設立",
    "opening": r"opened|eröffnet\w*|ouvert|inaugur\w+|abri\w+",
    "meeting": r"met\b|kennengelernt|kennen gelernt|rencontré\w*|conoci\w+",
    "installation": r"installed|installiert\w*|installé\w*|instal[óa]\w*",
    "fellowship": r"fellowship|stipendi\w+|bourse|beca",
}
_COMPILED = {name: re.compile(rf"(?<![^\W_])(?:{words})", re.IGNORECASE) for name, words in _EVENTS.items()}
_ANY = re.compile(rf"(?<![^\W_])(?:{'|'.join(_EVENTS.values())})", re.IGNORECASE)
# Once in a life, so that a year of its own tells.
_ONCE = ("doctorate", "master's degree", "birth", "foundation", "first degree")
_LINK = re.compile(
    r"^[^.,;:!?]{0,30}?\b(?:from|at|in|of|with|to|nach|an der|am|an|bei|zu|in der|à|au|de|del|en|por la|par)\s"
    r"(?:(?:the|der|la|el|l['’])\s?)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:and|before|after|then|und|bevor|dann|et|puis|avant|y|e|luego|poi|prima|you|Sie|vous|also)\b", re.IGNORECASE
)
_FROM = re.compile(r"\W*(?:at|from|an der|am|bei|de l|à l|par l|por la|en la|pel[ao]|presso|all|dall)\b", re.IGNORECASE)
# "Ihren Magister haben Sie in …": the verb before whom it is said of.
_INVERTED = re.compile(r"^\s(?:haben|hatten|machten|erwarben|schlossen|avez|aviez|did|have)[\s-](?:Sie|vous|you)\b")
_CAPITAL = re.compile(r"\b(?:at|in|from|an der|am|bei|in|de|en|à|of|,|\()\s?(?:the\s|la\s|der\s)?[A-ZÀ-Þ]")
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde|dal)\s(?:\w+\s){0,3}$", re.IGNORECASE)
# What tells of a beginning: a year beside it is that of the beginning.
_BEGAN = re.compile(
    r"\b(?:since|join\w*|became|appointed|started|began|came|hired|moved|arriv\w+|present|seit|kam|begann|wechselte|depuis|rejoint"
    r"|entr[ée]\w*|desde|incorpor\w+|ingres\w+|dal|entrat\w)\b|入社|就任|参画|着任|^\W*(?:\d\d?[./-])?(?:19|20)\d\d",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\b(?:respectively|respectivement|respectivamente|rispettivamente|beziehungsweise|bzw)\b")
_LONG = 420
_NEARLY = 0.8
_SHORT = 60


def faults(claim: Claim, match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    """A place or a year known to the sources, but not as that of this event."""
    text, base = claim.sentence.text, claim.sentence.start
    if _ANY.search(text):
        for name, pattern in _COMPILED.items():
            said = pattern.search(text)
            if said and claim.covers(base + said.start(), base + said.end()):
                found = [*islice(_misplaced(name, said, claim, match), 1), *_misdated(name, said, claim, match)]
                if found:
                    yield found[0]
                    return
    yield from islice(_began(claim, match), 1)


def _misplaced(name: str, said: re.Match[str], claim: Claim, match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    base = claim.sentence.start
    windows = [
        window
        for window in _tellers(name, match.scope.evidence)
        if _CAPITAL.search(window.text) and match.scope.is_about(window)
    ]
    told = [piece for window in windows for piece in _saying(window, _COMPILED[name])]
    # In a list of stations the place is a line of its own.
    lines = [window for window in windows if len(window.text) < 2 * _SHORT and window.text[-1] not in ".!?。"]
    told += [line for window in lines if (line := _above(match.scope.evidence).get(id(window)))]
    # A town after the university it is in need not stand beside the event.
    named = (
        item
        for item in match.parts
        if item.start - base >= said.end() and (item.sort == "name" or (item.sort == "word" and places.town(item.text)))
    )
    for item in islice(named, 1 if told else 0):
        between = _INVERTED.sub("", claim.sentence.text[said.end() : item.start - base])
        if _LINK.match(between) and not _JOINED.search(between) and not any(_has(item, one) for one in told):
            yield "name", item.start, item.end, f"the notes do not say “{item.text}” of the {name}"


def _misdated(name: str, said: re.Match[str], claim: Claim, match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    """A year beside an event that comes once, where the sources have another one beside it."""
    dated = [item for item in match.parts if item.date and item.date.year and not item.date.decade]
    if claim.soft or name not in _ONCE or len(dated) != 1 or len(list(_ANY.finditer(claim.sentence.text))) != 1:
        return
    told = _dates_of(name, match)
    if told and not any(_fits(dated[0], one) for one in told):
        yield "date", dated[0].start, dated[0].end, f"the notes say this of {told[0].text}, not of “{dated[0].text}”"


def vouches(item: Item, claim: Claim, match: Match) -> bool:
    """Whether a year is that of an event that comes once, as the sources tell it."""
    said = next((name for name in _ONCE if _COMPILED[name].search(claim.sentence.text)), None)
    return bool(said and item.date and any(_fits(item, one) for one in _dates_of(said, match)))


def _dates_of(name: str, match: Match) -> list[dates.Date]:
    """The dates of an event in what is told of the subject."""
    return [
        date
        for window in _tellers(name, match.scope.evidence)
        if match.scope.is_about(window) and len(window.text) < _LONG
        for date in _beside(window, _COMPILED[name], match.scope.evidence)
    ]


def _fits(item: Item, told: dates.Date) -> bool:
    said = item.date
    assert said is not None
    if dates.matches(said, told):
        return True
    return bool(told.year and said.year and told.until and told.year <= said.year <= told.until)


def _beside(window: Window, pattern: re.Pattern[str], evidence: Evidence) -> tuple[dates.Date, ...]:
    """The dates in the piece of a sentence that tells of it, else right around it, else on a line above."""
    cut = pieces(window)
    told = [at for at, piece in enumerate(cut) if pattern.search(piece.text)]
    near = [cut[at].dates or next((one.dates for one in cut[at + 1 : at + 2] if _bare(one)), ()) for at in told]
    if window.dates:
        # Where no date stands in the event's own piece, any of the sentence may be meant.
        own = tuple(date for some in near for date in some)
        return own if own and not _RESPECTIVELY.search(window.text) else window.dates
    if len(window.text) > _SHORT:
        return ()
    heading = _above(evidence).get(id(window))
    return heading.dates if heading and len(heading.text) < _SHORT // 2 else ()


def dated_above(item: Item, match: Match) -> bool:
    """Whether the date stands on a line of its own above what bears out most of a claim, as in a list of stations."""
    best = max((score for score, _, _ in match.told), default=0.0)
    above = _above(match.scope.evidence)
    headings = (above.get(id(window)) for score, _, window in match.told if score >= _NEARLY * best)
    return any(one and len(one.text) < _SHORT // 2 and any(_fits(item, date) for date in one.dates) for one in headings)


def _bare(piece: Window) -> bool:
    """Whether a piece is hardly more than a date."""
    return bool(piece.dates) and len(piece.text) < _SHORT // 2


def _above(evidence: Evidence) -> dict[int, Window]:
    """The line above each line."""
    kept: dict[int, Window] | None = evidence.__dict__.get("_lines_above")
    if kept is None:
        tight = [one for one in evidence.windows if one.tight and not one.fact]
        kept = evidence.__dict__["_lines_above"] = {id(below): one for one, below in itertools.pairwise(tight)}
    return kept


def _began(claim: Claim, match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    """A "since 2014" where all beginnings at that place have another year."""
    base = claim.sentence.start
    for item in match.parts if not claim.soft else ():
        if not item.date or not item.date.year or not _SINCE.search(claim.sentence.text[: item.start - base]):
            continue
        names = [one for one in match.parts if one.sort == "name" and not _own(one, match)]
        windows = [
            one for one in match.scope.evidence.windows if one.tight and not one.fact and match.scope.is_about(one)
        ]
        begun = [date for one in windows if names for date in _starts(one, names, match.scope.evidence)]
        every = [
            date for one in windows if _BEGAN.search(one.text) and not _CAPITAL.search(one.text) for date in one.dates
        ]
        if begun and not any(one.year == item.date.year for one in (*begun, *every)):
            yield "date", item.start, item.end, f"the notes say this of {begun[0].text}, not of “{item.text}”"
        elif not begun and (ended := _ended(item, windows)):
            yield "date", item.start, item.end, f"the notes tell of {ended.strip()}, not of “since {item.text}”"


def _ended(item: Item, windows: list[Window]) -> str | None:
    """The stretch of time that ended, where the sources name the year of a "since" with nothing else."""
    said = item.date.year if item.date else None
    dated = [one for one in windows if any(said in (date.year, date.until) for date in one.dates)]
    spans = [found for one in dated if (found := CLOSED.search(one.text)) and str(said) in found.group()]
    lasting = any(_SINCE.search(one.text[: date.start]) for one in windows for date in one.dates if date.year)
    return spans[0].group() if spans and lasting and len(spans) == len(dated) else None


def _own(item: Item, match: Match) -> bool:
    return fold(item.text) in fold(match.scope.contact)


def _starts(window: Window, names: list[Item], evidence: Evidence) -> tuple[dates.Date, ...]:
    """The dates with which a sentence has something begin at these places."""
    folded = fold(window.text)
    telling = [fold(word) for one in names for word in WORD.findall(one.text) if fold(word) not in plain_words()]
    if not telling or not all(word in folded for word in telling) or len(window.text) > _LONG:
        return ()
    if _BEGAN.search(window.text) or goes_on(window.text):
        cut = pieces(window)
        at = next((at for at, piece in enumerate(cut) if all(word in fold(piece.text) for word in telling)), None)
        if at is None:
            return ()
        before = cut[at - 1].dates if at and _BEGAN.match(cut[at - 1].text.strip()) else ()
        return cut[at].dates or next((one.dates for one in cut[at + 1 : at + 2] if _bare(one)), before)
    heading = _above(evidence).get(id(window)) if len(window.text) < _SHORT else None
    return heading.dates if heading and len(heading.text) < _SHORT // 2 else ()


def _saying(window: Window, pattern: re.Pattern[str]) -> tuple[Window, ...]:
    """The pieces of a sentence that tell of it with a place, or the whole where none has both."""
    cut = pieces(window)
    own = [at for at, one in enumerate(cut) if pattern.search(one.text) and _CAPITAL.search(one.text)]
    # "Doctor of Fine Arts, from the Academy": the place may come after a comma.
    behind = (
        at + step for at in own for step in range(1, 5) if at + step < len(cut) and _FROM.match(cut[at + step].text)
    )
    return tuple(cut[at] for at in dict.fromkeys((*own, *behind))) or (window,)


def _tellers(name: str, evidence: Evidence) -> list[Window]:
    """The sentences that tell of such a thing; looked for once."""
    kept: dict[str, list[Window]] = evidence.__dict__.setdefault("_milestones", {})
    if name not in kept:
        kept[name] = [window for window in evidence.windows if window.tight and _COMPILED[name].search(window.text)]
    return kept[name]


def _has(item: Item, window: Window) -> bool:
    if fold(item.text) in fold(window.text) or not window.countries.isdisjoint(places.regions(item.text)):
        return True
    return all(any(term in window.terms for term in part) for part in item.parts)
