"""Opening the network for a command."""

from __future__ import annotations

import contextlib
import datetime
import functools
import inspect
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from drafter.cli._options import Today, day_of
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


def about_person(command: Callable[..., None]) -> Callable[..., None]:
    """A command about one person of the open network; it is handed both instead of the options that lead to them."""
    # What is named while checking types only need not be there when the options are read.
    hints = get_type_hints(command, localns={"Network": object, "Person": object}, include_extras=True)
    own = [
        parameter.replace(annotation=hints[parameter.name], kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in list(inspect.signature(command).parameters.values())[2:]
    ]

    @functools.wraps(command)
    def run(
        name: str,
        organization: str | None,
        email: str | None,
        database: str | None,
        today: str | None,
        **options: Any,
    ) -> None:
        with network(database, today) as net:
            command(net, net.person(name, organization=organization, email=email), **options)

    leading = inspect.Parameter("name", inspect.Parameter.KEYWORD_ONLY, annotation=PersonName)
    options = {"organization": Organization, "email": Email, "database": DatabaseUrl, "today": Today}
    following = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in options.items()
    ]
    whole = [leading, *own, *following]
    run.__signature__ = inspect.Signature(whole)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in whole}
    del run.__wrapped__
    return run


def parse_day(value: str, option: str) -> datetime.date:
    """A day given on the command line.

    Raises:
        InputError: when it is none.
    """
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{option} takes a day like 2026-05-14, not {value!r}") from error
