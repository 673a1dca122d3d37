"""Which facts a draft composed without a model tells, and how."""

from __future__ import annotations

import re

import pytest

from drafter.models import Profile
from drafter.writing.offline_writer import OfflineWriter
from tests.writing.offline import profile, task


def test_facts_are_cited_where_they_are_told():
    draft = OfflineWriter().write(task(profile())).draft
    told = [draft.message[s.start : s.end] for s in draft.sentences if s.part == "message" and s.facts]
    assert any("your Hut Line" in text or "Your Hut Line" in text for text in told)


def test_what_the_sender_noted_is_not_quoted_at_the_reader():
    known = profile(kind="typed")
    own = known.facts[0].model_copy(update={"statement": "Met her in Graz.", "quote": known.facts[0].quote})
    draft = OfflineWriter().write(task(known.model_copy(update={"facts": (own,)}), kind="reconnect")).draft
    assert "“" not in draft.message
    assert "you met" not in draft.message


def test_what_the_reader_made_is_named_and_not_retold():
    for name in ("Ines Marchetti", "Ana Keller", "Bo Lund", "Cem Ates", "Dora Vik"):
        message = OfflineWriter().write(task(profile(name=name))).draft.message
        assert "your hut line" in message.lower()
        assert "founded" not in message
        assert not re.search(r"I (?:read|saw|learned|came across|noticed)", message)


def test_a_fact_that_was_asked_for_and_not_told_is_named():
    known = profile(kind="typed")
    odd = known.facts[1].model_copy(update={"statement": "Met her in Graz."})
    known = known.model_copy(update={"facts": (known.facts[0], odd)})
    assert any("f2" in line for line in OfflineWriter().write(task(known, use=("f2", "f1"))).warnings)
    both = OfflineWriter().write(task(profile(), use=("f1", "f2")))
    assert not both.warnings
    assert {fact for sentence in both.draft.sentences for fact in sentence.facts} == {"f1", "f2"}


@pytest.mark.parametrize("kind", ["introduction", "advice_request"])
def test_what_the_sender_wonders_is_the_question_itself(kind):
    message = OfflineWriter().write(task(profile(), kind=kind)).draft.message
    question = next(text for text in re.split(r"(?<=[.?])\s", message) if text.endswith("?"))
    assert "how you sort reports" in question
    assert message.count("how you sort reports") == 1


def test_nobody_is_quoted_as_she():
    known = profile()
    other = "Every spring she gives a class that Ines Marchetti calls “Winding, slowly”."
    fact = known.facts[0].model_copy(update={"statement": other, "quote": other})
    message = OfflineWriter().write(task(known.model_copy(update={"facts": (fact,)}), kind="check_in")).draft.message
    assert not re.search(r"\bshe\b|Ines Marchetti calls", message)


def test_a_bare_thing_as_purpose_becomes_a_sentence():
    message = OfflineWriter().write(task(profile(), purpose="Her talk on doors nobody has to open")).draft.message
    assert "I am writing about your talk on doors nobody has to open." in message


def test_what_was_said_already_is_not_told_again():
    known = profile()
    texts = ("She toured with Mira Solberg in 2028.", "She now runs the Hut Line.")
    facts = tuple(
        fact.model_copy(update={"statement": text, "quote": text})
        for fact, text in zip(known.facts, texts, strict=True)
    )
    known = known.model_copy(update={"facts": facts})
    news = "We toured together in 2028, and I still use your cue sheet"
    message = OfflineWriter().write(task(known, kind="reconnect", purpose=news)).draft.message
    assert message.count("toured") == 1
    assert "Hut Line" in message


def _about(*texts: str, kind: str = "web_page") -> Profile:
    """A profile of these statements, the profile's best first."""
    known, text, facts = profile(kind=kind), "\n".join(texts), []
    for number, each in enumerate(texts, start=1):
        start = text.index(each)
        place = {"id": f"f{number}", "statement": each, "quote": each, "start": start, "end": start + len(each)}
        facts.append(known.facts[0].model_copy(update=place))
    note = known.notes[0].model_copy(update={"text": text})
    return known.model_copy(update={"facts": tuple(facts), "notes": (note,)})


def test_the_fact_that_the_purpose_names_is_the_reason():
    known = _about(
        "She answers letters on Fridays.", "She moved to Lund in 2019.", "She built a kiln that burns straw."
    )
    draft = OfflineWriter().write(task(known, purpose="ask how she keeps the heat even in a kiln")).draft
    assert "your kiln" in draft.message.lower()
    for text in (draft.message, draft.voicemail or ""):
        assert "Fridays" not in text
        assert "Lund" not in text


def test_a_fact_about_something_else_is_told_and_not_made_the_reason():
    known = _about("She spoke about flood maps in Arnhem in May 2025.")
    draft = OfflineWriter().write(task(known, purpose="ask how she scans old plates")).draft
    assert "You spoke about flood maps" in draft.message
    assert "because" not in draft.message
    assert "flood" not in (draft.voicemail or "")
    assert "how you scan old plates" in (draft.voicemail or "")


def test_news_rests_on_no_title():
    known = _about("She is head of the survey of wood ovens in Arnhem.")
    draft = (
        OfflineWriter().write(task(known, kind="check_in", purpose="I found the survey of wood ovens she wanted")).draft
    )
    assert not any(sentence.facts for sentence in draft.sentences if sentence.part == "message")
