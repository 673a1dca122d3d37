"""Short names for things: the topic of a subject line, dates, the person somebody wants to meet."""

from __future__ import annotations

import datetime
import re

from drafter.writing.grammar.clause import Clause

_LOOSE = {
    "of",
    "to",
    "in",
    "on",
    "at",
    "for",
    "with",
    "and",
    "or",
    "the",
    "a",
    "an",
    "that",
    "which",
    "from",
    "by",
    "as",
    "since",
    "into",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_NAME = r"[^\W\d_a-zà-ÿ][\w’'-]+(?:\s+(?:(?:van|von|de|der|den|la|le|di|da)\s+)*[^\W\d_a-zà-ÿ][\w’'-]+){0,3}"
_MOST = 7


def topic_of(clause: Clause, organization: str | None, language: str) -> str | None:
    """What a subject line can name, at most seven words; ``None`` when nothing short offers itself."""
    if clause.form == "noun" and len(clause.text.split()) <= _MOST:
        return clause.text
    if clause.form == "you" and language.startswith("en"):
        found = re.match(
            r"(?:at \S+ )?you (?!(?:are|were|work|joined)\b)(?:(?:\w+ly|also|now) )?\w+(?: \w+(?:ed|en))?"
            r" (?P<what>(?:the|your) .+)",
            clause.text,
        )
        if found:
            return _cut(found["what"])
        named = re.match(r"you \w+ (?P<what>[A-Z][\w-]+(?:(?: (?:&|and|of|for))? [A-Z][\w-]+)*)", clause.text)
        if named and len(named["what"]) > 3:
            return named["what"]
    return organization


def _cut(text: str) -> str | None:
    words = re.split(
        r"[,;:]|\s+(?:that|which|who|where|when|because|after|since|with|into|by|to|in \d{4}|on \d+)(?=[\s,;:]|$)", text
    )[0].split()[:_MOST]
    while words and words[-1].lower() in _LOOSE:
        words.pop()
    return " ".join(words) if len(words) > 1 else None


def day(date: datetime.date, language: str) -> str:
    """The day as one writes it in a sentence: "3 March", "3. März", "3月3日"."""
    code = language.split("-")[0]
    if code == "ja":
        return f"{date.month}月{date.day}日"
    month = _MONTHS.get(code, _MONTHS["en"]).split()[date.month - 1]
    return {"de": f"{date.day}. {month}", "es": f"{date.day} de {month}"}.get(code, f"{date.day} {month}")


def month(date: datetime.date, language: str) -> str:
    """The month with its year: "March 2031"."""
    code = language.split("-")[0]
    if code == "ja":
        return f"{date.year}年{date.month}月"
    name = _MONTHS.get(code, _MONTHS["en"]).split()[date.month - 1]
    return f"{name} de {date.year}" if code == "es" else f"{name} {date.year}"


def wanted_person(purpose: str, mutual: str | None, reader: str) -> str | None:
    """Whom an introduction is wanted to, by the brief's field or by the words of the purpose."""
    if mutual and mutual != reader:
        return mutual
    office = rf"(?P<who>(?:the|your)\s(?:[a-z-]+\s){{1,4}}(?:at|of|for|in)\s{_NAME})"
    if unnamed := re.search(rf"\b(?:to|with|meet|know)\s+{office}", purpose):
        return unnamed["who"]
    if asian := re.search(r"(?P<who>[^\s、。]{2,20}?)(?:さん|様|氏)を(?:ご)?紹介", purpose):
        return asian["who"]
    found = re.search(
        rf"\b(?:möchte|gerne?|rencontrer|connaître|to|with|zu|mit|bei|à|a|avec|con|meet|know)\s+(?P<who>{_NAME})",
        purpose,
    )
    if not found or found["who"] in reader:
        return None
    place = re.match(rf"\s+(?:at|of|from|beim?|von|vom|chez|de|en|à)\s+{_NAME}", purpose[found.end() :])
    return found["who"] + (place.group() if place else "")
