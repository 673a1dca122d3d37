"""Many machines on one batch: a queue on PostgreSQL tells workers that there are rows; the ledger shares them out.

A worker that dies leaves claims behind; the others wait for them to lapse and take the rows up.
"""

from __future__ import annotations

import datetime
import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from drafter.batch.limiter import Limiter
from drafter.batch.runner import Ended, Run
from drafter.batch.running import RunOptions, prepare_run, run_batch
from drafter.errors import InputError, StorageError
from drafter.models import Sender
from drafter.settings import Settings
from drafter.storage import Batch, UnreachableError
from drafter.storage.addresses import KEEPALIVE
from drafter.storage.rows import View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

QUEUE = "drafter"
_TASK = "drafter.work_on"
_LOG = logging.getLogger(__name__)


class SharedLimiter(Limiter):
    """One rate limit for all workers that use the same server and model, kept in the ledger."""

    def __init__(self, storage: Storage, name: str, **limits: Any) -> None:
        """Share what is kept under ``name``; ``limits`` are those of :class:`Limiter`."""
        super().__init__(**limits)
        self._storage = storage
        self._name = name
        self._first = self.state()

    def reserve(self, tokens: float) -> float:
        """Take one request; see :meth:`Limiter.reserve`."""

        def take(state: dict[str, Any], now: float) -> float:
            self._adopt(state, now)
            wait = self._reserve(tokens, now)
            state.update(self.state())
            return wait

        with self._lock:
            return self._storage.shared.change_limit(self._name, take)

    def heard(self, status: int, headers: Mapping[str, str]) -> None:
        """Learn from a reply, for all; see :meth:`Limiter.heard`."""
        if status not in (429, 503) and not any(name.lower().startswith("x-ratelimit") for name in headers):
            return

        def learn(state: dict[str, Any], now: float) -> None:
            self._adopt(state, now)
            self._learn(status, headers, now)
            state.update(self.state())

        # A limit that cannot be noted must not cost the reply that told it.
        with self._lock, suppress(StorageError):
            self._storage.shared.change_limit(self._name, learn)

    def _adopt(self, state: dict[str, Any], now: float) -> None:
        first = {key: value | {"at": now} if isinstance(value, dict) else value for key, value in self._first.items()}
        self.restore(state or first)


def enqueue(storage: Storage, batch: Batch, *, sender: Sender, model: str, options: RunOptions) -> int:
    """Leave a batch to the workers; how many rows wait for them.

    Raises:
        StorageError: when the ledger is not on PostgreSQL.
    """
    app = _app(storage)
    job = {"sender": sender.model_dump(mode="json"), "model": model, "options": asdict(options)}
    storage.batches.use(batch.id, job=job)
    storage.drafting.reopen(batch.id)
    with app.open():
        _set_up(app)
        _announce(app, batch.id)
    return _waiting(storage, batch.id)


def work(storage: Storage, *, settings: Settings, concurrency: int | None = None, wait: bool = True) -> None:
    """Take rows of enqueued batches until stopped, or (``wait=False``) until nothing waits.

    Raises:
        StorageError: when the ledger is not on PostgreSQL, or stays away for more than a minute.
    """
    from procrastinate import PsycopgConnector
    from procrastinate.exceptions import ConnectorException

    app = _app(storage)
    if not wait:
        # The ledger itself is asked: an empty queue may only mean that another worker is about to leave the job behind.
        _work_through(storage, settings=settings, concurrency=concurrency)
        return
    with app.open():
        _set_up(app)
        # The job that told of the rows may be in the hands of another worker, or of one that died with it.
        for batch in storage.batches.all():
            if batch.options.get("job") and not stopped(batch) and _waiting(storage, batch.id):
                _announce(app, batch.id)
    connected = _app(storage, connector=PsycopgConnector(conninfo=_address(storage), kwargs=KEEPALIVE))

    def work_on(context: Any, batch_id: int) -> None:
        # Whoever takes the job leaves one behind, so that a worker that comes later finds work, too.
        if stopped(storage.batches.get(batch_id)) or not _waiting(storage, batch_id):
            return
        again = _app(storage)
        with again.open():
            _announce(again, batch_id)
        try:
            work_once(storage, batch_id, settings=settings, concurrency=concurrency, aborted=context.should_abort)
        except UnreachableError as error:
            _LOG.warning("batch %s: %s", batch_id, error)

    connected.task(name=_TASK, queue=QUEUE, pass_context=True)(work_on)
    # Told to stop, a worker lets the calls under way end and frees its rows; nothing has to be cut off.
    try:
        connected.run_worker(
            queues=[QUEUE],
            concurrency=1,
            delete_jobs="successful",
            name="drafter",
            shutdown_graceful_timeout=0.1,
        )
    except ConnectorException as error:
        raise UnreachableError(
            f"the database {storage.place} cannot be reached; start the worker again when it can, "
            "other workers take up its rows"
        ) from error


