"""Bytes and their name become notes: the kind of material is told from its content first, then from its name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from drafter.errors import GatherError
from drafter.gather.composing import Line, Source, compose
from drafter.gather.encodings import decode
from drafter.models import Note, NoteKind
from drafter.settings import Settings

_EXTENSIONS = {
    **dict.fromkeys(("html", "htm", "xhtml", "shtml", "php", "asp", "aspx"), "html"),
    **dict.fromkeys(("md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"), "markdown"),
    **dict.fromkeys(("txt", "text", "rst", "org", "log", "tex", "adoc"), "text"),
    **dict.fromkeys(("json", "jsonl", "ndjson", "geojson", "jsonld"), "json"),
    **dict.fromkeys(("yaml", "yml", "toml", "cff"), "yaml"),
    **dict.fromkeys(("csv", "tsv"), "csv"),
    **dict.fromkeys(("eml", "mht", "mhtml"), "email"),
    **dict.fromkeys(("rss", "atom"), "feed"),
    "pdf": "pdf",
    "docx": "docx",
    "vcf": "vcard",
    "vcard": "vcard",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xml": "xml",
}
_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/json": "json",
    "application/ld+json": "json",
    "application/yaml": "yaml",
    "text/yaml": "yaml",
    "application/x-yaml": "yaml",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "message/rfc822": "email",
    "multipart/related": "email",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/pdf": "pdf",
    "text/vcard": "vcard",
    "text/x-vcard": "vcard",
    "text/directory": "vcard",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}
_FOREIGN = {
    "doc": "an old Word file",
    "rtf": "a rich-text file",
    "odt": "an OpenDocument file",
    "pages": "a Pages file",
    "pptx": "a presentation",
    "ppt": "a presentation",
    "msg": "an Outlook message",
    "xls": "an old Excel file",
    "zip": "an archive",
    "epub": "a book",
    "png": "a picture",
    "jpg": "a picture",
    "jpeg": "a picture",
    "gif": "a picture",
    "webp": "a picture",
    "heic": "a picture",
    "mp3": "a sound file",
    "mp4": "a film",
    "mov": "a film",
}
_ADVICE = {"msg": "save it as .eml", "xls": "save it as .csv or .xlsx", "zip": "unpack it and give the files inside"}
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_MAIL = re.compile(
    rb"(?:(?:From|Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Subject|Date"
    rb"|X-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Material:
    """What a reader gets: the bytes, where they came from, and what was declared about them."""

    data: bytes
    origin: str
    settings: Settings
    charset: str | None = None
    retrieved_at: datetime.datetime | None = None

    def text(self, *, markup: bool = False) -> tuple[str, list[str]]:
        """The decoded text and what was mended."""
        return decode(self.data, charset=self.charset, markup=markup)


def note_from_text(text: str, *, origin: str = "typed note", kind: NoteKind = "typed") -> Note:
    """The note of a typed or pasted text.

    Raises:
        GatherError: when there is no text.
    """
    from drafter.gather.encodings import mend
    from drafter.gather.plain_text import text_lines

    if not text.strip():
        raise GatherError(f"{origin}: there is no text; type or paste what you know")
    return compose(text_lines(mend(text)), Source(origin, kind))


def note_from_row(row: Mapping[str, object], *, origin: str = "row") -> Note:
    """The note of one row of a table: "column: value" for each cell that says something."""
    lines = [
        Line(f"{name}: {value}", "data", group=1, label=str(name))
        for name, value in row.items()
        if str(value or "").strip()
    ]
    if not lines:
        raise GatherError(f"{origin}: the row is empty; fill in at least a name")
    return compose(lines, Source(origin, "spreadsheet_row"))


def notes_from_bytes(
    data: bytes,
    *,
    name: str,
    content_type: str | None = None,
    settings: Settings,
    retrieved_at: datetime.datetime | None = None,
) -> tuple[Note, ...]:
    """The notes of one file, with ids n1, n2, … in their order.

    Raises:
        GatherError: when it cannot be read; the message names the file and says what to do.
    """
    if not data.strip():
        raise GatherError(f"{name}: the file is empty; check that it was saved completely")
    kind, charset = kind_of(data, name, content_type), _charset(content_type)
    if len(data) > settings.file_bytes:
        raise GatherError(
            f"{name}: larger than {settings.file_bytes // 1_000_000} MB; save only the part about the contact"
        )
    try:
        notes = _reader(kind)(Material(data, name, settings, charset, retrieved_at))
    except RecursionError as error:
        raise GatherError(f"{name}: nested too deeply to read; save its text as a .txt file") from error
    return tuple(note.model_copy(update={"id": f"n{number}"}) for number, note in enumerate(notes, 1))


def kind_of(data: bytes, name: str, content_type: str | None = None) -> str:
    """What the material is: a key of the readers.

    Raises:
        GatherError: when it is something no reader takes, such as a picture.
    """
    extension = PurePath(name.split("?", 1)[0].split("#", 1)[0]).suffix.lower().lstrip(".")
    by_content = _by_content(data[:4096], name)
    if by_content:
        return by_content
    declared = (content_type or "").split(";", 1)[0].strip().lower()
    kind = _TYPES.get(declared) or _EXTENSIONS.get(extension)
    if not kind and extension in _FOREIGN:
        advice = _ADVICE.get(extension, "save its text as .pdf, .docx or .txt")
        raise GatherError(f"{name}: {_FOREIGN[extension]} cannot be read; {advice}")
    kind = kind or ("html" if _HTML.match(data) else "email" if _MAIL.match(data) else "text")
    if kind in {"xml", "html", "text"} and _FEED.search(data[:2048]) and not _HTML.match(data):
        return "feed"
    if kind in {"pdf", "docx", "xlsx"}:
        raise GatherError(f"{name}: this is no {kind.upper()} file; check that it was saved or downloaded completely")
    return "html" if kind == "xml" else kind


def _by_content(start: bytes, name: str) -> str | None:
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "office"
    if re.match(rb"\s*(?:\xef\xbb\xbf)?BEGIN:VCARD", start, re.IGNORECASE):
        return "vcard"
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            raise GatherError(f"{name}: {what} cannot be read; save its text as .pdf, .docx or .txt")
    return None


def _charset(content_type: str | None) -> str | None:
    match = re.search(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", content_type or "", re.IGNORECASE)
    return match[1] if match else None


def _reader(kind: str) -> Callable[[Material], list[Note]]:
    """The function that reads this kind; imported when needed, for some bring large libraries."""
    if kind in {"pdf", "docx", "office", "xlsx"}:
        from drafter.gather import documents

        return documents.read
    if kind in {"email", "vcard", "feed"}:
        from drafter.gather import contact_files, email_files, feeds

        return {"email": email_files.read, "vcard": contact_files.read, "feed": feeds.read}[kind]
    from drafter.gather import text_files

    return text_files.READERS[kind]
