"""What the sender wonders becomes the question."""

from __future__ import annotations

import pytest

from drafter.writing.grammar.wondering import why, wondered


@pytest.mark.parametrize(
    ("language", "sentence", "clause"),
    [
        ("en", "I would like to ask how you count passengers.", "how you count passengers"),
        ("en", "I would like to learn in which order you began.", "in which order you began"),
        ("en", "I would like to ask how you began, because we begin in June.", "how you began"),
        ("de", "Ich möchte gern verstehen, wie Sie planen.", "wie Sie planen"),
        ("de", "Ich möchte wissen, mit welchem Boot Sie angefangen haben.", "mit welchem Boot Sie angefangen haben"),
        ("fr", "Je voudrais savoir par quelle saline vous avez commencé.", "par quelle saline vous avez commencé"),
        ("es", "Quisiera saber cómo convenció a los regantes.", "cómo convenció a los regantes"),
        ("ja", "港の待ち時間をどのように測られたか伺いたいです。", "港の待ち時間をどのように測られたか"),
    ],
)
def test_the_clause_is_found(language: str, sentence: str, clause: str) -> None:
    assert wondered(["Something else.", sentence], language) == (sentence, clause)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "I would like to learn how to sail."),
        ("en", "I would like to compare notes on timetables."),
        ("de", "Ich möchte Anke Rohde kennenlernen."),
        ("fr", "Je voudrais parler des relevés."),
        ("es", "Quisiera hablar de datos."),
        ("ja", "港の資料をお送りします。"),
    ],
)
def test_what_asks_nothing_stays_a_sentence(language: str, sentence: str) -> None:
    assert wondered([sentence], language) is None


def test_the_reason_for_wondering_is_a_sentence_of_its_own() -> None:
    assert why("I would like to ask how you began, because we begin in June.") == "We begin in June."
    assert why("I would like to ask how you began, because it rained.") is None
