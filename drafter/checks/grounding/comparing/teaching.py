"""Who taught whom: the same two people the other way round are another statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim

_MASTER = (
    r"teacher|supervisor|mentor|advis[eo]r|tutor|coach|master|lehrer(?:in)?|betreuer(?:in)?|doktor(?:vater|mutter)"
    r"|professeure?|directeur de thèse|directrice de thèse|maestr[oa]|profesora?|director[a]? de tesis"
)
_PUPIL = (
    r"(?:(?:doctoral|phd|graduate|master['’]s|former) )?students?|pupils?|apprentices?|disciples?|protégée?s?|mentees?"
    r"|schüler(?:in)?(?:nen)?|doktorand(?:in)?(?:en)?|lehrling|élèves?|étudiante?s?|doctorante?s?|alumn[oa]s?"
    r"|discípul[oa]s?|doctorand[oa]s?"
)
_TAUGHT = r"taught|teaches|trained|supervised|supervises|mentored|mentors|coached|tutored|guided"
_LEARNT = (
    r"stud(?:ied|ying|ies|y)|trained|training|learn(?:ed|t|ing)|apprentice(?:d|ship)?|lessons|doctorate|ph\.?d|thesis"
    r"|dissertation|degree|promov\w+|promotion|studier\w+|studium|gelernt|lernte\w*|ausbildung|étudi\w+|formée?|appris"
    r"|thèse|estudi\w+|aprend\w+|tesis|form(?:ó|ado|ada)"
)
_UNDER = r"with|under|from|of|by|bei|unter|von|avec|chez|auprès de|sous|de|con|bajo"
_YOU = r"(?:you|yourself|ihnen|dir|vous|toi|usted|ti)"
_YOUR = r"(?:your|ihr\w*|dein\w*|votre|ton|ta|su|tu)"
_IS = (
    r"(?:(?:was|is|were|war|ist|était|est|fue|era|es|as)\s)?"
    r"(?:(?:once|also|formerly|einst|auch|a|an|one|of|ein|eine|un|une|una)\s)*"
)
# The end of "Dr." ends no sentence.
_ON = r"(?:[^.;]|(?<=\bdr)\.|(?<=\bprof)\.)"
_CLAIMED = {
    # Of the person named: has taught the reader.
    1: (
        rf"\b(?:{_LEARNT}|{_PUPIL})\b[^.;,]{{0,40}}?\b(?:{_UNDER})\s(?:\w+\.?\s){{0,3}}?NAME",
        rf"NAME,? (?:\w+ )?(?:{_TAUGHT})\s{_YOU}\b",
        rf"\b(?:{_TAUGHT}|betreut|unterrichtet|dirigée?|formée?) (?:by|von|par|por) NAME",
        rf"\b{_YOUR}\s(?:\w+\s){{0,2}}?(?:{_MASTER}),? NAME",
        rf"NAME,? {_IS}{_YOUR}\s(?:\w+\s){{0,2}}?(?:{_MASTER})\b",
    ),
    # Has been taught by the reader.
    -1: (
        rf"NAME,? {_IS}(?:\w+\s){{0,2}}?(?:{_PUPIL}) (?:of yours|von ihnen|de vous)\b",
        rf"NAME,? {_IS}{_YOUR}\s(?:\w+\s){{0,2}}?(?:{_PUPIL})\b",
        rf"\b{_YOUR}\s(?:\w+\s){{0,2}}?(?:{_PUPIL}),? NAME",
        rf"\b{_YOU}(?:['’]ve|\shave|\sonce|\salso|\shad)*\s(?:{_TAUGHT})\sNAME",
        rf"NAME(?:\s\w+){{0,2}}?\s(?:{_LEARNT})\b[^.;,]{{0,30}}?\b(?:{_UNDER})\s{_YOU}\b",
        rf"NAME\s(?:{_UNDER})\s{_YOU}\s(?:\w+\s)?(?:{_LEARNT})\b",
    ),
}
_TOLD = {
    1: (
        rf"\b(?:{_LEARNT}|{_PUPIL})\b[^.;]{{0,60}}?\b(?:{_UNDER})\s{_ON}{{0,90}}?NAME",
        rf"\b(?:{_MASTER})(?:s|n|nen|es)?\b{_ON}{{0,90}}?NAME",
        rf"NAME[^.;,]{{0,20}}\b(?:{_TAUGHT})\s(?:her|him|them|me|us)\b",
        rf"\b(?:{_TAUGHT}) by NAME",
    ),
    -1: (
        rf"\b(?:{_TAUGHT})\s(?!(?:{_UNDER}|at|in|as|on)\b){_ON}{{0,60}}?NAME",
        rf"\b(?:{_PUPIL})\b(?!\s(?:{_UNDER})\b){_ON}{{0,60}}?NAME",
        rf"NAME[^.;,]{{0,30}}?\b(?:{_LEARNT})\b[^.;,]{{0,20}}?\b(?:{_UNDER})\s(?:her|him|them|me|us|ihm|ihr|mir)\b",
    ),
}


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A teacher told as a pupil, or a pupil as a teacher."""
    text = claim.sentence.text
    for item in match.parts if not claim.soft else ():
        if item.sort not in ("name", "word") or not item.text[:1].isupper() or fold(item.text) in match.scope.allowed:
            continue
        said = _way(text, item.text, _CLAIMED)
        if not said:
            continue
        last = WORD.findall(item.text)[-1]
        windows = (match.scope.evidence.windows[at] for at in match.holders(item))
        told = {
            way
            for window in windows
            if window.tight and match.scope.is_about(window)
            for way in (1, -1)
            if _found(window.text, rf"(?<!\w){re.escape(last)}\b", _TOLD[way])
        }
        if told == {-said}:
            taught = "taught" if said == -1 else "was taught by"
            yield item.start, item.end, f"the notes say that {item.text} {taught} the contact"
            return


def _way(text: str, name: str, shapes: dict[int, tuple[str, ...]]) -> int:
    ways = [way for way, some in shapes.items() if _found(text, rf"(?<!\w){re.escape(name)}\b", some)]
    return ways[0] if len(ways) == 1 else 0


def _found(text: str, name: str, shapes: tuple[str, ...]) -> bool:
    return any(re.search(shape.replace("NAME", name), text, re.IGNORECASE) for shape in shapes)
