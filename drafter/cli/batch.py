"""``drafter batch``: a list of contacts in, reviewed drafts out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from drafter.cli import DONE, FOUND_ERRORS
from drafter.cli._batch_more import add_commands
from drafter.cli._batch_notices import tell_contacts, tell_forgotten, tell_list, tell_sender
from drafter.cli._batch_options import (
    BatchName,
    BudgetUsd,
    By,
    ChannelForAll,
    Concurrency,
    Database,
    KindForAll,
    Map,
    MaxRows,
    PerMinute,
    PurposeForAll,
    RowNumber,
    ledger,
    list_options,
    list_path,
    message_text,
    opened,
)
from drafter.cli._inert import say
from drafter.cli._options import AsJson, ModelName, SenderFile, Timeout, Today, day_of, print_json, warn
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.batch.export import Only
    from drafter.batch.running import RunOptions
    from drafter.models import Sender
    from drafter.storage import Batch, Status
    from drafter.storage.ledger import Storage
    from drafter.storage.rows import Decision

app = typer.Typer(no_args_is_help=True, help="Draft a table of contacts, review each row, export.")
INTERRUPTED = 130


@app.command()
def run(
    contacts: Annotated[str, typer.Argument(help="A CSV or XLSX file with one row a person, or -.")],
    out: Annotated[Path | None, typer.Option("--out", help="Write the drafts here when done (CSV or XLSX).")] = None,
    concurrency: Concurrency = 8,
    budget: BudgetUsd = None,
    max_rows: MaxRows = None,
    sender: SenderFile = None,
    model: ModelName = None,
    mapped: Map = None,
    purpose: PurposeForAll = None,
    kind: KindForAll = None,
    channel: ChannelForAll = None,
    events: Annotated[str | None, typer.Option("--events", help="Write JSON lines to this file, or - .")] = None,
    requests_per_minute: PerMinute = None,
    tokens_per_minute: PerMinute = None,
    timeout: Timeout = None,
    name: Annotated[str | None, typer.Option("--name", help="What to call the batch.")] = None,
    queue: Annotated[bool, typer.Option("--queue", help="Leave the drafting to `drafter worker` processes.")] = False,
    today: Today = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Draft every row that has no draft yet; run again to continue. Nothing is sent."""
    from drafter.batch.ledger import open_batch
    from drafter.batch.running import RunOptions
    from drafter.writing.brief import find_sender

    if as_json and events == "-":
        raise InputError("--json and --events - both want standard output; give --events a file")
    writer = find_sender(sender)
    path = list_path(contacts)
    options = RunOptions(
        concurrency=concurrency,
        budget=budget,
        max_rows=max_rows,
        requests_per_minute=requests_per_minute,
        tokens_per_minute=tokens_per_minute,
    )
    with ledger(database, model=model, timeout=timeout) as (settings, storage):
        opened_list = open_batch(storage, path, options=list_options(path, mapped, purpose, kind, channel), name=name)
        tell_list(opened_list)
        tell_sender(writer)
        tell_forgotten(storage, opened_list.batch)
        if queue:
            _leave_to_workers(storage, opened_list.batch, sender=writer, model=settings.model_name, options=options)
            return
        from drafter.cli._batch_run import draft_rows

        ended = draft_rows(
            storage,
            opened_list.batch,
            settings=settings,
            sender=writer,
            options=options,
            today=day_of(today),
            events=events,
        )
        if out:
            _export(storage, opened_list.batch, out, only=None)
        status = storage.batches.status(opened_list.batch.id)
        quiet = as_json or events == "-"
        _present(storage, status, as_json=as_json, quiet=quiet)
    if ended.stopped and not ended.interrupted:
        # What stopped the run is the last thing said, so that nobody takes part of a batch for the whole.
        raise InputError(f"stopped early: {ended.stopped}; run the same command again to continue")
    if ended.interrupted:
        warn("stopped; nothing is lost, run the same command again to continue")
        raise typer.Exit(INTERRUPTED)
    if status.rows and status.states["needs"] == status.rows:
        # As with `drafter draft`: nothing was written, and a script must not take that for a batch that is ready.
        warn("no row could be drafted; `drafter batch preview` says what each lacks")
        raise typer.Exit(FOUND_ERRORS)
    raise typer.Exit(exit_status(status))


