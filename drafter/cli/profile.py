"""``drafter profile``: what the notes say, for a person or as JSON."""

from __future__ import annotations

import typer

from drafter.cli._options import (
    AsJson,
    ContactName,
    ModelName,
    OrganizationName,
    Role,
    SenderFile,
    Sources,
    Timeout,
    Today,
    TypedNote,
    day_of,
    gathered,
    print_json,
)
from drafter.settings import load_settings

app = typer.Typer()


@app.command()
def profile(
    contact: ContactName,
    sources: Sources = None,
    note: TypedNote = None,
    organization: OrganizationName = None,
    role: Role = None,
    sender: SenderFile = None,
    model: ModelName = None,
    offline: bool = typer.Option(False, "--offline", help="Read the notes without a language model."),
    timeout: Timeout = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show what your notes say about a contact, each fact with the words that prove it."""
    from drafter.pipeline import Drafter
    from drafter.writing.brief import find_sender

    settings = load_settings(model="offline" if offline else model, timeout=timeout)
    drafter = Drafter(settings)
    found = drafter.profile(
        gathered(drafter, sources or [], note or []),
        contact,
        organization=organization,
        role=role,
        sender=find_sender(sender, required=False),
        today=day_of(today),
    )
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    from drafter.cli._profile_view import show_profile

    show_profile(found, today=day_of(today))
