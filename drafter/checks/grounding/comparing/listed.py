"""How many a source names: "three founders" of a list of three, "two friends and me"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Evidence, Window

_LEAST, _MOST = 2, 12
_NAME = r"[A-ZÀ-ÞŞŠŽĐ][\w'’.-]*(?:\s(?:(?:van|von|de|der|da|del|la|of)\s)*[A-ZÀ-ÞŞŠŽĐ][\w'’.-]*){0,4}"
_AND = r"(?:,?\s(?:and|und|et|y|e|og|en|och|&)\s)"
_ENUMERATED = re.compile(rf"{_NAME}(?:,\s{_NAME})*{_AND}{_NAME}")
_CUT = re.compile(rf",\s|{_AND}")
# Who counts the others leaves out the one who speaks.
_OTHERS = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due"
    r"|tre|quattro|dois|três|quatro|\d)\s(?:other|others|weitere[rn]?|andere[rn]?|autres|otr[oa]s|altr[ei]|outr[oa]s)\b"
    r"|\b(?P<more>two|three|four|five|\d)\s(?:[^\W\d_]+\s){1,3}(?:and|&)\s(?:me|I|myself)\b",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for count, words in enumerate(
        (
            "two zwei deux dos due dois", "three drei trois tres tre três", "four vier quatre cuatro quattro quatro",
            "five fünf cinq cinco", "six", "seven",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
_ENTRY = 60


def listed(item: Item, match: Match) -> bool:
    """Whether a sentence or list that the claim speaks of names just so many."""
    number = item.number
    if number is None or number.unit != "plain" or not _LEAST <= number.value <= _MOST:
        return False
    windows, said = match.scope.evidence.windows, int(number.value)
    near = [windows[at] for at in match.beside(item) if windows[at].tight and not windows[at].fact]
    return any(
        said in (*_enumerated(window.text), *_one_more(window.text), *_lines_below(window, match.scope.evidence))
        for window in near
    )


def _enumerated(text: str) -> list[int]:
    return [len(_CUT.split(found.group())) for found in _ENUMERATED.finditer(text)]


def _one_more(text: str) -> list[int]:
    told = (found["count"] or found["more"] for found in _OTHERS.finditer(text))
    return [_COUNTS.get(word.lower(), int(word) if word.isdigit() else 0) + 1 for word in told]


def _lines_below(window: Window, evidence: Evidence) -> list[int]:
    """How many short lines stand right below one that ends with a colon."""
    if not window.text.rstrip().endswith((":", "：")):
        return []
    note, _, end = window.place
    below = [one for one in _lines(evidence) if one.place[0] == note and one.place[1] >= end]
    entries = itertools.takewhile(lambda one: len(one.text) < _ENTRY and one.text[-1] not in ".!?:。：", below)
    return [len(list(entries))]


def _lines(evidence: Evidence) -> list[Window]:
    kept: list[Window] | None = evidence.__dict__.get("_lines")
    if kept is None:
        tight = (one for one in evidence.windows if one.tight and not one.fact)
        kept = evidence.__dict__["_lines"] = sorted(tight, key=lambda one: one.place)
    return kept
