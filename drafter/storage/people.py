"""People one keeps in touch with. What passed between: ``touching.py``; promises and other entries: ``keeping.py``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.faults import ConflictError, MissingError
from drafter.storage.keeping import Keeping
from drafter.storage.keys import key
from drafter.storage.records import Change, Person
from drafter.storage.tables import do_not_contact, people, person_changes
from drafter.storage.touching import Touching

_UNTRACKED = {"id", "version", "created_at", "updated_at", "snoozed_until", "details"}
_SAVED_BY_US = {"id", "created_at"}


class People(Touching, Keeping):
    """The network. Every change of a person's own fields is kept in their history."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        super().__init__(database, clock)

    def add(self, person: Person) -> Person:
        """Add a person; the result has its id. Whether it is somebody known already is for the caller to ask."""
        return self.add_all([person])[0]

    def add_all(self, persons: Iterable[Person]) -> tuple[Person, ...]:
        """Add many people at once, all or none."""
        now = self._clock()
        added: list[Person] = []
        with self._database.write() as connection:
            for person in persons:
                full = person.model_copy(
                    update={"key": person.key or key(person.name), "created_at": now, "updated_at": now, "version": 1}
                )
                values = full.model_dump(exclude={"id"}) | {"links": list(full.links)}
                made = connection.execute(people.insert().values(**values)).inserted_primary_key
                assert made is not None
                added.append(full.model_copy(update={"id": made[0]}))
        return tuple(added)

    def get(self, person_id: int) -> Person | None:
        """The person with this id, or ``None``."""
        return next(iter(self._people(people.c.id == person_id)), None)

    def find(self, name: str) -> tuple[Person, ...]:
        """People of this name, however its words are ordered, accented or capitalised."""
        return tuple(self._people(people.c.key == key(name)))

    def with_email(self, email: str) -> tuple[Person, ...]:
        """People with this address, capitals ignored."""
        return tuple(self._people(sa.func.lower(people.c.email) == email.lower()))

    def all(self, *, category: str | None = None, archived: bool | None = False) -> tuple[Person, ...]:
        """Everybody, by name; ``archived=None`` includes those put away."""
        conditions: list[sa.ColumnElement[bool]] = []
        if category is not None:
            conditions.append(people.c.category == category)
        if archived is not None:
            conditions.append(people.c.archived == archived)
        return tuple(self._people(*conditions))

    def update(self, person_id: int, *, version: int | None = None, origin: str = "by hand", **fields: Any) -> Person:
        """Change fields of a person and keep what they were; give ``version`` to be told of a concurrent change.

        Raises:
            ConflictError: when the person was changed since ``version``.
            MissingError: when there is no such person.
        """
        with self._database.write() as connection:
            old = self.get(person_id)
            if old is None:
                raise MissingError("there is no such person; `drafter contacts list` shows all")
            if version is not None and version != old.version:
                raise ConflictError(f"{old.name} was changed in another window meanwhile; reload and try again")
            new = Person.model_validate(
                old.model_dump() | fields | {"version": old.version + 1, "updated_at": self._clock()}
            )
            if "name" in fields and "key" not in fields:
                new = new.model_copy(update={"key": key(new.name)})
            values = new.model_dump(exclude=_SAVED_BY_US) | {"links": list(new.links)}
            connection.execute(people.update().where(people.c.id == person_id).values(**values))
            self._keep_changes(connection, old, new, origin)
        return new

    def history(self, person_id: int) -> tuple[Change, ...]:
        """What changed about a person, oldest first."""
        query = sa.select(person_changes).where(person_changes.c.person_id == person_id).order_by(person_changes.c.id)
        with self._database.read() as connection:
            return tuple(Change.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def remove(self, person_id: int) -> None:
        """Erase a person with touches, outcomes, promises and entries; saved work and batches stay."""
        with self._database.write() as connection:
            connection.execute(people.delete().where(people.c.id == person_id))

    def bar(self, digests: Iterable[str]) -> None:
        """Remember never to take in somebody with one of these digests again; no name is kept."""
        with self._database.write() as connection:
            known = {row.digest for row in connection.execute(sa.select(do_not_contact.c.digest))}
            new = [{"digest": digest, "at": self._clock()} for digest in dict.fromkeys(digests) if digest not in known]
            if new:
                connection.execute(do_not_contact.insert(), new)

    def barred(self) -> frozenset[str]:
        """All remembered digests."""
        with self._database.read() as connection:
            return frozenset(row.digest for row in connection.execute(sa.select(do_not_contact.c.digest)))

    def unbar(self, digest: str) -> bool:
        """Forget a digest again; false when it was not there."""
        with self._database.write() as connection:
            return connection.execute(do_not_contact.delete().where(do_not_contact.c.digest == digest)).rowcount > 0

    def _people(self, *conditions: sa.ColumnElement[bool]) -> Iterator[Person]:
        query = sa.select(people).where(*conditions).order_by(people.c.name, people.c.id)
        with self._database.read() as connection:
            found = connection.execute(query).mappings().all()
        return (Person.model_validate(dict(row)) for row in found)

    def _keep_changes(self, connection: sa.Connection, old: Person, new: Person, origin: str) -> None:
        before, after = old.model_dump(mode="json"), new.model_dump(mode="json")
        for field in before:
            if field not in _UNTRACKED and before[field] != after[field]:
                values = {"field": field, "old": before[field], "new": after[field], "at": self._clock()}
                connection.execute(person_changes.insert().values(person_id=old.id, origin=origin, **values))
