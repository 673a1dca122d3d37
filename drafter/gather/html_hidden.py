"""Which elements of a page a reader does not see, by their own style and the page's simple rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from drafter.gather.html_tree import Element

_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;{}]+)")
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"(?:[a-zA-Z][\w-]*)?[.#][\w-]+|\[hidden\]")
_AT_BLOCK = re.compile(r"@[^{};]{0,500}[{;]")
_FAR_OFF = re.compile(
    r"-\s?(?:[1-9]\d{3,}|[5-9]\d{2})(?:\.\d+)?(?:px|em|rem|pt|%|vw|vh)?\b|-1\d{2}(?:em|rem|%|vw|vh)\b"
)
_ZERO = re.compile(r"0+(?:\.0*)?(?:px|em|rem|pt|%|ex|ch|vw|vh)?\s*(?:!important)?\Z")
_TINY = re.compile(
    r"(?:0+(?:\.\d*)?|\.\d+|1|1\.0*)px\s*(?:!important)?\Z|(?:0?\.0\d*)(?:em|rem|pt|%)\s*(?:!important)?\Z"
)
_WHITE = {
    "white",
    "#fff",
    "#ffffff",
    "#fefefe",
    "#fdfdfd",
    "rgb(255,255,255)",
    "rgba(255,255,255,1)",
    "hsl(0,0%,100%)",
    "snow",
}
_CLEAR = re.compile(r"transparent|rgba\(\d+,\d+,\d+,0(?:\.0\d*)?\)|#[0-9a-f]{6}0[0-9a-f]\Z")
_NAMED_COLOURS = {"white": "#ffffff", "black": "#000000", "red": "#ff0000", "snow": "#fffafa"}


@lru_cache(maxsize=4096)
def declarations(style: str) -> dict[str, str]:
    """The declarations of a style, names and values in lower case, comments removed."""
    style = re.sub(r"/\*.*?\*/", "", style[:4000], flags=re.DOTALL)
    return {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(style)}


@lru_cache(maxsize=4096)
def why_hidden(style: str) -> str | None:
    """The declaration that hides an element, in words, or ``None``."""
    if ":" not in style:
        return None
    found = declarations(style)
    for test in (_by_display, _by_size, _by_place):
        reason = test(found)
        if reason:
            return reason
    return None


def _by_display(style: dict[str, str]) -> str | None:
    if style.get("display", "").startswith("none"):
        return "display:none"
    if style.get("visibility", "").startswith(("hidden", "collapse")):
        return "visibility:hidden"
    if _ZERO.match(style.get("opacity", "")):
        return "opacity:0"
    colour = style.get("color", "").replace(" ", "")
    return "transparent text" if colour and _CLEAR.match(colour) and "-webkit-background-clip" not in style else None


def _by_size(style: dict[str, str]) -> str | None:
    size = style.get("font-size", "")
    if _ZERO.match(size) or _TINY.match(size):
        return "font size 0"
    boxed = any(
        _ZERO.match(style.get(name, "")) or _TINY.match(style.get(name, ""))
        for name in ("height", "width", "max-height", "max-width")
    )
    return "zero size" if boxed and style.get("overflow", "").startswith(("hidden", "clip")) else None


def _by_place(style: dict[str, str]) -> str | None:
    if _FAR_OFF.match(style.get("text-indent", "")):
        return "off-screen"
    placed = style.get("position", "").startswith(("absolute", "fixed"))
    if placed and any(_FAR_OFF.match(style.get(side, "")) for side in ("left", "right", "top", "bottom")):
        return "off-screen"
    if any(_FAR_OFF.match(style.get(name, "")) for name in ("margin-left", "margin-top")):
        return "off-screen"
    clip = style.get("clip", "") + style.get("clip-path", "")
    clipped = re.match(r"rect\(\s*[01](?:px)?[ ,]+[01](?:px)?|inset\(\s*(?:50|100)%", clip)
    shrunk = re.match(r".*scale[xy]?\(\s*0+(?:\.0+)?\s*\)", style.get("transform", ""))
    return "clipped away" if clipped or shrunk else None


class Styles:
    """The simple rules (``.class``, ``#id``, ``tag.class``) of a page's own style sheets that hide or colour text."""

    def __init__(self, sheets: Iterable[str], *, linked: bool) -> None:
        """``linked`` tells that further style sheets exist elsewhere, so that colours cannot be known."""
        self.linked = linked
        self.rules: dict[str, str] = {}
        for sheet in sheets:
            self._read(sheet)

    def _read(self, sheet: str) -> None:
        for selectors, body in _RULE.findall(_without_at_blocks(sheet[:300_000])):
            found = declarations(body)
            if why_hidden(body) is None and not found.keys() & {"color", "background", "background-color"}:
                continue
            for selector in selectors.split(","):
                selector = selector.strip()
                if _SIMPLE.fullmatch(selector) or selector in {"body", "html"}:
                    self.rules[selector] = self.rules.get(selector, "") + ";" + body

    def style_of(self, element: Element) -> str:
        """All that is declared for an element, its own style last."""
        attributes = element.attributes
        own = attributes.get("style", "")
        if not self.rules or not (attributes.get("class") or attributes.get("id") or element.tag == "body"):
            return own
        names = [f".{name}" for name in attributes.get("class", "").split()[:20]]
        if attributes.get("id"):
            names.append(f"#{attributes['id']}")
        wanted = [self.rules[key] for name in names for key in (name, element.tag + name) if key in self.rules]
        if element.tag == "body" and "body" in self.rules:
            wanted.append(self.rules["body"])
        return ";".join([*wanted, own]) if wanted else own

    def why_hidden(self, element: Element) -> str | None:
        """Why nobody sees the element, or ``None``."""
        if not element.raw:
            return None
        attributes = element.attributes
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return "hidden"
        style = self.style_of(element)
        if not style:
            return None
        return why_hidden(style) or self._same_colour(element, declarations(style))

    def _same_colour(self, element: Element, style: dict[str, str]) -> str | None:
        """White on white, or any colour on itself, as far as the page itself tells."""
        colour = _colour(style.get("color", ""))
        if not colour:
            return None
        ground = self._ground(element)
        if ground is None:
            ground = "" if self.linked else "#ffffff"
        return "text in the colour of its background" if colour == ground else None

    def _ground(self, element: Element) -> str | None:
        """The nearest background colour declared; an unreadable one (a picture, a gradient) is an empty string."""
        node: Element | None = element
        while node is not None:
            style = declarations(self.style_of(node)) if node.raw else {}
            declared = (
                style.get("background-color") or style.get("background") or node.attributes.get("bgcolor", "").lower()
            )
            if declared and not _CLEAR.match(declared) and declared not in {"none", "inherit"}:
                return _colour(declared) or ""
            node = node.parent
        return None


def _colour(value: str) -> str | None:
    """One form for the ways to write a colour; near-white is white."""
    value = value.replace("!important", "").replace(" ", "")
    if value in _WHITE:
        return "#ffffff"
    value = _NAMED_COLOURS.get(value, value)
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", value)
    if short:
        return "#" + "".join(2 * digit for digit in short.groups())
    numbers = re.fullmatch(r"rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})(?:,(?:1|1\.0+))?\)", value)
    if numbers:
        value = "#" + "".join(f"{min(255, int(number)):02x}" for number in numbers.groups())
    return value if re.fullmatch(r"#[0-9a-f]{6}", value) else None


def _without_at_blocks(sheet: str) -> str:
    """The sheet without ``@media`` and other blocks, whose rules hold only sometimes."""
    pieces, position = [], 0
    for match in _AT_BLOCK.finditer(sheet):
        if match.start() < position:
            continue
        pieces.append(sheet[position : match.start()])
        position = match.end()
        if match[0].endswith("{"):
            position = _block_end(sheet, position)
    return "".join([*pieces, sheet[position:]])


def _block_end(sheet: str, position: int) -> int:
    depth = 1
    for brace in re.compile(r"[{}]").finditer(sheet, position):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(sheet)
