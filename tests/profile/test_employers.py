"""Where somebody works and what as, on pages that say it by their layout or leave the person out of the sentence."""

from __future__ import annotations

import pytest

from drafter.gather import notes_from_bytes
from drafter.profile import build_profile
from drafter.settings import Settings


def built(text: str, name: str, contact: str = "Mara Quist"):
    return build_profile(notes_from_bytes(text.encode(), name=name, settings=Settings()), contact)


def found(text: str, name: str, contact: str = "Mara Quist"):
    profile = built(text, name, contact)
    return profile.contact.role, profile.organization.name if profile.organization else None


SIGNED = """From: Mara Quist <mara@norlys.example>
Subject: Boats
Content-Type: text/plain; charset=utf-8

The survey of the northern field ends in March, because October was all fog.

Kind regards
Mara Quist
Head of Permits
Surveys and Environment
Norlys Vind
Strandgate 4
"""
HEAD = """---
title: "Mara Quist"
---

Associate Manager, Intellectual Property<br>
[Blom Centre for New Ventures](https://blom.example)<br>
Tarn

## What I like

I have played the drums for twenty years in many bands.
"""
NOW = """<html lang="es"><head><title>¿Quién soy? - Mara Quist</title></head><body><h1>¿Quién soy?</h1>
<h2>Formación</h2><ul><li><b>Doctora en Física</b> - Universidad de Soria</li></ul>
<h2>Posición actual</h2><ul><li><b>Investigadora</b> en el Instituto Moro (marismas)</li></ul>
<h2>Antes</h2><ul><li>Investigadora postdoctoral (2018-2020)</li></ul></body></html>"""
SPEAKERS = (
    '[{"day": 1, "talks": [\n {"name": "Mara Quist", "resume": "Estudou em Soria e em Faro entre 1996 e 2004. É '
    'professora do Departamento de Letras da Universidade de Faro."},\n {"name": "Rui Prado", "resume":'
    ' "Rui Prado é diretor da Biblioteca de Loulé. Fundou ali um clube em 2011."}]}]'
)
SURNAMES = """- name: "Tom"
  surname: "Reed"
  company: "Reed Boats"
  title: "Software Engineer"
- name: "Mara"
  surname: "Quist"
  company: "Norlys Grid"
  position-title: "Head of Data"
  bio: "<p>Mara counts salmon. </p><p>She taught at a school before that.</p>"
"""
CARD = """<html lang="ja"><body><h2>審査員</h2><div class="p"><h3>森田 葵</h3><p>瀬戸大学</p><p>教養学部</p>
<p>教授</p></div><div class="p"><h3>林 健</h3><p>港湾研究所</p><p>主任研究員</p></div></body></html>"""


