"""vCard 4 out (RFC 6350), so that the network can move to an address book."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.relationships.calendar import identity
from drafter.storage import Person

_LONGEST_LINE = 75


def vcards(people: Iterable[Person], *, ledger: str = "") -> str:
    """One vCard a person, with CRLF line ends and lines folded at 75 octets."""
    return "".join(_card(person, ledger) for person in people)


def _card(person: Person, ledger: str) -> str:
    given, _, family = person.name.rpartition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:{identity('person', ledger, person.id)}",
        f"FN:{_escaped(person.name)}",
        f"N:{_escaped(family)};{_escaped(given)};;;",
    ]
    simple = {"ORG": person.organization, "TITLE": person.role, "EMAIL": person.email, "NOTE": person.reason}
    lines += [f"{key}:{_escaped(value)}" for key, value in simple.items() if value]
    if person.phone:
        lines.append(f"TEL;VALUE=text:{_escaped(person.phone)}")
    lines += [f"URL:{_one_line(link)}" for link in person.links]
    lines += [f"CATEGORIES:{_escaped(person.category)}", "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _one_line(value: str) -> str:
    return "".join(value.split())


def _escaped(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> str:
    """Fold at 75 octets without cutting a character (RFC 6350, 3.2)."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return "\r\n".join([*pieces, piece])
