from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "contact", "role"),
    [
        (
            "“Rivers matter,” said Mara Quist, Executive Director of the Open River Foundation.",
            "Mara Quist",
            "Executive Director",
        ),
        ("Mara Quist is a hydrologist and researcher at Brook Institute.", "Mara Quist", "hydrologist and researcher"),
        ("Mara Quist\n\nI'm a staff engineer at Norlys Grid in Aarhus.", "Mara Quist", "staff engineer"),
        ("Mara Quist\nHead of Data\n\nTom Reed\nHead of Sales", "Mara Quist", "Head of Data"),
        ("„Das freut uns“, sagt Jana Wolk, Leiterin der Stadtbücherei.", "Jana Wolk", "Leiterin der Stadtbücherei"),
        ("# Jana Wolk\n\nIch bin Projektleiterin bei Hafenbau Nord.", "Jana Wolk", "Projektleiterin"),
        ("Léa Morin est directrice technique chez Atelier Rive.", "Léa Morin", "directrice technique"),
        ("# Pablo Rey\n\nSoy ingeniero de datos en Costa Labs.", "Pablo Rey", "ingeniero de datos"),
        ("森田 葵は、海図工房の開発部長です。", "森田 葵", "開発部長"),
        ("# 森田 葵\n\n海図工房で組込みエンジニアをしています。", "森田 葵", "組込みエンジニア"),
        ("# Femke Rood\n\nIk ben Femke, teamleider Data bij Gemeente Rijnstad.", "Femke Rood", "teamleider Data"),
        ("# Inês Sá\n\nSou diretora de produto na Barca, em Lisboa.", "Inês Sá", "diretora de produto"),
        ("# Gaia Monti\n\nLavoro da anni come ricercatrice presso Officina Blu.", "Gaia Monti", "ricercatrice"),
        ("Seit 2021 verantwortet Jana Wolk als Bereichsleiterin das Thema Wasser.", "Jana Wolk", "Bereichsleiterin"),
        (
            "Norlys said Mara Quist will become Chief Operating Officer on 1 May.",
            "Mara Quist",
            "Chief Operating Officer",
        ),
        ("# نور سالم\n\nأعمل مديرة المنتجات في شركة نخيل منذ عام 2020.", "نور سالم", "مديرة المنتجات"),
        ("# דנה לוי\n\nאני מנהלת פיתוח בחברת גלים מתל אביב.", "דנה לוי", "מנהלת פיתוח"),
        ("Mara Quist\nHead of Data | Norlys Grid\n+46 18 555 01 20", "Mara Quist", "Head of Data"),
    ],
)
def test_a_stated_role_is_read(profile, text, contact, role):
    assert profile(text, contact).contact.role == role


@pytest.mark.parametrize(
    "text",
    [
        "The trust repairs weirs. Tom Reed, Head of Sales at Weir Works, spoke first.",
        "Tom Reed\nHead of Sales\n\nIda Blom\nHead of Data",
        "",
    ],
)
def test_what_is_said_of_others_is_not_given_to_the_contact(profile, text):
    built = profile(text, "Mara Quist")
    assert built.contact.role is None
    assert not [fact for fact in built.facts if fact.kind == "role" and fact.subject is None and fact.about == "person"]


def test_a_former_role_is_not_the_present_one(profile):
    for text in (
        "Mara Quist was director of Brook Institute until 2016.",
        "# Norlys names Mara Quist to lead operations\n\nShe used to work as a director.",
    ):
        assert profile(text, "Mara Quist").contact.role is None
