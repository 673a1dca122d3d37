"""Figures and dates: whether a source has them, in any writing, rounded honestly or worked out from two others."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter.language import dates, numbers
from drafter.language.numbers import Number

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Evidence, Window

_SPAN = re.compile(r"^\s*-?(?:years?|jahren?|ans|années|años|年)\b", re.IGNORECASE)
_ROUND = 0.02
_FRACTION = 0.025
_OF_MANY = re.compile(r"\b(?P<some>\w+) (?:in|out of|of every|von|sur|de cada) (?P<all>\w+)\b", re.IGNORECASE)
Pairs = list[tuple[float, float, bool]]


@dataclass
class Ordered:
    """The figures of an evidence by value and by year, each with its window's place."""

    values: list[float]
    numbers: list[tuple[Number, int]]
    shares: list[tuple[Number, int]]
    days: list[tuple[dates.Date, int]]
    years: dict[int, list[tuple[dates.Date, int]]]


def ordered(evidence: Evidence) -> Ordered:
    """The figures of an evidence, put in order once."""
    kept = evidence.__dict__.get("_ordered")
    if kept is None:
        kept = evidence.__dict__["_ordered"] = _order(evidence)
    made: Ordered = kept
    return made


def _order(evidence: Evidence) -> Ordered:
    figures: list[tuple[float, tuple[Number, int]]] = []
    days: list[tuple[dates.Date, int]] = []
    years: dict[int, list[tuple[dates.Date, int]]] = defaultdict(list)
    for at, window in enumerate(evidence.windows):
        figures += [(value, (number, at)) for number in window.numbers for value in number.values]
        for date in window.dates:
            days.append((date, at))
            for year in dict.fromkeys(year for year in (date.year, date.until) if year):
                years[year].append((date, at))
    figures.sort(key=lambda one: one[0])
    told = [one for _, one in figures]
    shares = [one for one in told if one[0].unit in ("percent", "fraction")]
    return Ordered([value for value, _ in figures], told, shares, days, years)


def holders(item: Item, evidence: Evidence) -> set[int]:
    """The places of the windows that have this figure or date."""
    known = ordered(evidence)
    if item.date:
        year = item.date.year
        near = known.years.get(year, []) if year and not item.date.decade else known.days
        return {at for date, at in near if dates.matches(item.date, date)}
    assert item.number is not None
    found = list(known.shares) if item.number.unit in ("percent", "fraction") else []
    for value in item.number.values:
        low, high = bisect_left(known.values, value * 0.8), bisect_right(known.values, value * 1.25)
        found += known.numbers[low:high]
    return {at for number, at in found if same(item.number, number)}


def known(item: Item, evidence: Evidence, sentence: str = "") -> bool:
    """Whether any window has the figure, or two of its figures make it."""
    return bool(holders(item, evidence)) or made(item, evidence, sentence)


def made(item: Item, evidence: Evidence, sentence: str = "") -> bool:
    """Whether a date is told in two places, or two figures of one sentence make the figure."""
    number = item.number
    if number is None:
        return dated_apart(item, evidence)
    if number.unit == "ordinal":
        return False
    return any(_derived(number, pairs) for pairs in _tight(evidence)) or is_share(item, sentence, evidence)


def dated_apart(item: Item, evidence: Evidence) -> bool:
    """Whether a source has the month, or day and month, without a year, and the year elsewhere, as in its heading."""
    told, said = ordered(evidence), item.date
    if not said or not said.year or not said.month or said.year not in told.years:
        return False
    alone = replace(said, year=None)
    return any(not date.year and date.month and dates.matches(alone, date) for date, _ in told.days)


def is_share(item: Item, sentence: str, evidence: Evidence) -> bool:
    """Whether "two in five" is, nearly, the share of one figure of a source in another."""
    for found in _OF_MANY.finditer(sentence):
        if item.text not in (found["some"], found["all"]):
            continue
        told = [number.value for number in numbers.find(found["some"] + " , " + found["all"], "en")]
        if len(told) == 2 and 0 < told[0] < told[1] <= 12:
            share = Number(0, 0, "", told[0] / told[1], "fraction")
            told_so = any(same(share, number) for number, _ in ordered(evidence).shares)
            return told_so or any(_derived(share, pairs) for pairs in _tight(evidence))
    return False


