"""Sentences of good drafts that once raised an alarm, each beside one that still does."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checks import check
from drafter.checks._rule import Context
from drafter.models import Contact, Draft, Fact, Note, Profile


def _rules(message: str, *, voicemail: str | None = None, **context: Any) -> set[str]:
    draft = Draft(message=message, voicemail=voicemail, language="en")
    return {finding.rule for finding in check(draft, Context(draft=draft, **context)).findings}


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ("ask.big", "You publish the times every week. Which one is first?", "Would you meet me every week?"),
        (
            "format.mixed_language",
            "Your map is clear and I use it.\n\nWhat did you do first to keep a sensor alive? A no is fine too.",
            "Your map is clear.\n\nIch würde mich sehr freuen, wenn wir uns bei Ihnen auf einen Kaffee sehen.",
        ),
        ("privacy.sensitive", "Shall I show you how it looks?", "Your looks are why I write."),
    ],
)
def test_in_a_message(rule: str, good: str, bad: str) -> None:
    assert rule not in _rules(f"Hi Mira,\n\n{good}")
    assert rule in _rules(f"Hi Mira,\n\n{bad}")


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ("voicemail.again", "I am calling about the discharge times.", "I called you three times."),
        ("voicemail.pitch", "We worked together in Leeds.", "We helped firms like yours save costs."),
    ],
)
def test_in_a_voicemail(rule: str, good: str, bad: str) -> None:
    assert rule not in _rules("Hi.", voicemail=f"Hello Mira, this is Lena Wolf. {good}")
    assert rule in _rules("Hi.", voicemail=f"Hello Mira, this is Lena Wolf. {bad}")


def test_a_hospital_that_is_the_readers_work_is_no_private_matter() -> None:
    text = "Mira Dahl plans the beds of a hospital in Leeds."
    note = Note.model_validate({"id": "n1", "origin": "x", "kind": "text", "sha256": "0", "text": text})
    fact = Fact(id="f1", kind="work", statement=text, quote=text, note="n1", start=0, end=len(text))
    profile = Profile(contact=Contact(name="Mira Dahl"), notes=(note,), facts=(fact,))
    message = "Hi Mira, how did you start in a hospital without figures?"
    assert "privacy.sensitive" not in _rules(message, profile=profile)
    assert "privacy.sensitive" in _rules(message)


def test_a_declined_invitation_needs_no_questions() -> None:
    message = "Hi Jon, thank you for the invitation. I am going to leave it, and I wish you well."
    assert "kind.reply_questions" in _rules(message, kind="invitation_reply")
    assert "kind.reply_questions" not in _rules(message, kind="invitation_reply", reply="decline")
