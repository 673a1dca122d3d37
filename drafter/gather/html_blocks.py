"""From the tree of a page to lines: headings, paragraphs, items, rows, with the cards they stood in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from drafter.gather.composing import Line
from drafter.gather.grouping import Groups
from drafter.gather.html_breaks import BREAK, lines_of_breaks
from drafter.gather.html_chrome import NEVER, is_chrome, is_link_list
from drafter.gather.html_elements import INLINE
from drafter.gather.html_furniture import heads_furniture, is_furniture_line
from drafter.gather.html_hidden import Styles
from drafter.gather.html_tables import is_data_table, rows_of
from drafter.gather.html_tree import Element
from drafter.models import BlockKind

_SEPARATE = frozenset(["a", "span", "button", "label", "li", "b", "strong"])
_TABLE_PARTS = frozenset(["tr", "tbody", "thead", "tfoot", "colgroup", "col", "td", "th"])
_ROW_PARTS = _TABLE_PARTS - {"tr"}
_CARD_TAGS = frozenset(["li", "article", "tr"])


class Renderer:
    """Walks a page once; ``lines`` holds what was kept, ``hidden`` what a reader would not have seen."""

    def __init__(self, whole: Element, styles: Styles, strictness: int) -> None:
        """``strictness`` says how much is taken for furniture (see :func:`is_chrome`)."""
        self.whole = whole
        self.styles = styles
        self.strictness = strictness
        self.lines: list[Line] = []
        self.hidden: list[tuple[str, str]] = []
        self.groups = Groups()
        self._buffer: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._level: int | None = None
        self._until: Element | None = None  # furniture goes on up to the end of this element …
        self._until_level = 7  # … or up to a heading of this rank
        self._walkers: dict[str, Callable[[Element], None]] = {
            "table": self._table,
            "dl": self._definitions,
            "blockquote": self._quotation,
            "pre": self._preformatted,
            "li": self._item,
            "br": self._line_break,
            "hr": self._rule,
            "img": self._nothing,
            **{f"h{level}": self._heading for level in range(1, 7)},
        }

    def run(self) -> list[Line]:
        """The lines of the whole page."""
        self._children(self.whole)
        self._flush()
        return self.lines

    # -- walking ------------------------------------------------------------------------------------------------

    def _children(self, element: Element) -> None:
        previous: Element | str = ""
        cards = self._cards(element)
        for child in element.children:
            if isinstance(child, str):
                self._buffer.append(child)
            elif child.tag in INLINE and child.tag != "br":
                self._inline(child, previous)
            elif cards and _signature(child) in cards:
                self._flush()
                self.groups.card(self.lines, self._collected(child))
            else:
                self._block(child)
            previous = child

    def _inline(self, element: Element, previous: Element | str) -> None:
        if element.raw and self._is_left_out(element):
            return
        if isinstance(previous, Element) and previous.tag in _SEPARATE and element.tag in _SEPARATE:
            self._separate(element)
        if element.tag == "img":
            return
        self._children(element)

    def _separate(self, element: Element) -> None:
        """A space between neighbours that only a style sheet keeps apart ("<a>One</a><a>Two</a>")."""
        last = self._buffer[-1] if self._buffer else ""
        if not last or not (last[-1].isalnum() or last[-1] in ".,:;)"):
            return
        first = element.first_character()
        if first.isalnum() and (element.tag == "a" or (first.isupper() and (last[-1].islower() or last[-1] in ".)"))):
            self._buffer.append(" ")

    def _block(self, element: Element) -> None:
        if element is self._until:
            self._until = None
        if element.tag == "br":
            self._buffer.append(BREAK)
            return
        self._flush()
        if self._is_left_out(element):
            return
        kind, level = self._kind, self._level
        walk = self._walkers.get(element.tag)
        (walk or self._children)(element)
        self._flush()
        self._kind, self._level = kind, level
        if self._until is element:
            self._until = None

    def _is_left_out(self, element: Element) -> bool:
        if element.tag in NEVER:
            return True
        # Furniture first: what is hidden in a menu is of no interest to anybody.
        if element.tag not in INLINE or (element.raw and "class" in element.raw):
            if is_chrome(element, self.whole, self.strictness):
                return True
            if self.strictness == 2 and element.tag in {"ul", "ol", "div"} and is_link_list(element):
                return True
        reason = self.styles.why_hidden(element) if element.raw else None
        if (
            reason is None
            and element.raw
            and element.attributes.get("aria-hidden", "") == "true"
            and element.tag not in INLINE
        ):
            reason = "aria-hidden" if element.length < 2000 else None
        if reason:
            text = " ".join(element.own_text().split())
            if text:
                self.hidden.append((reason, text))
        return bool(reason)

    def _collected(self, element: Element) -> list[Line]:
        """The lines of one element, apart from the others."""
        lines, self.lines = self.lines, []
        self._block(element)
        self._flush()
        collected, self.lines = self.lines, lines
        return collected

    def _cards(self, element: Element) -> set[str]:
        """The signatures of children that repeat: tiles, entries, rows of a grid."""
        if len(element.children) < 2 or element.tag in INLINE:
            return set()
        counts = Counter(
            _signature(child)
            for child in element.children
            if isinstance(child, Element) and child.length > 3 and child.tag not in INLINE
        )
        return {
            name
            for name, count in counts.items()
            if count > 1 and not name.startswith(("p.", "h", "dt", "dd", "table."))
        }

    # -- elements -----------------------------------------------------------------------------------------------

    def _heading(self, element: Element) -> None:
        self._kind, self._level = "heading", int(element.tag[1])
        if self._until is not None and self._level <= self._until_level:
            self._until = None
        text = " ".join(element.own_text().split()) if self.strictness == 2 else ""
        if text and self._until is None and heads_furniture(text):
            scope = _scope(element)
            rest = scope.length - scope.linked
            if rest < 0.5 * (self.whole.length - self.whole.linked) or scope.tag not in {
                "body",
                "main",
                "article",
                "document",
            }:
                self._until, self._until_level = scope, self._level
                return
            self._until, self._until_level = scope, self._level
        self._children(element)

    def _item(self, element: Element) -> None:
        if self._kind != "quoted":
            self._kind = "item"
        self._children(element)

    def _quotation(self, element: Element) -> None:
        self._kind = "quoted"
        self._children(element)

    def _preformatted(self, element: Element) -> None:
        for piece in element.own_text().split("\n"):
            self._buffer.append(piece)
            self._flush()

    def _line_break(self, _: Element) -> None:
        self._buffer.append(BREAK)

    def _rule(self, _: Element) -> None:
        self._flush()

    def _nothing(self, _: Element) -> None:
        """A picture says nothing a note could quote."""

    def _table(self, element: Element) -> None:
        rows = rows_of(element)
        data = is_data_table(rows)
        for row in rows:
            if self._is_left_out(row):
                continue
            inside = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in {"td", "th"}]
            cells = [(cell.tag == "th", self._collected(cell)) for cell in inside]
            self.groups.row(
                self.lines, [(head, lines) for head, lines in cells if lines], data=data, single=len(rows) == 1
            )
        self._loose(element, _TABLE_PARTS)

    def _loose(self, element: Element, parts: frozenset[str]) -> None:
        """What stands in a table where only its parts should, for instance because it is nested too deeply."""
        for child in element.children:
            if isinstance(child, str):
                self._buffer.append(child)
            elif child.tag not in parts:
                self._block(child)
        self._flush()

    def _definitions(self, element: Element) -> None:
        term: list[Line] = []
        for child in _definition_parts(element):
            lines = self._collected(child)
            if child.tag == "dt":
                self.lines += term
                term = lines
            elif child.tag == "dd":
                self.groups.pair(self.lines, term, lines)
                term = []
            else:
                self.lines += lines
        self.lines += term
        self._buffer += [child for child in element.children if isinstance(child, str)]

    # -- lines --------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        if not self._buffer:
            return
        text = "".join(self._buffer)
        self._buffer.clear()
        if not text or text.isspace():
            return
        for piece in lines_of_breaks(text) if BREAK in text else (" ".join(text.split()),):
            if piece and self._until is None and not (self.strictness and is_furniture_line(piece)):
                self.lines.append(Line(piece, self._kind, self._level))


def _signature(element: Element | str) -> str:
    """What siblings of one kind have in common: the tag and the first class."""
    if isinstance(element, str):
        return ""
    if element.tag in _CARD_TAGS or not element.raw:
        return element.tag + "."
    names = element.attributes.get("class", "").split()
    return f"{element.tag}.{names[0] if names else ''}"


def _scope(heading: Element) -> Element:
    """The element whose end also ends what a heading announces: the nearest that holds something after it."""
    node = heading
    while node.parent is not None and node.parent.parent is not None:
        siblings = node.parent.children
        position = next(index for index, child in enumerate(siblings) if child is node)
        if any(child.length if isinstance(child, Element) else child.strip() for child in siblings[position + 1 :]):
            break
        node = node.parent
    return node.parent or node


def _definition_parts(element: Element) -> list[Element]:
    """The terms and definitions, also where each pair is wrapped."""
    parts: list[Element] = []
    for child in element.children:
        if isinstance(child, Element):
            inner = [part for part in child.children if isinstance(part, Element) and part.tag in {"dt", "dd"}]
            parts += inner if child.tag == "div" and inner else [child]
    return parts
