"""Options and steps that the batch commands share."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from drafter.errors import InputError
from drafter.models import Channel, Kind
from drafter.settings import Settings, data_folder, load_settings

if TYPE_CHECKING:
    from drafter.batch.ledger import Options
    from drafter.storage import Batch
    from drafter.storage.ledger import Storage

Database = Annotated[
    str | None, typer.Option("--database", help="The ledger: a file or a database URL (else DRAFTER_DATABASE_URL).")
]
BatchName = Annotated[str | None, typer.Option("--batch", help="A batch's number or name (default: the latest).")]
RowNumber = Annotated[int, typer.Argument(metavar="ROW", help="The data row's number, from 1.", min=1)]
By = Annotated[str | None, typer.Option("--by", help="Who decides, for the record (default: your account's name).")]
Map = Annotated[list[str] | None, typer.Option("--map", help="COLUMN=FIELD, for instance “Firma=organization”.")]
PurposeForAll = Annotated[str | None, typer.Option("--purpose", help="The purpose of rows that name none.")]
KindForAll = Annotated[
    str | None, typer.Option("--kind", help=f"For rows that name none: {', '.join(get_args(Kind))}.")
]
ChannelForAll = Annotated[
    str | None, typer.Option("--channel", help=f"For rows that name none: {', '.join(get_args(Channel))}.")
]
Concurrency = Annotated[
    int, typer.Option("--concurrency", min=1, max=512, help="Calls of the model under way at once.")
]
BudgetUsd = Annotated[float | None, typer.Option("--budget", min=0, help="US dollars for the whole batch.")]
MaxRows = Annotated[int | None, typer.Option("--max-rows", min=1, help="Draft at most so many rows now.")]
PerMinute = Annotated[float | None, typer.Option(min=1, help="Keep within this limit from the start.")]


@dataclass(frozen=True, slots=True)
class Open:
    """The opened ledger and the batch a command works on."""

    settings: Settings
    storage: Storage
    batch: Batch


@contextmanager
def ledger(
    database: str | None, *, model: str | None = None, timeout: float | None = None
) -> Iterator[tuple[Settings, Storage]]:
    """Settings and the opened ledger."""
    from drafter.storage import open_storage

    settings = load_settings(model=model, timeout=timeout, database_url=database)
    with open_storage(settings) as storage:
        yield settings, storage


@contextmanager
def opened(database: str | None, batch: str | None, *, model: str | None = None) -> Iterator[Open]:
    """The batch that ``--batch`` names, else the latest."""
    with ledger(database, model=model) as (settings, storage):
        yield Open(settings, storage, storage.batches.named(batch))


def list_options(
    path: Path, mapped: list[str] | None, purpose: str | None, kind: str | None, channel: str | None
) -> Options:
    """How a list is read, from the command line.

    Raises:
        InputError: when a kind or channel is unknown.
    """
    from drafter.batch.columns import parse_by_hand
    from drafter.batch.ledger import Options

    for name, value, known in (("kind", kind, get_args(Kind)), ("channel", channel, get_args(Channel))):
        if value is not None and value not in known:
            raise InputError(f"--{name} {value!r} is unknown; use one of {', '.join(known)}")
    defaults = {"purpose": purpose, "kind": kind, "channel": channel}
    return Options(
        by_hand=parse_by_hand(mapped or ()),
        defaults={name: value for name, value in defaults.items() if value},
        folder=path.resolve().parent,
    )


def list_path(given: str) -> Path:
    """The list's file; standard input (``-``) is kept under its digest, so that running again goes on with it."""
    if given != "-":
        return Path(given)
    content = sys.stdin.buffer.read()
    path = data_folder() / "lists" / f"{hashlib.sha256(content).hexdigest()[:16]}.csv"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_bytes(content)
    return path


def message_text(path: str | None) -> str | None:
    """The message in a file (``-``: standard input), or ``None`` where none is named."""
    if path is None:
        return None
    try:
        text = typer.get_text_stream("stdin").read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}; give a text file in UTF-8") from error
    return text.strip("\r\n").replace("\r\n", "\n")
