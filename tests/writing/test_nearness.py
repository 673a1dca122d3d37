"""Which facts a purpose names."""

from __future__ import annotations

import pytest

from drafter.writing.nearness import nearness


@pytest.mark.parametrize(
    ("purpose", "near", "far"),
    [
        (
            "ask how he scanned the glass plates",
            "He catalogued 4,200 glass negatives.",
            "He gave a talk on flood maps.",
        ),
        ("donors: how she persuades dog owners", "She set up a blood bank for dogs.", "She keeps bees."),
        ("finding leaks by listening", "She spoke about leak detection.", "She negotiated a loan in 2024."),
        (
            "ask how the apprentices are chosen",
            "Er betreut die Auszubildenden der Werkstatt.",
            "Er hat 2022 alle Scheinwerfer umgestellt.",
        ),
        (
            "wie Sie das Heimprogramm planen",
            "Sie hat ein Heimprogramm eingeführt.",
            "Sie hat einen Leitfaden verfasst.",
        ),
        ("海図の電子化について", "2024年に古い海図320枚を電子化しました。", "2022年に写真展を企画しました。"),
    ],
)
def test_the_fact_that_the_purpose_names_is_nearer(purpose, near, far):
    assert nearness(near, purpose) > nearness(far, purpose) == 0


def test_names_and_common_verbs_make_nothing_near():
    names = ("Owen Tarrant", "Marlow Library")
    assert nearness("Owen Tarrant joined Marlow Library in 2011.", "ask Owen how Marlow Library works", names) == 0
    assert nearness("Sie bildet jedes Jahr einen Arzt aus.", "Ich arbeite wieder und baue einen Kurs auf") == 0
    assert nearness("She would like to learn more people's names.", "I would like to learn how people ask") == 0
