"""``drafter contacts``: the network on the terminal."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from drafter.cli import _contacts_view as view
from drafter.cli._contacts_more import register
from drafter.cli._contacts_open import DatabaseUrl, Organization, PersonName, network, parse_day
from drafter.cli._inert import say
from drafter.cli._options import AsJson, SenderFile, Today, print_json
from drafter.errors import InputError

app = typer.Typer(no_args_is_help=True, help="Stay in touch: who is due, what came of it, a calendar.")
register(app)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV, LinkedIn Connections.csv, vCard or XLSX.")],
    preview: Annotated[bool, typer.Option("--preview", help="Only show what would be done.")] = False,
    category: Annotated[str | None, typer.Option(help="Category for rows that name none.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why these people, for rows that say nothing.")] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Bring people in: new ones are added, known ones updated with their history kept."""
    from drafter.relationships.people_files import read_people

    with network(database, today) as net:
        if category:
            net.require_category(category)
        steps = net.plan_import(read_people(file, category=category, reason=reason, categories=tuple(net.plans)))
        if not preview:
            net.carry_out(steps, origin=file.name)
    if as_json:
        print_json(view.import_json(steps, done=not preview))
    else:
        view.show_import(steps, done=not preview)


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="Full name.")],
    reason: Annotated[str, typer.Option(help="Why this person, in a sentence.")] = "",
    category: Annotated[str, typer.Option(help="recruiter, hiring_leader, vendor, peer, alumni, other.")] = "other",
    organization: Annotated[str | None, typer.Option(help="Where they work.")] = None,
    role: Annotated[str | None, typer.Option(help="What they do.")] = None,
    email: Annotated[str | None, typer.Option(help="Kept here only.")] = None,
    phone: Annotated[str | None, typer.Option(help="Kept here only.")] = None,
    cadence: Annotated[int | None, typer.Option(help="Days between contacts, else the category's.", min=0)] = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Add one person; a reason is asked for."""
    from drafter.storage import Person

    with network(database, today) as net:
        person = net.add(
            Person(
                name=name.strip(),
                reason=reason.strip(),
                category=category,
                organization=organization,
                role=role,
                email=email,
                phone=phone,
                cadence_days=cadence,
            )
        )
        fill = next((row for row in net.fill() if row.plan.name == person.category), None)
    say(f"Added {person.name}.")
    if fill and fill.state == "overfull":
        say(f"That makes {len(fill.people)} in {category}, where {fill.plan.capacity} can be kept.", err=True)


@app.command("list")
def list_(
    category: Annotated[str | None, typer.Option(help="Only this category.")] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Show how full each category is.")] = False,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """List everybody with their dates."""
    with network(database, today) as net:
        rows = [row for row in net.schedule() if category in (None, row.person.category)]
        fills = net.fill() if plan else ()
        day = net.today
    if as_json:
        print_json([view.row_json(row) for row in rows])
        return
    if plan:
        view.show_plan(fills)
    else:
        view.show_rows(rows, day, empty="Nobody yet. `drafter contacts import FILE` or `drafter contacts add`.")


@app.command()
def due(
    within: Annotated[int, typer.Option(help="Look this many days ahead.", min=0)] = 7,
    most: Annotated[int | None, typer.Option(help="At most so many people.", min=1)] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Who is due: overdue, today, this week; follow-ups and thank-yous among them."""
    from drafter.relationships.cadence import due_now

    with network(database, today) as net:
        rows = due_now(net.schedule(), net.today, within_days=within, most=most)
        steps = net.follow_ups()
        names = {person.id: person.name for person in net.storage.people.all()}
        day = net.today
    if as_json:
        print_json([view.row_json(row) for row in rows])
        return
    view.show_rows(rows, day, empty=f"Nobody is due in the next {within} days.")
    view.show_steps(steps, names)


