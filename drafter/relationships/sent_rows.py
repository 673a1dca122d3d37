"""Approved rows of a batch and the people they are for: written, perhaps sent, and told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.relationships.importing import Index, digests, same_person
from drafter.storage import Batch, Person, Row, RowInput, SavedDraft

if TYPE_CHECKING:
    from drafter.storage.ledger import Storage


@dataclass(frozen=True, slots=True)
class Prepared:
    """An approved message: to whom, of what kind, by which channel. ``person`` is ``None`` for somebody not known."""

    batch: Batch
    row: Row
    person: Person | None
    stranger: Person
    kind: str
    channel: str
    subject: str | None
    text: str

    @property
    def origin_key(self) -> str:
        """What makes logging this message twice one touch: the batch, the person, how often it was written anew."""
        return f"{batch_mark(self.batch)}{_mark(self.row)}"


def batch_mark(batch: Batch) -> str:
    """How the keys of everything logged from this batch begin."""
    return f"batch:{batch.id}:"


def approved_rows(storage: Storage, batch: Batch) -> Iterator[Prepared]:
    """The approved rows of a batch, each with the person in the network it is for."""
    if not storage.batches.status(batch.id).decisions.get("approved"):
        return
    known = Index(storage.people.all(archived=None))
    for row, given, saved in storage.batches.walk(batch.id, decision="approved"):
        if saved is not None and saved.result.draft is not None:
            yield _prepared(batch, row, given, saved, known)


def forgotten_rows(storage: Storage, batch: Batch) -> tuple[Row, ...]:
    """Rows about somebody who was forgotten on request."""
    barred = storage.people.barred()
    if not barred:
        return ()
    walked = storage.batches.walk(batch.id)
    return tuple(row for row, given, _ in walked if barred.intersection(digests(_stranger(row, given))))


def drafted_facts(storage: Storage) -> dict[int, int]:
    """By person id, how many facts about them the profile of a draft in any batch holds."""
    known = Index(storage.people.all(archived=None))
    most: dict[int, int] = {}
    for batch in storage.batches.all():
        for row, given, saved in storage.batches.walk(batch.id):
            person = same_person(_stranger(row, given), known) if saved is not None else None
            if person is not None and saved is not None:
                facts = sum(fact.subject is None for fact in saved.result.profile.facts)
                most[person.id] = max(facts, most.get(person.id, 0))
    return most


def _stranger(row: Row, given: RowInput) -> Person:
    fields = given.fields
    return Person(
        name=row.name,
        organization=row.organization,
        role=fields.get("role"),
        email=fields.get("email"),
        phone=fields.get("phone"),
        links=tuple(fields.get("links", ())),
    )


def _prepared(batch: Batch, row: Row, given: RowInput, saved: SavedDraft, known: Index) -> Prepared:
    brief, draft = saved.result.brief, saved.result.draft
    assert draft is not None
    known_now = {"category": brief.category or "other", "reason": brief.purpose}
    stranger = _stranger(row, given).model_copy(update=known_now)
    person = same_person(stranger, known)
    return Prepared(batch, row, person, stranger, brief.kind, brief.channel, draft.subject, draft.message)


def _mark(row: Row) -> str:
    # Not the row's number: in a changed list another person may stand there.
    return f"{hashlib.sha256(row.person_key.encode()).hexdigest()[:24]}:{row.generation}"
