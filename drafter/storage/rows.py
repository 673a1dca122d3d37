"""What the batch sections of the ledger hold, as frozen values free of any database."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from drafter.models import Finding, Result, Usage, Value, Verdict

State = Literal["new", "drafted", "failed", "needs", "removed"]
Decision = Literal["approved", "rejected", "needs_work"]
DraftOrigin = Literal["first", "redraft", "edit"]

STATES: tuple[State, ...] = ("new", "drafted", "failed", "needs")
DECISIONS: tuple[Decision, ...] = ("approved", "rejected", "needs_work")


class Batch(Value):
    """One list of contacts. ``columns`` are the file's headers as they stand, ``mapping`` what each means."""

    id: int
    name: str
    source: str
    source_digest: str
    columns: tuple[str, ...]
    mapping: dict[str, str] = Field(default_factory=dict)
    options: dict[str, Any] = Field(default_factory=dict)
    created_at: datetime.datetime
    used_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class NewRow:
    """One data row as read: its cells as they stand, and ``fields``, what the recognised ones mean.

    ``digest`` covers all that a draft depends on: while it stays the same, the draft stays.
    """

    digest: str
    person_key: str
    name: str
    organization: str | None
    cells: tuple[str, ...]
    fields: dict[str, Any]
    state: State = "new"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking in a list did to the rows that were there."""

    added: int = 0
    kept: int = 0
    changed: int = 0
    removed: int = 0


class RowInput(Value):
    """What the file says in one row."""

    cells: tuple[str, ...]
    fields: dict[str, Any]


class Row(Value):
    """Where one row stands; small, so that thousands can be listed. ``number`` counts data rows from 1.

    ``version`` grows with each change: hand it back when deciding, so that two reviewers never overwrite each other.
    ``across`` holds the findings that only the whole batch shows. ``fresh`` is true of a row just claimed on which
    nobody worked before; ``given`` is what the file says in a row just claimed.
    """

    id: int
    batch_id: int
    number: int
    digest: str
    person_key: str
    name: str
    organization: str | None = None
    state: State
    reason: str | None = None
    verdict: Verdict | None = None
    errors: int = 0
    warnings: int = 0
    unsupported: int = 0
    decision: Decision | None = None
    decision_reason: str | None = None
    decided_by: str | None = None
    decided_at: datetime.datetime | None = None
    edited: bool = False
    across: tuple[Finding, ...] = ()
    draft_id: int | None = None
    generation: int = 0
    instruction: str | None = None
    started_on: datetime.date | None = None
    worker: str | None = None
    fresh: bool = False
    given: RowInput | None = Field(default=None, exclude=True, repr=False)
    version: int
    updated_at: datetime.datetime


class SavedDraft(Value):
    """One draft of a row, with everything it was made from; earlier ones stay as history."""

    id: int
    row_id: int
    origin: DraftOrigin
    instruction: str | None = None
    who: str
    at: datetime.datetime
    result: Result


class Event(Value):
    """Something that happened to a batch or a row: who, what, when."""

    id: int
    batch_id: int
    row_id: int | None = None
    at: datetime.datetime
    who: str
    what: str
    details: dict[str, Any] = Field(default_factory=dict)


class Status(Value):
    """A batch in figures; its JSON is what ``drafter batch status --json`` prints."""

    batch: int
    name: str
    source: str
    rows: int
    states: dict[str, int]
    decisions: dict[str, int]
    verdicts: dict[str, int]
    usage: Usage


@dataclass(frozen=True, slots=True)
class View:
    """Which rows to show and in what order.

    ``order`` is ``"number"`` or ``"attention"`` (fails first, then the least supported, then the rest);
    ``decision="undecided"`` asks for rows without one; ``text`` is looked for in name and organisation.
    """

    states: tuple[State, ...] = STATES
    verdict: Verdict | None = None
    decision: Decision | Literal["undecided"] | None = None
    text: str | None = None
    order: Literal["number", "attention"] = "number"
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class WorkerSeen:
    """A process that takes rows, and when it last said it was alive."""

    id: str
    host: str
    pid: int
    seen_at: datetime.datetime
    rows: int = field(default=0)
