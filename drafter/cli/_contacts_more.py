"""The less common commands of ``drafter contacts``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli import _contacts_view as view
from drafter.cli._contacts_open import DatabaseUrl, Organization, PersonName, network, parse_day
from drafter.cli._inert import say
from drafter.cli._options import AsJson, Today, print_json


def register(app: typer.Typer) -> None:
    """Add these commands to the group."""
    for command in (brief, snooze, promise, archive, vcard, export, invitation, notes, unbar):
        app.command()(command)
    app.command("log-batch")(log_batch)


def brief(
    name: PersonName,
    organization: Organization = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Before you write again: what was said last, what is promised, what is new, what to offer."""
    with network(database, today) as net:
        briefing = net.briefing(net.person(name, organization=organization))
    if as_json:
        print_json(view.briefing_json(briefing))
    else:
        view.show_briefing(briefing)


def snooze(
    name: PersonName,
    until: Annotated[str, typer.Option(help="A day, as YYYY-MM-DD.")],
    organization: Organization = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Put a person off until a day."""
    with network(database, today) as net:
        person = net.snooze(net.person(name, organization=organization), parse_day(until, "--until"))
    say(f"{person.name} rests until {person.snoozed_until:%d %B %Y}.")


def promise(
    name: PersonName,
    text: Annotated[str, typer.Argument(help="What was promised.")],
    theirs: Annotated[bool, typer.Option("--theirs", help="They promised it to you.")] = False,
    due: Annotated[str | None, typer.Option(help="By when, as YYYY-MM-DD.")] = None,
    organization: Organization = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Keep a promise in mind, yours or theirs."""
    with network(database, today) as net:
        net.promise(
            net.person(name, organization=organization),
            text,
            mine=not theirs,
            due=parse_day(due, "--due") if due else None,
        )
    say("Kept in mind.")


def archive(
    name: PersonName,
    back: Annotated[bool, typer.Option("--back", help="Take the person out of the archive again.")] = False,
    organization: Organization = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Put a person away without forgetting them."""
    with network(database, today) as net:
        person = net.person(name, organization=organization)
        net.storage.people.update(person.id, archived=not back)
    say(f"{person.name} is {'back' if back else 'archived'}.")


def vcard(
    out: Annotated[Path, typer.Option("--out", help="The .vcf file to write.")],
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Write everybody as vCard 4."""
    from drafter.relationships.files import write_whole
    from drafter.relationships.vcards import vcards

    with network(database, today) as net:
        people = net.storage.people.all()
    write_whole(out, vcards(people).encode())
    say(f"Wrote {len(people)} card(s) to {out}.")


def export(
    name: PersonName, organization: Organization = None, database: DatabaseUrl = None, today: Today = None
) -> None:
    """Print all that is held on a person, as JSON."""
    from drafter.relationships.forgetting import held_on

    with network(database, today) as net:
        print_json(held_on(net, net.person(name, organization=organization)))


def invitation(
    file: Annotated[str, typer.Argument(help="A file with the invitation's text, or -.")] = "-",
    as_json: AsJson = False,
) -> None:
    """Judge a received invitation: boilerplate or personal, and what to answer."""
    from drafter.cli._options import read_text
    from drafter.relationships.invitations import judge_invitation

    found = judge_invitation(read_text(file))
    if as_json:
        print_json({"boilerplate": found.boilerplate, "personal": found.personal_sentences, "advice": found.advice})
    else:
        say("Boilerplate." if found.boilerplate else "Personal: " + " ".join(found.personal_sentences))
        say(found.advice)


def notes(
    quota: Annotated[int | None, typer.Option(help="Personal notes a month (a free account: 5).", min=0)] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """How many personal invitation notes are left this month, and on whom they are best spent."""
    with network(database, today) as net:
        left, best = net.notes(quota)
    if as_json:
        found = [{"name": c.person.name, "facts": c.facts, "reason": c.reason} for c in best]
        print_json({"left": left, "best": found})
        return
    say("Notes are not counted on a paid account." if left is None else f"Personal notes left this month: {left}.")
    for candidate in best:
        say(f"  {candidate.person.name}: {candidate.reason or 'no reason is kept yet'}")


def log_batch(
    batch: Annotated[str | None, typer.Argument(help="The batch (default: the latest).")] = None,
    on: Annotated[str | None, typer.Option(help="The day they were sent, as YYYY-MM-DD (default: today).")] = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Log the approved rows of a batch as sent, once you have sent them."""
    with network(database, today) as net:
        logged, other = net.log_batch(batch, on=parse_day(on, "--on") if on else None)
    say(f"Logged as sent: {len(logged)}; approved, but not plainly somebody in your contacts: {other}.")


def unbar(
    name: PersonName,
    organization: Annotated[str | None, typer.Option(help="Where they worked when they were forgotten.")] = None,
    email: Annotated[str | None, typer.Option(help="Their address, if it was known.")] = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Let a forgotten person be taken in again."""
    from drafter.relationships.importing import digests
    from drafter.storage import Person

    marks = digests(Person(name=name, organization=organization, email=email))
    with network(database, today) as net:
        lifted = sum(net.storage.people.unbar(mark) for mark in marks)
    say(f"Lifted {lifted} mark(s)." if lifted else "No such mark was kept.")
