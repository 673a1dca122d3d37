"""``drafter contacts``: what happened, what was promised."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from drafter.cli import _contacts_view as view
from drafter.cli._contacts_open import DatabaseUrl, about_person, network, parse_day
from drafter.cli._inert import say
from drafter.cli._options import SenderFile, Today, read_text
from drafter.errors import InputError
from drafter.models import Channel

if TYPE_CHECKING:
    from drafter.relationships.network import Network
    from drafter.storage import Person

_SHOWN = 10


def register(app: typer.Typer) -> None:
    """Add these commands to the group."""
    for command in (log, unlog, promise):
        app.command()(command)
    app.command("log-mail")(log_mail)
    app.command("log-batch")(log_batch)
    app.command("log-draft")(log_draft)


@about_person
def log(
    net: Network,
    person: Person,
    kind: Annotated[
        str | None, typer.Option(help="sent, received, call, meeting, coffee, or the kind of message sent.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(help="reply, conversation, referral, interview, offer, decline, not_now.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day, as YYYY-MM-DD (default: today).")] = None,
    channel: Annotated[str | None, typer.Option(help=f"One of {', '.join(get_args(Channel))}.")] = None,
    text: Annotated[str | None, typer.Option(help="What was said, in a line.")] = None,
) -> None:
    """Log what passed between you, and what came of it."""
    from drafter.relationships.followups import TALKS

    when = parse_day(on, "--on") if on else None
    net.log(person, kind=kind, outcome=outcome, on=when, channel=channel, text=text)
    crowd = net.crowded(person)
    row = next(row for row in net.schedule() if row.person.id == person.id) if not person.archived else None
    following = f"; next: {row.next_due:%d %B %Y}" if row and row.next_due else ""
    say(f"Logged {outcome or kind} with {person.name}{following}.")
    if crowd and kind not in (None, *TALKS):
        say(f"Mind: {crowd}.", err=True)


def log_mail(
    file: Annotated[Path, typer.Argument(help="An .eml or .mbox file.")],
    own: Annotated[list[str] | None, typer.Option("--own", help="Your address; may be repeated.")] = None,
    sender: SenderFile = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Log the messages of a mail file that passed between you and people you know."""
    from drafter.writing.brief import find_sender

    me = find_sender(sender, required=False)
    addresses = [*(own or []), *([me.email] if me and me.email else [])]
    if not addresses:
        raise InputError("say which address is yours: --own you@example.org, or email in sender.toml")
    with network(database, today) as net:
        logged, other = net.log_mail(file, addresses)
    new = sum(not entry.again for entry in logged)
    known = f"; {len(logged) - new} known already" if new < len(logged) else ""
    say(f"Logged {new} message(s){known}; {other} passed with nobody in your contacts.")
    met = dict.fromkeys(entry.person.name for entry in logged if not entry.again)
    for person in list(met)[:_SHOWN]:
        kinds = Counter(entry.touch.kind for entry in logged if entry.person.name == person and not entry.again)
        say(f"  {person}: {', '.join(f'{count} {kind}' for kind, count in kinds.items())}")
    if len(met) > _SHOWN:
        say(f"  … and {len(met) - _SHOWN} more people")


def log_batch(
    batch: Annotated[str | None, typer.Argument(help="The batch (default: the latest).")] = None,
    on: Annotated[str | None, typer.Option(help="The day they were sent, as YYYY-MM-DD (default: today).")] = None,
    add: Annotated[bool, typer.Option("--add", help="Take people in who are not in your contacts yet.")] = False,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Log the approved rows of a batch as sent, once you have sent them."""
    with network(database, today) as net:
        found = net.log_batch(batch, on=parse_day(on, "--on") if on else None, add=add)
    view.show_batch_log(found)


def log_draft(
    file: Annotated[Path, typer.Argument(help="What `drafter draft … --out FILE.json` wrote.")],
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Log a single draft as sent, once you have sent it."""
    from pydantic import ValidationError

    from drafter.cli._handing_over import log_result
    from drafter.models import Result

    try:
        result = Result.model_validate_json(read_text(str(file)))
    except ValidationError as error:
        raise InputError(f"{file} is no draft; `drafter draft … --out FILE.json` writes one") from error
    if result.draft is None:
        raise InputError(f"{file} holds no draft: too little was known; gather what it asks for and draft again")
    told = log_result(result, database=database, today=today)
    say(f"{told[:1].upper()}{told[1:]}.")


@about_person
def unlog(
    net: Network,
    person: Person,
) -> None:
    """Take back what was logged last with a person."""
    gone = net.unlog(person)
    say(f"Taken back: {gone.message_kind or gone.kind} of {gone.on:%d %B %Y} with {person.name}.")


@about_person
def promise(
    net: Network,
    person: Person,
    text: Annotated[str, typer.Argument(help="What was promised.")],
    theirs: Annotated[bool, typer.Option("--theirs", help="They promised it to you.")] = False,
    kept: Annotated[bool, typer.Option("--kept", help="It was kept; a part of its words will do.")] = False,
    due: Annotated[str | None, typer.Option(help="By when, as YYYY-MM-DD.")] = None,
) -> None:
    """Keep a promise in mind, yours or theirs; or say that it was kept."""
    if kept:
        done = net.keep_promise(person, text)
        say(f"Kept: {done.text}.")
        return
    net.promise(person, text, mine=not theirs, due=parse_day(due, "--due") if due else None)
    say("Kept in mind.")
