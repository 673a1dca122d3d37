"""A copied or saved profile of a network, rows and data of people: what is a house, a topic, a place, a label."""

from __future__ import annotations

import pytest

from drafter.gather import notes_from_bytes
from drafter.profile import build_profile
from drafter.settings import Settings

PROFILE = """<html lang="en"><head><title>Mara Quist</title></head><body><h1>Mara Quist</h1>
<p>Head of Ferries | Marine Infrastructure | Mentor</p><p>Bergen, Vestland, Norway</p>
<h2>Experience</h2><h3>Havn Vann</h3><p>Head of Ferries</p><p>March 2021 - Present</p><p>Bergen, Norway</p>
<h3>Stord Yard</h3><p>Naval Architect</p><p>2014 - 2021</p>
<h2>Education</h2><h3>Ntnu Trondheim</h3><p>MSc, 2009 - 2014</p></body></html>"""


def built(text: str, name: str):
    return build_profile(notes_from_bytes(text.encode(), name=name, settings=Settings()), "Mara Quist")


def test_a_headlines_topic_is_no_house_and_neither_house_nor_town_a_person():
    profile = built(PROFILE, "profile.html")
    assert profile.contact.role == "Head of Ferries"
    assert profile.organization is not None
    assert profile.organization.name == "Havn Vann"
    assert profile.contact.location == "Bergen, Vestland, Norway"
    assert not {fact.subject for fact in profile.facts} - {None}


def test_a_row_keeps_its_labels_in_their_letters_and_says_nothing_twice():
    row = "Name;Firma;Position;Ort;Notiz\nMara Quist;Havn Vann;Leiterin Fähren;Bergen;sprach im Mai 2026 über Motoren\n"
    said = [fact.statement for fact in built(row, "row.csv").facts]
    assert "Mara Quist – Leiterin Fähren at Havn Vann" in said
    assert "Mara Quist – sprach im Mai 2026 über Motoren" in said
    assert "Mara Quist – Ort: Bergen" in said
    assert not any("irma" in statement for statement in said)


@pytest.mark.parametrize(
    ("sentence", "kind", "date"),
    [
        ("In 2016 Mara Quist was appointed Deputy Harbour Master of Tarn.", "role", "2016"),
        ("Mara Quist led the change of eleven ferries to batteries between 2021 and 2025.", "work", "2021–2025"),
        ("Mara Quist came to Bergen in 2020 to lead the ferries.", "work", "2020"),
    ],
)
def test_a_deed_is_no_post_and_an_appointment_no_degree(sentence, kind, date):
    profile = built(f"<html lang='en'><body><h1>Mara Quist</h1><p>{sentence}</p></body></html>", "page.html")
    assert [(fact.kind, fact.date) for fact in profile.facts if fact.quote == sentence] == [(kind, date)]


def test_a_sentence_in_a_data_file_is_no_post():
    data = (
        '[{"name": "Mara Quist", "bio": "Mara won the Captain\'s Cup in 2023."}, {"name": "Ida Blom", "role": "Cook"}]'
    )
    assert built(data, "people.json").contact.role is None
