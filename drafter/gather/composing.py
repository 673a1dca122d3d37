"""Lines of a source, with their structure, become one note: clean text and blocks by offsets."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.gather.characters import clean, count_invisible
from drafter.language.injection import without_orders
from drafter.models import Block, BlockKind, Note, NoteKind

_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Line:
    """One line of a note to be: a heading, a paragraph, an item and so on."""

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    group: int | None = None
    label: str | None = None
    verbatim: bool = False


@dataclass(slots=True)
class Source:
    """What is known about the material besides its lines."""

    origin: str
    kind: NoteKind
    title: str | None = None
    language: str | None = None
    published: str | None = None
    author: str | None = None
    retrieved_at: datetime.datetime | None = None
    warnings: list[str] = field(default_factory=list)


def compose(lines: Iterable[Line], source: Source) -> Note:
    """The note: text the lines make, a block for each, and warnings of what was left out."""
    kept = _clean_lines(lines, source)
    texts: list[str] = []
    blocks: list[Block] = []
    position, previous = 0, None
    for line in kept:
        if previous is not None:
            gap = "\n\n" if _stands_apart(line, previous) else "\n"
            texts.append(gap)
            position += len(gap)
        lead = len(line.text) - len(line.text.lstrip())
        end = position + len(line.text)
        blocks.append(_block(position + lead, end, line))
        texts.append(line.text)
        position, previous = end, line
    return note(("".join(texts)), blocks, source)


def note(text: str, blocks: Sequence[Block], source: Source) -> Note:
    """A note of finished text and blocks; its id is given later."""
    from drafter.gather.tongue import language_of

    return Note(
        id="n1",
        origin=source.origin,
        kind=source.kind,
        title=_short(source.title),
        language=language_of(text, source.language),
        retrieved_at=source.retrieved_at,
        published=source.published,
        author=_short(source.author),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        blocks=tuple(blocks),
        warnings=tuple(dict.fromkeys(source.warnings)),
    )


def squeeze(text: str) -> str:
    """The text with runs of white space as one space each."""
    return _SPACES.sub(" ", text).strip()


def _clean_lines(lines: Iterable[Line], source: Source) -> list[Line]:
    kept: list[Line] = []
    invisible = 0
    for line in lines:
        invisible += 0 if line.text.isascii() else count_invisible(line.text)
        line.text = clean(line.text).rstrip() if line.verbatim else squeeze(clean(line.text))
        if line.text.strip():
            kept.append(line)
    if invisible:
        source.warnings.append(f"{invisible} invisible character{'s were' if invisible > 1 else ' was'} removed")
    return _without_orders(kept, source)


def _without_orders(lines: list[Line], source: Source) -> list[Line]:
    texts, removed = without_orders([line.text for line in lines])
    if not removed:
        return lines
    passages = f"{removed} passage{'s' if removed > 1 else ''}"
    source.warnings.append(f"text that addresses a language model was left out ({passages})")
    for line, text in zip(lines, texts, strict=True):
        line.text = text
    return [line for line in lines if line.text.strip()]


def _stands_apart(line: Line, previous: Line) -> bool:
    """Whether an empty line helps a reader here; lines kept verbatim stay as they are."""
    if line.verbatim or previous.verbatim:
        return line.verbatim != previous.verbatim
    if line.kind == "heading":
        return previous.kind != "heading"
    return line.group != previous.group or (line.kind == "data") != (previous.kind == "data")


def _block(start: int, end: int, line: Line) -> Block:
    # Validation is skipped on purpose: a large page has tens of thousands of blocks, all made here.
    return Block.model_construct(
        start=start, end=end, kind=line.kind, level=line.level, group=line.group, label=line.label
    )


def _short(text: str | None) -> str | None:
    """A title or an author, on one line and of sane length."""
    squeezed = squeeze(clean(text)) if text else ""
    return squeezed[:300] or None
