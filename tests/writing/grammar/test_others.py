"""German, French and Spanish sentences to the reader."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.conjugation import forms
from drafter.writing.grammar.others import subordinate, to_you

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
        ("de", "Sie leitet das Team, das er gründete und führt."),
        ("de", "Die Werkstatt wurde 1954 gegründet."),
        ("fr", "Elle dirige un atelier qui fabrique des boîtes."),
        ("fr", "L’atelier a ouvert en 2016."),
        ("es", "El taller abrió en 2016."),
        ("ja", "佐伯は編集長です。"),
    ],
)
def test_others_are_left(language, statement):
    assert to_you(statement, ANA, language) is None


@pytest.mark.parametrize(
    ("language", "statement", "expected"),
    [
        ("de", "Sie restauriert Altäre und lehrt Farbenkunde.", "Sie restaurieren Altäre und lehren Farbenkunde"),
        ("de", "Sie hat 2030 die Karten digitalisiert.", "Sie haben 2030 die Karten digitalisiert"),
        ("de", "Er öffnete sein Archiv 2029.", "Sie öffneten Ihr Archiv 2029"),
        ("fr", "Elle dirige l’atelier et fabrique des boîtes.", "vous dirigez l’atelier et fabriquez des boîtes"),
        ("fr", "Il lançait la revue en 2020.", "vous lanciez la revue en 2020"),
        ("es", "Lidera un equipo de doce personas.", "usted lidera un equipo de doce personas"),
        ("es", "En 2029 publicó la guía del puerto.", "en 2029 usted publicó la guía del puerto"),
        ("es", "Organicé mi taller en 2020.", "usted organizó su taller en 2020"),
    ],
)
def test_verbs_are_put_in_the_polite_form(language, statement, expected):
    assert to_you(statement, ANA, language) == expected


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_the_verbs_of_careers_are_known(language):
    known = forms(language)
    assert min(len(known.third), len(known.first)) >= 300


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("Sie leiten das Labor in Passau", "Sie das Labor in Passau leiten"),
        ("Sie haben 2030 das Wärmenetz umgestellt", "Sie 2030 das Wärmenetz umgestellt haben"),
        ("Sie bilden jedes Jahr zwei Lehrlinge aus", "Sie jedes Jahr zwei Lehrlinge ausbilden"),
        ("Sie leiten das Labor, das Pumpen prüft", None),
        ("Sie bauen Orgeln und stimmen Klaviere", None),
    ],
)
def test_a_german_clause_stands_after_weil_where_its_verb_can_be_moved(clause, told):
    assert subordinate(clause) == told


@pytest.mark.parametrize(
    ("statement", "language", "told"),
    [
        ("2030 hat er das Wärmenetz umgestellt.", "de", "Sie haben 2030 das Wärmenetz umgestellt"),
        ("En 2030, elle a restauré 14 salines.", "fr", "en 2030 vous avez restauré 14 salines"),
    ],
)
def test_a_date_in_front_is_kept(statement, language, told):
    assert to_you(statement, Contact(name="Ana Keller"), language) == told
