"""E-mail files and threads: who wrote what and when, with quoted parts apart from new words."""

from __future__ import annotations

import email
import email.policy
import email.utils
from email.message import EmailMessage

from drafter.errors import DrafterError, GatherError
from drafter.gather.composing import Line, Source, compose
from drafter.gather.encodings import decode
from drafter.gather.mail_threads import thread_lines
from drafter.gather.reading import Material, notes_from_bytes
from drafter.models import Note

_MOST_PARTS = 200
_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_TEXTUAL = {"text/vcard", "text/x-vcard", "text/csv", "text/markdown", "application/pdf", "message/rfc822"}
_OFFICE = ".docx"


def read(material: Material) -> list[Note]:
    """The note of a message and those of its readable attachments; of a saved web archive, its page.

    Raises:
        GatherError: when it is damaged or says nothing.
    """
    try:
        return _read(material)
    except (GatherError, RecursionError):
        raise
    except Exception as error:
        # The parser of headers meets damage with whatever happens to break first.
        raise GatherError(f"{material.origin}: the message is damaged; save its text as a .txt file") from error


def _read(material: Material) -> list[Note]:
    message = email.message_from_bytes(material.data, policy=email.policy.default)
    parts = list(_parts(message))
    page = _archived_page(message, parts)
    if page is not None:
        from drafter.gather.html import read_html

        text, warnings = _text(page)
        origin = _header(message, "Snapshot-Content-Location") or material.origin
        return [read_html(text, origin=origin, warnings=tuple(warnings))]
    source = Source(material.origin, "email", retrieved_at=material.retrieved_at)
    lines = [*_header_lines(message, source), *_body_lines(parts, source)]
    if len(lines) == len(_header_lines(message, Source("", "email"))):
        source.warnings.append("the message has no text")
    if not lines:
        raise GatherError(f"{material.origin}: no headers and no text; save the message again as .eml")
    return [compose(lines, source), *_attachments(parts, material, source)]


def _parts(message: EmailMessage) -> list[EmailMessage]:
    parts: list[EmailMessage] = []
    for part in message.walk():
        if len(parts) >= _MOST_PARTS:
            break
        if not part.is_multipart():
            parts.append(part)
    return parts


def _archived_page(message: EmailMessage, parts: list[EmailMessage]) -> EmailMessage | None:
    """The page of an .mhtml file: related parts of which the first is a page, and nobody wrote it."""
    saved = _header(message, "Snapshot-Content-Location") or "saved by" in _header(message, "From").lower()
    return next((part for part in parts if part.get_content_type() == "text/html"), None) if saved else None


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except Exception:  # noqa: BLE001 - the parser raises many kinds of errors on broken headers
        return ""


def _header_lines(message: EmailMessage, source: Source) -> list[Line]:
    lines = []
    for name in _HEADERS:
        value = _header(message, name)
        if value:
            lines.append(Line(f"{name}: {value}", "data", group=1, label=name))
    source.title = _header(message, "Subject") or None
    source.author = email.utils.parseaddr(_header(message, "From"))[0] or _header(message, "From") or None
    try:
        source.published = email.utils.parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        source.published = None
    return lines


def _body_lines(parts: list[EmailMessage], source: Source) -> list[Line]:
    """The plain text where there is one worth having, else the page-like text."""
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    for wanted in ("text/plain", "text/html"):
        lines: list[Line] = []
        for part in shown:
            if part.get_content_type() == wanted:
                text, warnings = _text(part)
                source.warnings += warnings
                lines += thread_lines(text) if wanted == "text/plain" else _page_lines(text)
        if lines:
            return lines
    return []


def _page_lines(text: str) -> list[Line]:
    from drafter.gather.html import lines_of_html

    found = lines_of_html(text)
    # Lines of a page carry no ">"; the signs of a forwarded or answered message are in the words.
    return thread_lines("\n".join(("> " if line.kind == "quoted" else "") + line.text + "\n" for line in found))


def _text(part: EmailMessage) -> tuple[str, list[str]]:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return "", []
    return decode(data, charset=part.get_content_charset(), markup=part.get_content_type() == "text/html")


def _attachments(parts: list[EmailMessage], material: Material, source: Source) -> list[Note]:
    notes: list[Note] = []
    for part in parts:
        name = part.get_filename() or ""
        kind = part.get_content_type()
        if part.get_content_disposition() != "attachment" and not name:
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not (kind in _TEXTUAL or name.lower().endswith(_OFFICE)):
            continue
        try:
            notes += notes_from_bytes(
                data, name=f"{material.origin}: {name}", content_type=kind, settings=material.settings
            )
        except DrafterError as error:
            source.warnings.append(f"attachment left out: {error}")
    return notes
