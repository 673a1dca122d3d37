"""``drafter doctor``: what is configured and reachable, and what to do about what is not."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from drafter.cli import DONE, FOUND_ERRORS
from drafter.cli._options import AsJson, ModelName, SenderFile, print_json
from drafter.errors import DrafterError
from drafter.settings import Settings, config_folder, data_folder, load_settings

app = typer.Typer()


class Line(NamedTuple):
    """One thing looked at."""

    what: str
    state: Literal["ok", "note", "problem"]
    says: str


@app.command()
def doctor(
    model: ModelName = None,
    sender: SenderFile = None,
    salvage: Annotated[bool, typer.Option("--salvage", help="Save what can be read of a damaged ledger.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say what is configured and reachable."""
    settings = load_settings(model=model)
    if salvage:
        _salvage(settings)
    lines = [
        Line("drafter", "ok", f"{version('drafter')} on Python {platform.python_version()}"),
        *_files(),
        _sender(sender),
        *_model(settings),
        _folder(data_folder()),
        _ledger(settings),
        _prompts(),
        _browser_page(),
    ]
    if as_json:
        print_json([line._asdict() for line in lines])
    else:
        _show(lines)
    raise typer.Exit(FOUND_ERRORS if any(line.state == "problem" for line in lines) else DONE)


def _salvage(settings: Settings) -> None:
    from drafter.cli._options import warn
    from drafter.storage import ledger_url
    from drafter.storage.salvage import ledger_file
    from drafter.storage.salvage import salvage as save

    done = save(ledger_file(ledger_url(settings)))
    warn(f"{sum(done.saved.values())} records saved; the damaged file is kept beside {done.path}")
    if done.damaged:
        warn(f"some records were, or may have been, lost in: {', '.join(done.damaged)}")


def _show(lines: list[Line]) -> None:
    from rich.text import Text

    from drafter.cli._terminal import Terminal

    console = Terminal(highlight=False)
    marks = {"ok": ("✓", "green"), "note": ("·", "yellow"), "problem": ("✗", "bold red")}
    for line in lines:
        console.print(Text.assemble(marks[line.state], " ", (f"{line.what:<10}", "bold"), line.says))


def _files() -> list[Line]:
    found = [path for path in (config_folder() / "drafter.toml", Path.cwd() / "drafter.toml") if path.is_file()]
    says = ", ".join(map(str, found)) or f"none (optional; {config_folder() / 'drafter.toml'} or ./drafter.toml)"
    return [Line("settings", "ok" if found else "note", says)]


def _sender(path: str | None) -> Line:
    from drafter.writing.brief import find_sender

    try:
        sender = find_sender(path, required=False)
    except DrafterError as error:
        return Line("sender", "problem", str(error))
    if sender is None:
        return Line("sender", "note", 'no sender.toml yet; write one with at least: name = "Your Name"')
    lacks = [name for name in ("phone", "facts") if not getattr(sender, name)]
    hint = f"; without {' and '.join(lacks)} voicemail and message stay thinner" if lacks else ""
    return Line("sender", "note" if lacks else "ok", f"{sender.name}{hint}")


def _model(settings: Settings) -> list[Line]:
    if settings.model_name == "offline":
        says = "none: the offline writer drafts; set OPENAI_API_KEY and DRAFTER_MODEL (or --model) to use one"
        return [Line("model", "note", says)]
    where = settings.base_url or "the vendor's own host"
    lines = [Line("model", "ok", f"{settings.model_name} at {where}")]
    if not settings.api_key:
        lines.append(Line("key", "note", "OPENAI_API_KEY is not set; local servers may need none"))
    return [*lines, _server(settings)]


def _server(settings: Settings) -> Line:
    from drafter.llm import reachable

    try:
        return Line("server", "ok", reachable(settings))
    except DrafterError as error:
        return Line("server", "problem", str(error))


def _folder(folder: Path) -> Line:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return Line(
            "data", "problem", f"cannot create {folder}: {error.strerror}; set DRAFTER_HOME to a folder of yours"
        )
    if not os.access(folder, os.W_OK):
        return Line("data", "problem", f"cannot write to {folder}; set DRAFTER_HOME to a folder of yours")
    return Line("data", "ok", str(folder))


def _ledger(settings: Settings) -> Line:
    from drafter.storage import open_storage

    try:
        with open_storage(settings) as storage:
            return Line("ledger", "ok", storage.place)
    except DrafterError as error:
        return Line("ledger", "problem", str(error))


def _prompts() -> Line:
    from drafter.resources import resource

    try:
        return Line("prompts", "ok", str(resource("prompts", "write.md").parent))
    except FileNotFoundError as error:
        return Line("prompts", "problem", str(error))


def _browser_page() -> Line:
    port = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
    return Line("page", "ok", f"`drafter ui` opens http://127.0.0.1:{port}")
