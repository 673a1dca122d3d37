"""Two claims that sources refute by saying less: that the reader founded it, and that they are a full professor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.language.meaning import CJK, fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.sources import Window

_FOUNDED = re.compile(
    r"(?:^(?:having|avoir|haber|aver)\s|\b(?:you|your|sie|ihre?|vous|votre|usted|su|lei)\b[^.;,]{0,40}?\b)"
    r"(?P<verb>(?:co-?)?found(?:ed|ing|ers?)|gegründet|gründung|fondée?"
    r"|fondat[oa]|fundado|fundó|fundou)\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:I|we|my|our|ich|wir|je|nous|j['’]|yo|mi|he|she|his|her"
    r"|er|sie|il|elle|él|ella|founders?|founded by|gründer\w*|fondat\w+"
    r"|fundador\w*)\b|創業者|創設者",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"\b(?:full|tenured|ordinary|ordentliche[rn]?|titulaire)\s(?:professor\w*|professeure?)", re.IGNORECASE
)
_HIGH = re.compile(
    r"\b(?:full|tenured|chaired|ordentliche\w*|ordinari[oa]|catedr\w+|w3|lehrstuhl\w*|chair"
    r"|professeure? des universités|titular)\b"
    r"|(?<![准助])教授",
    re.IGNORECASE,
)
_LOW = re.compile(
    r"\b(?:assistant|associate|junior|adjunct|visiting|lecturer|reader|privatdozent\w*|juniorprof\w*"
    r"|maître(?:sse)? de conf\w*|ricercat\w+"
    r"|associat[oa]|ayudante|auxiliar)\b|准教授|助教|講師",
    re.IGNORECASE,
)


def faults(claim: Claim, match: Match) -> Iterator[tuple[bool, int, int, str]]:
    """Whether it is a title (``True``) or a relation, where, and why."""
    text, base = claim.sentence.text, claim.sentence.start
    full = _FULL.search(text)
    told = match.scope.evidence.noted
    if full and _LOW.search(told) and not _HIGH.search(told):
        yield True, base + full.start(), base + full.end(), f"the notes do not say “{full.group()}”"
        return
    founded = None if claim.soft else _FOUNDED.search(text)
    if founded and match.scope.readable and not _founder(match):
        yield (
            False,
            base + founded.start("verb"),
            base + founded.end("verb"),
            "no note says that the reader founded this",
        )


def _founder(match: Match) -> bool:
    """Whether a sentence that may speak of the subject has somebody found something."""
    windows = match.scope.evidence.windows
    own = {fold(word) for word in WORD.findall(match.scope.subject) if len(word) > 2}
    return any(_finds(windows[at], own) for at in _places(match) if match.scope.is_about(windows[at]))


def _places(match: Match) -> set[int]:
    postings = match.scope.evidence.postings
    return {at for term in ("~=found", "start", "launch") for at in postings.get(term, ())}


def _finds(window: Window, own: set[str]) -> bool:
    if bool(_SELF.search(window.text)) or not own.isdisjoint(map(fold, WORD.findall(window.text))):
        return True
    # A sentence without a doer may go on about the one before.
    return window.owner is not None and not CJK.search(window.text)
