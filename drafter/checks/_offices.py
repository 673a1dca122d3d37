"""What the reader is said to be: a rank with its field and organisation, against what the sources tell of ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter.checks._naming import plain_words
from drafter.checks._ranks import GRADES, Head, accepted, heads
from drafter.checks._sources import terms_abroad, terms_in, terms_of
from drafter.checks._tellings import Telling, tellings
from drafter.checks._tense import is_beginning
from drafter.checks._text import WORD, words_of
from drafter.language import places
from drafter.language.meaning import CJK, fold
from drafter.language.translation import TONGUES

if TYPE_CHECKING:
    from drafter.checks._claims import Claim
    from drafter.checks._grounding import Fault
    from drafter.checks._matching import Match

# Where a claim says what the reader is; the rank with its field follows. What comes with an "as" is taken for granted.
_GRANTED = (
    re.compile(
        r"(?:^|[,;] )(?:as|being)\s(?!your|our|my|I |we |you )(?P<role>[^,;.]{3,90}?),?\s(?:(?:do|did"
        r"|can|could|would) )?"
        r"you\b(?P<rest>[^.;]*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[,;] )(?:als|en tant que|en qualité de|comme|como|in qualità di|come)\s(?P<role>[^,;.]{3,90}?)"
        r"(?:,|\s(?:[^\W\d_]+\s)?(?:Sie|vous|usted|lei)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:como|come|in qualità di|en tant que)\s(?P<role>[^,;.]{3,90})", re.IGNORECASE),
    re.compile(
        r"\b(?:your|ihre?r?m?|votre|su)\s(?:(?:new|current|present|day|neuen?|nouveau|nuevo)\s)?(?:role|post|job|position|work|office|seat"
        r"|rolle|stelle|amt|arbeit|tätigkeit|funktion|rôle|poste|fonction|travail|cargo|puesto|trabajo)\s(?:as|als|de|comme|como)\s"
        r"(?P<role>[^,;.!?]{3,90})",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<role>[^、。]{2,40})(?:として|でいらっしゃ|をされてい|を務め)"),
)
_PLAIN = (
    re.compile(
        r"\b(?:you are|you're|sie sind|sind sie|vous êtes|usted es|lei è)\s"
        r"(?:(?:now|still|also|already|currently|heute|jetzt|nun|auch|noch|aujourd'hui|aussi|ahora|también)\s)*"
        r"(?P<role>[^,;.!?]{3,90})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:you|sie|vous)\s(?:still\s|now\s|also\s)?(?:work|serve|act|sit|continue|arbeiten|travaillez)\s(?:as|als|comme)\s"
        r"(?P<role>[^,;.!?]{3,90})",
        re.IGNORECASE,
    ),
)
# What ends a rank with its field and begins something else.
_STOP = re.compile(
    r"\s(?:and|so|who|which|while|but|because|must|since|from|und|die|der (?=\w+ \w+t\b)|et|qui|y|que)\s"
    r"|\s(?=(?:must|would|will|has|interests?|seems?|sounds?|keeps?|gives?|leaves?)\b)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s(?:of|at|in|for|on|with|to|bei[m]?|der|des|de|du|d['’]|à|au|aux|en|del|della|di|do|da|dell['’]|für|im|am|von|vom|zu[rm]?)(?:\s|(?<=['’]))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:(?:an?|the|your|one of|la|le|les|el|los|il|lo|un|une|una|o|ein(?:e[nrms]?)?|der|die|das)\s|l['’])+",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|former(?:ly)?|previous(?:ly)?|used to|your (?:time|years)|until|ex-|had been|past|once|earlier"
    r"|waren|war|ehemalig\w*|früher\w*|étiez|ancien\w*|fue|era|retired|emerit\w+)\b|元|かつて",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"^\s(?:\w+ly\s)?(?:\w{3,}ed|knew|saw|had|were|met|led|ran|won|wrote|taught|spoke|came|went|made|took|got|built|held|did|heard|felt"
    r"|must have)\b"
)
# Ranks of which there are few: who is told to have another has none of these.
_RARE = frozenset(
    "exec president chair founder professor dean rector mayor minister ambassador owner treasurer conductor editor "
    "principal board".split()
)
# Who leads a part does not lead the whole.
_PART = re.compile(
    r"\b(?:departments?|divisions?|sections?|units?|branch|abteilung\w*|bereich\w*|referats?|sparte|départements?|services?|departamento|área"
    r"|sezione|reparto|dipartimento|ufficio)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Office:
    """What a claim says the reader is, at ``[start, end)`` of its sentence."""

    start: int
    end: int
    text: str
    group: tuple[str, ...]
    ranks: frozenset[str]
    graded: bool
    names: tuple[str, ...]
    words: tuple[str, ...]
    present: bool

    @property
    def named(self) -> bool:
        """Whether it says more than a bare rank."""
        return bool(self.names or self.words) or len(self.group) > 1


def faults(claim: Claim, match: Match, role: str | None) -> Iterator[tuple[Fault, int, int, str]]:
    """A rank that the sources give to somebody else, with another field, or tell as over.

    One somebody began in counts as over where the sources give the contact another ``role`` now.
    """
    office = _office(claim, match)
    if not office:
        return
    start, end = claim.sentence.start + office.start, claim.sentence.start + office.end
    wanted = accepted(office.ranks)
    every = tellings(match.scope.evidence, match.scope.subject)
    told = [one for one in every if any(not wanted.isdisjoint(head.ranks) for head in one.heads)]
    # A town need not be told beside a rank, unless it is.
    names = (name for name in office.names if not _town(name) or any(_has_name(name, fold(one.around)) for one in told))
    office = replace(office, names=tuple(names))
    own = [one for one in told if not one.who]
    whole = [one for one in own if _bears(office, one, wanted, match)]
    # A noun tells of a rank, a verb may tell of anything done.
    whole = [one for one in whole if any(not head.verb and head.ranks & wanted for head in one.heads)] or whole
    others, named = [one for one in told if one.who], any(one.sure for one in every)
    holder = _holder(office, others, whole, wanted, match, named=named)
    if holder and match.scope.subject_named():
        yield "person", start, end, f"the notes say “{office.text}” of {holder}"
    elif whole:
        now = frozenset().union(*(head.ranks for head in heads(role or "") if not head.verb))
        moved = bool(now) and now.isdisjoint(wanted)
        if office.present and all(one.over or (moved and is_beginning(one.line.text)) for one in whole):
            yield "outdated", start, end, f"the notes tell “{office.text}” as past"
    elif own:
        missing = _misplaced(office, own, match)
        if missing:
            yield "title", start, end, f"no note says “{missing}” of this role"
    elif office.ranks <= _RARE and any(not one.who and any(not head.verb for head in one.heads) for one in every):
        yield "title", start, end, f"no note says “{office.text}” of the contact"


def _holder(
    office: Office, others: list[Telling], whole: list[Telling], wanted: frozenset[str], match: Match, *, named: bool
) -> str | None:
    """Another person who is told to have this very office, while the contact is not, or with other words only."""
    bearing = [one for one in others if _bears(office, one, wanted, match)]
    if not bearing or not whole:
        return bearing[0].who if bearing else None
    exact = [one for one in bearing if _exact(office, one)]
    # Where the contact is named beside some rank, a sentence that names nobody need not be theirs.
    own = [one for one in whole if one.sure or not (office.names and named)]
    return exact[0].who if exact and office.named and not any(_exact(office, one) for one in own) else None


def _exact(office: Office, telling: Telling) -> bool:
    """Whether a clause has the very words of the rank."""
    said = {fold(word) for word in WORD.findall(telling.clause)}
    return all(word in said for word in office.group)


def _office(claim: Claim, match: Match) -> Office | None:
    text = claim.sentence.text
    for pattern in (*_GRANTED, *(() if claim.soft else _PLAIN)):
        found = pattern.search(text)
        if not found:
            continue
        start, end = found.span("role")
        stop = _STOP.search(text, start, end)
        end = stop.start() if stop else end
        article = _ARTICLE.match(text, start, end)
        start = article.end() if article else start
        then = _THEN.match(found.groupdict().get("rest") or "") or _PAST.search(text)
        office = _read(text, start, end, match, open_end=pattern is _GRANTED[2])
        if office:
            return Office(start, end, text[start:end], *office, present=not then)
    return None


def _read(
    text: str, start: int, end: int, match: Match, *, open_end: bool
) -> tuple[tuple[str, ...], frozenset[str], bool, tuple[str, ...], tuple[str, ...]] | None:
    """The words of the rank, its ranks, whether it is graded, the names and the other telling words of a stretch."""
    stretch = text[start:end]
    cut = _PREPOSITION.search(stretch)
    group = stretch[: cut.start()] if cut else stretch
    found = [head for head in heads(stretch) if not head.verb and (head.start < len(group) or CJK.search(stretch))]
    if not found:
        return None
    head = next((one for one in found if "exec" in one.ranks and found[-1].ranks & {"lead", "exec"}), found[-1])
    spans = [
        (item.start - start, item.end - start)
        for item in match.parts
        if item.sort == "name" and start <= item.start < end
    ]
    # "Director-General of MI5" may be read as one name.
    spans = [
        (a + (cut.end() if (cut := _PREPOSITION.search(stretch[a:b])) else b - a), b)
        if _within_rank(a, found)
        else (a, b)
        for a, b in spans
    ]
    spans = [(a, b) for a, b in spans if a < b]
    names = tuple(stretch[a:b] for a, b in spans)
    words = tuple(
        word.group()
        for word in words_of(stretch)
        if not any(a <= word.start() < b for a, b in spans)
        and not _within_rank(word.start(), found)
        and _tells(fold(word.group()), match)
    )
    if open_end:
        words = () if names else words[:2]
    own = tuple(fold(word) for word in WORD.findall(group))
    return own, head.ranks, any(_grades(word) for word in own), names, words


def _within_rank(at: int, found: list[Head]) -> bool:
    return any(one.start <= at < one.end for one in found)


def _grades(word: str) -> bool:
    return word in GRADES or word.split("-")[0] in GRADES


def _tells(low: str, match: Match) -> bool:
    """Whether a word says something of a field that the sources know."""
    if len(low) < 4 or low in plain_words() or _grades(low) or CJK.search(low) or low in fold(match.scope.contact):
        return False
    return match.scope.evidence.knows(_terms(low, match))


def _terms(word: str, match: Match) -> set[str]:
    return {*terms_of(word), *(terms_abroad(word) if match.scope.language in TONGUES else ())}


def _bears(office: Office, telling: Telling, wanted: frozenset[str], match: Match) -> bool:
    """Whether a telling has the rank with the grade, the names and the field of a claim."""
    ranked = (head for head in telling.heads if not wanted.isdisjoint(head.ranks))
    return any(_alike(office, telling, head) for head in ranked) and not _lacking(office, telling, match)


def _alike(office: Office, telling: Telling, head: Head) -> bool:
    """Whether a rank is no higher and no lower than the claim's; any professor may be called one."""
    part = _PART.search(telling.clause[head.end : head.end + 30])
    if part and not _PART.search(office.text):
        field = fold(telling.clause[head.end + part.end() :])
        if not any(fold(word)[:5] in field for word in (*office.words, *office.names)) and not CJK.search(field):
            return False
    free = "professor" in office.ranks and not office.graded and "full" not in office.group
    if head.verb or CJK.search(telling.clause) or free:
        return True
    before = [fold(word) for word in WORD.findall(telling.clause[max(0, head.start - 40) : head.start])[-2:]]
    return any(_grades(word) for word in before) == office.graded


