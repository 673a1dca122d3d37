"""The due list on the terminal: who, what to do, and whether now is a good moment."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from drafter.cli._terminal import Terminal
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.relationships.cadence import Due, QuietHours
    from drafter.relationships.followups import FollowUp
    from drafter.relationships.sent_rows import Prepared
    from drafter.storage import Promise

_SHOWN = 20
_HEADS = {"overdue": ("Overdue", "bold red"), "today": ("Today", "bold"), "this_week": ("This week", "yellow")}


def hour_of(now: str | None, today: str | None) -> datetime.time | None:
    """The time of day given, else the clock's; ``None`` on a day that is only supposed.

    Raises:
        InputError: when it is no time of day.
    """
    if now is None:
        return None if today else datetime.datetime.now().astimezone().time()
    try:
        return datetime.time.fromisoformat(now)
    except ValueError as error:
        raise InputError(f"--now takes a time like 21:30, not {now!r}") from error


def show_due(rows: Sequence[Due], today: datetime.date, *, within: int) -> None:
    """Those due, under overdue, today, this week and later."""
    console = Terminal(highlight=False)
    if not rows:
        console.print(Text(f"Nobody is due {f'in the next {within} days' if within else 'today'}."))
    for when in ("overdue", "today", "this_week", "later"):
        group = [row for row in rows if row.when(today) == when]
        if group:
            label, style = _HEADS.get(when, ("Later", "dim"))
            console.print(Text(label, style=style))
            console.print(_table(group, today))


def _table(rows: Sequence[Due], today: datetime.date) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for column in range(4):
        table.add_column(no_wrap=column in (0, 3))
    for row in rows:
        assert row.next_due is not None
        last = f"last contact {row.last_contact:%d %b %Y}" if row.last_contact else "no contact yet"
        about = ", ".join(
            part
            for part in (row.person.organization, row.person.category.replace("_", " "))
            if part != "other" and part
        )
        ahead = f"{row.next_due:%a %d %b}" if row.next_due > today else ""
        day = f"since {row.next_due:%d %b %Y}" if row.next_due < today else ahead
        table.add_row(Text(f"  {row.person.name}", style="bold"), Text(about), Text(last), Text(day))
    return table


def show_steps(steps: Mapping[int, FollowUp], names: Mapping[int, str], today: datetime.date, *, within: int) -> None:
    """Follow-ups and thank-yous up to the horizon, the next first."""
    limit = today + datetime.timedelta(days=within)
    dated = sorted(
        (step.on, names[who], step) for who, step in steps.items() if step.on and step.on <= limit and who in names
    )
    if not dated:
        return
    console = Terminal(highlight=False)
    console.print(Text("Follow-ups", style="bold"))
    for on, name, step in dated[:_SHOWN]:
        console.print(Text.assemble("  ", (name, "bold"), f"  {_day(on, today)}: {_short(step)}"))


def _short(step: FollowUp) -> str:
    return step.reason.split(",")[0] if step.step else step.reason


def _day(on: datetime.date, today: datetime.date) -> str:
    if on < today:
        return f"since {on:%d %b %Y}"
    return "today" if on == today else f"{on:%a %d %b}"


def show_promises(promises: Sequence[Promise], names: Mapping[int, str], today: datetime.date, *, within: int) -> None:
    """What the user promised and has to keep soon."""
    limit = today + datetime.timedelta(days=within)
    soon = [one for one in promises if one.mine and one.due and one.due <= limit and one.person_id in names]
    if not soon:
        return
    console = Terminal(highlight=False)
    console.print(Text("You promised", style="bold"))
    for one in soon[:_SHOWN]:
        assert one.due is not None
        console.print(Text.assemble("  ", (names[one.person_id], "bold"), f"  {_day(one.due, today)}: {one.text}"))


def show_prepared(prepared: Sequence[Prepared]) -> None:
    """Approved messages that are not logged as sent."""
    if not prepared:
        return
    console = Terminal(highlight=False)
    console.print(Text("Approved, not logged as sent yet", style="bold"))
    for one in prepared[:_SHOWN]:
        assert one.person is not None
        how = f"{one.kind.replace('_', ' ')} by {one.channel.replace('_', ' ')}"
        console.print(Text.assemble("  ", (one.person.name, "bold"), f"  {how}, from {one.batch.name}"))
    numbers = dict.fromkeys(one.batch.id for one in prepared)
    console.print(Text(f"  When they are sent: drafter contacts log-batch {next(iter(numbers))}"))


def show_timing(now: datetime.time | None, quiet: QuietHours, free: str | None) -> None:
    """Whether a message should arrive now."""
    console = Terminal(highlight=False)
    if free:
        console.print(Text(f"\nNote: {free}. Prepare now, send on a working day.", style="dim"))
    elif now is not None and quiet.covers(now):
        console.print(
            Text(f"\nNote: it is {now:%H:%M}. Prepare now, let it arrive after {quiet.end:%H:%M}.", style="dim")
        )