@app.command()
def log(
    name: PersonName,
    kind: Annotated[
        str | None, typer.Option(help="sent, received, call, meeting, coffee, or the kind of message sent.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(help="reply, conversation, referral, interview, offer, decline, not_now.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day, as YYYY-MM-DD (default: today).")] = None,
    channel: Annotated[str | None, typer.Option(help="email, linkedin_message …")] = None,
    text: Annotated[str | None, typer.Option(help="What was said, in a line.")] = None,
    organization: Organization = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Log what passed between you, and what came of it."""
    with network(database, today) as net:
        person = net.person(name, organization=organization)
        when = parse_day(on, "--on") if on else None
        net.log(person, kind=kind, outcome=outcome, on=when, channel=channel, text=text)
        row = next(row for row in net.schedule() if row.person.id == person.id) if not person.archived else None
    following = f"; next: {row.next_due:%d %B %Y}" if row and row.next_due else ""
    say(f"Logged {outcome or kind} with {person.name}{following}.")


@app.command("log-mail")
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
    say(f"Logged {len(logged)} message(s); {other} passed with nobody in your contacts.")


@app.command()
def calendar(
    out: Annotated[Path, typer.Option("--out", help="The .ics file to write.")],
    timezone: Annotated[str | None, typer.Option(help="Timed events, such as Europe/Stockholm.")] = None,
    at: Annotated[str, typer.Option(help="Time of day of timed events; better not from 20:00 to 08:00.")] = "09:00",
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Write the calendar: one event for each person with a date; a second export updates the first."""
    from drafter.relationships.cadence import QuietHours
    from drafter.relationships.calendar import calendar_of
    from drafter.relationships.files import write_whole

    with _clear_time_errors(at, timezone), network(database, today) as net:
        rows = net.schedule()
        data = calendar_of(
            rows,
            stamp=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
            timezone=timezone,
            at=datetime.time.fromisoformat(at),
            follow_ups=net.follow_ups(),
        )
        write_whole(out, data)
    count = data.count(b"BEGIN:VEVENT")
    say(f"Wrote {count} event(s) to {out}.")
    quiet = QuietHours()
    if timezone and quiet.covers(datetime.time.fromisoformat(at)):
        say(
            f"{at} lies in the quiet hours ({quiet.start:%H:%M} to {quiet.end:%H:%M}); --at takes another.",
            err=True,
        )
    if count < len(rows):
        say(f"{len(rows) - count} people have no cadence (category other) and so no date.", err=True)


@contextlib.contextmanager
def _clear_time_errors(at: str, timezone: str | None) -> Iterator[None]:
    import zoneinfo

    try:
        datetime.time.fromisoformat(at)
        if timezone:
            zoneinfo.ZoneInfo(timezone)
    except (ValueError, zoneinfo.ZoneInfoNotFoundError) as error:
        raise InputError(f"{error}; give --at as 09:00 and --timezone as Europe/Stockholm") from error
    yield


@app.command()
def prune(database: DatabaseUrl = None, today: Today = None, as_json: AsJson = False) -> None:
    """Who might be let go, kindly; nothing is removed."""
    with network(database, today) as net:
        found = net.prune()
    if as_json:
        print_json([{"name": s.person.name, "reason": s.reason, "advice": s.advice} for s in found])
    else:
        view.show_prune(found)


@app.command()
def funnel(
    by: Annotated[str | None, typer.Option(help="kind, category, channel or month.")] = None,
    since: Annotated[str | None, typer.Option(help="Only messages from this day on.")] = None,
    conversations: Annotated[int, typer.Option(help="Plan for so many conversations.", min=1)] = 2,
    out: Annotated[Path | None, typer.Option("--out", help="Also write the figures as CSV.")] = None,
    database: DatabaseUrl = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """What came of it, drawn with honest ranges."""
    from drafter.relationships import outcomes

    if by is not None and by not in outcomes.GROUPINGS:
        raise InputError(f"--by takes one of {', '.join(outcomes.GROUPINGS)}, not {by!r}")
    with network(database, today) as net:
        found = net.approaches(since=parse_day(since, "--since") if since else None)
    rows = outcomes.funnels(found, by) if by else (outcomes.funnel(found),)
    if out:
        view.write_funnel(out, rows)
    if as_json:
        print_json([view.funnel_json(row) for row in rows])
    else:
        view.show_funnel(rows, conversations=conversations)


@app.command()
def forget(
    name: PersonName,
    organization: Organization = None,
    database: DatabaseUrl = None,
    today: Today = None,
) -> None:
    """Remove a person and every text about them; a later import will not bring them back."""
    from drafter.relationships.forgetting import forget as forget_person

    with network(database, today) as net:
        removed = forget_person(net, net.person(name, organization=organization))
    say(f"Forgotten: {removed}. A later import will leave this person out.")
