"""``drafter check``: the faults of a message, for a person, a script or an editor."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from drafter.cli._lines import CHANNELS, KINDS, Cache, Plain, answers, context_of, report_of
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.settings import Settings

app = typer.Typer()
FORMATS = ("text", "json", "jsonl", "github")


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
    _refuse(channel, CHANNELS, "channel")
    _refuse(kind, KINDS, "kind")
    _refuse(form, FORMATS, "format")
    settings = _settings()
    paths = files or ["-"]
    if as_lines:
        raise typer.Exit(_stream(paths, settings))
    form, cache, status = "json" if as_json else form, Cache(), 0
    if form == "json" and len(paths) > 1:
        raise InputError("--json takes one message; use --format jsonl for several")
    for path in paths:
        body = "" if voicemail and not files else _read(path)
        draft = Plain(subject, body, _read(voicemail) if voicemail else None, language=language)
        if not (draft.message.strip() or (draft.voicemail or "").strip()):
            raise InputError(f"{path} has no text to check")
        context = context_of(
            draft,
            channel=channel,
            kind=kind,
            contact=contact,
            organization=organization,
            profile=cache.profile(profile),
            sender=cache.sender(sender),
            paid_linkedin=bool(settings and settings.paid_linkedin),
        )
        report = report_of(draft, context, settings)
        status = max(status, int(report["verdict"] == "fail"))
        _show(form, report, draft, path)
    raise typer.Exit(status)


def _show(form: str, report: dict[str, Any], draft: Plain, path: str) -> None:
    if form == "json":
        _write(json.dumps(report, ensure_ascii=False, indent=2))
    elif form == "jsonl":
        _write(json.dumps({"id": path, **report}, ensure_ascii=False))
    else:
        from drafter.cli._check_view import annotations, person

        for line in (annotations if form == "github" else person)(report, draft, path):
            _write(line)


def _settings() -> Settings | None:
    """The settings in force, or ``None`` without any file: reading them costs more than checking."""
    home = os.environ.get("DRAFTER_HOME")
    places = [Path("drafter.toml")]
    if home:
        places.append(Path(home, "config", "drafter.toml"))
        places.append(Path(home, "drafter.toml"))
    else:
        import platformdirs

        places.append(Path(platformdirs.user_config_dir("drafter"), "drafter.toml"))
    if not any(place.exists() for place in places):
        return None
    from drafter.settings import load_settings

    return load_settings()


def _refuse(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise InputError(f"{value!r} is no {what}; use one of {', '.join(known)}")


def _read(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        _cannot(path, error)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text; save it as UTF-8 and check again") from error


def _cannot(path: str, error: OSError) -> NoReturn:
    raise InputError(f"cannot read {path}: {error.strerror or error}; give a file or - for standard input") from error


def _lines(paths: list[str]) -> Iterator[bytes]:
    for path in paths:
        if path == "-":
            yield from sys.stdin.buffer
            continue
        try:
            with Path(path).open("rb") as stream:
                yield from stream
        except OSError as error:
            _cannot(path, error)


def _stream(paths: list[str], settings: Settings | None) -> int:
    status = 0
    for answer, needed in answers(_lines(paths), settings):
        _write(json.dumps(answer, ensure_ascii=False))
        status = max(status, needed)
    return status


def _write(line: str) -> None:
    # Lone surrogates can come in by JSON escapes; they must not break the way out.
    sys.stdout.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")
