"""How quick the page's own script is, against an empty Streamlit page in the same run."""

from __future__ import annotations

import csv
import datetime
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._figures import Figure, keep

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

ROWS = 5000
OWNER = "timing"
PAGES = ("write", "rehearse", "batch", "people", "progress", "settings")


def main() -> None:
    """Print the times and what they are a multiple of."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"DRAFTER_HOME": home, "DRAFTER_MODEL": "offline"}
        take_in(Path(home))
        opened("write").run()  # modules are loaded once for the whole server
        nothing = best(lambda: empty().run())
        print(f"an empty Streamlit page: {nothing * 1000:.0f} ms")
        for name in PAGES:
            opened(name).run()
            first = best(lambda name=name: opened(name).run())  # type: ignore[misc]
            keep(Figure(f"first run of the page {name}", first * 1000, "ms", "an empty Streamlit page", nothing * 1000))
            print(f"{name}: first run {(first - nothing) * 1000:.0f} ms beyond it (aim 500), {first / nothing:.1f} x")
        _rerun(nothing)
        _sample(nothing)


def _rerun(nothing: float) -> None:
    again = best(review().run)
    keep(Figure(f"rerun of a review of {ROWS:,} rows", again * 1000, "ms", aim="at most 150"))
    print(f"batch of {ROWS}: rerun of the review {again * 1000:.0f} ms (aim 150), {again / nothing:.1f} x")


def review() -> AppTest:
    """The batch page with all rows of the list in review."""
    app = opened("batch")
    app.run()
    app.button_group[0].set_value("Review").run()
    app.button_group[1].set_value("All").run()
    return app


def _sample(nothing: float) -> None:
    from drafter.pipeline import Drafter
    from drafter.settings import Settings
    from drafter.ui.sample import sample

    drafter = Drafter(Settings(model="offline"))
    taken = best(lambda: sample(drafter, None, today=datetime.date.today()), 3)
    keep(Figure("first offline draft on the page", taken * 1000, "ms", aim="at most 2000"))
    print(f"first offline draft, sources read: {taken * 1000:.0f} ms (aim 2000), {taken / nothing:.1f} x")


def take_in(home: Path) -> None:
    """A visitor who has said who they are, and a list of thousands of rows."""
    from drafter.batch.ledger import Options, open_batch
    from drafter.models import Sender
    from drafter.storage import open_storage

    path = home / "many.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "organization", "notes"])
        rows.writerows([f"Person {n} Okafor", f"Works {n % 90}", f"Built {n} stations"] for n in range(ROWS))
    with open_storage() as storage:
        storage.desk.prefer("sender", Sender(name="Maya Lindqvist").model_dump(mode="json"), owner=OWNER)
        open_batch(storage, path, options=Options(defaults={"purpose": "Their stations"}))


def opened(name: str) -> AppTest:
    """A page of ours without navigation around it."""
    from streamlit.testing.v1 import AppTest

    def script(name: str) -> None:
        from importlib import import_module

        from drafter.ui import theme

        theme.apply()
        import_module(f"drafter.ui.{name}").page()

    app = AppTest.from_function(script, default_timeout=60, args=(name,))
    app.query_params["desk"] = OWNER
    return app


def empty() -> AppTest:
    """An empty Streamlit page."""
    from streamlit.testing.v1 import AppTest

    def script() -> None:
        import streamlit as st

        st.write("hello")

    return AppTest.from_function(script, default_timeout=60)


def best(action: Callable[[], object], runs: int = 5) -> float:
    """The seconds of the best of some runs."""
    taken = []
    for _ in range(runs):
        # Processor time of all threads: what else the machine does is no fault of the page.
        started = time.process_time()
        action()
        taken.append(time.process_time() - started)
    return min(taken)


if __name__ == "__main__":
    main()
