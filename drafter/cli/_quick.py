"""The short way to ``drafter check``: its plain options are read here, so that nothing heavy is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.cli._checking import Options

_VALUES = {
    "--channel": "channel",
    "--kind": "kind",
    "--subject": "subject",
    "--contact": "contact",
    "--organization": "organization",
    "--profile": "profile",
    "--sender": "sender",
    "--voicemail": "voicemail",
    "--language": "language",
    "--format": "form",
}
_FLAGS = {"--json": "as_json", "--jsonl": "as_lines"}


def options_of(arguments: Sequence[str]) -> Options | None:
    """The options, or ``None`` for whatever the framework should read or explain: help, slips, rarer forms."""
    values: dict[str, str] = {}
    flags: dict[str, bool] = {}
    files: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument in _FLAGS:
            flags[_FLAGS[argument]] = True
        elif name in _VALUES:
            given = value if equals else next(rest, None)
            if given is None:
                return None
            values[_VALUES[name]] = given
        elif argument == "-" or not argument.startswith("-"):
            files.append(argument)
        else:
            return None
    return Options(files=tuple(files), **values, **flags)  # type: ignore[arg-type]
