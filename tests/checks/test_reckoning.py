"""Figures that a reader reckons pass; near ones that nobody could reckon do not."""

import pytest

from drafter.checks import Context
from drafter.checks._text import Text
from drafter.checks.grounding.statements import judge
from drafter.models import Contact, Note, Profile

TEXT = (
    "Marit Sunde was born in 1961 and became warden of the Lyngen huts in 1984. "
    "In 1996 she took over the mountain school. The school doubled its places to 840. "
    "She was chosen from 53 applicants. The school has 312 pupils in Lyngen. "
    "A second house with 145 pupils opened in Olderdalen."
)


def problems(sentence: str, text: str = TEXT) -> list[str]:
    note = Note(id="n1", origin="page", kind="text", sha256="", text=text)
    known = Context(contact="Marit Sunde", profile=Profile(contact=Contact(name="Marit Sunde"), notes=(note,)))
    return [problem.message for problem in judge(Text("message", sentence), known).problems]


@pytest.mark.parametrize(
    "sentence",
    [
        "You took over the mountain school twelve years after you became warden.",
        "You became warden at about twenty-two.",
        "Before that the school had about 420 places.",
        "You were chosen from more than fifty applicants.",
        "The school has 457 pupils with the second house.",
    ],
)
def test_what_the_sources_give_to_who_reckons_passes(sentence: str) -> None:
    assert problems(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "You took over the mountain school fifteen years after you became warden.",
        "You became warden at about thirty-one.",
        "Before that the school had about 510 places.",
        "You were chosen from more than eighty applicants.",
        "The school has 467 pupils with the second house.",
    ],
)
def test_what_nobody_could_reckon_is_flagged(sentence: str) -> None:
    assert problems(sentence)


def test_japanese_eras_are_years() -> None:
    text = "須田 まり。昭和36年生まれ。平成8年に山の学校を引き継いだ。"
    note = Note(id="n1", origin="page", kind="text", sha256="", text=text)
    known = Context(contact="須田 まり", profile=Profile(contact=Contact(name="須田 まり"), notes=(note,)))

    def flagged(sentence: str) -> bool:
        return any("19" in problem.message for problem in judge(Text("message", sentence), known).problems)

    assert not flagged("You took over in 1996.")
    assert flagged("You took over in 1998.")


TAUGHT = (
    "In 1977 Marit Sunde joined Torvald College, where she taught drawing for 25 years. "
    "In 1992 she opened a barn, and in 2007 a second one with 10 beds and 25 chairs. She has painted for 11 years."
)


def test_where_a_source_says_how_many_years_it_were_nothing_is_left_to_reckon() -> None:
    assert problems("You taught drawing at Torvald for fifteen years.", TAUGHT)
    assert problems("You have painted for more than twenty years.", TAUGHT)
    assert problems("You taught drawing at Torvald for 25 years.", TAUGHT) == []
    assert problems("You have painted for more than ten years.", TAUGHT) == []
    assert problems("Fifteen years after you joined Torvald you opened a barn.", TAUGHT) == []


def test_years_of_two_digits_after_an_apostrophe() -> None:
    text = "須田 まり。'96年に山の学校を引き継いだ。'12年に引退した。"
    note = Note(id="n1", origin="page", kind="text", sha256="", text=text)
    known = Context(contact="須田 まり", profile=Profile(contact=Contact(name="須田 まり"), notes=(note,)))

    def years(sentence: str) -> list[str]:
        return [told.message for told in judge(Text("message", sentence), known).problems if told.fault == "date"]

    assert not years("You took over in 1996.")
    assert years("You took over in 1997.")


def test_a_stretch_between_two_years_is_one_date() -> None:
    text = "Marit Sunde mapped 42 huts between 2015 and 2019 with two volunteers. In 2021 she left."
    assert problems("Between 2015 and 2019 you mapped 42 huts.", text) == []
    assert problems("You mapped 42 huts between 2015 and 2019.", text) == []
    assert problems("From 2015 to 2019 you mapped huts.", text) == []
    assert problems("You mapped 42 huts between 2014 and 2019.", text)
    assert problems("You mapped 42 huts in 2021.", text)
