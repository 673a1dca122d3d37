"""Facts from sentences, list items and table rows that say enough to be worth keeping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.language.injection import addresses_a_model
from drafter.language.names import looks_like_person
from drafter.models import About
from drafter.profile.candidates import Candidate
from drafter.profile.chrome import is_chrome
from drafter.profile.citations import work_in
from drafter.profile.freshness import date_of
from drafter.profile.kinds import kind_of
from drafter.profile.quotations import opens_itself
from drafter.profile.roles import is_role_line
from drafter.profile.scope import Scope
from drafter.profile.statements import third_person, told_by_another
from drafter.profile.structured import is_author_list, is_venue
from drafter.profile.units import Unit
from drafter.profile.worth import YEAR, substance

ENOUGH_PERSON = 0.9
ENOUGH_OTHER = 1.3
LONGEST_QUOTE = 450
_DATES_ONLY = re.compile(
    r"(?:[A-Za-zÀ-ÿ]{3,10}\.? )?(?:19|20)\d\d\s*(?:[-–—]|to|bis|à|a)\s*(?:[A-Za-zÀ-ÿ]{3,10}\.? ?)?(?:(?:19|"
    r"20)\d\d|present|"
    r"heute|aujourd['’]hui|actualidad)?(?:\s*[·(].{0,30})?\Z",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(r"\A(?:He|She)\b(?!['’])")
_NAMED_FIRST = re.compile(r"[\"“„«「]|(?:Er|Sie|Il|Elle|Él|Ella)\b|彼")


def prose_facts(scope: Scope, whose: Sequence[tuple[About, str | None]]) -> Iterator[Candidate]:
    """The facts of one note's prose, items and rows, in order."""
    skip: set[int] = set()
    for index, unit in enumerate(scope.units):
        if index in skip or unit.kind == "data" or addresses_a_model(unit.text):
            continue
        paper = _publication(scope, index)
        if paper is not None:
            skip.update(range(index, paper[1]))
            yield _paper(scope, index, paper, whose[index])
            continue
        worth = _worth(scope, unit, whose[index])
        if worth > 0:
            end = _with_dates(scope, index)
            if end != unit.end:
                skip.add(index + 1)
            begun = index in scope.spoken and not opens_itself(unit.text)
            yield _made(scope, unit, *whose[index], end=end, worth=worth, quoted=begun)


def _with_dates(scope: Scope, index: int) -> int:
    """Where a station of a career ends: with the line of dates beneath it."""
    unit = scope.units[index]
    if unit.line and index + 1 < len(scope.units) and is_role_line(unit.text):
        following = scope.units[index + 1]
        if following.kind == unit.kind and _DATES_ONLY.match(following.text) and following.start - unit.end < 4:
            return following.end
    return unit.end


def _publication(scope: Scope, index: int) -> tuple[int, int, int] | None:
    """A title, a line of authors and a venue after each other: first and last position, and where the quote ends."""
    if not _heads_publication(scope, index):
        return None
    units, group = scope.units, scope.units[index].group
    end = index + 1
    while end < len(units) and (is_author_list(units[end].text) or scope.contact in units[end].text):
        end += 1
    quote_end = units[index].end
    last = min(len(units), index + 12, end + 1 if group is None else len(units))
    for other in range(index + 1, last):
        if group is not None and units[other].group != group:
            break
        if is_venue(units[other].text) and units[other].end - units[index].start <= LONGEST_QUOTE:
            quote_end, end = units[other].end, max(end, other + 1)
            break
    while group is not None and end < len(units) and units[end].group == group:
        end += 1
    return index, end, quote_end


def _heads_publication(scope: Scope, index: int) -> bool:
    """Whether a line can be the title of a work whose authors follow."""
    units = scope.units
    if index + 1 >= len(units) or not is_author_list(units[index + 1].text) or not 8 < len(units[index].text) <= 250:
        return False
    unit = units[index]
    return not (
        looks_like_person(unit.text) or is_role_line(units[index + 1].text) or unit.kind in ("title", "heading")
    )


def _paper(scope: Scope, index: int, paper: tuple[int, int, int], whose: tuple[About, str | None]) -> Candidate:
    """One fact for a paper: its title, with the year of its venue."""
    unit = scope.units[index]
    venue = next((other.text for other in scope.units[index + 1 : paper[1]] if YEAR.search(other.text)), "")
    about, subject = whose if whose[1] or whose[0] == "person" or not scope.own_page else ("person", None)
    speaker = subject or scope.contact
    said = f" ({venue})" if venue and len(venue) <= 110 else ""
    statement = f"{speaker} co-wrote “{unit.text.strip()}”{said}"
    date = date_of(venue) if venue else None
    return Candidate(unit, unit.start, paper[2], statement, "publication", about, subject, date=date, substance=1.2)


