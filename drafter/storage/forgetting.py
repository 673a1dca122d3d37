"""Erasing a person everywhere in the ledger, and showing beforehand what is held on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from drafter.storage.database import Database
from drafter.storage.keys import invitation_key, key
from drafter.storage.tables import desk_items, entries, people, row_inputs, rows


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a person stands in the ledger: ids of people, of saved work, of rows in batches, of other entries."""

    people: tuple[int, ...]
    desk: tuple[str, ...]
    rows: tuple[int, ...]
    entries: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.people or self.desk or self.rows or self.entries)


def traces(database: Database, *, name: str, email: str | None = None, person_id: int | None = None) -> Traces:
    """Where somebody of this name (or address) stands; ``person_id`` picks one of several people of the name."""
    wanted, address = key(name), (email or "").casefold()
    with database.read() as connection:
        found = (
            [person_id]
            if person_id is not None
            else _ids(connection, sa.select(people.c.id).where(people.c.key == wanted))
        )
        desk = [
            row.id
            for row in connection.execute(sa.select(desk_items.c.id, desk_items.c.document))
            if key(str(_name_on_desk(row.document))) == wanted
        ]
        listed = [
            row.id
            for row in connection.execute(
                sa.select(rows.c.id, rows.c.name, row_inputs.c.fields).join(row_inputs, isouter=True)
            )
            if key(row.name) == wanted or (address and _address(row.fields) == address)
        ]
        kept = _ids(connection, sa.select(entries.c.id).where(entries.c.key == invitation_key(name)))
    return Traces(tuple(found), tuple(desk), tuple(listed), tuple(kept))


def _places(found: Traces) -> tuple[tuple[sa.Table, tuple[int | str, ...]], ...]:
    return ((people, found.people), (desk_items, found.desk), (rows, found.rows), (entries, found.entries))


def erase(database: Database, found: Traces) -> str | None:
    """Remove these traces with everything that hangs on them; returns what is still in the ledger's files."""
    with database.write() as connection:
        for table, ids in _places(found):
            if ids:
                connection.execute(table.delete().where(table.c.id.in_(ids)))
    return database.scrub()


def _ids(connection: sa.Connection, query: Any) -> list[int]:
    return [row[0] for row in connection.execute(query)]


def _name_on_desk(document: dict[str, Any]) -> str:
    contact = (document.get("profile") or {}).get("contact") or {}
    return str(document.get("name") or contact.get("name") or "")


def _address(fields: dict[str, Any] | None) -> str:
    return str((fields or {}).get("email") or "").casefold()
