"""The parts of people's names.

Names follow no single order. What cannot be told from the writing alone (a Hungarian or romanised Japanese order) is
read as given name first, which is how most sources in Latin script print them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from drafter.language._name_words import (
    CJK_SURNAMES,
    HONORIFICS_AFTER,
    JAPANESE_SURNAMES,
    PARTICLES,
    SECOND_GIVEN,
    SUFFIXES,
    TITLES,
)

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々]")
BRACKETED = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]")
NICKNAME = re.compile(r"[\"“„«‘']([^\"”“»’']{2,20})[\"”“»’']")


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
        if self.family and self.given and CJK.search(self.full):
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
    nickname = NICKNAME.search(full)
    bare = BRACKETED.sub("", NICKNAME.sub(" ", full) if nickname else full).strip()
    title, bare = _leading_titles(bare)
    bare, suffix = trailing_suffixes(bare)
    said = nickname.group(1) if nickname else None
    if CJK.search(bare):
        family, given = cjk_parts(bare)
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
    while len(words) > 1 and title_key(words[0]) in TITLES:
        found.append(words.pop(0))
    return " ".join(found) or None, " ".join(words)


def title_key(word: str) -> str:
    """A word as titles are listed: folded, without full stop and comma."""
    return fold(word).strip(".,")


def trailing_suffixes(text: str) -> tuple[str, str | None]:
    """The name without what follows it, and that ("PhD", "Jr", an honorific)."""
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


def cjk_parts(text: str) -> tuple[str | None, str | None]:
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
