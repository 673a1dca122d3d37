"""Drafts composed without a model."""

from __future__ import annotations

import re

import pytest

from drafter.language.speech import seconds
from drafter.models import Finding, Report
from drafter.writing.kinds import CHANNEL_CHARACTERS
from drafter.writing.offline_writer import OfflineWriter
from tests.writing.offline import EVERY, TEXTS, THANKS, profile, task


@pytest.mark.parametrize(("kind", "channel", "language"), EVERY)
def test_every_kind_on_every_channel_in_every_language_is_whole(kind, channel, language):
    purpose = THANKS[language] if kind == "thank_you" else TEXTS[language][2]
    job = task(profile(language), kind=kind, channel=channel, purpose=purpose)
    draft = OfflineWriter().write(job).draft
    assert draft.language == language
    assert len(draft.message) <= CHANNEL_CHARACTERS[channel]
    for text in (draft.message, draft.subject or "", draft.voicemail or ""):
        assert not re.search(r"[{}\[\]]|\.\.|None|  |\?\.|\(\)| ,", text), text
    assert (draft.subject is None) == (channel not in ("email", "inmail"))
    assert (draft.voicemail or "").count("+46 70 174 06 12") == 2
    assert seconds(draft.voicemail or "", language) <= 32
    for sentence in draft.sentences:
        assert (draft.part(sentence.part) or "")[sentence.start : sentence.end].strip()


@pytest.mark.parametrize("kind", ["check_in", "thank_you"])
def test_nothing_is_asked_where_nothing_is_wanted(kind):
    assert "?" not in OfflineWriter().write(task(profile(), kind=kind)).draft.message


@pytest.mark.parametrize("kind", ["introduction", "advice_request", "follow_up", "reconnect", "introduction_request"])
def test_exactly_one_question_is_asked(kind):
    assert OfflineWriter().write(task(profile(), kind=kind)).draft.message.count("?") == 1


def test_the_same_task_gives_the_same_draft_and_another_contact_another():
    drafts = {
        name: OfflineWriter().write(task(profile(name=name))).draft.message.replace(name.split()[0], "")
        for name in (
            "Ines Marchetti",
            "Ana Keller",
            "Bo Lund",
            "Cem Ates",
            "Dora Vik",
            "Eli Roth",
            "Fay Moe",
            "Gus Ohm",
        )
    }
    assert len(set(drafts.values())) == len(drafts)
    assert OfflineWriter().write(task(profile())).draft == OfflineWriter().write(task(profile())).draft


def test_an_invitation_is_answered_with_two_questions_and_nothing_is_accepted():
    message = OfflineWriter().write(task(profile(), kind="invitation_reply", channel="linkedin_message")).draft.message
    assert "how did you" in message.lower()
    assert not re.search(r"\baccept(ed)?\b|\bglad to\b", message)
    accepted = task(profile(), kind="invitation_reply", channel="linkedin_message", reply="accept")
    assert "accept" in OfflineWriter().write(accepted).draft.message
    declined = task(profile(), kind="invitation_reply", channel="linkedin_message", reply="decline")
    assert "?" not in OfflineWriter().write(declined).draft.message


def test_an_introduction_comes_with_a_paragraph_to_forward():
    purpose = "introduce me to Rolf Berge at Fjordkart, because I want to learn how they publish corrections"
    message = OfflineWriter().write(task(profile(), kind="introduction_request", purpose=purpose)).draft.message
    assert "introduce me to Rolf Berge at Fjordkart?" in message
    blurb = message.split("\n\n")[3]
    assert blurb.startswith("Mira Solberg is a data engineer")
    assert "mira@solberg.example" in blurb
    assert not re.search(r"\b(?:I|my|me)\b", blurb)


def test_the_conversation_asks_three_questions():
    talk = OfflineWriter().write(task(profile(), conversation=True)).draft.conversation or ""
    assert [line[0] for line in talk.splitlines() if re.match(r"\d\.", line)] == ["1", "2", "3"]


def test_for_a_language_it_does_not_write_it_takes_the_senders():
    known = profile()
    turkish = known.notes[0].model_copy(update={"language": "tr"})
    draft = OfflineWriter().write(task(known.model_copy(update={"notes": (turkish,)}))).draft
    assert draft.language == "en"


