"""Several threads' writes in one transaction: a file is flushed to the disk once for all of them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from drafter.storage.database import Database

T = TypeVar("T")


@dataclass(slots=True)
class _Job:
    """What one thread wants written, and what came of it."""

    action: Callable[[sa.Connection], Any]
    done: bool = False
    value: Any = None
    error: Exception | None = None


class Together:
    """Writes that wait for the file anyway are made in one go; each caller returns once its own is durable.

    Whoever gets to write does it for all who came meanwhile. If one of the writes fails, none of them counts and each
    is made again by itself, so that nobody suffers from another's fault: actions must bear being done twice.
    """

    def __init__(self, database: Database) -> None:
        """Write to this database."""
        self._database = database
        self._waiting: deque[_Job] = deque()
        self._turn = threading.Lock()

    def write(self, action: Callable[[sa.Connection], T]) -> T:
        """What ``action`` returns, when what it wrote is durable."""
        if not self._database.is_file or self._database.inside:
            # A server flushes for several connections at once by itself.
            with self._database.write() as connection:
                return action(connection)
        job = _Job(action)
        self._waiting.append(job)
        with self._turn:
            if not job.done:
                self._write_all(tuple(self._waiting))
        if job.error is not None:
            raise job.error
        value: T = job.value
        return value

    def _write_all(self, jobs: tuple[_Job, ...]) -> None:
        try:
            self._commit(jobs)
        except Exception as error:  # noqa: BLE001 - handed to the thread whose write it was
            if len(jobs) == 1:
                jobs[0].error = error
            else:
                self._one_by_one(jobs)
        for job in jobs:
            # Jobs are taken off only now: those of a thread that is interrupted in the middle are left to the next.
            job.done = True
            self._waiting.popleft()

    def _commit(self, jobs: tuple[_Job, ...]) -> None:
        with self._database.write() as connection:
            values = [job.action(connection) for job in jobs]
        for job, value in zip(jobs, values, strict=True):
            job.value = value

    def _one_by_one(self, jobs: tuple[_Job, ...]) -> None:
        for job in jobs:
            try:
                self._commit((job,))
            except Exception as error:  # noqa: BLE001 - handed to the thread whose write it was
                job.error = error
