"""Which lines belong together: one person's tile, one row of a table, one term and what is said of it."""

from __future__ import annotations

from drafter.gather.composing import Line

_CARD_LINES = 15
_CARD_CHARACTERS = 4000
_TERM = 80
_DEFINITION = 300
_ROW = 600


class Groups:
    """Hands out group numbers and puts lines into groups."""

    def __init__(self) -> None:
        """Start with group 1."""
        self.last = 0

    def new(self) -> int:
        """A number not used yet."""
        self.last += 1
        return self.last

    def card(self, lines: list[Line], card: list[Line]) -> None:
        """Add the lines of one tile, as a group where they are one."""
        if 2 <= len(card) <= _CARD_LINES and sum(len(line.text) for line in card) <= _CARD_CHARACTERS and _is_one(card):
            number = self.new()
            for line in card:
                line.group = number
        lines += card

    def row(self, lines: list[Line], cells: list[tuple[bool, list[Line]]], *, data: bool, single: bool) -> None:
        """Add one row of a table: on one line if its cells are values, else as the lines they hold."""
        texts = [" ".join(line.text for line in cell) for _, cell in cells]
        if data and len(cells) > 1 and sum(map(len, texts)) <= _ROW and all(len(cell) == 1 for _, cell in cells):
            label = None
            if len(cells) == 2 and len(texts[0]) <= _TERM and (not cells[1][0]):
                label = texts[0].rstrip(" :：")
                text = f"{label}: {texts[1]}"
            else:
                text = " | ".join(texts)
            lines.append(Line(text, "row", group=self.new(), label=label))
            return
        inside = [line for _, cell in cells for line in cell]
        if single:
            lines += inside
        else:
            self.card(lines, inside)

    def pair(self, lines: list[Line], term: list[Line], definition: list[Line]) -> None:
        """Add a term and its definition: "Founded: 2012" on one line where both are short."""
        if (
            len(term) == 1
            and len(definition) == 1
            and len(term[0].text) <= _TERM
            and len(definition[0].text) <= _DEFINITION
        ):
            label = term[0].text.rstrip(" :：")
            lines.append(Line(f"{label}: {definition[0].text}", "row", group=self.new(), label=label))
            return
        self.card(lines, [*term, *definition])


def _is_one(card: list[Line]) -> bool:
    """Whether the lines are one entry and not a wrapper around several."""
    inner = {line.group for line in card if line.group is not None}
    headings = [line for line in card if line.kind == "heading"]
    if len(headings) > 1:
        return len({line.level for line in headings}) == len(headings) and len(inner) <= 1
    if headings:
        return len(inner) <= 1 or headings[0].group is not None
    return not inner
