"""Touches from saved mail: ``.eml`` files and ``.mbox`` folders, each message counted once."""

from __future__ import annotations

import datetime
import email
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from drafter.errors import InputError

LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Mail:
    """One message: addresses in lower case, the day it was sent where known, and its identity."""

    sender: tuple[str, str]
    recipients: tuple[tuple[str, str], ...]
    on: datetime.date | None
    subject: str | None
    text: str
    identity: str


def read_mail(path: Path) -> Iterator[Mail]:
    """The messages of an ``.eml`` file or an ``.mbox`` folder, one at a time.

    Raises:
        InputError: when the file cannot be read or holds no message.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}; check the path") from error
    found = False
    if path.suffix.lower() == ".mbox":
        messages = _mbox(path)
    elif size > LARGEST:
        raise InputError(f"{path} is larger than {LARGEST // 1_000_000} MB; save the message without attachments")
    else:
        messages = iter([_parsed(path.read_bytes())])
    for message in messages:
        mail = _mail(message)
        if mail is not None:
            found = True
            yield mail
    if not found:
        raise InputError(f"{path} holds no e-mail message; give an .eml or .mbox file")


def _parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def _mbox(path: Path) -> Iterator[EmailMessage]:
    import mailbox

    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield _parsed(box.get_bytes(key))
    finally:
        box.close()


def _mail(message: EmailMessage) -> Mail | None:
    senders = _addresses(message, "from")
    if not senders:
        return None
    body = message.get_body(preferencelist=("plain",))
    text = _content(body) if isinstance(body, EmailMessage) else ""
    named = str(message.get("message-id") or "").strip()
    identity = named or hashlib.sha256(message.as_bytes()).hexdigest()
    return Mail(
        sender=senders[0],
        recipients=(*_addresses(message, "to"), *_addresses(message, "cc")),
        on=_day(message),
        subject=str(message.get("subject") or "").strip() or None,
        text=text,
        identity=f"mail:{identity}",
    )


def _content(body: EmailMessage) -> str:
    try:
        return str(body.get_content()).strip()
    except (LookupError, ValueError):
        # An unknown character set: better a few wrong letters than a lost message.
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace").strip() if isinstance(payload, bytes) else ""


def _addresses(message: EmailMessage, header: str) -> tuple[tuple[str, str], ...]:
    values = [str(value) for value in message.get_all(header, [])]
    return tuple((name, address.lower()) for name, address in getaddresses(values) if "@" in address)


def _day(message: EmailMessage) -> datetime.date | None:
    try:
        return parsedate_to_datetime(str(message.get("date"))).date()
    except (TypeError, ValueError):
        return None
