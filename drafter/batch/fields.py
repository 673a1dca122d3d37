"""From the cells of one row to what they mean, and to what keeps the row from being drafted."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping as Named
from collections.abc import Sequence
from typing import Any, get_args

from drafter.batch.columns import Mapping
from drafter.language.names import fold
from drafter.models import Category, Channel, Kind
from drafter.storage import NewRow

_SINGLE = ("name", "first_name", "middle_name", "last_name", "organization", "role", "email", "phone", "purpose")
_MORE = ("kind", "channel", "category", "language", "ask", "mutual")
_BETWEEN = re.compile(r"\s*;\s*|\s*\n\s*")
_LINKS_BETWEEN = re.compile(r"[;,\s]+(?=https?://|www\.)|\s*[;\n]\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_ALSO: dict[str, dict[str, str]] = {
    "kind": {
        "intro": "introduction",
        "first approach": "introduction",
        "cold": "introduction",
        "advice": "advice_request",
        "informational interview": "advice_request",
        "intro request": "introduction_request",
        "referral": "introduction_request",
        "reply": "invitation_reply",
        "followup": "follow_up",
        "checkin": "check_in",
        "thanks": "thank_you",
        "thankyou": "thank_you",
        **dict.fromkeys(("vorstellung", "erstkontakt", "kennenlernen", "présentation", "presentación"), "introduction"),
        **dict.fromkeys(("rat", "informationsgespräch", "conseil", "consejo", "consiglio"), "advice_request"),
        **dict.fromkeys(("vermittlung", "empfehlung", "mise en relation", "recomendación"), "introduction_request"),
        **dict.fromkeys(("nachfassen", "rückfrage", "relance", "suivi", "seguimiento"), "follow_up"),
        **dict.fromkeys(("wiederaufnahme", "reprise de contact", "reconectar"), "reconnect"),
        **dict.fromkeys(("dank", "danke", "remerciement", "merci", "agradecimiento", "gracias"), "thank_you"),
    },
    "channel": {
        "mail": "email",
        "e mail": "email",
        "linkedin": "linkedin_message",
        "linkedin invite": "linkedin_invitation",
        "invitation": "linkedin_invitation",
        "text": "sms",
        "text message": "sms",
    },
    "category": {
        "hiring manager": "hiring_leader",
        "alumnus": "alumni",
        "alumna": "alumni",
        "colleague": "peer",
        **dict.fromkeys(("personalvermittler", "personalvermittlerin", "headhunter", "recruteur"), "recruiter"),
        **dict.fromkeys(("führungskraft", "personalleiter", "personalleiterin"), "hiring_leader"),
        **dict.fromkeys(("lieferant", "anbieter", "fournisseur", "proveedor", "fornitore"), "vendor"),
        **dict.fromkeys(("kollege", "kollegin", "collègue", "colega", "collega"), "peer"),
        **dict.fromkeys(("absolvent", "absolventin", "ancien élève", "exalumno", "exalumna"), "alumni"),
    },
}
_ALLOWED = {"kind": get_args(Kind), "channel": get_args(Channel), "category": get_args(Category)}


def new_row(cells: Sequence[str], mapping: Mapping, defaults: Named[str, str]) -> NewRow:
    """One data row, ready to be taken in; a row that cannot be drafted is failed from the start and says why."""
    fields, problem = read_fields(cells, mapping, defaults)
    name, organization = fields.get("name", ""), fields.get("organization")
    if problem:
        fields["problem"] = problem
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return NewRow(
        digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        person_key=person_key(name, organization, fields.get("email")),
        name=name,
        organization=organization,
        cells=tuple(_clean(cell, strip=False) for cell in cells),
        fields=fields,
        state="failed" if problem else "new",
        reason=problem,
    )


def read_fields(cells: Sequence[str], mapping: Mapping, defaults: Named[str, str]) -> tuple[dict[str, Any], str | None]:
    """What the row says, and why it cannot be drafted (``None`` when it can)."""
    values = _collected(cells, mapping)
    found: dict[str, Any] = {}
    for field in (*_SINGLE, *_MORE):
        text = next((value for _, value in values.get(field, ()) if value), "") or defaults.get(field, "")
        if text:
            found[field] = text
    _join_name(found)
    found["links"] = _several(values.get("links", ()), _LINKS_BETWEEN)
    found["sources"] = _several(values.get("sources", ()), _BETWEEN)
    found["notes"] = [[label, text] for label, text in values.get("notes", ()) if text]
    problem = _normalise(found)
    if not found.get("name"):
        problem = "the row names nobody; fill in a name"
    return {key: value for key, value in found.items() if value}, problem


def person_key(name: str, organization: str | None, email: str | None = None) -> str:
    """What makes two rows the same person, however their cells are spelled: address, else name and organisation."""
    if not name and email:
        return email.casefold()
    words = sorted("".join(char if char.isalnum() else " " for char in fold(name)).split())
    firm = "".join(char for char in fold(organization or "") if char.isalnum())
    return " ".join(words) + "|" + firm


def _collected(cells: Sequence[str], mapping: Mapping) -> dict[str, list[tuple[str, str]]]:
    values: dict[str, list[tuple[str, str]]] = {}
    for place, cell in enumerate(cells):
        # Cells beyond the header have no meaning, but a person put them there: they are notes.
        beyond = place >= len(mapping.fields)
        field = "notes" if beyond else mapping.fields[place]
        if field and cell.strip():
            label = "" if beyond else mapping.columns[place].strip()
            values.setdefault(field, []).append((label, _clean(cell)))
    return values


def _clean(text: str, *, strip: bool = True) -> str:
    cleaned = _CONTROL.sub("", text)
    return cleaned.strip() if strip else cleaned


def _several(values: Sequence[tuple[str, str]], between: re.Pattern[str]) -> list[str]:
    parts = (part.strip().rstrip(",;") for _, value in values for part in between.split(value))
    return list(dict.fromkeys(part for part in parts if part))


def _join_name(found: dict[str, Any]) -> None:
    parts = [found.pop(field, "") for field in ("first_name", "middle_name", "last_name")]
    # "Piet, PhD" before a family name: what follows the comma would be taken for the given name.
    parts[0] = parts[0].partition(",")[0].strip() if parts[2] else parts[0]
    joined = " ".join(part for part in parts if part)
    if not found.get("name") or (parts[0] and parts[2]):
        found["name"] = joined or found.get("name", "")
    found["name"] = " ".join(found["name"].split())
    found["organization"] = " ".join(found.get("organization", "").split())


def unknown_categories(cells: Sequence[str], mapping: Mapping) -> list[str]:
    """The categories of a row that are none of ours: the row is taken for one of the others."""
    given = (text for _, text in _collected(cells, mapping).get("category", ()))
    return [text for text in given if text and not _known("category", text)]


def _known(field: str, given: str) -> str:
    """The word of the contract for what a cell says, or nothing."""
    words = " ".join(re.sub(r"[\W_]+", " ", given.casefold()).split())
    value = words.replace(" ", "_")
    return value if value in _ALLOWED[field] else _ALSO[field].get(words, "")


def _normalise(found: dict[str, Any]) -> str | None:
    problem = None
    for field, allowed in _ALLOWED.items():
        given = found.get(field)
        if not given:
            continue
        value = _known(field, given)
        if value:
            found[field] = value
        elif field == "category":
            # Address books put labels of their own here; that is no reason to refuse the row.
            found[field] = "other"
        else:
            problem = f"{field} {given!r} is unknown; use one of {', '.join(allowed)}"
    return problem
