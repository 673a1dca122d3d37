"""Opening the network for a command."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli._options import day_of
from drafter.errors import InputError
from drafter.settings import load_settings

if TYPE_CHECKING:
    from drafter.relationships.network import Network

DatabaseUrl = Annotated[
    str | None, typer.Option("--database", help="The ledger's URL (else DRAFTER_DATABASE_URL, else your data folder).")
]
Organization = Annotated[str | None, typer.Option(help="Tells people of one name apart.")]
Email = Annotated[str | None, typer.Option(help="Their address, which tells them apart as well.")]
PersonName = Annotated[str, typer.Argument(help="The person's name.")]


@contextlib.contextmanager
def network(database: str | None, today: str | None) -> Iterator[Network]:
    """The network in the ledger, closed afterwards."""
    from drafter.relationships.cadence import Calendar
    from drafter.relationships.network import Network
    from drafter.storage import open_storage

    settings = load_settings(database_url=database)
    calendar = Calendar(country=settings.country, region=settings.region)
    with open_storage(settings) as storage:
        yield Network(storage, settings, today=day_of(today), calendar=calendar)


def parse_day(value: str, option: str) -> datetime.date:
    """A day given on the command line.

    Raises:
        InputError: when it is none.
    """
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{option} takes a day like 2026-05-14, not {value!r}") from error
