"""The house that somebody works for, as lines below a post name it: in a signature, on a card, at the head of a page."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from dataclasses import replace

from drafter.language.names import fold
from drafter.profile._house_words import LEGAL_FORM, ORG_WORD, PART_OF_HOUSE
from drafter.profile.heads import has_role
from drafter.profile.roles import Held
from drafter.profile.scope import Scope

_DOMAIN = re.compile(r"@(?:[\w-]+\.)*?([\w-]{3,})\.[a-z]{2,}(?:\.[a-z]{2})?\b", re.IGNORECASE)
_ADDRESS = re.compile(r"@|https?:|www\.|\d{4,}|\+\d")
_FURTHER = 4
_LONGEST = 80
_HOUSE_FIRST = re.compile(r"(\S{1,20}?(?:大学|研究所|協会|財団|株式会社|病院|銀行)|株式会社\S{1,20})[\s　]+(?=\S)")
_EASTERN = re.compile(
    r"(?:大学|大学院|研究所|協会|財団|法人|銀行|病院|委員会|組合|省|庁|市役所|新聞社|出版社|公司|集团)(?:\Z|[\s　])|(?:法人|財団)\S"
)


def with_house(scope: Scope, index: int, held: Held, named_by: int | None = None) -> Held:
    """A post on a line with the house that the lines below it name, or those between the name and the post."""
    if held.organization and is_house(held.organization):
        return held
    if not held.organization and (begun := _HOUSE_FIRST.match(held.role)):
        return replace(held, role=held.role[begun.end() :], start=held.start + begun.end(), organization=begun[1])
    house = _house_in(scope, range(index + 1, min(index + 1 + _FURTHER, len(scope.units))))
    if house is None and named_by is not None:
        house = _house_in(scope, range(named_by + 1, index))
    if house is None:
        return held
    whole = scope.units[index].text.strip() if held.organization else held.role
    return replace(held, role=whole, end=held.start + len(whole), organization=house)


def is_house(text: str) -> bool:
    """Whether a name is surely that of an organisation: by its kind or its legal form."""
    return bool(ORG_WORD.search(text) or LEGAL_FORM.search(text) or _EASTERN.search(text))


def _house_in(scope: Scope, places: range) -> str | None:
    """The first line that is an organisation, known by its kind, its legal form or the domain of the mail address."""
    domains = {fold(found).replace("-", "") for found in _DOMAIN.findall(scope.note.text[:20_000])}
    for place in places:
        unit = scope.units[place]
        text = unit.text.strip(" ,.")
        if not unit.line or unit.kind in ("heading", "title", "data") or _ADDRESS.search(text) or len(text) > _LONGEST:
            return None
        squeezed = re.sub(r"\W", "", fold(text))
        if any(domain in squeezed or squeezed in domain for domain in domains):
            return text
        if is_house(text) and not has_role(text) and not PART_OF_HOUSE.match(text):
            return text
    return None
