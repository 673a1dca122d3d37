"""What passed between the user and a person, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import sqlalchemy as sa

from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.records import Outcome, Touch
from drafter.storage.tables import outcomes, touches


class Touching:
    """The part of :class:`~drafter.storage.people.People` that keeps touches and outcomes."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock

    def log(self, touch: Touch) -> Touch:
        """Keep a touch; one whose ``origin_key`` is known already is returned as it was kept the first time."""
        with self._database.write() as connection:
            if touch.origin_key is not None:
                known = self._touches(connection, touches.c.origin_key == touch.origin_key)
                if known:
                    return known[0]
            full = touch.model_copy(update={"created_at": self._clock()})
            made = connection.execute(touches.insert().values(**full.model_dump(exclude={"id"}))).inserted_primary_key
            assert made is not None
        return full.model_copy(update={"id": made[0]})

    def touch_with_key(self, origin_key: str) -> Touch | None:
        """The touch kept under this key, or ``None``."""
        with self._database.read() as connection:
            return next(iter(self._touches(connection, touches.c.origin_key == origin_key)), None)

    def origin_keys(self, beginning: str) -> dict[str, int]:
        """The keys that begin so, each with the id of the person its touch belongs to."""
        query = sa.select(touches.c.origin_key, touches.c.person_id)
        begins = touches.c.origin_key.startswith(beginning, autoescape=True)
        with self._database.read() as connection:
            return {row[0]: row[1] for row in connection.execute(query.where(begins))}

    def touches(
        self, person_id: int | None = None, *, since: datetime.date | None = None, until: datetime.date | None = None
    ) -> tuple[Touch, ...]:
        """What passed with one person or everybody, oldest first."""
        conditions: list[sa.ColumnElement[bool]] = []
        if person_id is not None:
            conditions.append(touches.c.person_id == person_id)
        if since is not None:
            conditions.append(touches.c.on >= since)
        if until is not None:
            conditions.append(touches.c.on <= until)
        with self._database.read() as connection:
            return self._touches(connection, *conditions)

    def last_touches(self, kinds: Sequence[str] = ()) -> dict[int, datetime.date]:
        """Each person's latest touch (of these kinds, where given), by person id: one query for the whole network."""
        query = sa.select(touches.c.person_id, sa.func.max(touches.c.on)).group_by(touches.c.person_id)
        if kinds:
            query = query.where(touches.c.kind.in_(kinds))
        with self._database.read() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def remove_touch(self, touch_id: int) -> None:
        """Take back a touch logged by mistake."""
        with self._database.write() as connection:
            connection.execute(touches.delete().where(touches.c.id == touch_id))

    def record(self, outcome: Outcome) -> Outcome:
        """Keep an outcome."""
        full = outcome.model_copy(update={"created_at": self._clock()})
        with self._database.write() as connection:
            made = connection.execute(outcomes.insert().values(**full.model_dump(exclude={"id"}))).inserted_primary_key
            assert made is not None
        return full.model_copy(update={"id": made[0]})

    def remove_outcome(self, outcome_id: int) -> None:
        """Take back an outcome logged by mistake."""
        with self._database.write() as connection:
            connection.execute(outcomes.delete().where(outcomes.c.id == outcome_id))

    def outcomes(self, person_id: int | None = None, *, since: datetime.date | None = None) -> tuple[Outcome, ...]:
        """Outcomes with one person or everybody, oldest first."""
        query = sa.select(outcomes).order_by(outcomes.c.on, outcomes.c.id)
        if person_id is not None:
            query = query.where(outcomes.c.person_id == person_id)
        if since is not None:
            query = query.where(outcomes.c.on >= since)
        with self._database.read() as connection:
            return tuple(Outcome.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def _touches(self, connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> tuple[Touch, ...]:
        query = sa.select(touches).where(*conditions).order_by(touches.c.on, touches.c.id)
        return tuple(Touch.model_validate(dict(row)) for row in connection.execute(query).mappings())
