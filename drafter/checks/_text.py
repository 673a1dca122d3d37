"""A part of a draft, cut once into sentences, words and paragraphs for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.models import PartName

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]*)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[。！？]+[」』）]*|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|ca|approx|no|inc|ltd|co|corp|jr|sr|bzw|z\.\s?b|u\.\s?a|d\.\s?h)|\b[A-Z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a part with its text; offsets are code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Text:
    """One part of a draft. ``language`` is its ISO 639-1 code ("en") as stated or detected."""

    part: PartName
    text: str
    language: str = "en"

    @cached_property
    def lowered(self) -> str:
        """The text in lower case with straight quotation marks; same length, so offsets hold."""
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in self.text)
        return folded.translate({0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'})

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words and numbers, in order."""
        return tuple(Span(m.start(), m.end(), m.group()) for m in WORD.finditer(self.text))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Stretches between blank lines."""
        return tuple(Span(m.start(), m.end(), m.group()) for m in _PARAGRAPH.finditer(self.text) if m.group().strip())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences; a line break ends one too, so that greeting and signature stand alone."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Span]:
        start = 0
        for match in _SENTENCE_END.finditer(self.text):
            if match.group().startswith(".") and _ABBREVIATION.search(
                self.text, max(start, match.start() - 12), match.start() + 1
            ):
                continue
            yield from self._trimmed(start, match.end())
            start = match.end()
        yield from self._trimmed(start, len(self.text))

    def _trimmed(self, start: int, end: int) -> Iterator[Span]:
        piece = self.text[start:end]
        left = len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        if any(char.isalnum() for char in stripped):
            yield Span(start + left, start + left + len(stripped), stripped)
