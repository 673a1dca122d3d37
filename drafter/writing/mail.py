"""A draft as an unsent mail file. The person sends it; this program never does."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr

from drafter.models import Draft, Sender


def mail_file(draft: Draft, *, sender: Sender | None, to: str | None) -> bytes:
    """The message as an unsent ``.eml`` file that mail programs open for editing."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if draft.subject:
        message["Subject"] = _line(draft.subject)
    if to and "@" in to:
        message["To"] = _line(to)
    if sender and sender.email:
        message["From"] = formataddr((_line(sender.name), _line(sender.email)))
    message.set_content(draft.message, cte="quoted-printable")
    return message.as_bytes()


def _line(text: str) -> str:
    return " ".join(text.split())
