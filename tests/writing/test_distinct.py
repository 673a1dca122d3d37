"""Facts that say the same are told once."""

from __future__ import annotations

from drafter.models import Fact
from drafter.writing.distinct import distinct


def told(*statements: str, keep: tuple[str, ...] = ()) -> list[str]:
    facts = [
        Fact(id=f"f{at}", statement=text, quote=text, note="n1", start=0, end=1)
        for at, text in enumerate(statements, start=1)
    ]
    return [fact.id for fact in distinct(facts, "Liv Aasen", keep=keep)]


def test_a_pronoun_for_the_name_makes_no_second_fact() -> None:
    assert told("Liv Aasen's team counts passengers.", "Her team counts passengers.") == ["f1"]


def test_the_fuller_of_two_takes_the_better_place() -> None:
    parts = ("Collects tide tables.", "Paints in oil.", "Retired in 2029 and collects tide tables.", "Retired in 2029.")
    assert told(*parts) == ["f3", "f2"]


def test_what_differs_in_a_word_or_a_figure_stays() -> None:
    kept = told("Runs 22 ferries in Molde.", "Runs 23 ferries in Molde.", "Sold 22 ferries in Molde.")
    assert kept == ["f1", "f2", "f3"]


def test_what_the_user_chose_stays() -> None:
    assert told("Her team counts passengers.", "The team counts passengers.", keep=("f2",)) == ["f1", "f2"]


def test_japanese_is_compared_too() -> None:
    assert told("2030年に地図を公開しました。", "地図を公開しました。", "地図を販売しました。") == ["f1", "f3"]
