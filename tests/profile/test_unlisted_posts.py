"""Posts told by their place in the sentence, and the house that is named further on."""

from __future__ import annotations

import pytest

from drafter.gather import notes_from_bytes
from drafter.profile import build_profile
from drafter.settings import Settings


def read(profile, text, contact="Mara Quist"):
    found = profile(text, contact)
    return found.contact.role, found.organization.name if found.organization else None


@pytest.mark.parametrize(
    ("text", "role", "house"),
    [
        (
            "Mara Quist is the Keeper of the Tide Tables at Soria Museum. She wound the clock in 2024.",
            "Keeper of the Tide Tables",
            "Soria Museum",
        ),
        ("Mara Quist, Verger of the Minster, opened the tower in May 2024.", "Verger of the Minster", None),
        ("# Mara Quist\n\nI am a bell hanger at Norlys Foundry. I hung forty.", "bell hanger", "Norlys Foundry"),
        ("Mara Quist is the bursar of St Brenda's College.", "bursar", "St Brenda's College"),
        # Somebody, and yet no post.
        ("Mara Quist is the daughter of Olaf Quist, a sailor from Tarn. She likes bells.", None, None),
        ("Mara Quist, winner of the Silver Spoon, lives in Tarn.", None, None),
        ("Mara Quist is the first woman to cross the Norlys on skis.", None, None),
        ("Mara Quist, native of Tarn, moved away in 2020.", None, None),
        ("Mara Quist, Bridge of the Year, was built in 2020.", None, None),
    ],
)  # fmt: skip
def test_a_noun_that_means_somebody_is_a_post_where_a_house_or_a_verb_says_so(profile, text, role, house):
    assert read(profile, text) == (role, house)


@pytest.mark.parametrize(
    ("text", "role", "house"),
    [
        (
            "# Mara Quist\n\nI am a postdoctoral fellow in the lab of Olaf B. Reed at the University of Tarn.",
            "postdoctoral fellow",
            "University of Tarn",
        ),
        (
            "# Mara Quist\n\nSoy estudiante de doctorado en Historia del Arte (Barroco) en la Universidad de Soria.",
            "estudiante de doctorado en Historia del Arte",
            "Universidad de Soria",
        ),
        (
            "# Mara Quist\n\nI am employed at the University of Tarn as a lecturer at Reading Support.",
            "lecturer",
            "University of Tarn",
        ),
        (
            "# Mara Quist\n\nI have a full professor position at Université de Tarn since 2019.",
            "full professor",
            "Université de Tarn",
        ),
        ("# Mara Quist\n\nMomenteel ben ik lector aan de Rood Hogeschool.", "lector", "Rood Hogeschool"),
        ("Mara Quist, Ph.D., is a Reader in Glaciology at Tarn College.", "Reader in Glaciology", "Tarn College"),
        ("Mara Quist is composer in residence at the Norlys School.", "composer in residence", "Norlys School"),
        # What belongs to another clause is nobody's employer.
        ("Mara Quist is a baker in the old town and her brother works at the University of Tarn.", "baker", None),
        ("Mara Quist is a potter who studied at the University of Tarn.", "potter", None),
    ],
)  # fmt: skip
def test_the_house_is_read_further_on_in_the_clause_of_the_post(profile, text, role, house):
    assert read(profile, text) == (role, house)


def test_what_somebody_is_counts_more_than_what_they_became(profile):
    text = "# Mara Quist\n\nJe suis devenue cheffe de projet grâce à une amie. Je suis libraire à Tarn depuis 2020."
    assert read(profile, text)[0] == "libraire"
    assert read(profile, text.partition(" Je suis libraire")[0])[0] == "cheffe de projet"


def test_lines_of_mark_up_and_of_talks_are_no_posts(profile):
    text = "## Mara Quist\n\n::: {.leader-box}\n\nMaps for Teachers\n\n:::\n\n## Tom Reed\n\nHead of Loans\n"
    assert read(profile, text) == (None, None)


BOARD = """# Norlys bells

- 1. Chair: Tom Reed
- Bellwether: Mara Quist (elected in 2024)
- Photo: Ana Sol

## Minutes:

Jon Fell

## Hall keys:

Ola Berg
"""


@pytest.mark.parametrize(
    ("contact", "role"),
    [
        ("Tom Reed", "Chair"),
        ("Mara Quist", "Bellwether"),
        ("Jon Fell", "Minutes"),
        ("Ola Berg", "Hall keys"),
        ("Ana Sol", None),
    ],
)
def test_what_a_list_of_names_calls_each_of_them_is_an_office(profile, contact, role):
    assert read(profile, BOARD, contact)[0] == role


def test_a_single_labelled_name_is_no_office(profile):
    assert read(profile, "# Norlys\n\nBellwether: Mara Quist\n\nWe hung the bells of Tarn in 2020.")[0] is None


def test_a_row_gives_the_post_and_the_house_of_whom_it_names():
    page = "# Board\n\n| Who | Office | From |\n|---|---|---|\n| Tom Reed | Auditor | Fell GmbH |\n"
    page += "| Mara Quist | Treasurer | Norlys AG |\n"
    notes = notes_from_bytes(page.encode(), name="board.md", settings=Settings())
    found = build_profile(notes, "Mara Quist")
    assert (found.contact.role, found.organization.name) == ("Treasurer", "Norlys AG")


def test_later_clauses_and_later_sentences_about_oneself_are_read(profile):
    text = "# Mara Quist\n\nI'm Mara and I'm a river engineer at Norlys Grid."
    assert read(profile, text) == ("river engineer", "Norlys Grid")
    text = "Tom Reed hat gelesen. Mara Quist hat einen Roman gelesen. Heute ist sie freie Lektorin und lebt in Tarn."
    assert read(profile, text)[0] == "freie Lektorin"
    assert read(profile, text, "Tom Reed")[0] is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("# Mara Quist\n\nI have just been hired as an assistant professor at Tarn College.", "assistant professor"),
        ("# Mara Quist\n\nI am a geologist by training. I work as a baker.", "baker"),
        ("# Mara Quist\n\nMara is past president of the Tarn Society. She is currently a baker.", "baker"),
        ("# Rat\n\nMara Quist, 41 ans, ingénieure\n\nJon Fell, 60 ans, retraité", "ingénieure"),
        ("Das Team: Jon Fell (Leitung) und Mara Quist (Zahlenmanagerin) am 3. Mai in Tarn.", "Zahlenmanagerin"),
    ],
)
def test_what_is_held_now_counts_more_than_training_and_the_past(profile, text, role):
    assert read(profile, text)[0] == role
