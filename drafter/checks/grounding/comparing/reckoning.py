"""Figures that a reader works out: an age, years between two dates, a bound, the sum or difference of two counts."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from drafter.language.meaning import fold
from drafter.language.numbers import Number

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Evidence, Window

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
# "平成24年" is a year, "24年間" a length of time.
_ERA = re.compile(r"\s*年(?!間|以上|余|ほど|近く|あまり)")
_ALONE = re.compile(r"\s*(?:[.,;)]|$)")
_GRACE = 6
_LONGEST = 150
_TOLD = 1.0
# "Ten years after" counts from a deed to another one, however long the first went on.
_COUNTED_FROM = re.compile(
    r"^[\s-]*\w+\s(?:after|before|later|earlier|nach|nachdem|später|bevor|après|avant|plus tard|después|antes"
    r"|más tarde)\b",
    re.IGNORECASE,
)


def reckoned(item: Item, sentence: str, match: Match, context: Context) -> bool:
    """Whether the sources give the figure of a sentence to who reckons."""
    number, evidence = item.number, match.scope.evidence
    at = sentence.find(item.text)
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
        from_then = bool(_COUNTED_FROM.search(after))
        if not age and not from_then and told_already(item, sentence, match):
            return _bounded(item, number, before, match)
        if _years_apart(number.value, evidence, slack=1 if age else 0):
            return True
        if age or from_then:
            return False
        if _OVER.search(before) and _longer(number.value, evidence, context):
            return True
        return _elapsed(number.value, evidence, context) or _bounded(item, number, before, match)
    return _bounded(item, number, before, match) or _made_of_two(number, evidence)


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


def told_already(item: Item, sentence: str, match: Match) -> bool:
    """Whether the sentences that bear out most of a claim say themselves, once, how many years it were."""
    if not _YEARS_AFTER.match(sentence[sentence.find(item.text) + len(item.text) :]):
        return False
    windows, own = match.scope.evidence.windows, 1 << match.parts.index(item)
    scores = {
        at: match.score(bits & ~own)
        for at, bits in match.bits.items()
        if windows[at].tight and match.scope.is_about(windows[at])
    }
    best = max(scores.values(), default=0.0)
    told = {value for at, score in scores.items() if score == best >= _TOLD for value in _told_in_years(windows[at])}
    return len(told) == 1


def _told_in_years(window: Window) -> set[float]:
    counted = [number for number in window.numbers if number.value <= _LONGEST]
    lasting = (number for number in counted if _YEARS_AFTER.match(window.text, number.end))
    told = {number.value for number in lasting if not _ERA.match(window.text, number.end)}
    # "Three years here and four there" does not say "years" twice.
    alone = {number.value for number in counted if number.spelled and _ALONE.match(window.text, number.end)}
    return told | alone if told else told


def _years(window: Window) -> set[int]:
    return {year for date in window.dates for year in (date.year, date.until) if year}


def _years_apart(said: float, evidence: Evidence, *, slack: int) -> bool:
    """Whether two years of few are so far apart; among many any number would be found."""
    years = {year for window in evidence.windows for year in _years(window)}
    return len(years) <= _MOST_YEARS and any(
        abs(abs(one - other) - said) <= slack for one, other in itertools.combinations(years, 2)
    )


def _elapsed(said: float, evidence: Evidence, context: Context) -> bool:
    """Years passed: from the first to the last of a span, or since a year of the sources until today."""
    if not 1 <= said <= _LONGEST:
        return False
    dates = [date for window in evidence.windows for date in window.dates if date.year]
    if any(date.until and abs(date.until - (date.year or 0) - said) <= 1 for date in dates):
        return True
    years = {date.year for date in dates if date.year}
    if context.today:
        return any(abs(context.today.year - year - said) <= 1 for year in years)
    # Without a clock "six years ago" may be any year that is not long before the last one spoken of.
    latest = max(years, default=0)
    return any(latest <= year + said <= latest + _GRACE for year in years)


def _longer(said: float, evidence: Evidence, context: Context) -> bool:
    """Whether a little more than so many years have passed since a year of the sources."""
    years = {date.year for window in evidence.windows for date in window.dates if date.year}
    latest = max(years, default=0)
    until = (context.today.year, context.today.year) if context.today else (latest, latest + _GRACE)
    return any(said < until[1] - year and until[0] - year <= said * _BOUND for year in years)


def since(item: Item, match: Match, context: Context) -> bool:
    """Whether so many years have passed since a year that the sources name."""
    return item.number is not None and _elapsed(item.number.value, match.scope.evidence, context)


def _bounded(item: Item, said: Number, before: str, match: Match) -> bool:
    """Bounds: "more than sixty" of 64, "almost 50" of 48, told where the rest of the claim is."""
    if said.value < 10:
        return False
    windows = match.scope.evidence.windows
    near = [windows[at] for at in match.beside(item) if windows[at].tight] or windows
    counts = {number.value for window in near for number in window.numbers}
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
