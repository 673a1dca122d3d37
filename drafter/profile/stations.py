"""The dates of a career's stations, before or after what they date: "2016–2022: …", "… (since 2021)", "2018年 …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_Y = r"(?:19[4-9]\d|20[0-4]\d)"
_MONTH = r"(?:[A-Za-zÀ-ÿ]{3,10}\.?\s+|\d{1,2}[./]\s?)"
_DATE = rf"(?:{_MONTH})?{_Y}(?:年(?:\s?\d{{1,2}}月)?)?(?:[./-]\d{{1,2}})?"
_NOW = (
    r"present|now|today|current(?:ly)?|ongoing|heute|jetzt|laufend|aujourd['’]hui|présent|actuel(?:lement)?|en cours|"
    r"actualidad|actualmente|presente|la fecha|hoy|oggi|in corso|atual(?:mente)?|hoje|heden|nu|現在|至今"
)
_DASH = r"\s*(?:[-–—−~〜～]|to|until|bis|à|a|al|hasta|até|tot)\s*"
_SINCE = r"(?:since|from|as of|seit|ab|depuis|dès|desde|dal|da|vanaf|sinds)\s+"
_PERIOD = (
    rf"(?:(?P<since>{_SINCE})?(?P<from>{_DATE})(?:(?P<dash>{_DASH})(?P<to>{_DATE}|{_NOW})?)?"
    r"(?P<open>\s?(?:より|から)(?:現在)?)?)"
)
_LEADING = re.compile(rf"\s*[(\[]?{_PERIOD}[)\]]?\s*(?:[:：,;|·•–—-]+\s*|\s+|(?<=[年月])(?=\S))(?=\S)", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:\s*[,;|·•–—:：]\s*|\s+)?[(\[]?\s*{_PERIOD}\s*[)\]]?[.\s]*\Z", re.IGNORECASE)
_YEAR = re.compile(_Y)
_LONGEST, _NEAR = 60, 40


@dataclass(frozen=True, slots=True)
class Period:
    """When something began and ended, and where the words that it dates stand. An open one goes on."""

    begin: int
    rest: tuple[int, int]
    open: bool
    closed: bool


def period_at(text: str, start: int = 0, end: int | None = None) -> Period | None:
    """The period that a line begins or ends with, or ``None``."""
    end = len(text) if end is None else end
    years = [found.span() for found in _YEAR.finditer(text, start, end)]
    if not years:
        return None
    if years[0][0] - start <= _NEAR and (found := _LEADING.match(text, start, end)):
        return _period(found, (found.end(), end))
    if end - years[-1][1] > _NEAR:
        return None
    found = _TRAILING.search(text, max(start, end - _LONGEST), end)
    return _period(found, (start, found.start())) if found and found.start() > start else None


def is_period(text: str) -> Period | None:
    """The period that a line consists of ("Jan 2020 - Present · 4 yrs"), or ``None``."""
    if not _YEAR.search(text):
        return None
    bare = re.sub(r"\s*[·(].*\Z", "", text.strip(), flags=re.DOTALL)
    found = _ALONE.match(bare)
    return _period(found, (0, 0)) if found else None


_ALONE = re.compile(rf"[(\[]?{_PERIOD}[)\]]?\Z", re.IGNORECASE)


def _period(found: re.Match[str], rest: tuple[int, int]) -> Period:
    year = int(_YEAR.search(found["from"]).group())  # type: ignore[union-attr]  # the pattern holds a year
    ended = _YEAR.search(found["to"]) if found["to"] else None
    goes_on = bool(not ended and (found["since"] or found["dash"] or found["open"]))
    return Period(year, rest, goes_on, ended is not None)
