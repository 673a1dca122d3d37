"""``drafter rules``: every rule with what it finds, why, and an example of each kind."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.errors import InputError

app = typer.Typer()


@app.command()
def rules(
    names: Annotated[
        list[str] | None, typer.Argument(help="A rule or a family, for instance tone.hype or tone.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")] = False,
) -> None:
    """List the rules of the checks."""
    from drafter.checks import RULES
    from drafter.checks._documentation import as_records

    wanted = [name.rstrip(".") for name in names or []]
    chosen = [rule for rule in RULES if not wanted or any(rule.id == name or rule.family == name for name in wanted)]
    if not chosen:
        raise InputError(f"no rule or family is called {' or '.join(wanted)}; `drafter rules` lists them")
    if as_json:
        import json

        typer.echo(json.dumps(as_records(chosen), ensure_ascii=False, indent=2))
        return
    for record in as_records(chosen):
        typer.secho(f"{record['id']}", bold=True, nl=False)
        typer.echo(f"  {record['severity']}  {record['summary']}")
        typer.echo(f"    why:  {record['why']}")
        typer.echo(f"    bad:  {_short(record['bad'])}")
        typer.echo(f"    good: {_short(record['good'])}")
    typer.echo(f"\n{len(chosen)} rules")


def _short(text: str) -> str:
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= 110 else line[:107] + "…"
