"""``python -m drafter.docs``: write the parts of the documentation that code knows best (``--check``: only compare)."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from drafter.cli import COMMANDS

FOLDER = Path(__file__).resolve().parent.parent / "docs"
_GENERATED = "<!-- Written by `make docs`; edit the code, not this page. -->\n\n"
_GROUPS = {"batch": "drafter.cli.batch", "contacts": "drafter.cli.contacts"}


def pages() -> dict[str, str]:
    """The generated pages by file name."""
    from drafter.checks._documentation import rule_pages

    made = {**rule_pages(), "commands.md": _commands()}
    return {name: _GENERATED + text for name, text in made.items()}


def _written() -> list[str]:
    """The pages of rules that lie there, so that one of a family that is gone does not stay."""
    return [path.relative_to(FOLDER).as_posix() for path in sorted(FOLDER.glob("rules/*.md"))]


def _commands() -> str:
    parts = ["# Commands\n"]
    for name, what in COMMANDS.items():
        parts.append(f"## `drafter {name}`\n\n{what}\n\n```text\n{_help(name)}\n```\n")
        for sub in _subcommands(name):
            parts.append(f"### `drafter {name} {sub}`\n\n```text\n{_help(name, sub)}\n```\n")
    return "\n".join(parts)


def _subcommands(name: str) -> list[str]:
    import importlib

    import typer

    if name not in _GROUPS:
        return []
    command = typer.main.get_command(importlib.import_module(_GROUPS[name]).app)
    return list(getattr(command, "commands", {}))


def _help(*command: str) -> str:
    # A fixed width and no colour, so that the page does not depend on the terminal it was made in.
    environment = os.environ | {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(  # noqa: S603 - our own command, no shell
        [sys.executable, "-m", "drafter", *command, "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def main() -> int:
    """Write the pages, or say which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare; exit status 1 when a page is out of date")
    options = parser.parse_args()
    made = pages()
    stale = [name for name in _written() if name not in made]
    for name, text in made.items():
        path = FOLDER / name
        if options.check:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if not options.check:
        for name in stale:
            (FOLDER / name).unlink()
    elif stale:
        sys.stderr.write(f"out of date: {', '.join(stale)}; run `make docs`\n")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
