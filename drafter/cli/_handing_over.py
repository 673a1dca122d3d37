"""A single draft on its way out of the terminal: into a file, and on record as sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli._contacts_open import network
from drafter.cli._options import warn
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.models import Result

Out = Annotated[
    Path | None, typer.Option("--out", help="Also write it: a mail to send yourself (.eml), or all of it (.json).")
]
Sent = Annotated[bool, typer.Option("--sent", help="You send it now: log it with your contacts.")]
_FORMS = (".eml", ".json")


def require_form(out: Path | None) -> None:
    """Raise :class:`InputError` for a file that cannot be written, before anything is paid for."""
    if out is not None and out.suffix.lower() not in _FORMS:
        raise InputError(f"--out takes a file ending in {' or '.join(_FORMS)}, not {out.name}")


def hand_over(result: Result, *, out: Path | None, sent: bool, database: str | None, today: str | None) -> None:
    """Write the draft to a file and log it as sent, as asked for."""
    if result.draft is None or not (out or sent):
        return
    if out:
        _write(result, out)
    if not sent:
        if out and out.suffix.lower() == ".json":
            warn(f"once you have sent it: drafter contacts log-draft {out}")
        return
    if result.report.verdict == "fail":
        warn("not logged: mend the errors first, then say `drafter contacts log` or draft again")
        return
    warn(log_result(result, database=database, today=today))


def log_result(result: Result, *, database: str | None, today: str | None) -> str:
    """Log the draft as sent; what was done, in a sentence."""
    from drafter.relationships.sent_drafts import log_sent

    assert result.draft is not None
    with network(database, today) as net:
        logged = log_sent(net, result.draft, brief=result.brief, profile=result.profile, origin="the terminal")
    name = logged.person.name
    if logged.again:
        return f"this message to {name} is logged already"
    return f'logged as sent to {name}; `drafter contacts unlog "{name}"` takes it back'


def _write(result: Result, out: Path) -> None:
    from drafter.relationships.files import write_whole
    from drafter.writing.mail import mail_file

    assert result.draft is not None
    if out.suffix.lower() == ".eml":
        if result.brief.channel != "email":
            raise InputError(f"a {result.brief.channel.replace('_', ' ')} is no mail; write it to a .json file")
        data = mail_file(result.draft, sender=result.brief.sender, to=result.profile.contact.email)
    else:
        data = result.model_dump_json(indent=1).encode()
    write_whole(out, data)
    warn(f"written to {out}")
