"""A season of a year, borne out by a month of that season in the same year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.language.dates import years
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.item import Item

# As north of the equator, with the month before and after: nobody counts to the day.
_MONTHS = {
    "spring": (2, 3, 4, 5, 6),
    "summer": (5, 6, 7, 8, 9),
    "autumn": (8, 9, 10, 11, 12),
    "winter": (11, 12, 1, 2, 3),
}
_WORDS = {
    "spring": "spring fruhling fruhjahr printemps primavera",
    "summer": "summer sommer ete verano estate verao",
    "autumn": "autumn fall herbst automne otono autunno outono",
    "winter": "winter hiver invierno inverno",
}
_PART = frozenset("early late mid end start beginning ende anfang mitte debut fin milieu principios finales".split())
_BY_WORD = {word: season for season, words in _WORDS.items() for word in words.split()}
_BESIDE = re.compile(r"^(?:\s(?:of|de|del|des Jahres))?\s(?P<year>(?:19|20)\d\d)\b")


def told(item: Item, sentence: str, at: int, match: Match) -> bool:
    """Whether the sources have a month of the season that stands beside a year at ``sentence[at:]``."""
    word = fold(item.text)
    beside = _BESIDE.match(sentence[at + len(item.text) :])
    if not beside or word not in _BY_WORD:
        # Which part of a year is seldom told, and the year is weighed by itself.
        return bool(beside) and word in _PART
    season, year = _BY_WORD[word], next(years(beside["year"]))
    return any(
        date.month in _MONTHS[season]
        for window in match.scope.evidence.figured
        for date in window.dates
        if date.year == year
    )
