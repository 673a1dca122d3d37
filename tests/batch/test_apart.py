"""Three workers on three machines: one is cut off in the middle, one is killed; the ledger is exact."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.storage import open_storage
from tests.apart import places, until
from tests.batch.conftest import Commands, CountingModel, contacts
from tests.batch.test_kills import CONCURRENCY, prove
from tests.faults.server import FaultServer
from tests.postgres import Postgres

ROWS = 2000


@pytest.mark.soak
@pytest.mark.timeout(1500)
def test_two_thousand_rows_with_one_worker_cut_off_and_one_killed(
    postgres: Postgres,
    tmp_path: Path,
    model_server: Callable[..., tuple[FaultServer, CountingModel]],
    commands: Callable[[str], Commands],
) -> None:
    server, model = model_server(wait=0.05)
    (tmp_path / "list.csv").write_text(contacts(ROWS))
    ledger = postgres.fresh()
    queue = ("batch", "run", "list.csv", "--queue", "--database", ledger, "--concurrency", str(CONCURRENCY))
    assert commands(server.url).run(*queue) == 0
    logs = [tmp_path / f"worker{number}.log" for number in range(3)]
    running: list[subprocess.Popen[bytes]] = []
    port = int(server.url.split(":")[2].split("/")[0])
    # A worker that is cut off in the middle leaves transactions open; a killed one leaves nobody who could end them.
    with places(3, postgres.socket, ("127.0.0.1", port)) as found:
        try:
            for place, log in zip(found, logs, strict=True):
                base = f"http://{place.host}:{place.ports[1]}/v1"
                own = f"postgresql://postgres@{place.host}:{place.ports[0]}/{ledger.split('/')[3].split('?')[0]}"
                command = (sys.executable, "-m", "drafter", "worker", "--database", own)
                environment = {"OPENAI_BASE_URL": base, "OPENAI_API_KEY": "none", "DRAFTER_HOME": str(tmp_path / "h")}
                running.append(place.start(*command, folder=tmp_path, log=log, **environment))
            until(lambda: len(working(ledger)) == 3, seconds=200, pause=0.5)
            until(lambda: server.count > ROWS // 3, seconds=200)
            found[1].cut()
            until(lambda: server.count > 2 * ROWS // 3, seconds=200)
            os.kill(running[2].pid, signal.SIGKILL)
            assert running[2].wait() == -signal.SIGKILL
            until(lambda: drafted(ledger) == ROWS, seconds=900, pause=1)
            running[0].terminate()
            assert running[0].wait(timeout=60) == 0, logs[0].read_text()
            assert running[1].wait(timeout=300) == 2, logs[1].read_text()
        finally:
            for process in running:
                process.kill()
                process.wait()
    assert "cannot be reached; start the worker again when it can" in logs[1].read_text().splitlines()[-1]
    assert not any("Traceback" in log.read_text() for log in logs)
    # Two workers were lost in the middle of their calls: no more than those were made again, as the server counts.
    prove(ledger, model, count=ROWS, kills=2)


def working(ledger: str) -> list[str]:
    with open_storage(url=ledger) as storage:
        return [seen.id for seen in storage.drafting.working()]


def drafted(ledger: str) -> int:
    with open_storage(url=ledger) as storage:
        return storage.batches.status(storage.batches.named().id).states["drafted"]
