"""Gathering: files, web pages, typed text and rows become notes."""

from drafter.gather.gathering import Gathered, gather
from drafter.gather.reading import note_from_row, note_from_text, notes_from_bytes

__all__ = ["Gathered", "gather", "note_from_row", "note_from_text", "notes_from_bytes"]
