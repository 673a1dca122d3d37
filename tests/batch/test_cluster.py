"""Workers on PostgreSQL: rows are shared, a killed worker's rows are taken up, one rate limit holds for all."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.batch.cluster import SharedLimiter, enqueue
from drafter.batch.running import RunOptions
from drafter.errors import StorageError
from drafter.models import Sender
from drafter.storage import open_storage
from drafter.storage.ledger import Storage
from tests.batch.conftest import Commands, CountingModel, contacts
from tests.batch.made import batch_of, people
from tests.batch.test_kills import CONCURRENCY, prove
from tests.faults.server import FaultServer
from tests.postgres import Postgres


@pytest.fixture
def shared(postgres: Postgres) -> Iterator[Storage]:
    with open_storage(url=postgres.fresh()) as opened:
        yield opened


def test_workers_need_a_server(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 1))
    with pytest.raises(StorageError, match="workers need a ledger on PostgreSQL; set DRAFTER_DATABASE_URL"):
        enqueue(storage, batch, sender=Sender(name="Tove Arnesen"), model="offline", options=RunOptions())


def test_one_rate_limit_for_all(shared: Storage) -> None:
    with open_storage(url=shared.url) as other:
        first = SharedLimiter(shared, "server model", requests_per_minute=60)
        second = SharedLimiter(other, "server model", requests_per_minute=60)
        assert [limiter.reserve(1) for limiter in (first, second) * 30] == [0.0] * 60
        assert first.reserve(1) > 0
        assert second.reserve(1) > 1
        second.heard(429, {"retry-after": "40"})
        assert first.reserve(1) > 30
        assert SharedLimiter(other, "another model").reserve(1) == 0


def test_a_shared_limit_is_never_overdrawn(shared: Storage) -> None:
    granted: list[float] = []
    limiters = [SharedLimiter(shared, "server model", requests_per_minute=20) for _ in range(4)]
    threads = [
        threading.Thread(target=lambda one=one: granted.extend(one.reserve(1) for _ in range(10))) for one in limiters
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(wait == 0 for wait in granted) <= 21


def test_a_killed_workers_rows_are_taken_up(
    postgres: Postgres,
    tmp_path: Path,
    model_server: Callable[..., tuple[FaultServer, CountingModel]],
    commands: Callable[[str], Commands],
) -> None:
    server, model = model_server(wait=0.1)
    (tmp_path / "list.csv").write_text(contacts(30))
    url = postgres.fresh()
    first, second = commands(server.url), commands(server.url)
    limit = str(CONCURRENCY)
    assert first.run("batch", "run", "list.csv", "--queue", "--database", url, "--concurrency", limit) == 0
    victim = first.start("worker", "--once", "--database", url)
    deadline = time.monotonic() + 30
    while server.count < 3 and time.monotonic() < deadline:
        time.sleep(0.005)
    os.kill(victim, signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL
    second.start("worker", "--once", "--database", url)
    assert second.wait() == 0, second.log.read_text()
    assert first.run("worker", "--once", "--database", url) == 0, first.log.read_text()
    prove(url, model, count=30, kills=1)
