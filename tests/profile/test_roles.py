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
    ("text", "contact", "role"),
    [
        (
            "Mara Quist is a senior adviser on soil, peat and water at Brook Institute.",
            "Mara Quist",
            "soil, peat and water",
        ),
        ("Mara Quist is Lecturer in Law at Brook.", "Mara Quist", "Lecturer in Law"),
        (
            "Mara Quist is Dean of the Faculty of Arts and holds the Orr Chair.",
            "Mara Quist",
            "Dean of the Faculty of Arts",
        ),
        (
            "Mara Quist is a writer, editor and translator based in Leeds.",
            "Mara Quist",
            "writer, editor and translator",
        ),
        ("The trust’s head of loans, Mara Quist, opened it.", "Mara Quist", "head of loans"),
        (
            "Norlys announced the appointment of Mara Quist to the position of Chief Operating Officer.",
            "Mara Quist",
            "Chief",
        ),
        (
            "Léa Morin, professeure de droit public à l'université de Rive, préside.",
            "Léa Morin",
            "professeure de droit public",
        ),
        (
            "# Léa Morin\n\nFonction : Directrice adjointe des publics\n\nBureau : 12",
            "Léa Morin",
            "Directrice adjointe",
        ),
        ("# Bureau\n\n- Trésorière : Léa Morin, comptable\n- Secrétaire : Paul Roux", "Léa Morin", "Trésorière"),
        ("# 会社概要\n\n代表者： 森田 葵\n\n設立： 1990年", "森田 葵", "代表"),
        ("# People\n\n## PhD students\n\n- Mara Quist, peat sensors\n- Ida Blom, clouds", "Mara Quist", "PhD student"),
        (
            "# Mara Quist\n\n## Experience\n\n- 2011–2015: Planner, City of Ulm\n- 2021–present: Head of Ferries",
            "Mara Quist",
            "Head of Ferries",
        ),
        ("# 森田 葵\n\n- 2010年 入社、工場長を務める\n- 2018年 代表取締役に就任", "森田 葵", "代表取締役"),
    ],
)
def test_the_whole_of_a_role_is_read_wherever_it_stands(profile, text, contact, role):
    read = profile(text, contact).contact.role
    assert read is not None
    assert role in read
    assert len(read) < len(role) + 60


def test_a_home_page_that_never_names_its_owner_is_read_with_a_warning(profile):
    for text, role in (
        ("# Home\n\nI am a PhD student at Brook Institute. My thesis is about peat.", "PhD student"),
        ("# Chi sono\n\nSono dottoranda in linguistica a Trento. Ho insegnato latino.", "dottoranda in linguistica"),
        ("# Moin\n\nIch bin freie Illustratorin aus Husum. Seit 2015 zeichne ich Vögel.", "freie Illustratorin"),
        ("# Olá\n\nSou professora auxiliar em Braga. Estudo musgos urbanos.", "professora auxiliar"),
    ):
        built = profile(text, "Mara Quist")
        assert role in (built.contact.role or "")
        assert any("own page" in warning for warning in built.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "# Home\n\nI am a nurse at Brook Hospital, where I work with Mara Quist on night shifts.",
        "# Ida Blom\n\nI am a nurse at Brook Hospital. My ward has twelve beds.",
        "# Tips\n\nIf I am a nurse on duty, the bell rings. The ward has twelve beds.",
    ],
)
def test_somebody_elses_home_page_is_not_taken_for_the_contacts(profile, text):
    assert profile(text, "Mara Quist").contact.role is None


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
        "# Mara Quist\n\n- 2011–2015: Junior planner, City of Ulm\n- 2016–2019: Planner, County of Ulm",
        "# Norlys names Mara Quist to lead operations\n\nShe used to work as a director.",
    ):
        assert profile(text, "Mara Quist").contact.role is None
