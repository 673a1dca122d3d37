"""The pages' logic, run without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from drafter.cli import main
from drafter.gather.page_cache import PageCache
from drafter.settings import data_folder
from drafter.storage import Person, open_storage
from drafter.ui.lists.intake import keep

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
    assert 'The person\'s name<span class="unseen"> (needed)' in "".join(str(one.value) for one in app.get("html"))
    assert next(b for b in app.button if b.label == "Draft").disabled


def test_the_sample_is_drafted_offline(app: AppTest) -> None:
    app.run()
    button(app, "Show me with a sample contact").click()
    app.run()
    assert not app.exception
    assert not app.error
    assert "statements supported" in texts(app)
    assert "Composed offline" in texts(app)


def field(app: AppTest, label: str) -> object:
    return next(one for one in [*app.text_input, *app.text_area] if one.label == label)


@pytest.fixture
def page() -> Callable[[str], AppTest]:
    def opened(name: str) -> AppTest:
        def script(name: str) -> None:
            from importlib import import_module

            from drafter.ui import navigation

            navigation.guard(import_module(f"drafter.ui.{name}").page)

        app = AppTest.from_function(script, default_timeout=30, args=(name,))
        app.query_params["desk"] = "tester"
        app.run()
        assert not app.exception
        return app

    return opened


def test_who_writes_is_kept_for_every_message(page: Callable[[str], AppTest]) -> None:
    app = page("settings")
    field(app, "Your name").set_value("Maya Lindqvist")
    field(app, "Facts about you, one a line").set_value("Led 40 pipelines\n\nStudied in Lund ")
    app.run()
    assert "Studied in Lund" in texts(app), "what messages will know is shown before it is saved"
    assert "Not saved yet" in texts(app)
    button(app, "Save").click()
    app.run()
    again = page("settings")
    assert "Studied in Lund" in texts(again)
    assert "Not saved yet" not in texts(again)
    assert field(again, "Your name").value == "Maya Lindqvist"


def test_a_sender_without_a_name_is_not_saved(page: Callable[[str], AppTest]) -> None:
    app = page("settings")
    button(app, "Save").click()
    app.run()
    assert "it signs every message" in texts(app)


def test_a_rule_can_be_switched_off_and_says_why_it_exists(page: Callable[[str], AppTest]) -> None:
    app = page("settings")
    switch = next(one for one in app.toggle if one.key == "rule-placeholder.unfilled")
    assert switch.value
    switch.set_value(False)
    app.run()
    again = page("settings")
    assert not next(one for one in again.toggle if one.key == "rule-placeholder.unfilled").value
    assert any(r"Rule placeholder\.unfilled" in one.value for one in again.caption)


def test_everything_can_be_erased_but_not_by_accident(page: Callable[[str], AppTest]) -> None:
    write = page("write")
    field(write, "Name").set_value("Ines Okafor")
    write.run()
    app = page("settings")
    button(app, "Erase").click()
    app.run()
    assert "Nothing was erased" in texts(app)
    field(app, "Type “erase” to confirm").set_value("erase")
    button(app, "Erase").click()
    app.run()
    assert field(page("write"), "Name").value == ""


def test_everybody_and_all_lists_are_erased_only_where_that_is_asked_for(page: Callable[[str], AppTest]) -> None:
    with open_storage() as storage:
        storage.people.add(Person(name="Ada Berg", reason="places hydrologists"))
    for asked, left in ((False, 1), (True, 0)):
        PageCache(data_folder() / "pages").put("https://nordlys.example/ada", {}, b"Ada Berg")
        mine, theirs = keep(b"name\nAda Berg\n", "mine.csv"), keep(b"name\nBo Dahl\n", "theirs.csv")
        with open_storage() as storage:
            storage.desk.prefer("list-chosen", {"path": str(mine)}, owner="tester")
        app = page("settings")
        field(app, "Type “erase” to confirm").set_value("erase")
        app.checkbox[0].set_value(asked)
        button(app, "Erase").click()
        app.run()
        assert not app.exception
        with open_storage() as storage:
            assert len(storage.people.all()) == left
        assert (mine.exists(), theirs.exists()) == (False, not asked)
        assert not [path for path in (data_folder() / "pages").rglob("*") if path.is_file()]


def test_work_is_there_again_in_a_new_session_and_not_for_others(page: Callable[[str], AppTest]) -> None:
    app = page("write")
    field(app, "Name").set_value("Ines Okafor")
    app.run()
    assert field(page("write"), "Name").value == "Ines Okafor"
    other = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    other.query_params["desk"] = "somebody-else"
    other.run()
    assert field(other, "Name").value == ""


def test_a_person_is_added_with_a_reason_and_found_due(page: Callable[[str], AppTest]) -> None:
    app = page("people")
    field(app, "Name").set_value("Ines Okafor")
    button(app, "Add").click()
    app.run()
    assert "say why this person" in texts(app).lower()
    field(app, "Name").set_value("Ines Okafor")
    field(app, "Why you want to stay in touch").set_value("Answers hard questions")
    button(app, "Add").click()
    app.run()
    assert not app.exception
    again = page("people")
    assert any("Ines Okafor" in str(one.value) for one in again.markdown)


def test_an_approved_row_waits_on_people_until_it_is_said_to_be_sent(
    page: Callable[[str], AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text("name,organization,reason\nAda Berg,Nordlys AS,places hydrologists\n")
    Path("list.csv").write_text("name,organization,notes\nAda Berg,Nordlys AS,Ada Berg spoke on river ice in 2030.\n")
    Path("sender.toml").write_text('name = "Mira Solberg"\nreason = "I measure rivers too"\n')
    for command in (
        "contacts import people.csv --category recruiter",
        "batch run list.csv --model offline --purpose I_hope_to_learn_how_she_reads_rivers.",
        "batch set 1 --decision approved --override read",
    ):
        with pytest.raises(SystemExit) as ended:
            main([part.replace("_", " ") for part in command.split()])
        assert ended.value.code in (0, 1, None)
    app = page("people")
    assert "Ada Berg" in texts(app).split("Approved, not sent yet")[1]
    button(app, "I sent them").click()
    app.run()
    assert not app.exception
    assert "I sent them" not in [b.label for b in app.button]
    assert "Messages" in str([one.value for one in page("progress").get("html")])


def test_an_empty_progress_page_teaches(page: Callable[[str], AppTest]) -> None:
    assert "I sent it" in texts(page("progress"))


def test_a_text_can_be_practised_without_a_draft(page: Callable[[str], AppTest]) -> None:
    app = page("rehearse")
    field(app, "Text to practise").set_value("Hello Ines, this is Maya. I call about your gauges.")
    app.run()
    assert not app.exception
    assert any(one.label == "Target" for one in app.metric)


def test_a_fault_in_a_page_is_one_sentence_and_no_traceback(
    page: Callable[[str], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.ui import people

    def broken() -> None:
        raise KeyError("secret detail")

    monkeypatch.setattr(people.access, "network", broken)
    app = page("people")
    assert not app.exception
    assert "Your work is saved" in texts(app)
    assert "secret detail" not in texts(app)
