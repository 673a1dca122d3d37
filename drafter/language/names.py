"""People's names: their parts, and whether two writings of a name may be the same person.

Names follow no single order. What cannot be told from the writing alone (a Hungarian or romanised Japanese order) is
read as given name first, which is how most sources in Latin script print them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.language._name_words import (
    CJK_SURNAMES,
    HONORIFICS_AFTER,
    JAPANESE_SURNAMES,
    NICKNAMES,
    NOT_NAMES,
    PARTICLES,
    SECOND_GIVEN,
    SUFFIXES,
    TITLES,
)

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々]")
_BRACKETED = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
_NICKNAME = re.compile(r"[\"“„«‘']([^\"”“»’']{2,20})[\"”“»’']")
_CJK_ORGANIZATION = re.compile(
    r"株式会社|有限会社|合同会社|法人|大学|学校|協会|財団|委員会|組合|連盟|研究所|病院|銀行|会社|公司|集团|学院|회사|대학|재단|협회|センター|クラブ"
)
_BEFORE_NAMES = frozenset(
    "in with for and but when while as after before since the that said says und mit für als nach bei seit für auch "
    "et avec pour mais selon depuis y con para pero según desde today here then now also later however dr "
    "prof".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ.·・][^\W\d_]+)*\.?|[^\W\d_]\.")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts; ``given`` is what the person is called by, ``family`` keeps its particles ("von der Heide")."""

    full: str
    given: str | None = None
    middle: str | None = None
    family: str | None = None
    title: str | None = None
    suffix: str | None = None
    nickname: str | None = None

    @property
    def plain(self) -> str:
        """The name without titles and suffixes."""
        parts = (self.given, self.middle, self.family)
        if self.family and self.given and _CJK.search(self.full):
            return self.family + (" " if " " in self.full else "") + self.given
        return " ".join(part for part in parts if part) or self.full


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents, for comparing names."""
    if text.isascii():
        return text.lower()
    bare = text.casefold().replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("æ", "ae").replace("’", "'")
    return "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))


@lru_cache(maxsize=2048)
def parse(name: str) -> PersonName:
    """The parts of a name as it is written."""
    full = " ".join(name.replace("\u3000", " ").split())
    nickname = _NICKNAME.search(full)
    bare = _BRACKETED.sub("", _NICKNAME.sub(" ", full) if nickname else full).strip()
    title, bare = _leading_titles(bare)
    bare, suffix = _trailing_suffixes(bare)
    said = nickname.group(1) if nickname else None
    if _CJK.search(bare):
        family, given = _cjk_parts(bare)
        return PersonName(full, given, None, family, title, suffix, said)
    given, middle, family = _latin_parts(bare)
    return PersonName(full, given, middle, family, title, suffix, said)


def given_of(name: str) -> str | None:
    """The given name, or ``None`` where the writing does not show one."""
    return parse(name).given


def family_of(name: str) -> str | None:
    """The family name with its particles, or ``None``."""
    return parse(name).family


def _leading_titles(text: str) -> tuple[str | None, str]:
    found: list[str] = []
    words = text.split()
    while len(words) > 1 and _title_key(words[0]) in TITLES:
        found.append(words.pop(0))
    return " ".join(found) or None, " ".join(words)


def _title_key(word: str) -> str:
    return fold(word).strip(".,")


def _trailing_suffixes(text: str) -> tuple[str, str | None]:
    found: list[str] = []
    for ending in HONORIFICS_AFTER:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return text[: -len(ending)].strip(), ending
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and all(_is_suffix(word) for word in parts[-1].split()):
        found.insert(0, parts.pop())
    text = ", ".join(part for part in parts if part)
    words = text.split()
    while len(words) > 2 and _is_suffix(words[-1]):
        found.insert(0, words.pop())
    return " ".join(words), ", ".join(found) or None


def _is_suffix(word: str) -> bool:
    return fold(word).replace(".", "").strip(",") in SUFFIXES


def _latin_parts(text: str) -> tuple[str | None, str | None, str | None]:
    if "," in text:
        family, _, rest = text.partition(",")
        words = rest.split()
        if words:
            return words[0], " ".join(words[1:]) or None, family.strip()
    words = text.replace(",", " ").split()
    if not words:
        return None, None, None
    if len(words) == 1:
        return words[0], None, None
    if _shouted(words[0]) and not any(_shouted(word) for word in words[1:]):
        return words[1], " ".join(words[2:]) or None, words[0].title()
    split = _family_start(words)
    return words[0], " ".join(words[1:split]) or None, " ".join(words[split:])


def _shouted(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 2 and all(char.isupper() for char in letters)


def _family_start(words: list[str]) -> int:
    for index in range(1, len(words) - 1):
        if fold(words[index]).strip(".") in PARTICLES:
            return index
    if len(words) in (3, 4) and fold(words[1]) in SECOND_GIVEN:
        return 2
    if len(words) >= 3 and _looks_iberian(words):
        return len(words) - 2
    return len(words) - 1


def _looks_iberian(words: list[str]) -> bool:
    """Two surnames: both of the last words end as Spanish surnames do ("García López")."""
    return all(re.search(r"(?:[eéií]z|[aá]s|[oó]s|[ií]a|illo|ero|ales|[ií]n|edo|ida)$", fold(w)) for w in words[-2:])


def _cjk_parts(text: str) -> tuple[str | None, str | None]:
    """Family and given name; without a space the known surnames decide, else the usual length."""
    words = re.split(r"[\s・·]+", text)
    if len(words) >= 2:
        if "・" in text or "·" in text:
            return words[-1], words[0]
        return words[0], words[1]
    for length in (3, 2, 1):
        if len(text) > length and text[:length] in JAPANESE_SURNAMES | CJK_SURNAMES:
            return text[:length], text[length:]
    if re.fullmatch(r"[\uac00-\ud7a3]{3}", text):
        return text[0], text[1:]
    if len(text) >= 4:
        return text[:2], text[2:]
    return (text[0], text[1:]) if len(text) >= 2 else (None, text)


@lru_cache(maxsize=4096)
def similarity(one: str, other: str) -> float:
    """From 0 (different people) to 1 (the same name); initials, nicknames and missing middle names cost little."""
    left, right = parse(one), parse(other)
    if fold(left.plain) == fold(right.plain):
        return 1.0
    if _CJK.search(one) or _CJK.search(other):
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


@lru_cache(maxsize=4096)
def looks_like_person(text: str) -> bool:
    """Whether a short text can be a person's name: two to five capitalised words, none an everyday title or thing."""
    if len(text) > 90:
        return False
    bare = _BRACKETED.sub("", _NICKNAME.sub(" ", text)).strip()
    if not 2 <= len(bare) <= 60 or re.search(r"[|@/:;!?&#©•–—=<>\n\"\d]", bare):
        return False
    if _CJK.search(bare):
        return _looks_cjk(bare)
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
    if _CJK.search(bare):
        return not _CJK_ORGANIZATION.search(bare) and (len(bare) <= 6 or bool(re.search(r"[\s・·]", bare)))
    caseless = bare.lower() == bare.upper()
    return caseless and 2 <= len(bare.split()) <= 5


def surname_mentions(text: str, name: str, after: int = 0) -> Iterator[tuple[int, int]]:
    """Where the text has the family name alone ("Quist said", "Ms Quist"), not with another given name before it."""
    family = parse(name).family
    if not family or len(family) < 3 or _CJK.search(name):
        return
    for match in _family_pattern(family).finditer(text, after):
        before = re.search(r"([^\W\d_][\w'’.-]*)[ \t\n]+$", text[max(0, match.start() - 40) : match.start()])
        word = before.group(1) if before else ""
        if not word[:1].isupper() or _title_key(word) in TITLES or fold(word) in _BEFORE_NAMES:
            yield match.start(), match.end()


@lru_cache(maxsize=512)
def _family_pattern(family: str) -> re.Pattern[str]:
    # Case counts here: many family names are words too.
    return re.compile(rf"(?<![\w-]){_loose(family)}(?![\w-])")


def _looks_cjk(text: str) -> bool:
    family, given = _cjk_parts(_trailing_suffixes(text)[0])
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
    if _CJK.search(name):
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
