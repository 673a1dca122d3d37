"""Kill -9 at any moment: no touch that was acknowledged is lost, none is there twice, none is half there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.storage import Person
from drafter.storage.ledger import Storage

# Each number is told only after the touch and its outcome are kept, as a command says "Logged" only then.
LOGGER = """
import datetime, sys
from drafter.relationships.network import Network
from drafter.settings import Settings
from drafter.storage.ledger import Storage
url, first = sys.argv[1], int(sys.argv[2])
with Storage(url) as storage:
    network = Network(storage, Settings(), today=datetime.date.fromisoformat("2031-03-12"))
    person = network.person("Ada Berg")
    print("ready", flush=True)
    for number in range(first, first + 100_000):
        network.log(person, kind="sent", outcome="reply", text=str(number), origin_key=f"message-{number}")
        print(number, flush=True)
"""


def kill_while_logging(url: str, first: int, *, after: float) -> int:
    """Log from ``first`` on and kill after a moment; the last number that was acknowledged, or ``first - 1``."""
    command = [sys.executable, "-c", LOGGER, url, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # Killed before anything was logged, on a busy machine, nothing would be proven.
        told = [process.stdout.readline()]
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)
        told += [line for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        assert process.wait() == -signal.SIGKILL
    return int(told[-1]) if told else first - 1


def prove(tmp_path: Path, *, kills: int) -> None:
    """After each kill the numbers go on behind the last acknowledged one, as somebody would who logs again."""
    url, dice = f"sqlite:///{tmp_path / 'ledger.sqlite3'}", random.Random(5)
    with Storage(url) as storage:
        storage.people.add(Person(name="Ada Berg", reason="We built a bridge together.", category="peer"))
    last = 0
    for _ in range(kills):
        last = kill_while_logging(url, last + 1, after=dice.uniform(0.0, 0.15))
        with Storage(url) as storage:
            kept = [int(touch.text or "") for touch in storage.people.touches()]
            results = {outcome.touch_id for outcome in storage.people.outcomes()}
            whole = {touch.id for touch in storage.people.touches()}
        # The one under way may have been kept before it could be told.
        assert sorted(kept) in (list(range(1, last + 1)), list(range(1, last + 2)))
        assert results == whole
    assert last >= kills


def test_a_few_kills_lose_no_touch(tmp_path: Path) -> None:
    prove(tmp_path, kills=3)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_no_touch_is_lost_across_a_hundred_kills(tmp_path: Path) -> None:
    prove(tmp_path, kills=100)