def _finding(rule: str, start: int = 0) -> Report:
    found = Finding(rule=rule, severity="error", part="message", start=start, end=start + 1, message="m", advice="a")
    return Report(verdict="fail", findings=(found,))


def test_a_rewrite_shortens_what_is_too_long():
    writer, job = OfflineWriter(), task(profile())
    first = writer.write(job).draft
    again = writer.rewrite(job, first, _finding("length.words")).draft
    assert len(again.message) < len(first.message)


def test_a_rewrite_leaves_out_the_fact_that_was_doubted():
    writer, job = OfflineWriter(), task(profile())
    first = writer.write(job).draft
    told = next(s for s in first.sentences if s.facts)
    again = writer.rewrite(job, first, _finding("facts.number", told.start)).draft
    assert told.facts[0] not in {fact for sentence in again.sentences for fact in sentence.facts}


def test_a_short_rewrite_keeps_who_writes_and_the_easy_no():
    # On LinkedIn the signature is only a name.
    writer, job = OfflineWriter(), task(profile(), channel="linkedin_message")
    again = writer.rewrite(job, writer.write(job).draft, _finding("length.words")).draft.message
    assert "data engineer" in again.split("Best regards")[0]
    assert re.search(r"\bno\b|\bfine\b|all right|understand", again)


def test_the_voicemail_says_something_of_the_reader_in_time():
    draft = OfflineWriter().write(task(profile(), purpose="ask how her team checks corrections")).draft
    assert any(sentence.facts for sentence in draft.sentences if sentence.part == "voicemail")
    assert 20 <= seconds(draft.voicemail or "", "en") <= 30


def test_the_offer_of_a_conversation_is_the_senders_own():
    talk = OfflineWriter().write(task(profile(), conversation=True)).draft.conversation or ""
    offer = talk.split("What I can offer\n")[1].split("\n")[0]
    assert "moved 60 nightly jobs to a queue in 2029" in offer
    questions = [line for line in talk.splitlines() if re.match(r"\d\.", line)]
    assert "how you sort reports" in questions[0]
    assert len(set(questions)) == 3


@pytest.mark.parametrize(
    ("language", "fields", "words"),
    [
        ("de", {"purpose": "ask how she sorts reports from hikers"}, "the purpose is in English"),
        ("en", {"purpose": "Sie leitet das Team und kennt die Wege"}, "the purpose is in German"),
        ("fr", {"purpose": TEXTS["fr"][2], "formality": "casual"}, "politely only"),
        ("en", {"purpose": "is"}, "could not be used"),
    ],
)
def test_what_could_not_be_used_is_told(language, fields, words):
    written = OfflineWriter().write(task(profile(language), **fields))
    assert any(words in warning for warning in written.warnings), written.warnings


def test_the_wish_for_a_shorter_message_is_met_or_told():
    plain = OfflineWriter().write(task(profile()))
    shorter = OfflineWriter().write(task(profile(), instruction="Shorter, please"))
    assert len(shorter.draft.message) < len(plain.draft.message)
    assert shorter.warnings == plain.warnings
    again = OfflineWriter().write(task(profile(), instruction="mention the ferry"))
    assert again.draft == plain.draft
    assert "no wish but “shorter”" in again.warnings[0]
    least = OfflineWriter().write(task(profile(), kind="check_in", instruction="kürzer"))
    assert "as short as it gets" in least.warnings[0]


@pytest.mark.parametrize(("kind", "channel", "language"), EVERY)
def test_a_voicemail_does_not_read_the_message_out(kind, channel, language):
    purpose = THANKS[language] if kind == "thank_you" else TEXTS[language][2]
    draft = OfflineWriter().write(task(profile(language), kind=kind, channel=channel, purpose=purpose)).draft
    said, written = (re.findall(r"\w+", (text or "").lower()) for text in (draft.voicemail, draft.message))
    runs = {tuple(written[at : at + 12]) for at in range(len(written) - 11)}
    assert not any(tuple(said[at : at + 12]) in runs for at in range(len(said) - 11))


def test_a_no_to_an_invitation_is_written_and_not_called_about():
    declined = task(profile(), kind="invitation_reply", channel="linkedin_message", reply="decline")
    assert OfflineWriter().write(declined).draft.voicemail is None
