"""How a message is opened, closed and signed in each language, and how formal it is.

A person's sex is never guessed from a name: where a language asks for it ("Sehr geehrte Frau …"), the full name is
used unless the contact's own title says more.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter

from pydantic import BaseModel, ConfigDict, field_validator

from drafter.models import Brief, Channel, Contact, Correspondence, Formality, Profile, Sender
from drafter.resources import once, resource


class Manners(BaseModel):
    """One language's habits; ``{given}``, ``{family}``, ``{full}``, ``{title}``, ``{number}`` … are filled in.

    ``casual`` and ``polite`` greet by given and by full name, ``titled`` with a title, ``nameless`` nobody in
    particular. ``speaking`` (``speaking_known`` to people who know the sender), ``number`` and ``again`` are said
    in a voicemail. ``polite_by_default``: strangers are not on first-name terms. ``joint`` stands between
    sentences. ``lowered`` are words that lose their capital after a greeting ending in a comma, with
    ``lowered_below`` also on the next line. ``familiar`` finds the familiar "you", ``wrote`` the mention of a
    written message; ``asks`` are beginnings of a polite question.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    casual: str
    polite: str
    titled: str
    nameless: str
    closings: dict[Formality, str]
    speaking: str = "{name}, {sender}."
    speaking_known: str | None = None
    number: str = "{number}."
    again: str = "{number}."
    polite_by_default: bool = True
    joint: str = " "
    lowered: frozenset[str] = frozenset()
    lowered_below: bool = False
    familiar: str | None = None
    wrote: str | None = None
    asks: tuple[str, ...] = ()

    @field_validator("lowered", mode="before")
    @classmethod
    def _words(cls, value: object) -> object:
        return value.split() if isinstance(value, str) else value


@once
def _table() -> dict[str, Manners]:
    text = resource("data", "manners.toml").read_text(encoding="utf-8")
    return {code: Manners.model_validate(row) for code, row in tomllib.loads(text).items()}


_ELSE = Manners(
    casual="{given},",
    polite="{full},",
    titled="{title} {family},",
    nameless="",
    closings={"casual": "", "neutral": "", "formal": ""},
)
_SENDERS_OWN = ("typed", "spreadsheet_row", "contact_card")
_HONORIFIC = re.compile(r"^(mr|mrs|ms|miss|mx|herr|frau|m|mme|mlle|monsieur|madame|sr|sra|srta|don|doña)\.?$", re.I)
_LEARNED = re.compile(r"\b(dr|prof|professor|professorin|doctor|doctora|doktor)\b\.?|教授|博士|先生", re.I)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def manners(language: str | None) -> Manners:
    """The habits of a language ("de", "pt-BR"); where they are not known, only names are used."""
    code = (language or "en").lower().replace("_", "-").split("-")[0]
    return _table().get({"nb": "no", "nn": "no"}.get(code, code), _ELSE)


def message_language(brief: Brief, profile: Profile | None = None) -> str:
    """The language to write in: as told, else the reader's own as the notes show it, else the sender's.

    Notes that the sender typed count only when the sender has not said what they write in.
    """
    if brief.language:
        return brief.language
    if brief.received and (found := _script_language(brief.received)):
        return found
    weights: Counter[str] = Counter()
    for note in profile.notes if profile else ():
        if note.language and (note.kind not in _SENDERS_OWN or not brief.sender.language):
            weights[note.language] += len(note.text)
    if weights:
        return weights.most_common(1)[0][0]
    return brief.sender.language or "en"


def formality_of(brief: Brief, language: str) -> Formality:
    """How formal to be: as told, as the sender likes it, as earlier messages were, else as the language has it."""
    if brief.formality:
        return brief.formality
    if brief.sender.formality:
        return brief.sender.formality
    habits = manners(language)
    if habits.familiar and _is_familiar(brief.history, habits.familiar):
        return "casual"
    return "formal" if habits.polite_by_default else "neutral"


