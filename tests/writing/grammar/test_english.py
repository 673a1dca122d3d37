"""Statements about a person turned into statements to them."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.english import article, to_you
from drafter.writing.grammar.verbs import as_told_of, base_form

ANA = Contact(name="Ana Keller", given_name="Ana", family_name="Keller")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("She founded Lumen Robotics in 2019.", "you founded Lumen Robotics in 2019"),
        ("I lead a team that mostly works on soil.", "you lead a team that mostly works on soil"),
        ("Ana leads the platform team and teaches at TU Graz.", "you lead the platform team and teach at TU Graz"),
        ("Ana Keller is Head of Data at Kestrel.", "you are Head of Data at Kestrel"),
        ("Led the move of 40 pipelines", "you led the move of 40 pipelines"),
        ("We are hiring two analysts for our lab.", "you are hiring two analysts for your lab"),
        ("She has written about her grandfather's mill.", "you have written about your grandfather's mill"),
        ("Ana writes about how she moved her team.", "you write about how you moved your team"),
        ("They maintain the library and speak at their meetup.", "you maintain the library and speak at your meetup"),
        ("I've been the maintainer since 2027.", "you have been the maintainer since 2027"),
        ("I did my PhD where I was advised by Tom Orr", "you did your PhD where you were advised by Tom Orr"),
        ("In 2030 she halved the empty trips.", "in 2030 you halved the empty trips"),
        (
            "In her lecture of May 2030 she asked for three locks.",
            "in your lecture of May 2030 you asked for three locks",
        ),
        ("Before that he toured with a circus.", "you toured with a circus"),
        ("She opened two labs, and visits rose by a tenth.", "you opened two labs, and visits rose by a tenth"),
        ("Dr. Keller studies rivers.", "you study rivers"),
        ("He focuses on bridges and is a juror.", "you focus on bridges and are a juror"),
    ],
)
def test_person_tense_and_pronouns_are_turned(statement, expected):
    assert to_you(statement, ANA) == expected


@pytest.mark.parametrize(
    "statement",
    [
        "Lead Area Chair, ICCV 2031",
        "Applied Scientist at Foo",
        "Distributed systems engineer",
        "Kestrel builds soil sensors",
        "Ana Keller, a designer, runs a studio.",
        "He works on tools and runs marathons.",
        "Bob Stone founded Lumen.",
        "She taught me geography.",
        "She founded Lumen. It failed.",
        "Home | About | Ana leads the team",
        "Ana said that she leaves.",
        "",
    ],
)
def test_what_might_come_out_wrong_is_left(statement):
    assert to_you(statement, ANA) is None


def test_in_the_senders_own_notes_i_is_the_sender():
    assert to_you("I met Ana in Graz.", ANA, own=True) is None
    assert to_you("Met Ana in Graz.", ANA, own=True) is None
    assert to_you("She founded Lumen.", ANA, own=True) == "you founded Lumen"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("engineer", "an"), ("UX designer", "a"), ("SRE", "an"), ("university lecturer", "a"), ("honest broker", "an")],
)
def test_the_article_goes_by_sound(noun, expected):
    assert article(noun) == expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("counts", "count"), ("tries", "try"), ("passes", "pass"), ("does", "do")]
)
def test_verbs_lose_the_third_person(verb, expected):
    assert base_form(verb) == expected


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("keep a list of 200 places", "keeps a list of 200 places"),
        ("teach a night class", "teaches a night class"),
        ("have two boats", "has two boats"),
        ("built the forecast", "built the forecast"),
        ("moved 60 jobs", "moved 60 jobs"),
    ],
)
def test_a_deed_of_the_sender_is_told_of_them(said: str, told: str) -> None:
    assert as_told_of(said) == told
