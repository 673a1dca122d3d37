"""The contact's and the organisation's fields.

Each value is collected with its weight; what nobody says stays ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.language.names import looks_like_person, may_be_person, parse
from drafter.language.places import town
from drafter.language.quick import Quick
from drafter.models import Contact, Organization
from drafter.profile.careers import is_theirs
from drafter.profile.details import detail_of, size_of
from drafter.profile.employers import employer_beside, site_name
from drafter.profile.holding import Holding
from drafter.profile.keys import is_house_key
from drafter.profile.lines import labelled
from drafter.profile.people import Entry
from drafter.profile.roles import PAST
from drafter.profile.scope import Scope
from drafter.profile.units import Unit

_PLACE_KEYS = frozenset(
    {
        "location",
        "addresslocality",
        "city",
        "based",
        "based_in",
        "place",
        "homelocation",
        "ort",
        "standort",
        "wohnort",
        "lieu",
        "ville",
        "ubicación",
        "ciudad",
        "lugar",
        "所在地",
        "勤務地",
        "worklocation",
        "address",
        "hometown",
    }
)
_DESCRIPTION_KEYS = frozenset(
    {
        "description",
        "mission",
        "og:description",
        "tagline",
        "summary",
        "about",
        "claim",
        "slogan",
        "abstract",
        "beschreibung",
        "descripción",
    }
)
_SIZE_KEYS = frozenset(
    {
        "numberofemployees",
        "employees",
        "size",
        "company_size",
        "headcount",
        "mitarbeiter",
        "effectif",
        "empleados",
        "従業員数",
    }
)
_SITE_KEYS = frozenset({"url", "website", "homepage", "link", "site", "web", "sameas", "webseite", "sitio"})
_LANGUAGE_KEYS = frozenset({"knowslanguage", "languages", "language_skills", "sprachen", "langues", "idiomas", "言語"})
_FIRST_LABELS, _LONGEST_HOUSE = 300, 60
_FIRST_LINES = 30
_URL = re.compile(r"https?://[^\s<>\"')\]]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one note says of a field, and how much that place is to be trusted."""

    value: str
    weight: int
    note: str
    start: int = 0
    end: int = 0


def contact_of(name: str, scopes: Sequence[Scope], holdings: Sequence[Holding], *, role: str | None) -> Contact:
    """The contact with the fields that the notes state; ``role`` is what the user said."""
    parts = parse(name)
    titled = next(
        (full for scope in scopes for full in _fuller_names(scope) if parse(full).title or parse(full).suffix), None
    )
    fuller = parse(titled) if titled else parts
    person = not any(scope.is_organization for scope in scopes) if scopes else may_be_person(name)
    current = current_role(holdings)
    return Contact(
        name=name,
        given_name=parts.given if person else None,
        family_name=parts.family if person else None,
        title=(parts.title or fuller.title) if person else None,
        suffix=(parts.suffix or fuller.suffix) if person else None,
        role=role or (current.held.role if current else None),
        location=_location(scopes, current),
        links=tuple(dict.fromkeys(_links(scopes)))[:10],
        languages=tuple(dict.fromkeys(_languages(scopes))),
        email=detail_of(scopes, "email"),
        phone=detail_of(scopes, "phone"),
    )


def current_role(holdings: Sequence[Holding]) -> Holding | None:
    """The contact's role now: the best-attested one that is not over."""
    mine = [holding for holding in holdings if holding.name is None and not holding.held.past]
    return max(mine, key=lambda holding: holding.weight, default=None)


