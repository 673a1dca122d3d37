"""What is thanked for, and what is only a wish."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.thanking import thanked, wants

JANA = Contact(name="Jana Winkelried", given_name="Jana", family_name="Winkelried")


@pytest.mark.parametrize(
    ("language", "purpose", "text"),
    [
        ("en", "thank her for the tip about folk tunes", "the tip about folk tunes"),
        ("en", "that she introduced me to Kjell", "you introduced me to Kjell"),
        ("en", "help with my application", "help with my application"),
        ("en", "I passed the exam", "I passed the exam."),
        ("de", "der Rundgang", "den Rundgang"),
        ("de", "ihr für den Besuch danken", "den Besuch"),
        ("de", "er hat mir die Mühle gezeigt", "Sie haben mir die Mühle gezeigt"),
        ("de", "sie hat mich eingeladen", "Sie haben mich eingeladen"),
        ("de", "Sie hat meinen Entwurf gelesen", "Sie haben meinen Entwurf gelesen"),
        ("de", "dass sie mir das Buch geliehen hat", "Vielen Dank, dass Sie mir das Buch geliehen haben."),
        ("fr", "la remercier pour son conseil", "votre conseil"),
        ("es", "agradecerle el informe", "el informe"),
        ("es", "Leyó mi borrador", "usted leyó mi borrador"),
        ("ja", "製本を教えてくださった", "製本を教えてくださり"),
    ],
)
def test_the_thing_is_found_in_any_form(language, purpose, text):
    found = thanked(purpose, JANA, language)
    assert found
    assert found.text == text


@pytest.mark.parametrize(
    "purpose",
    [
        "find out how she finds buyers",
        "help me find work",
        "Could she lend me a book?",
        "herausfinden, wie sie Narben behandelt",
        "saber cómo enseña",
        "海図について伺いたい",
    ],
)
def test_a_wish_is_nothing_to_thank_for(purpose):
    assert wants(purpose, JANA)


@pytest.mark.parametrize(
    "purpose",
    ["the tour", "finding me a room", "visit to her studio", "Besuch im Atelier", "son conseil", "先日の読書会"],
)
def test_what_may_be_a_thing_is_not_taken_for_a_wish(purpose):
    assert not wants(purpose, JANA)
