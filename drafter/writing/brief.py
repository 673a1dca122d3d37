"""Reads what the user brings to a brief: who they are, and what was written before."""

from __future__ import annotations

import datetime
import re
import tomllib
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Literal, overload

from pydantic import ValidationError

from drafter.errors import InputError
from drafter.models import Correspondence, Profile, Sender
from drafter.settings import config_folder

SENDER_FILE = "sender.toml"
_EXAMPLE = 'for instance name = "Mira Solberg"'
_SEPARATOR = re.compile(r"^-{3,}[ \t]*\n(?=\s*(?:date|from|to|subject)\s*:)", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(r"^(date|from|to|subject)\s*:[ \t]*(.*)$", re.IGNORECASE)
_DATES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%d.%m.%Y", "%Y/%m/%d", "%Y年%m月%d日")
_FACTS_OF_RESUME = 8


@overload
def find_sender(path: str | Path | None = None, *, required: Literal[True] = True) -> Sender: ...


@overload
def find_sender(path: str | Path | None = None, *, required: bool) -> Sender | None: ...


def find_sender(path: str | Path | None = None, *, required: bool = True) -> Sender | None:
    """The sender of ``path``, else of ``sender.toml`` in the working folder or the user's own folder.

    Raises:
        InputError: when the file cannot be used, or there is none although one is ``required``.
    """
    if path is not None:
        return read_sender(Path(path))
    for place in (Path.cwd() / SENDER_FILE, config_folder() / SENDER_FILE):
        if place.exists():
            return read_sender(place)
    if required:
        raise InputError(f"no {SENDER_FILE} here: write one with at least your name, {_EXAMPLE}, or give --sender FILE")
    return None


def read_sender(path: Path) -> Sender:
    """The sender that a TOML file describes.

    Raises:
        InputError: with the line or the field that is wrong and how to mend it.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}; write one with at least your name, {_EXAMPLE}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: save it as UTF-8 text and check its permissions") from error
    sender = sender_from_toml(text, origin=str(path))
    return sender.model_copy(update={"resume": str(path.parent / sender.resume)}) if sender.resume else sender


def sender_from_toml(text: str, *, origin: str = SENDER_FILE) -> Sender:
    """The sender that TOML text describes; see :func:`read_sender`."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{origin} is not valid TOML: {error}; put texts in double quotes") from error
    if "organisation" in table:
        table.setdefault("organization", table.pop("organisation"))
    if not str(table.get("name") or "").strip():
        raise InputError(f"{origin} has no name: add a line, {_EXAMPLE}")
    for field in ("links", "goals", "facts", "samples", "never_say"):
        if isinstance(table.get(field), str):
            table[field] = [table[field]]
    try:
        sender = Sender.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(f"{origin}: {where} is wrong ({first['msg'].lower()}); put texts in double quotes") from error
    return sender.model_copy(update={"name": sender.name.strip()})


def with_resume(resume: Profile, sender: Sender | None = None) -> Sender:
    """The sender with the verified facts of their own résumé; what the sender said of themself stays.

    ``resume`` is a profile built, like any contact's, from the résumé's notes with the sender's name as contact.
    """
    contact, organization = resume.contact, resume.organization
    usable = [fact for fact in resume.facts if not fact.sensitive and not fact.subject and fact.about == "person"]
    sender = sender or Sender(name=contact.name)
    proved = [fact.model_copy(update={"id": f"s{at}"}) for at, fact in enumerate(usable[:_FACTS_OF_RESUME], start=1)]
    label = re.compile(rf"^{re.escape(contact.name)}(?: \([^)]*\))?(?:: | – )")
    told = [label.sub("", fact.statement) for fact in proved]
    facts = dict.fromkeys((*sender.facts, *told))
    return sender.model_copy(
        update={
            "role": sender.role or contact.role,
            "organization": sender.organization or (organization.name if organization else None),
            "location": sender.location or contact.location,
            "phone": sender.phone or contact.phone,
            "email": sender.email or contact.email,
            "links": sender.links or contact.links,
            "facts": tuple(facts),
            "evidence": tuple(proved),
            "resume": None,
        }
    )


def read_history(path: Path) -> tuple[Correspondence, ...]:
    """The earlier messages in a file; see :func:`parse_history`."""
    try:
        return parse_history(path.read_text(encoding="utf-8-sig"), origin=path.name)
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}; give --history a text file with the earlier messages") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: save it as UTF-8 text and check its permissions") from error


def parse_history(text: str, *, origin: str = "history") -> tuple[Correspondence, ...]:
    """Earlier messages: ``Date:``, ``From:``, ``To:``, ``Subject:`` lines, a blank line, the text; ``---`` between two.

    A line of dashes inside a message separates only where one of those four words follows.
    """
    parts = _SEPARATOR.split(text.replace("\r\n", "\n"))
    parsed = [_message(part, f"{origin}, message {number}") for number, part in enumerate(parts, start=1)]
    found = [message for message in parsed if message is not None]
    if not found:
        raise InputError(f"{origin} holds no message; write Date:, From:, To: lines, an empty line, then the message")
    return tuple(sorted(found, key=lambda message: message.date or datetime.date.min))


def _message(part: str, where: str) -> Correspondence | None:
    headers: dict[str, str] = {}
    lines = part.strip().splitlines()
    while lines and (header := _HEADER.match(lines[0])):
        headers[header.group(1).lower()] = header.group(2).strip()
        lines.pop(0)
    body = "\n".join(lines).strip().removesuffix("---").strip()
    if not body and not headers:
        return None
    return Correspondence(
        date=_date(headers["date"], where) if headers.get("date") else None,
        sender=headers.get("from") or None,
        recipient=headers.get("to") or None,
        subject=headers.get("subject") or None,
        message=body,
    )


def _date(text: str, where: str) -> datetime.date:
    for form in _DATES:
        try:
            return datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
    try:
        return datetime.datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError) as error:
        raise InputError(f"{where}: cannot read the date {text!r}; write it as 2031-03-09") from error
