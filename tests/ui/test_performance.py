"""How long the page's own script takes, against an empty Streamlit page in the same run."""

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from drafter.storage import open_storage
from tests.serving import SENDER

FIRST_PAINT = 0.5
RERUN = 0.15
ROWS = 5000


def seconds(action: Callable[[], object], runs: int = 5) -> float:
    taken = []
    for _ in range(runs):
        # Processor time of all threads, and the best run: what else the machine does is no fault of the page.
        started = time.process_time()
        action()
        taken.append(time.process_time() - started)
    return min(taken)


def page(name: str) -> AppTest:
    def script(name: str) -> None:
        from importlib import import_module

        from drafter.ui import theme

        theme.apply()
        import_module(f"drafter.ui.{name}").page()

    app = AppTest.from_function(script, default_timeout=60, args=(name,))
    app.query_params["desk"] = "timing"
    return app


def empty() -> AppTest:
    def script() -> None:
        import streamlit as st

        st.write("hello")

    return AppTest.from_function(script, default_timeout=60)


@pytest.fixture
def sender() -> None:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="timing")


@pytest.mark.parametrize("name", ["write", "rehearse", "batch", "people", "progress", "settings"])
def test_the_first_run_adds_little_to_an_empty_page(name: str, sender: None) -> None:
    page(name).run()  # modules are loaded once for the whole server
    nothing = seconds(lambda: empty().run(), 3)
    assert seconds(lambda: page(name).run(), 3) - nothing <= FIRST_PAINT


def test_a_rerun_stays_quick_with_thousands_of_rows(sender: None, tmp_path: Path) -> None:
    from drafter.batch.ledger import Options, open_batch

    path = tmp_path / "many.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "organization", "notes"])
        rows.writerows([f"Person {n} Okafor", f"Works {n % 90}", f"Built {n} stations"] for n in range(ROWS))
    with open_storage() as storage:
        open_batch(storage, path, options=Options(defaults={"purpose": "Their stations"}))
    app = page("batch")
    app.run()
    app.button_group[0].set_value("Review").run()
    app.button_group[1].set_value("All").run()
    assert not app.exception
    assert f"1 of {ROWS}" in "".join(str(one.value) for one in app.caption)
    assert seconds(app.run) <= RERUN
