"""Files of people: any table the batch reads (CSV, XLSX, LinkedIn's Connections.csv) and vCard."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from drafter.batch._headers import plain
from drafter.batch.fields import read_fields
from drafter.batch.reading import read_table
from drafter.errors import InputError
from drafter.gather.contact_files import parse_card
from drafter.storage import Person

LARGEST_CARDS = 20_000_000
# Columns that mean something for a network but nothing for a draft.
_MET = {"connected on", "met on", "met", "since", "kennengelernt", "vernetzt am", "connecte le", "conectado el"}
_CADENCE = {"cadence", "cadence days", "every", "rhythm", "rhythmus", "frequence"}
_BETWEEN = re.compile(r"[;,|]|:::")
_DATES = ("%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d.%m.%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%b-%Y")


def read_people(
    path: Path, *, category: str | None = None, reason: str | None = None, categories: Sequence[str] = ()
) -> Iterator[Person]:
    """The people of a file, a row or card at a time; rows without a name come with an empty one.

    ``category`` and ``reason`` fill what a row leaves open; a category that is not in ``categories`` becomes a note.

    Raises:
        InputError: when the file cannot be read or holds nobody.
    """
    people = _cards(path, categories) if path.suffix.lower() in (".vcf", ".vcard") else _rows(path, categories)
    found = False
    for person in people:
        found = found or bool(person.name)
        yield person.model_copy(
            update={
                "category": category if category and person.category == "other" else person.category,
                "reason": person.reason or reason,
            }
        )
    if not found:
        raise InputError(f"{path.name} names nobody; give a table or vCard with one person a row or card")


def _rows(path: Path, categories: Sequence[str]) -> Iterator[Person]:
    table = read_table(path)
    met = _column(table.mapping.columns, _MET)
    cadence = _column(table.mapping.columns, _CADENCE)
    named = next((place for place, field in enumerate(table.mapping.fields) if field == "category"), None)
    for cells in table.rows():
        fields, _ = read_fields(cells, table.mapping, {})
        # The batch knows the categories of its own only; a network has those of the settings as well.
        if fields.get("category", "other") == "other" and named is not None:
            fields["category"] = _cell(cells, named) or "other"
        yield _person(fields, categories, met=_cell(cells, met), cadence=_cell(cells, cadence))


def _person(fields: Mapping[str, Any], categories: Sequence[str], *, met: str, cadence: str) -> Person:
    told = str(fields.get("category") or "other")
    notes = [f"{label}: {text}" if label else text for label, text in fields.get("notes", ())]
    named = _category(told, categories)
    if told.casefold() not in ("other", named):
        notes.append(f"category: {told}")
    return Person(
        name=str(fields.get("name") or ""),
        organization=fields.get("organization"),
        role=fields.get("role"),
        email=fields.get("email"),
        phone=fields.get("phone"),
        links=tuple(fields.get("links", ())),
        category=named,
        reason=fields.get("purpose"),
        notes="\n".join(notes) or None,
        met_on=read_day(met),
        cadence_days=int(cadence) if cadence.isdigit() else None,
    )


def _category(told: str, categories: Sequence[str]) -> str:
    """The first category that is one of ours; a person is kept in one, though an address book may name several."""
    names = [part.strip().casefold().replace(" ", "_") for part in _BETWEEN.split(told)]
    return next((name for name in names if name in categories or not categories), "other")


def _column(columns: Sequence[str], names: set[str]) -> int | None:
    return next((place for place, column in enumerate(columns) if plain(column) in names), None)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def read_day(text: str) -> datetime.date | None:
    """A day as exports write it ("02 Mar 2031", "2031-03-02", "2.3.2031"), or ``None``."""
    for form in _DATES:
        try:
            return datetime.datetime.strptime(text.split("T")[0], form).date()
        except ValueError:
            continue
    return None


def _cards(path: Path, categories: Sequence[str]) -> Iterator[Person]:
    try:
        if path.stat().st_size > LARGEST_CARDS:
            raise InputError(
                f"{path.name} is larger than {LARGEST_CARDS // 1_000_000} MB; export fewer cards at a time"
            )
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}; check the path") from error
    # One card at a time, so that a broken one costs only itself.
    for card in re.findall(r"BEGIN:VCARD(?:(?!BEGIN:VCARD).)*?END:VCARD", text, re.DOTALL | re.IGNORECASE):
        try:
            yield _from_card(parse_card(card), categories)
        except (AttributeError, ValueError, TypeError):
            yield Person(name="")


def _from_card(card: Any, categories: Sequence[str]) -> Person:
    def values(key: str) -> list[Any]:
        return [line.value for line in card.contents.get(key, ())]

    def first(key: str) -> str | None:
        text = next((str(value).strip() for value in values(key) if str(value).strip()), None)
        return text or None

    organization = values("org")[0] if values("org") else None
    if isinstance(organization, list):
        organization = next((part for part in organization if part), None)
    name = first("fn") or " ".join(str(values("n")[0]).split() if values("n") else [])
    return Person(
        name=name,
        organization=organization or None,
        role=first("title") or first("role"),
        email=first("email"),
        phone=(first("tel") or "").removeprefix("tel:") or None,
        category=_category(";".join(_flat(values("categories"))), categories),
        links=tuple(str(value) for value in values("url") if value),
        notes=first("note"),
    )


def _flat(values: Sequence[Any]) -> list[str]:
    return [str(part) for value in values for part in (value if isinstance(value, list) else [value])]
