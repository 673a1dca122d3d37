"""One row's way: gathered → profile → drafts → result, each step kept as it is reached."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from drafter.batch.ledger import brief_of
from drafter.errors import DrafterError, InputError
from drafter.llm.protocol import LanguageModel
from drafter.models import Note, Profile, Result, Sender, Usage, Value
from drafter.pipeline import Drafter
from drafter.settings import Settings
from drafter.storage import Row, RowInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

_WALLED = ("linkedin.com", "facebook.com", "instagram.com", "x.com", "twitter.com", "xing.com", "tiktok.com")
_HOLDS = {
    "en": ("is", "at"),
    "de": ("ist", "bei"),
    "nl": ("is", "bij"),
    "fr": ("est", "chez"),
    "es": ("es", "en"),
    "pt": ("é", "em"),
    "it": ("è", "presso"),
    "sv": ("är", "på"),
    "da": ("er", "hos"),
    "nb": ("er", "hos"),
    "no": ("er", "hos"),
}
_SYSTEM = ("/etc", "/proc", "/sys", "/dev", "/root/.", "/var/run", "/run")


class Gathered(Value):
    """The first step of a row: what was read, and what could not be."""

    notes: tuple[Note, ...] = ()
    failures: tuple[str, ...] = ()


class Read(Value):
    """The second step: the profile, and what reading it used."""

    profile: Profile
    usage: Usage = Usage()


class RowWork:
    """Does everything for one row; safe to share between threads.

    ``model_for`` gives the model to use for a row (the recording one, or ``None`` for offline).
    """

    def __init__(
        self,
        storage: Storage,
        settings: Settings,
        sender: Sender,
        *,
        folder: Path | None,
        today: datetime.date,
        model_for: Callable[[Row], LanguageModel | None],
    ) -> None:
        """Prepare to work on rows of one batch."""
        self._storage = storage
        self._settings = settings
        self._sender = sender
        self._folder = folder
        self._today = today
        self._model_for = model_for

    def __call__(self, row: Row) -> Result:
        """The result for a row, going on from whatever step was reached before.

        Raises:
            DrafterError: when the row cannot be drafted; the message tells why.
        """
        given = row.given or self._storage.batches.input(row.id)
        if given.fields.get("problem"):
            raise InputError(given.fields["problem"])
        model = self._model_for(row)
        drafter = Drafter(self._settings, model=model or "offline")
        gathered = self._gathered(row, given, drafter)
        read = self._read(row, given, gathered, drafter)
        brief = brief_of(given, self._sender, row=row, today=self._today)
        result = drafter.draft(read.profile, brief, spent=read.usage)
        if gathered.failures and (result.draft or gathered.notes):
            result = result.model_copy(update={"warnings": (*result.warnings, *gathered.failures)})
        if result.draft is None and gathered.failures:
            result = result.model_copy(update={"needs": (*gathered.failures, *result.needs)})
        return result

    def _kept(self, row: Row, stage: str) -> str | None:
        return None if row.fresh else self._storage.drafting.stage(row.id, stage)

    def _gathered(self, row: Row, given: RowInput, drafter: Drafter) -> Gathered:
        kept = self._kept(row, "gathered")
        if kept is not None:
            return Gathered.model_validate_json(kept)
        sources, refused = self._sources(given.fields)
        found = drafter.gather(sources, notes=row_notes(given.fields, row.number))
        gathered = Gathered(notes=found.notes, failures=(*refused, *found.failures))
        if sources:
            self._storage.drafting.keep_stage(row.id, "gathered", gathered.model_dump_json())
        return gathered

    def _read(self, row: Row, given: RowInput, gathered: Gathered, drafter: Drafter) -> Read:
        kept = self._kept(row, "profile")
        if kept is not None:
            return Read.model_validate_json(kept)
        profile, usage = drafter.read(
            gathered.notes,
            row.name,
            organization=row.organization or None,
            role=given.fields.get("role"),
            sender=self._sender,
            today=row.started_on or self._today,
        )
        read = Read(profile=_with_details(profile, given.fields), usage=usage)
        if drafter.model is not None:
            # Offline it is quicker to read the notes again than to keep every profile twice.
            self._storage.drafting.keep_stage(row.id, "profile", read.model_dump_json())
        return read

    def _sources(self, fields: dict[str, Any]) -> tuple[list[str], list[str]]:
        """What to gather for the row, and what of it is refused."""
        sources: list[str] = []
        refused: list[str] = []
        for source in to_gather(fields):
            if _is_address(source):
                sources.append(source)
                continue
            path, problem = self._file(source)
            if problem:
                refused.append(problem)
            elif path is not None:
                sources.append(str(path))
        return sources, refused

    def _file(self, source: str) -> tuple[Path | None, str | None]:
        if self._folder is None:
            return None, f"{source}: files named in a row are not read here; paste their text as notes"
        path = Path(source).expanduser()
        if not path.is_absolute():
            beside = self._folder / path
            path = beside if beside.exists() or not (Path.cwd() / path).exists() else Path.cwd() / path
        real = path.resolve()
        # A list from somebody else must not be able to draw in keys or system files.
        inside = real.relative_to(self._folder) if real.is_relative_to(self._folder) else real
        if any(part.startswith(".") for part in inside.parts) or str(real).startswith(_SYSTEM):
            return None, f"{source}: hidden and system files are not read for a row; copy the file elsewhere"
        return path, None


def to_gather(fields: dict[str, Any]) -> tuple[str, ...]:
    """The files and addresses that a row is drafted from; a link to a walled site only tells who somebody is."""
    named = fields.get("sources", ())
    links = (link for link in fields.get("links", ()) if not (_is_address(link) and _is_walled(link)))
    return tuple(dict.fromkeys([*named, *links]))


def row_notes(fields: dict[str, Any], number: int) -> list[Note]:
    """What the row itself says, as notes: each text, and the role as a sentence."""
    from drafter.gather import note_from_text

    found = [
        note_from_text(text, origin=f"row {number}, {label}" if label else f"row {number}", kind="spreadsheet_row")
        for label, text in fields.get("notes", ())
        if text.strip()
    ]
    language = fields.get("language") or _language(found, fields)
    found = [note if note.language else note.model_copy(update={"language": language}) for note in found]
    role, organization = fields.get("role"), fields.get("organization")
    if role:
        # A sentence, because a label and a value would be quoted to the reader as such; in the language of the others,
        # because each note has a say in what the reader is written to.
        verb, preposition = _HOLDS.get(language or "en", _HOLDS["en"])
        place = f" {preposition} {organization}" if organization else ""
        text = f"{fields.get('name', '')} {verb} {role}{place}."
        note = note_from_text(text, origin=f"row {number}", kind="spreadsheet_row")
        found.append(note.model_copy(update={"language": language}) if language in _HOLDS else note)
    return found


def _language(notes: list[Note], fields: dict[str, Any]) -> str | None:
    """The language of a row: a cell alone is often too short to tell, all of them together with the purpose are not."""
    from drafter.gather.tongue import language_of

    told = {note.language: len(note.text) for note in sorted(notes, key=lambda note: len(note.text)) if note.language}
    if told:
        return max(told, key=lambda code: told[code])
    return language_of(" ".join([*(note.text for note in notes), fields.get("purpose", "")]))


def _with_details(profile: Profile, fields: dict[str, Any]) -> Profile:
    """The row's own address, number and links, where the notes have none."""
    contact = profile.contact
    links = dict.fromkeys([*contact.links, *(link for link in fields.get("links", ()) if _is_address(link))])
    update = {
        "email": contact.email or fields.get("email"),
        "phone": contact.phone or fields.get("phone"),
        "category": contact.category or fields.get("category"),
        "links": tuple(links),
    }
    return profile.model_copy(update={"contact": contact.model_copy(update=update)})


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://", "www."))


def _is_walled(source: str) -> bool:
    """Whether a site shows its pages to members only: its links say who somebody is, and cannot be read."""
    host = (urlsplit(source if "://" in source else f"https://{source}").hostname or "").removeprefix("www.")
    return any(host == site or host.endswith("." + site) for site in _WALLED)


def told(error: Exception) -> str:
    """Why a row failed, in one line."""
    text = (
        str(error)
        if isinstance(error, DrafterError)
        else f"a fault in drafter itself ({type(error).__name__}: {error})"
    )
    return " ".join(text.split())[:1000]
