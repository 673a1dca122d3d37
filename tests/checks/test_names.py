"""Greetings, organisations and weekdays: near misses both ways."""

from __future__ import annotations

import datetime

import pytest

from drafter.checks._rule import Context
from drafter.checks._text import Text
from drafter.checks.names import NAMES_RULES
from drafter.models import Organization


def found(text: str, **known: object) -> list[tuple[str, str]]:
    context = Context(**known)  # type: ignore[arg-type]
    rules = [rule for rule in NAMES_RULES if not rule.lacks(context)]
    return [
        (rule.id, text[hit.start : hit.end]) for rule in rules for hit in rule.check(Text("message", text), context)
    ]


@pytest.mark.parametrize(
    ("contact", "text"),
    [
        ("José García López", "Hola, Jose: gracias"),
        ("Katherine Moor", "Hi Kate, thanks"),
        ("Michael Stone", "Hi Mike,"),
        ("Dr. Anna-Lena Meyer", "Liebe Frau Dr. Meyer,"),
        ("Maria Li", "Hello Maria, this is Ana Ruiz."),
        ("Maria Li", "Maria — loved your note."),
        ("Maria Li", "Hi there,"),
    ],
)
def test_right_names_pass(contact: str, text: str) -> None:
    assert found(text, contact=contact) == []


@pytest.mark.parametrize(
    ("contact", "text", "rule", "where"),
    [
        ("Katherine Moor", "Hi Catherine,", "names.recipient", "Catherine"),
        ("Michael Stone", "Hi Micheal,", "names.recipient", "Micheal"),
        ("Maria Li", "Hi Alex—I saw your note", "names.recipient", "Alex"),
        ("Jon Carver", "Hi Carver,", "names.family_first", "Carver"),
        ("Jon Carver", "Dear Mr Jon,", "names.family_first", "Mr Jon"),
    ],
)
def test_wrong_names_are_pointed_at(contact: str, text: str, rule: str, where: str) -> None:
    assert found(text, contact=contact) == [(rule, where)]


def test_a_misspelt_organisation() -> None:
    employer = Organization(name="Quillstone")
    assert found("How is Quilstone doing?", organization=employer) == [("names.organization", "Quilstone")]
    assert found("How is Quillstone's team doing?", organization=employer) == []


def test_weekdays_need_a_year() -> None:
    text = "Would Tuesday, 5 March suit you?"
    assert found(text) == []
    assert found(text, today=datetime.date(2025, 2, 20)) == [("names.weekday", "Tuesday, 5 March")]
    assert found("Would 31 April 2025 suit you?") == [("names.weekday", "31 April 2025")]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Dear Dr Falk,\n\nAs you know, Dr Brandt, we dry ours outdoors.", ["Dr Brandt"]),
        ("Hi Ines,\n\nThe barn that you, Oskar, built is dry.", ["Oskar"]),
        ("Dear Ines Falk,\n\nThank you. And so, Prof. Brandt, would Friday suit?", ["Prof. Brandt"]),
        ("Dear Dr Falk,\n\nMy teacher, Dr Brandt, dries it outdoors. He and you, Dr Falk, disagree.", []),
        ("Dear Dr Falk,\n\nThe barn that you, Ines, built is dry.", []),
        ("Hi Ines,\n\nI met you, Leeds, rain and all, in March.", ["Leeds"]),
        ("Hello,\n\nAs you know, Dr Brandt, we dry ours outdoors.", []),
    ],
)
def test_a_letter_speaks_to_whom_it_greets(text: str, where: list[str]) -> None:
    assert [at for rule, at in found(text) if rule == "names.addressed"] == where
