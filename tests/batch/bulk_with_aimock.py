"""Hands rows to `@copilotkit/aimock`, another project's imitation of the Batch API.

    npm install --prefix FOLDER @copilotkit/aimock
    python -m tests.batch.bulk_with_aimock FOLDER

Not part of the test-suite, for it needs node. The imitation answers everything with the same line of prose, so what is
proven is the way there and back: files, states, partial and failed batches, answers that do not fit.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from drafter.batch.bulk import BulkRun
from drafter.batch.ledger import open_batch
from drafter.llm.bulk import Bulk
from drafter.models import Sender
from drafter.settings import Settings
from drafter.storage import open_storage
from tests.batch.conftest import contacts
from tests.batch.made import TODAY
from tests.faults.with_aimock import FIXTURES, aimock


def hand_over(port: int, folder: Path, outcome: str) -> None:
    """Rounds until nothing waits; each batch ends with ``outcome``."""
    settings = Settings(model="gpt-4o", base_url=f"http://127.0.0.1:{port}/v1")
    bulk = Bulk(settings)
    client: Any = bulk._client
    bulk._client = client.with_options(default_headers={"X-AIMock-Batch-Outcome": outcome})
    (folder / "list.csv").write_text(contacts(5), encoding="utf-8")
    sender = Sender(name="Tove Arnesen", facts=("Moved forty pipelines to streaming in 2024",))
    with open_storage(url=str(folder / f"{outcome}.sqlite3")) as storage:
        batch = open_batch(storage, folder / "list.csv").batch
        with closing(BulkRun(storage, batch, bulk, settings=settings, sender=sender, today=TODAY)) as run:
            done, rounds, notes = run.submit(), 0, set[str]()
            while done.waiting and rounds < 60:
                done, rounds = run.collect(), rounds + 1
                notes |= set(done.notes)
        states = storage.batches.status(batch.id).states
    print(outcome, rounds, states, sorted(notes))
    assert states == {"new": 0, "drafted": 0, "failed": 5, "needs": 0}, states


def main(folder: Path) -> None:
    """Try every way a batch may end."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["DRAFTER_HOME"] = scratch
        fixtures = Path(scratch) / "fixtures.json"
        fixtures.write_text(json.dumps(FIXTURES), encoding="utf-8")
        with aimock(folder, fixtures) as port:
            for outcome in ("completed", "expired", "failed", "cancelled"):
                hand_over(port, Path(scratch), outcome)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
