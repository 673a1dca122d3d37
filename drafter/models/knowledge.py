"""What is known: contact, organisation, notes, facts, profile."""

from __future__ import annotations

import datetime
from typing import Self

from pydantic import model_validator

from drafter.models.words import About, BlockKind, Category, FactKind, NoteKind, Sensitivity, Value


class Contact(Value):
    """The person to write to. What no source says stays ``None``.

    ``email`` and ``phone`` are kept for the user and never reach a language model.
    """

    name: str
    given_name: str | None = None
    family_name: str | None = None
    title: str | None = None
    suffix: str | None = None
    role: str | None = None
    location: str | None = None
    links: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    category: Category | None = None


class Organization(Value):
    """Where the contact works, as the sources describe it."""

    name: str
    description: str | None = None
    size: str | None = None
    location: str | None = None
    website: str | None = None


class Block(Value):
    """A stretch ``text[start:end]`` of a note that belongs together, for instance a heading or a list item.

    ``level`` is the heading's rank (1 to 6). Blocks that share a ``group`` stood in the same card, table row or
    entry of the source, for instance one person's tile on a team page. ``label`` names a datum's key ("jobTitle")
    or the writer of a quoted message.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int | None = None
    group: int | None = None
    label: str | None = None


class Note(Value):
    """One piece of gathered material: clean text, its structure by offsets, and where it came from.

    ``sha256`` is the digest of ``text``. ``warnings`` tells what was left out or mended while reading.
    """

    id: str
    origin: str
    kind: NoteKind
    title: str | None = None
    language: str | None = None
    retrieved_at: datetime.datetime | None = None
    published: str | None = None
    author: str | None = None
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()


class Evidence(Value):
    """A verbatim stretch of a note: ``notes[note].text[start:end] == quote``."""

    quote: str
    note: str
    start: int
    end: int


class Fact(Value):
    """A statement about the contact or their organisation, with the words that prove it.

    ``date`` is a year, month, day or range as stated ("2020", "2019-09", "2016–2019"). ``subject`` names the person
    the fact is about when that is somebody else than the contact. ``also`` holds further evidence of the same fact.
    ``sensitive`` marks matters not to be used unless the user chooses to. ``shared`` says what the contact and the
    sender have in common. ``outdated`` is true when the fact is known to lie in the past (a former role).
    """

    id: str
    about: About = "person"
    kind: FactKind = "other"
    statement: str
    quote: str
    note: str
    start: int
    end: int
    date: str | None = None
    subject: str | None = None
    heading: str | None = None
    also: tuple[Evidence, ...] = ()
    sensitive: Sensitivity | None = None
    shared: str | None = None
    outdated: bool = False


class Rejected(Value):
    """A proposed fact that code could not verify, kept so that a person can look at it."""

    statement: str
    quote: str
    reason: str
    note: str | None = None


class Profile(Value):
    """All that is known, best fact first. Always: ``note.text[fact.start:fact.end] == fact.quote``."""

    contact: Contact
    organization: Organization | None = None
    notes: tuple[Note, ...] = ()
    facts: tuple[Fact, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _every_quote_is_verbatim(self) -> Self:
        texts = {note.id: note.text for note in self.notes}
        for fact in self.facts:
            places: tuple[Fact | Evidence, ...] = (fact, *fact.also)
            for found in places:
                text = texts.get(found.note)
                if text is not None and text[found.start : found.end] != found.quote:
                    raise ValueError(f"fact {fact.id}: the quote does not stand at its offsets in note {found.note}")
        return self

    def fact(self, fact_id: str) -> Fact | None:
        """The fact with this id, or ``None``."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)
