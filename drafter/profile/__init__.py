"""From notes to a profile: fields of the contact, and facts each with the words that prove it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.models import Note, Profile, Sender, Usage
from drafter.profile.building import Reading, Subject, profile_of
from drafter.settings import Settings

if TYPE_CHECKING:
    from drafter.llm.protocol import LanguageModel

__all__ = ["build_profile", "read_profile", "reading_prompt"]


def build_profile(
    notes: Sequence[Note],
    contact: str,
    *,
    organization: str | None = None,
    role: str | None = None,
    sender: Sender | None = None,
    model: LanguageModel | None = None,
    settings: Settings | None = None,
    today: datetime.date | None = None,
) -> Profile:
    """What the notes say about the contact; with a model it reads them too, and code verifies each quote."""
    return read_profile(
        notes,
        contact,
        organization=organization,
        role=role,
        sender=sender,
        model=model,
        settings=settings,
        today=today,
    )[0]


def read_profile(
    notes: Sequence[Note],
    contact: str,
    *,
    organization: str | None = None,
    role: str | None = None,
    sender: Sender | None = None,
    model: LanguageModel | None = None,
    settings: Settings | None = None,
    today: datetime.date | None = None,
) -> tuple[Profile, Usage]:
    """The profile, and what the model calls for it used."""
    name = " ".join(contact.split())
    day = today or datetime.datetime.now(tz=datetime.UTC).date()
    subject = Subject(name, organization or None, role or None, sender, day)
    reading = Reading(subject, tuple(notes))
    if model is None or not notes:
        return profile_of(reading), Usage()
    from drafter.profile.model_reader import read_with

    known = settings or Settings()
    found = read_with(
        model,
        reading.notes,
        contact=name,
        organization=organization,
        reading_tokens=known.reading_tokens,
        timeout=known.timeout,
    )
    profile = profile_of(reading, found.candidates, found.rejected)
    if found.warnings:
        profile = profile.model_copy(update={"warnings": (*profile.warnings, *found.warnings)})
    return profile, found.usage


def reading_prompt() -> str:
    """The name and digest of the prompt that a model reads notes with ("extract@1a2b3c4d")."""
    from drafter.profile import model_reader

    return model_reader.reading_prompt()
