"""What the sources tell of ranks: each clause with a word for one, whom it is about, and whether it is over."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing.strangers import is_person
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.ownership import is_wording, telling
from drafter.checks.grounding.reading.ranks import Head, heads
from drafter.checks.grounding.reading.tense import CLOSED, goes_on, is_over
from drafter.language import wordnet
from drafter.language.meaning import CJK, fold
from drafter.language.names import similarity

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.sources import Evidence, Window

_CUT = re.compile(
    r"[;:()、。•·|]|(?<!\d)(?<!\d )[–—]|,(?=\s)|\s(?:and|but|then|before|after|whereas|while|und|aber"
    r"|dann|bevor|nachdem|et|mais"
    r"|puis|y|e|pero|antes|después|ed|ma|poi)\s"
)
_BEFORE = re.compile(r"\s(?:before|bevor|antes)\s$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|am|has|have|had|will|who|he|she|it|they|I|we|ist|hat|wird|sie|er|est|a|elle|il|qui|ha|que|si)\b|\w{3,}ed\b"
)
PERSON = (
    r"(?!(?:Sir|Dame|Lord|Lady|President|Chair|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Herr|Frau|Mme|Monsieur|Madame|Don)\b)"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: (?:van|von|de|der|da|del|la))*(?: [A-ZÀ-Þ][\w'’-]+){1,2}"
)
_PERSON_NAME = re.compile(PERSON)
_AFTER = re.compile(rf"(?::? | – | - )(?P<name>{PERSON})")
_BEHIND = re.compile(rf"[^.;:\n]{{0,60}}?, (?:Sir |Dame |Dr\.? |Prof\.? |Professor )?(?P<name>{PERSON})")
# Who is named beside the doer.
_COMPANY = re.compile(
    r"\b(?:by|with|under|from|replac\w+|succe\w+|joining|alongside|von|mit|unter|par|avec|sous|por|con|da)\s"
    r"(?:[^\W\d_a-zß-ÿ]\S* ){0,2}$"
)
_REACH = 100
_SHORT = 90
_ALIKE = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A clause of a source with words for ranks; ``line`` is its sentence, ``around`` that with short neighbours.

    ``who`` is another person than the contact, by name; ``sure``: it names the contact. ``over`` is ``None`` where
    nothing tells.
    """

    clause: str
    line: Window
    around: str
    heads: tuple[Head, ...]
    who: str | None
    sure: bool
    over: bool | None


def tellings(evidence: Evidence, contact: str) -> tuple[Telling, ...]:
    """Every telling of the sources, made once for a contact."""
    kept: dict[str, tuple[Telling, ...]] = evidence.__dict__.setdefault("_tellings", {})
    if contact not in kept:
        kept[contact] = tuple(_all(evidence, contact))
    return kept[contact]


def _all(evidence: Evidence, contact: str) -> list[Telling]:
    lines = [window for window in evidence.windows if window.tight and not window.fact]
    people = _people(lines, contact)
    latest = max((year for line in lines if (year := _station(line))), default=0)
    found: list[Telling] = []
    for at, line in enumerate(lines):
        if not heads(line.text):
            continue
        near = _near(lines, at)
        around = "\n".join(one.text for one in near)
        dated = any(CLOSED.search(one.text) and not goes_on(one.text) for one in near if _bare(one.text))
        year = _station(line)
        passed = dated or bool(year and year < latest and not goes_on(line.text))
        for start, clause, over in _clauses(line.text):
            told = heads(clause)
            if told:
                who = _who(start, told, line, people)
                other = who if who and who != contact else None
                found.append(
                    Telling(
                        clause, line, around, told, other, who == contact, True if passed and over is None else over
                    )
                )
    return found


def _people(lines: list[Window], contact: str) -> dict[str, str]:
    """Every word that names one person only, with that person's name; the contact's words are the contact's."""
    lower = Counter(word for line in lines for word in WORD.findall(line.text) if word.islower())
    named = {
        match.group()
        for line in lines
        for match in _PERSON_NAME.finditer(line.text)
        if is_person(match.group()) and telling(match.group(), lower)
    }
    named |= {line.owner for line in lines if line.owner and _is_name(line.owner, contact)}
    people: dict[str, str] = {}
    shared = set[str]()
    for name in named:
        owner = contact if similarity(name, contact) >= _ALIKE else name
        for word in WORD.findall(name):
            low = fold(word)
            if len(low) < 3 or low in plain_words():
                continue
            if people.setdefault(low, owner) != owner and similarity(people[low], owner) < _ALIKE:
                shared.add(low)
    people = {word: owner for word, owner in people.items() if word not in shared}
    people[""] = contact
    return people | {
        fold(word): contact for word in WORD.findall(contact) if len(word) > 2 and fold(word) not in shared
    }


def _is_name(owner: str, contact: str) -> bool:
    return owner == contact or bool(CJK.search(owner)) or (is_person(owner) and not is_wording(owner))


def _near(lines: list[Window], at: int) -> list[Window]:
    """A short line with the short ones right around it, as in a list of stations; else the line alone."""
    line = lines[at]
    if len(line.text) > _SHORT or line.text[-1] in ".!?。":
        return [line]
    around = lines[max(0, at - 2) : at + 2]
    return [one for one in around if one is line or (one.place[0] == line.place[0] and len(one.text) <= _SHORT)]


def _bare(text: str) -> bool:
    """Whether a line is hardly more than a date."""
    return len(re.sub(r"[\W\d_]+", "", CLOSED.sub("", text))) < 5


def _station(line: Window) -> int | None:
    """The year that an entry of a list of stations begins with."""
    if len(line.text) > 2 * _SHORT or not re.match(
        r"\W*(?:(?:since|seit|depuis|desde) )?(?:\d\d?[./-])?(?:19|20)\d\d", line.text
    ):
        return None
    return line.dates[0].year if line.dates and heads(line.text) else None


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[tuple[int, str, bool | None], ...]:
    """The clauses of a sentence with their place and whether they are over; one without a verb is as the one before."""
    cuts = [0, *(one.end() for one in _CUT.finditer(text)), len(text)]
    found: list[tuple[int, str, bool | None]] = []
    state: bool | None = None
    for start, end in itertools.pairwise(cuts):
        clause = text[start:end]
        if not clause.strip():
            continue
        # "X before joining Y": X is over, and so is all before a 「を経て」.
        told = True if _BEFORE.search(clause) or "を経て" in text[start:] else is_over(clause)
        if told is not None or _VERB.search(clause):
            state = told
        found.append((start, clause, state))
    return tuple(found)


def _who(start: int, told: tuple[Head, ...], line: Window, people: dict[str, str]) -> str | None:
    """Whom a clause tells of: who stands right after the rank or nearest before it, else whom the sentence is about."""
    text, head = line.text, told[0]
    for one in told:
        after = _AFTER.match(text, start + one.end)
        if after and not wordnet.kind(after["name"].split()[0].lower()):
            return people.get(fold(after["name"].split()[-1]), after["name"])
    before = text[max(0, start + head.start - _REACH) : start + head.start]
    found: str | None = None
    for match in WORD.finditer(before):
        owner = people.get(fold(match.group().removesuffix("'s").removesuffix("’s")))
        if (
            owner
            and match.group()[0].isupper()
            and not _COMPANY.search(before[: match.start()])
            and match.group() == match.group().removesuffix("'s").removesuffix("’s")
        ):
            found = owner
    if found or (line.owner and _is_name(line.owner, people.get("", ""))):
        return found or line.owner
    behind = _BEHIND.match(text, start + head.end)
    return people.get(fold(behind["name"].split()[-1])) if behind else None
