"""Checking from the command line, without the framework, which takes longer to load than the checks to run."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from drafter.cli._inert import inert_json
from drafter.cli._lines import CHANNELS, KINDS, Cache, Plain, answers, context_of, report_of
from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.settings import Settings

_SNIFFED = 8192
FORMATS = ("text", "json", "jsonl", "github")


@dataclass(frozen=True, slots=True)
class Options:
    """What ``drafter check`` was told."""

    files: tuple[str, ...] = ()
    channel: str = "email"
    kind: str = "introduction"
    subject: str | None = None
    contact: str | None = None
    organization: str | None = None
    profile: str | None = None
    sender: str | None = None
    voicemail: str | None = None
    language: str | None = None
    form: str = "text"
    as_json: bool = False
    as_lines: bool = False


def perform(options: Options) -> int:
    """Check what the options name and print the answer; returns the exit status."""
    _refuse(options.channel, CHANNELS, "channel")
    _refuse(options.kind, KINDS, "kind")
    _refuse(options.form, FORMATS, "format")
    settings = _settings()
    paths = options.files or ("-",)
    if options.as_lines:
        return _stream(paths, settings)
    form, cache, status = "json" if options.as_json else options.form, Cache(), 0
    if form == "json" and len(paths) > 1:
        raise InputError("--json takes one message; use --format jsonl for several")
    for path in paths:
        if form == "text" and len(paths) > 1:
            _write(path if path == paths[0] else f"\n{path}")
        status = max(status, _one(path, options, form, cache, settings))
    return status


def _one(path: str, options: Options, form: str, cache: Cache, settings: Settings | None) -> int:
    body = "" if options.voicemail and not options.files else _read(path)
    spoken = _read(options.voicemail) if options.voicemail else None
    draft = Plain(options.subject, body, spoken, language=options.language)
    if not (draft.message.strip() or (draft.voicemail or "").strip()):
        raise InputError(f"{path} has no text to check; give a file or text on standard input")
    context = context_of(
        draft,
        channel=options.channel,
        kind=options.kind,
        contact=options.contact,
        organization=options.organization,
        profile=cache.profile(options.profile),
        sender=cache.sender(options.sender),
        paid_linkedin=bool(settings and settings.paid_linkedin),
    )
    report = report_of(draft, context, settings)
    _show(form, report, draft, path)
    return int(report["verdict"] == "fail")


def _show(form: str, report: dict[str, Any], draft: Plain, path: str) -> None:
    if form == "json":
        _write(inert_json(json.dumps(report, ensure_ascii=False, indent=2)))
    elif form == "jsonl":
        _write(inert_json(json.dumps({"id": path, **report}, ensure_ascii=False)))
    else:
        from drafter.cli._check_view import person, workflow

        for line in workflow(report, draft, path) if form == "github" else person(report, draft):
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
    if path == "-" and sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        sys.stderr.write(f"Type or paste the message, then {end} on a line of its own.\n")
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        _cannot(path, error)
    try:
        if b"\0" in data[:_SNIFFED]:
            raise InputError(f"{path} is no text (a program, a picture?); give a message as plain text")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text; save it as UTF-8 and check again") from error


def _cannot(path: str, error: OSError) -> NoReturn:
    raise InputError(f"cannot read {path}: {error.strerror or error}; give a file or - for standard input") from error


def _lines(paths: tuple[str, ...]) -> Iterator[bytes]:
    for path in paths:
        if path == "-":
            yield from sys.stdin.buffer
            continue
        try:
            with Path(path).open("rb") as stream:
                yield from stream
        except OSError as error:
            _cannot(path, error)


def _stream(paths: tuple[str, ...], settings: Settings | None) -> int:
    status = 0
    for answer, needed in answers(_lines(paths), settings):
        _write(inert_json(json.dumps(answer, ensure_ascii=False)))
        status = max(status, needed)
    return status


def _write(line: str) -> None:
    # Lone surrogates can come in by JSON escapes; they must not break the way out.
    sys.stdout.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")
