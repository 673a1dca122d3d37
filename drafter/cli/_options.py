"""Options and readings that several commands share."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from drafter.cli._inert import inert_json, say
from drafter.errors import InputError
from drafter.models import Category, Channel, Kind, Profile

if TYPE_CHECKING:
    from drafter.models import Note
    from drafter.pipeline import Drafter


def _one_of(what: str, choices: Iterable[str]) -> Callable[[str | None], str | None]:
    known = tuple(choices)

    def accept(value: str | None) -> str | None:
        if value is not None and value not in known:
            raise typer.BadParameter(f"{value!r} is no {what}; use one of {', '.join(known)}")
        return value

    return accept


Sources = Annotated[
    list[str] | None,
    typer.Argument(help="Files (.txt .md .html .pdf .docx .vcf .eml .json .yaml .csv), URLs, or - for standard input."),
]
ContactName = Annotated[str, typer.Option("--contact", help="Full name of the person you write to.")]
OrganizationName = Annotated[str | None, typer.Option("--organization", help="Where they work.")]
Role = Annotated[str | None, typer.Option("--role", help="What they do there.")]
TypedNote = Annotated[list[str] | None, typer.Option("--note", help="A line you know yourself; may be repeated.")]
KindName = Annotated[
    str, typer.Option("--kind", help=f"One of {', '.join(get_args(Kind))}.", callback=_one_of("kind", get_args(Kind)))
]
ChannelName = Annotated[
    str,
    typer.Option(
        "--channel", help=f"One of {', '.join(get_args(Channel))}.", callback=_one_of("channel", get_args(Channel))
    ),
]
CategoryName = Annotated[
    str | None,
    typer.Option(
        "--category",
        help=f"What they are to you: {', '.join(get_args(Category))}.",
        callback=_one_of("category", get_args(Category)),
    ),
]
SenderFile = Annotated[
    str | None, typer.Option("--sender", help="Your sender.toml (else ./sender.toml, else the configuration folder).")
]
ModelName = Annotated[str | None, typer.Option("--model", help="A model's name, or offline.")]
Timeout = Annotated[float | None, typer.Option("--timeout", help="Seconds for all model calls of one draft.", min=1)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Today = Annotated[str | None, typer.Option("--today", help="The day to write for, as YYYY-MM-DD.", hidden=True)]


def day_of(value: str | None) -> datetime.date:
    """The day to write for: the one given, else today."""
    if value is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"--today takes a day like 2026-05-14, not {value!r}") from error


def split_ids(value: str | None) -> tuple[str, ...]:
    """``"f1, f4"`` as ids."""
    return tuple(part for part in (value or "").replace(",", " ").split())


def gathered(drafter: Drafter, sources: Iterable[str], typed: Iterable[str] = ()) -> tuple[Note, ...]:
    """The notes of sources and typed lines; a source that fails is told on standard error.

    Raises:
        InputError: when nothing at all could be read.
    """
    from drafter.gather import note_from_text

    names = list(sources)
    stdin = sys.stdin.buffer.read() if "-" in names else None
    found = drafter.gather(names, notes=[note_from_text(line) for line in typed if line.strip()], stdin=stdin)
    if found.notes:
        for failure in found.failures:
            warn(failure)
    elif found.failures:
        raise InputError("; ".join(found.failures))
    else:
        raise InputError("no source was given; name a file, a URL or - for standard input, or use --note")
    return found.notes


def read_text(path: str) -> str:
    """The text of a UTF-8 file, or of standard input for ``-``.

    Raises:
        InputError: when it cannot be read.
    """
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text; save it as UTF-8 and try again") from error


def warn(message: str) -> None:
    """One line on standard error."""
    say(f"drafter: {' '.join(message.split())}", err=True)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    import json

    print(inert_json(json.dumps(value, ensure_ascii=False, indent=1)))


def load_profile(path: str) -> Profile:
    """A profile saved with ``drafter profile --json``.

    Raises:
        InputError: when the file cannot be read or is no profile.
    """
    from pydantic import ValidationError

    try:
        return Profile.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"cannot read the profile {path}: {error.strerror or error}; check the path") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]["msg"]
        raise InputError(f"{path} is no profile ({first}); make one with `drafter profile … --json`") from error
