"""The words of a page in English: bent forms, compounds, expressions and Japanese; nothing for what is not there."""

from __future__ import annotations

import pytest

from drafter.checks._text import WORD
from drafter.language.translation import english, english_in, has_translation, rejoined, root


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Chören", "choir"),
        ("Schreinerinnen", "carpenter"),
        ("restauriert", "restore"),
        ("apicultoras", "beekeeper"),
        ("enseñaba", "teach"),
        ("traduttrici", "translator"),
        ("vendanges", "harvest"),
        ("bombeiros", "firefighter"),
        ("Orgelbauwerkstatt", "organ"),
    ],
)
def test_a_bent_or_joined_word_is_found(word: str, meant: str) -> None:
    assert meant in english(word)


@pytest.mark.parametrize("word", ["Zwirbelkax", "Noor", "Aas", "42", ""])
def test_a_word_that_is_not_in_the_table_has_no_translation(word: str) -> None:
    assert not english(word)


def test_expressions_and_japanese_are_read_in_running_text() -> None:
    french = "Elle est maître de conférences et chef d’orchestre."
    assert "lecturer" in english_in(french, WORD.findall(french))
    japanese = "図書館で司書として働く"
    assert {"library", "librarian"} <= english_in(japanese, WORD.findall(japanese))
    assert "museum" not in english_in(japanese, WORD.findall(japanese))


def test_what_the_table_names_is_told_from_what_it_does_not() -> None:
    assert has_translation("beekeepers")
    assert not has_translation("zwirbelkax")


@pytest.mark.parametrize(("one", "other"), [("sammelt", "sammeln"), ("enseña", "enseñaba"), ("gestisce", "gestisco")])
def test_forms_of_a_verb_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_a_verb_and_its_particle_are_one_word() -> None:
    words = WORD.findall("Sie arbeitet seit 2019 mit zwei Häusern zusammen")
    assert "/" + root("zusammenarbeiten") in rejoined(words)
    assert "/" + root("zusammenarbeiten") not in rejoined(WORD.findall("Sie arbeitet allein und wohnt mit Freunden"))
