"""A draft on its way out: a mail file and a ``mailto:`` address. The person sends it; this program never does."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from drafter.models import Draft, Sender

# Longer addresses are cut off by some mail programs.
MAILTO_LIMIT = 1900


def mail_file(draft: Draft, *, sender: Sender | None, to: str | None) -> bytes:
    """The message as an unsent ``.eml`` file that mail programs open for editing."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if draft.subject:
        message["Subject"] = _line(draft.subject)
    if to and "@" in to:
        message["To"] = _line(to)
    if sender and sender.email:
        message["From"] = _line(sender.email)
    message.set_content(draft.message, cte="quoted-printable")
    return message.as_bytes()


def mailto(draft: Draft, *, to: str | None) -> str | None:
    """A link that opens the message in the mail program, or ``None`` where it would be too long for one."""
    fields = {"subject": draft.subject or "", "body": draft.message.replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items() if value)
    link = f"mailto:{quote(to or '', safe='@')}?{query}"
    return link if len(link) <= MAILTO_LIMIT else None


def file_name(name: str, suffix: str) -> str:
    """A file name from a person's name, safe on every system."""
    kept = "".join(char if char.isalnum() else "-" for char in name).strip("-")
    return f"{kept or 'draft'}{suffix}"


def _line(text: str) -> str:
    return " ".join(text.split())
