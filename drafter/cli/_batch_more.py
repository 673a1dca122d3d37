"""The further batch commands: review, show, undo, list, lessons, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from drafter.cli._batch_bulk import collect, submit
from drafter.cli._batch_options import BatchName, By, Database, RowNumber, ledger, opened
from drafter.cli._inert import say
from drafter.cli._options import AsJson, ModelName, SenderFile, day_of, print_json
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.models import Verdict
    from drafter.storage import Row
    from drafter.storage.rows import Decision


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to ``drafter batch``."""
    app.command()(review)
    app.command()(show)
    app.command()(undo)
    app.command("list")(list_)
    app.command()(lessons)
    app.command()(remove)
    app.command()(submit)
    app.command()(collect)


def review(
    verdict: Annotated[str | None, typer.Option(help="Only drafts that pass, warn or fail.")] = None,
    decision: Annotated[str, typer.Option(help="undecided, approved, rejected or needs_work.")] = "undecided",
    text: Annotated[str | None, typer.Option("--find", help="Only rows with this in name or organisation.")] = None,
    in_order: Annotated[bool, typer.Option("--in-order", help="In the list's order instead of worst first.")] = False,
    sender: SenderFile = None,
    model: ModelName = None,
    by: By = None,
    batch: BatchName = None,
    database: Database = None,
) -> None:
    """Review drafts one by one, worst first: one key to approve, edit, redraft, reject, skip, undo."""
    from drafter.batch.review import Review
    from drafter.cli._batch_review import TerminalReview
    from drafter.cli._batch_run import redraft_row
    from drafter.pipeline import Drafter
    from drafter.storage.rows import DECISIONS, View
    from drafter.writing.brief import find_sender

    if verdict not in (None, "pass", "warn", "fail") or decision not in ("undecided", *DECISIONS):
        raise InputError("--verdict takes pass, warn or fail; --decision undecided, approved, rejected or needs_work")
    with opened(database, batch, model=model) as at:
        drafter = Drafter(at.settings)
        view = View(
            states=("drafted",),
            verdict=cast("Verdict | None", verdict),
            decision=cast("Decision", decision),
            text=text,
            order="number" if in_order else "attention",
            limit=1_000_000,
        )

        def redraft(row: Row, instruction: str | None) -> Row:
            after, _ = redraft_row(
                at.storage,
                at.batch,
                row,
                instruction=instruction,
                settings=at.settings,
                sender=find_sender(sender),
                today=day_of(None),
                who=by,
            )
            return after

        terminal = TerminalReview(at.storage, at.batch, Review(at.storage, drafter, who=by), view=view, redraft=redraft)
        made = terminal.run()
        left = at.storage.batches.count(at.batch.id, View(states=("drafted",), decision="undecided"))
    kept = f"{made} decision{'' if made == 1 else 's'} kept"
    say(f"{kept}, {left} draft{'' if left == 1 else 's'} left; `drafter batch export --out FILE`")


def show(row: RowNumber, batch: BatchName = None, database: Database = None, as_json: AsJson = False) -> None:
    """Show one row: its draft, findings, evidence and history."""
    from drafter.cli._batch_view import console, row_json
    from drafter.cli._result_view import show_row

    with opened(database, batch) as at:
        found = at.storage.batches.row(at.batch.id, row)
        drafts = at.storage.reviewing.drafts(found.id)
        events = at.storage.reviewing.events(at.batch.id, row_id=found.id)
        current = at.storage.reviewing.current(found)
    if as_json:
        history = [draft.model_dump(mode="json") for draft in drafts]
        told = [event.model_dump(mode="json", include={"at", "who", "what", "details"}) for event in events]
        result = current.result.model_dump(mode="json") if current else None
        print_json(row_json(found, result=result, drafts=history, events=told))
        return
    out = console()
    if current:
        show_row(current.result, found.across)
    else:
        out.print(f"no draft: {found.reason or found.state}", markup=False)
    for event in events:
        reason = event.details.get("reason") or event.details.get("instruction") or ""
        when = event.at.astimezone().strftime("%Y-%m-%d %H:%M")
        out.print(
            f"{when}  {event.who}  {event.what} {event.details.get('decision') or ''} {reason}".rstrip(), markup=False
        )


def undo(row: RowNumber, by: By = None, batch: BatchName = None, database: Database = None) -> None:
    """Take back the latest decision, edit or wish of a row."""
    from drafter.batch.review import Review
    from drafter.pipeline import Drafter

    with opened(database, batch) as at:
        review = Review(at.storage, Drafter(at.settings, model="offline"), who=by)
        back = review.undo(at.storage.batches.row(at.batch.id, row))
    say(f"row {back.number} {back.name}: {back.decision or 'undecided'}")


def list_(database: Database = None, as_json: AsJson = False) -> None:
    """All batches, the latest first."""
    from drafter.cli._batch_view import console, show_batches

    with ledger(database) as (_, storage):
        found = storage.batches.all()
    if as_json:
        print_json([batch.model_dump(mode="json") for batch in found])
    else:
        show_batches(found, console())


def lessons(
    everything: Annotated[bool, typer.Option("--all", help="Learn from all batches.")] = False,
    batch: BatchName = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """What you change in drafts most often."""
    from drafter.batch.lessons import lessons as learn
    from drafter.cli._batch_view import console, show_lessons

    with opened(database, batch) as at:
        found = learn(at.storage.reviewing.edited_pairs(None if everything else at.batch.id))
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        show_lessons(found, console())


def remove(
    batch: Annotated[str, typer.Option("--batch", help="The batch's number or name.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    database: Database = None,
) -> None:
    """Erase a batch with all its drafts and decisions from the ledger."""
    with opened(database, batch) as at:
        if not yes and not typer.confirm(f"Erase batch {at.batch.id} ({at.batch.name}) with all drafts and decisions?"):
            raise typer.Abort
        at.storage.batches.remove(at.batch.id)
        left = at.storage.erase_traces()
    say(
        f"batch {at.batch.id} ({at.batch.name}) is erased"
        + (f"; the ledger is in use by another program: {left}" if left else "")
    )
