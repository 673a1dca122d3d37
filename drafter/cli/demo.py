"""``drafter demo``: the main job on a sample contact, without any set-up."""

from __future__ import annotations

import tomllib

import typer

from drafter.cli._inert import say
from drafter.cli._options import AsJson, day_of, gathered, print_json
from drafter.models import Brief
from drafter.resources import resource
from drafter.settings import load_settings

app = typer.Typer()


@app.command()
def demo(as_json: AsJson = False) -> None:
    """Draft to a sample contact, offline, from a saved web page, a PDF and a line of notes."""
    from drafter.pipeline import Drafter
    from drafter.writing.brief import find_sender

    folder = resource("fixtures", "demo")
    contact = tomllib.loads((folder / "contact.toml").read_text(encoding="utf-8"))
    sender = find_sender(str(folder / "sender.toml"))
    sources = [str(folder / name) for name in contact["sources"]]
    if not as_json:
        say(f"{sender.name} writes to {contact['name']}, from {', '.join(contact['sources'])}.")
        say(f"Purpose: {contact['purpose']}")
    drafter = Drafter(load_settings(model="offline"))
    brief = Brief(
        sender=sender,
        kind=contact.get("kind", "introduction"),
        channel=contact.get("channel", "email"),
        purpose=contact["purpose"],
        today=day_of(None),
    )
    profile = drafter.profile(
        gathered(drafter, sources),
        contact["name"],
        organization=contact.get("organization"),
        sender=sender,
        today=brief.today,
    )
    result = drafter.draft(profile, brief)
    if as_json:
        print_json(result.model_dump(mode="json"))
        return
    from drafter.cli._result_view import show_result

    show_result(result)
    say("\nThe same with your own notes:  drafter draft page.html --contact “…” --purpose “…”")
