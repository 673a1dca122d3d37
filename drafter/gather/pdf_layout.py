"""Where text stands on a page tells what it is: columns, lines, headings, entries of a career."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.gather.composing import Line

_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|página|pagina|sida|strona|стр\.?)\s*)?\d{1,3}\s*(?:(?:of|von|de|sur|di|av|z|из"
    r"|/)\s*\d{1,3})?\Z|\d+\s*/\s*\d+\s*ページ?\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•‣◦▪●■–·\uf0b7\u2022*-]\s+(?=\S)|[•●▪\uf0b7](?=\S)")
_DATES = re.compile(r"\(?\b(?:\w{3,10}\.?\s)?(?:19|20)\d\d\b\s?[-–—]|(?:19|20)\d\d年")
_AVERAGE = 0.5  # a letter is about half as wide as its size
_HEADING = 1.17


@dataclass(slots=True)
class Fragment:
    """A piece of text at a place, as the file draws it."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False

    @property
    def right(self) -> float:
        """Where it ends, as far as its length tells."""
        return self.x + self.size * _AVERAGE * len(self.text.rstrip("\n"))


@dataclass(slots=True)
class Page:
    """The fragments of one page."""

    fragments: list[Fragment]
    width: float
    height: float


@dataclass(slots=True)
class _Row:
    """A line as it stands on the page."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    right: float
    page: int = 0


@dataclass(slots=True)
class _Column:
    rows: list[_Row] = field(default_factory=list)

    def body_size(self) -> float:
        """The size most of the letters have."""
        sizes: Counter[float] = Counter()
        for row in self.rows:
            sizes[round(row.size, 1)] += len(row.text)
        return sizes.most_common(1)[0][0] if sizes else 10.0


def lines_of_pages(pages: Sequence[Page]) -> list[Line]:
    """The lines of a document: main columns of all pages first, then a side column where there is one."""
    main, side = _Column(), _Column()
    furniture = _repeated(pages)
    for number, page in enumerate(pages):
        columns = _columns(page)
        for target, fragments in ((main, columns[0]), (side, columns[1])):
            for row in _rows(fragments):
                row.page = number
                if row.text not in furniture and not (_PAGE_NUMBER.match(row.text) and _at_edge(row, page)):
                    target.rows.append(row)
    lines = list(_lines(main, 1))
    last = max((line.group or 0 for line in lines), default=0)
    return [*lines, *_lines(side, last + 1)]


def _at_edge(row: _Row, page: Page) -> bool:
    return row.y < 0.1 * page.height or row.y > 0.93 * page.height


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Running heads and feet: the same words near the edge of most pages."""
    if len(pages) < 3:
        return set()
    counts: Counter[str] = Counter()
    for page in pages:
        edge = {f.text.strip() for f in page.fragments if f.y < 0.08 * page.height or f.y > 0.92 * page.height}
        counts.update(edge - {""})
    return {text for text, count in counts.items() if count >= max(3, 0.6 * len(pages))}


def _columns(page: Page) -> tuple[list[Fragment], list[Fragment]]:
    """Main and side column; two equal columns are one main column in reading order; else everything is main."""
    fragments = [f for f in page.fragments if f.text.strip()]
    split = _split(fragments, page.width)
    if split is None:
        return fragments, []
    left = [f for f in fragments if f.x < split]
    right = [f for f in fragments if f.x >= split]
    largest = max(fragments, key=lambda f: (f.size, len(f.text)))
    narrow_left = split < 0.42 * page.width
    if narrow_left and (largest in right or sum(len(f.text) for f in right) > 2 * sum(len(f.text) for f in left)):
        return right, left
    if split > 0.6 * page.width:
        return left, right
    return [*_shifted(left, page.height), *right], []


def _shifted(fragments: list[Fragment], height: float) -> list[Fragment]:
    """The left of two equal columns, put above the right one; what spans both was told apart before."""
    return [Fragment(f.text, f.x, f.y + height, f.size, f.bold) for f in fragments]


def _split(fragments: list[Fragment], width: float) -> float | None:
    """The x where a second column begins, or ``None``."""
    starts = Counter(round(f.x / 4) * 4 for f in fragments)
    for start, count in sorted(starts.items(), key=lambda item: -item[1]):
        if count < 4 or not 0.22 * width < start < 0.75 * width:
            continue
        edge = start - 5
        left = [f for f in fragments if f.x < edge]
        if len({round(f.y) for f in left}) < 4:
            continue
        crossing = sum(f.right > edge + 40 for f in left)
        beside = {round(f.y / 2) for f in fragments if f.x >= edge}
        level = sum(round(f.y / 2) in beside for f in left)
        # Dates beside their entries, or a table: such lines are read across.
        if crossing <= 0.12 * len(left) and level < 0.6 * len(left):
            return edge
    return None


