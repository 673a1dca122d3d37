"""Dates, years and ranges of years in running text, in several languages, and the weekdays named with them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MONTH_WORDS = """
january jan januar jänner janvier janv enero gennaio janeiro januari stycznia ocak
february feb februar février févr febrero febbraio fevereiro februari lutego şubat
march mar märz mars marzo março maart marca mart
april apr avril avr abril abr aprile kwietnia nisan
may mai mayo maggio maio mei maj maja mayıs
june jun juni juin junio giugno junho czerwca haziran
july jul juli juillet juil julio luglio julho lipca temmuz
august aug août agosto augustus augusti sierpnia ağustos
september sep sept septembre septiembre settembre setembro września eylül
october oct oktober okt octobre octubre ottobre outubro października ekim
november nov novembre noviembre novembro listopada kasım
december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia aralık
"""
MONTHS = {word: at for at, line in enumerate(_MONTH_WORDS.strip().splitlines(), 1) for word in line.split()}
_WEEKDAY_WORDS = """
monday montag lundi lunes lunedì segunda-feira maandag måndag mandag poniedziałek
tuesday dienstag mardi martes martedì terça-feira dinsdag tisdag tirsdag wtorek
wednesday mittwoch mercredi miércoles mercoledì quarta-feira woensdag onsdag środa
thursday donnerstag jeudi jueves giovedì quinta-feira donderdag torsdag czwartek
friday freitag vendredi viernes venerdì sexta-feira vrijdag fredag piątek
saturday samstag samedi sábado sabato zaterdag lördag lørdag sobota
sunday sonntag dimanche domingo domenica zondag söndag søndag niedziela
"""
WEEKDAYS = {word: at for at, line in enumerate(_WEEKDAY_WORDS.strip().splitlines()) for word in line.split()}
# Month names that are everyday words are months only beside a day or a year.
# After "12." in German, Danish, Norwegian and the like: the day of a month, and no number of an item.
NO_DAY_FOLLOWS = (
    r"(?!\s*(?i:jänner|januar|februar|märz|marts|april|mai|maj|juni|juli|august|september|oktober|november|"
    r"de[zsc]ember)\b)"
)
_EVERYDAY = frozenset(
    ("may", "march", "mars", "mai", "mar", "jan", "jun", "maj", "sept", "mart", "mayo", "mei", "marca", "maja")
)


@dataclass(frozen=True, slots=True)
class Date:
    """A point or stretch of time at ``text[start:end]``; what the words leave open is ``None``.

    ``until`` is the last year of a range, ``decade`` says that only the ten years from ``year`` are meant.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    decade: bool = False
    weekday: int | None = None

    def day_of(self, year: int) -> datetime.date | None:
        """The calendar day, in ``year`` if the words name none; ``None`` where there is no such day."""
        try:
            return datetime.date(self.year or year, self.month or 0, self.day or 0)
        except ValueError:
            return None


