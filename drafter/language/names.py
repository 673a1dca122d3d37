"""People's names: their parts, and whether two writings of a name may be the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.language._name_parts import (
    BRACKETED,
    CJK,
    NICKNAME,
    PersonName,
    cjk_parts,
    family_of,
    fold,
    given_of,
    parse,
    title_key,
    trailing_suffixes,
)
from drafter.language._name_words import CJK_SURNAMES, JAPANESE_SURNAMES, NICKNAMES, NOT_NAMES, PARTICLES, TITLES

__all__ = [
    "PersonName",
    "family_of",
    "fold",
    "given_of",
    "looks_like_person",
    "may_be_person",
    "mentions",
    "parse",
    "similarity",
    "surname_mentions",
]

_CJK_ORGANIZATION = re.compile(
    r"株式会社|有限会社|合同会社|法人|大学|学校|協会|財団|委員会|組合|連盟|研究所|病院|銀行|会社|公司|集团|学院|회사|대학|재단|협회|センター|クラブ"
)
# Words with a capital, as at the beginning of a sentence, that are no given name.
# fmt: off
_BEFORE_NAMES = frozenset((
    "in", "with", "for", "and", "but", "when", "while", "as", "after", "before", "since", "the", "that", "said",
    "says", "und", "mit", "für", "als", "nach", "bei", "seit", "auch", "et", "avec", "pour", "mais", "selon",
    "depuis", "y", "con", "para", "pero", "según", "desde", "today", "here", "then", "now", "also", "later",
    "however", "dr", "prof",
))
# fmt: on
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ.·・][^\W\d_]+)*\.?|[^\W\d_]\.")


@lru_cache(maxsize=4096)
def similarity(one: str, other: str) -> float:
    """From 0 (different people) to 1 (the same name); initials, nicknames and missing middle names cost little."""
    left, right = parse(one), parse(other)
    if fold(left.plain) == fold(right.plain):
        return 1.0
    if CJK.search(one) or CJK.search(other):
        return 1.0 if _squeezed(one) == _squeezed(other) else 0.0
    if not left.family or not right.family:
        return _single_similarity(left, right)
    return _part_similarity(left.given, right.given) * _family_similarity(left.family, right.family)


def _squeezed(name: str) -> str:
    return re.sub(r"[\s・·]+", "", parse(name).plain)


def _single_similarity(left: PersonName, right: PersonName) -> float:
    short, long = (left, right) if not left.family else (right, left)
    own = fold(short.given or short.full)
    if not long.family:
        return 0.0
    return 0.7 if own in (fold(long.given or ""), fold(long.family)) else 0.0


def _family_similarity(one: str, other: str) -> float:
    left, right = fold(one), fold(other)
    if left == right:
        return 1.0
    if set(re.split(r"[\s-]+", left)) & set(re.split(r"[\s-]+", right)) - PARTICLES:
        return 0.9
    return _spelling(left, right)


def _part_similarity(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.7
    left, right = fold(one).strip("."), fold(other).strip(".")
    if left == right:
        return 1.0
    if left[0] == right[0] and (len(left) == 1 or len(right) == 1):
        return 0.85
    if NICKNAMES.get(left, left) == NICKNAMES.get(right, right):
        return 0.95
    if min(len(left), len(right)) >= 3 and (left.startswith(right) or right.startswith(left)):
        return 0.9
    return _spelling(left, right)


def _spelling(left: str, right: str) -> float:
    """How alike two spellings are; a slip is a letter more, less, other, or two changed round."""
    longest = max(len(left), len(right))
    if abs(len(left) - len(right)) * 4 > longest or len(set(left) & set(right)) * 2 < len(set(left)):
        return 0.0
    close = 1 - _slips(left, right) / longest
    return close * 0.9 if close >= 0.75 else 0.0


def _slips(left: str, right: str) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, char in enumerate(left, 1):
        older, before, row = before, row, [at]
        for other_at, other in enumerate(right, 1):
            cost = min(before[other_at] + 1, row[-1] + 1, before[other_at - 1] + (char != other))
            if at > 1 and other_at > 1 and char == right[other_at - 2] and left[at - 2] == other:
                cost = min(cost, older[other_at - 2] + 1)
            row.append(cost)
    return row[-1]


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,3}")
_TWO_CAPITALS = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’]?|D['’]?)[A-ZÀ-Þ]")
_GREETING = re.compile(
    r"(?:hi|hello|hey|hallo|moin|servus|grüezi|bonjour|salut|hola|ciao|olá|oi|hoi|hej|"
    r"welcome|willkommen|bienvenue|i['’]m|i am)"
    r"(?![\w-])",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def looks_like_person(text: str) -> bool:
    """Whether a short text can be a person's name: two to five capitalised words, none an everyday title or thing."""
    if len(text) > 90:
        return False
    bare = BRACKETED.sub("", NICKNAME.sub(" ", text)).strip()
    if not 2 <= len(bare) <= 60 or re.search(r"[|@/:;!?&#©•–—=<>\n\"\d]", bare):
        return False
    if CJK.search(bare):
        return _looks_cjk(bare)
    if _GREETING.match(bare):
        return False
    name = parse(bare)
    words = re.split(r"\s+", name.plain)
    if not 2 <= len(words) <= 5:
        return False
    return all(_name_word(word) for word in words) and sum(word[0].isupper() for word in words) >= 2


