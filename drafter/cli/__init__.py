"""The command line, thin over the library. Commands are imported only when called, so that each starts at once."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from drafter.errors import DrafterError

# Command → what it does; the command lives in the module drafter.cli.<name> as ``app``.
COMMANDS = {
    "draft": "Write a message and a voicemail script to one contact.",
    "check": "Find the faults of a message, as a spell checker does.",
    "profile": "Show what your notes say about a contact, with the words that prove it.",
    "batch": "Draft a table of contacts, review each row, export.",
    "contacts": "Stay in touch: who is due, what came of it, a calendar.",
    "rules": "List the rules of the checks.",
    "eval": "Compare models on a set of sample contacts.",
    "doctor": "Say what is configured and reachable.",
    "demo": "Draft to a sample contact, without any set-up.",
    "ui": "Open the page in a browser.",
    "worker": "Take rows of a batch on this machine (several machines, PostgreSQL).",
}
_MODULES = {"eval": "evaluate"}

DONE, FOUND_ERRORS, FAILED = 0, 1, 2


class _Commands(TyperGroup):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the framework calls it so
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the framework calls it so
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"drafter.cli.{_MODULES.get(cmd_name, cmd_name)}")
        module.app._add_completion = False  # options of the shell, not of each command
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        command.help = command.help or COMMANDS[cmd_name]
        return command


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="drafter helps you write fewer, better messages. It never sends anything.",
)


@app.callback(invoke_without_command=True)
def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("drafter"))
        raise typer.Exit


def main(arguments: list[str] | None = None) -> None:
    """Run a command; whatever goes wrong is one line on standard error, never a traceback."""
    _speak_utf8()
    try:
        status = app(args=arguments, standalone_mode=False, prog_name="drafter")
    except DrafterError as error:
        status = _complain(str(error))
    except KeyboardInterrupt:
        status = _complain("stopped", 130)
    except BrokenPipeError:
        # The reader (say, `head`) has gone; nothing is wrong, and nothing more may be written on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence: no user ever sees a traceback
        status = _unexpected(error)
    sys.exit(status if isinstance(status, int) else DONE)


def _unexpected(error: Exception) -> int:
    from typer._click.exceptions import ClickException, NoArgsIsHelpError

    if isinstance(error, NoArgsIsHelpError):
        typer.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return FAILED
    if isinstance(error, ClickException):
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "drafter"
        return _complain(f"{error.format_message().rstrip('.')}; see `{path} --help`")
    if isinstance(error, typer.Abort):
        return _complain("stopped", 130)
    if os.environ.get("DRAFTER_DEBUG"):
        raise error
    return _complain(f"a fault in drafter itself ({type(error).__name__}: {error}); DRAFTER_DEBUG=1 shows where")


def _complain(message: str, status: int = FAILED) -> int:
    line = " ".join(message.split())
    typer.echo(f"drafter: {line}", err=True)
    return status


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "strict")
