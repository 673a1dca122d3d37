"""Reads contacts described in TOML files, each with its sources or notes and its brief."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from drafter.errors import InputError
from drafter.models import Brief, Sender
from drafter.writing.brief import parse_history, read_history, read_sender


@dataclass(frozen=True, slots=True)
class Case:
    """One contact to draft to. ``expects_draft`` is false where too little is known on purpose."""

    name: str
    contact: str
    organization: str | None
    role: str | None
    brief: Brief
    sources: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    expects_draft: bool = True


def read_cases(folder: Path, *, today: datetime.date | None = None) -> tuple[Case, ...]:
    """The contacts of a folder: each ``*.toml`` in it, and each ``contact.toml`` one folder below, by name.

    Raises:
        InputError: when there are none, or one cannot be used.
    """
    paths = sorted([*folder.glob("*.toml"), *folder.glob("*/contact.toml")])
    paths = [path for path in paths if path.name != "sender.toml"]
    if not paths:
        raise InputError(f"no contacts in {folder}: add a folder with a contact.toml, or give another folder")
    return tuple(read_case(path, today=today) for path in paths)


def read_case(path: Path, *, today: datetime.date | None = None) -> Case:
    """One contact; paths in the file are relative to it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"cannot read {path}: {error}") from error
    if not table.get("name"):
        raise InputError(f'{path} has no name: add a line name = "…"')
    try:
        brief = _brief(path, table, today)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InputError(f"{path}: {'.'.join(map(str, first['loc']))} is wrong: {first['msg']}") from error
    return Case(
        name=path.parent.name if path.name == "contact.toml" else path.stem,
        contact=str(table["name"]),
        organization=table.get("organization"),
        role=table.get("role"),
        brief=brief,
        sources=tuple(path.parent / str(source) for source in table.get("sources", ())),
        notes=tuple(map(str, table.get("notes", ()))),
        expects_draft=table.get("expect", "draft") == "draft",
    )


def _brief(path: Path, table: Mapping[str, Any], today: datetime.date | None) -> Brief:
    known = {name: value for name, value in table.items() if name in Brief.model_fields}
    history = str(known.pop("history", ""))
    if history:
        known["history"] = parse_history(history) if "\n" in history else read_history(path.parent / history)
    return Brief.model_validate({"today": today} | known | {"sender": _sender(path, table.get("sender"))})


def _sender(path: Path, name: object) -> Sender:
    """The file named, beside the contact or in a folder ``senders`` above it; else the ``sender.toml`` beside it."""
    wanted = str(name or "sender.toml")
    places = [path.parent / wanted, *(parent / "senders" / wanted for parent in path.parents[:3])]
    return read_sender(next((place for place in places if place.exists()), places[0]))
