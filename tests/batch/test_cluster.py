"""Workers on PostgreSQL: rows are shared, a killed worker's rows are taken up, one rate limit holds for all."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.batch.cluster import SharedLimiter, enqueue, stopped
from drafter.batch.running import RunOptions
from drafter.errors import StorageError
from drafter.models import Sender
from drafter.storage import open_storage
from drafter.storage.ledger import Storage
from tests.batch.conftest import Commands, CountingModel, contacts
from tests.batch.made import batch_of, people
from tests.batch.test_kills import CONCURRENCY, prove
from tests.faults.server import FaultServer, failure
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
        first = SharedLimiter(shared, "server model", requests_per_minute=4)
        second = SharedLimiter(other, "server model", requests_per_minute=4)
        assert [limiter.reserve(1) for limiter in (first, second) * 2] == [0.0] * 4
        # A minute holds four: the fifth and sixth wait in turn, whoever asks.
        assert 0 < first.reserve(1) < second.reserve(1)
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


def test_what_does_not_pass_by_itself_stops_the_workers_until_the_batch_is_queued_again(
    postgres: Postgres,
    tmp_path: Path,
    model_server: Callable[..., tuple[FaultServer, CountingModel]],
    commands: Callable[[str], Commands],
) -> None:
    server, model = model_server()
    well, server.steps = server.steps, [failure(401)]
    (tmp_path / "list.csv").write_text(contacts(24))
    url = postgres.fresh()
    run = commands(server.url)
    queue = ("batch", "run", "list.csv", "--queue", "--database", url, "--concurrency", "2")
    assert run.run(*queue) == 0
    assert run.run("worker", "--once", "--database", url) == 0, run.log.read_text()
    assert server.count <= 12
    with open_storage(url=url) as storage:
        batch = storage.batches.named()
        assert storage.batches.status(batch.id).states["new"] >= 18
        assert "does not accept the API key" in (stopped(batch) or "")
    server.steps = well
    assert run.run("worker", "--once", "--database", url) == 0
    assert not model.answered
    assert run.run(*queue) == 0
    assert run.run("worker", "--once", "--database", url) == 0, run.log.read_text()
    prove(url, model, count=24, kills=0)
