"""What a claim says the reader is: a rank with its field and organisation, and whether it is said of the present."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, words_of
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.ranks import GRADES, Head, heads
from drafter.checks.grounding.reading.sources import terms_abroad, terms_of
from drafter.language.meaning import CJK, fold
from drafter.language.translation import TONGUES

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim

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
# How long somebody was it.
_SPENT = re.compile(
    r"\b(?:years?|decades?|months?|century|spell|stint|term|jahren?|ans|années|años)\s(?:as|als|comme|como)\s"
    r"(?!your|our|my|I |we |you )(?P<role>[^,;.!?]{3,90}?)(?=$|[,;.!?]|\s(?:before|until|after|you|and|then|bevor|vor"
    r"|bis|nach|und|Sie|avant|et|vous|antes|y|usted)\b)",
    re.IGNORECASE,
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
STOP = re.compile(
    r"\s(?:and|so|who|which|while|but|because|must|since|from|und|die|der (?=\w+ \w+t\b)|et|qui|y|que)\s"
    r"|\s(?=(?:must|would|will|has|interests?|seems?|sounds?|keeps?|gives?|leaves?)\b)",
    re.IGNORECASE,
)
PREPOSITION = re.compile(
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
    spent: bool = False

    @property
    def named(self) -> bool:
        """Whether it says more than a bare rank."""
        return bool(self.names or self.words) or len(self.group) > 1


def office_of(claim: Claim, match: Match) -> Office | None:
    """The office a claim says the reader has or had, if it says one."""
    text = claim.sentence.text
    for pattern in (*_GRANTED, *(() if claim.soft else (*_PLAIN, _SPENT))):
        found = pattern.search(text)
        if not found:
            continue
        start, end = found.span("role")
        stop = STOP.search(text, start, end)
        end = stop.start() if stop else end
        article = _ARTICLE.match(text, start, end)
        start = article.end() if article else start
        then = _THEN.match(found.groupdict().get("rest") or "") or _PAST.search(text)
        office = _read(text, start, end, match, open_end=pattern is _GRANTED[2])
        if office:
            spent = pattern is _SPENT
            return Office(start, end, text[start:end], *office, present=not (then or spent), spent=spent)
    return None


def _read(
    text: str, start: int, end: int, match: Match, *, open_end: bool
) -> tuple[tuple[str, ...], frozenset[str], bool, tuple[str, ...], tuple[str, ...]] | None:
    """The words of the rank, its ranks, whether it is graded, the names and the other telling words of a stretch."""
    stretch = text[start:end]
    cut = PREPOSITION.search(stretch)
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
        (a + (cut.end() if (cut := PREPOSITION.search(stretch[a:b])) else b - a), b)
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
    return own, head.ranks, any(grades(word) for word in own), names, words


def first_rank(found: Sequence[Head]) -> frozenset[str] | None:
    """The ranks of the first word for one; a "chief executive" is an executive."""
    if not found:
        return None
    return next((one.ranks for one in found[:2] if "exec" in one.ranks), found[0].ranks)


def _within_rank(at: int, found: list[Head]) -> bool:
    return any(one.start <= at < one.end for one in found)


def grades(word: str) -> bool:
    """Whether a word only tells the grade of a rank: "senior", "assistant-"."""
    return word in GRADES or word.split("-")[0] in GRADES


def _tells(low: str, match: Match) -> bool:
    """Whether a word says something of a field that the sources know."""
    if len(low) < 4 or low in plain_words() or grades(low) or CJK.search(low) or low in fold(match.scope.contact):
        return False
    return match.scope.evidence.knows(field_terms(low, match))


def field_terms(word: str, match: Match) -> set[str]:
    """The terms of a word of a field, in the claim's language and in that of the sources."""
    return {*terms_of(word), *(terms_abroad(word) if match.scope.language in TONGUES else ())}
