"""``drafter rules``: every rule with what it finds, why, and an example of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.errors import InputError

if TYPE_CHECKING:
    from drafter.checks import Rule

app = typer.Typer()
_COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}
_WIDEST = 110


@app.command()
def rules(
    names: Annotated[
        list[str] | None, typer.Argument(help="A rule or a family, for instance tone.hype or tone.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")] = False,
) -> None:
    """List the rules of the checks; with a family or a rule, tell more of it."""
    from drafter.checks import RULES
    from drafter.checks._documentation import as_records

    wanted = [name.rstrip(".") for name in names or []]
    known = {rule.id for rule in RULES} | {rule.family for rule in RULES}
    if unknown := [name for name in wanted if name not in known]:
        raise InputError(
            f"no rule or family is called {unknown[0]!r}{_close(unknown[0], known)}; `drafter rules` lists them"
        )
    chosen = [rule for rule in RULES if not wanted or rule.id in wanted or rule.family in wanted]
    if as_json:
        import json

        typer.echo(json.dumps(as_records(chosen), ensure_ascii=False, indent=2))
    elif wanted and all("." in name for name in wanted):
        typer.echo("\n".join(line for rule in chosen for line in _whole(rule)).rstrip())
    else:
        typer.echo("\n".join(_listed(chosen, examples=bool(wanted))))


def _close(name: str, known: set[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _listed(chosen: list[Rule], *, examples: bool) -> Iterator[str]:
    from drafter.checks._documentation import FAMILIES, by_family

    for family, mine in by_family(chosen).items():
        width = max(len(rule.id) for rule in mine)
        yield f"{typer.style(family, bold=True)}  {FAMILIES[family]}"
        for rule in mine:
            severity = typer.style(f"{rule.severity:<7}", fg=_COLOURS[rule.severity])
            first, *rest = _wrapped(rule.summary, indent=width + 13)
            yield f"  {rule.id:<{width}}  {severity}  {first}"
            yield from rest
            if examples and rule.bad != rule.good:
                yield f"      ✗ {_short(rule.bad)}"
                yield f"      ✓ {_short(rule.good)}"
        yield ""
    yield f"{len(chosen)} rule{'s' * (len(chosen) != 1)}; `drafter rules {chosen[0].id}` tells one whole"


def _whole(rule: Rule) -> Iterator[str]:
    from drafter.checks._documentation import bounds

    yield f"{typer.style(rule.id, bold=True)}  {typer.style(rule.severity, fg=_COLOURS[rule.severity])}"
    yield f"{rule.summary}"
    yield ""
    told = {"Why": rule.section("Why"), "Do": rule.advice, "Source": rule.section("Source"), **bounds(rule)}
    told |= {"Languages": ", ".join(rule.languages) or "any"}
    for name, value in told.items():
        first, *rest = _wrapped(value.replace("`", ""), indent=14)
        yield f"  {name + ':':<12}{first}"
        yield from rest
    yield ""
    if rule.bad != rule.good:
        yield from ("  Bad:", *_block(rule.bad), "  Good:", *_block(rule.good))
    yield f'  Off:        disable = ["{rule.id}"] under [rules] in drafter.toml'
    yield ""


def _block(text: str) -> Iterator[str]:
    most = 4 * _WIDEST
    body = text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
    for line in body.splitlines():
        yield from ("    " + piece.lstrip() for piece in _wrapped(line, indent=4))
    yield ""


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size().columns, _WIDEST)


def _wrapped(text: str, *, indent: int) -> list[str]:
    """The lines of a text beside a margin; the first stands where its margin ends."""
    import textwrap

    lines = textwrap.wrap(text, max(_width() - indent, 20)) or [""]
    return [lines[0], *(" " * indent + line for line in lines[1:])]


def _short(text: str) -> str:
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    room = _width() - 8
    return line if len(line) <= room else line[: room - 2].rsplit(" ", 1)[0] + " …"
