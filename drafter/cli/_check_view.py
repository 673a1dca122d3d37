"""A report for a person (spans underlined, with advice) and for GitHub's annotations."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

from drafter.cli._lines import Plain

_COLOURS = {"error": "31", "warning": "33", "hint": "36"}
_WIDTH = 96
_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def person(report: dict[str, Any], draft: Plain) -> Iterator[str]:
    """The findings, each below the line it is about; escape codes only on a terminal."""
    for one in report["findings"]:
        text = draft.part(one["part"]) or ""
        line, column = _position(text, one["start"])
        head = f"{_paint(one['severity'], one['severity'])} {one['rule']}"
        yield f"{head}  {one['part']}:{line}:{column}  {_clean(one['message'])}"
        if one["end"] > one["start"]:
            yield from _underlined(text, one)
        yield f"    → {_clean(one['advice'])}"
        yield ""
    yield _summary(report)


def _underlined(text: str, one: dict[str, Any]) -> Iterator[str]:
    begin = text.rfind("\n", 0, one["start"]) + 1
    stop = text.find("\n", one["start"])
    stop = len(text) if stop < 0 else stop
    begin = max(begin, one["start"] - _WIDTH // 3)
    shown = text[begin : min(stop, begin + _WIDTH)]
    end = min(one["end"], begin + len(shown))
    yield f"    {_clean(shown)}"
    mark = "~" * max(_cells(text[one["start"] : end]), 1)
    yield f"    {' ' * _cells(text[begin : one['start']])}{_paint(mark, one['severity'])}"


def _cells(text: str) -> int:
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return wide - sum(bool(unicodedata.combining(char)) for char in text)


def _clean(text: str) -> str:
    """Without control characters, which could act on a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _paint(text: str, severity: str) -> str:
    return f"\x1b[1;{_COLOURS[severity]}m{text}\x1b[0m" if sys.stdout.isatty() else text


def _summary(report: dict[str, Any]) -> str:
    counts = {name: sum(one["severity"] == name for one in report["findings"]) for name in _COLOURS}
    told = ", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items() if count)
    figures = report["metrics"]
    size = [f"{figures['message.words']} words"] if "message.words" in figures else []
    if "voicemail.seconds" in figures:
        size.append(f"voicemail {figures['voicemail.seconds']:.0f} s")
    skipped = f"; {len(report['skipped'])} rules skipped for want of context" if report["skipped"] else ""
    return f"{report['verdict']}: {told or 'nothing found'} ({', '.join(size)}{skipped})"


def workflow(report: dict[str, Any], draft: Plain, path: str) -> Iterator[str]:
    """The workflow commands that GitHub shows beside the lines."""
    for one in report["findings"]:
        line, column = _position(draft.part(one["part"]) or "", one["start"])
        text = f"{one['message']}. {one['advice']}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        file = path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        yield f"::{_LEVELS[one['severity']]} file={file},line={line},col={column},title={one['rule']}::{text}"


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
