"""Markdown: front matter as data, headings, lists, tables and quotations; mark-up signs are taken off the words."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from drafter.gather.composing import Line
from drafter.gather.data_files import yaml_lines
from drafter.gather.html_breaks import BREAK, lines_of_breaks
from drafter.language.dates import NO_DAY_FOLLOWS

_FRONT = re.compile(r"\A[\s\ufeff]*(?P<mark>---|\+\+\+)[ \t]*\n(?P<body>.*?)\n(?P=mark)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*)\Z")
# A longer run of blanks means no more than this one, and several patterns in a row would try each way to share it out.
_BLANKS = re.compile(r"\s{9,}")
_ITEM = re.compile(rf"\s*(?:[-*+]|\d{{1,3}}[.)]{NO_DAY_FOLLOWS})\s+(?:\[[ xX]\]\s+)?(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})\Z")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
_FENCE = re.compile(r"\s*(?:```|~~~)")
# Pandoc and Quarto: ":::" opens and closes a division, braces after a link or a picture style it.
_DIVISION = re.compile(r"\s*:{3,}(?:\s*\{[^}\n]*\}|\s*[\w.-]*)?\s*:*\Z")
_ATTRIBUTES = re.compile(r"(?<=[\])])\{[.#:][^}\n]{0,200}\}")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:\s+\S+.*\Z")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SHORTCODE = re.compile(r"\{\{[<%].{0,500}?[%>]\}\}|\{%.{0,500}?%\}|\{:[^}\n]{0,200}\}")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]\n]{1,1000})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\]\n]{0,200}\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500}|[^<>\s@]{1,64}@[^<>\s@]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,1000}>")
_BLOCK_TAG = re.compile(
    r"</?(p|div|section|article|main|header|footer|aside|ul|ol|li|dl|dt|dd|h[1-6]|table|tr|blockquote|figure|figcaption|center)"
    r"\b[^<>\n]{0,1000}>",
    re.IGNORECASE,
)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_UNPAIRED = re.compile(r"(?<!\*)\*\*(?=\w)|(?<=\w)\*\*(?!\*)")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,1000})\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
# A backslash at the end of a line breaks it, as two blanks do.
_HARD_BREAK = re.compile(r"\\{1,2}\s*\Z")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,40}\]:?")


def markdown_lines(text: str) -> tuple[list[Line], dict[str, str], int]:
    """The lines, the front matter's plain values by key, and how many characters of comments were left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[Line] = []
    values: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        lines = yaml_lines(front["body"].replace("&nbsp;", " "))
        values = {line.label: _value(line.text) for line in lines if line.label and line.kind == "data"}
        text = text[front.end() :]
    comments = sum(len(found) for found in _COMMENT.findall(text))
    body = _SHORTCODE.sub(" ", _COMMENT.sub("\n", text)) if comments or "{" in text else text
    if "<" in body:
        body = _BLOCK_TAG.sub(_as_markdown, body)
    return [*lines, *_Reader().read(body)], values, comments


def _as_markdown(tag: re.Match[str]) -> str:
    """The break that a block of HTML inside Markdown makes."""
    name = tag[1].lower()
    if tag.group().startswith("</"):
        return "\n\n"
    return "\n- " if name == "li" else f"\n\n{'#' * int(name[1])} " if name[0] == "h" and name[1].isdigit() else "\n\n"


def plain(text: str) -> str:
    """The words of a line without the signs that style them."""
    if not any(sign in text for sign in "*_`[<&\\!"):
        return text
    text = _IMAGE.sub("", _ATTRIBUTES.sub("", text) if "{" in text else text)
    text = _FOOTNOTE.sub("", _LINK.sub(r"\1", text))
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", text.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n")))
    text = _CODE.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return html.unescape(_ESCAPE.sub(r"\1", _UNPAIRED.sub("", text)))


def _value(line: str) -> str:
    return line.partition(":")[2].strip().strip("\"'")


def _broken(line: Line) -> list[Line]:
    """The lines that hard breaks make of one paragraph or item."""
    if "\n" not in line.text:
        return [line]
    pieces = lines_of_breaks(line.text.replace("\n", BREAK))
    return [replace(line, text=piece) for piece in pieces]


def _without_closing_marks(heading: str) -> str:
    """Of “Talks ##” the words; the mark of “Learning C#” belongs to it."""
    words = heading.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1].isspace() else words


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.open: Line | None = None  # the paragraph or item that a further line would continue
        self.group = 100_000  # rows of tables; far from the numbers of front matter
        self.fenced = False

    def read(self, text: str) -> list[Line]:
        for line in text.split("\n"):
            if _FENCE.match(line):
                self.fenced, self.open = not self.fenced, None
            elif self.fenced:
                self.lines.append(Line(line))
            else:
                self._line(_BLANKS.sub(" " * 8, _HARD_BREAK.sub("  ", line)))
        for found in self.lines:
            if "](" in found.text:  # a link that went on to the next line
                found.text = plain(found.text)
            elif "<" in found.text and ">" in found.text:
                found.text = _TAG.sub("", found.text)  # so did a tag
        return [line for found in self.lines for line in _broken(found) if line.text.strip()]

    def _line(self, line: str) -> None:
        if not line.strip() or _REFERENCE.match(line) or _DIVISION.match(line):
            self.open = None
            return
        if _RULE.match(line) or (_TABLE_RULE.match(line) and ("|" in line or not self.open)):
            self._underlined(line)
            return
        heading = _HEADING.match(line)
        if heading:
            self._add(Line(plain(_without_closing_marks(heading[2])), "heading", len(heading[1])), goes_on=False)
        elif line.lstrip().startswith("|") and line.count("|") > 1:
            self._row(line)
        elif line.lstrip().startswith(">"):
            self._paragraph(line.lstrip(" >"), quoted=True)
        else:
            self._paragraph(line, quoted=False)

    def _paragraph(self, line: str, *, quoted: bool) -> None:
        item = None if quoted else _ITEM.match(line)
        if item:
            self._add(Line(plain(line[item.end() :]), "item"), goes_on=True)
        elif self.open is not None and (self.open.kind == "quoted") == quoted:
            self.open.text += ("\n" if self.open.text.endswith("  ") else " ") + plain(line.strip())
        else:
            self._add(Line(plain(line), "quoted" if quoted else "paragraph"), goes_on=True)

    def _row(self, line: str) -> None:
        cells = [plain(cell).strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        self.group += 1
        self._add(Line(" | ".join(cell for cell in cells if cell), "row", group=self.group), goes_on=False)

    def _underlined(self, line: str) -> None:
        """A rule under a paragraph makes it a heading."""
        if (
            self.open is not None
            and self.open.kind == "paragraph"
            and set(line.strip()) <= {"=", "-"}
            and len(self.open.text) < 120
        ):
            self.open.kind, self.open.level = "heading", 1 if "=" in line else 2
        self.open = None

    def _add(self, line: Line, *, goes_on: bool) -> None:
        self.lines.append(line)
        self.open = line if goes_on else None
