"""The roles that sentences and lines give to those whom they name: the contact, and others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from drafter.language.names import looks_like_person, similarity
from drafter.profile.beside import beside
from drafter.profile.holding import Holding
from drafter.profile.people import SAME
from drafter.profile.scope import Scope
from drafter.profile.units import Unit

_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)(?:[ ](?:[A-Z]\.|von|van|de|der|den|di|da|la|del|[A-ZÀ-Þ][\w'’-]+)){1,3}"
)


def beside_names(scope: Scope, unit: Unit) -> Iterator[Holding]:
    """The roles beside the contact's name in a sentence or on a line."""
    at = bisect_left(scope.spans, (unit.start, 0))
    for start, end in scope.spans[at : at + 5]:
        if end <= unit.end:
            found = beside(unit.text, start - unit.start, end - unit.start, scope.organization, own=True)
            if found:
                alone = unit.line and start == unit.start and found[0].start - (end - unit.start) <= 3
                yield Holding(found[0], unit, 8 if alone and found[1] >= 5 else found[1])


def others(scope: Scope, unit: Unit) -> Iterator[Holding]:
    """The roles that a sentence gives to people who are not the contact."""
    if " | " in unit.text:
        return  # a headline lists topics, not people
    for match in _NAME.finditer(unit.text[:600]):
        name = match.group()
        if looks_like_person(name) and similarity(name, scope.contact) < SAME:
            found = beside(unit.text, match.start(), match.end(), scope.organization, own=False)
            if found and found[1] >= 5:
                yield Holding(found[0], unit, found[1], name)
