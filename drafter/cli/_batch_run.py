"""Running rows from the command line, with progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.batch.review import Review, account
from drafter.batch.running import RunOptions, prepare_run, run_batch
from drafter.cli._batch_notices import tell_changed_sender
from drafter.cli._batch_progress import Progress, event_stream
from drafter.cli._options import warn
from drafter.errors import InputError
from drafter.pipeline import Drafter
from drafter.storage.rows import View

if TYPE_CHECKING:
    import datetime

    from drafter.batch.runner import Ended
    from drafter.models import Result, Sender
    from drafter.settings import Settings
    from drafter.storage import Batch, Row
    from drafter.storage.ledger import Storage


def draft_rows(
    storage: Storage,
    batch: Batch,
    *,
    settings: Settings,
    sender: Sender,
    options: RunOptions,
    today: datetime.date,
    events: str | None,
) -> Ended:
    """Draft what has no draft yet, with progress on standard error."""
    if settings.model_name == "offline":
        warn("no language model is used: the offline writer drafts, without network and cost")
    tell_changed_sender(storage, batch, sender)
    storage.drafting.reopen(batch.id)
    waiting = storage.batches.count(batch.id, View(states=("new",)))
    total = waiting if options.max_rows is None else min(waiting, options.max_rows)
    try:
        with event_stream(events) as stream, Progress(total, events=stream) as progress:
            run = prepare_run(
                storage, batch, settings=settings, sender=sender, options=options, today=today, listener=progress
            )
            ended = run_batch(run, storage, batch, who=account(), settings=settings, model=settings.model_name)
            progress.ended(ended.states, ended.stopped, seconds=ended.seconds)
    except KeyboardInterrupt:
        warn("left at once; every reply that arrived is kept, run the same command again to continue")
        raise
    return ended


def redraft_row(
    storage: Storage,
    batch: Batch,
    row: Row,
    *,
    instruction: str | None,
    settings: Settings,
    sender: Sender,
    today: datetime.date,
    who: str | None = None,
) -> tuple[Row, Result | None]:
    """Write one row again; the row as it stands then, and its new result.

    Raises:
        InputError: when the run had to stop before the row was done; it stays open for the next run.
    """
    review = Review(storage, Drafter(settings, model="offline"), who=who)
    asked = review.ask_again(row, instruction=instruction)
    options = RunOptions(concurrency=1, only=(asked.id,))
    run = prepare_run(storage, batch, settings=settings, sender=sender, options=options, today=today)
    ended = run_batch(run, storage, batch, who=review.who, settings=settings, model=settings.model_name)
    after = storage.batches.row_with_id(row.id)
    if ended.stopped and after.state == "new":
        raise InputError(f"row {row.number} is not drafted yet: {ended.stopped}; `drafter batch run` goes on with it")
    saved = storage.reviewing.current(after) if after.state in ("drafted", "needs") else None
    return after, saved.result if saved else None