@app.command()
def preview(
    contacts: Annotated[str, typer.Argument(help="A CSV or XLSX file with one row a person, or -.")],
    sender: SenderFile = None,
    model: ModelName = None,
    mapped: Map = None,
    purpose: PurposeForAll = None,
    kind: KindForAll = None,
    channel: ChannelForAll = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at a list before anything is spent: columns, duplicates, thin rows, calls and cost."""
    from drafter.batch.preview import preview as look
    from drafter.settings import load_settings
    from drafter.writing.brief import find_sender

    path = list_path(contacts)
    writer = find_sender(sender, required=False)
    tell_sender(writer)
    found = look(
        path,
        settings=load_settings(model=model),
        sender=writer,
        options=list_options(path, mapped, purpose, kind, channel),
        today=day_of(today),
    )
    if not found.usable:
        first = found.unusable[0].reason if found.unusable else "it has a header but no rows"
        raise InputError(f"{found.name}: no row can be drafted; {first}")
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        from drafter.cli._batch_view import console, show_preview

        show_preview(found, console())


@app.command()
def status(batch: BatchName = None, database: Database = None, as_json: AsJson = False) -> None:
    """Where the batch stands: rows, verdicts, decisions, calls and cost."""
    with opened(database, batch) as at:
        _present(at.storage, at.storage.batches.status(at.batch.id), as_json=as_json, quiet=as_json)


@app.command("set")
def set_(
    row: RowNumber,
    decision: Annotated[str | None, typer.Option(help="approved, rejected or needs_work.")] = None,
    message_file: Annotated[str | None, typer.Option(help="A file with the message as you want it.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why, for the record.")] = None,
    override: Annotated[str | None, typer.Option(help="Approve in spite of errors, for this reason.")] = None,
    by: By = None,
    batch: BatchName = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Decide on one row, or replace its message by your own words. Errors are refused unless overridden."""
    from drafter.batch.review import Review
    from drafter.cli._batch_view import row_json
    from drafter.pipeline import Drafter
    from drafter.storage.rows import DECISIONS

    if decision is None and message_file is None:
        raise InputError("nothing to set; give --decision approved|rejected|needs_work, or --message-file FILE")
    if decision is not None and decision not in DECISIONS:
        raise InputError(f"--decision takes approved, rejected or needs_work, not {decision!r}")
    text = message_text(message_file)
    with opened(database, batch) as at, at.storage.transaction():
        # One transaction: where approval is refused, the edit is not kept either.
        review = Review(at.storage, Drafter(at.settings, model="offline"), who=by)
        found = at.storage.batches.row(at.batch.id, row)
        if text is not None:
            found = review.edit(found, review.edited(found, message=text))
        if decision == "approved":
            found = review.approve(found, override=override)
        elif decision is not None:
            found = review.decide(found, cast("Decision", decision), reason=reason or override)
        saved = at.storage.reviewing.current(found)
    if as_json:
        print_json(row_json(found, report=saved.result.report.model_dump(mode="json") if saved else None))
    else:
        say(f"row {found.number} {found.name}: {found.decision or 'edited'}")


@app.command()
def redraft(
    row: RowNumber,
    instruction: Annotated[str | None, typer.Option(help="A wish, such as “shorter”.")] = None,
    sender: SenderFile = None,
    model: ModelName = None,
    by: By = None,
    today: Today = None,
    batch: BatchName = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Write one row again; its earlier drafts stay as history."""
    from drafter.cli._batch_run import redraft_row
    from drafter.cli._result_view import show_row
    from drafter.writing.brief import find_sender

    writer = find_sender(sender)
    with opened(database, batch, model=model) as at:
        found, result = redraft_row(
            at.storage,
            at.batch,
            at.storage.batches.row(at.batch.id, row),
            instruction=instruction,
            settings=at.settings,
            sender=writer,
            today=day_of(today),
            who=by,
        )
    if result is None:
        raise InputError(f"row {row} was not drafted: {found.reason or found.state}; its earlier drafts are kept")
    if as_json:
        print_json(result.model_dump(mode="json"))
    else:
        show_row(result, found.across)
    raise typer.Exit(FOUND_ERRORS if result.draft is None or result.report.verdict == "fail" else DONE)


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", help="A .csv, .xlsx, .md or .html file, or a folder for .eml drafts.")],
    only: Annotated[str | None, typer.Option(help="approved, rejected, needs_work, undecided or all.")] = None,
    sent: Annotated[
        bool, typer.Option("--sent", help="You send them now: log the approved ones with your contacts.")
    ] = False,
    batch: BatchName = None,
    database: Database = None,
) -> None:
    """Write the batch to a file: complete, or not at all. Nothing is sent."""
    if only is not None and only not in ("approved", "rejected", "needs_work", "undecided", "all"):
        raise InputError(f"--only takes approved, rejected, needs_work, undecided or all, not {only!r}")
    with opened(database, batch) as at:
        _export(at.storage, at.batch, out, only=cast("Only | None", only))
        if only in (None, "approved", "all"):
            tell_contacts(at.storage, at.settings, at.batch, sent=sent)


def _leave_to_workers(storage: Storage, batch: Batch, *, sender: Sender, model: str, options: RunOptions) -> None:
    from drafter.batch.cluster import enqueue

    waiting = enqueue(storage, batch, sender=sender, model=model, options=options)
    say(f"batch {batch.id}: {waiting} rows wait for `drafter worker`; `drafter batch status` shows how far it is")


def exit_status(status: Status) -> int:
    """1 when a row failed or a draft has an error, else 0."""
    return FOUND_ERRORS if status.states["failed"] or status.verdicts["fail"] else DONE


def _export(storage: Storage, batch: Batch, out: Path, *, only: Only | None) -> None:
    from drafter.batch.export import export as write
    from drafter.cli._batch_view import tell_export

    done = write(storage, batch, out, only=only)
    tell_export(done)


def _present(storage: Storage, status: Status, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        print_json(status.model_dump(mode="json"))
    elif not quiet:
        from drafter.batch.cluster import stopped
        from drafter.cli._batch_view import console, show_status
        from drafter.storage.rows import View

        troubled = storage.batches.rows(status.batch, View(states=("failed", "needs"), limit=1000))
        show_status(status, troubled, console(), stopped=stopped(storage.batches.get(status.batch)))


add_commands(app)
