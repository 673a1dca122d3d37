"""The opened ledger: one object with a section for each concern."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from drafter.storage.batches import Batches
from drafter.storage.clock import Clock, now
from drafter.storage.database import Database
from drafter.storage.desk import Desk
from drafter.storage.drafting import Drafting
from drafter.storage.migrating import upgrade
from drafter.storage.people import People
from drafter.storage.reviewing import Reviewing
from drafter.storage.shared import Shared


class Storage:
    """The ledger, opened and up to date. Threads may share it.

    Sections: ``desk`` (the page's saved work), ``people`` (contacts, touches, outcomes, promises), ``batches`` (lists
    of contacts and their rows), ``drafting`` (what a run writes: claims, replies, drafts), ``reviewing`` (decisions),
    ``shared`` (what several workers share).
    """

    def __init__(self, url: str, *, wait: float = 10.0, clock: Clock = now) -> None:
        """Open the ledger at ``url``; see :func:`drafter.storage.open_storage`."""
        self.url = url
        self.database = Database(url, wait=wait)
        self.clock = clock
        try:
            self.database.examine()
            upgrade(self.database)
        except BaseException:
            self.database.close()
            raise
        self.desk = Desk(self.database, clock)
        self.people = People(self.database, clock)
        self.batches = Batches(self.database, clock)
        self.drafting = Drafting(self.database, clock)
        self.reviewing = Reviewing(self.database, clock)
        self.shared = Shared(self.database, clock)

    @property
    def place(self) -> str:
        """Where the ledger is, without any password, for people to read."""
        return self.database.place

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything done inside the block one transaction: all of it is kept, or none."""
        with self.database.write():
            yield

    def erase_traces(self) -> str | None:
        """After removing something private: leave no copy of it in the ledger's files; returns what is still there."""
        return self.database.scrub()

    def close(self) -> None:
        """Close all connections."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
