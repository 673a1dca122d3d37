"""How long the page's own script takes, against an empty Streamlit page in the same run."""

from pathlib import Path

import pytest

from benchmarks.page import OWNER, PAGES, ROWS, best, empty, opened, review, take_in
from drafter.storage import open_storage
from tests.serving import SENDER

FIRST_PAINT = 0.5
RERUN = 0.15


@pytest.mark.parametrize("name", PAGES)
def test_the_first_run_adds_little_to_an_empty_page(name: str) -> None:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner=OWNER)
    opened(name).run()  # modules are loaded once for the whole server
    nothing = best(lambda: empty().run(), 3)
    assert best(lambda: opened(name).run(), 3) - nothing <= FIRST_PAINT


def test_a_rerun_stays_quick_with_thousands_of_rows(tmp_path: Path) -> None:
    take_in(tmp_path)
    app = review()
    assert not app.exception
    assert f"1 of {ROWS}" in "".join(str(one.value) for one in app.caption)
    assert best(app.run) <= RERUN
