"""Every fault of a model's server, met by one draft and by a batch: a result or one clear line, and nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.batch.conftest import SENDER, CountingModel, contacts
from tests.faults.server import FaultServer, Step, answer, completion, failure, packed
from tests.trust.conftest import FACT, Run

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


def slow(fault: str) -> Any:
    """The faults that are waited out take a run its time."""
    return pytest.param(fault, marks=pytest.mark.soak)


@pytest.mark.parametrize("fault", [slow("503"), slow("reset-within"), slow("429"), "prose", "wrong-schema", "401"])
def test_a_batch_loses_no_row_and_goes_on_when_the_server_is_well(run: Run, place: FaultServer, fault: str) -> None:
    place.steps = [FAULTS[fault]]
    ran = run("batch", "run", "list.csv", "--timeout", "1.5", "--concurrency", "3")
    assert ran.status in (1, 2)
    assert "Traceback" not in ran.err
    assert place.count <= 3 * MOST_CALLS
    states = json.loads(run("batch", "status", "--json").out)["states"]
    assert sum(states.values()) == 3
    assert states["drafted"] == 0
    place.steps = [Step(unless=CountingModel().step)]
    assert run("batch", "run", "list.csv", "--timeout", "20").status in (0, 1)
    status = json.loads(run("batch", "status", "--json").out)
    assert (status["rows"], status["states"]["drafted"]) == (3, 3)
    assert status["usage"]["calls"] <= place.count
