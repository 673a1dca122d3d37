"""What people decide about drafts: approve, edit, ask again, reject, take back. With who and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from drafter.models import Finding, Result
from drafter.storage.batches import saved_draft
from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.drafting import insert_draft, judged
from drafter.storage.faults import ConflictError, MissingError
from drafter.storage.rows import Decision, Event, Row, SavedDraft
from drafter.storage.tables import drafts, events, row_stages, rows

_REVERSIBLE = ("decided", "edited", "redraft asked")
_REMEMBERED = (
    "state",
    "reason",
    "verdict",
    "errors",
    "warnings",
    "unsupported",
    "decision",
    "decision_reason",
    "decided_by",
    "edited",
    "draft_id",
    "instruction",
)


class Reviewing:
    """Decisions on rows. Each takes the row as the reviewer saw it and refuses when it has changed since."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock

    def current(self, row: Row) -> SavedDraft | None:
        """The row's draft as it stands, or ``None``."""
        if row.draft_id is None:
            return None
        with self._database.read() as connection:
            found = connection.execute(sa.select(drafts).where(drafts.c.id == row.draft_id)).mappings().first()
        return saved_draft(found) if found else None

    def drafts(self, row_id: int) -> tuple[SavedDraft, ...]:
        """All drafts of a row, oldest first."""
        query = sa.select(drafts).where(drafts.c.row_id == row_id).order_by(drafts.c.id)
        with self._database.read() as connection:
            return tuple(saved_draft(row) for row in connection.execute(query).mappings())

    def edited_pairs(self, batch_id: int | None = None) -> tuple[tuple[SavedDraft, SavedDraft], ...]:
        """Each draft that a person edited: as it was written, and as they left it; also where it was redrafted since.

        What they took back is none.
        """
        of_batch = sa.true() if batch_id is None else rows.c.batch_id == batch_id
        with self._database.read() as connection:
            edited = sa.select(drafts.c.row_id).join(rows, rows.c.id == drafts.c.row_id)
            edited = edited.where(drafts.c.origin == "edit", of_batch).distinct().order_by(drafts.c.row_id)
            found = [self._pairs(connection, row_id) for row_id in connection.execute(edited).scalars().all()]
        return tuple(pair for pairs in found for pair in pairs)

    def decide(self, row: Row, decision: Decision | None, *, who: str, reason: str | None = None) -> Row:
        """Approve, reject or send back; ``None`` takes a decision back."""
        now = self._clock()
        values = {
            "decision": decision,
            "decision_reason": reason,
            "decided_by": who if decision else None,
            "decided_at": now if decision else None,
        }
        return self._change(row, values, who=who, what="decided", details={"decision": decision, "reason": reason})

    def edit(self, row: Row, result: Result, *, who: str, across: Sequence[Finding] = ()) -> Row:
        """Replace the row's draft with an edited one; the earlier one stays as history, a decision is taken back.

        ``across`` are those of the row's findings across the batch that still hold, at their new places.
        """
        with self._database.write() as connection:
            draft_id = insert_draft(
                connection, row.id, result, origin="edit", instruction=None, who=who, at=self._clock()
            )
            values: dict[str, Any] = {"draft_id": draft_id, "edited": True, "decision": None, "decision_reason": None}
            values["across"] = _as_json(across)
            return self._change(row, values | judged(result), who=who, what="edited", details={"draft": draft_id})

    def ask_again(self, row: Row, *, instruction: str | None, who: str) -> Row:
        """Make the row new again, to be written with an instruction; its drafts stay as history."""
        values = {
            "state": "new",
            "instruction": instruction,
            "generation": row.generation + 1,
            "decision": None,
            "decision_reason": None,
            "worker": None,
            "started_on": None,
        }
        with self._database.write() as connection:
            connection.execute(row_stages.delete().where(row_stages.c.row_id == row.id))
            return self._change(row, values, who=who, what="redraft asked", details={"instruction": instruction})

    def undo(self, row: Row, *, who: str) -> Row | None:
        """Take back the latest decision, edit or request; ``None`` when there is nothing to take back."""
        undone: set[int] = set()
        for event in reversed(self.events(row.batch_id, row_id=row.id)):
            if event.what == "undone":
                undone.add(event.details["event"])
            elif event.what in _REVERSIBLE and event.id not in undone:
                before = event.details["before"]
                return self._change(row, before, who=who, what="undone", details={"event": event.id})
        return None

    def set_across(self, findings: dict[int, Sequence[Finding]]) -> None:
        """Keep, by row id, the findings that only the whole batch shows."""
        values = [{"wanted": row_id, "found": _as_json(found)} for row_id, found in findings.items()]
        if values:
            change = rows.update().where(rows.c.id == sa.bindparam("wanted")).values(across=sa.bindparam("found"))
            with self._database.write() as connection:
                connection.execute(change, values)

    def events(self, batch_id: int, *, row_id: int | None = None, after: int = 0) -> tuple[Event, ...]:
        """What happened, oldest first."""
        query = sa.select(events).where(events.c.batch_id == batch_id, events.c.id > after).order_by(events.c.id)
        if row_id is not None:
            query = query.where(events.c.row_id == row_id)
        with self._database.read() as connection:
            return tuple(Event.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def note(self, batch_id: int, what: str, *, who: str, details: dict[str, Any] | None = None) -> None:
        """Put an event on record that concerns the whole batch: a run, an export."""
        values = {"who": who, "what": what, "details": details or {}, "at": self._clock()}
        with self._database.write() as connection:
            connection.execute(events.insert().values(batch_id=batch_id, **values))

    def _change(self, row: Row, values: dict[str, Any], *, who: str, what: str, details: dict[str, Any]) -> Row:
        now = self._clock()
        with self._database.write() as connection:
            seen = (rows.c.id == row.id) & (rows.c.version == row.version)
            changed = values | {"version": row.version + 1, "updated_at": now}
            if not connection.execute(rows.update().where(seen).values(**changed)).rowcount:
                raise self._why_not(connection, row)
            before = {name: getattr(row, name) for name in _REMEMBERED} | {"across": _as_json(row.across)}
            told = {"who": who, "what": what, "details": details | {"before": before}, "at": now}
            connection.execute(events.insert().values(batch_id=row.batch_id, row_id=row.id, **told))
            after = connection.execute(sa.select(rows).where(rows.c.id == row.id)).mappings().one()
        return Row.model_validate(dict(after))

    def _why_not(self, connection: sa.Connection, row: Row) -> Exception:
        now = connection.execute(sa.select(rows.c.decided_by).where(rows.c.id == row.id)).first()
        if now is None:
            return MissingError(f"row {row.number} was removed meanwhile")
        by = f" by {now.decided_by}" if now.decided_by and now.decided_by != row.decided_by else ""
        return ConflictError(f"row {row.number} was changed{by} meanwhile; look at it again, then decide")

    def _pairs(self, connection: sa.Connection, row_id: int) -> list[tuple[SavedDraft, SavedDraft]]:
        told = connection.execute(
            sa.select(events.c.id, events.c.what, events.c.details).where(events.c.row_id == row_id)
        )
        happened = {event.id: event for event in told}
        undone = {event.details["event"] for event in happened.values() if event.what == "undone"}
        taken_back = {happened[at].details.get("draft") for at in undone if happened[at].what == "edited"}
        query = sa.select(drafts).where(drafts.c.row_id == row_id, drafts.c.id.not_in(taken_back)).order_by(drafts.c.id)
        left: dict[int, tuple[Any, Any]] = {}
        written = None
        for draft in connection.execute(query).mappings():
            if draft["origin"] != "edit":
                written = draft
            elif written is not None:
                left[written["id"]] = (written, draft)
        return [(saved_draft(before), saved_draft(after)) for before, after in left.values()]


def _as_json(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    return [finding.model_dump(mode="json") for finding in findings]
