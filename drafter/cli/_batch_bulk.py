"""``drafter batch submit`` and ``collect``: the provider's Batch API, half the price within a day."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli._batch_options import (
    BatchName,
    ChannelForAll,
    Database,
    KindForAll,
    Map,
    PurposeForAll,
    ledger,
    list_options,
    list_path,
    opened,
)
from drafter.cli._inert import say
from drafter.cli._options import AsJson, ModelName, SenderFile, Today, day_of, print_json, warn

if TYPE_CHECKING:
    from drafter.batch.bulk import Round


def submit(
    contacts: Annotated[str, typer.Argument(help="A CSV or XLSX file with one row a person, or -.")],
    sender: SenderFile = None,
    model: ModelName = None,
    mapped: Map = None,
    purpose: PurposeForAll = None,
    kind: KindForAll = None,
    channel: ChannelForAll = None,
    today: Today = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Hand the open rows to the provider's Batch API; `collect` fetches the answers, up to a day later."""
    from drafter.batch.bulk import bulk_run
    from drafter.batch.ledger import open_batch
    from drafter.writing.brief import find_sender

    writer = find_sender(sender)
    path = list_path(contacts)
    with ledger(database, model=model) as (settings, storage):
        batch = open_batch(storage, path, options=list_options(path, mapped, purpose, kind, channel)).batch
        job = {"sender": writer.model_dump(mode="json"), "model": settings.model_name}
        batch = storage.batches.use(batch.id, bulk=job)
        storage.drafting.reopen(batch.id)
        with closing(bulk_run(storage, batch, settings=settings, today=day_of(today))) as run:
            _tell(run.submit(), as_json=as_json)


def collect(
    wait: Annotated[float, typer.Option("--wait", min=0, help="Wait up to so many seconds for all rounds.")] = 0,
    today: Today = None,
    batch: BatchName = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Fetch what the provider has answered, draft, and hand over the next round where one is needed."""
    from drafter.batch.bulk import bulk_run

    until = time.monotonic() + wait
    with opened(database, batch) as at:
        while True:
            batch_now = at.storage.batches.get(at.batch.id)
            with closing(bulk_run(at.storage, batch_now, settings=at.settings, today=day_of(today))) as run:
                done = run.collect()
            for note in done.notes:
                warn(note)
            if not done.waiting or time.monotonic() >= until:
                break
            time.sleep(min(30.0, max(0.5, (until - time.monotonic()) / 20)))
    _tell(done, as_json=as_json)


def _tell(done: Round, *, as_json: bool) -> None:
    if as_json:
        names = ("drafted", "needs", "failed", "submitted", "waiting")
        print_json({name: getattr(done, name) for name in names} | {"notes": list(done.notes)})
        return
    say(f"{done.drafted} drafted, {done.needs} need more, {done.failed} failed, {done.submitted} requests handed over")
    if done.waiting:
        say("the provider is at work; `drafter batch collect` fetches the answers and goes on")
