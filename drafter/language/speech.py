"""How long a text takes to say: digits, years, addresses and abbreviations counted as they are spoken."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

RATE = 150.0
_READ_ALOUD = {"en": 6.19, "de": 5.97, "es": 7.82, "fr": 7.18, "it": 6.99}
_IN_ENGLISH = 1.5
# Spanish "día" and "actúa" have the stressed vowel in a syllable of its own.
_VOWELS = re.compile(r"[íú]|[aeiouyàâäáãåæéèêëìîïóòôöõøœùûüý]+")
_MUTE = re.compile(r"(?<=[^\W\d_aeiouy])(?:es?|ent)$")
_PAUSE = 0.35  # seconds between the groups of a phone number

_URL = re.compile(r"(?:https?://|www\.)[^\s<>()]{1,300}|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w/])\+?\(?\d{1,4}\)?(?:[-. /\u00a0\u2010-\u2013]?\(?\d{1,5}\)?){2,8}(?![\w/])")
_DIGITS_SPACED = re.compile(r"(?<!\d)\d(?:[ ,.-]{1,3}\d(?!\d)){3,}")
_MONEY = re.compile(r"([$€£])\s?(\d[\d,.]*)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,5}s?\b")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CURRENCY = {"$": "dollars", "€": "euros", "£": "pounds"}
_SYMBOLS = {"@": " at ", ".": " dot ", "/": " slash ", "-": " dash ", "_": " underscore ", ":": " colon ", "&": " and "}
_SAID_AS_WORDS = frozenset(["NASA", "NATO", "UNESCO", "IKEA", "LASER", "SMS", "ASAP"]) - {"SMS"}
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def seconds(text: str, language: str = "en", words_per_minute: float = RATE) -> float:
    """The seconds it takes to say ``text`` at a given pace, pauses between digit groups included.

    The pace is that of an English speaker. German words have more syllables than English ones, and Spanish and French
    ones are said faster, so in these languages syllables are counted, and said as much slower than from a page as an
    English speaker of that pace says them.

    Source: syllables a second read aloud from Pellegrino, Coupé and Marsico, "A cross-language perspective on speech
    information rate", Language 87 (2011); one and a half syllables to an English word and two signs of Chinese or
    Japanese to a word are our own estimates.
    """
    spoken, pauses = _spoken(text, language)
    letters = len(_CJK.findall(spoken))
    plain = _WORD.findall(_CJK.sub(" ", spoken))
    words = len(plain) + letters / 2
    if language != "en" and language in _READ_ALOUD and not letters:
        syllables = sum(_syllables(word, language) for word in plain)
        words = syllables / _IN_ENGLISH * _READ_ALOUD["en"] / _READ_ALOUD[language]
    return words / words_per_minute * 60 + pauses * _PAUSE


def _syllables(word: str, language: str) -> int:
    """The vowels of a word that are said, those that stand together as one; a French ending is mostly silent."""
    low = _MUTE.sub("", word.lower()) if language == "fr" else word.lower()
    return max(len(_VOWELS.findall(low)), 1)


def spoken(text: str, language: str = "en") -> str:
    """The text with digits, web addresses and abbreviations written as they are said."""
    return _spoken(text, language)[0]


def is_phone(text: str) -> bool:
    """Whether a stretch of digits is long enough for a phone number and is no year or amount."""
    digits = sum(char.isdigit() for char in text)
    return 6 <= digits <= 15


def phones(text: str) -> list[tuple[int, int, str]]:
    """Phone numbers as written or dictated in digits: start, end and their digits."""
    written = [match for match in _PHONE.finditer(text) if is_phone(match.group())]
    starts = [match.start() for match in written]

    def free(match: re.Match[str]) -> bool:
        # Numbers do not overlap, so only the last that begins before this one's end can reach into it.
        before = bisect_left(starts, match.end())
        return not before or written[before - 1].end() <= match.start()

    dictated = [match for match in _DIGITS_SPACED.finditer(text) if is_phone(match.group()) and free(match)]
    return sorted(
        (match.start(), match.end(), "".join(filter(str.isdigit, match.group()))) for match in written + dictated
    )


def _spoken(text: str, language: str) -> tuple[str, int]:
    pauses = 0
    text = _URL.sub(_said_address, text)
    pieces, at = [], 0
    for start, end, _ in phones(text):
        groups = re.findall(r"\d+", text[start:end])
        said = ["plus"] if text[start] == "+" else []
        said += [number(int(digit), language) for group in groups for digit in group]
        pauses += len(groups)
        pieces += [text[at:start], " ".join(said)]
        at = end
    text = "".join([*pieces, text[at:]])
    text = _MONEY.sub(lambda found: f"{found[2]} {_CURRENCY[found[1]]}", text)
    text = text.replace("%", " percent")
    text = _NUMBER.sub(lambda found: f" {_said_number(found.group(), language)} ", text)
    return _ABBREVIATION.sub(_spelled, text), pauses


def _said_address(match: re.Match[str]) -> str:
    inside = re.sub(r"^https?://", "", match.group()).rstrip(".,;!?/")
    said = "".join(_SYMBOLS.get(char, char) for char in inside)
    return re.sub(r"www", "w w w", said) + " "


def _spelled(match: re.Match[str]) -> str:
    found = match.group()
    if found in _SAID_AS_WORDS or (len(found) > 3 and any(vowel in found for vowel in "AEIOU")):
        return found
    return " ".join(found.rstrip("s"))


def _said_number(found: str, language: str) -> str:
    if re.fullmatch(r"(?:1[1-9]|20)\d\d", found) and language == "en":
        return _year(int(found))
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", found)
    head, _, tail = whole.replace(",", ".").partition(".")
    if len(head) > 12:
        return " ".join(number(int(digit), language) for digit in head)
    said = number(int(head), language)
    digits = [number(int(digit), language) for digit in tail if digit.isdigit()]
    return f"{said} point {' '.join(digits)}" if digits else said


def _year(year: int) -> str:
    if 2000 <= year < 2010 or year % 1000 == 0:
        return number(year)
    rest = year % 100
    return f"{number(year // 100)} {'hundred' if not rest else 'oh ' + number(rest) if rest < 10 else number(rest)}"


@lru_cache(maxsize=2048)
def number(value: int, language: str = "en") -> str:
    """A whole number in words; English ones without any library, so that a check starts at once."""
    if language == "en":
        return _english(value)
    from num2words import num2words

    try:
        return str(num2words(value, lang=language)).replace("-", " ")
    except NotImplementedError:
        return _english(value)


def _english(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f" {_ONES[value % 10]}" if value % 10 else "")
    for size, name in _SCALES:
        if value >= size:
            rest = value % size
            return f"{_english(value // size)} {name}" + (f" {_english(rest)}" if rest else "")
    return _ONES[0]
