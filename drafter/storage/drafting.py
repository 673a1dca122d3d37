"""What a run writes: who works on which row, each reply as it arrives, each result."""

from __future__ import annotations

import datetime
import os
import socket
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from drafter.models import Result, Usage
from drafter.storage import statements
from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.grouping import Together
from drafter.storage.rows import DraftOrigin, Row, WorkerSeen
from drafter.storage.tables import drafts, replies, row_stages, rows, workers

SUBMISSION = "submission"
"""The host of rows that wait for a provider: nobody else takes them before the answers are collected."""

LEASE = datetime.timedelta(seconds=60)
"""A worker on another machine that was silent for this long is taken to be gone."""


class Drafting:
    """The part of the ledger that survives a kill at any moment.

    A row is claimed before work on it starts, each reply is kept before anything is done with it, and the result is
    kept together with the row's new state. Whoever comes next finds either the result, or the replies to go on from.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock
        self._together = Together(database)

    # --- who works ---

    def register(self, worker: str, *, host: str | None = None) -> None:
        """Announce a worker; call :meth:`alive` every few seconds from then on (not for :data:`SUBMISSION`)."""
        values = {"host": host or socket.gethostname(), "pid": os.getpid(), "seen_at": self._clock()}
        with self._database.write() as connection:
            connection.execute(workers.delete().where(workers.c.id == worker))
            connection.execute(workers.insert().values(id=worker, **values))

    def alive(self, worker: str) -> None:
        """Say that the worker still works."""
        with self._database.write() as connection:
            connection.execute(workers.update().where(workers.c.id == worker).values(seen_at=self._clock()))

    def retire(self, worker: str) -> int:
        """The worker stops: its unfinished rows are free again; how many they were."""
        with self._database.write() as connection:
            freed = connection.execute(rows.update().where(rows.c.worker == worker).values(worker=None)).rowcount
            connection.execute(workers.delete().where(workers.c.id == worker))
        return freed

    def retire_unknown(self, batch_id: int, *, prefix: str, known: Collection[str]) -> None:
        """Free rows held in this batch under names that begin so and that nobody knows any more."""
        query = sa.select(rows.c.worker).distinct().where(rows.c.batch_id == batch_id, rows.c.worker.startswith(prefix))
        with self._database.write() as connection:
            found = [row.worker for row in connection.execute(query) if row.worker not in known]
            connection.execute(rows.update().where(rows.c.worker.in_(found)).values(worker=None))
            connection.execute(workers.delete().where(workers.c.id.in_(found)))

    def working(self) -> tuple[WorkerSeen, ...]:
        """The workers that are alive."""
        with self._database.read() as connection:
            return tuple(seen for seen in self._seen(connection) if self._lives(seen))

    # --- taking rows ---

    def reopen(self, batch_id: int, *, states: Sequence[str] = ("failed", "needs")) -> int:
        """Give rows that got no draft another chance; how many."""
        mine = (rows.c.batch_id == batch_id) & rows.c.state.in_(states)
        values = {"state": "new", "version": rows.c.version + 1, "updated_at": self._clock()}
        with self._database.write() as connection:
            ids = sa.select(rows.c.id).where(mine).scalar_subquery()
            connection.execute(row_stages.delete().where(row_stages.c.row_id.in_(ids)))
            return connection.execute(rows.update().where(mine).values(**values)).rowcount

    def claim(
        self, batch_id: int, worker: str, *, limit: int, today: datetime.date, only: Sequence[int] = ()
    ) -> tuple[Row, ...]:
        """Take up to ``limit`` new rows that no living worker holds, lowest numbers first (``only``: of these ids).

        ``today`` becomes the day the row is written for and stays it, so that a row begun yesterday goes on with the
        very requests whose replies were received yesterday.
        """
        with self._database.write() as connection:
            free = rows.c.worker.is_(None) | rows.c.worker.not_in([*self._living(connection), worker])
            query = (
                sa.select(rows)
                .where(rows.c.batch_id == batch_id, rows.c.state == "new", free)
                .where(rows.c.id.in_(only) if only else sa.true())
                .order_by(rows.c.number)
                .limit(limit)
                .with_for_update(skip_locked=True)
            )
            seen = [Row.model_validate(dict(row)) for row in connection.execute(query).mappings()]
            # Asked again: a worker may have come and claimed between the two questions.
            living = self._living(connection)
            found = [row for row in seen if row.worker not in living]
            if not found:
                return ()
            mine = rows.c.id.in_([row.id for row in found])
            day = sa.func.coalesce(rows.c.started_on, today, type_=sa.Date())
            connection.execute(rows.update().where(mine).values(worker=worker, started_on=day))
            given = statements.inputs_of(connection, [row.id for row in found])
        claimed = {"worker": worker, "started_on": today, "fresh": True}
        begun = {"worker": worker, "fresh": False}
        return tuple(
            row.model_copy(update=(begun if row.started_on else claimed) | {"given": given.get(row.id)})
            for row in found
        )

    def release(self, row_ids: Sequence[int], worker: str) -> None:
        """Give rows back untouched."""
        mine = rows.c.id.in_(list(row_ids)) & (rows.c.worker == worker)
        with self._database.write() as connection:
            connection.execute(rows.update().where(mine).values(worker=None))

    # --- the steps of one row ---

    def stage(self, row_id: int, stage: str) -> str | None:
        """What was kept of a step of this row ("gathered", "profile"), as JSON text."""
        with self._database.read() as connection:
            return connection.execute(statements.STAGE, {"this_row": row_id, "this_stage": stage}).scalar()

    def keep_stage(self, row_id: int, stage: str, document: str) -> None:
        """Keep the outcome of a step, replacing an earlier one."""
        values = {"row_id": row_id, "stage": stage, "document": document}
        self._together.write(lambda connection: connection.execute(statements.keep_stage(connection), values))

    def reply(self, digest: str) -> dict[str, Any] | None:
        """The reply to a request that was asked before: its value, text, model and usage."""
        # Nearly always there is none, and that is told with a fifth of the work.
        if not self._database.has(replies.c.digest, digest):
            return None
        with self._database.read() as connection:
            found = connection.execute(statements.REPLY, {"key": digest}).mappings().first()
        return dict(found) if found else None

    def keep_reply(
        self, digest: str, *, row_id: int | None, purpose: str, model: str, value: str, text: str, usage: Usage
    ) -> None:
        """Keep a reply and count what it used, in one transaction, before anything else is done with it."""
        kept: dict[str, Any] = {"digest": digest, "row_id": row_id, "purpose": purpose, "model": model}
        kept |= {"value": value, "text": text, "at": self._clock(), "usage": usage.model_dump(mode="json")}

        def write(connection: sa.Connection) -> None:
            if connection.execute(statements.keep_reply(connection), kept).rowcount and row_id is not None:
                connection.execute(statements.SPEND, statements.spent(row_id, usage))

        self._together.write(write)

    def drop_reply(self, digest: str) -> None:
        """Forget a reply that turned out not to be usable, so that it is asked for again."""
        with self._database.write() as connection:
            connection.execute(replies.delete().where(replies.c.digest == digest))

    def spend(self, row_id: int, usage: Usage) -> None:
        """Count what a call used whose reply could not be kept."""
        with self._database.write() as connection:
            connection.execute(statements.SPEND, statements.spent(row_id, usage))

    # --- the end of one row ---

    def finish(self, row: Row, result: Result, *, worker: str, who: str = "drafter") -> bool:
        """Keep a result with the row's new state; false when the row meanwhile belongs to somebody else."""
        state: dict[str, Any] = {"state": "drafted", "reason": None, "edited": False, **judged(result)}
        if result.draft is None:
            state |= {"state": "needs", "reason": " · ".join(result.needs), "verdict": None}
        told = {"what": state["state"], "details": {"model": result.provenance.model}}
        kept = {"document": result.model_dump_json(), "instruction": row.instruction, "row_id": row.id, "who": who}
        kept["origin"] = "redraft" if row.generation else "first"

        def write(connection: sa.Connection) -> bool:
            if not self._holds(connection, row, worker):
                return False
            now = self._clock()
            made = connection.execute(statements.ADD_DRAFT, kept | {"at": now}).inserted_primary_key
            assert made is not None
            details = {"draft": int(made[0]), **told["details"]}
            self._end(connection, row, state | {"draft_id": int(made[0])}, told | {"details": details}, who)
            connection.execute(statements.FORGET_STAGES, {"this_row": row.id})
            return True

        return self._together.write(write)

    def fail(self, row: Row, reason: str, *, worker: str, who: str = "drafter") -> bool:
        """Keep why a row got no draft; false when the row meanwhile belongs to somebody else."""
        reason = reason.replace("\x00", "")

        def write(connection: sa.Connection) -> bool:
            if not self._holds(connection, row, worker):
                return False
            told = {"what": "failed", "details": {"reason": reason}}
            self._end(connection, row, {"state": "failed", "reason": reason}, told, who)
            return True

        return self._together.write(write)

    def _end(self, connection: sa.Connection, row: Row, state: dict[str, Any], told: dict[str, Any], who: str) -> None:
        now = self._clock()
        ended = {"this_row": row.id, "worker": None, "updated_at": now}
        connection.execute(statements.END, state | ended)
        connection.execute(
            statements.ADD_EVENT, told | {"batch_id": row.batch_id, "row_id": row.id, "at": now, "who": who}
        )

    def _holds(self, connection: sa.Connection, row: Row, worker: str) -> bool:
        asked = {"this_row": row.id, "mine": worker, "key": row.digest}
        return connection.execute(statements.HOLDS, asked).first() is not None

    def _living(self, connection: sa.Connection) -> set[str]:
        return {seen.id for seen in self._seen(connection) if self._lives(seen)}

    def _seen(self, connection: sa.Connection) -> list[WorkerSeen]:
        return [WorkerSeen(**row) for row in connection.execute(sa.select(workers)).mappings()]

    def _lives(self, seen: WorkerSeen) -> bool:
        if seen.host == SUBMISSION:
            return True
        # The difference counts both ways: a clock that was set back must not keep a dead worker alive.
        if abs(self._clock() - seen.seen_at) > LEASE:
            return False
        return seen.host != socket.gethostname() or _runs(seen.pid)


def insert_draft(
    connection: sa.Connection,
    row_id: int,
    result: Result,
    *,
    origin: DraftOrigin,
    instruction: str | None,
    who: str,
    at: datetime.datetime,
) -> int:
    """Add a draft to a row's history; its id."""
    values = {"origin": origin, "instruction": instruction, "who": who, "at": at}
    document = result.model_dump_json()
    made = connection.execute(drafts.insert().values(row_id=row_id, document=document, **values)).inserted_primary_key
    assert made is not None
    return int(made[0])


def judged(result: Result) -> dict[str, Any]:
    """The columns of a row that say what the checks found."""
    findings = result.report.findings
    return {
        "verdict": result.report.verdict,
        "errors": sum(finding.severity == "error" for finding in findings),
        "warnings": sum(finding.severity == "warning" for finding in findings),
        "unsupported": sum(finding.rule.startswith("facts.") for finding in findings),
    }


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
