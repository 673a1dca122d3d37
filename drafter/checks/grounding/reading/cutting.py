"""How a note is cut: into sentences, with each line of a list by itself, and into entries of one thing each."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from drafter.checks._text import Span, Text

if TYPE_CHECKING:
    from drafter.models import Note

ENTRY = re.compile(r"(?m)^(?P<indent>[ \t]*)(?:[-*•]|\d+[.)])[ \t]+")


def sentences_of(note: Note, language: str) -> tuple[Span, ...]:
    """The sentences of a note; the lines of a list are sentences of their own, however long they are."""
    begins = sorted({block.start for block in note.blocks})
    found: list[Span] = []
    for span in _unwrapped(note.text, Text("message", note.text, language).sentences):
        inside = begins[bisect_right(begins, span.start) : bisect_left(begins, span.end)]
        inside = [at for at in inside if not note.text[at].islower()]
        cuts = [span.start, *inside, span.end]
        pieces = ((a, note.text[a:b].rstrip()) for a, b in itertools.pairwise(cuts))
        found += [Span(a, a + len(text), text) for a, text in pieces if text]
    return tuple(found)


def _unwrapped(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """Sentences whose second line is indented, as in a data file, in one piece again."""
    held: Span | None = None
    for span in sentences:
        if (
            held
            and span.text[0].islower()
            and held.text[-1] not in ".!?:;"
            and text.count("\n", held.end, span.start) == 1
        ):
            held = Span(held.start, span.end, text[held.start : span.end])
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def entries(note: Note) -> Iterator[tuple[int, int]]:
    """Cards, rows and items: by the note's own groups, else by list marks and blank lines."""
    groups: dict[int, list[int]] = defaultdict(list)
    for block in note.blocks:
        if block.group is not None:
            groups[block.group] += (block.start, block.end)
    if groups:
        yield from ((min(ends), max(ends)) for ends in groups.values() if max(ends) - min(ends) < 1500)
        return
    marks = [match.start() for match in ENTRY.finditer(note.text)]
    if len(marks) > 1:
        for start, end in zip(marks, [*marks[1:], len(note.text)], strict=True):
            piece = note.text[start:end]
            stop = re.search(r"\n(?=[^\s\-*•\d])", piece)
            yield start, start + (stop.start() if stop else len(piece))
        return
    for span in Text("message", note.text).paragraphs:
        if span.end - span.start < 800:
            yield span.start, span.end
