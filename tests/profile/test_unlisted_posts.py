"""Posts told by their place in the sentence, and the house that is named further on."""

from __future__ import annotations

import pytest


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
