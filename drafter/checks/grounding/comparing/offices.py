"""What the reader is said to be: a rank with its field and organisation, against what the sources tell of ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing.claimed import (
    PREPOSITION,
    STOP,
    Office,
    field_terms,
    first_rank,
    grades,
    office_of,
)
from drafter.checks.grounding.comparing.tellings import PERSON, Telling, tellings
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.ranks import Head, accepted, heads
from drafter.checks.grounding.reading.sources import terms_in
from drafter.checks.grounding.reading.tense import is_beginning
from drafter.language import places
from drafter.language.meaning import CJK, fold
from drafter.language.names import similarity

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.statements import Fault

_RARE = frozenset(
    "exec president chair founder professor dean rector mayor minister ambassador owner treasurer conductor editor "
    "principal board".split()
)
# A rank given to somebody by name: "Ana Maier, the treasurer", "Ana Maier, who chairs the board".
_THEIRS = re.compile(
    rf"(?P<name>{PERSON})(?:, (?:(?:who|die|der|qui)\s)?| (?=presid|chair|sits?\b|heads?\b)| (?:is|ist|est|es|è)\s)"
    r"(?:(?:now|also|is|still|the|your|our|an?|ihre?r?|votre|su|la|le|el|die|der)\s)*(?P<role>[^,;.]{3,60})",
)
_ALIKE = 0.6
_OFFICES = _RARE | {"member", "secretary"}
# Words that make a rank a higher one.
_RAISED = frozenset("chief head principal lead general first oberste leitende leitender chefe premier première".split())
# Who leads a part does not lead the whole.
_PART = re.compile(
    r"\b(?:departments?|divisions?|sections?|units?|branch|abteilung\w*|bereich\w*|referats?|sparte|départements?|services?|departamento|área"
    r"|sezione|reparto|dipartimento|ufficio)\b",
    re.IGNORECASE,
)


def faults(claim: Claim, match: Match, role: str | None) -> Iterator[tuple[Fault, int, int, str]]:
    """A rank that the sources give to somebody else, with another field, or tell as over.

    One somebody began in counts as over where the sources give the contact another ``role`` now.
    """
    office = office_of(claim, match)
    # Years as a fellow may be told in many words, years as a president hardly.
    if not office or (office.spent and not office.ranks <= _RARE):
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
        # A by-law that has such a rank says nothing of the contact, where a sentence about them does.
        theirs = [one for one in whole if one.sure or one.line.owner == match.scope.subject] or whole
        if office.present and all(one.over or (moved and is_beginning(one.line.text)) for one in theirs):
            yield "outdated", start, end, f"the notes tell “{office.text}” as past"
    elif own:
        raised = _RAISED.intersection(office.group[:-1]) if any(not _lacking(office, one, match) for one in own) else ()
        missing = _misplaced(office, own, match) or next(iter(sorted(raised)), None)
        if missing:
            yield "title", start, end, f"no note says “{missing}” of this role"
    elif office.ranks <= _RARE and any(not one.who and any(not head.verb for head in one.heads) for one in every):
        yield "title", start, end, f"no note says “{office.text}” of the contact"


def of_others(claim: Claim, match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    """A rank given to somebody else by name, of whom the sources tell others only, or tell it as over."""
    text = claim.sentence.text
    for found in _THEIRS.finditer(text):
        start, end = found.span("role")
        stop = STOP.search(text, start, end)
        end = stop.start() if stop else end
        ranks = first_rank(heads(text[start:end]))
        if not ranks or similarity(found["name"], match.scope.contact) >= _ALIKE:
            continue
        every = [one for one in tellings(match.scope.evidence, match.scope.contact) if one.who]
        ranked = [one for one in every if any(not head.verb and head.ranks & _OFFICES for head in one.heads)]
        theirs = [one for one in ranked if similarity(one.who or "", found["name"]) >= _ALIKE]
        held = [one for one in ranked if any(head.ranks & accepted(ranks) for head in one.heads)]
        own = [one for one in held if one in theirs]
        known = theirs or (held and fold(found["name"]) in match.scope.evidence.noted)
        if known and ranks <= _OFFICES and all(one.over for one in own):
            start += claim.sentence.start
            yield "title", start, end + claim.sentence.start, f"the notes do not say this of {found['name']}"
            return


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
    if (
        len(office.group) > 1
        and _RAISED.intersection(office.group[:-1]).difference(before)
        and "@" in "".join(head.ranks)
    ):
        return False
    # "Vice-President" is graded by itself.
    joined = grades(fold(telling.clause[head.start : head.end]))
    return (joined or any(grades(word) for word in before)) == office.graded


def _lacking(office: Office, telling: Telling, match: Match) -> str | None:
    """A name, or the first word of a field, that a telling does not have."""
    around = fold(telling.around)
    missing = next((name for name in office.names if not _has_name(name, around)), None)
    if missing:
        return missing
    lacked = [word for word in office.words if not _has_word(word, telling, match)]
    return lacked[0] if 2 * len(lacked) >= max(len(office.words), 1) else None


def _town(name: str) -> bool:
    return bool(places.town(name) or places.regions(name))


def _has_name(name: str, around: str) -> bool:
    own = [fold(word) for word in WORD.findall(name) if len(word) > 2 and fold(word) not in plain_words()]
    return sum(word in around for word in own) * 2 > len(own) or not own


def _has_word(word: str, telling: Telling, match: Match) -> bool:
    return not field_terms(word, match).isdisjoint(telling.line.terms) or fold(word) in fold(telling.around)


def _misplaced(office: Office, own: list[Telling], match: Match) -> str | None:
    """What of a field no telling about the contact has, though the sources have it elsewhere."""
    lacking = [_lacking(office, one, match) for one in own]
    if None in lacking:
        return None
    missing = next(one for one in lacking if one)
    if missing in office.names:
        return missing if match.scope.evidence.knows(terms_in(missing)) else None
    # A rank told without any field may be in any.
    return missing if all(PREPOSITION.search(one.clause, head.end) for one in own for head in one.heads[:1]) else None
