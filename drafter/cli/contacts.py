"""``drafter contacts``: the network on the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter.cli import _contacts_away, _contacts_before, _contacts_files, _contacts_log
from drafter.cli import _contacts_view as view
from drafter.cli._contacts_due import hour_of, show_due, show_prepared, show_promises, show_steps, show_timing
from drafter.cli._contacts_open import DatabaseUrl, network
from drafter.cli._inert import say
from drafter.cli._options import AsJson, Today, print_json

_AT_ONCE = 10

app = typer.Typer(no_args_is_help=True, help="Stay in touch: who is due, what came of it, a calendar.")


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
        overfull = [row for row in net.fill() if row.state == "overfull"]
    if as_json:
        print_json(view.import_json(steps, done=not preview))
    else:
        view.show_import(steps, done=not preview)
        if preview:
            say("Nothing was changed; without --preview it is done.")
        for row in overfull:
            told = f"{len(row.people)} people in {row.plan.name}, where {row.plan.capacity} can be kept in touch with"
            say(f"{told}; drafter contacts prune", err=True)


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
    say(f"Added {person.name}; drafter contacts due shows when to be in touch.")
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
    now: Annotated[str | None, typer.Option(help="The time of day, as HH:MM.", hidden=True)] = None,
    as_json: AsJson = False,
) -> None:
    """Who is due: overdue, today, this week; follow-ups and thank-yous among them."""
    from drafter.relationships.cadence import QuietHours, due_now
    from drafter.relationships.standing import day_off

    with network(database, today) as net:
        rows = due_now(net.schedule(), net.today, within_days=within, most=most or net.settings.most_a_day)
        if as_json:
            print_json([view.row_json(row) for row in rows])
            return
        steps, prepared = net.follow_ups(), net.prepared()
        promises = net.storage.people.promises()
        names = {person.id: person.name for person in net.storage.people.all()}
        quiet, free = QuietHours.of(net.settings), day_off(net.today, net.calendar)
    shown = rows[: most or _AT_ONCE]
    show_due(shown, net.today, within=within)
    if len(shown) < len(rows):
        say(f"… and {len(rows) - len(shown)} more; --most {len(rows)} shows them, a few a day is plenty.")
    show_steps(steps, names, net.today, within=within)
    show_promises(promises, names, net.today, within=within)
    show_prepared(prepared)
    show_timing(hour_of(now, today), quiet, free)
    if shown:
        say(f'\nBefore you write: drafter contacts brief "{shown[0].person.name}"')


# The everyday commands above come first in the help.
for section in (_contacts_log, _contacts_before, _contacts_away, _contacts_files):
    section.register(app)