def organization_of(
    name: str | None, contact: str, scopes: Sequence[Scope], holdings: Sequence[Holding]
) -> Organization | None:
    """The organisation asked for, or the one the notes say the contact works at."""
    found = name or _employer(contact, scopes, holdings)
    # A person's page that is nothing but its owner names no employer.
    itself = found is not None and name is None and found.casefold() == contact.casefold()
    if not found or (itself and not any(scope.is_organization for scope in scopes)):
        return None
    relevant = [scope for scope in scopes if found.casefold() in scope.note.text.casefold() or scope.is_organization]
    return Organization(
        name=found,
        description=_first(_organization_data(relevant, _DESCRIPTION_KEYS)),
        size=_first(_organization_data(relevant, _SIZE_KEYS)) or size_of(relevant),
        location=_first(_organization_data(relevant, _PLACE_KEYS)),
        website=_first(url for text in _organization_data(relevant, _SITE_KEYS) for url in _URL.findall(text)),
    )


def _employer(contact: str, scopes: Sequence[Scope], holdings: Sequence[Holding]) -> str | None:
    now = current_role(holdings)
    current = current_role([holding for holding in holdings if holding.held.organization and _fits(holding, now)])
    if current and current.held.organization:
        return current.held.organization
    stated = (value for scope in scopes for key, value in _stated(scope) if is_house_key(key))
    named = next((value for value in stated if value.casefold() != contact.casefold() and not _URL.match(value)), None)
    if named:
        return named
    headed = next((value for scope in scopes if scope.named for value in _under_headings(scope)), None)
    if headed:
        return headed
    if any(scope.is_organization for scope in scopes) and contact.casefold() not in ("unknown person", "unknown", ""):
        return contact
    about = (scope for scope in scopes if scope.named or scope.own_page or not looks_like_person(contact))
    return _first(employer_beside(scope) or site_name(scope) or "" for scope in about)


def _under_headings(scope: Scope) -> Iterator[str]:
    """What a page of a house states under a heading that announces its name ("会社名")."""
    for unit in scope.units[:_FIRST_LABELS]:
        announced = unit.line and unit.kind in ("paragraph", "item") and is_house_key((unit.heading or "").lower())
        if announced and len(unit.text) <= _LONGEST_HOUSE:
            yield unit.text.strip()


def _fits(holding: Holding, now: Holding | None) -> bool:
    """Whether an employer can be that of the role held now: of the same note, or of a role that is the same."""
    if now is None or holding.unit.note == now.unit.note:
        return True
    return (
        holding.held.role.casefold() in now.held.role.casefold()
        or now.held.role.casefold() in holding.held.role.casefold()
    )


def _fuller_names(scope: Scope) -> Iterator[str]:
    for entry in scope.entries:
        if entry.is_of(scope.contact):
            yield entry.name
    for start, end in scope.spans[:20]:
        tail = re.match(r",\s*(?:Ph\.?D\.?|M\.?D\.?|MBA|DBA|Jr\.?)(?!\w)", scope.note.text[end : end + 12])
        head = re.search(r"(?:(?:Prof|Dr|Professor)\.?(?:-Ing\.)?\s+)+$", scope.note.text[max(0, start - 24) : start])
        if tail or head:
            yield (head.group() if head else "") + scope.note.text[start:end] + (tail.group() if tail else "")


def _own_data(scope: Scope) -> Iterator[Unit]:
    """Data lines that are the contact's: of their entry, or of a note that has no entries of other people."""
    mine = [entry for entry in scope.entries if entry.is_of(scope.contact)]
    for index, unit in enumerate(scope.units):
        entry: Entry | None = scope.owners.get(index)
        if unit.kind == "data" and (entry in mine if entry or scope.entries else scope.named or scope.own_page):
            yield unit


def _stated(scope: Scope) -> Iterator[tuple[str, str]]:
    """Keys and values of the contact's data, and of the labelled lines of their own page or entry ("所属: …")."""
    for unit in _own_data(scope):
        yield unit.key or "", unit.value
        parent = (unit.label or "").rpartition(".")[0].rpartition(".")[2].removesuffix("[]")
        if parent and unit.key == "name":
            yield parent.lower().removesuffix("s"), unit.value
    for index, unit in enumerate(scope.units[:_FIRST_LABELS]):
        label = labelled(unit.text) if unit.kind in ("row", "item", "paragraph") and is_theirs(scope, index) else None
        if label and len(label.value) <= 80:
            yield label.key.lower(), label.value


