"""What the page does with files, pasted text and links: notes, and at once the facts in them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from drafter.errors import DrafterError
from drafter.models import Note
from drafter.ui import session, theme, words
from drafter.ui.desk import Desk
from drafter.ui.work import ADDED_BY_HAND, Work, add_notes, with_added_facts, with_lasting_ids


def read_offline(work: Work) -> Work:
    """The work with its profile read again from the notes, without a model; marks stay with their quotes."""
    if not work.notes or not work.name.strip():
        return work.model_copy(update={"profile": None})
    profile = session.drafter(offline=True).profile(
        work.notes,
        work.name.strip(),
        organization=work.organization.strip() or None,
        role=work.role.strip() or None,
        sender=session.sender(),
        today=datetime.date.today(),
    )
    profile = with_lasting_ids(with_added_facts(profile), work)
    return work.model_copy(update={"profile": profile, "read_by": "offline"})


def take_notes(desk: Desk, notes: Sequence[Note]) -> None:
    """Add notes and read them."""
    desk.update(lambda work: read_offline(add_notes(work, tuple(notes))), "notes")


def drop_note(desk: Desk, note_id: str) -> None:
    """Take a note away, with the facts it proves."""

    def dropped(work: Work) -> Work:
        kept = tuple(note for note in work.notes if note.id != note_id)
        return read_offline(work.model_copy(update={"notes": kept}))

    desk.update(dropped, "notes")


def links(text: str) -> tuple[str, ...]:
    """The addresses, each once, where what was pasted is addresses and nothing else."""
    found = text.split()
    return tuple(dict.fromkeys(found)) if all(one.startswith(("http://", "https://")) for one in found) else ()


def take_text(desk: Desk, text: str) -> None:
    """Add pasted text."""
    from drafter.gather import note_from_text

    if text.strip():
        take_notes(desk, [note_from_text(text.strip())])


def take_fact(desk: Desk, text: str) -> None:
    """Add one fact in the person's own words, to be used."""
    from drafter.gather import note_from_text

    if text.strip():
        take_notes(desk, [note_from_text(text.strip(), origin=ADDED_BY_HAND)])


def take_link(desk: Desk, address: str) -> bool:
    """Fetch a page; what cannot be had is told. Whether there was anything."""
    gathered = session.drafter().gather([address])
    for failure in gathered.failures:
        complain(failure, at="notes")
    if gathered.notes:
        take_notes(desk, gathered.notes)
    return bool(gathered.notes)


def take_files(desk: Desk, files: Sequence[Any]) -> None:
    """Read uploaded files; one that cannot be read is told and does not stop the others."""
    from drafter.gather import notes_from_bytes

    notes: list[Note] = []
    for file in files:
        try:
            notes += notes_from_bytes(
                file.getvalue(), name=Path(file.name).name, content_type=file.type, settings=session.settings()
            )
        except DrafterError as error:
            said = str(error)
            complain(said if said.startswith(file.name) else f"{file.name}: {said}", at="notes")
    take_notes(desk, notes)


def complain(text: str, *, at: str = "page") -> None:
    """Keep one line to be shown: at the head of the page, or where it arose."""
    st.session_state.setdefault(f"complaints-{at}", []).append(text)


def show_complaints(at: str = "page") -> None:
    """Show the lines, once."""
    lines: list[str] = st.session_state.pop(f"complaints-{at}", [])
    for line in lines:
        st.warning(theme.plain(words.sentence(line)), icon=":material/warning:")
