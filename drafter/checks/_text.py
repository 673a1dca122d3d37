"""A part of a draft, cut once into sentences, words and paragraphs for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from drafter.models import PartName


class Lazy:
    """A regular expression compiled when first used: most checks of a message need only some of them."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._given = (pattern, flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(*self._given)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match."""
        return self.compiled.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning."""
        return self.compiled.match(text)


WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]*)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[。！？]+[」』）]*|\n+")
_WRAPPED_AT = 50
_CONTRACTED = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "e-mail": ("email",),
    "e-mails": ("emails",),
    "e-mailed": ("emailed",),
}
_ENDINGS = (("n't", "not"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"))
_IS = frozenset(["it's", "that's", "there's", "here's", "what's", "he's", "she's", "who's", "how's", "where's"])
# A single letter abbreviates too: initials, and the ends of "e.g.", "z. B.".
_ABBREVIATIONS = frozenset("mr mrs ms dr prof st vs etc ca approx no inc ltd co corp jr sr bzw".split())
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))


@lru_cache(maxsize=256)
def words_of(sentence: str) -> tuple[re.Match[str], ...]:
    """The words of a sentence; many tests ask for those of the same one."""
    return tuple(WORD.finditer(sentence))


class Span(NamedTuple):
    """A stretch of a part with its text; offsets are code points."""

    start: int
    end: int
    text: str


# Half the cost of calling the class; every word of every message passes here.
_new = tuple.__new__


class Token(NamedTuple):
    """A word as phrases see it: lower case, contractions and hyphens taken apart ("I'm" is "i", "am")."""

    word: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True)
class Text:
    """One part of a draft. ``language`` is its ISO 639-1 code ("en") as stated or detected."""

    part: PartName
    text: str
    language: str = "en"

    @cached_property
    def lowered(self) -> str:
        """The text in lower case with straight quotation marks; same length, so offsets hold."""
        folded = self.text.lower()
        if len(folded) != len(self.text):
            folded = "".join(low if len(low := char.lower()) == 1 else char for char in self.text)
        return folded.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'})

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words and numbers, in order."""
        return tuple([_new(Span, (m.start(), m.end(), m[0])) for m in WORD.finditer(self.text)])

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Stretches between blank lines."""
        return tuple(Span(m.start(), m.end(), m.group()) for m in _PARAGRAPH.finditer(self.text) if m.group().strip())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences; a line break ends one too, so that greeting and signature stand alone."""
        return tuple(self._cut())

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of all sentences, normalised for comparing."""
        found: list[Token] = []
        ends, lowered, at = [span.end for span in self.sentences[:-1]], self.lowered, 0
        ends.append(len(self.text) + 1)
        for start, end, _ in self.words:
            while start >= ends[at]:
                at += 1
            low = lowered[start:end]
            if low.isalnum():
                found.append(_new(Token, (low, start, end, at)))
            else:
                found += [Token(piece, start, end, at) for piece in _pieces(low)]
        return tuple(found)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence around an offset."""
        return next((span for span in self.sentences if span.start <= offset < span.end), None)

    def _wraps(self, newline: int) -> bool:
        """Whether a single line break merely wraps a long line of prose."""
        if self.text[newline + 1 : newline + 2].isspace():
            return False
        before = self.text[self.text.rfind("\n", 0, newline) + 1 : newline].rstrip()
        after = self.text[newline + 1 : newline + 2]
        if not after.isalnum() or before[-1:] in ".!?:;…":
            return False
        return len(before) >= _WRAPPED_AT or (after.islower() and len(before) >= _WRAPPED_AT // 2)

    def _cut(self) -> Iterator[Span]:
        start = 0
        for match in _SENTENCE_END.finditer(self.text):
            if match.group() == "\n" and self._wraps(match.start()):
                continue
            if match.group()[0] == "." and self._abbreviates(match.start(), start):
                continue
            yield from self._trimmed(start, match.end())
            start = match.end()
        yield from self._trimmed(start, len(self.text))

    def _abbreviates(self, stop: int, start: int) -> bool:
        """Whether a full stop ends an abbreviation."""
        at = stop
        while at > start and stop - at <= _LONGEST_ABBREVIATION and self.text[at - 1].isalnum():
            at -= 1
        word = self.text[at:stop].lower()
        return word in _ABBREVIATIONS or (len(word) == 1 and word.isascii() and word.isalpha())

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        piece = self.text[start:end]
        left = len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        if any(char.isalnum() for char in stripped):
            yield Span(start + left, start + left + len(stripped), stripped)


def _pieces(word: str) -> tuple[str, ...]:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if "-" in word:
        return tuple(piece for part in word.split("-") for piece in _pieces(part))
    if "'" not in word:
        return (word,)
    if word in _IS:
        return word[:-2], "is"
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], full
    return (word[:-2],) if word.endswith("'s") else (word,)