def may_be_person(name: str) -> bool:
    """Whether a name given by the user can be a person's: scripts without capitals get the benefit of the doubt."""
    bare = " ".join(name.split())
    if looks_like_person(bare):
        return True
    if not 2 <= len(bare) <= 60 or re.search(r"[\d@|/&]", bare):
        return False
    if CJK.search(bare):
        return not _CJK_ORGANIZATION.search(bare) and (len(bare) <= 6 or bool(re.search(r"[\s・·]", bare)))
    caseless = bare.lower() == bare.upper()
    return caseless and 2 <= len(bare.split()) <= 5


def surname_mentions(text: str, name: str, after: int = 0) -> Iterator[tuple[int, int]]:
    """Where the text has the family name alone ("Quist said", "Ms Quist"), not with another given name before it."""
    family = parse(name).family
    if not family or len(family) < 3 or CJK.search(name):
        return
    for match in _family_pattern(family).finditer(text, after):
        before = re.search(r"([^\W\d_][\w'’.-]*)[ \t\n]+$", text[max(0, match.start() - 40) : match.start()])
        word = before.group(1) if before else ""
        if not word[:1].isupper() or title_key(word) in TITLES or fold(word) in _BEFORE_NAMES:
            yield match.start(), match.end()


@lru_cache(maxsize=512)
def _family_pattern(family: str) -> re.Pattern[str]:
    # Case counts here: many family names are words too.
    return re.compile(rf"(?<![\w-]){_loose(family)}(?![\w-])")


def _looks_cjk(text: str) -> bool:
    family, given = cjk_parts(trailing_suffixes(text)[0])
    if "・" in text and re.fullmatch(r"[\u30a0-\u30ff]{3,20}", text):
        return True
    if not family or not given or len(family) > 3 or not 1 <= len(given) <= 4:
        return False
    return family in JAPANESE_SURNAMES | CJK_SURNAMES or bool(re.search(r"\s", text))


def _name_word(word: str) -> bool:
    key = fold(word).strip(".,")
    if key in PARTICLES:
        return True
    if key in NOT_NAMES or not _TOKEN.fullmatch(word):
        return False
    if len(word) == 1:
        return True
    if re.search(r"[a-zà-ÿ][A-ZÀ-Þ]", word):  # "PyCon"
        return _TWO_CAPITALS.match(word) is not None
    if word.endswith(".") and len(word) > 3 and not _INITIALS.fullmatch(word):
        return False  # the end of a sentence, no initial
    if any(NOT_NAMES & {part} for part in key.split("-")):
        return False
    return word[0].isupper() and not (len(word) > 4 and word.isupper() and key in NOT_NAMES)


def mentions(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the text names this person: the full name (also with middle names or a nickname), or title and family."""
    pattern = _mention_pattern(name)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        yield match.start(), match.end()


@lru_cache(maxsize=512)
def _mention_pattern(name: str) -> re.Pattern[str] | None:
    parts = parse(name)
    if CJK.search(name):
        glued = r"[\s・·]*"
        names = [part for part in (parts.family, parts.given) if part]
        if not names:
            return None
        orders = [glued.join(map(re.escape, names)), glued.join(map(re.escape, reversed(names)))]
        return re.compile("|".join([*orders, f"{re.escape(names[0])}(?:さん|氏|様|先生|社長|部長)"]))
    if not parts.given:
        return None
    givens = _same_given(parts.given) | ({parts.nickname} if parts.nickname else set())
    first = "(?:" + "|".join(sorted((_loose(given) for given in givens), key=len, reverse=True)) + ")"
    if not parts.family:
        return re.compile(rf"(?<!\w){first}(?!\w)", re.IGNORECASE)
    family = _loose(parts.family)
    middle = r"(?:[ \t\u00a0\n]+(?:[^\W\d_][\w'’.-]*|[\"“(][^\"”)\n]{2,20}[\"”)])){0,2}?"
    titled = r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Herr|Frau|Mme|M|Sr|Sra|Dra)\.?\s+(?:Dr\.\s+)?"
    initial = re.escape(parts.given[0]) + r"\.?"
    written = rf"(?:{first}{middle}|{initial}(?:\s?\w\.)?)[ \t\u00a0\n]+{family}"
    return re.compile(rf"(?<!\w)(?:{written}|{titled}{family}|{family},[ ]?{first})(?!\w)", re.IGNORECASE)


def _same_given(given: str) -> set[str]:
    key = fold(given)
    root = NICKNAMES.get(key, key)
    others = {short for short, long in NICKNAMES.items() if long == root} | {root}
    return {given, *(others if root in NICKNAMES.values() else ())}


def _loose(part: str) -> str:
    """A pattern for a part of a name whatever its accents, spaces and apostrophes."""
    pieces = []
    for char in part:
        plain = fold(char)
        if char.isspace() or char == "-":
            pieces.append(r"[\s-]+")
        elif char in "'’":
            pieces.append("['’]")
        elif plain != char.casefold() and len(plain) <= 2:
            pieces.append(f"(?:{re.escape(char)}|{re.escape(plain)})")
        else:
            pieces.append(re.escape(char))
    return "".join(pieces)
