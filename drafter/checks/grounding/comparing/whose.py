"""Whose kin and whose thing: a daughter told as a sister, one person's friendship told as another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing.alternatives import members
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_NEAR = 3
_OWNED = re.compile(r"(?P<who>[A-ZÀ-Þ][^\W\d_]+)['’]s (?P<what>[a-zà-ÿ]{5,})\b")
_AFTER = re.compile(r"^,? (?:his|her|their|my|the|seine?|ihre?|meine?|son|sa|ma|mon|su|mi) (?P<kin>[^\W\d_]+)")


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """What stands beside the name of another person in a claim, where the sources have something else beside it."""
    if not claim.soft:
        yield from _kin(claim, match)
        yield from _owned(claim, match)


def _kin(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    names = [item for item in match.parts if item.sort == "name" and match.holders(item)]
    for item in match.parts:
        said = members(item.text).get("kin")
        beside = next((name for name in names if 0 < name.start - item.end < _NEAR), None) if said else None
        if not said or not beside or fold(beside.text) in match.scope.allowed:
            continue
        told = [kin for window in _windows(beside, match) for kin in _told(beside, window)]
        if told and not any(said & one for one in told):
            yield item.start, beside.end, f"the notes have another kin than “{item.text}” for {beside.text}"
            return


def _windows(item: Item, match: Match) -> list[Window]:
    windows = (match.scope.evidence.windows[at] for at in match.holders(item))
    return [window for window in windows if window.tight and match.scope.is_about(window)]


def _told(name: Item, window: Window) -> Iterator[set[int]]:
    """The kin that a sentence has right before or after a name."""
    first = re.escape(name.text.split()[0])
    for found in re.finditer(rf"(?P<kin>[^\W\d_]+),? {first}\b", window.text):
        yield from (kin for kin in (members(found["kin"]).get("kin"),) if kin)
    for found in re.finditer(rf"\b{first}(?: [A-ZÀ-Þ][\w'’-]+)*", window.text):
        after = _AFTER.match(window.text[found.end() :])
        yield from (kin for kin in (members(after["kin"]).get("kin") if after else None,) if kin)


def _owned(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """One person's thing that every sentence about it gives to another one by name."""
    said_names = {fold(word) for item in match.parts if item.sort == "name" for word in WORD.findall(item.text)}
    for found in _OWNED.finditer(claim.sentence.text):
        who, what, base = fold(found["who"]), found["what"], claim.sentence.start
        if who in match.scope.allowed or not claim.covers(base + found.start(), base + found.end()):
            continue
        item = next((one for one in match.parts if one.start - base == found.start("what")), None)
        windows = _windows(item, match) if item else []
        owners = [one["who"] for window in windows for one in _OWNED.finditer(window.text) if one["what"] == what]
        near = any(who in fold(window.text) for window in windows)
        if owners and who in said_names and not near and not any(fold(one) in said_names for one in owners):
            start = base + found.start()
            yield start, base + found.end(), f"the notes say this of {owners[0]}, not of {found['who']}"
            return
