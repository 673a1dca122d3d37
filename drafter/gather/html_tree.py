"""A tolerant reader of HTML source into a shallow tree, in time linear in its length.

Known parsers give up on, or slow down with, hundred thousand nested or unclosed tags; people's saved pages hold both.
Nothing here is recursive, no part of the source is read twice, and text is never dropped because tags are wrong.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from functools import lru_cache

from drafter.gather.html_elements import ENDS, ENDS_P, INLINE, RAW, VOID

MAX_DEPTH = 200
_SCAN = 80  # how many open elements are looked through for the partner of an end tag
_FAR = 20_000  # a quotation mark that closes only after so much was forgotten, not meant
# … and an end tag does not reach beyond these, whatever lies open outside.
_WALLS = frozenset(("td", "th", "table"))
_TABLE_PARTS = frozenset(["table", "tbody", "thead", "tfoot", "tr", "td", "th", "html", "body"])
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:-]{0,39})(?=[\s/><]|\Z)|(!--)|([!?]))")
_QUOTED = re.compile(r"(?:[^\"'<]+|\"[^\"]*\"|(?<==)'[^']*'|(?<=[=\s])'[^']*'|')*+")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(\"[^\"]*\"?|'[^']*'?|[^\s>\"']+))?")
_RAW_END = {tag: re.compile(rf"</{tag}(?=[\s/>]|\Z)", re.IGNORECASE) for tag in RAW}


class Element:
    """An element: its tag, the source of its attributes, its children, and how much text it and its links hold."""

    __slots__ = ("children", "length", "linked", "links", "parent", "raw", "tag")

    def __init__(self, tag: str, raw: str = "", parent: Element | None = None) -> None:
        """Keep the source of the attributes; it is read only if somebody asks."""
        self.tag = tag
        self.raw = raw
        self.parent = parent
        self.children: list[Element | str] = []
        self.length = 0
        self.linked = 0
        self.links = 0

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes with lower-case names; the first of two with one name counts."""
        return attributes_of(self.raw) if self.raw else {}

    def get(self, name: str) -> str:
        """One attribute, or an empty string."""
        return self.attributes.get(name, "")

    def first_character(self) -> str:
        """The first letter or sign inside, or an empty string."""
        node: Element | str = self
        while isinstance(node, Element):
            inner = next((child for child in node.children if not isinstance(child, str) or child), "")
            node = inner
        return node[:1]

    def own_text(self) -> str:
        """All text inside, as it stands in the source (used for raw elements and short ones)."""
        pieces: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                pieces.append(node)
            else:
                stack.extend(reversed(node.children))
        return "".join(pieces)


