"""What the desk and people sections of the ledger hold, as frozen values free of any database.

An ``id`` of 0 means "not saved yet". Times are in UTC; ``on``, ``due`` and the like are the user's calendar days.
"""

from __future__ import annotations

import datetime
from typing import Any

from pydantic import Field

from drafter.models import Value

JsonObject = dict[str, Any]


class DeskSummary(Value):
    """One piece of saved work, without its document: enough for a list."""

    id: str
    owner: str
    title: str
    archived: bool = False
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime


class DeskItem(DeskSummary):
    """One piece of saved work: everything the page needs to show it again after a reload.

    ``document`` is the page's own JSON, for instance {"contact", "organization", "notes", "profile", "brief",
    "result", "edited", "decision", "takes"}; the storage does not look into it.
    """

    document: JsonObject


class DeskStep(Value):
    """One earlier state of a piece of saved work: what was done (``step``), by whom, when."""

    version: int
    step: str
    who: str
    at: datetime.datetime
    document: JsonObject


class Person(Value):
    """A person one keeps in touch with. ``key`` is what makes two spellings the same person (see ``people.key``)."""

    id: int = 0
    key: str = ""
    name: str
    organization: str | None = None
    role: str | None = None
    category: str = "other"
    cadence_days: int | None = None
    reason: str | None = None
    email: str | None = None
    phone: str | None = None
    links: tuple[str, ...] = ()
    notes: str | None = None
    met_on: datetime.date | None = None
    snoozed_until: datetime.date | None = None
    archived: bool = False
    details: JsonObject = Field(default_factory=dict)
    version: int = 1
    created_at: datetime.datetime | None = None
    updated_at: datetime.datetime | None = None


class Change(Value):
    """One field of a person that changed (a new employer), and where the news came from."""

    field: str
    old: Any = None
    new: Any = None
    origin: str
    at: datetime.datetime


class Touch(Value):
    """Something that passed between the sender and a person: ``kind`` sent, received, call, meeting, coffee and so on.

    ``origin_key`` makes logging idempotent: a second touch with the same key (a message id, "batch:3:row:17") is the
    first one again.
    """

    id: int = 0
    person_id: int
    kind: str
    on: datetime.date
    channel: str | None = None
    message_kind: str | None = None
    subject: str | None = None
    text: str | None = None
    origin: str = "by hand"
    origin_key: str | None = None
    details: JsonObject = Field(default_factory=dict)
    created_at: datetime.datetime | None = None


class Outcome(Value):
    """What came of it: ``kind`` reply, conversation, referral, interview, offer, decline and so on."""

    id: int = 0
    person_id: int
    touch_id: int | None = None
    kind: str
    on: datetime.date
    text: str | None = None
    details: JsonObject = Field(default_factory=dict)
    created_at: datetime.datetime | None = None


class Promise(Value):
    """Something promised: ``mine`` is true for the sender's promise, false for the other person's."""

    id: int = 0
    person_id: int
    text: str
    mine: bool = True
    due: datetime.date | None = None
    kept_on: datetime.date | None = None
    created_at: datetime.datetime | None = None


class Entry(Value):
    """Anything else kept about a person or in general: a follow-up sequence, a received invitation, a quota.

    ``kind`` groups entries ("sequence", "invitation"); ``key``, where given, is unique and finds one again.
    """

    id: int = 0
    person_id: int | None = None
    kind: str
    key: str | None = None
    document: JsonObject = Field(default_factory=dict)
    version: int = 1
    created_at: datetime.datetime | None = None
    updated_at: datetime.datetime | None = None


class Submission(Value):
    """Requests of a batch that were handed to a provider together; ``document`` says which rows they belong to."""

    id: int = 0
    batch_id: int
    provider_id: str | None = None
    state: str
    document: JsonObject = Field(default_factory=dict)
    created_at: datetime.datetime
    updated_at: datetime.datetime
