"""Numbers in running text: digits in the habits of several languages, words, percent, money, ordinals.

"1.212" is read as German writes it where the text is German, and both readings are kept where it could be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from drafter.language._number_words import (
    CURRENCIES,
    FRACTIONS,
    ORDINAL_WORDS,
    SCALES,
    TENS,
    UNITS_OF_TEN,
    VAGUE,
    WORDS,
)

Unit = Literal["plain", "percent", "money", "ordinal", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``text[start:end]``. ``other`` is the second reading where the writing allows two ("1.212").

    ``vague`` is true for "hundreds of": such a word claims no figure. ``currency`` is an ISO code. ``spelled``: it
    was written in words.
    """

    start: int
    end: int
    text: str
    value: float
    unit: Unit = "plain"
    currency: str | None = None
    other: float | None = None
    vague: bool = False
    spelled: bool = False

    @property
    def values(self) -> tuple[float, ...]:
        """All readings."""
        return (self.value,) if self.other is None else (self.value, self.other)


_GROUPED = (
    r"\d{1,3}(?:[ ’'\u202f\u00a0]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_SIGNS = "".join(sign for sign in CURRENCIES if not sign.isalnum())
_CODES = "|".join(sorted((re.escape(sign) for sign in CURRENCIES if sign.isalpha()), key=len, reverse=True))
_SCALE_WORDS = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))
_DIGITS = re.compile(
    rf"(?P<money>(?:[A-Z]{{1,2}})?[{re.escape(_SIGNS)}]\s?|\b(?:{_CODES})\s)?"
    rf"(?<![\d.,A-Za-z_])(?P<digits>{_GROUPED})"
    rf"(?:[ \u00a0\u202f-]?(?P<scale>{_SCALE_WORDS})(?![^\W\d_]))?"
    rf"(?P<cjk>[千万億兆]+)?"
    rf"(?:(?P<ordinal>st|nd|rd|th|er|ère|ème|e|º|ª|°)(?!\w))?"
    rf"(?P<percent>\s?[%％]|[ -]?(?:percent|per\s?cent|pct|prozent|pour[ -]cent|por ciento|procent|パーセント)(?!\w))?"
    rf"(?P<after>\s?[{re.escape(_SIGNS)}]|\s?(?:円|ドル|ユーロ)|\s(?:{_CODES})(?!\w))?",
    re.IGNORECASE,
)
# The longest sign or name of a currency, with what may stand around it.
_BEFORE = max(map(len, CURRENCIES)) + 4
_ANY_DIGIT = re.compile(r"\d")
_CJK = {"千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12}
_KANJI = {"〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SPELLED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
# "m" and "bn" stand for a million only after a figure.
_COUNTING = frozenset(
    (*WORDS, *ORDINAL_WORDS, *FRACTIONS, *VAGUE, *(word for word in SCALES if len(word) > 2 or not word.isascii()))
)
_KEPT = 1000
_MOST_DIGITS = 24
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def find(text: str, language: str = "en") -> tuple[Number, ...]:
    """All numbers, in order; those of dates too, which :mod:`drafter.language.dates` tells apart."""
    return _kept(text, language) if len(text) <= _KEPT else _found(text, language)


@lru_cache(maxsize=4096)
def _kept(text: str, language: str) -> tuple[Number, ...]:
    return _found(text, language)


def _found(text: str, language: str) -> tuple[Number, ...]:
    flat = text.translate(_FULL_WIDTH)
    found = [number for match in _digits(flat) if (number := _from_digits(match, language))]
    taken = bytearray(len(text))
    for number in found:
        taken[number.start : number.end] = b"\1" * (number.end - number.start)
    found += [one for one in _from_words(flat) if not any(taken[one.start : one.end])]
    if language == "de":
        found += _from_compounds(flat)
    return tuple(sorted(found, key=lambda number: number.start))


def _digits(text: str) -> Iterator[re.Match[str]]:
    """The figures of a text; only the stretches right before a digit are read for a currency."""
    at = 0
    while digit := _ANY_DIGIT.search(text, at):
        match = _DIGITS.search(text, max(at, digit.start() - _BEFORE))
        if match is None:
            return
        yield match
        at = match.end()


def _from_digits(match: re.Match[str], language: str) -> Number | None:
    digits = match["digits"]
    if len(digits) > _MOST_DIGITS:
        return None
    value, other = _readings(digits, language)
    factor = SCALES.get((match["scale"] or "").lower(), 1.0)
    for char in match["cjk"] or "":
        factor *= _CJK[char]
    sign = (match["money"] or match["after"] or "").strip()
    unit: Unit = "plain"
    if match["percent"]:
        unit = "percent"
    elif sign:
        unit = "money"
    elif match["ordinal"]:
        unit = "ordinal"
    start = match.start("digits") if not match["money"] else match.start()
    text = match.group()[start - match.start() :].rstrip()
    return Number(
        start,
        start + len(text),
        text,
        value * factor,
        unit,
        _currency(sign) if unit == "money" else None,
        None if other is None else other * factor,
    )


def _currency(sign: str) -> str:
    return CURRENCIES.get(sign) or CURRENCIES.get(sign[-1:]) or CURRENCIES.get(sign.lower()) or sign.upper()


def _readings(digits: str, language: str) -> tuple[float, float | None]:
    """The value, and a second reading where one separator could be either."""
    if digits.isdecimal():
        return float(digits), None
    bare = re.sub(r"[\s’'\u202f\u00a0]", "", digits)
    points, commas = bare.count("."), bare.count(",")
    if points and commas:
        decimal = "." if bare.rfind(".") > bare.rfind(",") else ","
        return float(bare.replace("," if decimal == "." else ".", "").replace(",", ".")), None
    sign = "." if points else ","
    if points + commas > 1:
        return float(bare.replace(sign, "")), None
    if not points + commas:
        return float(bare), None
    grouped, fraction = float(bare.replace(sign, "")), float(bare.replace(",", "."))
    if len(bare.rsplit(sign, 1)[1]) != 3 or bare.startswith("0"):
        return fraction, None
    english = language in {"en", "ja", "zh", "ko", "he", "th"}
    return (grouped, fraction) if (sign == ",") == english else (fraction, grouped)


def _from_words(text: str) -> Iterator[Number]:
    """Numbers in words: "forty-two", "two thirds", "half a million", "zwanzig", "dix"."""
    if _COUNTING.isdisjoint(_LETTERS.findall(text.lower())):
        return
    run: list[re.Match[str]] = []
    for match in _SPELLED.finditer(text):
        joined = bool(run) and re.fullmatch(r"\s+|-", text[run[-1].end() : match.start()])
        if run and not joined:
            yield from _spelled(run, text)
            run = []
        if _numeric(match.group().lower(), bool(run)):
            run.append(match)
        elif run:
            yield from _spelled(run, text)
            run = []
    yield from _spelled(run, text)


_COMPOUND = re.compile(
    r"\b(?P<number>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig)"
    r"(?=(?:monat|jähr|tägig|wöch|stünd|köpfig|teilig|stellig|fach|mal|stöckig|sprachig|minüt)\w*)"
    r"|\bzu (?P<group>zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)\b",
    re.IGNORECASE,
)
# "zweieinhalb", "2½"
_HALVES = re.compile(
    r"\b(?:(?P<number>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)einhalb|(?P<one>anderthalb)|(?P<digits>\d{1,3})½)",
    re.IGNORECASE,
)
_GROUPS = ("zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt")
_COUNTED = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_IN_COMPOUND = {word: value for value, word in enumerate(_COUNTED, start=1)} | {"zwanzig": 20}


def _from_compounds(text: str) -> Iterator[Number]:
    """Numbers inside German words: "dreimonatig", "zu viert"."""
    for match in _COMPOUND.finditer(text):
        group = match["group"]
        value = _GROUPS.index(group.lower()) + 2 if group else _IN_COMPOUND[match["number"].lower()]
        yield Number(match.start(), match.end(), match.group(), float(value), spelled=True)
    for match in _HALVES.finditer(text):
        number = 1 if match["one"] else int(match["digits"] or 0) or _IN_COMPOUND[match["number"].lower()]
        yield Number(match.start(), match.end(), match.group(), number + 0.5, spelled=True)


def _numeric(word: str, inside: bool) -> bool:
    if word in {"and", "a", "an"}:
        return inside or word == "a"
    return all(part in _COUNTING for part in word.split("-"))


def _spelled(run: list[re.Match[str]], text: str) -> Iterator[Number]:
    while run and run[0].group().lower() in {"a", "an", "and"} and not _article_counts(run):
        run = run[1:]
    while run and run[-1].group().lower() in {"a", "an", "and"}:
        run = run[:-1]
    if not run:
        return
    words = [part for match in run for part in match.group().lower().split("-")]
    start, end = run[0].start(), run[-1].end()
    value, unit, vague = _value(words)
    percent = re.match(r"[ -](?:percent|per cent|prozent|pour cent|por ciento)\b", text[end:], re.IGNORECASE)
    if percent:
        unit, end = "percent", end + percent.end()
    yield Number(start, end, text[start:end], value, unit, vague=vague, spelled=True)


def _article_counts(run: list[re.Match[str]]) -> bool:
    """Whether "a" is a one: "a hundred", "a third" — not "a two"."""
    following = run[1].group().lower() if len(run) > 1 else ""
    return run[0].group().lower() != "and" and (following in SCALES or following in FRACTIONS)


def _value(words: list[str]) -> tuple[float, Unit, bool]:
    """The value of number words in order; ordinals and fractions say so."""
    total, part, unit, vague = 0.0, 0.0, "plain", False
    for word in words:
        if word in VAGUE:
            vague, part = True, part or VAGUE[word]
        elif word in {"and", "a", "an"}:
            continue
        elif word in FRACTIONS:
            part, unit = (part or 1.0) * FRACTIONS[word] if unit != "fraction" else part * FRACTIONS[word], "fraction"
        elif word in SCALES:
            part = (part or 1.0) * SCALES[word]
            if SCALES[word] >= 1000:
                total, part = total + part, 0.0
            unit = "plain" if unit == "fraction" else unit
        elif word in ORDINAL_WORDS:
            part, unit = part + ORDINAL_WORDS[word], "ordinal"
        else:
            part += WORDS[word]
    return total + part, "ordinal" if unit == "ordinal" else "fraction" if unit == "fraction" else "plain", vague


def in_words(value: int) -> str | None:
    """An English number below a hundred in words."""
    names = {number: word for word, number in reversed(list(UNITS_OF_TEN.items()))}
    if value in names:
        return names[value]
    tens = {number: word for word, number in TENS.items()}
    return f"{tens[value // 10 * 10]}-{names[value % 10]}" if 20 < value < 100 else None
