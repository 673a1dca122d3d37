"""The person's view of a profile: who, what is known and how old it is, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drafter.cli._terminal import Terminal

if TYPE_CHECKING:
    import datetime

    from drafter.models import Fact, Profile

SHOWN = 25


def show_profile(profile: Profile, *, today: datetime.date, console: Console | None = None) -> None:
    """Print a profile; text of sources is printed as it is, never read as markup."""
    console = console or Terminal(highlight=False)
    _show_who(profile, console)
    _section(console, "Warnings", [Text(warning, style="yellow") for warning in profile.warnings])
    _show_facts(profile, today, console)
    _section(
        console,
        "Rejected (proposed, but not found in the notes)",
        [Text.assemble(found.statement, (f"  {found.reason}", "dim")) for found in profile.rejected],
    )
    _section(console, "Missing, and where to look", [Text(line) for line in profile.missing])
    _section(
        console,
        "Notes",
        [Text.assemble(f"{note.id} {note.origin}", (f"  {_of_note(note)}", "dim")) for note in profile.notes],
    )


def _of_note(note: object) -> str:
    kind, language = getattr(note, "kind", ""), getattr(note, "language", None)
    length = len(getattr(note, "text", ""))
    return f"{kind.replace('_', ' ')}, {language or 'language unknown'}, {length:,} characters"


def _show_who(profile: Profile, console: Console) -> None:
    contact, organization = profile.contact, profile.organization
    console.print(Text(contact.name, style="bold"))
    lines = [contact.role, organization.name if organization else None, contact.location]
    about = ", ".join(line for line in lines if line)
    if about:
        console.print(Text(about))
    if organization and organization.description:
        console.print(Text(organization.description, style="dim"))
    for label, values in (("Links", contact.links), ("Languages", contact.languages)):
        if values:
            console.print(Text(f"{label}: {', '.join(values)}", style="dim"))
    for label, value in (("E-mail", contact.email), ("Phone", contact.phone)):
        if value:
            console.print(Text(f"{label}: {value} (kept here, never sent to a model)", style="dim"))


def _show_facts(profile: Profile, today: datetime.date, console: Console) -> None:
    facts = profile.facts
    title = f"Facts ({len(facts)})" if len(facts) <= SHOWN else f"Facts (the best {SHOWN} of {len(facts)})"
    console.print()
    console.print(Text(title, style="bold"))
    if not facts:
        console.print(Padding(Text("none; see what is missing below"), (0, 0, 0, 2)))
    rows = Table.grid(padding=(0, 1))
    rows.add_column(width=len(f"f{SHOWN}"), no_wrap=True)
    rows.add_column()
    for fact in facts[:SHOWN]:
        rows.add_row(Text(fact.id, style="bold"), _told(fact, today))
    console.print(Padding(rows, (0, 0, 0, 2)))


def _told(fact: Fact, today: datetime.date) -> Text:
    """A fact with its marks and the words that prove it, which are not printed twice where they are the statement."""
    marks = "".join(f" [{mark}]" for mark in _marks(fact, today))
    words = " ".join(fact.quote.split())
    quote = words if words[:1] in '“„«「"' else f"“{words}”"
    more = f" and {len(fact.also)} more" if fact.also else ""
    if words == fact.statement:
        return Text.assemble(quote, (marks, "yellow"), (f"  {fact.note}{more}", "dim"))
    return Text.assemble(fact.statement, (marks, "yellow"), (f"\n{quote}  {fact.note}{more}", "dim"))


def _marks(fact: Fact, today: datetime.date) -> list[str]:
    from drafter.profile.freshness import age_of

    marks = [fact.kind.replace("_", " ")]
    age = age_of(fact.date, today)
    if fact.date:
        marks.append(f"{fact.date}, {age} years ago" if age and age > 1 else fact.date)
    if fact.outdated:
        marks.append("former")
    if fact.shared:
        marks.append(f"shared: {fact.shared}")
    if fact.subject:
        marks.append(f"about {fact.subject}")
    if fact.sensitive:
        marks.append(f"{fact.sensitive}: do not use unless you choose")
    return marks


def _section(console: Console, title: str, lines: list[Text]) -> None:
    if not lines:
        return
    console.print()
    console.print(Text(title, style="bold"))
    for line in lines:
        console.print(Padding(line, (0, 0, 0, 2)))