def _organization_data(scopes: Sequence[Scope], keys: frozenset[str]) -> Iterator[str]:
    for scope in scopes:
        for index, unit in enumerate(scope.units):
            if unit.kind == "data" and unit.key in keys and index not in scope.owners and len(unit.value) <= 400:
                yield unit.value


def _location(scopes: Sequence[Scope], current: Holding | None) -> str | None:
    if current and current.held.location:
        return current.held.location
    if any(scope.is_organization for scope in scopes):
        return None
    for scope in scopes:
        for unit in _own_data(scope):
            if unit.key in _PLACE_KEYS and len(unit.value) <= 80:
                return unit.value
    told = (place for scope in scopes for place in _stated_places(scope))
    labelled_as = (value for scope in scopes for key, value in _stated(scope) if key in _PLACE_KEYS | _PLACE_LABELS)
    return next(told, None) or next(labelled_as, None)


_PLACE_LABELS = frozenset(
    (
        "basis",
        "standplaats",
        "woonplaats",
        "wohnsitz",
        "sitz",
        "résidence",
        "domicile",
        "residencia",
        "sede",
        "base",
        "lives in",
    )
)
# Without one of these nobody is said to live anywhere, and looking is quick.
_DWELLS = Quick(
    r"based|liv(?:es?|ing)|located|leb(?:e|t)|wohn(?:e|t)|habite|vit|basée?|réside|viv[eo]|resid[eo]|mor[ao]|abito|abita|"
    r"risied[eo]|woont?|studio"
)
_LIVES = re.compile(
    r"\b(?:(?:I|[Hh]e|[Ss]he|[Tt]hey|who)(?:['’]m| am| is| are)? (?:currently |now )?"
    r"(?:based|lives?|live|living|located)(?: with [^.;,]{2,40}?)? in|[Bb]ased in|"
    r"(?:lebe|lebt|wohne|wohnt)\w*(?: (?:ich|er|sie))?(?: (?:mit|seit) [^.;,]{2,60}?)? (?:in|im schönen)|"
    r"habite à|vit à|basée? à|réside à|(?:viv|resid)[eo] en|(?:mor|viv|resid)[aeo] em|(?:viv|abit|risied)[eo] a|"
    r"woo?nt? in|studio (?:privato )?a)\s+((?:[A-ZÀ-Þ][\w'’-]+)(?:[ ,]+[A-ZÀ-Þ][\w'’-]+){0,2})"
)


def _stated_places(scope: Scope) -> Iterator[str]:
    for unit in scope.units[:_FIRST_LINES] if scope.own_page else ():
        first, comma, _ = unit.text.partition(",")
        if unit.line and comma and unit.kind != "data" and len(unit.text) <= 60 and town(first.strip()):
            yield unit.text.strip()
    for index, unit in enumerate(scope.units[:400]):
        entry = scope.owners.get(index)
        if (entry and not entry.is_of(scope.contact)) or not (scope.own_page or entry):
            continue
        found = _LIVES.search(unit.text) if _DWELLS.found_in(unit.text) else None
        if found and not PAST.search(unit.text[: found.start()]):
            yield found.group(1).strip(" ,")


def _links(scopes: Sequence[Scope]) -> Iterator[str]:
    for scope in scopes:
        for unit in _own_data(scope):
            if not re.search(r"image|photo|pic|avatar|logo|jobplan|stats|feed", unit.key or ""):
                yield from (url.rstrip(".,;") for url in _URL.findall(unit.text))


def _languages(scopes: Sequence[Scope]) -> Iterator[str]:
    for scope in scopes:
        for unit in _own_data(scope):
            if unit.key in _LANGUAGE_KEYS:
                yield from (
                    part.strip() for part in re.split(r"[,;、]| and | und | et | y ", unit.value) if part.strip()
                )


def _first(values: Iterable[str]) -> str | None:
    return next((value for value in values if value), None)
