"""Promises, and entries of any kind, beside the people they concern."""

from __future__ import annotations

import datetime

import sqlalchemy as sa

from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.faults import ConflictError, MissingError
from drafter.storage.records import Entry, JsonObject, Promise
from drafter.storage.tables import entries, promises


class Keeping:
    """The part of :class:`~drafter.storage.people.People` that keeps promises and entries."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock

    def promise(self, promise: Promise) -> Promise:
        """Keep a promise in mind."""
        full = promise.model_copy(update={"created_at": self._clock()})
        with self._database.write() as connection:
            made = connection.execute(promises.insert().values(**full.model_dump(exclude={"id"}))).inserted_primary_key
            assert made is not None
        return full.model_copy(update={"id": made[0]})

    def promises(self, person_id: int | None = None, *, open_only: bool = True) -> tuple[Promise, ...]:
        """Promises to and from one person or everybody, the earliest due first, undated ones last."""
        query = sa.select(promises).order_by(promises.c.due.is_(None), promises.c.due, promises.c.id)
        if person_id is not None:
            query = query.where(promises.c.person_id == person_id)
        if open_only:
            query = query.where(promises.c.kept_on.is_(None))
        with self._database.read() as connection:
            return tuple(Promise.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def keep_promise(self, promise_id: int, *, on: datetime.date) -> None:
        """The promise was kept on that day."""
        with self._database.write() as connection:
            connection.execute(promises.update().where(promises.c.id == promise_id).values(kept_on=on))

    def put(self, entry: Entry) -> Entry:
        """Keep an entry; one with a ``key`` that is known replaces what was kept under it."""
        now = self._clock()
        with self._database.write() as connection:
            old = self.entry(entry.key) if entry.key is not None else None
            if old is None:
                full = entry.model_copy(update={"created_at": now, "updated_at": now, "version": 1})
                values = full.model_dump(exclude={"id"})
                made = connection.execute(entries.insert().values(**values)).inserted_primary_key
                assert made is not None
                return full.model_copy(update={"id": made[0]})
            full = entry.model_copy(
                update={"id": old.id, "created_at": old.created_at, "updated_at": now, "version": old.version + 1}
            )
            values = full.model_dump(exclude={"id"})
            connection.execute(entries.update().where(entries.c.id == old.id).values(**values))
        return full

    def revise(self, entry_id: int, document: JsonObject, *, version: int) -> Entry:
        """Replace an entry's document, unless somebody else did since ``version``.

        Raises:
            ConflictError: when the entry was changed since.
            MissingError: when it is gone.
        """
        where = (entries.c.id == entry_id) & (entries.c.version == version)
        values = {"document": document, "version": version + 1, "updated_at": self._clock()}
        with self._database.write() as connection:
            changed = connection.execute(entries.update().where(where).values(**values)).rowcount
            found = self._entries(entries.c.id == entry_id)
        if not found:
            raise MissingError("this entry was removed meanwhile")
        if not changed:
            raise ConflictError("this entry was changed in another window meanwhile; reload and try again")
        return found[0]

    def entry(self, key: str) -> Entry | None:
        """The entry kept under this key, or ``None``."""
        return next(iter(self._entries(entries.c.key == key)), None)

    def entries(self, kind: str, *, person_id: int | None = None) -> tuple[Entry, ...]:
        """All entries of a kind, of one person or in general, oldest first."""
        conditions = [entries.c.kind == kind]
        if person_id is not None:
            conditions.append(entries.c.person_id == person_id)
        return self._entries(*conditions)

    def drop(self, entry_id: int) -> None:
        """Erase an entry."""
        with self._database.write() as connection:
            connection.execute(entries.delete().where(entries.c.id == entry_id))

    def _entries(self, *conditions: sa.ColumnElement[bool]) -> tuple[Entry, ...]:
        query = sa.select(entries).where(*conditions).order_by(entries.c.id)
        with self._database.read() as connection:
            return tuple(Entry.model_validate(dict(row)) for row in connection.execute(query).mappings())
