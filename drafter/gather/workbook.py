"""Excel workbooks: the rows of each visible sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from drafter.gather.composing import Line, Source, compose
from drafter.gather.reading import Material
from drafter.gather.spreadsheet import row_lines
from drafter.models import Note

# What a sheet can hold by Excel's own limits: https://support.microsoft.com/office/excel-specifications-and-limits
_MOST_ROWS = 1_048_576


def sheet_rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, each as wide as its last cell.

    A file says itself how large its sheets are and where a row stands. The library believes it, fills every row up to
    that width and every gap with empty rows: a small file could keep it busy for days.
    """
    sheet.reset_dimensions()
    return sheet.iter_rows(max_row=_MOST_ROWS, values_only=True)  # type: ignore[no-any-return]


def read_xlsx(material: Material) -> Note:
    """The note of a workbook, one group a row."""
    from openpyxl import load_workbook

    source = Source(material.origin, "spreadsheet_row", retrieved_at=material.retrieved_at)
    lines: list[Line] = []
    book = load_workbook(io.BytesIO(material.data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            source.warnings.append(f"the hidden sheet {sheet.title!r} was left out")
            continue
        found = row_lines(sheet_rows(sheet), source.warnings)
        first = max((line.group or 0 for line in lines), default=0)
        for line in found:
            line.group = line.group + first if line.group is not None else None
        if len(book.worksheets) > 1 and any(line.text for line in found):
            lines.append(Line(sheet.title, "heading", 2))
        lines += found
    book.close()
    return compose(lines, source)
