"""Whose each sentence of a note is: the contact's, their organisation's, or somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from drafter.language.names import looks_like_person, may_be_person, mentions, parse, similarity
from drafter.models import About
from drafter.profile._person_words import (
    FIRST,
    IS_NO_PERSON,
    PRONOUN,
    PRONOUN_SAID,
    QUOTED,
    SUBJECT,
    SUBJECT_TYPED,
    WE,
)
from drafter.profile.people import SAME
from drafter.profile.quotations import opens_itself
from drafter.profile.scope import Scope
from drafter.profile.units import Unit
from drafter.profile.voices import says_i


@lru_cache(maxsize=16)
def whose(scope: Scope) -> list[tuple[About, str | None]]:
    """For each unit: about whom it is, and the name where that is neither the contact nor their organisation."""
    found: list[tuple[About, str | None]] = []
    last: str | None = None
    block = -1
    for index, unit in enumerate(scope.units):
        if unit.block != block and unit.kind in ("heading", "title", "item"):
            last = None
        block = unit.block
        about, name = _whose(scope, index, unit, last)
        found.append((about, name))
        if name:
            last = name
        elif about == "person" and unit.kind not in ("heading", "title"):
            last = scope.contact
        elif WE.search(unit.text):
            last = None
    return _with_their_ends(scope.units, found)


# In languages that leave the pronoun out the verb stands where a name would ("Sono Ada").
_SAYS_I_AM = re.compile(r"(?:Sono|Soy|Sou|Mi|Me)\s")
_OPEN_QUOTE = re.compile(r"\A[\"“„«「][^\"”“»」]*\Z")


def _with_their_ends(units: Sequence[Unit], found: list[tuple[About, str | None]]) -> list[tuple[About, str | None]]:
    """A quotation of several sentences is whose its last one is, where the speaker is named."""
    for index in range(len(units) - 2, -1, -1):
        following = units[index + 1]
        if units[index].block == following.block and _OPEN_QUOTE.match(units[index].text):
            found[index] = found[index + 1]
    return found


def _whose(scope: Scope, index: int, unit: Unit, last: str | None) -> tuple[About, str | None]:
    entry = scope.owners.get(index)
    if entry is not None:
        return "person", None if entry.is_of(scope.contact) else parse(entry.name).plain
    return ("organization", None) if scope.is_organization else _of_free_text(scope, index, unit, last)


def _of_free_text(scope: Scope, index: int, unit: Unit, last: str | None) -> tuple[About, str | None]:
    """Whose a unit is that stands in nobody's entry."""
    speaker = scope.spoken.get(index)
    if speaker and similarity(speaker, scope.contact) < SAME and not _outside(unit, scope):
        return "person", speaker
    writer = _writer(scope, unit)
    if writer:
        mine = similarity(writer, scope.contact) >= SAME
        if mine and WE.search(unit.text) and not FIRST.search(unit.text):
            return "organization", None
        return "person", None if mine or _within(scope, unit) else writer
    if _within(scope, unit):
        return "person", None
    if (other := other_subject(unit.text, scope)) is not None:
        return "person", other
    if last and (
        PRONOUN_SAID.search(unit.text) or (PRONOUN.match(unit.text) and not says_i(unit.text, scope.note.language))
    ):
        return "person", None if last == scope.contact else last
    if says_i(unit.text, scope.note.language):
        quoted = index in scope.spoken and not speaker and not _says_i_outside(unit, scope)
        return ("organization", None) if quoted else _speaker(scope)
    return _by_default(scope, unit)


def _outside(unit: Unit, scope: Scope) -> bool:
    """Whether a sentence names the contact outside of what it quotes."""
    return any(True for _ in mentions(QUOTED.sub(" ", unit.text), scope.contact))


def _says_i_outside(unit: Unit, scope: Scope) -> bool:
    """Whether the first person stands outside of what is quoted ("I moved to the “Gratitude”")."""
    return opens_itself(unit.text) and says_i(QUOTED.sub(" ", unit.text), scope.note.language)


def _writer(scope: Scope, unit: Unit) -> str | None:
    """Whose words a unit of a letter is: those of whom it quotes, else the sender's."""
    if unit.kind == "quoted":
        return unit.label or None  # a first name or an address alone is somebody else's, too
    author = scope.note.author
    if scope.note.kind != "email" or unit.kind == "data" or not author or "@" in author:
        return None
    return author if may_be_person(author) else None


def _speaker(scope: Scope) -> tuple[About, str | None]:
    """Whose "I" it is; where nobody is known to speak, at least not the contact's."""
    if scope.speaks:
        return "person", None
    return ("person", scope.stranger) if scope.stranger else ("organization", None)


def _by_default(scope: Scope, unit: Unit) -> tuple[About, str | None]:
    if scope.is_organization or (WE.search(unit.text) and not FIRST.search(unit.text)):
        return "organization", None
    if scope.organization and scope.organization.casefold() in unit.text.casefold() and not scope.own_page:
        return "organization", None
    if scope.own_page:
        return ("organization" if scope.reported and not unit.line else "person"), None
    return ("person", scope.stranger) if scope.stranger and unit.kind != "heading" else ("organization", None)


def _within(scope: Scope, unit: Unit) -> bool:
    at = bisect_left(scope.spans, (unit.end, 0)) - 1
    return at >= 0 and scope.spans[at][1] > unit.start


def other_subject(text: str, scope: Scope) -> str | None:
    """The person a sentence begins with, or whose words it quotes, where that is somebody else."""
    subject = SUBJECT_TYPED if scope.note.kind == "typed" else SUBJECT
    found = (
        None
        if _SAYS_I_AM.match(text) and scope.note.language in ("it", "es", "pt", "ca", "gl")
        else subject.match(text)
    )
    if not found or IS_NO_PERSON.match(text, found.end()):
        return None
    name = " ".join(found.group(1).split())
    if not looks_like_person(name) or similarity(name, scope.contact) >= SAME:
        return None
    org = (scope.organization or "").casefold()
    return None if org and (name.casefold() in org or org in name.casefold()) else name


def others_in(scopes: Sequence[Scope]) -> list[str]:
    """The names of other people with an entry of their own."""
    return list(dict.fromkeys(e.name for s in scopes for e in s.entries if not e.is_of(s.contact)))
