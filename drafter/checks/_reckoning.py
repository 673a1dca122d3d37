"""Figures that a reader works out: an age, years between two dates, a bound, the sum or difference of two counts."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from drafter.language.meaning import fold
from drafter.language.numbers import Number

if TYPE_CHECKING:
    from drafter.checks._item import Item
    from drafter.checks._sources import Evidence

_MOST_YEARS = 12
_MOST_COUNTS = 16
_LEAST_COUNT = 100
_BOUND = 1.15
_ROUND_BOUND = 1.5
_SHARES = (
    (1 / 2, r"half|halb\w*|hälfte|moitié|mitad|medi[oa]|metà|mezz[oa]|metade|半"),
    (1 / 3, r"third|drittel|tiers|tercio|terzo|terço|三分の一"),
    (2 / 3, r"two thirds|zwei drittel|deux tiers|dos tercios|due terzi|dois terços|三分の二"),
    (1 / 4, r"quarter|viertel|quart|cuarto|quarto|四分の一"),
)
_OVER = re.compile(
    r"\b(?:more than|over|above|upwards? of|at least|plus de|au moins|über|mehr als|mindestens|más de|al menos|oltre"
    r"|più di|mais de|meer dan)\s+$|以上",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:less than|fewer than|under|almost|nearly|close to|moins de|près de|unter|fast|knapp|weniger als|menos de"
    r"|casi|quasi|meno di|quase|bijna)\s+$",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b(?:doubl\w+|twice|verdoppel\w*|raddoppi\w+|duplic\w+|verdubbel\w*)\b|倍増", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:at|aged|age|were|was|turned|turning|mit|à|a los|con)\s+"
    r"(?:about|around|only|just|nearly|almost|barely|some)?\s*$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r"\s*(?:[,.;?!]|$|when|years old|ans\b|Jahren?\b|años\b|歳|才)")
_YEARS_AFTER = re.compile(r"[\s-]*(?:years?|Jahren?|ans|années|años|anni|anos|jaar)\b|\s*年", re.IGNORECASE)


def reckoned(item: Item, sentence: str, at: int, evidence: Evidence) -> bool:
    """Whether the sources give the figure to who reckons; ``at`` is where it begins in its sentence."""
    number = item.number
    before, after = sentence[:at], sentence[at + len(item.text) :]
    if number is None or number.unit == "percent":
        return False
    if number.unit == "fraction":
        return _named_share(number.value, evidence) or bool(
            _OVER.search(before) and _share_above(number.value, evidence)
        )
    age = 12 <= number.value <= 99 and _AGE_BEFORE.search(before) and _AGE_AFTER.match(after)
    if age or _YEARS_AFTER.match(after):
        # Who had a birthday before and who after that day is seldom known.
        return _years_apart(number.value, evidence, slack=1 if age else 0)
    return _bounded(number, before, evidence) or _made_of_two(number, evidence)


def _named_share(said: float, evidence: Evidence) -> bool:
    """Whether a source has the share in the words of its language."""
    return any(
        abs(said - share) < 1e-6 and re.search(rf"(?<!\w)(?:{fold(words)})(?!\w)", evidence.noted)
        for share, words in _SHARES
    )


def _share_above(said: float, evidence: Evidence) -> bool:
    """Whether one figure of a sentence is more than that share of another, and less than all of it."""
    return any(
        said < one.value / other.value < 1
        for window in evidence.figured
        if window.tight
        for one, other in itertools.permutations(window.numbers[:8], 2)
        if one.value > _MOST_YEARS and other.value
    )


def _years_apart(said: float, evidence: Evidence, *, slack: int) -> bool:
    """Whether two years of few are so far apart; among many any number would be found."""
    years = {date.year for window in evidence.windows for date in window.dates if date.year}
    if len(years) > _MOST_YEARS:
        return False
    return any(abs(abs(one - other) - said) <= slack for one, other in itertools.combinations(years, 2))


def _bounded(said: Number, before: str, evidence: Evidence) -> bool:
    """Bounds: "more than sixty" of 64, "almost 50" of 48."""
    if said.value < 10:
        return False
    counts = {number.value for window in evidence.windows for number in window.numbers}
    if _OVER.search(before):
        # "More than a thousand" may be said of 1,240, "more than 1,100" of little more than that.
        most = _BOUND if len(str(int(said.value)).rstrip("0")) > 1 else _ROUND_BOUND
        return any(said.value < count <= said.value * most for count in counts)
    return bool(_UNDER.search(before)) and any(said.value / _BOUND <= count < said.value for count in counts)


def _made_of_two(said: Number, evidence: Evidence) -> bool:
    """Whether two counts of different sentences add up to a larger count, or differ by it."""
    if said.value < _LEAST_COUNT:
        return False
    years = {date.year for window in evidence.windows for date in window.dates if date.year}
    counts = {
        (number.value, number.currency)
        for window in evidence.windows
        for number in window.numbers
        if number.value >= 10 and number.unit not in ("percent", "fraction") and number.value not in years
    }
    if len(counts) > _MOST_COUNTS:
        return False
    if any(
        _DOUBLED.search(window.text) and number.value == 2 * said.value
        for window in evidence.windows
        for number in window.numbers
    ):
        return True
    return any(
        said.value in (one + other, abs(one - other)) and money == same
        for (one, money), (other, same) in itertools.combinations(counts, 2)
    )
