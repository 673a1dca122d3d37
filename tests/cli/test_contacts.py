"""``drafter contacts`` from the first import to forgetting."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

TODAY = ("--today", "2031-03-12")
TABLE = (
    "name,organization,category,email,reason\nAda Berg,Nordlys AS,recruiter,ada@example.org,places hydrologists\n"
    "Bo Dahl,Havn AS,peer,bo@example.org,knows pumps\nCy Ek,,,,met once\n"
)
Run = Callable[..., Any]


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "people.csv").write_text(TABLE)
    assert run("contacts", "import", "people.csv", *TODAY).status == 0
    return run


def test_a_preview_changes_nothing_and_an_import_is_told_as_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(TABLE)
    assert "Would import 3 row(s): 3 new" in run("contacts", "import", "people.csv", "--preview").out
    assert json.loads(run("contacts", "list", "--json").out) == []
    counts = json.loads(run("contacts", "import", "people.csv", "--json").out)["counts"]
    assert counts == {"new": 3}
    assert json.loads(run("contacts", "import", "people.csv", "--json").out)["counts"] == {"same": 3}


def test_list_and_due_have_the_contracts_fields(imported: Run) -> None:
    rows = json.loads(imported("contacts", "list", "--json", *TODAY).out)
    assert [set(row) for row in rows] == [
        {"name", "organization", "category", "cadence_days", "last_contact", "next_due"}
    ] * 3
    by_name = {row["name"]: row for row in rows}
    assert by_name["Cy Ek"]["cadence_days"] is None
    assert by_name["Ada Berg"]["next_due"] == "2031-03-12"
    assert {row["name"] for row in json.loads(imported("contacts", "due", "--json", *TODAY).out)} == {
        "Ada Berg",
        "Bo Dahl",
    }


def test_a_logged_touch_moves_the_date_and_the_funnel_counts_it(imported: Run) -> None:
    said = imported("contacts", "log", "ada berg", "--kind", "introduction", "--outcome", "reply", *TODAY)
    assert (said.status, "next: 11 June 2031" in said.out) == (0, True)
    due = json.loads(imported("contacts", "due", "--json", *TODAY).out)
    assert [row["name"] for row in due] == ["Bo Dahl"]
    funnel = json.loads(imported("contacts", "funnel", "--json").out)[0]
    assert (funnel["messages"]["count"], funnel["replies"]["count"]) == (1, 1)


def test_the_calendar_has_one_event_for_each_person_with_a_rhythm(imported: Run, tmp_path: Path) -> None:
    said = imported("contacts", "calendar", "--out", "touch.ics", *TODAY)
    events = Calendar.from_ical((tmp_path / "touch.ics").read_bytes()).walk("VEVENT")
    assert sorted(str(event["summary"]) for event in events) == ["Stay in touch: Ada Berg", "Stay in touch: Bo Dahl"]
    assert "1 people have no cadence" in said.err
    assert imported("contacts", "calendar", "--out", "x.ics", "--timezone", "Mars/Olympus").status == 2


def test_forgetting_holds_against_a_later_import(imported: Run) -> None:
    assert imported("contacts", "forget", "Bo Dahl").status == 0
    assert json.loads(imported("contacts", "import", "people.csv", "--json").out)["counts"] == {"same": 2, "barred": 1}
    assert imported("contacts", "forget", "Bo Dahl").status == 2
    lifted = imported("contacts", "unbar", "Bo Dahl", "--organization", "Havn AS", "--email", "bo@example.org")
    assert "Lifted 2" in lifted.out
    assert json.loads(imported("contacts", "import", "people.csv", "--json").out)["counts"] == {"same": 2, "new": 1}


def test_a_briefing_with_a_promise_and_an_export(imported: Run) -> None:
    imported("contacts", "log", "Ada Berg", "--kind", "call", "--text", "She knows the flood team", *TODAY)
    imported("contacts", "promise", "Ada Berg", "send the flow data", "--due", "2031-03-20")
    shown = imported("contacts", "brief", "Ada Berg", *TODAY).out
    assert "She knows the flood team" in shown
    assert "You promised: send the flow data (by 2031-03-20)" in shown
    held = json.loads(imported("contacts", "export", "Ada Berg").out)
    assert held["promises"][0]["text"] == "send the flow data"


def test_the_funnel_goes_out_as_csv_and_cards_as_vcard(imported: Run, tmp_path: Path) -> None:
    imported("contacts", "log", "Ada Berg", "--kind", "introduction", *TODAY)
    imported("contacts", "funnel", "--by", "category", "--out", "funnel.csv")
    rows = list(csv.DictReader((tmp_path / "funnel.csv").read_text().splitlines()))
    assert (rows[0]["group"], rows[0]["stage"], rows[0]["count"]) == ("recruiter", "messages", "1")
    imported("contacts", "vcard", "--out", "all.vcf")
    assert (tmp_path / "all.vcf").read_text().count("BEGIN:VCARD") == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("log", "Nils Nobody", "--kind", "call"), "nobody called"),
        (("log", "Ada Berg"), "say what happened"),
        (("log", "Ada Berg", "--kind", "call", "--on", "soon"), "a day like"),
        (("add", "Dag Rud"), "say why"),
        (("import", "none.csv"), "none.csv"),
        (("snooze", "Ada Berg", "--until", "2001-01-01"), "lies ahead"),
        (("funnel", "--by", "weather"), "--by takes"),
        (("log-mail", "x.eml"), "which address is yours"),
        (("calendar", "--out", "no/such/folder/x.ics"), "cannot write"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_two(imported: Run, arguments: tuple[str, ...], words: str) -> None:
    ran = imported("contacts", *arguments)
    assert ran.status == 2
    assert words in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_an_invitation_is_judged(run: Run) -> None:
    assert "Boilerplate" in run("contacts", "invitation", "-", stdin="I'd like to join your LinkedIn network.").out


def test_every_command_tells_two_people_of_one_name_apart(imported: Run, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("name,organization,email,reason\nAda Berg,Fjell AS,ada@fjell.example,teaches\n")
    imported("contacts", "import", "more.csv", *TODAY)
    commands = (
        ("brief",),
        ("snooze", "--until", "2031-05-01"),
        ("promise", "send the paper"),
        ("archive",),
        ("export",),
    )
    for command, *rest in commands:
        asked = imported("contacts", command, "Ada Berg", *rest, *TODAY)
        assert (asked.status, asked.out) == (2, ""), command
        assert "name one with --organization" in asked.err
        told = imported("contacts", command, "Ada Berg", *rest, "--organization", "Fjell AS", *TODAY)
        assert told.status == 0, told.err
    held = json.loads(imported("contacts", "export", "Ada Berg", "--organization", "Fjell AS", *TODAY).out)
    other = json.loads(imported("contacts", "export", "Ada Berg", "--organization", "Nordlys AS", *TODAY).out)
    assert (held["person"]["archived"], len(held["promises"])) == (True, 1)
    assert (other["person"]["archived"], other["promises"]) == (False, [])


def test_notes_left_fall_with_each_invitation_and_go_to_those_not_written_to(imported: Run) -> None:
    before = json.loads(imported("contacts", "notes", "--json", *TODAY).out)
    assert before["left"] == 5
    assert [one["name"] for one in before["best"]] == ["Ada Berg", "Bo Dahl"]
    imported("contacts", "log", "Ada Berg", "--kind", "sent", "--channel", "linkedin_invitation", *TODAY)
    after = imported("contacts", "notes", *TODAY).out
    assert "left this month: 4" in after
    assert "Bo Dahl" in after
    assert "Ada Berg" not in after
    assert json.loads(imported("contacts", "notes", "--quota", "1", "--json", *TODAY).out) == {"left": 0, "best": []}


@pytest.mark.parametrize(("at", "warned"), [("07:59", True), ("08:00", False), ("19:59", False), ("20:00", True)])
def test_a_reminder_in_the_quiet_hours_is_pointed_out(imported: Run, at: str, warned: bool) -> None:
    made = imported("contacts", "calendar", "--out", "c.ics", "--timezone", "Europe/Oslo", "--at", at, *TODAY)
    assert made.status == 0
    assert ("quiet hours" in made.err) is warned


def test_approved_rows_are_logged_once_when_told_they_were_sent(imported: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "name,organization,notes\nAda Berg,Nordlys AS,Ada Berg gave a talk on river gauges in Oslo in 2030.\n"
        "Bo Dahl,Havn AS,Bo Dahl wrote a book about pumps.\n"
        "Eli Moe,Elv AS,Eli Moe gave a talk on river ice in Oslo in 2030.\n"
    )
    (tmp_path / "sender.toml").write_text('name = "Mira Solberg"\nreason = "I measure rivers too"\n')
    ran = imported(
        "batch", "run", "list.csv", "--model", "offline", "--purpose", "I hope to learn how she reads rivers."
    )
    assert ran.status in (0, 1), ran.err
    for row in ("1", "3"):
        told = imported("batch", "set", row, "--decision", "approved", "--override", "read it")
        assert told.status == 0, told.err
    due = imported("contacts", "due", *TODAY).out
    assert "Approved, not logged as sent yet\n  Ada Berg  introduction by email, from list\n" in due
    assert "is not logged as sent yet" in imported("contacts", "brief", "Ada Berg", *TODAY).out
    assert "1 of the approved are in your contacts" in imported("batch", "export", "--out", "mails").err
    first = imported("contacts", "log-batch", *TODAY).out
    assert "Logged as sent: 1.\n  Ada Berg: introduction by email, 12 March 2031\n" in first
    assert "Not plainly somebody in your contacts: 1 (Eli Moe)." in first
    assert "Logged as sent: 0 (1 known already)." in imported("contacts", "log-batch", *TODAY).out
    assert "Approved" not in imported("contacts", "due", *TODAY).out
    held = json.loads(imported("contacts", "export", "Ada Berg", *TODAY).out)
    (touch,) = held["touches"]
    assert (touch["kind"], touch["message_kind"], touch["channel"]) == ("sent", "introduction", "email")
    assert touch["text"].startswith(("Hi Ada", "Hello Ada", "Dear Ada", "Ada"))
    by_kind = json.loads(imported("contacts", "funnel", "--by", "kind", "--json", *TODAY).out)
    assert [(row["group"], row["messages"]["count"]) for row in by_kind] == [("introduction", 1)]
    imported("batch", "undo", "1")
    told = imported("contacts", "log-batch", *TODAY).out
    assert 'drafter contacts unlog "Ada Berg"' in told
    assert "Taken back: introduction of 12 March 2031" in imported("contacts", "unlog", "Ada Berg", *TODAY).out
    assert json.loads(imported("contacts", "export", "Ada Berg", *TODAY).out)["touches"] == []
    assert imported("contacts", "unlog", "Ada Berg", *TODAY).status == 2
    added = imported("contacts", "log-batch", "--add", *TODAY).out
    assert "Eli Moe: introduction by email" in added
    assert "I hope to learn" in json.loads(imported("contacts", "export", "Eli Moe", *TODAY).out)["person"]["reason"]
    assert json.loads(imported("contacts", "export", "Bo Dahl", *TODAY).out)["touches"] == []


DRAFTED = (
    *("draft", "--contact", "Eva Lind", "--purpose", "I hope to learn how she reads river ice.", "--model", "offline"),
    *("--note", "Eva Lind mapped the ice of 40 rivers in 2029 for Nordlys.", *TODAY),
)


def test_a_single_draft_is_logged_when_it_is_said_to_be_sent(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sender.toml").write_text('name = "Mira Solberg"\nemail = "mira@example.org"\n')
    assert run("draft", "--contact", "Eva Lind", "--out", "eva.txt").status == 2
    written = run(*DRAFTED, "--out", "eva.json")
    assert "contacts log-draft eva.json" in written.err
    assert json.loads(run("contacts", "list", "--json", *TODAY).out) == []
    assert "Logged as sent to Eva Lind" in run("contacts", "log-draft", "eva.json", *TODAY).out
    assert "logged already" in run(*DRAFTED, "--sent").err
    held = json.loads(run("contacts", "export", "Eva Lind").out)
    assert "40 rivers" in json.dumps(held)
    assert [row["last_contact"] for row in json.loads(run("contacts", "list", "--json", *TODAY).out)] == ["2031-03-12"]
    assert run("contacts", "log-draft", "sender.toml", *TODAY).status == 2
    assert run(*DRAFTED, "--out", "eva.eml").status == 0
    assert b"X-Unsent: 1" in (tmp_path / "eva.eml").read_bytes()


def test_a_channel_that_is_none_is_told_with_those_there_are(imported: Run) -> None:
    said = imported("contacts", "log", "Ada Berg", "--kind", "sent", "--channel", "e-mail", *TODAY)
    assert said.status == 2
    assert "use one of email, linkedin_invitation" in said.err
