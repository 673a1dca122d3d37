"""``drafter contacts``: later, put away, let go, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import _contacts_view as view
from drafter.cli._contacts_open import DatabaseUrl, PersonName, about_person, network, parse_day
from drafter.cli._inert import say
from drafter.cli._options import AsJson, Today, print_json

if TYPE_CHECKING:
    from drafter.relationships.network import Network
    from drafter.storage import Person


def register(app: typer.Typer) -> None:
    """Add these commands to the group."""
    for command in (snooze, archive, prune, forget, unbar):
        app.command()(command)


@about_person
def snooze(
    net: Network,
    person: Person,
    until: Annotated[str, typer.Option(help="A day, as YYYY-MM-DD.")],
) -> None:
    """Put a person off until a day."""
    person = net.snooze(person, parse_day(until, "--until"))
    say(f"{person.name} rests until {person.snoozed_until:%d %B %Y}.")


@about_person
def archive(
    net: Network,
    person: Person,
    back: Annotated[bool, typer.Option("--back", help="Take the person out of the archive again.")] = False,
) -> None:
    """Put a person away without forgetting them."""
    net.storage.people.update(person.id, archived=not back)
    say(f"{person.name} is {'back' if back else 'archived'}.")


def prune(database: DatabaseUrl = None, today: Today = None, as_json: AsJson = False) -> None:
    """Who might be let go, kindly; nothing is removed."""
    with network(database, today) as net:
        found = net.prune()
    if as_json:
        print_json([{"name": s.person.name, "reason": s.reason, "advice": s.advice} for s in found])
    else:
        view.show_prune(found)


@about_person
def forget(
    net: Network,
    person: Person,
) -> None:
    """Remove a person and every text about them; a later import will not bring them back."""
    from drafter.relationships.forgetting import forget as forget_person

    removed = forget_person(net, person)
    say(f"Forgotten: {removed}. A later import will leave this person out.")


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
