"""Lists of contacts and their rows: taking in, finding, listing, counting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from drafter.models import Draft, Usage, Value
from drafter.storage import statements
from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.faults import MissingError
from drafter.storage.rows import DECISIONS, STATES, Batch, NewRow, Row, RowInput, SavedDraft, Status, TakenIn, View
from drafter.storage.tables import batches, drafts, rows
from drafter.storage.taking_in import reconcile

_CHUNK = 500
_TAKING_IN = 7_301_944_217


class Batches:
    """Batches as they were read, and where each row stands."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock

    def take_in(
        self,
        new_rows: Iterable[NewRow],
        *,
        name: str,
        source: str,
        source_digest: str,
        columns: tuple[str, ...],
        mapping: dict[str, str],
        options: dict[str, Any],
    ) -> tuple[Batch, TakenIn]:
        """Take in a list, all or nothing, in memory that does not grow with it.

        A list known by its place or its content goes on where it was: unchanged rows keep their drafts wherever they
        now stand, changed ones become new and keep theirs as history, missing ones are put aside.
        """
        described = {"columns": list(columns), "mapping": mapping}
        with self._database.write() as connection:
            # Two programs that start on the same list at once must not make two batches of it.
            self._database.alone(connection, _TAKING_IN)
            known = self.known(source, source_digest)
            if known is None:
                now = self._clock()
                values = {"name": name, "source": source, "source_digest": source_digest, "created_at": now}
                made = connection.execute(batches.insert().values(used_at=now, options=options, **values, **described))
                assert made.inserted_primary_key is not None
                batch_id = made.inserted_primary_key[0]
            else:
                batch_id = known.id
                # What runs remembered stays, above all what was handed to a provider and is paid for.
                values = {"source": source, "source_digest": source_digest, "used_at": self._clock()}
                values["options"] = known.options | options
                connection.execute(batches.update().where(batches.c.id == batch_id).values(**values, **described))
            taken = reconcile(connection, batch_id, new_rows, now=self._clock(), first=known is None)
            return self.get(batch_id), taken

    def known(self, source: str, source_digest: str) -> Batch | None:
        """The batch that came from this place, else the one with this very content, else ``None``."""
        for condition in (batches.c.source == source, batches.c.source_digest == source_digest):
            found = self._batches(condition, limit=1)
            if found:
                return found[0]
        return None

    def use(self, batch_id: int, **options: Any) -> Batch:
        """Make this the latest batch, remembering options of the run (model, sender …)."""
        with self._database.write() as connection:
            batch = self.get(batch_id)
            values = {"used_at": self._clock(), "options": batch.options | options}
            connection.execute(batches.update().where(batches.c.id == batch_id).values(**values))
        return batch.model_copy(update=values)

    def get(self, batch_id: int) -> Batch:
        """The batch with this id."""
        found = self._batches(batches.c.id == batch_id, limit=1)
        if not found:
            raise MissingError(f"there is no batch {batch_id}; `drafter batch list` shows all")
        return found[0]

    def named(self, name: str | None = None) -> Batch:
        """The latest batch of this name or number; without a name the latest of all.

        Raises:
            MissingError: when there is none.
        """
        conditions: list[sa.ColumnElement[bool]] = []
        if name is not None:
            number = int(name) if name.isascii() and name.isdigit() and len(name) < 10 else None
            conditions = [batches.c.name == name, batches.c.source == name]
            if number is not None:
                conditions.insert(0, batches.c.id == number)
        for condition in conditions or [sa.true()]:
            found = self._batches(condition, limit=1)
            if found:
                return found[0]
        raise MissingError(
            f"there is no batch {name!r}; `drafter batch list` shows all"
            if name is not None
            else "there is no batch yet; start one with `drafter batch run CONTACTS.csv`"
        )

    def all(self, *, limit: int = 100) -> tuple[Batch, ...]:
        """All batches, the latest first."""
        return self._batches(sa.true(), limit=limit)

    def remove(self, batch_id: int) -> None:
        """Erase a batch with everything in it."""
        with self._database.write() as connection:
            connection.execute(batches.delete().where(batches.c.id == batch_id))

    def row(self, batch_id: int, number: int) -> Row:
        """Data row ``number`` of a batch, counted from 1."""
        query = sa.select(rows).where(rows.c.batch_id == batch_id, rows.c.number == number, rows.c.state != "removed")
        with self._database.read() as connection:
            found = connection.execute(query).mappings().first()
            if found is None:
                raise MissingError(
                    f"there is no row {number}; the batch has rows 1 to {self._count(connection, batch_id)}"
                )
        return Row.model_validate(dict(found))

    def row_with_id(self, row_id: int) -> Row:
        """The row with this id, as it stands now."""
        with self._database.read() as connection:
            found = connection.execute(sa.select(rows).where(rows.c.id == row_id)).mappings().first()
        if found is None:
            raise MissingError("this row was removed")
        return Row.model_validate(dict(found))

    def rows(self, batch_id: int, view: View | None = None) -> tuple[Row, ...]:
        """A page of rows; quick with a hundred thousand."""
        view = view or View()
        query = sa.select(rows).where(*_conditions(batch_id, view)).order_by(*_order(view))
        with self._database.read() as connection:
            found = connection.execute(query.offset(view.offset).limit(view.limit)).mappings().all()
        return tuple(Row.model_validate(dict(row)) for row in found)

    def count(self, batch_id: int, view: View | None = None) -> int:
        """How many rows a view has, ignoring its page."""
        query = sa.select(sa.func.count()).select_from(rows).where(*_conditions(batch_id, view or View()))
        with self._database.read() as connection:
            return int(connection.execute(query).scalar_one())

    def input(self, row_id: int) -> RowInput:
        """What the file says in a row."""
        with self._database.read() as connection:
            found = connection.execute(statements.INPUT, {"this_row": row_id}).mappings().first()
        if found is None:
            raise MissingError("this row was removed")
        return RowInput.model_validate(dict(found))

    def walk(self, batch_id: int, *, decision: str | None = None) -> Iterator[tuple[Row, RowInput, SavedDraft | None]]:
        """Every row (of this decision) with its input and current draft in the file's order, a few at a time."""
        for found, inputs, documents in self._chunks(batch_id, decision):
            current = {draft["id"]: saved_draft(draft) for draft in documents}
            for row in found:
                yield row, inputs[row.id], current.get(row.draft_id or 0)

    def walk_texts(self, batch_id: int) -> Iterator[tuple[Row, RowInput, Draft | None]]:
        """As :meth:`walk`, but only the text of each draft: a fifth of the time."""
        for found, inputs, documents in self._chunks(batch_id):
            texts = {draft["id"]: _Text.model_validate_json(draft["document"]).draft for draft in documents}
            for row in found:
                yield row, inputs[row.id], texts.get(row.draft_id or 0)

    def _chunks(
        self, batch_id: int, decision: str | None = None
    ) -> Iterator[tuple[list[Row], dict[int, RowInput], Sequence[Any]]]:
        decided = (rows.c.decision == decision,) if decision else ()
        last = 0
        while True:
            query = (
                sa.select(rows)
                .where(rows.c.batch_id == batch_id, rows.c.number > last, rows.c.state != "removed", *decided)
                .order_by(rows.c.number)
                .limit(_CHUNK)
            )
            with self._database.read() as connection:
                found = [Row.model_validate(dict(row)) for row in connection.execute(query).mappings()]
                inputs = statements.inputs_of(connection, [row.id for row in found])
                wanted = sa.select(drafts).where(drafts.c.id.in_([row.draft_id for row in found if row.draft_id]))
                documents = connection.execute(wanted).mappings().all()
            if not found:
                return
            last = found[-1].number
            yield found, inputs, documents

    def status(self, batch_id: int) -> Status:
        """The batch in figures."""
        batch = self.get(batch_id)
        query = (
            sa.select(
                rows.c.state,
                rows.c.decision,
                rows.c.verdict,
                sa.func.count().label("n"),
                *(sa.func.sum(rows.c[name]).label(name) for name in _USAGE),
            )
            .where(rows.c.batch_id == batch_id)
            .group_by(rows.c.state, rows.c.decision, rows.c.verdict)
        )
        with self._database.read() as connection:
            groups = connection.execute(query).mappings().all()
        live = [group for group in groups if group["state"] != "removed"]
        return Status(
            batch=batch.id,
            name=batch.name,
            source=batch.source,
            rows=sum(group["n"] for group in live),
            states={state: sum(g["n"] for g in live if g["state"] == state) for state in STATES},
            decisions={
                decision or "undecided": sum(g["n"] for g in live if g["decision"] == decision)
                for decision in (*DECISIONS, None)
            },
            verdicts={
                verdict: sum(g["n"] for g in live if g["verdict"] == verdict) for verdict in ("pass", "warn", "fail")
            },
            usage=_usage({name: sum(group[name] or 0 for group in groups) for name in _USAGE}),
        )

    def _batches(self, condition: sa.ColumnElement[bool], *, limit: int) -> tuple[Batch, ...]:
        query = sa.select(batches).where(condition).order_by(batches.c.used_at.desc(), batches.c.id.desc()).limit(limit)
        with self._database.read() as connection:
            return tuple(Batch.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def _count(self, connection: sa.Connection, batch_id: int) -> int:
        query = sa.select(sa.func.count()).where(rows.c.batch_id == batch_id, rows.c.state != "removed")
        return int(connection.execute(query).scalar_one())


_USAGE = ("calls", "prompt_tokens", "completion_tokens", "cached_tokens", "priced_calls", "cost_usd")


class _Text(Value):
    """The draft of a kept result, without what it was made from."""

    draft: Draft | None = None


def saved_draft(row: Any) -> SavedDraft:
    """A draft as it was kept."""
    from drafter.models import Result

    values = dict(row)
    return SavedDraft(result=Result.model_validate_json(values.pop("document")), **values)


def _usage(sums: dict[str, Any]) -> Usage:
    # A total is shown only when each call's price is known: a part of the cost would look like all of it.
    priced = int(sums["priced_calls"])
    known = priced == int(sums["calls"]) and priced > 0
    return Usage(
        calls=int(sums["calls"]),
        prompt_tokens=int(sums["prompt_tokens"]),
        completion_tokens=int(sums["completion_tokens"]),
        cached_tokens=int(sums["cached_tokens"]),
        cost_usd=float(sums["cost_usd"]) if known else None,
    )


def _conditions(batch_id: int, view: View) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = [rows.c.batch_id == batch_id, rows.c.state.in_(view.states)]
    if view.verdict is not None:
        found.append(rows.c.verdict == view.verdict)
    if view.decision == "undecided":
        found.append(rows.c.decision.is_(None))
    elif view.decision is not None:
        found.append(rows.c.decision == view.decision)
    if view.text:
        wanted = view.text.lower()
        found.append(
            sa.func.lower(rows.c.name).contains(wanted, autoescape=True)
            | sa.func.lower(sa.func.coalesce(rows.c.organization, "")).contains(wanted, autoescape=True)
        )
    return found


def _order(view: View) -> list[Any]:
    if view.order == "number":
        return [rows.c.number]
    return [rows.c.errors.desc(), rows.c.unsupported.desc(), rows.c.warnings.desc(), rows.c.number]
