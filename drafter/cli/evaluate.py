"""``drafter eval``: draft a set of contacts with one or more models and compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli._inert import say
from drafter.cli._options import AsJson, Timeout, warn
from drafter.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.batch.evaluate import Drafted, Summary

app = typer.Typer()

_COLUMNS = (
    ("model", "model"),
    ("drafted", "drafted"),
    ("first pass", "first_pass"),
    ("pass", "passed"),
    ("supported", "supported"),
    ("facts", "facts"),
    ("words", "words"),
    ("voicemail s", "voicemail_seconds"),
    ("same phrase", "shared_phrase"),
    ("calls", "calls"),
    ("tokens", "tokens"),
    ("cost $", "cost_usd"),
    ("time s", "seconds"),
)
_SHARES = frozenset({"first_pass", "passed", "supported"})


@app.command()
def evaluate(
    folder: Annotated[Path | None, typer.Argument(help="A folder of contacts (default: the sample contacts).")] = None,
    model: Annotated[list[str] | None, typer.Option("--model", help="A model to compare; may be repeated.")] = None,
    out: Annotated[list[Path] | None, typer.Option("--out", help="Save as .csv or .json; may be repeated.")] = None,
    show: Annotated[bool, typer.Option("--show", help="Print each draft, to read it.")] = False,
    concurrency: Annotated[int, typer.Option("--concurrency", min=1, max=256, help="Contacts at once.")] = 1,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Draft a set of contacts per model and print what passed, what it cost and how long it took."""
    from drafter.batch.cases import read_cases
    from drafter.batch.evaluate import as_json_text, save
    from drafter.batch.evaluate import evaluate as run

    settings = load_settings(timeout=timeout)
    cases = read_cases(folder or _samples())

    def progress(row: Drafted) -> None:
        warn(f"{row.model}: {row.contact}: {row.verdict or row.outcome}{f' ({row.error})' if row.error else ''}")

    models = model or [settings.model_name]
    rows, summaries = run(cases, models, settings=settings, concurrency=concurrency, on_case=progress)
    for path in out or ():
        save(path, rows, summaries)
    if as_json:
        say(as_json_text(rows, summaries))
    else:
        if show:
            _show(rows)
        _table(summaries)
    raise typer.Exit(1 if any(summary.failed for summary in summaries) else 0)


def _samples() -> Path:
    from drafter.errors import InputError
    from drafter.resources import resource

    try:
        return resource("fixtures", "eval")
    except FileNotFoundError as error:
        raise InputError("name a folder of contacts, each a .toml file: drafter eval FOLDER") from error


def _show(rows: Sequence[Drafted]) -> None:
    for row in rows:
        say(f"\n── {row.contact} · {row.kind} · {row.channel} · {row.model} · {row.verdict or row.outcome}")
        for text in (row.subject, row.message, row.voicemail and f"Voicemail: {row.voicemail}", row.rules):
            if text:
                say(text)


def _table(summaries: Sequence[Summary]) -> None:
    from rich.table import Table

    from drafter.cli._terminal import Terminal

    table = Table(*(heading for heading, _ in _COLUMNS))
    for summary in summaries:
        table.add_row(*(_cell(name, getattr(summary, name), summary) for _, name in _COLUMNS))
    Terminal(width=140).print(table)


def _cell(name: str, value: object, summary: Summary) -> str:
    if name == "drafted":
        return f"{value} of {summary.contacts} ({summary.as_expected} as expected)"
    if value is None:
        return "–"
    if name in _SHARES and isinstance(value, float):
        return f"{value:.0%}"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