@lru_cache(maxsize=4096)
def attributes_of(raw: str) -> dict[str, str]:
    """Attributes by name."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(raw[:100_000]):
        value = value.strip("\"'") if value[:1] in {'"', "'"} else value
        found.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    return found


def parse(source: str) -> Element:
    """The tree of a page; deeper than ``MAX_DEPTH`` everything is a sibling, so that no text is lost."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Element("document")
        self.stack = [self.root]
        self.open: Counter[str] = Counter()
        self.beyond: Counter[str] = Counter()
        self.found: dict[str, tuple[int, int]] = {}
        self.never: set[str] = set()  # end marks known not to come any more

    def run(self) -> Element:
        source, position, size = self.source, 0, len(self.source)
        search = _TAG.search
        while position < size:
            match = search(source, position)
            if match is None:
                self._text(source[position:])
                break
            if match.start() > position:
                self._text(source[position : match.start()])
            position = self._markup(match)
        while len(self.stack) > 1:
            self._pop()
        return self.root

    def _text(self, text: str) -> None:
        if "&" in text:
            text = html.unescape(text)
        top = self.stack[-1]
        top.children.append(text)
        top.length += len(text.strip())

    def _markup(self, match: re.Match[str]) -> int:
        """Take in one piece of mark-up; return where reading goes on."""
        slash, name, comment, other = match.groups()
        if comment:
            return self._skip("-->", match.end(), match.end())
        if other:
            cdata = self.source.startswith("[CDATA[", match.end())
            return self._skip("]]>" if cdata else ">", match.end(), match.end())
        tag = name.lower()
        end = self._tag_end(match.end())
        if end < 0:
            self._text(match[0])
            return match.end()
        raw = self.source[match.end() : end]
        after = end + 1 if self.source.startswith(">", end) else end
        if slash:
            self._close(tag)
        elif tag in RAW and not raw.endswith("/"):
            return self._raw(tag, raw, after)
        else:
            self._open(tag, raw)
        return after

    def _find(self, mark: str, position: int) -> int:
        """The next mark from ``position`` on; remembered, so that no stretch is searched twice for the same mark."""
        asked, found = self.found.get(mark, (0, -1))
        if mark in self.never:
            return -1
        if asked <= position <= found:
            return found
        found = self.source.find(mark, position)
        self.found[mark] = (position, found)
        if found < 0:
            self.never.add(mark)
        return found

    def _skip(self, mark: str, position: int, otherwise: int) -> int:
        found = self._find(mark, position)
        return found + len(mark) if found >= 0 else otherwise

    def _tag_end(self, position: int) -> int:
        """Where the tag ends whose attributes begin at ``position``: at ``>``, or before the next tag."""
        end = self._find(">", position)
        if end < 0:
            return self._find("<", position)
        quoted = _QUOTED.match(self.source, position, end)
        reached = quoted.end() if quoted else position
        if reached >= end:
            return end
        if self.source[reached] == "<":
            return reached
        closing = self._find(self.source[reached], reached + 1)
        if 0 <= closing - reached < _FAR:
            return self._after_quote(closing + 1)
        following = self._find("<", position)
        return following if 0 <= following < end else end

    def _after_quote(self, position: int) -> int:
        """The end of a tag after a quoted value that held ``>``; a few such values are followed, not any number."""
        for _ in range(20):
            end = self._find(">", position)
            if end < 0:
                return position
            quoted = _QUOTED.match(self.source, position, end)
            reached = quoted.end() if quoted else position
            if reached >= end or self.source[reached] == "<":
                return min(reached, end)
            closing = self._find(self.source[reached], reached + 1)
            if not 0 <= closing - reached < _FAR:
                return end
            position = closing + 1
        return position

    def _raw(self, tag: str, raw: str, position: int) -> int:
        """An element whose content is no mark-up (scripts), or mark-up nobody sees (drawings, templates)."""
        mark = f"</{tag}"
        found = None if mark in self.never else _RAW_END[tag].search(self.source, position)
        if found is None:
            self.never.add(mark)
            return position
        element = Element(tag, raw, self.stack[-1])
        element.children.append(self.source[position : found.start()])
        self.stack[-1].children.append(element)
        end = self._find(">", found.end())
        return end + 1 if end >= 0 else found.end()

    def _open(self, tag: str, raw: str) -> None:
        if tag in ENDS_P and self.open["p"]:
            self._end_paragraph()
        ends = ENDS.get(tag)
        if ends:
            self._end_siblings(*ends)
        parent = self.stack[-1]
        element = Element(tag, raw, parent)
        parent.children.append(element)
        if tag in VOID:
            return
        if len(self.stack) >= MAX_DEPTH:
            self.beyond[tag] += 1
            return
        self.stack.append(element)
        self.open[tag] += 1

    def _end_paragraph(self) -> None:
        """Close an open ``p`` with only inline elements inside."""
        depth = len(self.stack) - 1
        while depth > 0 and self.stack[depth].tag in INLINE:
            depth -= 1
        if self.stack[depth].tag == "p":
            self._pop_to(depth)

    def _end_siblings(self, names: frozenset[str], stops: frozenset[str]) -> None:
        """Close the open elements that the new one cannot stand in: a list item in a list item, a cell in a cell."""
        if not any(self.open[name] for name in names):
            return
        outermost = 0
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - _SCAN), -1):
            tag = self.stack[depth].tag
            if tag in stops:
                break
            if tag in names:
                outermost = depth
        if outermost:
            self._pop_to(outermost)

    def _close(self, tag: str) -> None:
        if tag == "br":
            self._open("br", "")
            return
        if self.beyond[tag]:
            self.beyond[tag] -= 1
            return
        if not self.open[tag]:
            return
        walled = tag not in _TABLE_PARTS
        for depth in range(len(self.stack) - 1, max(0, len(self.stack) - _SCAN), -1):
            found = self.stack[depth].tag
            if found == tag:
                self._pop_to(depth)
                return
            if walled and found in _WALLS:
                return

    def _pop_to(self, depth: int) -> None:
        while len(self.stack) > depth:
            self._pop()

    def _pop(self) -> None:
        element = self.stack.pop()
        self.open[element.tag] -= 1
        parent = self.stack[-1]
        parent.length += element.length
        if element.tag == "a":
            element.linked, element.links = element.length, 1
        parent.linked += element.linked
        parent.links += element.links
