"""Sentences of good drafts that once raised an alarm, each beside one that still does."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checks import check
from drafter.checks._rule import Context
from drafter.models import Contact, Correspondence, Draft, Fact, Note, Profile


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


def test_a_study_in_a_town_is_no_person() -> None:
    text = (
        "Jana Roth leitet die Warte. Sie hat in Innsbruck Meteorologie studiert. "
        "Sie hat 46 Stationen auf Funk umgestellt."
    )
    also = text.replace("Sie hat in Innsbruck Meteorologie", "Udo Brenn ist Leiter und hat Physik")
    line = "Guten Tag Jana Roth,\n\nSie haben 46 Stationen auf Funk umgestellt."
    for source, alarm in ((text, False), (also.replace("Sie hat 46", "Er hat 46"), True)):
        note = Note(id="n1", origin="a", kind="web_page", language="de", sha256="0" * 64, text=source)
        profile = Profile(contact=Contact(name="Jana Roth"), notes=(note,))
        draft = Draft(message=line, language="de")
        found = {finding.rule for finding in check(draft, Context(draft=draft, profile=profile)).findings}
        assert ("facts.person" in found) is alarm


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ("voicemail.again", "I am calling about the discharge times.", "I called you three times."),
        ("voicemail.again", "I am calling about the third you cut from the bill.", "This is my third message."),
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


@pytest.mark.parametrize(
    ("rule", "good", "bad", "options"),
    [
        (
            "kind.nothing_shared",
            "We toured together.",
            "How are things?",
            {"kind": "reconnect"},
        ),
        (
            "specificity.restated",
            "I thought of you for your work with Ingrid Falk.",
            "I saw your work with lamps and cables.",
            {"kind": "introduction"},
        ),
    ],
)
def test_in_one_kind(rule: str, good: str, bad: str, options: dict[str, Any]) -> None:
    assert rule not in _rules(f"Hi Jon,\n\n{good}", **options)
    assert rule in _rules(f"Hi Jon,\n\n{bad}", **options)


def test_a_follow_up_that_takes_up_the_earlier_question_is_for_one_reader() -> None:
    earlier = (Correspondence(message="May I ask how you record delays at small harbours?"),)
    news = (
        "We have now measured {what}, and there is a table to go with my question of April. Shall I send you the table?"
    )
    message = f"Hi Jon,\n\n{news}"
    kept, lost = message.format(what="the delays at all the harbours"), message.format(what="everything we wanted to")
    assert "specificity.generic" not in _rules(kept, kind="follow_up", history=earlier)
    assert "specificity.generic" in _rules(lost, kind="follow_up", history=earlier)


def test_a_call_about_the_readers_own_invitation_is_not_generic() -> None:
    said = "Hello Jon, this is Lena Wolf. I am calling about your invitation to connect. How did you come upon me?"
    assert "voicemail.generic" not in _rules("Hi Jon.", voicemail=said, kind="invitation_reply")
    assert "voicemail.generic" in _rules(
        "Hi Jon.", voicemail=said.replace("your invitation to connect", "a few things")
    )


@pytest.mark.parametrize(
    ("message", "alarm"),
    [
        ("Wegen Ihrer Anleitung für gebrochene Gabeln schreibe ich Ihnen.", False),
        ("Ich nehme die Einladung nicht an und wünsche Ihnen alles Gute.", False),
        ("Ich rufe an wegen unserer gemeinsamen Arbeit.", False),
        ("Wegen Ihrer Anleitung für gebrochene Sättel schreibe ich Ihnen.", True),
    ],
)
def test_the_little_words_of_a_language_claim_nothing(message: str, alarm: bool) -> None:
    quote = "Wiebke Harms hat 2030 eine Anleitung für gebrochene Gabeln veröffentlicht."
    note = Note(id="n1", origin="page", kind="text", sha256="", text=quote, language="de")
    fact = Fact(id="f1", statement=quote, quote=quote, note="n1", start=0, end=len(quote))
    known = Profile(contact=Contact(name="Wiebke Harms"), notes=(note,), facts=(fact,))
    found = check(Draft(message=message, language="de"), Context(profile=known, contact="Wiebke Harms")).findings
    assert any(one.rule.startswith("facts.") for one in found) is alarm
