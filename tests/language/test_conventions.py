"""Greetings, closings and the choice of language."""

from __future__ import annotations

import pytest

from drafter.language.conventions import (
    address,
    closing,
    formality_of,
    greeting,
    lower_after_greeting,
    message_language,
    signature,
)
from drafter.models import Brief, Contact, Correspondence, Note, Profile, Sender

ANA = Contact(name="Ana Keller", given_name="Ana", family_name="Keller")
DOCTOR = Contact(name="Dr. Ana Keller", given_name="Ana", family_name="Keller", title="Dr.")
SAEKI = Contact(name="佐伯 直美", given_name="直美", family_name="佐伯")
MIRA = Sender(name="Mira Solberg", role="Data engineer", organization="Nordhavn Ferries")


@pytest.mark.parametrize(
    ("contact", "language", "formality", "expected"),
    [
        (ANA, "en", "neutral", "Hi Ana,"),
        (ANA, "en-GB", "formal", "Dear Ana Keller,"),
        (DOCTOR, "en", "neutral", "Dear Dr. Keller,"),
        (DOCTOR, "en", "casual", "Hi Ana,"),
        (ANA, "de", "formal", "Guten Tag Ana Keller,"),
        (DOCTOR, "de", "formal", "Guten Tag Dr. Keller,"),
        (ANA.model_copy(update={"title": "Frau"}), "de", "formal", "Guten Tag Frau Keller,"),
        (ANA.model_copy(update={"title": "MBA"}), "en", "neutral", "Hi Ana,"),
        (ANA, "fr", "neutral", "Bonjour Ana Keller,"),
        (ANA, "es", "casual", "Hola, Ana:"),
        (SAEKI, "ja", "formal", "佐伯様"),
        (Contact(name="佐伯 直美"), "ja", "formal", "佐伯様"),
        (ANA, "tlh", "neutral", "Ana Keller,"),
        (Contact(name=""), "en", "neutral", "Hello,"),
    ],
)
def test_the_greeting_follows_language_title_and_formality(contact, language, formality, expected):
    assert greeting(contact, language, formality) == expected


def test_nobodys_sex_is_guessed():
    for language in ("en", "de", "fr", "es", "it", "nl"):
        for formality in ("casual", "neutral", "formal"):
            line = greeting(ANA, language, formality)
            assert not any(word in line for word in ("Frau", "Herr", "Madame", "Monsieur", "Ms", "Mr", "Señor"))


def test_inside_a_sentence_the_reader_is_called_as_in_the_greeting():
    assert address(ANA, "en") == "Ana"
    assert address(ANA, "de", "formal") == "Ana Keller"
    assert address(DOCTOR, "fr", "formal") == "Dr. Keller"
    assert address(SAEKI, "ja", "formal") == "佐伯様"


def test_a_closing_exists_for_known_languages_and_is_left_out_for_others():
    assert closing("de", "formal") == "Mit freundlichen Grüßen"
    assert closing("tlh", "formal") == ""


def test_the_signature_says_what_one_does_by_email_only():
    assert signature(MIRA, "email") == "Mira Solberg\nData engineer, Nordhavn Ferries"
    assert signature(MIRA, "linkedin_message") == "Mira Solberg"


@pytest.mark.parametrize(
    ("text", "language", "inline", "expected"),
    [
        ("Ich schreibe Ihnen.", "de", False, "ich schreibe Ihnen."),
        ("Orgeln sind schön.", "de", False, "Orgeln sind schön."),
        ("Sie leiten das Haus.", "de", False, "Sie leiten das Haus."),
        ("Your talk helped.", "en", True, "your talk helped."),
        ("I read it.", "en", True, "I read it."),
        ("Your talk helped.", "en", False, "Your talk helped."),
        ("J’ai lu cela.", "fr", True, "j’ai lu cela."),
        ("", "de", False, ""),
    ],
)
def test_after_a_comma_only_words_that_are_no_names_lose_their_capital(text, language, inline, expected):
    assert lower_after_greeting(text, language, inline=inline) == expected


def _note(language, kind="web_page", text="x" * 80):
    return Note(id="n1", origin="page", kind=kind, language=language, sha256="0", text=text)


def test_the_reader_is_written_to_in_their_own_language():
    brief = Brief(sender=MIRA.model_copy(update={"language": "en"}))
    profile = Profile(contact=ANA, notes=(_note("de"), _note("en", text="short")))
    assert message_language(brief, profile) == "de"
    assert message_language(brief.model_copy(update={"language": "fr"}), profile) == "fr"


def test_what_the_sender_typed_says_nothing_of_the_readers_language():
    profile = Profile(contact=ANA, notes=(_note("de", "typed"),))
    assert message_language(Brief(sender=MIRA.model_copy(update={"language": "en"})), profile) == "en"
    assert message_language(Brief(sender=MIRA), profile) == "de"


def test_earlier_messages_on_first_name_terms_stay_so():
    history = (Correspondence(message="Danke, dass du gekommen bist."),)
    assert formality_of(Brief(sender=MIRA, history=history), "de") == "casual"
    assert formality_of(Brief(sender=MIRA), "de") == "formal"
    assert formality_of(Brief(sender=MIRA), "en") == "neutral"
    assert formality_of(Brief(sender=MIRA, formality="casual"), "ja") == "casual"
