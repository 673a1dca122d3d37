"""The contact's own address and number, and the size of an organisation, from running text."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.profile.scope import Scope

_SIZE = re.compile(
    r"(?<![\w.,])((?:(?:about|around|over|more than|some|rund|über|mehr als|etwa|plus de|environ|más de|unos|"
    r"約)\s*)?\d[\d., ]*\+?\s*(?:-|strong )?\s*"
    r"(?:people|employees|staff|team members|colleagues|Mitarbeite\w+|Mitarbeitende\w*|Beschäftigte\w*|"
    r"Angestellte|salariés|collaborat\w+|personnes|employés|"
    r"empleados|personas|trabajador\w+|名|人の(?:社員|従業員)))\b",
    re.IGNORECASE,
)


# A mailbox of many, not the contact's.
_OFFICE = re.compile(
    r"(?:press|presse|prensa|media|newsroom|info|office|sales|support|service|redaktion|kontakt|careers|jobs)@",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SIGNS = {"email": re.compile(r"@|\bat\b|\[at\]|\(at\)"), "phone": re.compile(r"(?:\d\D{0,3}){5}")}


def detail_of(scopes: Sequence[Scope], kind: str) -> str | None:
    """The contact's own e-mail address or number; on pages with other people only what stands in the contact's entry."""
    from drafter.language.contact_details import find

    for scope in scopes:
        if scope.is_organization or scope.reported or not (scope.named or scope.own_page):
            continue
        for text in _own_stretches(scope):
            told = find(text) if _SIGNS[kind].search(text) else ()
            found = next(
                (detail.text for detail in told if detail.kind == kind and not _OFFICE.match(detail.text)), None
            )
            if found:
                return found
    return None


def _own_stretches(scope: Scope) -> Iterator[str]:
    mine = [entry for entry in scope.entries if entry.is_of(scope.contact)]
    for entry in mine:
        for index in entry.members[:60]:
            yield scope.units[index].text
    if not mine and scope.own_page:
        for unit in (*scope.units[:60], *scope.units[-30:]):
            yield unit.text


def size_of(scopes: Sequence[Scope]) -> str | None:
    """How many people work there, as a text says it."""
    for scope in scopes:
        for unit in scope.units[:400]:
            found = _SIZE.search(unit.text) if _DIGIT.search(unit.text) else None
            if found:
                return " ".join(found.group(1).split())
    return None
