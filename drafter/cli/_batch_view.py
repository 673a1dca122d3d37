"""The person's view of batches: status, preview, lessons, one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from drafter.cli._options import warn
from drafter.cli._terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.batch.export import Exported
    from drafter.batch.lessons import Lessons
    from drafter.batch.preview import Preview
    from drafter.models import Usage
    from drafter.storage import Batch, Row, Status

_SHOWN = 10


def console() -> Console:
    """Standard output, with text shown as it is."""
    return Terminal(highlight=False, soft_wrap=True)


def show_status(status: Status, failed: tuple[Row, ...], out: Console, *, stopped: str | None = None) -> None:
    """A batch in figures, with the rows that failed and why, and why its workers ``stopped``."""
    out.print(
        Text.assemble((f"Batch {status.batch}: {status.name}", "bold"), f"  {rows_told(status.rows)}  {status.source}")
    )
    for title, counts in (("State", status.states), ("Verdict", status.verdicts), ("Decision", status.decisions)):
        shown = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items() if count)
        out.print(Text(f"  {title + ':':<10}{shown or 'none yet'}"))
    out.print(Text(f"  {'Used:':<10}{usage_line(status.usage)}"))
    if stopped:
        out.print(Text(f"  Workers stopped: {stopped}; queue it again with `drafter batch run … --queue`", style="red"))
    needs = [(row.reason or row.state).split(" · ") for row in failed]
    for row, each in zip(failed[:_SHOWN], needs, strict=False):
        out.print(Text(f"  {_short(row.number, row.name, each)}", style="red" if row.state == "failed" else "yellow"))
    if len(failed) > _SHOWN:
        out.print(Text(f"  … and {len(failed) - _SHOWN} more"))
    _tell_purpose(needs, len(needs), out)
    if failed:
        first = failed[0].number
        out.print(
            Text(f"  `drafter batch show {first}` tells all about row {first}; `drafter batch export` has all rows")
        )


def usage_line(usage: Usage) -> str:
    """Calls, tokens and money in one line."""
    if not usage.calls:
        return "no model calls"
    cost = "price unknown" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    return f"{usage.calls} calls, {usage.prompt_tokens:,} + {usage.completion_tokens:,} tokens, {cost}"


def show_mapping(mapping: dict[str, str], passed_through: tuple[str, ...], out: Console) -> None:
    """How the columns were understood."""
    for column, field in mapping.items():
        out.print(Text.assemble(f"  {column.strip() or '(no name)'} ", ("→ ", "dim"), field))
    others = ", ".join(column.strip() or "(no name)" for column in passed_through)
    if others:
        out.print(Text(f"  passed through as they are: {others}", style="dim"))


def show_preview(preview: Preview, out: Console) -> None:
    """What a run would do."""
    ready = preview.usable - preview.thin_rows
    out.print(Text.assemble((preview.name, "bold"), f"  {rows_told(preview.rows)}, {ready:,} ready to be drafted"))
    show_mapping(preview.mapping, preview.passed_through, out)
    for warning in preview.warnings:
        out.print(Text(f"  {warning}", style="yellow"))
    pairs = [f"rows {p.rows[0]} and {p.rows[1]}: {p.names[0]} / {p.names[1]} ({p.why})" for p in preview.duplicates]
    _list(out, "Perhaps the same person twice", pairs)
    _list(out, "Something is missing first", [_short(t.row, t.name, t.needs) for t in preview.thin], preview.thin_rows)
    _list(out, "Cannot be drafted", [f"row {u.row}: {u.reason}" for u in preview.unusable])
    _tell_purpose([t.needs for t in preview.thin], preview.thin_rows, out)
    estimate = preview.estimate
    out.print()
    if estimate.model == "offline":
        out.print(Text("A run would use the offline writer: no calls, no cost."))
        return
    cost = "price unknown" if estimate.cost_usd is None else f"about ${estimate.cost_usd:.2f}"
    tokens = f"{estimate.prompt_tokens:,} + {estimate.completion_tokens:,} tokens"
    out.print(Text(f"A run with {estimate.model} would use about {estimate.calls} calls, {tokens}, {cost}."))


def tell_export(done: Exported) -> None:
    """What was written, and what not as it stood, on standard error."""
    warn(f"{rows_told(done.rows)} written to {done.path}")
    if not done.rows:
        warn("no row fits --only; decide with `drafter batch review`, or export without --only")
    if done.left_out:
        warn(
            f"{done.left_out} drafts for other channels than e-mail left out; .csv, .xlsx, .md and .html hold them, too"
        )
    if done.neutralised:
        cells = "1 cell" if done.neutralised == 1 else f"{done.neutralised} cells"
        warn(f"{cells} of the list would act as a formula; an apostrophe was put before")


def show_batches(batches: tuple[Batch, ...], out: Console) -> None:
    """All batches, the latest first."""
    table = Table("No.", "Name", "Last used", "File", box=None, pad_edge=False)
    for batch in batches:
        used = batch.used_at.astimezone().strftime("%Y-%m-%d %H:%M")
        table.add_row(str(batch.id), Text(batch.name), used, Text(batch.source))
    out.print(table)


def show_lessons(found: Lessons, out: Console) -> None:
    """What people change in drafts."""
    if not found.edited:
        out.print("No draft was edited yet; edits made in review are what this learns from.")
        return
    out.print(Text(f"{found.edited} edited drafts", style="bold"))
    if found.shorter_by:
        word = "shorter" if found.shorter_by > 0 else "longer"
        out.print(Text(f"  messages became {abs(found.shorter_by):.0%} {word}"))
    for name, count in (("subject", found.subject_changed), ("voicemail", found.voicemail_changed)):
        if count:
            out.print(Text(f"  the {name} was changed in {count}"))
    for lesson in found.changes:
        before, after = lesson.before or "(nothing)", lesson.after or "(taken out)"
        out.print(Text.assemble("  ", (f"{lesson.count}×  ", "bold"), (before, "red"), " → ", (after, "green")))


def row_json(row: Row, **more: Any) -> dict[str, Any]:
    """One row as JSON."""
    return row.model_dump(mode="json", exclude={"id", "person_key", "digest", "worker", "batch_id", "fresh"}) | more


def rows_told(count: int) -> str:
    """So many rows, in words."""
    return f"{count:,} row{'' if count == 1 else 's'}"


def _short(number: int, name: str, needs: Sequence[str]) -> str:
    """The first thing that a row lacks; a run of long sentences for each row is read by nobody."""
    more = f" (and {len(needs) - 1} more)" if len(needs) > 1 else ""
    return f"row {number} {name}: {needs[0]}{more}"


def _tell_purpose(needs: Sequence[Sequence[str]], rows: int, out: Console) -> None:
    """Said once for all: a reason to write may be given for the whole list."""
    without = sum("--purpose" in each[0] for each in needs if each)
    if without > 1:
        told = rows_told(without) if rows <= len(needs) else "Many rows"
        out.print(Text(f'  {told} without a purpose: add a column for it, or give --purpose "…" for all', "yellow"))


def _list(out: Console, title: str, lines: list[str], count: int | None = None) -> None:
    if not lines:
        return
    out.print()
    out.print(Text(f"{title} ({len(lines) if count is None else count})", style="bold"))
    for line in lines[:_SHOWN]:
        out.print(Text(f"  {line}"))
    if len(lines) > _SHOWN:
        out.print(Text(f"  … and {(count or len(lines)) - _SHOWN} more"))
