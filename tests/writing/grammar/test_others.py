"""German, French and Spanish sentences to the reader."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.others import to_you

ANA = Contact(name="Ana Keller", given_name="Ana", family_name="Keller")


@pytest.mark.parametrize(
    ("language", "statement", "expected"),
    [
        ("de", "Sie leitet das Team für Karten.", "Sie leiten das Team für Karten"),
        ("de", "Ana Keller gründete 2019 die Werkstatt.", "Sie gründeten 2019 die Werkstatt"),
        ("de", "Ich leite seit 2027 mein eigenes Labor", "Sie leiten seit 2027 Ihr eigenes Labor"),
        ("de", "Er hat seine Karten digitalisiert.", "Sie haben Ihre Karten digitalisiert"),
        ("fr", "Elle a fondé l'atelier avec sa sœur.", "vous avez fondé l’atelier avec votre sœur"),
        ("fr", "J'ai dirigé mon équipe", "vous avez dirigé votre équipe"),
        ("es", "Dirijo mi laboratorio desde 2020", "usted dirige su laboratorio desde 2020"),
        ("es", "Ana Keller fundó el taller en 2019.", "usted fundó el taller en 2019"),
    ],
)
def test_simple_sentences_are_turned(language, statement, expected):
    assert to_you(statement, ANA, language) == expected


@pytest.mark.parametrize(
    ("language", "statement"),
    [
        ("de", "Sie hat sich auf Holz spezialisiert."),
        ("de", "Sie leitet das Team und hat drei Kinder."),
        ("de", "Die Werkstatt wurde 1954 gegründet."),
        ("fr", "Elle dirige l’atelier et fabrique des boîtes."),
        ("fr", "L’atelier a ouvert en 2016."),
        ("es", "El taller abrió en 2016."),
        ("ja", "佐伯は編集長です。"),
    ],
)
def test_others_are_left(language, statement):
    assert to_you(statement, ANA, language) is None
