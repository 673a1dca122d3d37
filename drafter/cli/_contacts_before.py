"""``drafter contacts``: before one writes, a briefing, a check-in, invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from drafter.cli import _contacts_view as view
from drafter.cli._contacts_open import DatabaseUrl, Email, Organization, PersonName, about_person, network
from drafter.cli._handing_over import Out, Sent, hand_over, require_form
from drafter.cli._inert import say
from drafter.cli._options import (
    AsJson,
    ChannelName,
    ModelName,
    SenderFile,
    Sources,
    Today,
    TypedNote,
    gathered,
    print_json,
    warn,
)
from drafter.cli.draft import present

if TYPE_CHECKING:
    from drafter.models import Channel
    from drafter.relationships.network import Network
    from drafter.storage import Person


def register(app: typer.Typer) -> None:
    """Add these commands to the group."""
    for command in (brief, invitation, invitations, notes):
        app.command()(command)
    app.command("check-in")(check_in)


@about_person
def brief(
    net: Network,
    person: Person,
    as_json: AsJson = False,
) -> None:
    """Before you write again: what was said last, what is promised, what is new, what to offer."""
    briefing, reasons = net.briefing(person), net.cautions(person)
    if as_json:
        print_json(view.briefing_json(briefing) | {"cautions": list(reasons)})
    else:
        view.show_briefing(briefing, reasons)


def check_in(
    name: PersonName,
    sources: Sources = None,
    purpose: Annotated[str, typer.Option(help="What they would be glad to hear or get, in a sentence.")] = "",
    note: TypedNote = None,
    channel: ChannelName = "email",
    sender: SenderFile = None,
    model: ModelName = None,
    organization: Organization = None,
    email: Email = None,
    database: DatabaseUrl = None,
    today: Today = None,
    out: Out = None,
    sent: Sent = False,
    as_json: AsJson = False,
) -> None:
    """Draft a message that asks for nothing, from what you know of the person and from SOURCES."""
    from drafter.pipeline import Drafter
    from drafter.relationships.briefing import check_in_brief, known_notes
    from drafter.settings import load_settings
    from drafter.writing.brief import find_sender

    require_form(out)
    drafter = Drafter(load_settings(model=model, database_url=database))
    writer = drafter.sender(find_sender(sender))
    with network(database, today) as net:
        person = net.person(name, organization=organization, email=email)
        briefing, reasons, day = net.briefing(person), net.cautions(person), net.today
    lines = [*known_notes(briefing), *(note or [])]
    profile, spent = drafter.read(
        gathered(drafter, sources or [], lines),
        person.name,
        organization=person.organization,
        role=person.role,
        sender=writer,
        today=day,
    )
    brief = check_in_brief(briefing, writer, today=day, channel=cast("Channel", channel), purpose=purpose)
    result = drafter.draft(profile, brief, spent=spent)
    for reason in reasons:
        warn(f"before you write: {reason}")
    status = present(result, as_json=as_json)
    hand_over(result, out=out, sent=sent, database=database, today=today)
    raise typer.Exit(status)


def invitation(
    file: Annotated[str, typer.Argument(help="A file with the invitation's text, or -.")] = "-",
    sender: Annotated[str | None, typer.Option("--from", help="Who sent it: keeps it until it is answered.")] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Judge a received invitation: boilerplate or personal, and what to answer."""
    from drafter.cli._options import read_text
    from drafter.relationships.invitations import judge_invitation, keep_invitation

    text = read_text(file)
    found = judge_invitation(text)
    if sender:
        with network(database, today) as net:
            keep_invitation(net.storage.people, sender, text, on=net.today)
    if as_json:
        print_json({"boilerplate": found.boilerplate, "personal": found.personal_sentences, "advice": found.advice})
        return
    say("Boilerplate." if found.boilerplate else "Personal: " + " ".join(found.personal_sentences))
    say(found.advice)
    if sender:
        say(f'Kept. When it is settled: drafter contacts invitations --accepted (or --declined) "{sender}"')


def invitations(
    accepted: Annotated[str | None, typer.Option(help="You accepted this person's invitation.")] = None,
    declined: Annotated[str | None, typer.Option(help="You declined this person's invitation.")] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """The invitations you keep, those without an answer first."""
    from drafter.relationships import invitations as kept

    with network(database, today) as net:
        people = net.storage.people
        if accepted:
            kept.settle_invitation(people, accepted, "accepted")
        if declined:
            kept.settle_invitation(people, declined, "declined")
        found = kept.invitations(people)
    if as_json:
        print_json([{"name": i.name, "on": str(i.on), "boilerplate": i.boilerplate, "state": i.state} for i in found])
        return
    if not found:
        say("None is kept. `drafter contacts invitation FILE --from NAME` keeps one.")
    for one in found:
        told = "boilerplate" if one.boilerplate else "personal"
        state = "waits for an answer" if one.state == "asked" else one.state
        say(f"  {one.name}: {told}, {one.on:%d %B %Y}, {state}")
    if accepted:
        say(f'A reason to stay in touch? drafter contacts add "{accepted}" --reason "…"')


def notes(
    quota: Annotated[
        int | None, typer.Option(help="Personal notes a month (default: personal_notes in drafter.toml, 5).", min=0)
    ] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """How many personal invitation notes are left this month, and on whom they are best spent."""
    with network(database, today) as net:
        left, best = net.notes(quota)
    if as_json:
        found = [{"name": c.person.name, "facts": c.facts, "drafted": c.drafted, "reason": c.reason} for c in best]
        print_json({"left": left, "best": found})
        return
    say("Notes are not counted on a paid account." if left is None else f"Personal notes left this month: {left}.")
    for candidate in best:
        facts = f", {candidate.drafted} facts in a draft" if candidate.drafted else ""
        say(f"  {candidate.person.name}{facts}: {candidate.reason or 'no reason is kept yet'}")
