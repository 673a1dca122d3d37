"""The reader's name in a message written in other letters."""

from __future__ import annotations

import pytest

from drafter.language.scripts import latin_name, strange_letters
from drafter.models import Brief, Contact, Note, Profile, Sender
from drafter.writing.reader import called, greeted, unreadable_name

BRIEF = Brief(sender=Sender(name="Mira Solberg"), purpose="ask how she dates tide clocks", language="en")


def profile(text: str, name: str = "佐藤直美") -> Profile:
    note = Note(id="n1", origin="page", kind="typed", sha256="", text=text)
    return Profile(contact=Contact(name=name, given_name=name[2:], family_name=name[:2]), notes=(note,))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("佐藤直美（Naomi Sato）は時計を直します。", "Naomi Sato"),
        ("佐藤 直美 / Naomi Sato", "Naomi Sato"),
        ("Professor Naomi Sato (佐藤直美) repairs clocks.", "Naomi Sato"),
        ("佐藤直美 (SATO Naomi)", "Naomi Sato"),
        ("佐藤直美は東京の Tokyo Clock Lab で働いています。", None),
        ("田中直美 (Naomi Tanaka)", None),
    ],
)
def test_the_notes_may_give_a_name_in_latin_letters(text: str, name: str | None) -> None:
    assert latin_name("佐藤直美", [text]) == name


def test_letters_are_strange_only_to_languages_written_in_latin_ones() -> None:
    assert strange_letters("佐藤直美", "en")
    assert strange_letters("Анна Иванова", "de")
    assert not strange_letters("佐藤直美", "ja")
    assert not strange_letters("Zoë Ångström", "en")
    assert not strange_letters("Mira Solberg", "ja")


def test_an_english_message_greets_by_the_name_in_latin_letters() -> None:
    known = profile("佐藤直美 (Naomi Sato) repairs tide clocks.")
    assert greeted(BRIEF, known, "en") == "Dear Naomi Sato,"
    assert called(BRIEF, known, "en") == "Hello Naomi Sato, this is Mira Solberg."
    assert not list(unreadable_name(BRIEF, known))


def test_without_one_nobody_is_named_and_the_sender_is_told() -> None:
    known = profile("佐藤直美 repairs tide clocks.")
    assert greeted(BRIEF, known, "en") == "Hello,"
    assert called(BRIEF, known, "en") == "Hello, this is Mira Solberg."
    assert "Naomi Sato" in next(iter(unreadable_name(BRIEF, known)))
    assert not list(unreadable_name(BRIEF.model_copy(update={"language": "ja"}), known))
