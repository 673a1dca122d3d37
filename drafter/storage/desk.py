"""Saved work on single contacts, so that a reload or a restart loses nothing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from drafter.storage.clock import Clock
from drafter.storage.database import Database
from drafter.storage.faults import ConflictError, MissingError
from drafter.storage.records import DeskItem, DeskStep, DeskSummary, JsonObject
from drafter.storage.tables import desk_items, desk_steps, preferences

_SUMMARY = [column for column in desk_items.c if column.name != "document"]


class Desk:
    """The page's saved work and each user's preferences.

    ``owner`` keeps several people on one server apart ("" for a single user). Saving with the version one has read
    raises :class:`ConflictError` when another tab saved meanwhile, so nothing is overwritten unseen.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on this database."""
        self._database = database
        self._clock = clock

    def create(self, *, owner: str = "", title: str, document: JsonObject, step: str = "started") -> DeskItem:
        """Put a new piece of work on the desk."""
        now = self._clock()
        item = DeskItem(
            id=uuid.uuid4().hex, owner=owner, title=title, document=document, version=1, created_at=now, updated_at=now
        )
        with self._database.write() as connection:
            connection.execute(desk_items.insert(), item.model_dump())
            self._keep_step(connection, item, step=step, who=owner)
        return item

    def get(self, item_id: str) -> DeskItem | None:
        """The work with this id, or ``None``."""
        with self._database.read() as connection:
            found = connection.execute(sa.select(desk_items).where(desk_items.c.id == item_id)).mappings().first()
        return DeskItem.model_validate(dict(found)) if found else None

    def everything(self, *, owner: str = "") -> tuple[Iterator[DeskItem], dict[str, Any]]:
        """All of the owner's work, put away or not, read one by one, and all their preferences."""
        with self._database.read() as connection:
            ids = list(connection.scalars(sa.select(desk_items.c.id).where(desk_items.c.owner == owner)))
            chosen = sa.select(preferences.c.name, preferences.c.value).where(preferences.c.owner == owner)
            choices = {row.name: row.value for row in connection.execute(chosen)}
        return (item for item_id in ids if (item := self.get(item_id))), choices

    def erase(self, *, owner: str = "") -> None:
        """Erase all of the owner's work with its history, and all their preferences."""
        with self._database.write() as connection:
            for table in (desk_items, preferences):
                connection.execute(table.delete().where(table.c.owner == owner))

    def items(self, *, owner: str = "", archived: bool = False, limit: int = 200) -> tuple[DeskSummary, ...]:
        """The owner's work, latest first."""
        query = (
            sa.select(*_SUMMARY)
            .where(desk_items.c.owner == owner, desk_items.c.archived == archived)
            .order_by(desk_items.c.updated_at.desc(), desk_items.c.id)
            .limit(limit)
        )
        with self._database.read() as connection:
            return tuple(DeskSummary.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def save(
        self,
        item_id: str,
        document: JsonObject,
        *,
        version: int,
        title: str | None = None,
        step: str | None = None,
        who: str = "",
    ) -> DeskItem:
        """Save the document over ``version`` (the one last read); with ``step`` it also becomes part of the history.

        Save without a step as one types, with a step when something happened ("drafted", "edited", "approved").

        Raises:
            ConflictError: when the work was saved by somebody else since ``version``.
            MissingError: when there is no such work.
        """
        changes: dict[str, Any] = {"document": document, "version": version + 1, "updated_at": self._clock()}
        if title is not None:
            changes["title"] = title
        with self._database.write() as connection:
            self._update(connection, item_id, version, changes)
            item = self.get(item_id)
            assert item is not None
            if step:
                self._keep_step(connection, item, step=step, who=who)
        return item

    def history(self, item_id: str) -> tuple[DeskStep, ...]:
        """The kept steps, oldest first."""
        query = sa.select(desk_steps).where(desk_steps.c.item_id == item_id).order_by(desk_steps.c.id)
        with self._database.read() as connection:
            return tuple(DeskStep.model_validate(dict(row)) for row in connection.execute(query).mappings())

    def archive(self, item_id: str, *, archived: bool = True) -> None:
        """Put the work away, or back on the desk."""
        change = desk_items.update().where(desk_items.c.id == item_id).values(archived=archived)
        with self._database.write() as connection:
            connection.execute(change)

    def remove(self, item_id: str) -> None:
        """Erase the work with all its history."""
        with self._database.write() as connection:
            connection.execute(desk_items.delete().where(desk_items.c.id == item_id))

    def preference(self, name: str, *, owner: str = "", default: Any = None) -> Any:
        """A remembered choice, for instance the theme or the sender, or ``default``."""
        query = sa.select(preferences.c.value).where(preferences.c.owner == owner, preferences.c.name == name)
        with self._database.read() as connection:
            found = connection.execute(query).first()
        return default if found is None else found[0]

    def prefer(self, name: str, value: Any, *, owner: str = "") -> None:
        """Remember a choice; any JSON value."""
        where = (preferences.c.owner == owner) & (preferences.c.name == name)
        values = {"value": value, "updated_at": self._clock()}
        with self._database.write() as connection:
            if connection.execute(preferences.update().where(where).values(**values)).rowcount == 0:
                connection.execute(preferences.insert().values(owner=owner, name=name, **values))

    def _update(self, connection: sa.Connection, item_id: str, version: int, changes: dict[str, Any]) -> None:
        where = (desk_items.c.id == item_id) & (desk_items.c.version == version)
        if connection.execute(desk_items.update().where(where).values(**changes)).rowcount:
            return
        if self.get(item_id) is None:
            raise MissingError("this work was removed; start it again")
        raise ConflictError("this work was changed in another window meanwhile; reload it, then make your change again")

    def _keep_step(self, connection: sa.Connection, item: DeskItem, *, step: str, who: str) -> None:
        values = {"item_id": item.id, "version": item.version, "step": step, "who": who, "at": item.updated_at}
        connection.execute(desk_steps.insert().values(document=item.document, **values))
