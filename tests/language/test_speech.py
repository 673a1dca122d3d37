"""Spoken length: what digits, years, addresses and abbreviations cost."""

from __future__ import annotations

import pytest

from drafter.language.speech import number, phones, seconds, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1998", "nineteen ninety eight"),
        ("2005", "two thousand five"),
        ("2024", "twenty twenty four"),
        ("1900", "nineteen hundred"),
        ("1,250 boats", "one thousand two hundred fifty boats"),
        ("3.5", "three point five"),
        ("12%", "twelve percent"),
        ("$40", "forty dollars"),
        ("the FBI", "the F B I"),
        ("NASA", "NASA"),
        ("www.example.org", "w w w dot example dot org"),
        ("a@example.org", "a at example dot org"),
    ],
)
def test_as_it_is_said(written, said):
    assert spoken(written).split() == said.split()


def test_phone_numbers_are_said_digit_by_digit_with_pauses():
    assert spoken("030 555 0142") == "zero three zero five five five zero one four two"
    assert seconds("030 555 0142") == pytest.approx(10 / 150 * 60 + 3 * 0.35)
    assert [digits for _, _, digits in phones("Call 030 555 0142, that is 030-555-0142, in 2024.")] == [
        "0305550142"
    ] * 2


def test_other_languages():
    assert number(21, "de") == "einundzwanzig"
    assert number(80, "fr") == "quatre vingts"
    assert seconds("お電話番号は百です", "ja") > 0


def test_the_pace_is_that_of_the_language():
    # Eleven syllables and thirteen: German is said slower than Spanish, whatever the number of words.
    german, spanish = "guten Morgen liebe Frau Weber, danke", "buenos días amiga mía, muchas gracias"
    assert seconds(german, "de") / seconds(spanish, "es") == pytest.approx(7.82 / 5.97 * 11 / 13, rel=0.01)
    # A long word takes longer than a short one, and a silent ending of French nothing.
    assert seconds("Hafenverwaltung", "de") > 2 * seconds("Hafen", "de")
    assert seconds("table", "fr") == seconds("tabl", "fr")
    # English is counted in words, as the setting says.
    assert seconds("harbour administration") == seconds("a b")


def test_a_slower_pace_takes_longer():
    assert seconds("one two three", words_per_minute=75) == 2 * seconds("one two three", words_per_minute=150)
