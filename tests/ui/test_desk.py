"""Work that two windows change at once, versions, and the lists that go with them."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from drafter.batch import running as batch_running
from drafter.batch.runner import Run
from drafter.models import Attempt, Draft, Report, Result, Sentence
from drafter.storage import open_storage
from drafter.ui.lists.intake import keep
from drafter.ui.work import MOST_VERSIONS, Sent, Work, brief_of, correspondence
from tests.batch.made import batch_of, drafted, people
from tests.batch.made import result as made
from tests.serving import SENDER
from tests.ui.test_pages import button, field, page, texts

__all__ = ["page"]
Opened = Callable[[str], AppTest]


def attempt(text: str) -> Attempt:
    return Attempt(draft=Draft(message=text), report=Report())


def result(*texts: str) -> Result:
    made = tuple(attempt(text) for text in texts)
    brief = brief_of(Work(), SENDER, today=datetime.date(2026, 5, 4))
    return Result.model_validate(
        {"profile": {"contact": {"name": "Ines"}}, "brief": brief, "draft": made[-1].draft, "attempts": made}
    )


def test_two_windows_change_one_piece_of_work_and_neither_change_is_lost(page: Opened) -> None:
    first = page("write")
    field(first, "Name").set_value("Ines Okafor")
    first.run()
    second = page("write")
    field(second, "Organisation").set_value("Ghent Water")
    second.run()
    field(first, "Role").set_value("Hydrologist")
    first.run()
    assert not first.error
    again = page("write")
    assert [field(again, label).value for label in ("Name", "Organisation", "Role")] == [
        "Ines Okafor",
        "Ghent Water",
        "Hydrologist",
    ]


def test_each_version_is_kept_once_and_the_oldest_go_first() -> None:
    work = Work().with_result(result("one", "two"))
    work = work.model_copy(update={"edited": Draft(message="mine"), "report": Report()})
    work = work.with_result(result("three"))
    assert [one.draft.message for one in work.versions()] == ["one", "two", "mine", "three"]
    cited = Draft(message="two", sentences=(Sentence(part="message", start=0, end=3, facts=("f1",)),))
    assert work.with_version(Attempt(draft=cited, report=Report())).versions() == work.versions(), "reads the same"
    chosen = work.with_choice(attempt("two"))
    assert chosen.draft == Draft(message="two")
    assert [one.draft.message for one in chosen.versions()] == ["one", "two", "mine", "three"]
    for number in range(MOST_VERSIONS + 5):
        work = work.with_result(result(f"number {number}"))
    assert len(work.earlier) == MOST_VERSIONS
    assert work.turn > chosen.turn - 1


def test_what_was_sent_stays_noted_while_the_draft_goes_on(page: Opened) -> None:
    day = datetime.date(2026, 5, 4)
    work = Work(name="Ines", sent=(Sent(on=day, draft=Draft(message="two")),)).with_result(result("one", "two"))
    assert work.sent_now() is not None
    edited = work.model_copy(update={"edited": Draft(message="two, and more"), "report": Report()})
    assert edited.sent_now() is None
    again = edited.with_result(result("three")).with_choice(attempt("two"))
    assert again.sent_now() == Sent(on=day, draft=Draft(message="two"))
    with open_storage() as storage:
        storage.desk.create(owner="tester", title="Ines", document=edited.model_dump(mode="json"))
    app = page("write")
    assert "An earlier wording is noted as sent on 04 May" in texts(app)
    assert button(app, "I sent it")
    button(app, "Not sent after all").click()
    app.run()
    assert "noted as sent" not in texts(app)


def test_earlier_messages_are_read_and_a_wrong_date_is_told(page: Opened) -> None:
    found = correspondence("From: Ines\nDate: 2026-03-09\n\nCome by.\n---\nFrom: me\n\nI will.")
    assert [(one.sender, one.message) for one in found] == [("me", "I will."), ("Ines", "Come by.")]
    app = page("write")
    field(app, "Earlier messages between you (optional)").set_value("Date: some day\n\nCome by.")
    app.run()
    assert not app.exception
    assert "cannot read the date" in texts(app).lower()


def test_clean_drafts_are_approved_together_once_a_few_were_read(page: Opened, tmp_path: Path) -> None:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
        batch = drafted(storage, tmp_path, 8, lambda row: made(row.name, f"Hello,\n\nYour tide atlas. {row.name}"))
    app = page("batch")
    app.session_state["clean-drafts"] = True
    app.run()
    assert button(app, "Approve 8 drafts").disabled
    for _ in range(4):
        button(app, "Next").click()
        app.run()
    button(app, "Approve 8 drafts").click()
    app.run()
    assert not app.exception
    with open_storage() as storage:
        assert storage.batches.status(batch.id).decisions["approved"] == 8


def test_the_plan_of_the_network_is_kept_and_a_person_may_have_a_rhythm_of_their_own(page: Opened) -> None:
    app = page("people")
    field(app, "Name").set_value("Ines Okafor")
    field(app, "Why you want to stay in touch").set_value("Answers hard questions")
    button(app, "Add").click()
    app.run()
    with open_storage() as storage:
        storage.desk.prefer(
            "settings", {"categories": {"recruiter": {"capacity": 7, "cadence_days": 30}}}, owner="tester"
        )
        person = storage.people.find("Ines Okafor")[0]
        storage.people.update(person.id, cadence_days=10)
    again = page("people")
    again.button_group[0].set_value("Everyone").run()
    assert not again.exception
    assert any("Recruiter 1/7" in str(option) for one in again.button_group for option in one.options)


def test_undo_takes_back_the_latest_decision_though_its_row_is_out_of_sight(page: Opened, tmp_path: Path) -> None:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
        batch = drafted(storage, tmp_path, 3, lambda row: made(row.name, f"Hello,\n\nYour tide atlas. {row.name}"))
        app = page("batch")
        for pressed, approved, rejected in (
            ("Reject", 0, 1),
            ("Approve", 1, 1),
            ("Undo", 0, 1),
            ("Undo", 0, 0),
            ("Undo", 0, 0),
        ):
            assert not app.error
            button(app, pressed).click()
            app.run()
            decisions = storage.batches.status(batch.id).decisions
            assert (decisions["approved"], decisions["rejected"]) == (approved, rejected)
        assert "nothing to take back" in texts(app)


@pytest.fixture
def chosen() -> Path:
    """A list that was uploaded and not taken in yet."""
    path = keep(b"Full name,What I know,Because\nAda Berg,Built 12 tide gauges in 2021,\n", "people.csv")
    with open_storage() as storage:
        storage.desk.prefer("list-chosen", {"path": str(path)}, owner="tester")
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
    return path


def test_no_copy_of_a_list_is_kept_once_it_is_taken_in(page: Opened, chosen: Path) -> None:
    app = page("batch")
    assert chosen.exists()
    button(app, "Take in this list").click()
    app.run()
    assert not app.exception
    assert not chosen.parent.exists()
    with open_storage() as storage:
        assert [batch.name for batch in storage.batches.all()] == ["people.csv"]


def test_a_list_not_taken_in_yet_outlives_a_reload_with_all_that_was_said_of_it(page: Opened, chosen: Path) -> None:
    app = page("batch")
    assert [(one.label, one.value) for one in app.metric][1:3] == [("Enough is known", "0"), ("Too thin", "1")]
    next(one for one in app.selectbox if one.label == "Because").set_value("purpose")
    app.run()
    field(app, "Why these people? (for rows that do not say)").set_value("They measure before they build")
    app.run()
    again = page("batch")
    assert [one.value for one in again.selectbox] == ["name", "notes", "purpose"]
    assert [(one.label, one.value) for one in again.metric][1:3] == [("Enough is known", "1"), ("Too thin", "0")]
    button(again, "Another list").click()
    again.run()
    assert not again.metric
    assert not chosen.exists()


def test_earlier_work_is_found_by_name_however_much_there_is(page: Opened) -> None:
    with open_storage() as storage:
        for number in range(40):
            work = Work(name=f"Person {number}", organization="Ghent Water" if number == 3 else "")
            storage.desk.create(owner="tester", title=work.title, document=work.model_dump(mode="json"))
    app = page("write")
    assert "Person 3 ·" not in " ".join(one.label for one in app.button)
    assert "older ones" in texts(app)
    field(app, "Find").set_value("ghent").run()
    press = next(one for one in app.button if one.label.startswith("Person 3 "))
    press.click().run()
    assert field(app, "Name").value == "Person 3"
    assert not app.exception


def test_a_search_without_a_hit_does_not_say_that_all_is_decided(page: Opened, tmp_path: Path) -> None:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
        drafted(storage, tmp_path, 3)
    app = page("batch")
    field(app, "Find").set_value("Lorient").run()
    assert "Nothing is left" not in texts(app)
    assert "Clear the search" in texts(app)


def test_offline_a_list_is_drafted_by_one_thread_so_that_the_page_stays_quick(
    page: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    prepare = batch_running.prepare_run

    def prepared(*given: Any, options: batch_running.RunOptions, **named: Any) -> Run:
        asked.append(options.concurrency)
        return prepare(*given, options=options, **named)

    monkeypatch.setattr(batch_running, "prepare_run", prepared)
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
        batch_of(storage, people(tmp_path, 2))
    app = page("batch")
    button(app, "Run").click()
    app.run()
    assert not app.exception
    assert asked == [1]
