"""Offices listed with who holds them: "Treasurer: Ada Brink", a heading "Minutes:" above a name, rows of a table.

What a list of names calls each of them is an office, whatever the word; a single such line proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.names import looks_like_person, similarity
from drafter.profile import eastern
from drafter.profile.holding import Holding
from drafter.profile.houses import is_house
from drafter.profile.lines import labelled
from drafter.profile.people import SAME
from drafter.profile.roles import PAST, Held, is_role_line
from drafter.profile.scope import Scope
from drafter.profile.units import Unit

_ASIDE = re.compile(r"\s*[(（,，|].*\Z")
_NO_OFFICE = re.compile(
    r"\b(?:name|contact|author|authors|speakers?|by|from|to|cc|photo|photos|foto|text|image|with|guests?|featuring|subject|host|names|"
    r"members|mitglieder|kontakt|ansprechpartner\w*|autor\w*|von|an|mit|für|avec|par|auteure?|crédits?|por|con|da|di|per|redaktion|"
    r"prev(?:ious)?|next|tags?|share|location|where|who|name|nom|nombre|nome|naam|氏名|名前|著者|文|写真)\b",
    re.IGNORECASE,
)
_LONGEST_OFFICE, _FEW = 40, 5


def listed_offices(scope: Scope) -> Iterator[Holding]:
    """The office that a list gives the contact, where the list gives others theirs in the same way."""
    listed = [found for index in range(len(scope.units)) if (found := _listed(scope, index))]
    if len({name for name, _, _ in listed}) < 2:
        return
    for name, held, unit in listed:
        if similarity(name, scope.contact) >= SAME:
            yield Holding(held, unit, 6)


def in_row(scope: Scope, unit: Unit) -> Holding | None:
    """The contact's post in a row of a table, and the house in another cell of it."""
    if unit.kind != "row" or " | " not in unit.text:
        return None
    cells = [cell.strip() for cell in unit.text.split(" | ")]
    if not any(
        similarity(_ASIDE.sub("", cell), scope.contact) >= SAME for cell in cells if len(cell) <= _LONGEST_OFFICE
    ):
        return None
    post = next(
        (cell for cell in cells if len(cell) <= _LONGEST_OFFICE * 2 and (eastern.is_post(cell) or is_role_line(cell))),
        None,
    )
    if post is None or looks_like_person(post):
        return None
    house = next((cell for cell in cells if cell != post and is_house(cell) and len(cell) <= _LONGEST_OFFICE * 2), None)
    at = unit.text.index(post)
    return Holding(Held(post, at, at + len(post), house, past=bool(PAST.search(post))), unit, 7)


def _listed(scope: Scope, index: int) -> tuple[str, Held, Unit] | None:
    """Whom a line names, as what, and the unit that says so."""
    unit = scope.units[index]
    if unit.kind not in ("item", "row", "paragraph") or not unit.line:
        return None
    if (label := labelled(unit.text)) and _is_office(label.key):
        name = _ASIDE.sub("", label.value)
        at = unit.text.index(label.key)
        return (name, Held(label.key, at, at + len(label.key)), unit) if looks_like_person(name) else None
    heading = unit.heading or ""
    name = _ASIDE.sub("", unit.text)
    if not heading.endswith((":", "：")) or not looks_like_person(name) or not _is_office(heading.strip(":： ")):
        return None
    office = heading.strip(":： ")
    above = next((other for other in reversed(scope.units[:index]) if other.kind == "heading"), None)
    if above is None or office not in above.text:
        return None
    start = above.text.index(office)
    return name, Held(office, start, start + len(office)), above


def _is_office(key: str) -> bool:
    short = len(key) <= _LONGEST_OFFICE and len(key.split()) <= _FEW
    return short and key[:1].isalnum() and not _NO_OFFICE.search(key) and not looks_like_person(key)
