"""What costs most: the three largest shares of each path's own processor time, by the module that spends it."""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks._figures import Cost, keep
from benchmarks.batch import TODAY, answer, contacts
from benchmarks.growth import profile_of
from benchmarks.profile import usual_page

ROUNDS = 5
_PLACE = re.compile(r"(?:site-packages/|python3\.\d+/)(?!site-packages)([\w.]+)|(drafter/[\w/]+)\.py")


def largest(path: str, work: Callable[[int], object]) -> None:
    """Print the three modules in which the time goes, and the busiest function of each.

    Built-in functions (regular expressions, SQLite, XML) are counted with the module that calls them.
    """
    work(0)
    profiler = cProfile.Profile(builtins=False)
    profiler.enable()
    for number in range(1, ROUNDS + 1):
        work(number)
    profiler.disable()
    own: Counter[str] = Counter()
    busiest: dict[str, tuple[float, str]] = {}
    for (file, _, function), (_, _, spent, _, _) in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        found = _PLACE.search(file)
        where = next(filter(None, found.groups()), file) if found else "python"
        own[where] += spent
        busiest[where] = max(busiest.get(where, (0.0, "")), (spent, function))
    total = sum(own.values())
    named = [(f"{where} ({busiest[where][1]})", spent / total) for where, spent in own.most_common(3)]
    print(f"{path}: " + ", ".join(f"{share:.0%} {where}" for where, share in named), flush=True)
    for where, share in named:
        keep(Cost(path, where, share))


def main() -> None:
    """One line a path."""
    from drafter import Brief, Drafter, Sender, Settings
    from drafter.batch.ledger import open_batch
    from drafter.gather import notes_from_bytes
    from drafter.storage import open_storage

    settings = Settings(model="offline")
    drafter = Drafter(settings)
    sender = Sender(name="Lena Wolf", role="Engineer", facts=("Ran four cranes in Visby for six years",))
    brief = Brief(sender=sender, purpose="Learn how the converters were tested")
    pages = [usual_page(50_000).replace("Aarhus", f"Aarhus{number}").encode() for number in range(ROUNDS + 1)]
    notes = [notes_from_bytes(page, name="page.html", settings=settings) for page in pages]
    known = [profile_of(60 + number) for number in range(ROUNDS + 1)]
    draft = drafter.draft(known[0], brief).draft
    assert draft is not None
    largest("reading a page", lambda n: notes_from_bytes(pages[n], name="page.html", settings=settings))
    largest("finding facts", lambda n: drafter.profile(notes[n], "Ada Brink", sender=sender))
    largest("drafting offline", lambda n: drafter.draft(known[n], brief))
    largest("checking against 60 facts", lambda n: drafter.check(draft, brief=brief, profile=known[n]))
    with tempfile.TemporaryDirectory() as folder:
        lists = [contacts(Path(folder) / f"{number}.csv", 500 + number) for number in range(ROUNDS + 1)]
        with open_storage(url=f"{folder}/ledger.sqlite3") as storage:
            largest("taking in a list", lambda n: open_batch(storage, lists[n]))
        largest("a row with a model", lambda n: _rows(Path(folder), n))


def _rows(folder: Path, number: int) -> None:
    """Some rows of a batch in this very thread, with a model that answers at once."""
    from drafter import Sender, Settings
    from drafter.batch.ledger import open_batch
    from drafter.batch.running import RunOptions, prepare_run
    from drafter.llm import Request
    from drafter.llm.scripted import ScriptedModel
    from drafter.storage import open_storage

    def say(request: Request) -> str:
        body = {"messages": [{"content": request.system}, {"content": request.user}]}
        return str(json.loads(answer(json.dumps(body).encode()))["choices"][0]["message"]["content"])

    with open_storage(url=f"{folder}/rows{number}.sqlite3") as storage:
        batch = open_batch(storage, contacts(folder / f"rows{number}.csv", 20)).batch
        run = prepare_run(
            storage,
            batch,
            settings=Settings(model="bench"),
            sender=Sender(name="Lena Wolf"),
            model=ScriptedModel(say, repeat=True),
            options=RunOptions(concurrency=1),
            today=TODAY,
        )
        storage.drafting.register(run.worker)
        for row in storage.drafting.claim(batch.id, run.worker, limit=20, today=TODAY):
            run._draft(row)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["DRAFTER_HOME"] = home
        main()
