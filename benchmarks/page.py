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
        _take_in(Path(home))
        _opened("write").run()  # modules are loaded once for the whole server
        empty = _best(lambda: _empty().run())
        print(f"an empty Streamlit page: {empty * 1000:.0f} ms")
        for name in PAGES:
            _opened(name).run()
            first = _best(lambda name=name: _opened(name).run())  # type: ignore[misc]
            keep(Figure(f"first run of the page {name}", first * 1000, "ms", "an empty Streamlit page", empty * 1000))
            print(f"{name}: first run {(first - empty) * 1000:.0f} ms beyond it (aim 500), {first / empty:.1f} x")
        _rerun(empty)
        _sample(empty)


def _rerun(empty: float) -> None:
    app = _opened("batch")
    app.run()
    app.button_group[0].set_value("Review").run()
    app.button_group[1].set_value("All").run()
    again = _best(app.run)
    keep(Figure(f"rerun of a review of {ROWS:,} rows", again * 1000, "ms", aim="at most 150"))
    print(f"batch of {ROWS}: rerun of the review {again * 1000:.0f} ms (aim 150), {again / empty:.1f} x")


def _sample(empty: float) -> None:
    from drafter.pipeline import Drafter
    from drafter.settings import Settings
    from drafter.ui.sample import sample

    drafter = Drafter(Settings(model="offline"))
    taken = _best(lambda: sample(drafter, None, today=datetime.date.today()), 3)
    keep(Figure("first offline draft on the page", taken * 1000, "ms", aim="at most 2000"))
    print(f"first offline draft, sources read: {taken * 1000:.0f} ms (aim 2000), {taken / empty:.1f} x")


def _take_in(home: Path) -> None:
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


def _opened(name: str) -> AppTest:
    from streamlit.testing.v1 import AppTest

    def script(name: str) -> None:
        from importlib import import_module

        from drafter.ui import theme

        theme.apply()
        import_module(f"drafter.ui.{name}").page()

    app = AppTest.from_function(script, default_timeout=60, args=(name,))
    app.query_params["desk"] = OWNER
    return app


def _empty() -> AppTest:
    from streamlit.testing.v1 import AppTest

    def script() -> None:
        import streamlit as st

        st.write("hello")

    return AppTest.from_function(script, default_timeout=60)


def _best(action: Callable[[], object], runs: int = 5) -> float:
    taken = []
    for _ in range(runs):
        # Processor time of all threads: what else the machine does is no fault of the page.
        started = time.process_time()
        action()
        taken.append(time.process_time() - started)
    return min(taken)


if __name__ == "__main__":
    main()
