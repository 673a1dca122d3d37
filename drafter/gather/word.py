"""Word documents: paragraphs, headings, lists and tables in their order; hidden and deleted text stays out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from drafter.errors import GatherError
from drafter.gather.composing import Line, Source, compose
from drafter.gather.grouping import Groups
from drafter.gather.reading import Material
from drafter.models import Note

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|見出し|заголовок)\s*([1-9])", re.IGNORECASE
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(material: Material) -> Note:
    """The note of a Word document."""
    from docx import Document

    document = Document(io.BytesIO(material.data))
    properties = document.core_properties
    reader = _Reader(document)
    lines = list(reader.lines(document.iter_inner_content()))
    source = Source(
        material.origin,
        "docx",
        title=_property(properties, "title") or next((line.text for line in lines if line.kind == "heading"), None),
        author=_property(properties, "author"),
        retrieved_at=material.retrieved_at,
    )
    if reader.hidden:
        source.warnings.append(f"hidden text was left out: {reader.hidden} characters (hidden in Word)")
    note = compose(lines, source)
    if not note.text:
        raise GatherError(f"{material.origin}: the Word file holds no text; it may be a picture, so type what it says")
    return note


def _property(properties: Any, name: str) -> str | None:
    try:
        value = getattr(properties, name)
    except Exception:  # noqa: BLE001 - damaged properties are no reason to lose the text
        return None
    return str(value).strip() or None if value and value not in {"python-docx", "Word Document"} else None


class _Reader:
    def __init__(self, document: Any) -> None:
        self.hidden = 0
        self.groups = Groups()
        self._document = document

    def lines(self, content: Any, depth: int = 0) -> Iterator[Line]:
        for part in content:
            if hasattr(part, "rows"):
                yield from self._table(part, depth)
            else:
                yield from self._paragraph(part)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        text = self._text(paragraph._p)
        style = (paragraph.style.name or "") if paragraph.style is not None else ""
        heading = _HEADING.match(style)
        numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
        for piece in text.split("\n"):
            if not piece.strip():
                continue
            if heading or style in {"Title", "Titel", "Titre", "Título"}:
                yield Line(piece, "heading", int(heading[1]) if heading else 1)
            elif numbered or style.startswith(("List", "Liste", "Aufz")):
                yield Line(piece, "item")
            elif style.startswith(("Quote", "Intense Quote", "Zitat", "Citation")):
                yield Line(piece, "quoted")
            else:
                yield Line(piece)

    def _text(self, node: Any) -> str:
        """The text of a paragraph with links and inserted words, without deleted and hidden ones."""
        pieces: list[str] = []
        for run in node.iter(f"{_W}r"):
            if any(ancestor.tag in {f"{_W}del", f"{_W}moveFrom"} for ancestor in run.iterancestors()):
                continue
            text = "".join(self._piece(part) for part in run)
            if self._is_hidden(run):
                self.hidden += len(text)
                continue
            pieces.append(text)
        return "".join(pieces)

    @staticmethod
    def _piece(part: Any) -> str:
        if part.tag == f"{_W}t":
            return part.text or ""
        return {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}.get(part.tag, "")

    @staticmethod
    def _is_hidden(run: Any) -> bool:
        look = run.find(f"{_W}rPr")
        if look is None:
            return False
        vanish, size, colour = (look.find(f"{_W}{name}") for name in ("vanish", "sz", "color"))
        if vanish is not None and vanish.get(f"{_W}val", "1") not in {"0", "false", "off"}:
            return True
        tiny = size is not None and size.get(f"{_W}val", "20").isdigit() and int(size.get(f"{_W}val", "20")) <= 2
        white = colour is not None and colour.get(f"{_W}val", "").upper() == "FFFFFF"
        shaded = look.find(f"{_W}shd") is not None or look.find(f"{_W}highlight") is not None
        in_table = any(ancestor.tag == f"{_W}tc" for ancestor in run.iterancestors())
        return tiny or (white and not shaded and not in_table)

    def _table(self, table: Any, depth: int) -> Iterator[Line]:
        out: list[Line] = []
        rows = list(table.rows)
        for row in rows:
            cells: list[tuple[bool, list[Line]]] = []
            seen: set[int] = set()
            for cell in row.cells:
                if id(cell._tc) in seen or depth > 5:
                    continue
                seen.add(id(cell._tc))
                found = list(self.lines(cell.iter_inner_content(), depth + 1))
                if found:
                    cells.append((False, found))
            self.groups.row(
                out,
                cells,
                data=all(len(lines) == 1 and len(lines[0].text) < 200 for _, lines in cells),
                single=len(rows) == 1,
            )
        yield from out