def _is_familiar(history: tuple[Correspondence, ...], familiar: str) -> bool:
    return any(re.search(familiar, message.message, re.IGNORECASE) for message in history)


def _script_language(text: str) -> str | None:
    return "ja" if re.search(r"[\u3040-\u30ff]", text) else None


def given_name(contact: Contact) -> str:
    """The name to use on first-name terms."""
    return contact.given_name or _split(contact.name)[0]


def family_name(contact: Contact) -> str:
    """The name to use with a title."""
    return contact.family_name or _split(contact.name)[1]


def _split(name: str) -> tuple[str, str]:
    words = name.replace("\u3000", " ").split()
    if not words:
        return "", ""
    if _CJK.search(name):
        return words[-1], words[0]
    return words[0], words[-1]


def address(contact: Contact, language: str, formality: Formality = "neutral") -> str:
    """How the reader is called inside a sentence or on the telephone: "Ana", "Dr. Keller", "山田様"."""
    habits = manners(language)
    if language.startswith("ja"):
        return f"{family_name(contact)}様" if formality != "casual" else f"{given_name(contact)}さん"
    if formality == "casual" or (formality == "neutral" and not habits.polite_by_default and not _title(contact)):
        return given_name(contact)
    title = _title(contact)
    if title and family_name(contact):
        return f"{title} {family_name(contact)}"
    return _full(contact)


def greeting(contact: Contact, language: str, formality: Formality = "neutral") -> str:
    """The line that opens a message: "Hi Ana,", "Guten Tag Dr. Keller,", "山田様"."""
    habits = manners(language)
    if not contact.name.strip():
        return habits.nameless
    title = _title(contact)
    names = {"given": given_name(contact), "family": family_name(contact), "full": _full(contact), "title": title}
    first_names = formality == "casual" or (formality == "neutral" and not habits.polite_by_default)
    if first_names and not (title and formality == "neutral"):
        return habits.casual.format(**names)
    if title and names["family"]:
        if language.startswith("ja"):
            names["title"] = title if _CJK.search(title) else "様"
        return habits.titled.format(**names)
    return habits.polite.format(**names)


def _title(contact: Contact) -> str:
    """The contact's title if it belongs in a greeting ("Dr.", "Frau"); not "MBA"."""
    title = (contact.title or "").strip()
    return title if _HONORIFIC.match(title) or _LEARNED.search(title) else ""


def _full(contact: Contact) -> str:
    if contact.given_name and contact.family_name and not _CJK.search(contact.name):
        return f"{contact.given_name} {contact.family_name}"
    return contact.name


def closing(language: str, formality: Formality = "neutral") -> str:
    """The line before the signature; empty where none is known."""
    return manners(language).closings[formality]


def signature(sender: Sender, channel: Channel) -> str:
    """The sender's name, by e-mail with what they do."""
    if channel != "email":
        return sender.name
    parts = [part for part in (sender.role, sender.organization) if part]
    # Chinese, Japanese and Korean name the house first.
    native = len(parts) > 1 and all(_CJK.search(part) for part in parts)
    office = " ".join(reversed(parts)) if native else ", ".join(parts)
    return f"{sender.name}\n{office}" if office else sender.name


def lower_after_greeting(text: str, language: str, *, inline: bool) -> str:
    """The text with its first letter lowered where the language wants that after a greeting ending in a comma.

    Only words that are certainly no names are touched. ``inline`` is true when the text goes on in the same line.
    """
    habits = manners(language)
    first = re.match(r"[\w'’-]+", text)
    if not first or not (inline or habits.lowered_below):
        return text
    word = first.group().replace("’", "'")
    return text[0].lower() + text[1:] if word in habits.lowered or _elided(word, language) else text


def _elided(word: str, language: str) -> bool:
    return language.startswith("fr") and bool(re.match(r"[JLDCQN]'", word))
