"""vCards: each property on a line of its own, one group a card."""

from __future__ import annotations

import logging
import re
from typing import Any

from drafter.errors import GatherError
from drafter.gather.composing import Line, Source, compose
from drafter.gather.reading import Material
from drafter.models import Note

_LABELS = {
    "fn": "name",
    "n": "name parts",
    "title": "jobTitle",
    "role": "role",
    "org": "organization",
    "email": "email",
    "tel": "telephone",
    "url": "url",
    "adr": "address",
    "note": "note",
    "bday": "birthday",
    "nickname": "nickname",
    "lang": "language",
    "categories": "categories",
    "impp": "messaging",
    "x-socialprofile": "profile",
    "socialprofile": "profile",
    "x-linkedin": "profile",
    "x-twitter": "profile",
    "related": "related",
    "rev": "revised",
    "expertise": "expertise",
    "hobby": "hobby",
    "interest": "interest",
    "org-directory": "directory",
    "tz": "time zone",
    "geo": "place",
}
_CARD = re.compile(r"BEGIN:VCARD(?:(?!BEGIN:VCARD).)*?END:VCARD", re.IGNORECASE | re.DOTALL)
_BEGIN = re.compile(r"BEGIN:", re.IGNORECASE)
_MOST_CARDS = 1000
_MOST_PARTS = 20


def read(material: Material) -> list[Note]:
    """The note of a file of cards."""
    text, warnings = material.text()
    source = Source(material.origin, "contact_card", retrieved_at=material.retrieved_at, warnings=warnings)
    cards = _CARD.findall(text) or _unclosed(text)
    if len(cards) > _MOST_CARDS:
        source.warnings.append(f"only the first {_MOST_CARDS} cards were read")
    lines: list[Line] = []
    for number, card in enumerate(cards[:_MOST_CARDS], 1):
        lines += _card_lines(card, number, source)
    if not lines:
        raise GatherError(f"{material.origin}: the card could not be read; export it again as vCard 3.0 or 4.0")
    if len(cards) == 1:
        source.title = next((line.text.partition(": ")[2] for line in lines if line.label == "name"), None)
    return [compose(lines, source)]


def _unclosed(text: str) -> list[str]:
    parts = re.split("BEGIN:VCARD", text, flags=re.IGNORECASE)
    return [f"BEGIN:VCARD{part}\nEND:VCARD" for part in parts[1:] if part.strip()] or [text + "\nEND:VCARD"]


def parse_card(card: str) -> Any | None:
    """The parsed card, or ``None`` when it is not well-formed."""
    import vobject

    # The parser prints the lines that it cannot read, and what they tell of somebody is for nobody's log.
    logging.getLogger("vobject.base").disabled = True
    # Parts within parts take the parser a time that grows with their square.
    if len(_BEGIN.findall(card)) > _MOST_PARTS:
        return None
    try:
        return vobject.readOne(card, ignoreUnreadable=True, allowQP=True)
    except Exception:  # noqa: BLE001 - the parser raises many kinds of errors
        return None


def _card_lines(card: str, number: int, source: Source) -> list[Line]:
    parsed = parse_card(card)
    if parsed is None:
        source.warnings.append(f"card {number} is not well-formed; it was read line by line")
        return _plain(card, number)
    lines = []
    for child in parsed.getChildren():
        label = _LABELS.get(child.name.lower())
        text = _value(child.value) if label and child.name != "N" else ""
        if label and text:
            lines.append(Line(f"{label}: {text}", "data", group=number, label=label))
    return lines


def _value(value: Any) -> str:
    """A property's value in words: of an address its parts, of an organisation its units."""
    if isinstance(value, list | tuple):
        return ", ".join(part for part in (_value(item) for item in value) if part)
    if isinstance(value, bytes):
        return ""
    street = getattr(value, "street", None)
    if street is not None:
        parts = (
            value.box,
            value.extended,
            street,
            f"{_value(value.code)} {_value(value.city)}".strip(),
            value.region,
            value.country,
        )
        return ", ".join(text for text in map(_value, parts) if text)
    return " ".join(str(value).replace("\\n", " ").replace("\\,", ",").split())


def _plain(card: str, number: int) -> list[Line]:
    lines = []
    for raw in re.sub(r"\r?\n[ \t]", "", card).splitlines():
        name, _, value = raw.partition(":")
        label = _LABELS.get(name.split(";")[0].rsplit(".", 1)[-1].lower())
        if label and value.strip(" ;"):
            text = ", ".join(
                part.strip() for part in value.replace("\\,", ",").replace("\\n", " ").split(";") if part.strip()
            )
            lines.append(Line(f"{label}: {text}", "data", group=number, label=label))
    return lines
