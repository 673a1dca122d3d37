"""Every fault of a model's server, met by a worker: each row has a draft or a plain reason, and calls are bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from drafter.batch.cluster import enqueue, stopped, work_once
from drafter.batch.limiter import Breaker
from drafter.batch.running import RunOptions
from drafter.models import Sender
from drafter.pipeline import Drafter
from drafter.settings import Settings
from drafter.storage import open_storage
from drafter.storage.ledger import Storage
from drafter.writing.tokens import count
from tests.batch.conftest import CountingModel, contacts
from tests.batch.made import batch_of, result
from tests.faults.server import FaultServer, Step, answer, failure
from tests.postgres import Postgres

ROWS = 4
SENDER = Sender(name="Tove Arnesen", facts=("Moved forty pipelines to streaming in 2024",))
# What it costs at most: two tries a call, two forms of asking, three calls a row, four tries a row.
MOST_CALLS = ROWS * 2 * 2 * 3 * 4
SOON = 25
PASSING = {
    "429": [failure(429, retry_after="0.01")] * 3,
    "500": [failure(500)] * 3,
    "storm": [failure(429, retry_after="0.01"), failure(503), failure(500)] * (SOON // 3),
    "reset": [Step(reset="before"), Step(reset="headers"), Step(reset="middle", body=b'{"id": "c1", "choices": [')],
    "stall": [Step(stall=20, body=b"{" + b" " * 5000)],
    "malformed": [answer('{"opening": [}'), answer("I would rather talk about the weather.")],
}
LASTING = {
    "429": (failure(429, retry_after="0.01"), "is limiting requests"),
    "500": (failure(500), "status 500"),
    "reset": (Step(reset="before"), "not available: the connection to .* broke"),
    "malformed": (answer("I would rather talk about the weather."), "answered in prose instead of JSON"),
    "wrong-key": (failure(401), "does not accept the API key"),
}


def slow(fault: str) -> Any:
    """The faults that are waited out take a run its time."""
    return pytest.param(fault, marks=pytest.mark.soak)


@pytest.fixture
def at_work(postgres: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Storage, Settings]]:
    """A queue with some rows on PostgreSQL, and settings under which nothing is waited for long."""
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    # What is loaded at first use would count against the first calls.
    Drafter(model="offline").draft(result().profile, result().brief)
    count("anything")
    monkeypatch.setattr("drafter.batch.running.Breaker", partial(Breaker, pause=0.05))
    (tmp_path / "list.csv").write_text(contacts(ROWS))
    with open_storage(url=postgres.fresh()) as storage:
        batch_of(storage, tmp_path / "list.csv")
        left(storage)
        yield storage, Settings(api_key="none", timeout=6, retries=1, cache=False)  # type: ignore[arg-type]


def left(storage: Storage) -> None:
    """Leave the rows to the workers, again."""
    enqueue(storage, storage.batches.named(), sender=SENDER, model="fault-1", options=RunOptions(concurrency=3))


@pytest.mark.parametrize("fault", [slow("stall") if fault == "stall" else fault for fault in PASSING])
def test_what_passes_is_waited_out_and_every_row_is_drafted(at_work: tuple[Storage, Settings], fault: str) -> None:
    storage, settings = at_work
    model = CountingModel()
    with FaultServer([*PASSING[fault], Step(unless=model.step)]) as server:
        batch = storage.batches.named()
        settings = settings.model_copy(update={"base_url": server.url})
        for _ in range(3):
            # A row that met too many faults has failed, and the server was perhaps given up: both are taken up again.
            left(storage)
            ended = work_once(storage, batch.id, settings=settings)
        status = storage.batches.status(batch.id)
        assert status.states["drafted"] == ROWS, ended
        assert server.count <= MOST_CALLS
        assert set(model.answered.values()) == {1}


@pytest.mark.parametrize("fault", [slow(fault) if fault in ("500", "reset") else fault for fault in LASTING])
def test_what_lasts_is_told_in_the_row_or_of_the_batch_and_asks_no_more_than_so_often(
    at_work: tuple[Storage, Settings], fault: str
) -> None:
    storage, settings = at_work
    step, said = LASTING[fault]
    with FaultServer([step]) as server:
        batch = storage.batches.named()
        ended = work_once(storage, batch.id, settings=settings.model_copy(update={"base_url": server.url}))
        rows = storage.batches.rows(batch.id)
        told = " · ".join(
            filter(None, [ended.stopped, stopped(storage.batches.get(batch.id)), *(r.reason for r in rows)])
        )
        assert re.search(said, told), told
        assert {row.state for row in rows} <= {"new", "failed", "drafted"}
        assert all(row.reason for row in rows if row.state == "failed")
        assert ended.stopped or all(row.state == "failed" for row in rows)
        assert server.count <= MOST_CALLS


def test_a_server_that_is_down_leaves_the_rows_for_later(at_work: tuple[Storage, Settings]) -> None:
    storage, settings = at_work
    batch = storage.batches.named()
    gone = settings.model_copy(update={"base_url": "http://127.0.0.1:9/v1"})
    ended = work_once(storage, batch.id, settings=gone)
    assert ended.away
    assert "the model's server is not available" in (ended.stopped or "")
    assert storage.batches.status(batch.id).states["new"] == ROWS
    assert stopped(storage.batches.get(batch.id)) is None
    with FaultServer([Step(unless=CountingModel().step)]) as server:
        work_once(storage, batch.id, settings=settings.model_copy(update={"base_url": server.url}))
    assert storage.batches.status(batch.id).states["drafted"] == ROWS
