"""Numbers and dates in the writing of several languages."""

from __future__ import annotations

import pytest

from drafter.language import dates, numbers


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Wir haben 1.212 Mitglieder", "de", [1212.0]),
        ("over 335,000 articles", "en", [335000.0]),
        ("1 200 000 euros", "fr", [1200000.0]),
        ("約120万人", "ja", [1200000.0]),
        ("3億円", "ja", [300000000.0]),
        ("$3.5M and €1.2 million", "en", [3500000.0, 1200000.0]),
        ("half a million", "en", [500000.0]),
        ("twelve thousand five hundred", "en", [12500.0]),
        ("its nineteenth birthday and the 20th", "en", [19.0, 20.0]),
        ("2,5 Mio. Euro", "de", [2500000.0]),
        ("Web3 and HTML5", "en", []),
    ],
)
def test_numbers(text: str, language: str, values: list[float]) -> None:
    assert [number.value for number in numbers.find(text, language)] == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tuesday 4 March 2025", (2025, 3, 4)),
        ("am 26. Dezember 2019", (2019, 12, 26)),
        ("start: 2016-06-08", (2016, 6, 8)),
        ("2019年9月1日", (2019, 9, 1)),
        ("le 1 septembre 2019", (2019, 9, 1)),
        ("since 2012", (2012, None, None)),
        ("seit 08/2022", (2022, 8, None)),
        ("ab 4.2019", (2019, 4, None)),
    ],
)
def test_dates(text: str, told: tuple[int, int | None, int | None]) -> None:
    (date,) = dates.find(text)
    assert (date.year, date.month, date.day) == told


def test_two_months_with_their_years_are_no_stretch_of_two_years() -> None:
    assert [(one.year, one.month, one.until) for one in dates.find("4/2020 – 08/2022")] == [
        (2020, 4, None),
        (2022, 8, None),
    ]


def test_what_is_no_date() -> None:
    assert dates.find("may I march with 2,021 people for $2021 and 2012%") == ()
