"""What the writer says of themself, what a sentence cites, and what is no statement about the reader at all."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.checks._example_profile import cited, introduced
from drafter.checks._language import detect
from drafter.checks._rule import Context
from drafter.checks._text import Text
from drafter.checks.grounding.reading.indexing import evidence_for
from drafter.checks.grounding.statements import judge
from drafter.models import Contact, Correspondence, Note, Profile, Sender
from drafter.models.results import Draft, Sentence


def faults(text: str, context: Context, part: str = "message") -> list[tuple[str, str]]:
    problems = judge(Text(part, text), context).problems  # type: ignore[arg-type]
    return [(one.fault, text[one.start : one.end]) for one in problems]


def with_sender(**more: object) -> Context:
    known = introduced()
    assert known.sender
    return Context(
        contact=known.contact,
        organization=known.organization,
        profile=known.profile,
        sender=known.sender.model_copy(update={"phone": "+46 70 555 01 42"}),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    "text",
    [
        "I am a data engineer at Havn Data, and I moved 60 nightly jobs to a queue in 2029.",
        "Mira Solberg is a data engineer at Havn Data and studied geography in Tromsø.",
        "I would like to write a book about the 300 mills of Finland one day.",
        "Could we talk for 25 minutes on Tuesday, 4 May?",
        "My number is +46 70 555 01 42. Again: 0705550142.",
        "Call me on zero seven zero, five five five, zero one four two.",
        "1. How do you plan a shift?\n2. What would you do differently?",
        "I read your talk twice and have three short questions.",
    ],
)
def test_what_is_the_writers_own_passes(text: str) -> None:
    assert faults(text, with_sender()) == []


@pytest.mark.parametrize(
    ("text", "where", "severity"),
    [
        ("I am chief economist at Havn Data.", "chief economist", "error"),
        ("I moved 90 nightly jobs to a queue.", "90", "error"),
        ("I founded Havn Data.", "founded", "warning"),
        ("I have worked at Kontor Finance.", "Kontor Finance", "warning"),
    ],
)
def test_what_the_own_profile_does_not_bear_out_is_told(text: str, where: str, severity: str) -> None:
    problems = [one for one in judge(Text("message", text), with_sender()).problems if one.fault == "sender"]
    assert (text[problems[0].start : problems[0].end], problems[0].severity) == (where, severity)


def test_a_sender_with_a_name_only_is_not_held_against_it() -> None:
    known = introduced()
    bare = Context(contact=known.contact, profile=known.profile, sender=Sender(name="Mira Solberg"))
    assert faults("I am chief economist at Havn Data.", bare) == []


def test_earlier_messages_and_the_purpose_bear_out_what_they_say() -> None:
    text = "On 10 April 2031 you told me about Ravn Institute."
    earlier = Correspondence(date=datetime.date(2031, 4, 10), message="Ravn Institute asked us for 70 planks.")
    assert faults(text, with_sender())
    assert faults(text, with_sender(history=(earlier,))) == []
    assert faults("The tide tables of 1931 are on their way.", with_sender(purpose="the tide tables of 1931")) == []


def test_a_wrong_citation_names_the_right_fact() -> None:
    known = cited()
    text = "In 2022 you spoke at Nordic Wood Days."
    profile = known.profile
    assert profile
    other = profile.facts[0].model_copy(
        update={
            "id": "f2",
            "statement": "Torvald Timber employs 40 people",
            "quote": "Torvald Timber employs 40 people",
            "start": profile.notes[0].text.index("Torvald Timber employs"),
        }
    )
    both = profile.model_copy(update={"facts": (*profile.facts, other)})
    draft = Draft(message=text, sentences=(Sentence(part="message", start=0, end=len(text), facts=("f2",)),))
    problems = judge(Text("message", text), Context(contact=known.contact, profile=both, draft=draft)).problems
    assert [problem.fault for problem in problems] == ["citation"]
    assert "cite f1" in problems[0].message


def test_the_index_is_shared_by_profiles_that_say_the_same() -> None:
    one, other = introduced(), introduced()
    assert one.profile is not other.profile
    assert evidence_for(one) is evidence_for(other)


def test_a_long_page_is_indexed_quickly() -> None:
    words = [f"word{at} Anna{at % 97} opened {at} mills in {1900 + at % 120}." for at in range(1200)]
    note = Note(id="n1", origin="page", kind="text", language="en", sha256="", text="\n\n".join(words)[:45_000])
    begin = time.process_time()
    evidence_for(Context(profile=Profile(contact=Contact(name="Ines Falk"), notes=(note,))))
    assert time.process_time() - begin < 3


@pytest.mark.parametrize("piece", ["a", "A", "1", '"', "1 ", "Ab ", "1,", "-", "メ", "two ", "von "])
def test_a_megabyte_of_anything_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        begin = time.process_time()
        judge(Text("message", piece * (size // len(piece))), introduced())
        return time.process_time() - begin

    seconds(1_000)
    # Another program may take the processor's caches in one try; quadratic work shows in every one.
    tries = ((seconds(25_000), seconds(100_000)) for _ in range(3))
    assert any(large < max(0.5, 8 * small) for small, large in tries)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aA1 .,\"'-+メ年€\n", min_size=1, max_size=6), st.integers(500, 3000))
def test_no_repetition_is_slow(piece: str, times: int) -> None:
    begin = time.process_time()
    judge(Text("message", piece * times), introduced())
    assert time.process_time() - begin < 3


_BAKER = Sender(
    name="Ivo Brandl",
    role="Baker",
    organization="Backstube Brandl",
    facts=(
        "Apprenticed in Passau from 2009 to 2012",
        "Bakes with rye from two farms nearby",
        "Teaches a sourdough class",
    ),
)


def of_the_baker(text: str) -> list[tuple[str, str]]:
    known = introduced()
    context = Context(contact=known.contact, organization=known.organization, profile=known.profile, sender=_BAKER)
    return [(one.fault, one.severity) for one in judge(Text("message", text, detect(text)), context).problems]


@pytest.mark.parametrize(
    "text",
    [
        "I bake with rye that two farmers near me grow.",
        "I teach people how to keep a sourdough.",
        "I keep asking myself whether a third sawmill was a hard choice.",
        "I was glad to find your talk and have read it to my wife.",
        "I learned the trade in Passau.",
        "We would love to see how a drying kiln works from the inside.",
        "My text message has the rest.",
    ],
)
def test_what_the_sender_is_known_for_thinks_or_wishes_passes(text: str) -> None:
    assert of_the_baker(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Every autumn I carry the chestnuts down from the valley myself.",
        "I used to be a locksmith.",
        "Last winter we rebuilt the oven with bricks from a monastery.",
        "I have written a cookbook on dumplings.",
        "Jeden Sommer fahre ich mit dem Kanu zu den Klöstern.",
    ],
)
def test_a_deed_that_the_sender_never_told_is_a_warning(text: str) -> None:
    assert of_the_baker(text) == [("sender", "warning")]
