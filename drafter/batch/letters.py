"""Drafts as letters: e-mail files to open and send oneself, mailto links, a booklet to read on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from urllib.parse import quote

from drafter.batch.review import facts_used
from drafter.models import Draft, Result
from drafter.storage import Row, RowInput, SavedDraft

_UNSAFE = re.compile(r"[^\w\-]+")
_ADDRESS = re.compile(r"^[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\"]+$")
_LINK_LENGTH = 1900


def address_of(given: RowInput, result: Result) -> str | None:
    """The contact's e-mail address, if the row or the notes hold one that can be one."""
    found = given.fields.get("email") or result.profile.contact.email or ""
    return found if _ADDRESS.match(found) else None


def by_mail(result: Result) -> bool:
    """Whether the draft was written as an e-mail; a note for another channel has no place in a mail program."""
    return result.brief.channel == "email"


def mail_name(row: Row) -> str:
    """A file name without anything that a name in a table could smuggle into a path."""
    name = _UNSAFE.sub("_", row.name).strip("_")[:60]
    return f"{row.number:05d}_{name or 'contact'}.eml"


def mail(row: Row, given: RowInput, result: Result) -> bytes:
    """An unsent e-mail: mail programs open it ready to be read once more and sent by hand."""
    draft = _draft(result)
    message = EmailMessage(policy=SMTP)
    address = address_of(given, result)
    if address:
        message["To"] = address
    if result.brief.sender.email and _ADDRESS.match(result.brief.sender.email):
        message["From"] = result.brief.sender.email
    message["Subject"] = _one_line(draft.subject or f"For {row.name}")
    message["X-Unsent"] = "1"
    message.set_content(draft.message + "\n")
    return message.as_bytes()


def mailto(given: RowInput, result: Result) -> str:
    """A link that opens the draft in the mail program."""
    draft = _draft(result)
    address = quote(address_of(given, result) or "", safe="@.+-_")
    body = quote(draft.message.replace("\n", "\r\n"), safe="")
    return f"mailto:{address}?subject={quote(_one_line(draft.subject or ''), safe='')}&body={body}"


def mailto_page(name: str, rows: Iterable[tuple[Row, RowInput, SavedDraft]]) -> str:
    """A page of links, one a draft; a message that is too long for a link, or no e-mail, stands there to be copied."""
    lines = [
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{escape(name)}</title></head><body>',
        f"<h1>{escape(name)}</h1><ul>",
    ]
    for row, given, saved in rows:
        lines.append(f"<li>{_entry(row, given, saved.result)}</li>")
    return "\n".join([*lines, "</ul></body></html>", ""])


def _entry(row: Row, given: RowInput, result: Result) -> str:
    title = escape(f"{row.number}. {row.name}")
    text = f"<pre>{escape(_draft(result).message)}</pre>"
    if not by_mail(result):
        return f"{title} ({result.brief.channel.replace('_', ' ')}){text}"
    link = mailto(given, result)
    long = len(link) > _LINK_LENGTH
    short = link.split("&body=")[0] if long else link
    return f'<a href="{escape(short)}">{title}</a>{text if long else ""}'


def booklet(name: str, rows: Iterable[tuple[Row, RowInput, SavedDraft]]) -> Iterator[str]:
    """Markdown, one section a person: the message, the voicemail, the facts used, what the checks found."""
    yield f"# {_inert(name)}\n"
    for row, _, saved in rows:
        result = saved.result
        draft = _draft(result)
        place = f", {_inert(row.organization)}" if row.organization else ""
        yield f"\n## {row.number}. {_inert(row.name)}{place}\n\n"
        yield f"{_inert(row.decision or row.state)}\n\n"
        if draft.subject:
            yield f"**{_inert(draft.subject)}**\n\n"
        yield _quoted(draft.message)
        if draft.voicemail:
            yield f"\nVoicemail:\n\n{_quoted(draft.voicemail)}"
        facts = facts_used(result)
        if facts:
            yield "\nFacts used:\n\n" + "".join(f"- {_inert(fact)}\n" for fact in facts)
        findings = (*result.report.findings, *row.across)
        if findings:
            yield "\nFindings:\n\n" + "".join(f"- {f.severity}: {_inert(f.message)}\n" for f in findings)


def _draft(result: Result) -> Draft:
    assert result.draft is not None
    return result.draft


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return "".join(f"> {_inert(line)}\n" if line.strip() else ">\n" for line in text.splitlines())


def _inert(text: str) -> str:
    """Text in which no Markdown acts: no links, no HTML."""
    return re.sub(r"([\\`*_\[\]<>#|!])", r"\\\1", _one_line(text))
