"""Runs a batch: threads take rows from the ledger until none is left, or until it has to stop."""

from __future__ import annotations

import datetime
import os
import queue
import socket
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from drafter.batch.interruption import interruptible
from drafter.batch.limiter import Breaker, Limiter
from drafter.batch.recording import Budget, DeferredError, StoppedError
from drafter.batch.rowwork import told
from drafter.errors import BudgetError, DrafterError, ModelError, ReplyError, StorageError
from drafter.models import Result
from drafter.storage import Batch, Row, UnreachableError
from drafter.storage.patience import patiently
from drafter.storage.rows import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

_TRIES = 4
_HEARTBEAT = 10.0
_SAME_FAULT = 3

Listener = Callable[[dict[str, Any]], None]


class Work(Protocol):
    """What is done with one row; see :class:`drafter.batch.rowwork.RowWork`."""

    def __call__(self, row: Row) -> Result:
        """The result, or a :class:`DrafterError` that tells why there is none."""
        ...


@dataclass(slots=True)
class Plan:
    """How to run: calls at once, rows (``only`` those with these ids), and what stands between them and the server.

    With ``stay`` the run goes on until no row is new any more, to take up those of a worker that dies.
    """

    concurrency: int = 8
    max_rows: int | None = None
    only: tuple[int, ...] = ()
    stay: bool = False
    budget: Budget = field(default_factory=lambda: Budget(None))
    limiter: Limiter = field(default_factory=Limiter)
    breaker: Breaker = field(default_factory=Breaker)

    @property
    def rows_at_once(self) -> int:
        """More than calls: while the server is waited for, others are read and checked, so that it is never idle."""
        return self.concurrency + (self.concurrency + 3) // 4 if self.concurrency > 1 else 1


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: rows by their new state, and why it stopped early, if it did (``away``: the server is down)."""

    states: dict[str, int]
    seconds: float
    stopped: str | None = None
    interrupted: bool = False
    away: bool = False


@dataclass(slots=True)
class _Flight:
    """Rows under way, rows begun; whether the ledger had none left when last asked, whether the server is down."""

    rows: int = 0
    begun: int = 0
    dry: bool = False
    paused: bool = False
    beat: float = field(default_factory=time.monotonic)


class Run:
    """One run over a batch. :meth:`stop` may be called from a signal handler or another thread."""

    def __init__(
        self,
        storage: Storage,
        batch: Batch,
        work: Work,
        *,
        plan: Plan | None = None,
        listener: Listener | None = None,
        today: datetime.date,
    ) -> None:
        """Prepare; nothing happens before :meth:`go`."""
        self._storage, self._batch, self._work = storage, batch, work
        self.plan = plan or Plan()
        self._listener = listener or (lambda _event: None)
        self._today = today
        self.worker = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self._waiting: queue.Queue[Row | None] = queue.Queue()
        self._ended: queue.Queue[tuple[Row, str, Result | None, float]] = queue.Queue()
        self._stopping = threading.Event()
        self._why: str | None = None
        self._interrupted = False
        self._away = False
        self._tries: Counter[int] = Counter()
        self._faults: Counter[str] = Counter()
        self._succeeded = False

    @property
    def stopping(self) -> bool:
        """Whether rows should not begin anything new."""
        return self._stopping.is_set()

    def stop(self, why: str, *, interrupted: bool = False) -> None:
        """Take no further rows; those in flight are finished."""
        self._why = self._why or why
        self._interrupted = self._interrupted or interrupted
        self._stopping.set()

    def go(self) -> Ended:
        """Draft every new row; returns when all are done or the run was stopped.

        In the main thread Ctrl-C stops it: once to let the calls under way end, twice to leave at once. Either way
        every reply received so far is kept, and the next run goes on from there.
        """
        started = time.monotonic()
        states: Counter[str] = Counter()
        self._storage.drafting.register(self.worker)
        threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(self.plan.rows_at_once)]
        for thread in threads:
            thread.start()
        try:
            with interruptible(self._told_to_stop):
                for state in self._states():
                    states[state] += 1
        finally:
            self._stopping.set()
            for _ in threads:
                self._waiting.put(None)
            # Rows of threads that still wait for a reply are free again; a late result is refused by the ledger.
            self._storage.drafting.retire(self.worker)
        seconds = time.monotonic() - started
        return Ended(dict(states), seconds, self._why, self._interrupted, away=self._away)

    # --- the calling thread: claims rows, listens to the threads ---

    def _states(self) -> Iterator[str]:
        flight = _Flight()
        while True:
            if not self._fill(flight):
                return
            ended = self._next_ended()
            self._say_alive(flight)
            self._tell_pause(flight)
            if ended is None:
                continue
            row, state, result, seconds = ended
            flight.rows -= 1
            if state == "deferred":
                flight.begun -= 1
                flight.dry = False
            elif state != "released":
                self._tell(row, state, result, seconds)
                yield state

    def _fill(self, flight: _Flight) -> bool:
        """Claim rows where there is room; false when nothing is under way or to be had."""
        room = self._room(flight)
        if room > 0 and (not flight.dry or not flight.rows):
            rows = patiently(lambda: self._claim(room))
            flight.dry = not rows
            flight.rows += len(rows)
            flight.begun += len(rows)
            for row in rows:
                self._waiting.put(row)
        return flight.rows > 0 or self._waits_for_others(room)

    def _waits_for_others(self, room: int) -> bool:
        if not self.plan.stay or room <= 0:
            return False
        return patiently(lambda: self._storage.batches.count(self._batch.id, View(states=("new",)))) > 0

    def _room(self, flight: _Flight) -> int:
        if self._stopping.is_set():
            return 0
        # Claims come in lots, one commit for many rows, but small ones: what waits here no other program can take.
        lot = (self.plan.rows_at_once + 3) // 4
        room = self.plan.rows_at_once + lot - flight.rows
        if flight.rows and room < lot:
            return 0
        return room if self.plan.max_rows is None else min(room, self.plan.max_rows - flight.begun)

    def _claim(self, room: int) -> tuple[Row, ...]:
        return self._storage.drafting.claim(
            self._batch.id, self.worker, limit=room, today=self._today, only=self.plan.only
        )

    def _next_ended(self) -> tuple[Row, str, Result | None, float] | None:
        try:
            return self._ended.get(timeout=0.2)
        except queue.Empty:
            return None

    def _say_alive(self, flight: _Flight) -> None:
        if time.monotonic() - flight.beat > _HEARTBEAT:
            flight.beat = time.monotonic()
            patiently(lambda: self._storage.drafting.alive(self.worker))

    def _tell_pause(self, flight: _Flight) -> None:
        pause = max(self.plan.breaker.wait(), self.plan.limiter.pause())
        if pause > 0 and not flight.paused:
            self._listener({"event": "waiting", "seconds": round(pause), "reason": self.plan.breaker.reason})
        flight.paused = pause > 0

    def _told_to_stop(self) -> None:
        if self.stopping:
            raise KeyboardInterrupt
        self.stop("stopped by you", interrupted=True)
        self._listener({"event": "stopping"})

    def _tell(self, row: Row, state: str, result: Result | None, seconds: float) -> None:
        event: dict[str, Any] = {"event": "row", "row": row.number, "name": row.name, "state": state}
        event |= {"seconds": round(seconds, 3), "spent_usd": round(self.plan.budget.spent, 6)}
        if result is not None:
            event |= {"verdict": result.report.verdict if result.draft else None, "calls": result.usage.calls}
        self._listener(event)

    # --- the threads: one row after the other ---

    def _serve(self) -> None:
        while (row := self._waiting.get()) is not None:
            started = time.monotonic()
            try:
                state, result = self._draft(row)
            except BaseException as error:  # noqa: BLE001 - a row must always be reported back, or the run would wait for ever
                state, result = "released", None
                self.stop(told(error) if isinstance(error, Exception) else "stopped")
            self._ended.put((row, state, result, time.monotonic() - started))

    def _draft(self, row: Row) -> tuple[str, Result | None]:
        if self._stopping.is_set():
            return self._release(row), None
        try:
            result = self._work(row)
        except (DeferredError, ReplyError, UnreachableError) as error:
            return self._deferred(row, error), None
        except StoppedError:
            if self.plan.breaker.given_up:
                self._leave_server()
            return self._release(row), None
        except (BudgetError, StorageError) as error:
            self.stop(str(error))
            return self._release(row), None
        except Exception as error:  # noqa: BLE001 - one failing row never stops the others
            return self._failed(row, error), None
        self._succeeded = True
        kept = patiently(lambda: self._storage.drafting.finish(row, result, worker=self.worker))
        return (("drafted" if result.draft else "needs") if kept else "released"), result

    def _deferred(self, row: Row, error: DrafterError) -> str:
        """Try the row again later in this run; not for ever."""
        # While the server is down that is no fault of the row: the breaker ends the run, and the row stays new.
        self._tries[row.id] += not self.plan.breaker.open
        if self.plan.breaker.given_up:
            self._leave_server()
        elif self._tries[row.id] >= _TRIES:
            return self._failed(row, error)
        self._release(row)
        return "released" if self.stopping else "deferred"

    def _leave_server(self) -> None:
        # Noted now: a call that was under way may yet be answered and close the breaker again.
        self._away = not self.stopping or self._away
        self.stop(f"the model's server is not available: {self.plan.breaker.reason}")

    def _failed(self, row: Row, error: Exception) -> str:
        reason = told(error)
        if isinstance(error, ModelError) and not isinstance(error, ReplyError) and not self._succeeded:
            # The same refusal for one row after the other is about the key or the model, not about the rows.
            self._faults[reason] += 1
            if self._faults[reason] >= _SAME_FAULT:
                self.stop(reason)
        kept = patiently(lambda: self._storage.drafting.fail(row, reason, worker=self.worker))
        return "failed" if kept else "released"

    def _release(self, row: Row) -> str:
        patiently(lambda: self._storage.drafting.release([row.id], self.worker))
        return "released"
