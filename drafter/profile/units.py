"""A note as the units that facts are made of: headings, sentences, list items, table rows and data lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.language.dates import NO_DAY_FOLLOWS
from drafter.models import Block, BlockKind, Note
from drafter.profile.sentences import split

# A long note is read from its beginning; further on only where it names the contact.
READ_ALL = 1200
MOST_UNITS = 1500
_DATUM = re.compile(r"[ \t]*(?:[-*][ \t]+)*[\"']?([^\W\d][\w .:@/-]{0,40}?)[\"']?[ \t]*[:=][ \t]+(?=\S)")
# What stands in quotation marks in front matter ends with them.
_QUOTED_VALUE = re.compile(r"[ \t]*([\"'])([^\"'\n]*)\1[ \t]*(?:\n|\Z)")
# A work in a list of publications is one thing, however many full stops it has.
_CITED = re.compile(r"[A-ZÀ-Þ][\w'’-]+,? (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ]{1,2}\b).{0,300}?(?:19|20)\d\d", re.DOTALL)
_WORKS = re.compile(r"publication|papers|articles|books|veröffentlich|publicacion|論文|著書", re.IGNORECASE)
_VALUE_LEAD = re.compile(r"\s*(?:[|>][+-]?\d*[ \t]*\n)?\s*")
_SOFT_BREAK = re.compile(r"(?<!\n)\n(?![ \t]*\n)")
_PROSE = 60
_NO_PROSE = frozenset({"name", "title", "url", "tags", "keywords", "categories"})
_BULLET = re.compile(rf"[ \t]*(?:[-*•·▪◦‣]|\d{{1,2}}[.)]{NO_DAY_FOLLOWS})[ \t]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a note that can be judged by itself. ``line`` tells that it is no running prose."""

    note: str
    start: int
    end: int
    text: str
    kind: BlockKind
    heading: str | None = None
    above: tuple[str, ...] = ()
    group: int | None = None
    label: str | None = None
    line: bool = False
    block: int = 0

    @property
    def value(self) -> str:
        """The text without the key of a datum ("position: Director" → "Director")."""
        if self.kind != "data":
            return self.text
        found = _DATUM.match(self.text)
        value = self.text[found.end() :] if found else re.sub(r"^(?:[-*][ \t]+)+", "", self.text)
        quoted = _QUOTED_VALUE.match(value)
        value = quoted.group(2) if quoted else value
        return value.strip().rstrip(",").strip("'\"")

    @property
    def shown(self) -> str:
        """A datum's key as people read it, in the letters of the source ("Notiz")."""
        found = _DATUM.match(self.text)
        written = found.group(1).strip() if found else ""
        return (written if written.lower() == self.key else self.key or "").replace("_", " ")

    @property
    def key(self) -> str | None:
        """A datum's key in lower case, as labelled or as it stands before the colon."""
        if self.kind != "data":
            return None
        found = _DATUM.match(self.text)
        path = (self.label or (found.group(1) if found else "") or "").strip().lower()
        return path.rsplit(".", 1)[-1].removesuffix("[]") or None


def units_of(note: Note, named_at: Sequence[int] = ()) -> tuple[Unit, ...]:
    """The units of a note in order, each with the headings above it; ``named_at`` is where it names the contact."""
    found: list[Unit] = []
    headings: list[tuple[int, str]] = []
    for number, block in enumerate(note.blocks or tuple(_inferred(note.text))):
        if len(found) >= READ_ALL and block.kind != "heading" and not _between(named_at, block):
            continue
        text = note.text[block.start : block.end]
        if not text.strip():
            continue
        above = tuple(title for _, title in headings)
        if block.kind == "heading":
            level = block.level or 2
            headings = [(rank, title) for rank, title in headings if rank < level]
            above = tuple(title for _, title in headings)
            headings.append((level, " ".join(text.split())[:120]))
        found.extend(_cut(note, block, above, number))
        if len(found) >= MOST_UNITS:
            break
    return tuple(found[: MOST_UNITS * 2])