def _worth(scope: Scope, unit: Unit, whose: tuple[About, str | None]) -> float:
    if unit.kind == "title" or (unit.kind == "heading" and not _headline(scope, unit)):
        return 0.0
    if unit.text.isascii() and len(unit.text.split()) < 3 and not unit.line and not YEAR.search(unit.text):
        return 0.0
    if len(unit.text) > LONGEST_QUOTE * 2 or is_author_list(unit.text) or looks_like_person(unit.text):
        return 0.0
    mine = whose == ("person", None)
    if _DATES_ONLY.match(unit.text) or _is_address(unit):
        return 0.0
    if is_chrome(unit.text) or (unit.line and not (_worthy_line(unit) or (mine and is_role_line(unit.text)))):
        return 0.0
    points = substance(unit)
    if (
        unit.line
        and not mine
        and not YEAR.search(unit.text)
        and points < 1.6
        and unit.kind not in ("item", "row", "heading")
    ):
        return 0.0
    enough = (ENOUGH_PERSON if mine else ENOUGH_OTHER) * _strictness(len(scope.note.text))
    return points if points >= enough else 0.0


def _strictness(length: int) -> float:
    """A short note is read with indulgence: what little there is was written on purpose."""
    return 0.2 if length < 3000 else 0.6 if length < 9000 else 1.0


def _is_address(unit: Unit) -> bool:
    """Whether a line is a web address and hardly a word besides ("www.example.org/ada (Example)")."""
    rest = _ADDRESS.sub("", unit.text) if "." in unit.text else unit.text
    return rest != unit.text and unit.line and len(rest.split()) < _WORDS_BESIDE


_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io|dev|eu|me)/\S*|\([^)]{1,20}\)", re.IGNORECASE
)
_WORDS_BESIDE = 3


def _worthy_line(unit: Unit) -> bool:
    """Whether a line without a full stop is more than a label: a dated item, an entry of a list, a long clause."""
    words = len(unit.text.split())
    if unit.kind in ("item", "row", "quoted"):
        return words >= 2 or len(unit.text) >= 8
    return words >= 6 or bool(YEAR.search(unit.text)) or len(unit.text) >= 40


def _headline(scope: Scope, unit: Unit) -> bool:
    """Whether a heading says something itself, as that of a press release does."""
    return len(unit.text.split()) >= 6 and not scope.own_page and (not unit.above or unit.end < 1500)


def _made(
    scope: Scope, unit: Unit, about: About, subject: str | None, *, end: int, worth: float, quoted: bool
) -> Candidate:
    text = scope.note.text[unit.start : end]
    speaker = subject or (scope.contact if about == "person" else scope.organization or scope.contact)
    kind = kind_of(unit)
    work = work_in(text, speaker) if about == "person" and (unit.line or unit.kind in ("item", "row")) else None
    if work and (work.several or kind == "publication"):
        return Candidate(unit, unit.start, end, work.told_of(speaker), "publication", about, subject, substance=worth)
    if scope.note.kind == "typed" and _OF_US_TWO.search(text):
        return Candidate(
            unit, unit.start, end, " ".join(text.split()), "shared_ground", "person", None, substance=worth
        )
    unnamed = about == "organization" and not scope.organization and not scope.is_organization
    titled = unit.line and unit.kind in ("item", "row") and kind in ("publication", "talk")
    plain = " ".join(text.split())
    # "He taught me to read maps", "Like me, Ines Marchetti …": told by somebody else, whose "me" stays theirs.
    other = about == "person" and told_by_another(text, speaker)
    statement = plain if titled or other else third_person(text, speaker, plural=about == "organization", quoted=quoted)
    if unnamed and statement != plain:
        statement = f"{speaker}: {plain}"  # "we" is more people than the contact
    if about == "person" and speaker.casefold() not in statement.casefold():
        statement = _attributed(scope, unit, statement, speaker)
    return Candidate(unit, unit.start, end, statement, kind, about, subject, substance=worth)


# Typed by hand, "we met in Ghent" is said of the writer and the contact, not of a house.
_OF_US_TWO = re.compile(
    r"\bwe (?:have |had |first |both |two |briefly |once |last ){0,2}(?:met|spoke|talked|chatted|sat|worked together"
    r"|studied together|shared|know each other|were (?:both|together|at|on|in the same))\b"
    r"|\bwir (?:haben uns|kennen uns|trafen uns|saßen|sprachen)\b|\bnous nous (?:sommes|connaissons|étions)\b"
    r"|\bnos (?:conocimos|conocemos|vimos)\b",
    re.IGNORECASE,
)


def _attributed(scope: Scope, unit: Unit, statement: str, speaker: str) -> str:
    """The statement with the name of whom it is about, where the source has only a pronoun, a verb or a line."""
    if unit.line:
        heading = f" ({unit.heading})" if unit.heading and len(unit.heading) <= 40 else ""
        return f"{speaker}{heading}: {statement}"
    named = _HE_OR_SHE.sub(speaker, statement, count=1)
    if named != statement:
        return named
    foreign = scope.note.language not in (None, "en") and not _NAMED_FIRST.match(statement)
    return f"{speaker}: {statement}" if foreign and scope.speaks else statement
