"""``drafter contacts``: what goes out, calendar, cards, figures, all that is held."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import _contacts_view as view
from drafter.cli._contacts_open import DatabaseUrl, about_person, network, parse_day
from drafter.cli._inert import say
from drafter.cli._options import AsJson, Today, print_json
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.relationships.network import Network
    from drafter.storage import Person


def register(app: typer.Typer) -> None:
    """Add these commands to the group."""
    for command in (calendar, vcard, funnel, export):
        app.command()(command)


def calendar(
    out: Annotated[Path, typer.Option("--out", help="The .ics file to write.")],
    timezone: Annotated[str | None, typer.Option(help="Timed events, such as Europe/Stockholm.")] = None,
    at: Annotated[str, typer.Option(help="Time of day of timed events; better not in the quiet hours.")] = "09:00",
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
        quiet = QuietHours.of(net.settings)
        write_whole(out, data)
    count = data.count(b"BEGIN:VEVENT")
    say(f"Wrote {count} event(s) to {out}.")
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


@about_person
def export(
    net: Network,
    person: Person,
) -> None:
    """Print all that is held on a person, as JSON."""
    from drafter.relationships.forgetting import held_on

    print_json(held_on(net, person))
