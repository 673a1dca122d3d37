"""Plain and typed text: paragraphs, lists and headings as people lay them out."""

from __future__ import annotations

import re

from drafter.gather.composing import Line
from drafter.language.dates import NO_DAY_FOLLOWS

_ITEM = re.compile(rf"\s*(?:[-*+•‣◦▪●■–·]|\(?\d{{1,2}}[.)]{NO_DAY_FOLLOWS}|[a-z]\))\s+(?=\S)")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})\s*\Z")
_BOUND = re.compile(r"[\w,;’'”\")-]\Z")
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-ЯΑ-Ω][A-ZÀ-ÞА-ЯΑ-Ω\d &/,'’-]{3,60}:?\Z")
_LONGEST_LINE = 200_000


def text_lines(text: str) -> list[Line]:
    """The lines of a text; lines a typist wrapped inside a sentence are joined again."""
    lines: list[Line] = []
    for paragraph in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        raw = [line for line in paragraph.split("\n") if line.strip()]
        lines += _paragraph(raw)
    return lines


def _paragraph(raw: list[str]) -> list[Line]:
    found: list[Line] = []
    wrapped = _is_wrapped(raw)
    for number, line in enumerate(raw):
        if _UNDERLINE.match(line):
            if found and number == 1 and len(found[0].text) <= 80:
                found[0].kind, found[0].level = "heading", 2 if "-" in line else 1
            continue
        item = _ITEM.match(line)
        if item:
            found.append(Line(line[item.end() :], "item"))
        elif found and wrapped and found[-1].kind != "heading" and _goes_on(raw[number - 1], line, found[-1].kind):
            found[-1].text += (
                "" if found[-1].text.endswith("-") and line.strip()[:1].islower() else " "
            ) + line.strip()
        else:
            heading = _CAPITALS.match(line.strip()) is not None
            found.append(Line(line.strip(), "heading" if heading else "paragraph", 2 if heading else None))
    return found


def _is_wrapped(raw: list[str]) -> bool:
    """Whether the lines break at a margin: most are long and of like length."""
    if len(raw) < 2:
        return False
    lengths = sorted(len(line.rstrip()) for line in raw[:-1])
    longest, middle = lengths[-1], lengths[len(lengths) // 2]
    return 45 <= longest <= 130 and middle >= 0.7 * longest


def _goes_on(previous: str, line: str, kind: str) -> bool:
    previous = previous.rstrip()
    # Below a list, a capital at the margin begins something else: the next employer, not the rest of the item.
    if kind == "item" and line[:1].isupper():
        return False
    starts_low = line.strip()[:1].islower()
    return starts_low or (
        len(previous) >= 45 and (_BOUND.search(previous) is not None or previous.endswith((".", "!", "?")))
    )
