"""What to do in the next days, as one list."""

from __future__ import annotations

import datetime

import pytest

from drafter.errors import InputError
from drafter.relationships.network import Network
from drafter.storage import Person

TODAY = datetime.date(2031, 3, 12)


def day(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=days)


def known(network: Network, name: str, category: str = "recruiter") -> Person:
    return network.add(Person(name=name, category=category, reason="we measured ice"))


def test_thanks_promises_steps_and_turns_come_by_day_and_each_person_once(network: Network) -> None:
    met, promised, written = (known(network, name) for name in ("Ada Berg", "Bo Dahl", "Cem Kaya"))
    known(network, "Dina Elm")
    known(network, "Ena Fox", "other")
    network.log(met, kind="coffee", on=day(-1))
    network.log(promised, kind="received")
    network.promise(promised, "send the data", due=day(-2))
    network.promise(promised, "one day", due=day(40))
    network.log(written, kind="introduction", on=day(-7))
    told = [(task.row.person.name, task.what, task.on) for task in network.agenda()]
    assert told == [
        ("Ada Berg", "thank_you", TODAY),
        ("Bo Dahl", "promise", day(-2)),
        ("Cem Kaya", "follow_up", TODAY),
        ("Dina Elm", "turn", TODAY),
    ]


def test_thanks_are_not_asked_for_weeks_later(network: Network) -> None:
    met = known(network, "Ada Berg")
    network.log(met, kind="coffee", on=day(-30))
    assert network.agenda() == ()


def test_who_is_put_off_is_followed_up_only_afterwards(network: Network) -> None:
    written = known(network, "Cem Kaya")
    network.log(written, kind="introduction", on=day(-20))
    network.snooze(written, day(30))
    assert network.agenda() == ()
    assert network.follow_ups()[written.id].on == day(30)


@pytest.mark.parametrize("refusal", ["decline", "not_now"])
def test_who_refused_is_left_in_peace_for_half_a_year_whatever_the_rhythm(network: Network, refusal: str) -> None:
    person = network.add(Person(name="Ada Berg", category="recruiter", reason="hires", cadence_days=7))
    network.log(person, kind="introduction", on=day(-3))
    network.log(person, outcome=refusal)
    assert network.schedule()[0].next_due == day(180)
    later = Network(network.storage, network.settings, today=day(20))
    later.log(person, kind="received")
    assert later.schedule()[0].next_due == day(27), "they came back themselves"


def test_a_channel_is_one_of_ours(network: Network) -> None:
    person = known(network, "Ada Berg")
    with pytest.raises(InputError, match="'pigeon' is no channel; use one of email, "):
        network.log(person, kind="sent", channel="pigeon")
    assert network.storage.people.touches() == ()
