"""What tells how to reach somebody, and what only has such words."""

from __future__ import annotations

import pytest

from drafter.language.reaching import tells_how_to_reach


@pytest.mark.parametrize(
    "text",
    [
        "She answers letters on Fridays.",
        "I usually reply within a week.",
        "Office hours: Mondays, 10 to 12.",
        "The shop is open from Tuesday to Saturday.",
        "Ada can be reached by post.",
        "The best way to reach him is the telephone.",
        "Freitags ist sie telefonisch von 9 bis 11 Uhr zu erreichen.",
        "Er antwortet auf E-Mails am Wochenende.",
        "Die Sprechstunde fällt im August aus.",
        "L’atelier est ouvert du mardi au vendredi.",
        "Elle répond aux courriers le lundi.",
        "Responde a los correos por la tarde.",
        "電話での問い合わせは平日の10時から16時までです。",
    ],
)
def test_hours_and_habits_of_answering_are_recognised(text):
    assert tells_how_to_reach(text)


@pytest.mark.parametrize(
    "text",
    [
        "She answers hikers’ questions in a weekly column.",
        "He reached 400 farmers by radio.",
        "Her open letter on ferries was read in parliament.",
        "They opened the archive to schools in 2021.",
        "He replied to the council with a map of his own.",
        "She checks 900 corrections a week.",
        "The survey was open-sourced in May.",
        "Sie antwortete der Stadt mit einem eigenen Plan.",
        "Elle répond de la sécurité du barrage.",
        "Er hat das Archiv für Schulen geöffnet.",
        "時計を十台直しました。",
    ],
)
def test_deeds_with_such_words_are_not(text):
    assert not tells_how_to_reach(text)
