"""Bring a batch's rows in line with its file, chunk by chunk, keeping every draft that still fits."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import sqlalchemy as sa

from drafter.storage.rows import NewRow, TakenIn
from drafter.storage.tables import events, row_inputs, row_stages, rows

_CHUNK = 500

_FRESH: dict[str, Any] = {
    "reason": None,
    "verdict": None,
    "errors": 0,
    "warnings": 0,
    "unsupported": 0,
    "decision": None,
    "decision_reason": None,
    "decided_by": None,
    "decided_at": None,
    "edited": False,
    "across": [],
    "draft_id": None,
    "instruction": None,
    "started_on": None,
    "worker": None,
}
"""A row on which nothing was done yet."""


def reconcile(
    connection: sa.Connection, batch_id: int, new_rows: Iterable[NewRow], *, now: datetime.datetime, first: bool
) -> TakenIn:
    """Make the batch's rows those of ``new_rows``, numbered from 1.

    Rows that were there wait at negative numbers. A new row takes one of the same content; the rest is inserted, and
    then exchanged with a waiting row of the same person, else of the same number. Who still waits is put aside.
    """
    if not first:
        _set_aside(connection, batch_id)
    added = kept = 0
    number = 1
    for chunk in _chunks(new_rows):
        numbered = list(enumerate(chunk, start=number))
        number += len(chunk)
        unmatched = numbered if first else _keep_same(connection, batch_id, numbered)
        kept += len(numbered) - len(unmatched)
        added += len(unmatched)
        _insert(connection, batch_id, unmatched, now)
    if first:
        return TakenIn(added=added)
    changed = _exchange(connection, batch_id, "person", now) + _exchange(connection, batch_id, "number", now)
    removed = _put_aside(connection, batch_id, now)
    return TakenIn(added=added - changed, kept=kept, changed=changed, removed=removed)


def _chunks(new_rows: Iterable[NewRow]) -> Iterator[list[NewRow]]:
    iterator = iter(new_rows)
    while chunk := list(itertools.islice(iterator, _CHUNK)):
        yield chunk


def _set_aside(connection: sa.Connection, batch_id: int) -> None:
    mine = (rows.c.batch_id == batch_id) & (rows.c.number > 0)
    connection.execute(rows.update().where(mine).values(number=-rows.c.number))


def _keep_same(
    connection: sa.Connection, batch_id: int, numbered: Sequence[tuple[int, NewRow]]
) -> list[tuple[int, NewRow]]:
    """Give waiting rows of the same content their new numbers; what is left over is returned."""
    digests = {row.digest for _, row in numbered}
    query = (
        sa.select(rows.c.id, rows.c.digest)
        .where(rows.c.batch_id == batch_id, rows.c.number < 0, rows.c.digest.in_(digests))
        .order_by(rows.c.number.desc())
    )
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for row_id, digest in connection.execute(query):
        waiting[digest].append(row_id)
    places: list[dict[str, Any]] = []
    cells: list[dict[str, Any]] = []
    unmatched: list[tuple[int, NewRow]] = []
    for number, row in numbered:
        if not waiting[row.digest]:
            unmatched.append((number, row))
            continue
        row_id = waiting[row.digest].pop(0)
        places.append({"wanted": row_id, "new_number": number})
        cells.append({"wanted": row_id, "new_cells": list(row.cells), "new_fields": row.fields})
    if places:
        wanted: sa.BindParameter[int] = sa.bindparam("wanted")
        back = sa.case((rows.c.state != "removed", rows.c.state), (rows.c.draft_id.is_(None), "new"), else_="drafted")
        place = rows.update().where(rows.c.id == wanted).values(number=sa.bindparam("new_number"), state=back)
        connection.execute(place, places)
        inputs = row_inputs.update().where(row_inputs.c.row_id == wanted)
        connection.execute(inputs.values(cells=sa.bindparam("new_cells"), fields=sa.bindparam("new_fields")), cells)
    return unmatched


def _insert(
    connection: sa.Connection, batch_id: int, numbered: Sequence[tuple[int, NewRow]], now: datetime.datetime
) -> None:
    if not numbered:
        return
    values = [
        {
            **_FRESH,
            "batch_id": batch_id,
            "number": number,
            "digest": row.digest,
            "person_key": row.person_key,
            "name": row.name,
            "organization": row.organization,
            "state": row.state,
            "reason": row.reason,
            "version": 1,
            "updated_at": now,
        }
        for number, row in numbered
    ]
    connection.execute(rows.insert(), values)
    numbers = [number for number, _ in numbered]
    query = sa.select(rows.c.number, rows.c.id).where(rows.c.batch_id == batch_id, rows.c.number.in_(numbers))
    ids = {row.number: row.id for row in connection.execute(query)}
    inputs = [{"row_id": ids[number], "cells": list(row.cells), "fields": row.fields} for number, row in numbered]
    connection.execute(row_inputs.insert(), inputs)


def _exchange(connection: sa.Connection, batch_id: int, by: Literal["person", "number"], now: datetime.datetime) -> int:
    """Let waiting rows take over the content of inserted ones that agree in ``by``; how many did."""
    waiting, inserted = rows.alias("waiting"), rows.alias("inserted")
    same_person = waiting.c.person_key == inserted.c.person_key
    agree = same_person if by == "person" else waiting.c.number == -inserted.c.number
    query = (
        sa.select(waiting.c.id, inserted.c.id)
        .join(inserted, agree & (inserted.c.batch_id == batch_id) & (inserted.c.number > 0))
        .where(waiting.c.batch_id == batch_id, waiting.c.number < 0, waiting.c.state != "removed")
        .where(inserted.c.version == 1, inserted.c.draft_id.is_(None), inserted.c.updated_at == now)
        .order_by(waiting.c.number.desc(), inserted.c.number)
    )
    taken: set[int] = set()
    changed = 0
    for old_id, new_id in connection.execute(query).all():
        if old_id in taken or new_id in taken:
            continue
        taken |= {old_id, new_id}
        _take_over(connection, old_id, new_id, now)
        changed += 1
    return changed


def _take_over(connection: sa.Connection, old_id: int, new_id: int, now: datetime.datetime) -> None:
    new = connection.execute(sa.select(rows).where(rows.c.id == new_id)).mappings().one()
    given = connection.execute(sa.select(row_inputs).where(row_inputs.c.row_id == new_id)).mappings().one()
    connection.execute(rows.delete().where(rows.c.id == new_id))
    content = {name: new[name] for name in ("number", "digest", "person_key", "name", "organization", "state")}
    values = _FRESH | content | {"reason": new["reason"], "version": rows.c.version + 1, "updated_at": now}
    old_digest = connection.execute(sa.select(rows.c.digest).where(rows.c.id == old_id)).scalar_one()
    connection.execute(rows.update().where(rows.c.id == old_id).values(**values))
    inputs = {"cells": given["cells"], "fields": given["fields"]}
    connection.execute(row_inputs.update().where(row_inputs.c.row_id == old_id).values(**inputs))
    connection.execute(row_stages.delete().where(row_stages.c.row_id == old_id))
    told = {"who": "import", "what": "changed", "details": {"digest": old_digest}}
    connection.execute(events.insert().values(batch_id=new["batch_id"], row_id=old_id, at=now, **told))


def _put_aside(connection: sa.Connection, batch_id: int, now: datetime.datetime) -> int:
    gone = (rows.c.batch_id == batch_id) & (rows.c.number < 0) & (rows.c.state != "removed")
    values = {"state": "removed", "worker": None, "version": rows.c.version + 1, "updated_at": now}
    count = connection.execute(rows.update().where(gone).values(**values)).rowcount
    # Numbers of rows put aside must not meet those of the next time.
    aside = (rows.c.batch_id == batch_id) & (rows.c.state == "removed")
    connection.execute(rows.update().where(aside).values(number=-1_000_000_000 - rows.c.id))
    return count
