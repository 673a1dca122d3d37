"""Kill -9 at any moment: no row is lost, none is drafted twice, no received reply is bought again."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from drafter.storage import open_storage
from drafter.storage.tables import drafts, replies, rows
from tests.batch.conftest import Commands, CountingModel, contacts
from tests.faults.server import FaultServer

CONCURRENCY = 4
Start = Callable[..., tuple[FaultServer, CountingModel]]


def kill_often(run: Commands, *, kills: int, arguments: tuple[str, ...], seed: int) -> int:
    """Run, kill, run again; then to the end. How often it was killed before it was done."""
    dice = random.Random(seed)
    done = 0
    for _ in range(kills):
        pid = run.start(*arguments)
        time.sleep(dice.uniform(0.02, 0.5))
        os.kill(pid, signal.SIGKILL)
        done += run.wait() == -signal.SIGKILL
    status = run.run(*arguments)
    assert status in (0, 1), run.log.read_text()
    return done


def prove(url: str, model: CountingModel, *, count: int, kills: int) -> None:
    """The ledger is exact, and what was paid for more than once was under way when a kill came."""
    with open_storage(url=url) as storage, storage.database.read() as connection:
        states = {row.number: row.state for row in connection.execute(sa.select(rows.c.number, rows.c.state))}
        firsts = connection.execute(sa.select(drafts.c.row_id, sa.func.count()).group_by(drafts.c.row_id)).all()
        kept = connection.execute(sa.select(sa.func.count()).select_from(replies)).scalar_one()
        calls = connection.execute(sa.select(sa.func.sum(rows.c.calls))).scalar_one()
    assert states == dict.fromkeys(range(1, count + 1), "drafted")
    assert [number for _, number in firsts] == [1] * count
    repeated = sum(times - 1 for times in model.answered.values())
    assert repeated <= kills * CONCURRENCY
    assert sum(model.answered.values()) - kept <= kills * CONCURRENCY
    assert calls >= kept


def test_a_few_kills(tmp_path: Path, model_server: Start, commands: Callable[[str], Commands]) -> None:
    server, model = model_server(faults=0.05, wait=0.03)
    (tmp_path / "list.csv").write_text(contacts(16))
    ledger = str(tmp_path / "ledger.sqlite3")
    run = commands(server.url)
    arguments = ("batch", "run", "list.csv", "--database", ledger, "--concurrency", str(CONCURRENCY))
    kills = kill_often(run, kills=6, arguments=arguments, seed=11)
    prove(ledger, model, count=16, kills=kills)


def test_running_again_costs_nothing(tmp_path: Path, model_server: Start, commands: Callable[[str], Commands]) -> None:
    server, _ = model_server()
    (tmp_path / "list.csv").write_text(contacts(3))
    run = commands(server.url)
    assert run.run("batch", "run", "list.csv") in (0, 1), run.log.read_text()
    before = server.count
    assert run.run("batch", "run", "list.csv") in (0, 1)
    (tmp_path / "again.csv").write_text((tmp_path / "list.csv").read_text() + "New Person,Elsewhere,,,\n")
    assert run.run("batch", "run", "again.csv") in (0, 1)
    assert server.count == before


@pytest.mark.soak
@pytest.mark.timeout(3000)
def test_fifty_kills(tmp_path: Path, model_server: Start, commands: Callable[[str], Commands]) -> None:
    server, model = model_server(faults=0.08, wait=0.1)
    (tmp_path / "list.csv").write_text(contacts(300))
    ledger = str(tmp_path / "ledger.sqlite3")
    run = commands(server.url)
    arguments = ("batch", "run", "list.csv", "--database", ledger, "--concurrency", str(CONCURRENCY))
    kills = kill_often(run, kills=50, arguments=arguments, seed=5)
    assert kills == 50
    prove(ledger, model, count=300, kills=kills)
