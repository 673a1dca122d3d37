"""The ledger: everything that must survive a reload, a restart or a kill. The only place that imports sqlalchemy.

    from drafter.storage import open_storage

    with open_storage(settings) as storage:
        item = storage.desk.create(owner="maya", title="Ines Okafor", document={"notes": []})
        person = storage.people.add(Person(name="Ines Okafor", category="peer"))
        batch = storage.batches.latest()

One :class:`~drafter.storage.ledger.Storage` may be shared by all threads of a process; each method is one committed
transaction, and ``with storage.transaction():`` makes several of them one. Importing this package is cheap: the
database toolkit is loaded by :func:`open_storage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.storage.addresses import ledger_url
from drafter.storage.faults import ConflictError, DamagedError, MissingError, UnreachableError
from drafter.storage.records import (
    Change,
    DeskItem,
    DeskStep,
    DeskSummary,
    Entry,
    Outcome,
    Person,
    Promise,
    Submission,
    Touch,
)
from drafter.storage.rows import Batch, Event, NewRow, Row, RowInput, SavedDraft, Status

if TYPE_CHECKING:
    from drafter.settings import Settings
    from drafter.storage.ledger import Storage

__all__ = [
    "Batch",
    "Change",
    "ConflictError",
    "DamagedError",
    "DeskItem",
    "DeskStep",
    "DeskSummary",
    "Entry",
    "Event",
    "MissingError",
    "NewRow",
    "Outcome",
    "Person",
    "Promise",
    "Row",
    "RowInput",
    "SavedDraft",
    "Status",
    "Submission",
    "Touch",
    "UnreachableError",
    "ledger_url",
    "open_storage",
]


def open_storage(settings: Settings | None = None, *, url: str | None = None, wait: float = 10.0) -> Storage:
    """Open the ledger, creating it or bringing its tables up to date first.

    ``url`` (a SQLAlchemy URL or a plain file path) wins over ``settings.database_url``; with neither it is a SQLite
    file in the user's data folder. ``wait`` is how many seconds to wait for another program that is writing.

    Raises:
        StorageError: when the ledger cannot be opened; the message says why and what to do.
    """
    from drafter.storage.ledger import Storage

    return Storage(ledger_url(settings, url=url), wait=wait)
