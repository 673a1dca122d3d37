"""The pages' logic, run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def app() -> AppTest:
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    test.query_params["desk"] = "tester"
    return test


def button(app: AppTest, label: str) -> object:
    return next(b for b in app.button if b.label == label)


def texts(app: AppTest) -> str:
    found = [*app.markdown, *app.caption, *app.info, *app.warning, *app.error, *app.success]
    return "\n".join(str(one.value) for one in found)


def test_the_first_screen_teaches_and_says_what_is_needed(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert not app.error
    assert "Nothing is ever sent from here" in texts(app)
    assert "Still needed: the person's name" in texts(app)
    assert next(b for b in app.button if b.label == "Draft").disabled


def test_the_sample_is_drafted_offline(app: AppTest) -> None:
    app.run()
    button(app, "Show me with a sample contact").click()
    app.run()
    assert not app.exception
    assert not app.error
    assert "statements supported" in texts(app)
    assert "Composed offline" in texts(app)
