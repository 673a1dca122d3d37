"""``drafter contacts`` as somebody meets it who brings their address books along."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TODAY = ("--today", "2031-03-12")
LINKEDIN = """Notes:
"When exporting your connection data, some of the email addresses may be missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Åsa,Öhman,https://www.linkedin.com/in/asa-ohman,asa@elv.example,Elvkraft AB,Head of Hydrology,02 Mar 2031
李,明,https://www.linkedin.com/in/liming,,北京水利,工程师,29 Feb 2028
Noa,Kern,https://www.linkedin.com/in/noa-kern,,Isar GmbH,Planner,01 Jan 2040
,,,,,,
"""
GOOGLE = """First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,\
E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value
Åsa,,Öhman,Norrflod AB,CTO,met at river days,* myContacts,Work,ASA@elv.example,Mobile,+46 70 123 45 67,\
https://www.linkedin.com/in/asa-ohman/
"""
OUTLOOK = """"Title","First Name","Last Name","Company","Job Title","Mobile Phone","E-mail Address","Categories"
"Dr.","Ruth","Abara","Kaduna Water","Chief Engineer","+234 803 123 4567","ruth@kaduna.example","Rowing; Alumni;Peer"
"""
CARDS = """BEGIN:VCARD
VERSION:3.0
N:Okafor;Chidi;;;
FN:Chidi Okafor
ORG:Benue Flow;R&D
EMAIL;TYPE=INTERNET:chidi@benue.example
NOTE:Likes\\, truly\\, sediment
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Zoë Kranz
EMAIL:zoe@isar.example
TEL;VALUE=uri:tel:+49-89-1234
CATEGORIES:friends,recruiter
END:VCARD
"""


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Run:
    files = {"Connections.csv": LINKEDIN, "google.csv": GOOGLE, "outlook.csv": OUTLOOK, "cards.vcf": CARDS}
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        told = run("contacts", "import", name, "--reason", "works on rivers", *TODAY)
        assert told.status == 0, told.err
    (tmp_path / "sender.toml").write_text('name = "Noor Haddad"\nemail = "noor@example.org"\n')
    return run


def _held(run: Run, name: str) -> dict[str, Any]:
    return dict(json.loads(run("contacts", "export", name, *TODAY).out))


def test_address_books_come_together_without_doubles_and_with_history(imported: Run) -> None:
    asa = _held(imported, "Ohman Asa")
    assert (asa["person"]["organization"], asa["person"]["email"]) == ("Norrflod AB", "asa@elv.example")
    assert asa["person"]["links"] == ["https://www.linkedin.com/in/asa-ohman"]
    changed = {change["field"]: (change["old"], change["origin"]) for change in asa["changes"]}
    assert changed["organization"] == ("Elvkraft AB", "google.csv")
    assert "email" not in changed
    ruth, zoe = _held(imported, "Ruth Abara")["person"], _held(imported, "Zoe Kranz")["person"]
    assert (ruth["category"], "Rowing; Alumni;Peer" in ruth["notes"]) == ("alumni", True)
    assert (zoe["category"], zoe["phone"]) == ("recruiter", "+49-89-1234")
    assert _held(imported, "Chidi Okafor")["person"]["notes"] == "Likes, truly, sediment"
    again = json.loads(imported("contacts", "import", "google.csv", "--json", *TODAY).out)
    assert again["counts"] == {"same": 1}


def test_a_category_of_the_settings_is_taken_from_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('[categories.mentor]\npurpose = "gives counsel"\ncadence_days = 60\n')
    (tmp_path / "few.csv").write_text(
        "name,category,reason\nEva Lund,Mentor,taught me\nIda Ro,hiring manager,leads a team\n"
    )
    assert run("contacts", "import", "few.csv", *TODAY).status == 0
    rows = json.loads(run("contacts", "list", "--json", *TODAY).out)
    found = {row["name"]: (row["category"], row["cadence_days"]) for row in rows}
    assert found == {"Eva Lund": ("mentor", 60), "Ida Ro": ("hiring_leader", 182)}


def test_a_leap_day_and_a_day_ahead_make_no_nonsense(imported: Run) -> None:
    imported("contacts", "import", "Connections.csv", "--category", "peer", *TODAY)
    rows = {row["name"]: row["next_due"] for row in json.loads(imported("contacts", "list", "--json", *TODAY).out)}
    # 29 February 2028 and 91 days; a day ahead is a slip of the list, so that person is simply due.
    assert (rows["李 明"], rows["Noa Kern"]) == ("2028-05-30", "2031-03-12")


def test_more_than_there_is_room_for_is_said(imported: Run, tmp_path: Path) -> None:
    names = "".join(f"Rec {n} Ruiter,recruiter,places people\n" for n in range(4))
    (tmp_path / "many.csv").write_text(f"name,category,reason\n{names}")
    assert "5 people in recruiter, where 2 can be kept" in imported("contacts", "import", "many.csv", *TODAY).err
    assert imported("contacts", "due", "--most", "2", *TODAY).out.count("no contact yet") == 2


def test_mail_counts_once_and_says_with_whom(imported: Run, tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_text(
        "From: Noor <noor@example.org>\nTo: Ruth <RUTH@kaduna.example>, zoe@isar.example\nMessage-ID: <1@x>\n"
        "Date: Mon, 10 Mar 2031 23:30:00 -0800\nSubject: The dam\n\nHow is it?\n"
    )
    first = imported("contacts", "log-mail", "one.eml", *TODAY).out
    assert "Logged 2 message(s); 0 passed" in first
    assert "Ruth Abara: 1 sent" in first
    assert "Logged 0 message(s); 2 known already" in imported("contacts", "log-mail", "one.eml", *TODAY).out


def test_a_promise_that_falls_due_is_on_the_list_until_it_is_kept(imported: Run) -> None:
    imported("contacts", "promise", "Ruth Abara", "the paper on turbines", "--due", "2031-03-14", *TODAY)
    imported("contacts", "promise", "Zoë Kranz", "a map", "--due", "2031-08-01", *TODAY)
    due = imported("contacts", "due", *TODAY).out
    assert "You promised\n  Ruth Abara  Fri 14 Mar: the paper on turbines\n" in due
    assert "a map" not in due
    imported("contacts", "promise", "Ruth Abara", "turbines", "--kept", *TODAY)
    assert "You promised" not in imported("contacts", "due", *TODAY).out


def test_due_says_when_now_is_no_good_moment(imported: Run, tmp_path: Path) -> None:
    late = ("contacts", "due", *TODAY, "--now", "21:15")
    assert "it is 21:15. Prepare now, let it arrive after 08:00" in imported(*late).out
    (tmp_path / "drafter.toml").write_text('quiet_hours = "22:00-06:30"\ncountry = "NO"\nmost_a_day = 1\n')
    said = imported(*late).out
    assert "Prepare now" not in said
    assert said.count("no contact yet") == 1
    assert "today is" not in said
    assert "today is Sunday" in imported("contacts", "due", "--today", "2031-03-16").out


def test_a_check_in_asks_for_nothing_and_wants_something_to_give(imported: Run) -> None:
    bare = imported("contacts", "check-in", "Ruth Abara", "--model", "offline", *TODAY)
    assert (bare.status, "What would Ruth Abara be glad to hear" in bare.out) == (1, True)
    imported("contacts", "promise", "Ruth Abara", "the paper on turbines", *TODAY)
    told = json.loads(imported("contacts", "check-in", "Ruth Abara", "--model", "offline", "--json", *TODAY).out)
    message = told["draft"]["message"]
    assert "I promised: the paper on turbines" in message
    assert "?" not in message
    assert not [f for f in told["report"]["findings"] if f["severity"] == "error"]
    imported("contacts", "log", "Ruth Abara", "--outcome", "not_now", *TODAY)
    again = imported("contacts", "check-in", "Ruth Abara", "--model", "offline", *TODAY)
    assert "before you write: “not now” on 12 March 2031" in again.err


def test_an_invitation_is_kept_until_it_is_settled(imported: Run) -> None:
    text = "I'd like to add you to my professional network."
    kept = imported("contacts", "invitation", "-", "--from", "Tim Rahl", *TODAY, stdin=text).out
    assert "How did you come across me?" in kept
    assert (
        "Tim Rahl: boilerplate, 12 March 2031, waits for an answer" in imported("contacts", "invitations", *TODAY).out
    )
    assert "declined" in imported("contacts", "invitations", "--declined", "tim rahl", *TODAY).out
    wrong = imported("contacts", "invitations", "--accepted", "Nobody", *TODAY)
    assert (wrong.status, "no invitation from" in wrong.err) == (2, True)


def test_a_list_with_somebody_forgotten_and_an_export_of_somebody_known_are_pointed_out(
    imported: Run, tmp_path: Path
) -> None:
    imported("contacts", "forget", "Chidi Okafor", *TODAY)
    (tmp_path / "list.csv").write_text(
        "name,email,notes\nChidi Okafor,chidi@benue.example,Chidi Okafor wrote on sediment in 2030.\n"
        "Ruth Abara,ruth@kaduna.example,Ruth Abara spoke on old dams in 2030.\n"
    )
    purpose = ("--purpose", "I hope to learn how she measures dams.")
    ran = imported("batch", "run", "list.csv", "--model", "offline", *purpose)
    assert "you asked to forget the person of row 1;" in ran.err
    best = json.loads(imported("contacts", "notes", "--json", *TODAY).out)["best"]
    assert best[0]["name"] == "Ruth Abara"
    assert [one["drafted"] > 0 for one in best] == [True, *[False] * (len(best) - 1)]
    (tmp_path / "drafter.toml").write_text("personal_notes = 1\n")
    assert len(json.loads(imported("contacts", "notes", "--json", *TODAY).out)["best"]) == 1
    assert imported("batch", "set", "2", "--decision", "approved", "--override", "read").status == 0
    assert "drafter contacts log-batch 1" in imported("batch", "export", "--out", "list-out.csv").err
    assert "1 of them logged as sent" in imported("batch", "export", "--out", "mails", "--sent").err
    (touch,) = _held(imported, "Ruth Abara")["touches"]
    assert (touch["message_kind"], touch["channel"]) == ("introduction", "email")
    assert "log-batch" not in imported("batch", "export", "--out", "list-out.csv").err