def _lacking(office: Office, telling: Telling, match: Match) -> str | None:
    """A name, or the first word of a field, that a telling does not have."""
    around = fold(telling.around)
    missing = next((name for name in office.names if not _has_name(name, around)), None)
    if missing:
        return missing
    if office.words and not any(_has_word(word, telling, match) for word in office.words):
        return office.words[0]
    return None


def _town(name: str) -> bool:
    return bool(places.town(name) or places.regions(name))


def _has_name(name: str, around: str) -> bool:
    own = [fold(word) for word in WORD.findall(name) if len(word) > 2 and fold(word) not in plain_words()]
    return sum(word in around for word in own) * 2 > len(own) or not own


def _has_word(word: str, telling: Telling, match: Match) -> bool:
    return not _terms(word, match).isdisjoint(telling.line.terms) or fold(word) in fold(telling.around)


def _misplaced(office: Office, own: list[Telling], match: Match) -> str | None:
    """What of a field no telling about the contact has, though the sources have it elsewhere."""
    lacking = [_lacking(office, one, match) for one in own]
    if None in lacking:
        return None
    missing = next(one for one in lacking if one)
    if missing in office.names:
        return missing if match.scope.evidence.knows(terms_in(missing)) else None
    # A rank told without any field may be in any.
    return missing if all(_PREPOSITION.search(one.clause, head.end) for one in own for head in one.heads[:1]) else None
