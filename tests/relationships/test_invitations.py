"""Boilerplate or personal, and where the few notes go."""

from __future__ import annotations

import datetime

import pytest

from drafter.relationships.invitations import Candidate, judge_invitation, notes_left, spend_notes
from drafter.storage import Person, Touch


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I'd like to add you to my professional network on LinkedIn.",
        "Hi Maya, I’d like to join your LinkedIn network. Thanks, Tom",
        "Hello, I came across your profile and would love to connect!",
        "Ich möchte Sie gerne zu meinem beruflichen Netzwerk hinzufügen.",
    ],
)
def test_stock_texts_are_boilerplate(text: str) -> None:
    found = judge_invitation(text)
    assert found.boilerplate
    assert "How did you come across me?" in found.advice


@pytest.mark.parametrize(
    "text",
    [
        "Hi Maya, your talk on exactly-once streams in Oslo answered what we fought with for a month.",
        "I'd like to connect with you on LinkedIn because we both restore wooden boats in Bergen.",
    ],
)
def test_a_line_about_the_reader_is_personal(text: str) -> None:
    assert not judge_invitation(text).boilerplate


def test_notes_are_counted_by_the_month_and_spent_on_the_best_prepared() -> None:
    today = datetime.date(2031, 3, 12)
    sent = [
        Touch(person_id=1, kind="sent", channel="linkedin_invitation", on=datetime.date(2031, month, 2))
        for month in (2, 3, 3)
    ]
    assert notes_left(sent, today=today) == 3
    people = [Person(id=n, name=f"P{n}") for n in range(4)]
    candidates = [
        Candidate(people[0], 9, None),
        Candidate(people[1], 2, "shares my field"),
        Candidate(people[2], 5, "shares my field"),
        Candidate(people[3], 0, "shares my field"),
    ]
    assert [c.person.name for c in spend_notes(candidates, 3)] == ["P2", "P1", "P0"]
