"""``drafter draft``: the main job on the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from drafter.cli import DONE, FOUND_ERRORS
from drafter.cli._handing_over import Out, Sent, hand_over, require_form
from drafter.cli._inert import say
from drafter.cli._options import (
    AsJson,
    CategoryName,
    ChannelName,
    ContactName,
    KindName,
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
    read_text,
    split_ids,
    warn,
)
from drafter.cli._streaming import shown_live
from drafter.settings import load_settings

if TYPE_CHECKING:
    from drafter.models import Brief, Category, Channel, Kind, Profile, Result
    from drafter.pipeline import Drafter

app = typer.Typer()
_MUTUAL = "Somebody you both know; for an introduction_request, the person you want to be introduced to."


@app.command()
def draft(
    contact: ContactName,
    sources: Sources = None,
    purpose: Annotated[str, typer.Option(help="Why you write to this person, in a sentence.")] = "",
    note: TypedNote = None,
    organization: OrganizationName = None,
    role: Role = None,
    kind: KindName = "introduction",
    channel: ChannelName = "email",
    category: CategoryName = None,
    sender: SenderFile = None,
    resume: Annotated[str | None, typer.Option(help="Your own résumé: facts about you are taken from it.")] = None,
    ask: Annotated[str | None, typer.Option(help="What you ask for, in your words.")] = None,
    model: ModelName = None,
    history: Annotated[str | None, typer.Option(help="Earlier messages, see the documentation for the form.")] = None,
    received: Annotated[str | None, typer.Option(help="A file with the invitation or message you answer.")] = None,
    reply: Annotated[str, typer.Option(help="invitation_reply: undecided, accept or decline.")] = "undecided",
    mutual: Annotated[str | None, typer.Option(help=_MUTUAL)] = None,
    use: Annotated[str | None, typer.Option(help="Ids of facts to use, such as f1,f4.")] = None,
    avoid: Annotated[str | None, typer.Option(help="Ids of facts to leave out.")] = None,
    language: Annotated[str | None, typer.Option(help="Language of the message, such as en or de.")] = None,
    instruction: Annotated[str | None, typer.Option(help="A wish, such as “shorter”.")] = None,
    conversation: Annotated[bool, typer.Option("--conversation", help="Add a conversation script.")] = False,
    alternatives: Annotated[int, typer.Option(min=0, max=2, help="Further drafts with another angle.")] = 0,
    timeout: Timeout = None,
    show_prompt: Annotated[bool, typer.Option("--show-prompt", help="Print what would be sent, and stop.")] = False,
    out: Out = None,
    sent: Sent = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Write a short, specific message and a voicemail script, with evidence and findings."""
    from drafter.models import Brief
    from drafter.pipeline import Drafter
    from drafter.writing.brief import find_sender, read_history

    require_form(out)
    drafter = Drafter(load_settings(model=model, timeout=timeout))
    writer = find_sender(sender)
    writer = drafter.sender(writer.model_copy(update={"resume": resume}) if resume else writer)
    if reply not in ("undecided", "accept", "decline"):
        raise typer.BadParameter(f"--reply takes undecided, accept or decline, not {reply!r}")
    brief = Brief(
        sender=writer,
        kind=cast("Kind", kind),
        channel=cast("Channel", channel),
        category=cast("Category | None", category),
        purpose=purpose.strip(),
        ask=ask,
        use=split_ids(use),
        avoid=split_ids(avoid),
        history=read_history(Path(history)) if history else (),
        received=read_text(received) if received else None,
        reply=cast("Any", reply),
        mutual=mutual,
        language=language or None,
        instruction=instruction,
        conversation=conversation,
        today=day_of(today),
    )
    notes = gathered(drafter, sources or [], note or [])
    profile, spent = drafter.read(
        notes, contact, organization=organization, role=role, sender=writer, today=brief.today
    )
    if show_prompt:
        _show_prompt(drafter, profile, brief)
        return
    with shown_live(wanted=not as_json) as on_text:
        result = drafter.draft(profile, brief, on_text=on_text, spent=spent)
    if alternatives and result.draft:
        result = drafter.alternatives(result, count=alternatives)
    status = present(result, as_json=as_json)
    hand_over(result, out=out, sent=sent, database=None, today=today)
    raise typer.Exit(status)


def present(result: Result, *, as_json: bool) -> int:
    """Show a result; the exit status it means."""
    for warning in result.warnings:
        warn(warning)
    if as_json:
        print_json(result.model_dump(mode="json"))
    else:
        from drafter.cli._result_view import show_result

        show_result(result)
    return FOUND_ERRORS if result.draft is None or result.report.verdict == "fail" else DONE


def _show_prompt(drafter: Drafter, profile: Profile, brief: Brief) -> None:
    from drafter.llm import request_text

    request = drafter.first_request(profile, brief)
    if request is None:
        say("Nothing would be sent: the offline writer needs no model, or too little is known.")
    else:
        say(request_text(request))
