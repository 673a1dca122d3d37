"""Who a note speaks of: whose "I" it is, whether it names the contact, and whose each sentence is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from drafter.language.names import looks_like_person, may_be_person, mentions, parse, similarity, surname_mentions
from drafter.models import About, Note
from drafter.profile._person_words import (
    ANY_FIRST,
    FIRST,
    FIRST_STRICT,
    IS_NO_PERSON,
    OWN_NAME,
    PRONOUN,
    PRONOUN_SAID,
    QUOTED,
    SUBJECT,
    WE,
)
from drafter.profile.people import SAME, Entry, entries_of
from drafter.profile.quotations import spoken
from drafter.profile.units import Unit, units_of

# A title of so many words says more than a name and a post.
HEADLINE = 7
SAYS_I_OFTEN = 4


@dataclass(frozen=True)
class Scope:
    """One note seen from the contact: its units, its people, and who is meant by "I" and by nobody in particular."""

    note: Note
    contact: str
    organization: str | None = None
    units: tuple[Unit, ...] = field(default=())
    spans: tuple[tuple[int, int], ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """People with a card, an entry or a section of their own."""
        return entries_of(self.units)

    @cached_property
    def named(self) -> bool:
        """Whether the note, its title or its author is the contact."""
        fields = (self.note.title or "", self.note.author or "")
        if self.spans or any(True for text in fields for _ in mentions(text, self.contact)):
            return True
        return any(entry.is_of(self.contact) for entry in self.entries)

    @cached_property
    def is_organization(self) -> bool:
        """Whether the "contact" is the organisation itself."""
        if self.organization and self.contact.casefold() in self.organization.casefold():
            return True
        return not may_be_person(self.contact)

    @cached_property
    def own_page(self) -> bool:
        """Whether the note is the contact's own: titled with the name, opened by it, or written by them."""
        if self.note.kind == "typed":
            return self.stranger is None
        if self.is_organization or not self.named:
            return self.presumed
        if self.note.kind == "email":
            return self.note.author is not None and similarity(self.note.author, self.contact) >= SAME
        if any(
            True for head in (self.note.title, self.note.author) for _ in mentions((head or "")[:100], self.contact)
        ):
            return True
        if self._among_others:
            return False
        heads = [
            unit.text
            for unit in self.units[:40]
            if unit.kind in ("title", "heading") and (unit.kind == "title" or not unit.above)
        ]
        if any(True for head in heads for _ in mentions(head[:100], self.contact)):
            return True
        if self.spans and OWN_NAME.search(self.note.text[max(0, self.spans[0][0] - 50) : self.spans[0][0]]):
            return True
        early = bool(self.spans) and self.spans[0][0] < 200 and self._opens_unit(*self.spans[0])
        others = [entry for entry in self.entries if not entry.is_of(self.contact)]
        return early and len(others) < 2

    @cached_property
    def presumed(self) -> bool:
        """Whether a note that names nobody speaks in the first person throughout, as a home page does."""
        if self.is_organization or self.named or self.entries or self.stranger or self.note.author:
            return False
        if self.note.kind not in ("web_page", "markdown", "text"):
            return False
        told = (unit for index, unit in enumerate(self.units) if unit.kind != "data" and index not in self.spoken)
        return sum(_says_i(unit.text) for unit in told) >= SAYS_I_OFTEN

    @cached_property
    def reported(self) -> bool:
        """Whether the note tells of the contact as news do: under a headline, and never in the first person."""
        head = self.note.title or next((unit.text for unit in self.units[:5] if unit.kind == "heading"), "")
        if self.note.kind not in ("web_page", "feed", "markdown", "pdf") or len(head.split()) < HEADLINE:
            return False
        told = (unit for index, unit in enumerate(self.units) if not unit.line and index not in self.spoken)
        return not any(_says_i(unit.text) for unit in told)

    @cached_property
    def _among_others(self) -> bool:
        """Whether the contact's entry stands beside others' of the same make, as on the page of a team."""
        mine = next((entry for entry in self.entries if entry.is_of(self.contact)), None)
        if mine is None:
            return False
        own = self.units[mine.named_by]
        others = (self.units[entry.named_by] for entry in self.entries if not entry.is_of(self.contact))
        return any(other.kind == own.kind and len(other.above) == len(own.above) for other in others)

    def _opens_unit(self, start: int, end: int) -> bool:
        """Whether the name at these offsets is a line of its own, or the subject of its sentence."""
        return any(
            (unit.start <= start <= unit.start + 12 and end <= unit.end and "said" not in unit.text[:12])
            or (unit.line and not unit.text.isascii() and unit.start <= start and unit.end - 2 <= end <= unit.end)
            for unit in self.units[:20]
        )

    @cached_property
    def stranger(self) -> str | None:
        """Somebody else whose page this is: named in title, author or first heading, while the contact is nowhere."""
        if self.named:
            return None
        heads = [self.note.author or "", *re.split(r"\s[|–—-]\s|: ", self.note.title or "")]
        heads += [unit.text for unit in self.units[:15] if unit.kind in ("title", "heading")]
        known = [head for head in heads if looks_like_person(head) and similarity(head, self.contact) < SAME]
        return known[0].strip() if known and not self.is_organization else None

    @cached_property
    def speaks(self) -> bool:
        """Whether "I" in this note is the contact."""
        if self.is_organization:
            return False
        return self.own_page or (self.note.author is not None and similarity(self.note.author, self.contact) >= SAME)

    @cached_property
    def spoken(self) -> dict[int, str | None]:
        """Unit position → who says what stands in quotation marks there."""
        return spoken(self.units)

    @cached_property
    def owners(self) -> dict[int, Entry]:
        """Unit position → the entry it belongs to; the contact's own page as a whole is no entry."""
        found: dict[int, Entry] = {}
        for entry in self.entries:
            for index in entry.members:
                found[index] = entry
        return found