def unread_of(note: Note, units: Sequence[Unit]) -> int:
    """How many characters of a note stand in blocks of which no unit was made."""
    if len(units) < READ_ALL:
        return 0
    read = {unit.block for unit in units}
    blocks = note.blocks or tuple(_inferred(note.text))
    return sum(block.end - block.start for number, block in enumerate(blocks) if number not in read)


def _between(places: Sequence[int], block: Block) -> bool:
    at = bisect_left(places, block.start)
    return at < len(places) and places[at] < block.end


def _cut(note: Note, block: Block, above: tuple[str, ...], number: int, *, folded: bool = False) -> Iterator[Unit]:
    kind = block.kind
    whole = kind in ("title", "heading", "data")
    if kind == "data" and (told := _told_in(note.text, block)):
        yield from _cut(note, told, above, number, folded=True)
        return
    cited = kind in ("item", "row") and _is_cited(note.text[block.start : block.end], above)
    spans = [(block.start, block.end)] if whole or cited else _sentences(note.text, block, folded=folded)
    for start, end in spans:
        text = note.text[start:end]
        left = len(text) - len(text.lstrip())
        start, text = start + left, text.strip()
        bullet = _BULLET.match(text) if kind == "item" else None
        if bullet:
            start, text = start + bullet.end(), text[bullet.end() :]
        if text:
            heading = above[-1] if above else None
            line = whole or not re.search(r"[.!?…。！？][\"'”’»」)\]*]*$", text)
            yield Unit(
                note.id,
                start,
                start + len(text),
                text,
                kind,
                heading,
                above,
                block.group,
                block.label,
                line,
                number,
            )


def _sentences(text: str, block: Block, *, folded: bool) -> list[tuple[int, int]]:
    """Where the sentences stand; the line breaks of a folded value are spaces, however the next line begins."""
    if not folded:
        return list(split(text, block.start, block.end))
    value = _SOFT_BREAK.sub(" ", text[block.start : block.end])
    return [(block.start + start, block.start + end) for start, end in split(value, 0, len(value))]


def _told_in(text: str, block: Block) -> Block | None:
    """The running text that a datum holds, as the biography of a team's data file does: sentences, not one value."""
    raw = text[block.start : block.end]
    key = _DATUM.match(raw)
    if len(raw) < _PROSE or block.group is None or (key and key.group(1).lower() in _NO_PROSE):
        return None
    start = block.start + (key.end() if key else 0)
    lead = _VALUE_LEAD.match(text, start, block.end)
    start = lead.end() if lead else start
    end = block.start + len(raw.rstrip().rstrip(",").rstrip())
    if text[start : start + 1] in "\"'" and text[end - 1 : end] == text[start]:
        start, end = start + 1, end - 1
    if end - start < _PROSE or len(split(text, start, end)) < 2:
        return None
    return Block(start=start, end=end, kind="paragraph", group=block.group)


def _is_cited(text: str, above: tuple[str, ...]) -> bool:
    if len(text) > 450:
        return False
    return bool(_CITED.match(text.strip())) or bool(above and _WORKS.search(above[-1]))


def _inferred(text: str) -> Iterator[Block]:
    """Blocks of a text that came without any: Markdown headings, bullets, ``key: value`` lines, paragraphs."""
    for match in re.finditer(r"[^\n]+(?:\n(?![ \t]*(?:\n|[-*•#]|\d{1,2}[.)] |[\w .-]{1,30}:[ \t]))[^\n]+)*", text):
        piece = match.group()
        hashes = re.match(r"(#{1,6})\s+", piece)
        if hashes:
            yield Block(start=match.start() + hashes.end(), end=match.end(), kind="heading", level=len(hashes.group(1)))
        elif _BULLET.match(piece):
            yield Block(start=match.start(), end=match.end(), kind="item")
        elif re.match(r"[A-Za-z_][\w .-]{0,20}:\s+\S", piece) and len(piece) < 120 and "\n" not in piece:
            yield Block(start=match.start(), end=match.end(), kind="data", label=piece.split(":")[0].strip())
        else:
            yield Block(start=match.start(), end=match.end())
