"""One draft that was sent: on record, once, and taken back without a trace."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from drafter.models import Brief, Contact, Draft, Organization, Profile, Sender
from drafter.relationships.network import Network
from drafter.relationships.sent_drafts import log_sent, take_back_sent
from drafter.storage import Person

BRIEF = Brief(sender=Sender(name="Noor Haddad"), purpose="She runs the pump hall", category="peer")
PROFILE = Profile(contact=Contact(name="Sunniva Aas", role="Head of pumps"), organization=Organization(name="Havn"))
DRAFT = Draft(subject="Pumps", message="Hi Sunniva, your pump hall restarts by itself.")


def test_somebody_new_comes_in_with_the_purpose_as_reason_and_twice_is_once(network: Network) -> None:
    first = log_sent(network, DRAFT, brief=BRIEF, profile=PROFILE, mark="a")
    again = log_sent(network, DRAFT, brief=BRIEF, profile=PROFILE, mark="a")
    assert again.again
    assert [t.id for t in network.storage.people.touches()] == [first.touch.id]
    assert (first.person.reason, first.person.organization) == ("She runs the pump hall", "Havn")
    assert (first.touch.message_kind, first.touch.channel, first.touch.subject) == ("introduction", "email", "Pumps")


def test_taking_it_back_takes_out_who_came_in_by_it_and_nobody_else(network: Network) -> None:
    log_sent(network, DRAFT, brief=BRIEF, profile=PROFILE, mark="a")
    take_back_sent(network, DRAFT, mark="a")
    assert network.storage.people.all() == ()
    assert take_back_sent(network, DRAFT, mark="a") is None
    known = network.add(Person(name="Sunniva Aas", reason="we built a hall"))
    log_sent(network, DRAFT, brief=BRIEF, profile=PROFILE, mark="a")
    take_back_sent(network, DRAFT, mark="a")
    assert network.storage.people.all() == (known,)
    assert network.storage.people.touches() == ()


def test_who_came_in_and_has_a_promise_meanwhile_stays(network: Network) -> None:
    log_sent(network, DRAFT, brief=BRIEF, profile=PROFILE, mark="a")
    network.promise(network.person("Sunniva Aas"), "send the data")
    take_back_sent(network, DRAFT, mark="a")
    assert [p.name for p in network.storage.people.all()] == ["Sunniva Aas"]


def test_nobody_comes_in_without_a_reason(network: Network) -> None:
    with pytest.raises(InputError, match="asks why"):
        log_sent(network, DRAFT, brief=BRIEF.model_copy(update={"purpose": " "}), profile=PROFILE)
    assert network.storage.people.all() == ()