@pytest.mark.parametrize(
    ("text", "name", "contact", "expected"),
    [
        (SIGNED, "mail.eml", "Mara Quist", ("Head of Permits", "Norlys Vind")),
        (HEAD, "about.md", "Mara Quist", ("Associate Manager, Intellectual Property", "Blom Centre for New Ventures")),
        (NOW, "yo.html", "Mara Quist", ("Investigadora", "Instituto Moro")),
        (SPEAKERS, "talks.json", "Mara Quist", ("professora", "Universidade de Faro")),
        (SPEAKERS, "talks.json", "Rui Prado", ("diretor", "Biblioteca de Loulé")),
        (SURNAMES, "speakers.yml", "Mara Quist", ("Head of Data", "Norlys Grid")),
        (CARD, "jury.html", "森田 葵", ("教授", "瀬戸大学")),
    ],
    ids=["signature", "head of a page", "current position", "inline json", "its neighbour", "surnames", "card"],
)
def test_layout_says_what_somebody_is_and_where(text, name, contact, expected):
    assert found(text, name, contact) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Professora na Universidade de Faro, onde coordena as marés.", ("Professora", "Universidade de Faro")),
        ("Psychologue en cabinet depuis trois ans, formée à Lyon.", ("Psychologue en cabinet", None)),
        ("Desde 1998 é pintora e ilustradora.", ("pintora e ilustradora", None)),
        (
            "As a senior analyst at the Tarn Institute, she currently counts ferries.",
            ("senior analyst", "Tarn Institute"),
        ),
        ("Mara Quist is deputy head (DH) of Norlys Grid AS, effective from May.", ("deputy head", "Norlys Grid AS")),
        ("Mara Quist is head of the Department of Tides of the University of Faro.", ("head", "University of Faro")),
        (
            "Mara is the co-director of the Nils School of Music and plays the tuba.",
            ("co-director", "Nils School of Music"),
        ),
        (
            "Estudiou em Faro e atualmente é diretora de operações na Barca Azul.",
            ("diretora de operações", "Barca Azul"),
        ),
        ("Géographe, maîtresse de conférences à l'École normale, elle lit des cartes.", ("Géographe", "École normale")),
        (
            "Mara Quist, maîtresse de conférences à Hydro Brest, parle des marées.",
            ("maîtresse de conférences", "Hydro Brest"),
        ),
        (
            "Professora de letras, Mara Quist dirige o polo do Instituto Moro.",
            ("Professora de letras", "Instituto Moro"),
        ),
        ("She counted ferries and worked in ports; she now leads the data team at Barca Azul.", (None, "Barca Azul")),
    ],
)
def test_a_sentence_without_its_subject_or_with_a_department_is_read(sentence, expected):
    page = f"<html><head><title>Mara Quist</title></head><body><h1>Mara Quist</h1><p>{sentence}</p></body></html>"
    assert found(page, "bio.html") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Students learn here how to read tide tables.",
        "Fortunate to be advised by Professor Ida Blom, she began in 2020.",
        "Nach sechs Jahren als freie Dolmetscherin kam sie nach Steyr.",
        "Bióloga por la Universidad de Vigo, vive en Soria.",
        "Director Ida Blom opened the new hall in May.",
        "Maestra en Economía por la UNAM, vive en Soria.",
    ],
)
def test_a_sentence_that_only_begins_like_a_post_states_none(sentence):
    page = f"<html><head><title>Mara Quist</title></head><body><h1>Mara Quist</h1><p>{sentence}</p></body></html>"
    assert found(page, "bio.html")[0] is None


@pytest.mark.parametrize(
    ("title", "said", "expected"),
    [
        ("Mara Quist - Writer | Tides, Moors & Rivers", "I write for papers about tides, moors & rivers.", None),
        ("People | Tide Group, University of Faro", "We belong to the University of Faro.", "University of Faro"),
        ("¿Quién soy? - Mara Quist", "¿Quién soy? Escribo novelas. ¿Quién soy?", None),
    ],
)
def test_the_site_in_a_title_is_told_from_topics(title, said, expected):
    page = f"<html><head><title>{title}</title></head><body><h2>Mara Quist</h2><p>{said}</p></body></html>"
    assert found(page, "page.html")[1] == expected


def test_a_press_release_names_the_house_that_fills_the_post():
    page = (
        "<html><head><title>Norlys Metals (NOR) Names Mara Quist CEO</title></head><body>"
        "<p>Norlys Metals (TSX: NOR) announced the appointment of Mara Quist as Chief Executive Officer.</p>"
        "</body></html>"
    )
    assert found(page, "news.html")[1] == "Norlys Metals"


@pytest.mark.parametrize(
    ("text", "contact", "role", "place"),
    [
        (
            "Sono Mara, libera professionista per le acque. Lavoro con i comuni.",
            "Mara Quist",
            "libera professionista",
            None,
        ),
        ("Mein Name ist Mara und ich lebe mit drei Hunden in Bad Sulza.", "Mara", None, "Bad Sulza"),
    ],
)
def test_a_first_name_alone_introduces_a_person(text, contact, role, place):
    profile = built(f"# Chi sono\n\n{text}\n", "page.md", contact)
    assert profile.contact.role is None or profile.contact.role.startswith(role)
    assert profile.contact.location == place
    assert profile.organization is None
    assert any("does not name" in warning for warning in profile.warnings) == (contact == "Mara Quist")


def test_hard_breaks_of_markdown_are_lines_and_markup_in_data_is_taken_out():
    note = notes_from_bytes(HEAD.encode(), name="about.md", settings=Settings())[0]
    assert "Intellectual Property\nBlom Centre for New Ventures\nTarn" in note.text
    note = notes_from_bytes(SURNAMES.encode(), name="speakers.yml", settings=Settings())[0]
    assert "<p>" not in note.text
    assert "Mara counts salmon." in note.text