_M = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_W = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
# "between 2015 and 2019"
BETWEEN, AND = "between|zwischen|entre|tra|fra|tussen", "and|und|et|y|e|en"
_WEEKDAY = rf"(?:(?P<weekday>{_W})(?![^\W_])[,.]?\s+(?:(?:the|den|dem|am|le|el|dia|día)\s+)?)?"
# The year before the first of each era; 平成14年 is 2002, 元年 the first year. Source: the Era Name Act's list of eras.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
# Each shape after a sign of it that is quickly seen; one with a month has none but its words.
_SHAPES = [
    # 平成14年4月
    (
        "|".join(_ERAS),
        rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<reign>元|\d{{1,2}})\s?年(?:\s?(?P<month>1[0-2]|0?[1-9])\s?月(?:\s?(?P<day>{_DAY})\s?日)?)?",
    ),
    # '18年
    ("['’‘]\\d\\d\\s?年", r"(?P<era>['’‘])(?P<reign>\d\d)\s?年"),
    # 2019年9月1日
    ("年", rf"(?P<year>{_YEAR})\s?年(?:\s?(?P<month>1[0-2]|0?[1-9])\s?月(?:\s?(?P<day>{_DAY})\s?日)?)?"),
    # 2016-06-08, 2016/06
    (
        r"\d{4}[-/]\d",
        rf"(?<![\d/-])(?P<year>{_YEAR})[-/](?P<month>1[0-2]|0[1-9])(?:[-/](?P<day>3[01]|[12]\d|0[1-9]))?(?![\d/])",
    ),
    # 08/2022, 8.2022
    (r"\d[./]\d{4}", rf"(?<![\d.,/-])(?P<month>1[0-2]|0?[1-9])[./](?P<year>{_YEAR})(?!\d|[./]\d)"),
    # between 2016 and 2019
    (
        rf"\b(?:{BETWEEN})\s",
        rf"(?<=\s)(?P<year>{_YEAR})\s(?:{AND})\s(?P<until>{_YEAR})(?![\d.,]\d)",
    ),
    # 2016–2019, 2016–19, 2016 to 2019
    (
        r"\d{4}(?:\s?[–—-]|\s(?:to|until|till|bis|à|hasta|al|a|through)\s)",
        rf"(?<![\d.,-])(?P<year>{_YEAR})(?:\s?[–—-]\s?|\s(?:to|until|till|bis|à|hasta|al|a|through)\s)(?P<until>{_YEAR}|\d\d(?!\d))(?![\d.,/]\d)",
    ),
    # 26 December 2019, 26. Dezember, 26th of December
    (
        "",
        rf"{_WEEKDAY}(?<![\d.,])(?P<day>{_DAY})(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<word>{_M})(?![^\W_])\.?(?:,?\s+(?:de\s+|del\s+)?(?P<year>{_YEAR}))?(?!\d)",
    ),
    # December 26, 2019; September 2019; September
    (
        "",
        rf"{_WEEKDAY}\b(?P<word>{_M})(?![^\W_])\.?(?:\s+(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d:.]|\s?%))?(?:,?\s+(?:de\s+|del\s+|of\s+)?(?P<year>{_YEAR}))?(?!\d)",
    ),
    # 26.12.2019, 26/12/2019
    (r"\d[./]\d", rf"(?<![\d.,/])(?P<day>{_DAY})[./](?P<month>1[0-2]|0?[1-9])[./](?P<year>{_YEAR})(?!\d)"),
    # 1990s, the nineties are left to the reader
    (r"\d0['’]?(?:s|er)\b", rf"(?<![\d.,])(?P<decade>{_YEAR[:-4]}\d0)['’]?(?:s|er)\b"),
    # 2019
    (r"\d{4}", rf"(?<![\d.,$€£-])(?P<year>{_YEAR})(?!\d|[.,]\d|\s?[%€$£])"),
]
_ANY = [(sign and re.compile(sign, re.IGNORECASE), re.compile(shape, re.IGNORECASE)) for sign, shape in _SHAPES]
_KEPT = 1000
_YEARLIKE = re.compile(rf"\d{{4}}|['’‘]\d\d\s?年|{'|'.join(_ERAS)}")
# Above it a year of two digits is one of the last century.
_THIS_CENTURY = 50
_LETTERS = re.compile(r"[^\W\d_]+")


def find(text: str) -> tuple[Date, ...]:
    """All dates and years, in order and without overlap."""
    return _kept(text) if len(text) <= _KEPT else _found(text)


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[Date, ...]:
    return _found(text)


def _found(text: str) -> tuple[Date, ...]:
    months = not MONTHS.keys().isdisjoint(_LETTERS.findall(text.lower()))
    if not months and not _YEARLIKE.search(text):
        return ()
    taken = bytearray(len(text))
    found: list[Date] = []
    for sign, shape in _ANY:
        for match in shape.finditer(text) if (sign.search(text) if sign else months) else ():
            start, end = match.span()
            date = None if any(taken[start:end]) else _date(match)
            if date:
                taken[start:end] = b"\1" * (end - start)
                found.append(date)
    return tuple(sorted(found, key=lambda date: date.start))


def _date(match: re.Match[str]) -> Date | None:
    told = match.groupdict()
    word = (told.get("word") or "").lower()
    decade = told.get("decade")
    year = _number(decade) or _number(told.get("year")) or _year_of_reign(told)
    day = _number(told.get("day"))
    if word and not year and not day and (word in _EVERYDAY or not match["word"][0].isupper()):
        return None
    month = MONTHS[word] if word else _number(told.get("month"))
    weekday = WEEKDAYS.get((told.get("weekday") or "").lower())
    text = match.group().rstrip()
    until = _last_year(year, told.get("until"))
    return Date(match.start(), match.start() + len(text), text, year, month, day, until, bool(decade), weekday)


def _year_of_reign(told: dict[str, str | None]) -> int | None:
    era, reign = told.get("era"), told.get("reign")
    if era and reign and era not in _ERAS:
        return (1900 if int(reign) > _THIS_CENTURY else 2000) + int(reign)
    return _ERAS[era] + (1 if reign == "元" else int(reign)) if era and reign else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _last_year(year: int | None, until: str | None) -> int | None:
    if not year or not until:
        return None
    return int(until) if len(until) == 4 else year - year % 100 + int(until)


def years(text: str) -> Iterator[int]:
    """Every year named, ranges with both ends."""
    for date in find(text):
        if date.year:
            yield date.year
        if date.until:
            yield date.until


def matches(said: Date, known: Date) -> bool:
    """Whether a source that says ``known`` bears out ``said``; what ``said`` leaves open is not asked for."""
    if said.decade:
        return known.year is not None and said.year == known.year - known.year % 10
    if said.year and not _year_fits(said, known):
        return False
    if said.month and known.month != said.month:
        return False
    return not (said.day and known.day != said.day)


def _year_fits(said: Date, known: Date) -> bool:
    if known.decade:
        return False
    if said.until:
        return said.year in (known.year, known.until) and said.until in (known.year, known.until)
    return said.year in (known.year, known.until)
