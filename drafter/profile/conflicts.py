"""What a person must be told before trusting a profile: sources that disagree, and signs of the wrong person."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.language.injection import addresses_a_model
from drafter.language.names import fold, parse, similarity
from drafter.profile.freshness import date_of
from drafter.profile.holding import Holding
from drafter.profile.scope import Scope
from drafter.profile.units import unread_of

_NEAR = 0.6


def warnings_of(
    contact: str, organization: str | None, role: str | None, scopes: Sequence[Scope], holdings: Sequence[Holding]
) -> Iterator[str]:
    """One line for each thing to look at."""
    yield from _wrong_person(contact, scopes)
    yield from _namesakes(contact, scopes)
    mine = [holding for holding in holdings if holding.name is None and not holding.held.past]
    yield from _roles(contact, role, scopes, mine)
    yield from _employers(organization, scopes, mine)
    yield from _injections(scopes)
    yield from _unread(contact, scopes)


def _unread(contact: str, scopes: Sequence[Scope]) -> Iterator[str]:
    for scope in scopes:
        left = unread_of(scope.note, scope.units)
        if left:
            yield (
                f"{scope.note.origin} is very long: {left:,} of its {len(scope.note.text):,} characters were not "
                f"read into "
                f"facts (parts far down that do not name {contact}); give the part that matters as a source of "
                f"its own"
            )


def _wrong_person(contact: str, scopes: Sequence[Scope]) -> Iterator[str]:
    if not scopes or any(scope.is_organization for scope in scopes):
        return
    strangers = [(scope, scope.stranger) for scope in scopes if scope.stranger]
    for scope, stranger in strangers:
        near = " (a similar name)" if similarity(stranger or "", contact) >= _NEAR else ""
        yield f"{scope.note.origin} is about {stranger}{near}, not {contact}; check that it is the right person"
    for scope in scopes:
        if scope.presumed:
            yield (
                f"{scope.note.origin} does not name {contact}; it speaks in the first person and was read as "
                f"{contact}'s own page: make sure that it is"
            )
    if not any(scope.named or scope.presumed or scope.note.kind == "typed" for scope in scopes):
        yield f"no source names {contact}; nothing in them was taken as a statement about this person"


def _namesakes(contact: str, scopes: Sequence[Scope]) -> Iterator[str]:
    for scope in scopes:
        mine = [entry for entry in scope.entries if entry.is_of(contact)]
        separate = [
            entry
            for index, entry in enumerate(mine)
            if not any(set(entry.members) & set(other.members) for other in mine[:index])
        ]
        # What a page says again in its data (schema.org) is no second person.
        shown = [entry for entry in separate if scope.units[entry.named_by].kind != "data"] or separate
        separate = shown if len(shown) < len(separate) else separate
        if len(separate) > 1:
            names = ", ".join(dict.fromkeys(entry.name for entry in separate))
            yield f"{scope.note.origin} has {len(separate)} entries that may be {contact} ({names}); make sure which one is meant"
        family = fold(parse(contact).family or "")
        others = [
            e.name
            for e in scope.entries
            if not e.is_of(contact)
            and family
            and (e.namesake or fold(parse(e.name).family or "") == family)
            and fold(e.name) not in fold(scope.organization or "")
        ]
        if others:
            yield f"{scope.note.origin} also tells of {', '.join(dict.fromkeys(others))}; do not mix them up with {contact}"


def _roles(contact: str, role: str | None, scopes: Sequence[Scope], mine: Sequence[Holding]) -> Iterator[str]:
    by_note: dict[str, Holding] = {}
    for holding in sorted(mine, key=lambda holding: -holding.weight):
        by_note.setdefault(holding.unit.note, holding)
    stated = [*by_note.values()]
    if role and stated and not any(_agree(role, holding.held.role) for holding in stated):
        yield f"you said {contact} is {role}, but {_origin(scopes, stated[0])} says {stated[0].held.role}"
    for holding in stated[1:]:
        if not _agree(stated[0].held.role, holding.held.role):
            yield f"sources disagree on the role of {contact}: {_said(scopes, stated[0])}, {_said(scopes, holding)}; both are kept"
            return


def _employers(organization: str | None, scopes: Sequence[Scope], mine: Sequence[Holding]) -> Iterator[str]:
    stated = {
        holding.held.organization: holding for holding in mine if holding.held.organization and holding.weight >= 5
    }
    if not stated:
        return
    names = list(stated)
    if organization:
        if not any(_agree(organization, name) for name in names) and not any(
            fold(organization) in fold(scope.note.text) for scope in scopes
        ):
            yield f"you said {organization}, but {_origin(scopes, stated[names[0]])} names {names[0]} as the employer; the person may have moved, or be another"
        return
    for name in names[1:]:
        if not _agree(names[0] or "", name or "") and stated[name].unit.note != stated[names[0]].unit.note:
            yield f"sources disagree on the employer: {names[0]} ({_origin(scopes, stated[names[0]])}), {name} ({_origin(scopes, stated[name])}); both are kept"


def _injections(scopes: Sequence[Scope]) -> Iterator[str]:
    for scope in scopes:
        found = next((unit for unit in scope.units if addresses_a_model(unit.text)), None)
        if found is not None:
            yield f"{scope.note.origin} has text that addresses a language model (“{_short(found.text)}”); it was left out"
        for warning in scope.note.warnings:
            yield f"{scope.note.origin}: {warning}"


def _agree(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    return bool(left and right) and (
        left <= right or right <= left or len(left & right) * 2 > min(len(left), len(right))
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text))) - {"of", "the", "and", "at", "der", "die", "de", "la", "und", "a", "an"}


def _origin(scopes: Sequence[Scope], holding: Holding) -> str:
    return next((scope.note.origin for scope in scopes if scope.note.id == holding.unit.note), holding.unit.note)


def _said(scopes: Sequence[Scope], holding: Holding) -> str:
    note = next((scope.note for scope in scopes if scope.note.id == holding.unit.note), None)
    when = date_of(holding.unit.text) or (note.published if note else None)
    return f"{holding.held.role} ({_origin(scopes, holding)}{', ' + when if when else ''})"


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
