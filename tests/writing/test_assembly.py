"""Greeting, sentences, closing; and where each sentence stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.models import Brief, Contact, Fact, Note, Profile, Sender
from drafter.writing.assembly import PLAIN_MARKS, Piece, Script, assemble

MIRA = Sender(name="Mira Solberg", role="Data engineer", organization="Nordhavn", phone="+46 70 174 06 12")
PROFILE = Profile(
    contact=Contact(name="Ana Keller", given_name="Ana", family_name="Keller"),
    notes=(Note(id="n1", origin="p", kind="text", sha256="0", text="She sings."),),
    facts=(Fact(id="f1", statement="She sings", quote="She sings.", note="n1", start=0, end=10),),
)
SCRIPT = Script(
    "A question",
    ((Piece("Your choir sings.", ("f1", "f9", "f1")), Piece("I listened.")), (Piece("May I come?"),)),
    (Piece("I am calling about your choir.", ("f1",)),),
)


def brief(**fields: object) -> Brief:
    return Brief.model_validate({"sender": MIRA, "language": "en"} | fields)


def test_an_email_has_greeting_paragraphs_closing_and_signature():
    draft = assemble(brief(), PROFILE, SCRIPT)
    assert draft.message == (
        "Hi Ana,\n\nYour choir sings. I listened.\n\nMay I come?\n\n"
        "Best regards,\nMira Solberg\nData engineer, Nordhavn"
    )
    assert draft.subject == "A question"


def test_every_sentence_is_found_at_its_place_and_unknown_facts_are_dropped():
    draft = assemble(brief(), PROFILE, SCRIPT)
    places = {(draft.part(s.part) or "")[s.start : s.end]: s.facts for s in draft.sentences}
    assert places["Your choir sings."] == ("f1",)
    assert places["May I come?"] == ()
    assert places["I am calling about your choir."] == ("f1",)


def test_invitation_and_text_message_are_one_paragraph_without_subject():
    invitation = assemble(brief(channel="linkedin_invitation"), PROFILE, SCRIPT)
    assert invitation.message == "Hi Ana, your choir sings. I listened. May I come?"
    assert invitation.subject is None
    text = assemble(brief(channel="sms"), PROFILE, SCRIPT)
    assert text.message.startswith("Hello Ana, this is Mira Solberg. Your choir")


def test_german_goes_on_in_lower_case_after_the_greeting():
    script = Script(None, ((Piece("Ich habe Ihren Chor gehört."),),))
    message = assemble(brief(language="de"), PROFILE, script).message
    assert message.startswith("Guten Tag Ana Keller,\n\nich habe Ihren Chor gehört.")


def test_the_voicemail_names_both_early_mentions_the_message_and_says_the_number_twice():
    voicemail = assemble(brief(), PROFILE, SCRIPT).voicemail or ""
    assert voicemail.startswith("Hello Ana, this is Mira Solberg. I am calling")
    assert "I have sent you an e-mail as well." in voicemail
    assert voicemail.count("+46 70 174 06 12") == 2


def test_a_mention_is_not_said_twice_nor_a_number_one_does_not_have():
    script = Script(None, (), (Piece("My e-mail has the rest."),))
    voicemail = assemble(brief(sender=Sender(name="Mira Solberg")), PROFILE, script).voicemail or ""
    assert "as well" not in voicemail
    assert "number" not in voicemail


def test_the_conversation_is_kept_only_on_request():
    script = Script(None, ((Piece("Hello."),),), conversation="Opening")
    assert assemble(brief(), PROFILE, script).conversation is None
    assert assemble(brief(conversation=True), PROFILE, script).conversation == "Opening"


@given(
    st.lists(st.lists(st.text(max_size=30), max_size=3), max_size=3),
    st.sampled_from(["en", "de", "ja", "tlh"]),
    st.sampled_from(["email", "sms", "linkedin_invitation"]),
)
def test_spans_hold_for_any_text(paragraphs, language, channel):
    script = Script(None, tuple(tuple(Piece(text) for text in paragraph) for paragraph in paragraphs))
    draft = assemble(brief(language=language, channel=channel), PROFILE, script)
    wanted = [" ".join(text.split()) for paragraph in paragraphs for text in paragraph if text.split()]
    if channel == "sms":
        wanted = [text.translate(PLAIN_MARKS) for text in wanted]
    found = [draft.message[s.start : s.end] for s in draft.sentences]
    assert [text.lower() for text in found] == [text.lower() for text in wanted]


@pytest.mark.parametrize("subject", ["", "  ", None])
def test_an_empty_subject_is_none(subject):
    assert assemble(brief(), PROFILE, Script(subject, ((Piece("Hi."),),))).subject is None
