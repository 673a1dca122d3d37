"""The network over a real ledger: adding, importing, logging, forgetting nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.relationships.importing import plan_import
from drafter.relationships.network import Network
from drafter.storage import Person

TODAY = datetime.date(2031, 3, 12)


def test_adding_asks_why_and_knows_who_is_there(network: Network) -> None:
    with pytest.raises(InputError, match="say why"):
        network.add(Person(name="Sunniva Aas", category="peer"))
    with pytest.raises(InputError, match="no category"):
        network.add(Person(name="Sunniva Aas", category="boss", reason="she knows pumps"))
    network.add(Person(name="Sunniva Aas", category="peer", reason="she knows pumps"))
    with pytest.raises(InputError, match="already"):
        network.add(Person(name="Aas, Sunniva", category="peer", reason="again"))


def test_an_unknown_or_ambiguous_name_is_told(network: Network) -> None:
    with pytest.raises(InputError, match="nobody called"):
        network.person("Nils Nobody")
    for employer in ("Havn AS", "Berg AS"):
        network.storage.people.add(Person(name="Kari Moe", organization=employer))
    with pytest.raises(InputError, match="2 people"):
        network.person("Kari Moe")
    assert network.person("kari moe", organization="berg as").organization == "Berg AS"


def test_logging_moves_the_next_date_and_lifts_a_snooze(network: Network) -> None:
    person = network.add(Person(name="Sunniva Aas", category="recruiter", reason="hires hydrologists"))
    network.snooze(person, datetime.date(2031, 6, 2))
    logged = network.log(network.person("Sunniva Aas"), kind="introduction", channel="email")
    assert (logged.touch.kind, logged.touch.message_kind) == ("sent", "introduction")
    row = network.schedule()[0]
    assert row.last_contact == TODAY
    assert row.next_due == datetime.date(2031, 6, 11)
    assert network.person("Sunniva Aas").snoozed_until is None


def test_logging_refuses_what_has_not_happened_and_unknown_words(network: Network) -> None:
    person = network.add(Person(name="Sunniva Aas", reason="knows pumps"))
    for arguments, words in (
        ({}, "say what happened"),
        ({"kind": "telepathy"}, "no kind"),
        ({"outcome": "glory"}, "no outcome"),
        ({"kind": "call", "on": TODAY + datetime.timedelta(days=1)}, "lies ahead"),
    ):
        with pytest.raises(InputError, match=words):
            network.log(person, **arguments)


def test_an_outcome_alone_counts_as_contact_and_closes_the_follow_up(network: Network) -> None:
    person = network.add(Person(name="Sunniva Aas", category="peer", reason="knows pumps"))
    network.log(person, kind="introduction", on=TODAY - datetime.timedelta(days=9))
    assert network.follow_ups()[person.id].state == "due"
    network.log(person, outcome="reply")
    assert network.follow_ups()[person.id].state in ("answered", "none")
    assert network.approaches()[0].reached == 1


def test_an_import_updates_a_new_employer_and_keeps_the_old(network: Network) -> None:
    network.storage.people.add(Person(name="Åse Lie", organization="Havn AS", email="ase@example.org", reason="mine"))
    rows = [
        Person(name="Ase Lie", organization="Berg AS", email="ASE@example.org", reason="theirs"),
        Person(name="Ase Lie", organization="Berg AS", email="ase@example.org"),
        Person(name="Omar Haddad", organization="Havn AS"),
        Person(name=" - "),
    ]
    steps = network.plan_import(rows)
    assert [step.action for step in steps] == ["update", "double", "new", "nameless"]
    network.carry_out(steps, origin="list.csv")
    person = network.storage.people.with_email("ase@example.org")[0]
    assert (person.organization, person.reason) == ("Berg AS", "mine")
    change = network.storage.people.history(person.id)[0]
    assert (change.field, change.old, change.new, change.origin) == ("organization", "Havn AS", "Berg AS", "list.csv")
    again = network.plan_import(rows)
    assert [step.action for step in again] == ["same", "double", "same", "nameless"]


def test_two_people_of_one_name_stay_two() -> None:
    one = Person(
        id=1,
        name="Mei Tan",
        organization="Orca",
        email="mei@orca.example",
        links=("https://www.linkedin.com/in/mei-1",),
    )
    other = Person(
        name="Mei Tan", organization="Kelp", email="mt@kelp.example", links=("http://linkedin.com/in/mei-2/",)
    )
    same = Person(name="Mei Tan", organization="Kelp", links=("linkedin.com/in/mei-1/?x=1",))
    assert plan_import([other], [one], frozenset())[0].action == "new"
    assert plan_import([same], [one], frozenset())[0].action == "update"


def test_somebody_forgotten_is_left_out_by_a_later_import(network: Network) -> None:
    person = network.add(Person(name="Sunniva Aas", organization="Havn AS", email="s@example.org", reason="pumps"))
    network.bar(person)
    network.storage.people.remove(person.id)
    rows = [Person(name="S. Aas", email="S@example.org"), Person(name="Aas, Sunniva", organization="HAVN AS")]
    assert [step.action for step in network.plan_import(rows)] == ["barred", "barred"]
    with pytest.raises(InputError, match="asked to forget"):
        network.add(Person(name="Sunniva Aas", organization="Havn AS", reason="pumps"))


def test_mail_is_logged_once_and_only_with_known_people(network: Network, tmp_path: Path) -> None:
    network.storage.people.add(Person(name="Sunniva Aas", email="s@example.org"))
    messages = [
        ("me@example.org", "s@example.org", "Mon, 03 Mar 2031 10:00:00 +0100", "<1@x>"),
        ("s@example.org", "me@example.org", "Tue, 04 Mar 2031 10:00:00 +0100", "<2@x>"),
        ("other@example.org", "me@example.org", "Tue, 04 Mar 2031 10:00:00 +0100", "<3@x>"),
    ]
    box = tmp_path / "saved.mbox"
    box.write_text(
        "".join(
            f"From x Mon Mar 03 10:00:00 2031\nFrom: {a}\nTo: {b}\nDate: {d}\nMessage-ID: {i}\n\nHello\n\n"
            for a, b, d, i in messages
        )
    )
    for _ in range(2):
        logged, other = network.log_mail(box, ["ME@example.org"])
        assert ([entry.touch.kind for entry in logged], other) == (["sent", "received"], 1)
    assert len(network.storage.people.touches()) == 2


def test_a_file_without_mail_is_a_clear_error(network: Network, tmp_path: Path) -> None:
    empty = tmp_path / "empty.eml"
    empty.write_text("just words")
    with pytest.raises(InputError, match="holds no e-mail"):
        network.log_mail(empty, ["me@example.org"])
    with pytest.raises(InputError, match="cannot read"):
        network.log_mail(tmp_path / "none.eml", ["me@example.org"])


def test_prune_names_reasons_and_removes_nobody(network: Network) -> None:
    network.storage.people.add(Person(name="No Reason", category="peer"))
    silent = network.add(Person(name="Silent One", category="peer", reason="met at a fair"))
    kept = network.add(Person(name="Kind One", category="peer", reason="met at a fair"))
    for person in (silent, kept):
        for month in (9, 11):
            network.log(person, kind="check_in", on=datetime.date(2030, month, 4))
        network.log(person, kind="check_in", on=datetime.date(2031, 1, 6))
    network.log(kept, kind="received", on=datetime.date(2031, 1, 8))
    for number in range(3):
        network.add(Person(name=f"Recruiter {number}", category="recruiter", reason="places hydrologists"))
    found = {s.person.name: s.reason for s in network.prune()}
    assert "no reason" in found["No Reason"]
    assert "3 check-ins" in found["Silent One"]
    assert "Kind One" not in found
    assert sum("where 2 can be kept" in reason for reason in found.values()) == 1
    assert len(network.storage.people.all()) == 6


def test_a_briefing_says_what_is_owed_and_what_is_new(network: Network) -> None:
    person = network.add(Person(name="Sunniva Aas", organization="Havn AS", reason="pumps"))
    network.log(person, kind="coffee", on=datetime.date(2031, 2, 3), text="Talked about the  new pump hall.")
    network.promise(network.person("Sunniva Aas"), "send the flow data")
    network.promise(network.person("Sunniva Aas"), "introduce me to Omar", mine=False)
    network.storage.people.update(person.id, organization="Berg AS")
    briefing = network.briefing(network.person("Sunniva Aas"))
    assert briefing.said == "Talked about the new pump hall."
    assert [p.text for p in briefing.mine] == ["send the flow data"]
    assert [p.text for p in briefing.theirs] == ["introduce me to Omar"]
    assert briefing.offers[0] == "keep your promise: send the flow data"
    assert [(c.field, c.new) for c in briefing.changes] == [("organization", "Berg AS")]
