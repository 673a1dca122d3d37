"""Tables: each row of a CSV or XLSX file as "column: value", one group a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from drafter.gather.composing import Line

_MOST_ROWS = 2000
_LONGEST_CELL = 20_000


def csv_lines(text: str, warnings: list[str]) -> list[Line]:
    """The rows of a CSV text, whatever its delimiter."""
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    return row_lines((tuple(row) for row in reader), warnings)


def row_lines(rows: Iterable[Sequence[object]], warnings: list[str]) -> list[Line]:
    """Lines for rows whose first non-empty one names the columns."""
    names: list[str] = []
    lines: list[Line] = []
    number = 0
    for row in rows:
        cells = ["" if cell is None else " ".join(str(cell).split()) for cell in row]
        if not any(cells):
            continue
        if not names:
            # Some exports put remarks above the table; its header is the first row of several cells.
            if sum(map(bool, cells)) > 1 or len(cells) == 1:
                names = [cell or f"column {position}" for position, cell in enumerate(cells, 1)]
            else:
                lines.append(Line(" ".join(cells).strip()))
            continue
        number += 1
        if number > _MOST_ROWS:
            warnings.append(f"only the first {_MOST_ROWS} rows were read; use `drafter batch` for long tables")
            break
        lines += _row(names, cells, number)
    return lines or [Line(" | ".join(names), "row")]


def _row(names: list[str], cells: list[str], number: int) -> list[Line]:
    labels = [*names, *(f"column {position}" for position in range(len(names) + 1, len(cells) + 1))]
    return [
        Line(f"{label}: {cell[:_LONGEST_CELL]}", "data", group=number, label=label)
        for label, cell in zip(labels, cells, strict=False)
        if cell
    ]


def _delimiter(text: str) -> str:
    """The separator that divides the first lines most evenly."""
    head = [line for line in text[:20_000].splitlines() if line.strip()][:10]
    counts = {mark: [line.count(mark) for line in head] for mark in (",", ";", "\t", "|")}
    usable = {mark: found for mark, found in counts.items() if found and max(found) > 0}
    return max(usable, key=lambda mark: (min(usable[mark]) > 0, sum(usable[mark])), default=",")
