"""Every fault of a model's server, met on the page: a draft or one sentence, nothing lost, and a way on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from drafter.gather import note_from_text
from drafter.storage import open_storage
from drafter.ui import jobs
from drafter.ui.work import Work, add_notes
from tests.faults.server import FaultServer, Step
from tests.serving import ROOT, SENDER
from tests.trust.test_faults import FAULTS

WORK = add_notes(
    Work(name="Ada Brandt", purpose="How it began", history="From: Ada Brandt\nDate: 2026-03-02\n\nCome by in May."),
    (
        note_from_text(
            "Ada Brandt built a tide atlas with 12 volunteers in 2024. She spoke about it in Bergen in 2025."
        ),
    ),
)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultServer]:
    monkeypatch.chdir(tmp_path)
    Path("drafter.toml").write_text("retries = 1\n")
    with FaultServer([Step()]) as found:
        monkeypatch.setenv("OPENAI_BASE_URL", found.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        monkeypatch.setenv("DRAFTER_MODEL", "fault-1")
        monkeypatch.setenv("DRAFTER_TIMEOUT", "1")
        yield found


@pytest.fixture
def app(server: FaultServer) -> AppTest:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
        storage.desk.create(owner="tester", title="Ada", document=WORK.model_dump(mode="json"))
    found = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    found.query_params["desk"] = "tester"
    return found.run()


def press(app: AppTest, label: str) -> None:
    """Press the button and wait until the writing behind it has ended."""
    next(one for one in app.button if one.label == label).click().run()
    job = jobs.of(saved().id)
    assert job is None or job.wait(30)
    app.run()
    assert not app.exception


def saved() -> object:
    with open_storage() as storage:
        return storage.desk.get(storage.desk.items(owner="tester")[0].id)


def work() -> Work:
    return Work.model_validate(saved().document)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_a_sentence_nothing_is_lost_and_one_goes_on_without_the_model(
    app: AppTest, server: FaultServer, fault: str
) -> None:
    server.steps = [FAULTS[fault]]
    press(app, "Draft")
    assert 1 <= server.count <= 12
    told = [str(one.value) for one in app.error]
    now = work()
    assert (now.name, now.purpose, now.history, now.notes) == (WORK.name, WORK.purpose, WORK.history, WORK.notes)
    if now.draft is None:
        assert len(told) == 1
        assert told[0].endswith("Your work is as it was.")
        assert "Traceback" not in told[0]
        assert "The server's log has the details" not in told[0]
        press(app, "Draft without the model")
        assert not app.error
    assert work().draft is not None
    assert "tide atlas" in work().draft.message


def test_stop_leaves_the_work_as_it_is_and_one_may_draft_again(app: AppTest, server: FaultServer) -> None:
    server.steps = [Step(wait=30)]
    next(one for one in app.button if one.label == "Draft").click().run()
    assert next(one for one in app.button if one.label == "Draft").disabled
    next(one for one in app.button if one.label == "Stop").click().run()
    assert not app.exception
    assert not app.error
    assert work().result is None
    assert not next(one for one in app.button if one.label == "Draft").disabled
    assert jobs.of(saved().id) is None


def test_a_new_draft_keeps_what_was_written_and_edited_before(app: AppTest, server: FaultServer) -> None:
    server.steps = [FAULTS["prose"]]
    press(app, "Draft")
    press(app, "Draft without the model")
    first = work()
    assert first.draft is not None
    edited = first.draft.model_copy(update={"message": "Hello Ada, my own words about the tide atlas."})
    with open_storage() as storage:
        document = first.model_copy(update={"edited": edited, "report": first.result.report}).model_dump(mode="json")
        storage.desk.save(saved().id, document, version=saved().version)
    app.session_state["desk"].refresh()
    press(app, "Draft again")
    press(app, "Draft without the model")
    assert work().draft.message != edited.message
    assert edited in [attempt.draft for attempt in work().versions()]
