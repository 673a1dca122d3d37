"""A report for a person (spans underlined, with advice) and for GitHub's annotations."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

from drafter.cli._lines import Plain

_COLOURS = {"error": "31", "warning": "33", "hint": "36"}
_WIDTH = 96
_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}


def person(report: dict[str, Any], draft: Plain) -> Iterator[str]:
    """The findings, each below the words it is about; escape codes only on a terminal.

    Advice is told once for a rule, and a hint takes one line, so that ten findings still fit on a screen.
    """
    advised: set[str] = set()
    for one in report["findings"]:
        text = draft.part(one["part"]) or ""
        advice = "" if one["rule"] in advised else _clean(one["advice"])
        advised.add(one["rule"])
        yield f"{_place(text, one)}  {_paint(one['severity'], one['severity'])}  {_told(one)}"
        if one["severity"] != "hint" and one["end"] > one["start"]:
            yield from _underlined(text, one)
        if advice:
            yield f"    → {advice}"
        yield ""
    yield _summary(report)
    if report["findings"] and sys.stdout.isatty():
        yield _dim(f"Why, with examples: drafter rules {report['findings'][0]['rule']}")


def _place(text: str, one: dict[str, Any]) -> str:
    """Where a finding stands; one about something absent stands nowhere in particular."""
    if one["start"] == one["end"] == 0:
        return str(one["part"])
    line, column = _position(text, one["start"])
    return f"{one['part']}:{line}:{column}"


def _told(one: dict[str, Any]) -> str:
    return f"{_clean(one['message'])}  {_dim(one['rule'])}"


def _underlined(text: str, one: dict[str, Any]) -> Iterator[str]:
    begin = text.rfind("\n", 0, one["start"]) + 1
    stop = text.find("\n", one["start"])
    stop = len(text) if stop < 0 else stop
    if one["start"] - begin > _WIDTH // 2:
        # Cut before a word, so that the excerpt can be read.
        cut = one["start"] - _WIDTH // 3
        space = text.find(" ", cut, one["start"])
        begin = space + 1 if space >= 0 else cut
    end = begin + _WIDTH
    if end < stop:
        space = text.rfind(" ", one["start"] + 1, end)
        end = space if space >= min(one["end"], end) else end
    shown, dots = text[begin : min(stop, end)], "…" if end < stop else ""
    until = min(one["end"], begin + len(shown))
    yield f"    {_clean(shown)}{dots}"
    mark = "~" * max(_cells(text[one["start"] : until]), 1)
    yield f"    {' ' * _cells(text[begin : one['start']])}{_paint(mark, one['severity'])}"


def _cells(text: str) -> int:
    wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return wide - sum(bool(unicodedata.combining(char)) for char in text)


def _clean(text: str) -> str:
    """Without control characters, which could act on a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _paint(text: str, severity: str) -> str:
    return f"\x1b[1;{_COLOURS[severity]}m{text}\x1b[0m" if _coloured() else text


def _dim(text: str) -> str:
    return f"\x1b[2m{text}\x1b[0m" if _coloured() else text


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _summary(report: dict[str, Any]) -> str:
    counts = {name: sum(one["severity"] == name for one in report["findings"]) for name in _COLOURS}
    told = ", ".join(_count(count, name) for name, count in counts.items() if count)
    figures = report["metrics"]
    size = [_count(int(figures["message.words"]), "word")] if "message.words" in figures else []
    if "voicemail.seconds" in figures:
        size.append(f"voicemail {figures['voicemail.seconds']:.0f} s")
    if made := int(figures.get("facts.statements", 0)):
        size.append(f"{figures.get('facts.supported', 0):.0f} of {_count(made, 'statement')} supported")
    # A finding that may stay is listed with its reason; the rest lacked something to judge by.
    ignored = [one for one in report["skipped"] if ":" in one]
    unjudged = len(report["skipped"]) - len(ignored)
    skipped = [f"{_count(unjudged, 'rule')} skipped for want of context"] if unjudged else []
    skipped += [f"{len(ignored)} ignored as you asked"] if ignored else []
    return f"{report['verdict']}: {told or 'nothing found'} ({'; '.join([', '.join(size), *skipped])})"


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
