"""What several workers share besides the rows: one rate limit, and requests handed to a provider in bulk."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import sqlalchemy as sa

from drafter.storage.clock import Clock
from drafter.storage.column_types import insert_for
from drafter.storage.database import Database
from drafter.storage.records import JsonObject, Submission
from drafter.storage.tables import rate_limits, submissions

T = TypeVar("T")


class Shared:
    """Small states that many workers change one after the other."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock

    def change_limit(self, name: str, action: Callable[[JsonObject, float], T]) -> T:
        """Let ``action`` change the state kept under ``name``; nobody else does at the same time.

        It is given the state and the seconds on the database's own clock, which is the same for all machines.
        """
        with self._database.write() as connection:
            where = rate_limits.c.name == name
            found = connection.execute(sa.select(rate_limits.c.state).where(where).with_for_update()).first()
            if found is None:
                put = insert_for(connection, rate_limits).values(name=name, state={})
                connection.execute(put.on_conflict_do_nothing())
                found = connection.execute(sa.select(rate_limits.c.state).where(where).with_for_update()).first()
            state: JsonObject = dict(found.state) if found else {}
            outcome = action(state, self._seconds(connection))
            connection.execute(rate_limits.update().where(where).values(state=state))
        return outcome

    def submit(self, batch_id: int, document: JsonObject) -> Submission:
        """Note that requests are about to be handed to a provider."""
        now = self._clock()
        submission = Submission(batch_id=batch_id, state="prepared", document=document, created_at=now, updated_at=now)
        with self._database.write() as connection:
            made = connection.execute(submissions.insert().values(**submission.model_dump(exclude={"id"})))
            assert made.inserted_primary_key is not None
        return submission.model_copy(update={"id": made.inserted_primary_key[0]})

    def update(self, submission: Submission, *, state: str, provider_id: str | None = None) -> Submission:
        """Note how far the provider is."""
        values = {"state": state, "provider_id": provider_id or submission.provider_id, "updated_at": self._clock()}
        with self._database.write() as connection:
            connection.execute(submissions.update().where(submissions.c.id == submission.id).values(**values))
        return submission.model_copy(update=values)

    def submissions(self, batch_id: int, *, states: tuple[str, ...] = ()) -> tuple[Submission, ...]:
        """What was handed over for a batch, oldest first."""
        query = sa.select(submissions).where(submissions.c.batch_id == batch_id).order_by(submissions.c.id)
        if states:
            query = query.where(submissions.c.state.in_(states))
        with self._database.read() as connection:
            return tuple(Submission.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def _seconds(self, connection: sa.Connection) -> float:
        if self._database.is_file:
            return time.time()
        return float(connection.execute(sa.text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())
