"""Purposes as people jot them down."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.purposes import language_of, sentences_of

ANA = Contact(name="Ana Keller", given_name="Ana", family_name="Keller")


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("ask how she moved 40 jobs", ["I would like to ask how you moved 40 jobs."]),
        ("ask how she audits bridges", ["I would like to ask how you audit bridges."]),
        ("I want to learn how Ana runs on-call.", ["I want to learn how you run on-call."]),
        ("to ask about her talk", ["I would like to ask about your talk."]),
        ("Her talk answers a question we have", ["Your talk answers a question we have."]),
        ("Learn how they test", ["I would like to learn how you test."]),
        ("because she maintains pollenpy", ["I am writing because you maintain pollenpy."]),
        ("advice on moving to climate work", ["I am looking for advice on moving to climate work."]),
        ("ask Ana questions about hiring", ["I would like to ask you questions about hiring."]),
        ("How did she start?", ["How did you start?"]),
        ("Job at Kestrel", ["I am considering a job at Kestrel."]),
        ("Internship in her lab", ["I am considering an internship in your lab."]),
        ("roles at Kestrel", ["I am considering roles at Kestrel."]),
        ("her work on tides", ["I am writing about your work on tides."]),
        ("Tide tables", ["I am writing about tide tables."]),
        ("How does she plan?", ["How do you plan?"]),
        ("tell her that I am looking for work", ["I am looking for work."]),
        ("discover how she plans", ["I would like to discover how you plan."]),
        ("", []),
    ],
)
def test_a_purpose_becomes_a_sentence_or_is_left(purpose, expected):
    assert sentences_of(purpose, ANA) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ask how she is", "en"),
        ("Ich möchte das verstehen", "de"),
        ("本を読む", "ja"),
        ("Kestrel", None),
        ("Quiero saber cómo es", "es"),
    ],
)
def test_the_language_of_a_short_text(text, expected):
    assert language_of(text) == expected
