"""Tables: rows of data, or a layout of old whose cells are ordinary text."""

from __future__ import annotations

from drafter.gather.html_tree import Element

_LONG_CELL = 300


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, not those of tables inside it."""
    rows: list[Element] = []
    stack = [table]
    while stack:
        node = stack.pop()
        for child in node.children:
            if isinstance(child, Element) and child.tag == "tr":
                rows.append(child)
        stack += [
            child
            for child in reversed(node.children)
            if isinstance(child, Element) and child.tag in {"tbody", "thead", "tfoot"}
        ]
    return rows or [table]


def is_data_table(rows: list[Element]) -> bool:
    """Whether cells are values: at least two columns, no long prose, no tables or headings inside."""
    wide = 0
    for row in rows[:50]:
        cells = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in {"td", "th"}]
        wide += sum(cell.length > 0 for cell in cells) >= 2
        if any(cell.length > _LONG_CELL or _has_structure(cell) for cell in cells):
            return False
    return wide > 0


def _has_structure(cell: Element) -> bool:
    return any(
        isinstance(child, Element) and child.tag in {"table", "h1", "h2", "h3", "article", "section"}
        for child in cell.children
    )
