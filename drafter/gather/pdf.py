"""PDF files: text in reading order by its place on the page, with headings, columns and joined lines."""

from __future__ import annotations

import io
import logging
import time
from typing import Any

from drafter.errors import GatherError
from drafter.gather.composing import Source, compose
from drafter.gather.pdf_layout import Fragment, Page, lines_of_pages
from drafter.gather.reading import Material
from drafter.models import Note

_MOST_PAGES = 200
_MOST_SECONDS = 25.0
_MOST_FRAGMENTS = 400_000


def read_pdf(material: Material) -> Note:
    """The note of a PDF file.

    Raises:
        GatherError: when it is locked or without text.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    source = Source(material.origin, "pdf", retrieved_at=material.retrieved_at)
    reader = pypdf.PdfReader(io.BytesIO(material.data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise GatherError(f"{material.origin}: the PDF is locked; save a copy without a password")
    count = len(reader.pages)
    pages = _pages(reader, source)
    _describe(reader, source)
    lines = lines_of_pages(pages)
    if not any(line.text.strip() for line in lines):
        raise GatherError(
            f"{material.origin}: the PDF has no text ({count} pages of pictures); run text recognition on it first"
        )
    source.title = source.title or next((line.text for line in lines if line.kind == "heading"), None)
    return compose(lines, source)


def _pages(reader: Any, source: Source) -> list[Page]:
    pages: list[Page] = []
    deadline, total = time.monotonic() + _MOST_SECONDS, 0
    for number, page in enumerate(reader.pages, 1):
        if number > _MOST_PAGES:
            source.warnings.append(f"only the first {_MOST_PAGES} of {len(reader.pages)} pages were read")
            break
        if time.monotonic() > deadline or total > _MOST_FRAGMENTS:
            source.warnings.append(
                f"only the first {number - 1} of {len(reader.pages)} pages were read; the PDF is unusually complex"
            )
            break
        pages.append(_page(page, number, source, deadline=deadline))
        total += len(pages[-1].fragments)
    return pages


class _LongEnough(Exception):  # noqa: N818 - it ends a walk, nothing is wrong
    """One page took all the time that there is."""


def _page(page: Any, number: int, source: Source, *, deadline: float) -> Page:
    fragments: list[Fragment] = []

    def visit(text: str, matrix: list[float], place: list[float], font: Any, size: float) -> None:
        if time.monotonic() > deadline:
            raise _LongEnough
        if not text or len(fragments) > _MOST_FRAGMENTS:
            return
        x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
        y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
        scale = abs(place[3] * matrix[3]) or abs(place[1] * matrix[1]) or 1.0
        name = str(font.get("/BaseFont", "")) if font else ""
        fragments.append(Fragment(text, x, y, abs(size) * scale, "bold" in name.lower() or "black" in name.lower()))

    try:
        page.extract_text(visitor_text=visit)
        box = page.mediabox
        return Page(fragments, float(box.width), float(box.height))
    except _LongEnough:
        source.warnings.append(f"page {number} was not read to its end; the PDF is unusually complex")
        return Page(fragments, 612.0, 792.0)
    except Exception as error:  # noqa: BLE001 - one bad page must not lose the others
        source.warnings.append(f"page {number} could not be read ({type(error).__name__})")
        return Page(fragments, 612.0, 792.0)


def _describe(reader: Any, source: Source) -> None:
    """Title, author and date, where the file's own description has them and they are more than a program's."""
    try:
        described = reader.metadata or {}
        title, author, made = (str(described.get(key) or "").strip() for key in ("/Title", "/Author", "/CreationDate"))
    except Exception:  # noqa: BLE001 - a broken description is no reason to lose the text
        return
    if (
        title
        and title.lower() not in {"untitled", "anonymous", "unspecified", "(anonymous)"}
        and "." not in title[-5:-2]
    ):
        source.title = title
    if author and author.lower() not in {"anonymous", "unspecified", "(anonymous)", "unknown"}:
        source.author = author
    if made.startswith("D:") and made[2:10].isdigit():
        source.published = f"{made[2:6]}-{made[6:8]}-{made[8:10]}"
