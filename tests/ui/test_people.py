"""The People page's logic, run without a browser."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from drafter.models import Result
from drafter.relationships.network import Network
from drafter.settings import Settings
from drafter.storage import Person, Row, open_storage
from tests.batch.made import batch_of, make_list, result, run
from tests.serving import SENDER

TODAY = datetime.date.today()
TALKED = "She told me how her team reads alarms at night"


def people_page() -> AppTest:
    def script() -> None:
        from drafter.ui import navigation, people

        navigation.guard(people.page)

    app = AppTest.from_function(script, default_timeout=30)
    app.query_params["desk"] = "tester"
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click()
    app.run()
    assert not app.exception
    assert not app.error
    return app


def view(name: str) -> AppTest:
    app = people_page()
    app.run()
    app.button_group(key="people-show").set_value(name).run()
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    found = [*app.markdown, *app.caption, *app.success, *app.header]
    return "\n".join(str(one.value).replace("\\", "") for one in found)


@pytest.fixture
def ada() -> Person:
    with open_storage() as storage:
        storage.desk.prefer("sender", SENDER.model_dump(mode="json"), owner="tester")
        return Network(storage, Settings(), today=TODAY).add(
            Person(name="Ada Berg", category="recruiter", reason="places hydrologists", organization="Nordlys")
        )


def logged(person: Person, **what: object) -> None:
    with open_storage() as storage:
        Network(storage, Settings(), today=TODAY).log(person, **what)  # type: ignore[arg-type]


def test_a_follow_up_and_a_promise_are_on_the_list_and_the_promise_is_ticked_off(ada: Person) -> None:
    logged(ada, kind="introduction", on=TODAY - datetime.timedelta(days=21))
    with open_storage() as storage:
        Network(storage, Settings(), today=TODAY).promise(ada, "send the flow data", due=TODAY)
    app = people_page()
    app.run()
    assert "Follow-up 1 of 2" in texts(app)
    assert "send the flow data" in texts(app)
    press(app, "Kept")
    assert "send the flow data" not in texts(app)
    assert "Follow up" in [one.label for one in app.button]


def test_thanks_begin_with_what_was_said_and_who_the_reader_is(ada: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.ui.network import starting

    logged(ada, kind="call", on=TODAY - datetime.timedelta(days=1), text=TALKED)
    app = people_page()
    app.run()
    opened: list[object] = []
    monkeypatch.setattr(starting.desks, "start_afresh", opened.append)
    next(one for one in app.button if one.label == "Write thanks").click()
    app.run()
    work = opened[0]
    assert (work.name, work.kind, work.purpose, work.category) == ("Ada Berg", "thank_you", TALKED, "recruiter")
    assert "Nordlys" in work.notes[0].text


def test_the_last_entry_is_taken_back_with_its_outcome(ada: Person) -> None:
    logged(ada, kind="check_in", outcome="reply", text="my question")

    def script(person_id: int) -> None:
        from drafter.ui.network import access, person

        people = access.network()
        person.history(people, people.storage.people.get(person_id))

    app = AppTest.from_function(script, args=(ada.id,))
    app.query_params["desk"] = "tester"
    app.run()
    assert "I wrote (check in, nothing asked): my question" in texts(app)
    press(app, "Take back the last entry")
    assert "Nothing logged yet" in texts(app)


def test_an_invitation_is_judged_kept_settled_and_taken_back(ada: Person) -> None:
    app = view("Invitations")
    assert "5 personal notes left this month" in texts(app)
    assert "Ada Berg" in texts(app), "the best prepared is named"
    app.text_input[0].set_value("Tom Hale")
    app.text_area[0].set_value("Hi Maya, I'd like to join your LinkedIn network.")
    press(app, "Judge and keep it")
    assert "Tom Hale** · boilerplate · waits for your answer" in texts(app)
    assert "How did you come across me" in texts(app)
    press(app, "Declined")
    assert "Tom Hale** · boilerplate · declined" in texts(app)
    press(app, "Not settled after all")
    assert "waits for your answer" in texts(app)


def test_each_category_says_how_full_it_is(ada: Person) -> None:
    with open_storage() as storage:
        network = Network(storage, Settings(), today=TODAY)
        for name in ("Bo Dahl", "Cem Kaya"):
            network.add(Person(name=name, category="recruiter", reason="places people"))
    app = view("Everyone")
    options = [str(option) for group in app.button_group for option in group.options]
    assert any("Recruiter 3/2 · overfull" in option for option in options)
    assert any("Alumni 0/3 · empty" in option for option in options)
    app.button_group(key="people-category").set_value("recruiter").run()
    assert "More than one can really keep up with" in texts(app)


def test_who_never_becomes_due_is_named_with_the_remedy(ada: Person) -> None:
    app = people_page()
    app.run()
    assert "Never due" not in texts(app)
    with open_storage() as storage:
        people = Network(storage, Settings(), today=TODAY)
        people.add(Person(name="Cem Kaya", category="other", reason="wrote kindly"))
        people.add(Person(name="Bo Dahl", category="other", reason="knows the harbour", cadence_days=30))
    app = people_page()
    app.run()
    assert "have a rhythm: Cem Kaya. On Everyone" in texts(app)
    table = view("Everyone").dataframe[-1].value
    nexts = dict(zip(table["Name"], table["Next"], strict=True))
    assert nexts == {"Cem Kaya": "never due", "Bo Dahl": TODAY.isoformat(), "Ada Berg": nexts["Ada Berg"]}


@pytest.mark.parametrize(
    ("reply", "told"),
    [("undecided", "you answered; not decided yet"), ("accept", "· accepted"), ("decline", "· declined")],
)
def test_an_invitation_that_was_answered_waits_no_more(ada: Person, reply: str, told: str) -> None:
    from drafter.relationships.invitations import keep_invitation
    from drafter.ui.network import access
    from drafter.ui.work import Work, brief_of

    work = Work(name="Tom Hale", kind="invitation_reply", reply=reply, channel="email")  # type: ignore[arg-type]
    made = result("Tom Hale").model_copy(update={"brief": brief_of(work, SENDER, today=TODAY)})
    with open_storage() as storage:
        keep_invitation(storage.people, "Tom Hale", "I'd like to join your network.", on=TODAY)
        people = Network(storage, Settings(), today=TODAY)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(access, "network", lambda: people)
            access.log_sent(work.model_copy(update={"result": made}), item_id="w1")
    app = view("Invitations")
    assert told in texts(app)
    assert "waits for your answer" not in texts(app)
    assert ("Accepted" in [one.label for one in app.button]) == (reply == "undecided")


def test_a_talk_and_what_came_of_it_say_their_words_once(ada: Person) -> None:
    logged(ada, kind="call", outcome="conversation", text=TALKED)
    app = view("Everyone")
    app.selectbox[0].set_value(ada.id).run()
    passed = texts(app).partition("What passed")[2]
    assert passed.count("alarms at night") == 1
    assert passed.count("A conversation") == 1


_HOUSES = {"Ada Berg": "Nordlys"}


def approve(folder: Path, *names: str, without_reason: str = "") -> None:
    """Have messages to these people approved, in a list that one more is in."""
    path = make_list(folder, *(f"{name},{_HOUSES.get(name, 'Tidemark')},,x" for name in (*names, "Di Roe")))

    def written(row: Row) -> Result:
        made = result(row.name)
        why = "" if row.name == without_reason else "Learn how it began"
        return made.model_copy(update={"brief": made.brief.model_copy(update={"purpose": why})})

    with open_storage() as storage:
        batch = batch_of(storage, path)
        run(storage, batch, written)
        for row, _, _ in storage.batches.walk(batch.id):
            if row.name != "Di Roe":
                storage.reviewing.decide(row, "approved", who="Maya")


def test_approved_messages_to_people_not_in_the_network_are_named_and_taken_in(ada: Person, tmp_path: Path) -> None:
    approve(tmp_path, "Ada Berg", "Bo Dahl", "Cem Kaya", without_reason="Cem Kaya")
    app = people_page()
    app.run()
    assert "To 1 person not in your network yet: Bo Dahl" in texts(app), "Cem Kaya cannot be taken in: nobody said why"
    press(app, "I sent all of these; add the new people")
    assert "Approved, not sent yet" not in texts(app)
    with open_storage() as storage:
        people = Network(storage, Settings(), today=TODAY)
        assert sorted(person.name for person in storage.people.all()) == ["Ada Berg", "Bo Dahl"]
        assert all(storage.people.touches(person.id) for person in storage.people.all())
        assert people.prepared(strangers=True) == ()


def test_approved_messages_are_named_where_nobody_is_in_the_network_yet(tmp_path: Path) -> None:
    approve(tmp_path, "Bo Dahl")
    app = people_page()
    app.run()
    press(app, "I sent them; add 1 person")
    assert "Approved, not sent yet" not in texts(app)
    assert "Bo Dahl" in texts(app)
