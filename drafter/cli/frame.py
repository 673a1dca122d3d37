"""The frame of the command line: a command is imported only when it is called."""

from __future__ import annotations

import importlib
from typing import Any

import typer
from typer.core import TyperGroup

from drafter.cli import COMMANDS, MODULES


class _Interrupted(typer.Abort):
    """Ctrl-C, which the framework would let pass in silence."""


class _Commands(TyperGroup):
    """A group that knows its commands by name and imports one only to run it."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise _Interrupted from None

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the framework calls it so
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the framework calls it so
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"drafter.cli.{MODULES.get(cmd_name, cmd_name)}")
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


def said_of(error: Exception) -> tuple[str, int] | None:
    """What to tell a user of an error of the frame, and the exit status; ``None`` when it is none of its errors."""
    from typer._click.exceptions import ClickException, NoArgsIsHelpError

    if isinstance(error, NoArgsIsHelpError):
        return (error.ctx.get_help() if error.ctx else ""), 2
    if isinstance(error, ClickException):
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "drafter"
        return f"drafter: {error.format_message().rstrip('.')}; see `{path} --help`", 2
    if isinstance(error, _Interrupted):
        return (
            "drafter: stopped; replies that came whole are kept, so run it again and they are not asked for twice",
            130,
        )
    if isinstance(error, typer.Abort):
        return "drafter: stopped", 130
    return None
