"""What was logged: once only, taken back again, and never at the cost of something the user decided."""

from __future__ import annotations

import datetime

import pytest

from drafter.errors import InputError
from drafter.relationships.cadence import QuietHours
from drafter.relationships.network import Network
from drafter.settings import Settings, load_settings
from drafter.storage import Person

TODAY = datetime.date(2031, 3, 12)
LAST_WEEK = TODAY - datetime.timedelta(days=7)


def _ada(network: Network, **more: str) -> Person:
    return network.add(Person(name="Ada Berg", category="recruiter", reason="places hydrologists", **more))


def test_the_same_key_again_adds_no_outcome_and_leaves_a_later_snooze(network: Network) -> None:
    ada = _ada(network)
    first = network.log(ada, kind="received", outcome="reply", on=LAST_WEEK, origin_key="mail:<1@x>")
    network.snooze(ada, datetime.date(2031, 9, 1))
    again = network.log(network.person("Ada Berg"), kind="received", outcome="reply", origin_key="mail:<1@x>")
    assert (again.again, again.touch, again.outcome) == (True, first.touch, None)
    assert len(network.storage.people.outcomes(ada.id)) == 1
    assert network.person("Ada Berg").snoozed_until == datetime.date(2031, 9, 1)


def test_only_contact_since_the_snooze_lifts_it(network: Network) -> None:
    network.snooze(_ada(network), datetime.date(2031, 9, 1))
    network.log(network.person("Ada Berg"), kind="received", on=LAST_WEEK)
    assert network.person("Ada Berg").snoozed_until == datetime.date(2031, 9, 1)
    network.log(network.person("Ada Berg"), kind="call")
    assert network.person("Ada Berg").snoozed_until is None


def test_taking_back_removes_the_last_entry_with_its_outcome_and_nothing_else(network: Network) -> None:
    ada = _ada(network)
    network.log(ada, kind="introduction", on=LAST_WEEK, outcome="reply")
    network.log(ada, kind="call", outcome="referral")
    assert network.unlog(ada).kind == "call"
    assert [touch.message_kind for touch in network.storage.people.touches(ada.id)] == ["introduction"]
    assert [outcome.kind for outcome in network.storage.people.outcomes(ada.id)] == ["reply"]
    network.unlog(ada)
    with pytest.raises(InputError, match="nothing is logged"):
        network.unlog(ada)


def test_people_of_one_name_and_one_employer_are_told_apart_by_address(network: Network) -> None:
    for address in ("a@nordlys.example", "b@nordlys.example"):
        network.storage.people.add(Person(name="Ada Berg", organization="Nordlys AS", email=address))
    with pytest.raises(InputError, match=r"Nordlys AS a@nordlys.example, Nordlys AS b@nordlys.example.*--email"):
        network.person("Ada Berg", organization="Nordlys AS")
    assert network.person("Ada Berg", email="B@nordlys.example").email == "b@nordlys.example"
    with pytest.raises(InputError, match=r"no 'Ada Berg' fits"):
        network.person("Ada Berg", email="c@nordlys.example")


@pytest.mark.parametrize("typed", ["Ada", "Ada Berk", "berg"])
def test_a_name_nearly_right_is_asked_back(network: Network, typed: str) -> None:
    _ada(network)
    with pytest.raises(InputError, match=r"did you mean Ada Berg\?"):
        network.person(typed)


def test_a_promise_kept_is_open_no_more(network: Network) -> None:
    ada = _ada(network)
    network.promise(ada, "send the flow data")
    network.promise(ada, "send the map")
    with pytest.raises(InputError, match="2 open promises say 'send'"):
        network.keep_promise(ada, "send")
    network.keep_promise(ada, "Flow data")
    assert [promise.text for promise in network.briefing(ada).mine] == ["send the map"]


def test_not_now_is_respected_until_they_come_back_by_themselves(network: Network) -> None:
    ada = _ada(network)
    network.log(ada, kind="introduction", on=LAST_WEEK)
    network.log(ada, outcome="not_now", on=TODAY)
    # 180 days after the answer, a Monday; the quarterly rhythm alone would say 11 June.
    assert network.schedule()[0].next_due == datetime.date(2031, 9, 8)
    assert "ask again after 180 days" in network.cautions(ada)[0]
    later = Network(network.storage, Settings(), today=datetime.date(2031, 4, 1))
    later.log(later.person("Ada Berg"), kind="received")
    assert later.schedule()[0].next_due == datetime.date(2031, 7, 1)


def test_reasons_to_wait_are_said_and_absent_where_there_are_none(network: Network) -> None:
    ada = _ada(network, organization="Nordlys AS")
    assert network.cautions(ada) == ()
    for number in range(3):
        other = network.add(Person(name=f"Person {number}", organization="Nordlys AS", reason="rivers"))
        network.log(other, kind="introduction")
    assert "3 people at Nordlys AS were written to" in " ".join(network.cautions(ada))
    network.log(ada, kind="introduction")
    assert "not answered yet; give it until 19 March 2031" in network.cautions(ada)[0]
    network.log(ada, outcome="decline")
    assert "they declined" in network.cautions(ada)[0]
    sunday = Network(network.storage, Settings(), today=datetime.date(2031, 3, 16))
    assert "today is Sunday; Monday 17 March" in sunday.cautions(ada)[-1]


def test_quiet_hours_come_from_the_settings() -> None:
    early = QuietHours.of(Settings(quiet_hours="22:30-06:15"))
    assert early.covers(datetime.time(22, 30))
    assert not early.covers(datetime.time(6, 15))
    assert not any(QuietHours.of(Settings(quiet_hours="")).covers(datetime.time(hour)) for hour in range(24))
    for wrong in ("20-8", "25:00-08:00", "soon"):
        with pytest.raises(Exception, match="two times such as 20:00-08:00"):
            load_settings(environment={}, quiet_hours=wrong)
