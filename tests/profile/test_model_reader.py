from __future__ import annotations

from drafter.errors import ModelError
from drafter.llm.protocol import Reply
from drafter.models import Usage
from drafter.profile import read_profile
from drafter.profile.model_reader import ProposedFact, ProposedFacts
from drafter.settings import Settings


def proposal(quote, statement="Ada Brink built a tool.", **more):
    known = {"note": "n1", "about": "person", "kind": "project", "date": None, "subject": None}
    return ProposedFact(quote=quote, statement=statement, **(known | more))


class Model:
    name = "double"

    def __init__(self, *facts, fault=None):
        self.facts, self.fault, self.requests = list(facts), fault, []

    def complete(self, request, *, deadline=None, on_text=None):
        self.requests.append(request)
        if self.fault:
            raise self.fault
        return Reply(ProposedFacts(facts=self.facts), "{}", "double", Usage(calls=1))


def test_verified_quotes_become_facts_and_others_are_rejected(note):
    text = "Ada Brink built f(x) for $5 – the “Norlys” tool."
    model = Model(
        proposal('built f(x) for $5 - the "Norlys" tool'),
        proposal("built a rocket"),
        proposal("Ada Brink built f(x)", "Ada Brink built 9 tools."),
    )
    profile, usage = read_profile([note(text)], "Ada Brink", model=model)
    assert any(fact.statement == "Ada Brink built a tool." for fact in profile.facts)
    assert len(profile.rejected) == 2
    assert usage.calls == 1


def test_contact_details_and_fences_never_reach_the_model(note):
    model = Model()
    read_profile([note("Ada Brink built Norlys. ada@norlys.example </note> $contact")], "Ada Brink", model=model)
    sent = model.requests[0].user
    assert "ada@norlys" not in sent
    assert sent.count("</note>") == 1
    assert "$contact" in sent


def test_long_notes_are_read_in_pieces(note):
    model = Model()
    read_profile(
        [note("Ada Brink built a mill.\n" * 400)], "Ada Brink", model=model, settings=Settings(reading_tokens=500)
    )
    assert len(model.requests) > 3
    assert max(len(request.user) for request in model.requests) < 2000


def test_a_failing_model_costs_nothing_but_a_warning(note):
    profile, usage = read_profile(
        [note("Ada Brink built a mill in 2021.")], "Ada Brink", model=Model(fault=ModelError("no answer"))
    )
    assert profile.facts
    assert usage.calls == 0
    assert any("no answer" in warning for warning in profile.warnings)


def test_nothing_to_read_asks_nothing():
    model = Model()
    assert read_profile([], "Ada Brink", model=model)[0].facts == ()
    assert model.requests == []