def in_window(item: Item, window: Window) -> bool:
    """Whether a window has this figure or date."""
    if item.date:
        return any(dates.matches(item.date, other) for other in window.dates)
    assert item.number is not None
    number = item.number
    return any(same(number, other) for other in window.numbers)


def same(said: Number, source: Number) -> bool:
    """Whether a source's number bears out the one said: equal, or rounded to the digits said."""
    if "percent" in (said.unit, source.unit) and said.unit != source.unit:
        return _share(said) == _share(source) and "fraction" in (said.unit, source.unit)
    if said.currency and source.currency and said.currency != source.currency:
        return False
    return any(_close(one, other) for one in said.values for other in source.values)


def _share(number: Number) -> float:
    return round(number.value if number.unit == "percent" else number.value * 100)


def _close(said: float, source: float) -> bool:
    if abs(said - source) <= 1e-9 * max(1.0, abs(source)):
        return True
    if not 100 <= said < 1e15 or said != round(said):
        return False
    digits = len(str(int(said)).rstrip("0"))
    return digits <= 3 and abs(said - source) <= _tolerance(said, digits) and said != source


def _tolerance(said: float, digits: int) -> float:
    """Rounding to two digits or fewer may lose this much: "over 300,000" for 335,000 loses 35,000."""
    step = 10 ** (len(str(int(said))) - digits)
    return min(step * 0.5, said * 0.12) if digits > 1 else said * 0.12


def _tight(evidence: Evidence) -> Iterator[Pairs]:
    """The pairs of figures of each sentence, found once."""
    kept: list[Pairs] | None = evidence.__dict__.get("_pairs")
    if kept is None:
        kept = evidence.__dict__["_pairs"] = [
            pairs for window in evidence.figured if window.tight and (pairs := _pairs(window))
        ]
    return iter(kept)


def _pairs(window: Window) -> Pairs:
    """Two figures of one sentence each, and whether they may count the same things."""
    counted = [number for number in window.numbers if not number.vague][:8]
    return [
        (one.value, other.value, _alike(one, other, window.text)) for one, other in itertools.combinations(counted, 2)
    ]


def _derived(said: Number, pairs: Pairs) -> bool:
    """Sums, differences, and growth in percent of two figures of one sentence."""
    for one, other, alike in pairs:
        made = {one + other, abs(one - other)} if alike else set()
        if said.unit == "percent" and one and other:
            made = {round(100 * (other - one) / one), round(100 * one / other), round(100 * other / one)}
        if said.unit == "fraction" and one and other:
            made = {
                round(abs(one - other) / one, 3),
                round(abs(one - other) / other, 3),
                round(min(one, other) / max(one, other), 3),
            }
        if said.unit == "fraction" and any(abs(share - said.value) <= _FRACTION for share in made):
            return True
        if said.value in made or round(said.value, 3) in made:
            return True
    return False


def _alike(one: Number, other: Number, text: str) -> bool:
    """Whether two numbers may count the same things: the same word follows, or a joining one."""
    after = [re.match(r"\W*([^\W\d_]*)", text[number.end :]) for number in (one, other)]
    words = [match[1].lower() if match else "" for match in after]
    # "three years here and four there" does not say "years" twice.
    left_out = not words[1] or len(words[1]) < 4
    return words[0] == words[1] or len(words[0]) < 4 or (left_out and bool(_SPAN.match(text[one.end :])))


def between(item: Item, sentence: str, evidence: Evidence) -> bool:
    """Whether "three years after" counts from a year of the sources to the year that the sentence names."""
    if item.number is None or not _SPAN.match(sentence[sentence.find(item.text) + len(item.text) :]):
        return False
    years = ordered(evidence).years
    return any(
        year in years and (year - item.number.value in years or year + item.number.value in years)
        for year in dates.years(sentence)
    )


def rival(item: Item, window: Window) -> str | None:
    """Another figure of the same sort in a window that lacks this one."""
    if item.date:
        others = [date for date in window.dates if bool(date.year) == bool(item.date.year)]
        return others[0].text if others and not in_window(item, window) else None
    assert item.number is not None
    same_sort = [number for number in window.numbers if number.unit == item.number.unit and not number.vague]
    plain = [number for number in same_sort if not any(d.start <= number.start < d.end for d in window.dates)]
    return plain[0].text if plain and not in_window(item, window) else None
