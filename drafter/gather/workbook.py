"""Excel workbooks: the rows of each visible sheet."""

from __future__ import annotations

import io

from drafter.errors import GatherError
from drafter.gather.composing import Line, Source, compose
from drafter.gather.reading import Material
from drafter.gather.spreadsheet import row_lines
from drafter.models import Note


def read_xlsx(material: Material) -> Note:
    """The note of a workbook, one group a row."""
    from openpyxl import load_workbook

    source = Source(material.origin, "spreadsheet_row", retrieved_at=material.retrieved_at)
    lines: list[Line] = []
    try:
        book = load_workbook(io.BytesIO(material.data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                source.warnings.append(f"the hidden sheet {sheet.title!r} was left out")
                continue
            found = row_lines(sheet.iter_rows(values_only=True), source.warnings)
            first = max((line.group or 0 for line in lines), default=0)
            for line in found:
                line.group = line.group + first if line.group is not None else None
            if len(book.worksheets) > 1 and any(line.text for line in found):
                lines.append(Line(sheet.title, "heading", 2))
            lines += found
        book.close()
    except (ValueError, KeyError, OSError, TypeError, AttributeError) as error:
        raise GatherError(f"{material.origin}: the workbook is damaged ({error}); save it again or as .csv") from error
    return compose(lines, source)
