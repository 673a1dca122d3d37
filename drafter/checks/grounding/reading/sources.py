"""Everything the sources say, cut into windows that can be searched: sentences, entries, facts.

A claim needs its parts *together*: a year beside its event, a role beside its person. So evidence is looked up in
windows, tight ones first (a sentence, a fact), then loose ones (an entry, two neighbouring sentences).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.language import dates, numbers, places
from drafter.language.meaning import (
    CJK,
    cjk_concepts,
    compound_concepts,
    concept_words,
    concepts,
    fold,
    joined_concepts,
    stem,
)
from drafter.language.translation import english, english_in, rejoined, root

if TYPE_CHECKING:
    from drafter.checks._rule import Context

_CAPITALS = re.compile(r"[^\W\d_]*[A-Z][^\W\d_]*[A-Z][^\W\d_]*")


@dataclass(eq=False, slots=True)
class Window:
    """A stretch of evidence: the terms in it, its numbers and dates, and whom it is about (``None``: nobody else).

    ``english`` has the English words for what a text of another language says.
    """

    text: str
    terms: frozenset[str]
    numbers: tuple[numbers.Number, ...]
    dates: tuple[dates.Date, ...]
    tight: bool
    owner: str | None = None
    fact: str | None = None
    former: bool = False
    place: tuple[str, int, int] = ("", 0, 0)
    english: tuple[str, ...] = ()
    language: str = "en"

    @property
    def countries(self) -> frozenset[str]:
        """The countries that it names, itself or by a town."""
        named = frozenset(term[2:] for term in self.terms if term.startswith("~#"))
        return named | places.countries_of(places.named_in(self.text))


@dataclass(eq=False)
class Evidence:
    """The searchable whole; ``postings`` lead from a term to the windows that hold it."""

    windows: list[Window] = field(default_factory=list)
    postings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    figured: list[Window] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    folded: str = ""
    noted: str = ""
    owners: set[str] = field(default_factory=set)

    @cached_property
    def initials(self) -> set[str]:
        """The initials of every few neighbouring words on a line of the notes, for acronyms in the message."""
        return {letters for text in self.texts for line in text.splitlines() for letters in _initials(line)}

    @property
    def acronyms(self) -> Iterator[str]:
        """Words in capitals, in lower case."""
        return (term[1:] for term in self.postings if term[0] == "^")

    @cached_property
    def towns(self) -> frozenset[int]:
        """The large towns that the sources name."""
        return frozenset().union(*(places.named_in(window.text) for window in self.windows if window.tight))

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of those towns, and those where the language of a source in another than English is spoken."""
        return places.countries_of(self.towns) | places.homes(self.languages)

    def add(self, window: Window) -> None:
        """Take in one more window."""
        at = len(self.windows)
        self.windows.append(window)
        if window.numbers or window.dates:
            self.figured.append(window)
        for term in filter(None, window.terms):
            self.postings[term].append(at)

    def knows(self, terms: Iterable[str]) -> bool:
        """Whether any of these terms stands anywhere."""
        return any(term in self.postings for term in terms)


# "l'Université" begins with a U.
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|dell|nell|all|dall|sull|un)['’](?=\w)", re.IGNORECASE)
_SMALL = frozenset(("of", "the", "for", "and", "de", "für", "und"))


def _initials(line: str) -> Iterator[str]:
    words = [_ELIDED.sub("", word) for word in WORD.findall(line) if word.lower() not in _SMALL]
    letters = fold("".join(word[0] for word in words))
    if len(letters) != len(words):
        return
    for at, word in enumerate(words):
        shortest = 2 if word[0].isupper() else 3
        for length in range(shortest, min(8, len(words) - at) + 1):
            yield letters[at : at + length]


@lru_cache(maxsize=32768)
def terms_of(word: str) -> tuple[str, ...]:
    """What a word is looked up by: its stem, its root in another language and the concepts it stands for."""
    return (stem(word), "/" + root(word), *("~" + concept for concept in concepts(word)))


def terms_in(text: str) -> frozenset[str]:
    """All terms of a stretch of text, also those of neighbouring words read as one."""
    words = WORD.findall(text)
    found: set[str] = set()
    for word in words:
        found.update(_terms_within(word))
    found.update("~" + concept for concept in joined_concepts([fold(word) for word in words]))
    if CJK.search(text):
        found.update("~" + concept for concept in cjk_concepts(text))
    return frozenset(found)


@lru_cache(maxsize=32768)
def _terms_within(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_single(word)))


def _single(word: str) -> Iterator[str]:
    yield from terms_of(word)
    yield from ("~" + concept for concept in compound_concepts(word))
    for part in re.split(r"[-'’.]", word) if not word.isalnum() else ():
        if len(part) > 1:
            yield from terms_of(part)
    if _CAPITALS.fullmatch(word):
        yield "^" + "".join(char for char in word if char.isupper()).lower()


def initials_of(words: Sequence[str]) -> str:
    """First letters, small words left out."""
    return "".join(
        fold(word)[0] for word in words if fold(word) not in {"of", "the", "for", "and", "de", "et", "für", "und"}
    )


def said_before(context: Context) -> tuple[str, ...]:
    """What was written between the two before, and what the message is for."""
    history = (
        " · ".join(filter(None, (one.date.isoformat() if one.date else "", one.subject, one.message)))
        for one in context.history
    )
    return tuple(filter(None, (*history, context.received, context.purpose)))


def _terms_translated(word: str) -> Iterator[str]:
    """As of any word, but a translation is in the tables of concepts or is not: its stem is too often another's."""
    yield stem(word)
    yield from ("~" + concept for concept in concept_words().get(fold(word), ()))


@lru_cache(maxsize=32768)
def terms_abroad(word: str) -> tuple[str, ...]:
    """What the English words for one of another language are looked up by."""
    parts = (word, *re.split(r"[-'’]", word)) if not word.isalnum() else (word,)
    told = (term for part in parts for one in sorted(english(part)) for term in _terms_translated(one))
    return tuple(dict.fromkeys(told))


def window_of(text: str, *, tight: bool = True, language: str = "en", **more: object) -> Window:
    """A stretch of text made searchable."""
    words = WORD.findall(text)
    abroad: tuple[str, ...] = ()
    if language == "en":
        # The endings of other languages cut English words wrongly: "planet" is no "plan".
        terms = frozenset(term for term in terms_in(text) if term[:1] != "/")
    else:
        abroad = tuple(sorted(english_in(text, words)))
        told = (term for word in abroad for term in _terms_translated(word))
        terms = terms_in(text).union(told, rejoined(words) if language == "de" else ())
    found = Window(text, terms, numbers.find(text, language), dates.find(text), tight, english=abroad)
    found.language = language
    for name, value in more.items():
        setattr(found, name, value)
    return found
