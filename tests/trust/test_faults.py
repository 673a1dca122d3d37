"""Every fault of a model's server, met by a draft, a batch and a worker: a result or one clear line, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from drafter.batch.limiter import Breaker
from drafter.settings import load_settings
from drafter.storage import open_storage
from tests.batch.conftest import SENDER, CountingModel, contacts
from tests.faults.server import FaultServer, Step, answer, completion, failure, packed
from tests.postgres import Postgres, postgres
from tests.trust.conftest import FACT, Run

__all__ = ["postgres"]


FACTS = {"statement": "x", "quote": "x", "note": "n1", "about": "person", "kind": "project", "date": None}
FAULTS = {
    "429-told-when": failure(429, retry_after="0.05"),
    "429": failure(429),
    "500": failure(500),
    "503": failure(503),
    "401": failure(401),
    "reset-before": Step(reset="before"),
    "reset-after-headers": Step(reset="headers"),
    "reset-within": Step(reset="middle", body=b'{"id": "c1", "choices": ['),
    "slow-first-byte": Step(wait=20),
    "stalls": Step(stall=20, body=b"{" + b" " * 5000),
    "cut-off": Step(body=json.dumps(completion("x")).encode()[:80]),
    "malformed": answer('{"opening": [}'),
    "prose": answer("I would rather talk about the weather."),
    "empty": answer(""),
    "refusal": Step(body=json.dumps(completion(None, refusal="I cannot help with that.")).encode()),
    "length": answer('{"opening"', finish="length"),
    "wrong-schema": answer({"weather": "fine"}),
    "double-ids": answer({"facts": [FACTS, FACTS], "opening": [], "reason": []}),
    "ten-megabytes": answer("x" * 10_000_000),
    "wrong-content-type": Step(body=b"<html>gateway</html>", headers={"Content-Type": "text/html"}),
    "packed-bomb": packed(Step(body=b" " * 60_000_000)),
    "other-model": answer({"weather": "fine"}, model="somebody-else-9"),
}
MOST_CALLS = 12


@pytest.fixture
def place(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultServer]:
    Path("sender.toml").write_text(SENDER)
    Path("drafter.toml").write_text("retries = 1\n")
    Path("notes.txt").write_text(FACT)
    Path("list.csv").write_text(contacts(3))
    with FaultServer([Step()]) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        monkeypatch.setenv("DRAFTER_MODEL", "fault-1")
        yield server


@pytest.mark.parametrize("fault", FAULTS)
def test_one_draft_ends_with_a_result_or_one_clear_line(run: Run, place: FaultServer, fault: str) -> None:
    place.steps = [FAULTS[fault]]
    ran = run(
        "draft", "notes.txt", "--contact", "Ada Brandt", "--purpose", "How it began", "--timeout", "1.5", "--json"
    )
    assert 1 <= place.count <= MOST_CALLS
    assert "Traceback" not in ran.err
    assert "a fault in drafter" not in ran.err
    if ran.status == 2:
        assert ran.out == ""
        assert ran.err.strip()
        assert all(line.startswith("drafter: ") for line in ran.err.strip().splitlines())
    else:
        result: dict[str, Any] = json.loads(ran.out)
        assert result["draft"] or result["needs"]
        assert result["usage"]["calls"] <= place.count


QUICK = ("401", "prose", "cut-off")


def all_faults(quick: tuple[str, ...]) -> list[Any]:
    """Every fault; those not named here wait for the long run."""
    return [pytest.param(fault, marks=() if fault in quick else pytest.mark.soak) for fault in FAULTS]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is down is tried again as often as ever, but after a moment, not after ten seconds."""
    monkeypatch.setattr("drafter.batch.running.Breaker", partial(Breaker, pause=0.2))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("fault", all_faults(QUICK))
def test_a_batch_loses_no_row_and_goes_on_when_the_server_is_well(run: Run, place: FaultServer, fault: str) -> None:
    lose_nothing(run, place, fault, ("batch", "run", "list.csv", "--concurrency", "3"))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("fault", all_faults(()))
def test_a_worker_loses_no_row_and_goes_on_when_the_server_is_well(
    run: Run, place: FaultServer, postgres: Postgres, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setenv("DRAFTER_DATABASE_URL", postgres.fresh())
    queue = ("batch", "run", "list.csv", "--queue", "--concurrency", "3")
    lose_nothing(run, place, fault, queue, ("worker", "--once"))


def lose_nothing(run: Run, place: FaultServer, fault: str, *ways: tuple[str, ...]) -> None:
    """Under the fault: bounded calls, each row still new or failed with a line. Then a well server: all is drafted."""
    place.steps = [FAULTS[fault]]
    Path("drafter.toml").write_text("retries = 1\ntimeout = 1\n")
    for way in ways:
        ran = run(*way)
        assert ran.status in (0, 1, 2), ran.err
        assert "Traceback" not in ran.err
        assert "a fault in drafter" not in ran.err
    assert 1 <= place.count <= 3 * MOST_CALLS
    with open_storage(load_settings()) as storage:
        rows = [storage.batches.row(storage.batches.named().id, number) for number in (1, 2, 3)]
    assert {row.state for row in rows} <= {"new", "failed"}
    assert all(row.reason and "\n" not in row.reason for row in rows if row.state == "failed")
    place.steps = [Step(unless=CountingModel().step)]
    Path("drafter.toml").write_text("retries = 1\ntimeout = 20\n")
    for way in ways:
        assert run(*way).status in (0, 1)
    status = json.loads(run("batch", "status", "--json").out)
    assert (status["rows"], status["states"]["drafted"]) == (3, 3)
    assert status["usage"]["calls"] <= place.count
