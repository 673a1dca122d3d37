"""How costs grow: a ledger from 10 to 100,000 rows, a profile from 1 to 200 facts."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._figures import Figure, Point, keep
from benchmarks.batch import TODAY, contacts

if TYPE_CHECKING:
    from drafter.models import Profile

ROWS = (10, 100, 1_000, 10_000, 100_000)
FACTS = (1, 10, 50, 100, 200)
DEEDS = ("led the tests of", "wrote the report on", "won a grant of 12,500 euros for", "spoke in Malmö about")
THINGS = ("crane", "converter", "battery", "quay", "winch")


def milliseconds(work: Callable[[], object], *, rounds: int = 3) -> float:
    """The processor time of the quickest of some runs."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times) * 1000


def rows() -> None:
    """What is done with a list as a whole grows with it; what is done with one row of it must not."""
    _ledger(10)
    first = _ledger(ROWS[0])
    for size in ROWS:
        found = _ledger(size)
        told = ", ".join(f"{name} {value:.2f} ms" for name, value in found.items())
        print(f"{size:>7,} rows: {told}", flush=True)
        for name, value in found.items():
            keep(Point("rows", name, size, value, "ms"))
            if size == ROWS[-1]:
                keep(Figure(f"{name}: 100,000 rows against 10", value, "ms", "10 rows", first[name]))


def _ledger(size: int) -> dict[str, float]:
    from drafter.batch.ledger import open_batch
    from drafter.storage import open_storage
    from drafter.storage.rows import View

    with tempfile.TemporaryDirectory() as folder, open_storage(url=f"{folder}/ledger.sqlite3") as storage:
        path = contacts(Path(folder) / "list.csv", size)
        begin = time.process_time()
        batch = open_batch(storage, path).batch
        taken = (time.process_time() - begin) * 1000
        drafting, batches = storage.drafting, storage.batches
        drafting.register("w")
        return {
            "taking in a row": taken / size,
            "status": milliseconds(lambda: batches.status(batch.id)),
            "claiming 16 rows": milliseconds(lambda: drafting.claim(batch.id, "w", limit=16, today=TODAY)),
            "a page of the review": milliseconds(lambda: batches.rows(batch.id, View())),
            "one row": milliseconds(lambda: batches.row(batch.id, size)),
        }


def profile_of(count: int, *, first_year: int = 1900) -> Profile:
    """A reader of whom so many things are known, two of each year."""
    from drafter.models import Contact, Fact, Note, Organization, Profile

    said = [f"In {first_year + n // 2} Oskar Ny {DEEDS[n % 4]} {THINGS[n % 5]} number {n}." for n in range(count)]
    text = " ".join(said)
    note = Note(id="n1", origin="page", kind="typed", sha256="", text=text)
    facts = [
        Fact(id=f"f{n}", statement=one, quote=one, note="n1", start=text.index(one), end=text.index(one) + len(one))
        for n, one in enumerate(said, 1)
    ]
    harbour = Organization(name="Visby Harbour")
    return Profile(contact=Contact(name="Oskar Ny"), organization=harbour, notes=(note,), facts=tuple(facts))


def facts() -> None:
    """Finding the facts, drafting from them, checking against them, asking a model with them."""
    _reader(3)
    first = _reader(FACTS[0])
    for size in FACTS:
        found = _reader(size)
        tokens = found.pop("tokens")
        told = ", ".join(f"{name} {value:.1f} ms" for name, value in found.items())
        print(f"{size:>7,} facts: {told}, a request of {tokens:.0f} tokens", flush=True)
        keep(Point("tokens", "a request to write", size, tokens, "tokens"))
        for name, value in found.items():
            keep(Point("facts", name, size, value, "ms"))
            if size == FACTS[-1]:
                keep(Figure(f"{name}: 200 facts against 1", value, "ms", "1 fact", first[name]))


def _reader(size: int) -> dict[str, float]:
    from drafter import Brief, Drafter, Sender, Settings, note_from_text
    from drafter.writing.tokens import count

    sender = Sender(name="Lena Wolf", role="Engineer", facts=("Ran four cranes in Visby for six years",))
    brief = Brief(sender=sender, purpose="Learn how the converters were tested")
    offline, asking = Drafter(Settings(model="offline")), Drafter(Settings(model="m", base_url="http://127.0.0.1:9/v1"))
    known = profile_of(size)
    note = note_from_text(known.notes[0].text)
    request, draft = asking.first_request(known, brief), offline.draft(profile_of(3), brief).draft
    assert request is not None
    assert draft is not None
    return {
        "tokens": float(count(request.system + request.user).tokens),
        "reading a fact": milliseconds(lambda: offline.profile([note], "Oskar Ny", sender=sender)) / size,
        "drafting offline": milliseconds(lambda: offline.draft(known, brief)),
        "checking a draft": milliseconds(lambda: offline.check(draft, brief=brief, profile=known)),
    }


def main() -> None:
    """Print a line a size."""
    rows()
    facts()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["DRAFTER_HOME"] = home
        main()
