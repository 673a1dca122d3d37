"""One connection pool and its transactions, the same for SQLite and PostgreSQL."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from drafter.errors import StorageError
from drafter.storage.addresses import KEEPALIVE, without_secrets
from drafter.storage.faults import explained
from drafter.storage.tables import metadata

_LOOK_AT = 16_000_000
"""A SQLite file up to this size is examined for damage whenever it is opened (about 20 ms)."""

_SESSION = "SET idle_in_transaction_session_timeout = 60000"
"""When the other machine is cut off, the server ends its open transaction, for other workers need what it locked."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "cache_size=-16000")


class Database:
    """Transactions on the ledger. ``read`` and ``write`` nest: inside a transaction they join it."""

    def __init__(self, url: str, *, wait: float = 10.0) -> None:
        """Prepare the pool; nothing is opened before the first transaction."""
        self.place = without_secrets(url)
        self.is_file = url.startswith("sqlite")
        self._wait = wait
        self._current = threading.local()
        # Threads of one process queue here instead of polling the file's lock.
        self._writing = threading.RLock() if self.is_file else None
        if self.is_file:
            self._prepare_file(url)
        self.engine = self._engine(url)

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A consistent view of the ledger."""
        joined = self._joined()
        if joined is not None:
            yield joined
            return
        with self._told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction, durable once the block is left without an error."""
        joined = self._joined()
        if joined is not None:
            yield joined
            return
        with self._told(), self._writing or contextlib.nullcontext(), self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                self._current.connection = connection
                try:
                    yield connection
                finally:
                    self._current.connection = None

    def has(self, column: sa.Column[str], value: str) -> bool:
        """Whether a table has this key: one question, which a file is asked without a transaction around it."""
        if not self.is_file or self.inside:
            with self.read() as connection:
                return connection.execute(sa.select(column).where(column == value)).first() is not None
        with self._told(), contextlib.closing(self.engine.raw_connection()) as borrowed:
            raw = borrowed.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            found = raw.execute(f'SELECT 1 FROM "{column.table.name}" WHERE "{column.name}" = ?', (value,))  # noqa: S608 - names of our own
            return found.fetchone() is not None

    @property
    def inside(self) -> bool:
        """Whether this thread is in the middle of a write."""
        return self._joined() is not None

    def alone(self, connection: sa.Connection, key: int) -> None:
        """Until this transaction ends nobody else gets past the same ``key``; on a file writers are alone anyway."""
        if not self.is_file:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})

    def scrub(self) -> str | None:
        """Leave erased text nowhere in the ledger's files; where that cannot be done now, what remains and how long.

        SQLite overwrites what is erased (secure_delete) and needs its write-ahead log emptied, which another program
        that reads at this moment bars. PostgreSQL keeps erased rows in its tables until they are written anew
        (https://www.postgresql.org/docs/current/sql-vacuum.html); its own log, copies and backups are out of reach.
        """
        with self._told(), self.engine.connect() as connection:
            if not self.is_file:
                return _written_anew(connection.execution_options(isolation_level="AUTOCOMMIT"))
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            barred, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return "its log keeps the erased text until the program that reads it ends" if barred else None

    def damage(self) -> str | None:
        """What is wrong with a SQLite file, or ``None``. Reads the whole file."""
        if not self.is_file:
            return None
        with self._told(), self.engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        return None if found == "ok" else str(found)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def _joined(self) -> sa.Connection | None:
        connection: sa.Connection | None = getattr(self._current, "connection", None)
        return connection

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise explained(error, self.place) from error

    def _engine(self, url: str) -> sa.Engine:
        if not self.is_file:
            return _server_engine(url, self._wait)
        engine = sa.create_engine(
            url, connect_args={"timeout": self._wait, "check_same_thread": False}, pool_size=8, max_overflow=56
        )
        sa.event.listen(engine, "connect", _prepare_connection)
        sa.event.listen(engine, "begin", _begin)
        return engine

    def _prepare_file(self, url: str) -> None:
        path = Path(url.removeprefix("sqlite:///"))
        if str(path) in {":memory:", "."}:
            raise StorageError("a ledger must be a file; give a path with --database")
        try:
            if not path.parent.exists():
                path.parent.mkdir(parents=True, mode=0o700)
            if not path.exists():
                path.touch(mode=stat.S_IRUSR | stat.S_IWUSR)
            if path.is_dir():
                raise StorageError(f"{path} is a folder; name a file with --database")
        except OSError as error:
            raise StorageError(
                f"cannot make the ledger {path}: {error.strerror or error}; name another place with --database"
            ) from error
        if not os.access(path, os.W_OK):
            raise StorageError(f"the ledger {path} cannot be written; allow writing or use --database")

    def examine(self) -> None:
        """Raise when a smaller file is damaged; larger ones tell when the damaged place is read."""
        if self.is_file and Path(self.place).stat().st_size <= _LOOK_AT:
            found = self.damage()
            if found:
                raise explained(sqlite3.DatabaseError(f"malformed: {found}"), self.place)


def _written_anew(connection: sa.Connection) -> str | None:
    """Write each table that has erased rows anew; not the ones that somebody else is using all the time."""
    connection.execute(sa.text("SET lock_timeout = '5s'"))
    try:
        for table in metadata.sorted_tables:
            connection.execute(sa.text(f'VACUUM (FULL) "{table.name}"'))
    except OperationalError:
        return "its tables are in use and keep the erased text until an administrator runs VACUUM FULL"
    finally:
        connection.execute(sa.text("RESET lock_timeout"))
    return None


def _server_engine(url: str, wait: float) -> sa.Engine:
    try:
        engine = sa.create_engine(
            url,
            pool_size=8,
            max_overflow=56,
            pool_pre_ping=True,
            connect_args={"connect_timeout": max(2, int(wait)), "application_name": "drafter", **KEEPALIVE},
        )
    except ImportError as error:
        raise StorageError("PostgreSQL needs one more package: pip install 'drafter[cluster]'") from error
    except (SQLAlchemyError, ValueError) as error:
        raise StorageError(f"the database URL cannot be read ({error}); write postgresql://user@host/name") from error
    sa.event.listen(engine, "connect", _prepare_session)
    return engine


def _prepare_session(raw: Any, _record: Any) -> None:
    with raw.cursor() as cursor:
        cursor.execute(_SESSION)
    raw.commit()


def _prepare_connection(raw: sqlite3.Connection, _record: Any) -> None:
    # The driver's own transaction handling would begin transactions late and commit before table changes.
    raw.isolation_level = None
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    # A writer takes its lock at once: a reader that turns writer later could not wait for another writer.
    writes = connection.get_execution_options().get("writes")
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    # Straight to the driver: several transactions are begun for each row of a batch.
    raw.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
