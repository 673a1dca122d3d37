"""When a fact was: the date it states, and whether it is known to be over."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import datetime
import re

from drafter.language.dates import AND, BETWEEN
from drafter.language.quick import Quick

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero ene", "february feb februar février febrero", "march mar märz mars marzo",
            "april apr avril abril", "may mai mayo", "june jun juni juin junio", "july jul juli juillet julio",
            "august aug août agosto", "september sep sept septembre septiembre", "october oct oktober okt octobre octubre",
            "november nov novembre noviembre", "december dec dezember dez décembre diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_Y = r"(?:19[4-9]\d|20[0-4]\d)"
_NAMED_MONTH = Quick(_MONTH)
_ISO = re.compile(rf"(?<!\d)({_Y})[-/.](0[1-9]|1[0-2])(?:[-/.](0[1-9]|[12]\d|3[01]))?(?!\d)")
_RANGE = re.compile(
    rf"(?<!\d)({_Y})\s*(?:[-–—〜~]|to|until|bis|à|a|hasta)\s*(?:(?:{_MONTH})\.?\s+|\d{{1,2}}[./])?({_Y}|present|now|today|heute|aujourd['’]hui|présent|"
    rf"actualidad|presente|現在)(?!\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\b(?:{BETWEEN})\s(?:\w+\s)?({_Y})\s(?:{AND})\s(?:\w+\s)?({_Y})(?!\d)",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<!\w)(\d{{1,2}})(?:\.|st|nd|rd|th|er)?\s*(?:de\s+)?({_MONTH})\.?,?\s+(?:de\s+|del\s+)?({_Y})(?!\d)",
    re.IGNORECASE,
)
_US_DAY = re.compile(rf"(?<!\w)({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_Y})(?!\d)", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"(?<!\w)({_MONTH})\.?,?\s+(?:de\s+|of\s+)?({_Y})(?!\d)", re.IGNORECASE)
_JAPANESE = re.compile(rf"({_Y})年(?:(\d{{1,2}})月(?:(\d{{1,2}})日)?)?")
_YEAR = re.compile(rf"(?<![\d.,/])({_Y})(?![\d/]|[.,]\d|\s?(?:€|\$|euro|people|users|members|Mitglieder|personnes))")
_OPEN = re.compile(r"\b(?:since|seit|depuis|desde)\b|以来|より現在|から現在", re.IGNORECASE)
_OVER = Quick(
    r"former(?:ly)?|previous(?:ly)?|until|used to|in the past|was (?:a|an|the|previously)(?= )|before (?:that|joining)|"
    r"prior to|retired|emerit\w*|ehemalig\w*|früher\w*|zuvor|vormals|ancien(?:ne)?|auparavant|précédemment|antigu[oa]|"
    r"anteriormente|hasta",
    ending=r"(?!\w)",
)
_OVER_EASTERN = re.compile(r"以前|元(?!気|々)|かつて|前職")
_BEGINS = re.compile(
    r"\b(?:appoint\w+|(?:been|was|is) named|names|next|promoted|now|currently|today|joins|takes over|ernannt|"
    r"berufen|übernimmt|heute|"
    r"nommée?|désormais|aujourd['’]hui|nombrad[oa]|actualmente|ahora)\b|就任",
    re.IGNORECASE,
)
# What was founded, made or won stays so.
_DONE_FOR_GOOD = re.compile(
    r"\b(?:co-?)?(?:found(?:ed|er)|created|built|invented|established|set up|started|wrote|authored|published|"
    r"received|won|"
    r"awarded|graduated|designed|composed|gegründet|gründe\w+|entwickelte?|erhielt|verfasste|schrieb|fond(?:é|a|"
    r"ée)\b|créée?|"
    r"reçu|écrit|publié|fundó|fundad\w+|cre[óé]|recibió|ganó|escribió)\b|設立|創業|創設|受賞|開発した",
    re.IGNORECASE,
)
# When somebody came says nothing of when they left.
_JOINED = re.compile(
    r"\b(?:joined|came to|kam zu|stieß zu|a rejoint|arrivée? (?:chez|à)|se incorporó|si è unit[oa])\b|入社"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_LASTING = 5


def date_of(text: str) -> str | None:
    """The date or range a text states, as ``2019``, ``2019-09``, ``2019-09-01`` or ``2016–2019``; ranges first."""
    if not _ANY_YEAR.search(text):
        return None
    found = _RANGE.search(text) or _BETWEEN.search(text)
    if found:
        return f"{found.group(1)}–{found.group(2)}" if found.group(2).isdigit() else f"{found.group(1)}–"
    return _single(text)


def _single(text: str) -> str | None:
    if found := _ISO.search(text):
        return "-".join(part for part in found.groups() if part)
    if not _NAMED_MONTH.found_in(text):
        return _of_year(text)
    if found := _DAY.search(text):
        return f"{found.group(3)}-{_MONTHS[found.group(2).lower()]:02d}-{int(found.group(1)):02d}"
    if found := _US_DAY.search(text):
        return f"{found.group(3)}-{_MONTHS[found.group(1).lower()]:02d}-{int(found.group(2)):02d}"
    if found := _MONTH_YEAR.search(text):
        return f"{found.group(2)}-{_MONTHS[found.group(1).lower()]:02d}"
    return _of_year(text)


def _of_year(text: str) -> str | None:
    if not text.isascii() and (found := _JAPANESE.search(text)):
        return "-".join([found.group(1), *(f"{int(part):02d}" for part in found.groups()[1:] if part)])
    if found := _YEAR.search(text):
        return f"{found.group(1)}–" if _OPEN.search(text[: found.start()][-12:]) else found.group(1)
    return None


def last_year(date: str | None, today: datetime.date) -> int | None:
    """The latest year of a date as :func:`date_of` writes it; this year for a range that is still open."""
    if not date:
        return None
    if date.endswith("–"):
        return today.year
    return int(re.findall(r"\d{4}", date)[-1])


def is_over(text: str, kind: str, date: str | None, today: datetime.date) -> bool:
    """Whether a fact is known to lie in the past: it says so, or its years ended."""
    if kind in ("role", "work", "place") and _says_over(text) and not _BEGINS.search(text):
        return True
    ended = last_year(date, today)
    if ended is None or ended >= today.year:
        return False
    if date is not None and "–" not in date and _JOINED.search(text):
        return False
    if kind != "role" and _DONE_FOR_GOOD.search(text):
        return False
    if kind in ("role", "work") and date is not None and re.fullmatch(r"\d{4}–\d{4}", date):
        return True
    return kind in ("role", "work", "news", "interest", "place", "project") and ended <= today.year - _LASTING


def _says_over(text: str) -> bool:
    return _OVER.found_in(text) or (not text.isascii() and _OVER_EASTERN.search(text) is not None)


def age_of(date: str | None, today: datetime.date) -> int | None:
    """How many years ago, or ``None`` where that cannot be known."""
    year = last_year(date, today)
    return None if year is None else max(0, today.year - year)