def _rows(fragments: list[Fragment]) -> list[_Row]:
    """Fragments of one height become a line, left to right; lines go from top to bottom."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y, f.x)):
        last = rows[-1] if rows else None
        if last and abs(last[0].y - fragment.y) <= 0.35 * max(fragment.size, last[0].size, 4):
            last.append(fragment)
        else:
            rows.append([fragment])
    return [row for parts in rows if (row := _row(sorted(parts, key=lambda f: f.x))).text]


def _row(parts: list[Fragment]) -> _Row:
    text = ""
    right = parts[0].x
    for part in parts:
        piece = part.text.replace("\n", " ")
        gap = part.x - right
        if text and not text[-1].isspace() and not piece[:1].isspace() and gap > 0.35 * part.size:
            text += "  " if gap > 3 * part.size else " "
        text += piece
        right = max(right, part.right)
    longest = max(parts, key=lambda part: len(part.text))
    return _Row(" ".join(text.split()), parts[0].x, parts[0].y, longest.size, longest.bold, right)


def _lines(column: _Column, group: int) -> Iterator[Line]:
    """The lines of a column with headings, joined paragraphs and the groups of dated entries."""
    body = column.body_size()
    reach = max((row.right for row in column.rows), default=0.0)
    ranks = sorted({round(row.size) for row in column.rows if row.size >= _HEADING * body}, reverse=True)
    found: list[tuple[Line, _Row]] = []
    for row in column.rows:
        line = _line(row, body, ranks)
        if found and _continues(found[-1], line, row, reach):
            _join(found[-1][0], line.text)
            found[-1] = (found[-1][0], row)
        else:
            found.append((line, row))
    _group_entries(found, group)
    return (line for line, _ in found)


def _line(row: _Row, body: float, ranks: list[int]) -> Line:
    bullet = _BULLET.match(row.text)
    if bullet:
        return Line(row.text[bullet.end() :], "item")
    short = len(row.text) <= 90 and not row.text.endswith((".", ",", ";"))
    if short and row.size >= _HEADING * body:
        return Line(row.text, "heading", min(6, ranks.index(round(row.size)) + 1))
    capitals = row.text.isupper() and len(row.text) > 3 and not any(letter.isdigit() for letter in row.text)
    if short and len(row.text) <= 60 and (row.bold or capitals) and not _DATES.search(row.text):
        return Line(row.text, "heading", min(6, len(ranks) + 1))
    return Line(row.text)


def _continues(before: tuple[Line, _Row], line: Line, row: _Row, reach: float) -> bool:
    """Whether a line goes on with the paragraph above: same size, near, and the one above was full."""
    above, place = before
    if above.kind == "heading" or line.kind != "paragraph" or abs(place.size - row.size) > 0.6:
        return (
            line.kind == "heading"
            and above.kind == "heading"
            and above.level == line.level
            and place.y - row.y < 1.5 * row.size
            and place.right > 0.75 * reach
        )
    near = place.page != row.page or 0 <= place.y - row.y <= 1.9 * row.size
    full = place.right >= 0.78 * reach
    low = row.text[:1].islower() and not place.text.endswith((".", "!", "?", ":"))
    return (
        near
        and len(place.text) >= 40
        and ((full and not _DATES.match(row.text)) or (low and place.right >= 0.5 * reach))
    )


def _join(line: Line, text: str) -> None:
    if line.text.endswith(("-", "\u00ad")) and text[:1].islower():
        line.text = line.text[:-1] + text
    elif text[:1] > "\u2e7f":  # scripts without spaces
        line.text += text
    else:
        line.text += " " + text


def _group_entries(found: list[tuple[Line, _Row]], group: int) -> None:
    """A dated line and the larger ones above it (employer, title, school) are one entry, up to the next."""
    current: int | None = None
    for position, (line, row) in enumerate(found):
        if line.kind == "heading" and (line.level or 6) <= 2:
            current = None
        if _DATES.search(line.text) and len(line.text) <= 120 and line.kind == "paragraph":
            current, group = group, group + 1
            for above, place in found[max(0, position - 3) : position][::-1]:
                if (
                    (above.kind == "heading" and (above.level or 6) <= 2)
                    or place.size <= row.size + 0.2
                    or above.kind == "item"
                ):
                    break
                above.group = current
            line.group = current
        elif current is not None and line.kind in {"paragraph", "item"}:
            line.group = current
