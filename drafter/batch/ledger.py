"""From a file to rows of the ledger, and back to the values that the stages work on."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from drafter.batch.fields import new_row
from drafter.batch.reading import Table, read_table
from drafter.errors import InputError
from drafter.models import Brief, Category, Channel, Kind, Sender
from drafter.storage import Batch, NewRow, Row, RowInput
from drafter.storage.rows import TakenIn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage


@dataclass(frozen=True, slots=True)
class Options:
    """How a list is read: columns set by hand, and what holds for rows that do not say themselves.

    ``folder`` is where file names in the rows are looked for; ``None`` means that rows may not name files at all,
    which is right for lists that come from somebody else than the person at this computer.
    """

    by_hand: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A list in the ledger: the batch, the table it came from, and what taking it in did."""

    batch: Batch
    table: Table
    taken: TakenIn


def open_batch(storage: Storage, path: Path, *, options: Options | None = None, name: str | None = None) -> Opened:
    """Take a list into the ledger, or go on with it when it is there already.

    Raises:
        InputError: when the file cannot be read or has no row that could be drafted; the message says why.
    """
    options = options or Options(folder=path.resolve().parent)
    table = read_table(path, by_hand=options.by_hand)
    count = _Count()
    batch, taken = _take_in(storage, path, table, options, name, count)
    return Opened(batch, table, taken)


def _take_in(
    storage: Storage, path: Path, table: Table, options: Options, name: str | None, count: _Count
) -> tuple[Batch, TakenIn]:
    with storage.transaction():
        batch, taken = storage.batches.take_in(
            count.through(_rows(table, options)),
            name=name or Path(table.name).stem,
            source=str(path.resolve()),
            source_digest=table.digest,
            columns=table.mapping.columns,
            mapping=table.mapping.named(),
            options={
                "separator": table.separator,
                "encoding": table.encoding,
                "folder": str(options.folder) if options.folder else None,
            },
        )
        if not count.usable:
            # Raised inside the transaction, so that a useless list leaves nothing behind.
            raise InputError(count.explained(table.name))
    return batch, taken


def _rows(table: Table, options: Options) -> Iterator[NewRow]:
    return (new_row(cells, table.mapping, options.defaults) for cells in table.rows())


class _Count:
    """Counts rows as they pass, and remembers why the first unusable one is."""

    def __init__(self) -> None:
        self.rows = 0
        self.usable = 0
        self.reason: str | None = None

    def through(self, rows: Iterator[NewRow]) -> Iterator[NewRow]:
        for row in rows:
            self.rows += 1
            self.usable += row.state == "new"
            self.reason = self.reason or row.reason
            yield row

    def explained(self, name: str) -> str:
        if not self.rows:
            return f"{name} has a header but no rows; add one row a person"
        return f"{name}: none of the {self.rows} rows can be drafted; the first says: {self.reason}"


def brief_of(given: RowInput, sender: Sender, *, row: Row, today: datetime.date) -> Brief:
    """What the message of a row is for."""
    fields: dict[str, Any] = given.fields
    return Brief(
        sender=sender,
        kind=cast("Kind", fields.get("kind", "introduction")),
        channel=cast("Channel", fields.get("channel", "email")),
        category=cast("Category | None", fields.get("category")),
        purpose=fields.get("purpose", ""),
        ask=fields.get("ask"),
        mutual=fields.get("mutual"),
        language=fields.get("language"),
        instruction=row.instruction,
        today=row.started_on or today,
    )
