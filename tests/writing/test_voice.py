"""The sender's own greeting, closing and contractions."""

from __future__ import annotations

import pytest

from drafter.models import Brief, Sender
from drafter.writing._writer import Task
from drafter.writing.offline_writer import OfflineWriter
from drafter.writing.selection import select
from drafter.writing.voice import contracted, own_closing, own_greeting
from tests.writing.material import profile

SAMPLES = (
    "Hey Jo,\n\nshort one: I can't find the list. Got a copy?\n\nCheers\nDilys",
    "Hey Sam,\n\nthe audit's done and it's long. Want the numbers?\n\nCheers\nDilys",
    "Hello Mr Voss,\n\nplease find the bill below.\n\nBest regards\nDilys",
)


def _sender(*samples: str) -> Sender:
    return Sender(name="Dilys Farrow", role="Energy auditor", language="en", samples=samples)


def test_what_most_samples_agree_on_is_the_habit() -> None:
    assert own_greeting(_sender(*SAMPLES), "en") == "Hey {given},"
    assert own_closing(_sender(*SAMPLES), "en") == "Cheers"


@pytest.mark.parametrize(
    "samples",
    [
        SAMPLES[:1],
        (SAMPLES[0], SAMPLES[2]),
        ("Quick thing. Did you see it? Dilys", "Another. Is it done? Dilys"),
        ("Liebe Jana,\n\nkurz.\n\nWann?\nDilys", "Liebe Anna,\n\nnoch eins.\n\nWo?\nDilys"),
    ],
)
def test_one_occasion_or_a_word_that_bends_with_the_reader_is_none(samples: tuple[str, ...]) -> None:
    assert own_greeting(_sender(*samples), "en") is None
    assert own_closing(_sender(*samples), "en") is None


def test_a_draft_sounds_so_among_equals_and_keeps_the_form_towards_a_title() -> None:
    def written(**fields: object) -> str:
        known = profile()
        contact = known.contact.model_copy(update=fields.pop("contact", {}))
        known = known.model_copy(update={"contact": contact})
        brief = Brief(sender=_sender(*SAMPLES), purpose="ask how she keeps the feeds fresh", **fields)
        return OfflineWriter().write(Task(brief, known, select(brief, known).facts)).draft.message

    assert written().startswith("Hey Ingrid,\n")
    assert written().endswith("Cheers\nDilys Farrow\nEnergy auditor")
    assert written(formality="formal").startswith("Dear ")
    assert "Cheers" not in written(formality="formal")
    assert written(contact={"title": "Dr."}).startswith("Dear Dr. Solvang,")


def test_verbs_are_contracted_as_one_speaks_and_nothing_else() -> None:
    assert contracted("If I am late, that is fine.") == "If I’m late, that’s fine."
    assert contracted("That is what it is.") == "That is what it is."