def scope_of(note: Note, contact: str, organization: str | None) -> Scope:
    """The note seen from the contact."""
    spans = tuple(islice(mentions(note.text, contact), 2000))
    if spans and may_be_person(contact):
        alone = islice(surname_mentions(note.text, contact, spans[0][1]), 2000)
        spans = _apart([*spans, *alone])
    return Scope(note, contact, organization, units_of(note, [start for start, _ in spans]), spans)


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order without those that lie in an earlier one."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


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
    if last and (PRONOUN_SAID.search(unit.text) or (PRONOUN.match(unit.text) and not _says_i(unit.text))):
        return "person", None if last == scope.contact else last
    if _says_i(unit.text):
        return ("organization", None) if index in scope.spoken and not speaker else _speaker(scope)
    return _by_default(scope, unit)


def _outside(unit: Unit, scope: Scope) -> bool:
    """Whether a sentence names the contact outside of what it quotes."""
    return any(True for _ in mentions(QUOTED.sub(" ", unit.text), scope.contact))


def _writer(scope: Scope, unit: Unit) -> str | None:
    """Whose words a unit of a letter is: those of whom it quotes, else the sender's."""
    if unit.kind == "quoted":
        return unit.label if unit.label and looks_like_person(unit.label) else None
    author = scope.note.author
    if scope.note.kind != "email" or unit.kind == "data" or not author or "@" in author:
        return None
    return author if may_be_person(author) else None


def _says_i(text: str) -> bool:
    return bool(ANY_FIRST.search(text) and FIRST_STRICT.search(text)) and not WE.match(text)


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
    from bisect import bisect_left

    at = bisect_left(scope.spans, (unit.end, 0)) - 1
    return at >= 0 and scope.spans[at][1] > unit.start


def other_subject(text: str, scope: Scope) -> str | None:
    """The person a sentence begins with, or whose words it quotes, where that is somebody else."""
    found = SUBJECT.match(text)
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
