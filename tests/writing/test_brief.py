"""Reading sender files and earlier messages."""

from __future__ import annotations

import datetime

import pytest

from drafter.errors import InputError
from drafter.models import Contact, Fact, Note, Organization, Profile, Sender
from drafter.writing.brief import find_sender, parse_history, read_history, read_sender, sender_from_toml, with_resume


def test_a_sender_file_is_read(fixtures):
    sender = read_sender(fixtures / "senders" / "mira_solberg.toml")
    assert sender.name == "Mira Solberg"
    assert len(sender.facts) == 7


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("role = 'x'", "has no name"),
        ("name = '  '", "has no name"),
        ("name = Mira", "not valid TOML"),
        ("name = 'Mira'\nphone = 46701740612", "phone is wrong"),
        ("name = 'Mira'\nfacts = [1]", "facts.0 is wrong"),
    ],
)
def test_what_is_wrong_with_a_sender_file_is_said_in_one_line(text, complaint):
    with pytest.raises(InputError, match=complaint) as raised:
        sender_from_toml(text)
    assert "\n" not in str(raised.value)


def test_small_slips_are_forgiven():
    sender = sender_from_toml("name = ' Mira '\norganisation = 'Nordhavn'\nfacts = 'Built a forecast'")
    assert (sender.name, sender.organization, sender.facts) == ("Mira", "Nordhavn", ("Built a forecast",))


def test_the_sender_is_looked_for_in_the_working_folder_then_the_users_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    assert find_sender(required=False) is None
    with pytest.raises(InputError, match="--sender"):
        find_sender()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "sender.toml").write_text('name = "Far"', encoding="utf-8")
    assert find_sender().name == "Far"
    (tmp_path / "sender.toml").write_text('\ufeffname = "Near"', encoding="utf-8")
    assert find_sender().name == "Near"
    with pytest.raises(InputError, match="no such file"):
        find_sender(tmp_path / "none.toml")


def test_a_resume_fills_what_the_sender_left_open():
    text = "Built a forecast. Left-handed."
    note = Note(id="n1", origin="cv", kind="pdf", sha256="0", text=text)
    known = {"note": "n1"}
    facts = (
        Fact(id="f1", statement="Built a forecast", quote=text[:16], start=0, end=16, **known),
        Fact(id="f2", statement="Left-handed", quote=text[18:29], start=18, end=29, sensitive="health", **known),
    )
    resume = Profile(
        contact=Contact(name="Mira", role="Engineer", phone="+46 1"),
        organization=Organization(name="Nordhavn"),
        notes=(note,),
        facts=facts,
    )
    sender = with_resume(resume, Sender(name="Mira Solberg", role="Data engineer", facts=("Sails",)))
    assert sender.facts == ("Sails", "Built a forecast")
    assert (sender.role, sender.organization, sender.phone) == ("Data engineer", "Nordhavn", "+46 1")
    assert with_resume(resume).name == "Mira"


def test_history_is_read_in_order_of_dates():
    text = (
        "Date: 15 April 2031\nFrom: João\nSubject: Re: A\n\nSecond.\n---\nstill the second.\n---\n"
        "date: 2031-04-10\nfrom: Mira\n\nFirst."
    )
    first, second = parse_history(text)
    assert (first.date, first.sender, first.message) == (datetime.date(2031, 4, 10), "Mira", "First.")
    assert second.message == "Second.\n---\nstill the second."
    assert second.subject == "Re: A"


@pytest.mark.parametrize(
    "date", ["Tue, 15 Apr 2031 09:12:00 +0100", "15.04.2031", "2031-04-15T09:12:00", "2031年4月15日"]
)
def test_dates_are_read_as_people_write_them(date):
    assert parse_history(f"Date: {date}\n\nHello")[0].date == datetime.date(2031, 4, 15)


def test_a_history_without_headers_is_one_message():
    assert parse_history("Hello there\n\nMira")[0].message == "Hello there\n\nMira"


@pytest.mark.parametrize(
    ("text", "complaint"), [("", "no message"), ("Date: soon\n\nHello", "message 1: cannot read the date")]
)
def test_a_useless_history_says_how_to_mend_it(text, complaint):
    with pytest.raises(InputError, match=complaint):
        parse_history(text)


def test_a_missing_history_file_is_named(tmp_path, fixtures):
    with pytest.raises(InputError, match="no such file"):
        read_history(tmp_path / "none.txt")
    assert len(read_history(fixtures / "contacts" / "joao_ferraz" / "history.txt")) == 2


def test_the_resume_is_looked_for_beside_the_senders_file(tmp_path):
    path = tmp_path / "sender.toml"
    path.write_text('name = "Mira Solberg"\nresume = "cv.pdf"\n', encoding="utf-8")
    assert read_sender(path).resume == str(tmp_path / "cv.pdf")
