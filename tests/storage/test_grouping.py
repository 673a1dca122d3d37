"""Writes of several threads in one transaction: each is durable when its caller goes on, and a fault stays its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from drafter.errors import StorageError
from drafter.storage import open_storage
from drafter.storage.grouping import Together


def _insert(number: int) -> Callable[[sa.Connection], int]:
    statement = sa.text("INSERT INTO seen VALUES (:n)")
    return lambda connection: connection.execute(statement, {"n": number}).rowcount


def test_threads_share_a_transaction_and_a_fault_stays_its_own(tmp_path: Path) -> None:
    with open_storage(url=str(tmp_path / "ledger.sqlite3")) as storage:
        database = storage.database
        with database.write() as connection:
            connection.execute(sa.text("CREATE TABLE seen (n INTEGER UNIQUE)"))
        commits: list[int] = []
        sa.event.listen(database.engine, "commit", lambda _connection: commits.append(1))
        together, held, begun = Together(database), threading.Event(), threading.Event()

        def slow(connection: sa.Connection) -> None:
            begun.set()
            held.wait(10)
            _insert(100)(connection)

        def slow_only(_connection: sa.Connection) -> None:
            begun.set()
            held.wait(10)

        with ThreadPoolExecutor(12) as pool:
            first = pool.submit(together.write, slow)
            assert begun.wait(10)
            others = [pool.submit(together.write, _insert(number)) for number in range(9)]
            while len(together._waiting) < 10:
                threading.Event().wait(0.005)
            held.set()
            assert [other.result() for other in others] == [1] * 9
            first.result()
            assert len(commits) == 2

            begun.clear()
            held.clear()
            first = pool.submit(together.write, slow_only)
            assert begun.wait(10)
            good = pool.submit(together.write, _insert(50))
            twice = pool.submit(together.write, _insert(100))
            while len(together._waiting) < 3:
                threading.Event().wait(0.005)
            held.set()
            first.result()
            assert good.result() == 1
            with pytest.raises(StorageError):
                twice.result()
        with database.read() as connection:
            assert connection.execute(sa.text("SELECT count(*) FROM seen")).scalar() == 11
        assert not together._waiting