def _work_through(storage: Storage, *, settings: Settings, concurrency: int | None) -> None:
    for batch in storage.batches.all():
        if batch.options.get("job") and not stopped(batch) and _waiting(storage, batch.id):
            ended = work_once(storage, batch.id, settings=settings, concurrency=concurrency)
            if ended.interrupted:
                return


def work_once(
    storage: Storage,
    batch_id: int,
    *,
    settings: Settings,
    concurrency: int | None = None,
    aborted: Callable[[], bool] = lambda: False,
) -> Ended:
    """Work on one batch until no row of it is new, or ``aborted``.

    What stops it and does not pass by itself (a spent budget, a key that is refused) is noted with the batch: no
    worker takes it up again before it is queued anew.
    """
    batch = storage.batches.get(batch_id)
    job = batch.options.get("job")
    if not job:
        raise InputError(f"batch {batch_id} was not left to workers; use `drafter batch run LIST --queue`")
    given = RunOptions(**(job["options"] | {"only": tuple(job["options"]["only"])}))
    options = RunOptions(**(asdict(given) | {"concurrency": concurrency or given.concurrency}))
    settings = settings.model_copy(update={"model": job["model"]})
    limiter = SharedLimiter(
        storage,
        f"{settings.base_url or 'vendor'} {settings.model_name}",
        requests_per_minute=options.requests_per_minute,
        tokens_per_minute=options.tokens_per_minute,
    )
    run = prepare_run(
        storage,
        batch,
        settings=settings,
        sender=Sender.model_validate(job["sender"]),
        options=options,
        today=datetime.datetime.now().astimezone().date(),
        limiter=limiter,
        stay=True,
    )
    done = threading.Event()
    threading.Thread(target=_watch, args=(run, aborted, done), daemon=True).start()
    try:
        ended = run_batch(run, storage, batch, who=run.worker, settings=settings, model=settings.model_name)
    finally:
        done.set()
    if ended.stopped and not (ended.interrupted or ended.away):
        storage.batches.use(batch_id, job=job | {"stopped": ended.stopped})
    _LOG.info("batch %s: %s %s", batch_id, ended.states, ended.stopped or "")
    return ended


def stopped(batch: Batch) -> str | None:
    """Why the workers left the batch alone before it was done, if they did."""
    found = (batch.options.get("job") or {}).get("stopped")
    return str(found) if found else None


def _waiting(storage: Storage, batch_id: int) -> int:
    return storage.batches.count(batch_id, View(states=("new",)))


def _watch(run: Run, aborted: Callable[[], bool], done: threading.Event) -> None:
    while not done.wait(0.3):
        if aborted():
            run.stop("the worker was stopped", interrupted=True)
            return


def _app(storage: Storage, connector: Any = None) -> Any:
    if storage.database.is_file:
        raise StorageError(
            "workers need a ledger on PostgreSQL; set DRAFTER_DATABASE_URL=postgresql://… "
            "(on one machine `drafter batch run` is all it takes)"
        )
    try:
        from procrastinate import App, SyncPsycopgConnector
    except ImportError as error:
        raise StorageError("workers need two more packages: pip install 'drafter[cluster]'") from error
    return App(connector=connector or SyncPsycopgConnector(conninfo=_address(storage), kwargs=KEEPALIVE))


def _address(storage: Storage) -> str:
    return storage.url.replace("postgresql+psycopg://", "postgresql://", 1)


def _set_up(app: Any) -> None:
    """Make the queue's tables once; two workers that start together do not stumble over each other."""
    with app.connector.pool.connection() as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(7301944216)")
        found = connection.execute("SELECT to_regclass('procrastinate_jobs')").fetchone()
        if found is None or next(iter(found if isinstance(found, tuple) else found.values())) is None:
            connection.execute(app.schema_manager.get_schema())


def _announce(app: Any, batch_id: int) -> None:
    from procrastinate.exceptions import AlreadyEnqueued

    try:
        app.configure_task(_TASK, queue=QUEUE, queueing_lock=f"batch-{batch_id}").defer(batch_id=batch_id)
    except AlreadyEnqueued:
        return
