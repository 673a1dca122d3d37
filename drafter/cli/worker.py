"""``drafter worker``: take rows of batches that were left to workers, on as many machines as you like."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli._batch_options import Database, ledger
from drafter.cli._log import log_to_terminal
from drafter.cli._options import warn

app = typer.Typer()


@app.command()
def worker(
    concurrency: Annotated[
        int | None, typer.Option("--concurrency", min=1, max=512, help="Calls under way at once.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Stop when nothing waits.")] = False,
    database: Database = None,
) -> None:
    """Take rows of batches started with `drafter batch run LIST --queue`; stop with Ctrl-C."""
    import logging

    from drafter.batch.cluster import work

    log_to_terminal()
    # What they tell is told by us in one line: a request that went well, a database that is away.
    for name in ("procrastinate", "psycopg", "asyncio", "httpx2"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with ledger(database) as (settings, storage):
        warn(f"waiting for rows at {storage.place}; Ctrl-C stops")
        work(storage, settings=settings, concurrency=concurrency, wait=not once)
