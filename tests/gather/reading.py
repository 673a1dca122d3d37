"""Bytes read as notes, and what became of them."""

from __future__ import annotations

from drafter.gather import notes_from_bytes
from drafter.models import Note
from drafter.settings import Settings

SETTINGS = Settings()


def read(data: bytes | str, name: str) -> Note:
    return notes_from_bytes(data.encode() if isinstance(data, str) else data, name=name, settings=SETTINGS)[0]


def blocks(note: Note) -> list[tuple[str, str, str | None, int | None]]:
    return [(note.text[block.start : block.end], block.kind, block.label, block.group) for block in note.blocks]
