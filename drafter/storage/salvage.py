"""Saves what can be read of a damaged ledger into a new file, and says what could not."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.errors import StorageError
from drafter.storage.addresses import ledger_url, without_secrets

_STEP = 256
_FAR = 50_000
"""Where a table's end cannot be read, so many numbers without a row are the end."""


@dataclass(slots=True)
class Salvaged:
    """How many rows of each table were saved, and in which tables some were, or may have been, lost."""

    path: Path
    saved: dict[str, int] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)


def salvage(path: Path) -> Salvaged:
    """Copy every row that can be read into a new ledger, put it in the old one's place, and keep the old one beside it.

    Raises:
        StorageError: when there is no such file.
    """
    if not path.is_file():
        raise StorageError(f"there is no ledger at {path}; nothing is to be saved")
    fresh = path.with_name(f"{path.name}.salvaged")
    fresh.unlink(missing_ok=True)
    _new_ledger(fresh)
    done = Salvaged(path)
    with (
        contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as old,
        contextlib.closing(sqlite3.connect(fresh)) as new,
    ):
        # Else not a row is read of a file that is shorter than it says (https://sqlite.org/pragma.html#pragma_writable_schema).
        old.execute("PRAGMA writable_schema=ON")
        new.execute("PRAGMA foreign_keys=OFF")
        for table in _tables(new):
            _copy(old, new, table, done)
        _drop_orphans(new)
        new.commit()
    kept = _free_name(path)
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    fresh.rename(path)
    return done


def _new_ledger(path: Path) -> None:
    from drafter.storage.ledger import Storage

    with Storage(ledger_url(url=str(path))) as storage:
        storage.database.scrub()


def _tables(new: sqlite3.Connection) -> list[str]:
    names = new.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in names if name != "alembic_version"]


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str, done: Salvaged) -> None:
    columns = [row[1] for row in new.execute(f'PRAGMA table_info("{table}")')]
    known = _columns(old, table)
    shared = [column for column in columns if column in known]
    if not shared:
        done.damaged.append(table)
        return
    names = ", ".join(f'"{column}"' for column in shared)
    marks = ", ".join("?" for _ in shared)
    put = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our own tables
    count = 0
    for rows in _readable(old, table, names, done):
        count += new.executemany(put, rows).rowcount
    done.saved[table] = count
    # In a damaged file rows can be missing without any error: then a gap in their numbers is all there is to see.
    if not _is_sound(old) and count < (_last(old, table) or 0) and table not in done.damaged:
        done.damaged.append(table)


def _columns(old: sqlite3.Connection, table: str) -> set[str]:
    try:
        return {row[1] for row in old.execute(f'PRAGMA table_info("{table}")')}
    except sqlite3.Error:
        return set()


def _readable(old: sqlite3.Connection, table: str, names: str, done: Salvaged) -> Iterator[list[tuple[object, ...]]]:
    """Rows by ranges of their number; a range that cannot be read is tried row by row."""
    last = _last(old, table)
    if last is None:
        done.damaged.append(table)
    start, end = 0, _FAR if last is None else last
    while start <= end:
        try:
            rows = _range(old, table, names, start, start + _STEP)
        except sqlite3.Error:
            if table not in done.damaged:
                done.damaged.append(table)
            rows = _one_by_one(old, table, names, start)
        if rows and last is None:
            end = start + _FAR
        yield rows
        start += _STEP


def _one_by_one(old: sqlite3.Connection, table: str, names: str, start: int) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for number in range(start, start + _STEP):
        with contextlib.suppress(sqlite3.Error):
            rows += _range(old, table, names, number, number + 1)
    return rows


def _range(old: sqlite3.Connection, table: str, names: str, start: int, end: int) -> list[tuple[object, ...]]:
    query = f'SELECT {names} FROM "{table}" WHERE rowid >= ? AND rowid < ?'  # noqa: S608 - names of our own tables
    return old.execute(query, (start, end)).fetchall()


def _last(old: sqlite3.Connection, table: str) -> int | None:
    try:
        found = old.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()  # noqa: S608 - our own tables
    except sqlite3.Error:
        return None
    return int(found[0] or 0)


def _is_sound(old: sqlite3.Connection) -> bool:
    try:
        return bool(old.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _drop_orphans(new: sqlite3.Connection) -> None:
    """Rows whose owner was lost cannot be shown anywhere."""
    for _ in range(4):
        orphans = [(row[0], row[1]) for row in new.execute("PRAGMA foreign_key_check")]
        if not orphans:
            return
        for table, number in orphans:
            new.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))  # noqa: S608 - our own tables


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.damaged{number}")).exists():
        number += 1
    return kept


def ledger_file(url: str) -> Path:
    """The file of a ledger's address.

    Raises:
        StorageError: when it is no file.
    """
    if not url.startswith("sqlite:///"):
        raise StorageError("only a ledger that is a file can be salvaged; restore the database from its backup")
    return Path(without_secrets(url))
