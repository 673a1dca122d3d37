"""``drafter check``: the faults of a message, for a person, a script or an editor."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli._checking import FORMATS, Options, perform
from drafter.cli._lines import CHANNELS, KINDS

app = typer.Typer()


@app.command()
def check(
    files: Annotated[list[str] | None, typer.Argument(help="The message; - or nothing reads standard input.")] = None,
    channel: Annotated[str, typer.Option(help=f"One of {', '.join(CHANNELS)}.")] = "email",
    kind: Annotated[str, typer.Option(help=f"One of {', '.join(KINDS)}.")] = "introduction",
    subject: Annotated[str | None, typer.Option(help="The subject line.")] = None,
    contact: Annotated[str | None, typer.Option(help="Full name of the reader.")] = None,
    organization: Annotated[str | None, typer.Option(help="Where the reader works.")] = None,
    profile: Annotated[str | None, typer.Option(help="What is known of the reader, as drafter profile --json.")] = None,
    sender: Annotated[str | None, typer.Option(help="Your sender.toml.")] = None,
    voicemail: Annotated[str | None, typer.Option(help="A file with the voicemail script.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language (en, de …); told by its words otherwise.")] = None,
    form: Annotated[str, typer.Option("--format", help=f"One of {', '.join(FORMATS)}.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in and out.")] = False,
) -> None:
    """Find the faults of a message, as a spell checker does."""
    options = Options(
        files=tuple(files or ()),
        channel=channel,
        kind=kind,
        subject=subject,
        contact=contact,
        organization=organization,
        profile=profile,
        sender=sender,
        voicemail=voicemail,
        language=language,
        form=form,
        as_json=as_json,
        as_lines=as_lines,
    )
    raise typer.Exit(perform(options))
