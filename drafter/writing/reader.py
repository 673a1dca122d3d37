"""How the reader is called in a message whose language is written in other letters than their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.conventions import address, formality_of, given_name, greeting, manners, message_language
from drafter.language.scripts import latin_name, strange_letters
from drafter.models import Brief, Contact, Profile
from drafter.writing.kinds import KINDS, ONE_PARAGRAPH
from drafter.writing.voice import own_greeting

_NAMELESS = re.compile(r"\s*,(?:\s*,)*")


def greeted(brief: Brief, profile: Profile, language: str) -> str:
    """The line that opens the message."""
    contact, formality = profile.contact, formality_of(brief, language)
    if strange_letters(contact.name, language):
        # Which part of a transcribed name is the given one, nobody can tell.
        contact, formality = _in_latin(profile), "formal"
    usual = greeting(contact, language, formality)
    own = own_greeting(brief.sender, language) if brief.channel not in ONE_PARAGRAPH else None
    by_name = {"given": given_name(contact)}
    # A habit of the sender's among equals is none towards "Dr. Keller".
    return own.format_map(by_name) if own and usual == manners(language).casual.format_map(by_name) else usual


def called(brief: Brief, profile: Profile, language: str) -> str:
    """What is said first on the telephone and in a text message: the reader's name and the sender's."""
    contact, formality = profile.contact, formality_of(brief, language)
    if strange_letters(contact.name, language):
        contact, formality = _in_latin(profile), "formal"
    habits = manners(language)
    form = (KINDS[brief.kind].acquainted and habits.speaking_known) or habits.speaking
    name = address(contact, language, formality) if contact.name else ""
    said = form.format(name=name, sender=brief.sender.name)
    return said if name else _NAMELESS.sub(",", said)


def unreadable_name(brief: Brief, profile: Profile) -> Iterator[str]:
    """A line for the sender where the greeting had to leave the name out."""
    language = message_language(brief, profile)
    if strange_letters(profile.contact.name, language) and not _in_latin(profile).name:
        yield (
            f"{profile.contact.name} has no name in Latin letters in the notes, so the greeting names nobody: "
            "add a note such as “佐藤直美 (Naomi Sato)”, or write in the reader’s language with --language"
        )


def _in_latin(profile: Profile) -> Contact:
    name = latin_name(profile.contact.name, (note.text for note in profile.notes))
    return profile.contact.model_copy(update={"name": name or "", "given_name": None, "family_name": None})
