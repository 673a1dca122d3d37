"""One, two and three workers on PostgreSQL, each in a network namespace of its own where that is allowed.

The server of the model answers after a set latency. With short calls the processor of this machine is the limit, not
the number of workers: the ideal is told beside the figures.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks._figures import Figure, Point, keep
from benchmarks.batch import contacts, server
from tests.apart import Place, can_separate, places, until
from tests.postgres import Postgres

ROWS = 240
LATENCY = 0.5
CONCURRENCY = 8
CALLS = 3


def main() -> None:
    """Print a line for each number of workers."""
    with tempfile.TemporaryDirectory(prefix="drafter-cluster-") as name, server(LATENCY) as url:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "sender.toml").write_text('name = "Tove Arnesen"\n', encoding="utf-8")
        (folder / "pg").mkdir(mode=0o755)
        database = Postgres(folder / "pg")
        try:
            with places(3, database.socket, ("127.0.0.1", urlsplit(url).port or 0)) as found:
                print(f"{ROWS} rows, {CALLS} calls of {LATENCY} s each, {CONCURRENCY} rows at once in each worker,")
                print(f"{'separate network namespaces' if can_separate() else 'separate processes'}:")
                times = {count: measure(database.fresh(), found[:count], folder) for count in (1, 2, 3)}
        finally:
            database.server.cleanup()
    for count, seconds in times.items():
        ideal = ROWS * CALLS * LATENCY / CONCURRENCY / count
        print(
            f"  {count} worker(s): {seconds:.1f} s, {times[1] / seconds:.2f} times as fast as one, ideal {ideal:.1f} s"
        )
        keep(Point("workers", "rows a second", count, ROWS / seconds, "rows/s"))
        keep(Point("workers", "ideal", count, ROWS / ideal, "rows/s"))
    keep(Figure("three workers against one", times[3], "s", "one worker", times[1], aim="at most 0.4"))


def measure(database: str, found: list[Place], folder: Path) -> float:
    """Seconds from the first row done to the last: how long Python takes to load its libraries is not the question."""
    from drafter.storage import open_storage

    ledger = urlsplit(database).path
    command = [sys.executable, "-m", "drafter"]
    path = contacts(folder / "list.csv", ROWS)
    queue = ("batch", "run", str(path), "--queue", "--model", "bench", "--concurrency", str(CONCURRENCY))
    common = {"OPENAI_API_KEY": "none", "DRAFTER_HOME": str(folder / "home")}
    environment = {**os.environ, **common, "OPENAI_BASE_URL": f"http://{found[0].host}:{found[0].ports[1]}/v1"}
    running: list[subprocess.Popen[bytes]] = []
    try:
        # Workers wait for work before there is any, so that all begin together.
        with open_storage(url=database) as storage:
            for place in found:
                own = f"postgresql://postgres@{place.host}:{place.ports[0]}{ledger}"
                base = f"http://{place.host}:{place.ports[1]}/v1"
                words = (*command, "worker", "--database", own)
                running.append(place.start(*words, folder=folder, log=folder / "log", **common, OPENAI_BASE_URL=base))
            until(lambda: (folder / "log").read_text().count("waiting for rows") >= len(found), seconds=60, pause=0.2)
            subprocess.run(
                [*command, *queue, "--database", database], env=environment, cwd=folder, check=True, capture_output=True
            )
            batch = storage.batches.named().id
            until(lambda: storage.batches.status(batch).states["drafted"] == ROWS, seconds=240, pause=0.5)
            at = [event.at for event in storage.reviewing.events(batch) if event.what == "drafted"]
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=30)
        (folder / "log").unlink(missing_ok=True)
    return (max(at) - min(at)).total_seconds()


if __name__ == "__main__":
    main()
