"""Runs the writing for the page: the first draft as it streams in, redrafts, alternatives, and edits by hand."""

from __future__ import annotations

import datetime
import queue
import threading
from collections.abc import Callable
from typing import Any

from drafter.models import Brief, Draft, PartName, Report, Result, Sender, Usage
from drafter.ui import desk as desks
from drafter.ui import session, theme
from drafter.ui.desk import Desk
from drafter.ui.sample import sample
from drafter.ui.spans import carry
from drafter.ui.work import Work, brief_of, with_added_facts


def sender_for(desk: Desk) -> Sender:
    """Who writes this one: the visitor, or in the sample contact's case the sample sender."""
    return session.sender() or (desk.work.result.brief.sender if desk.work.result else Sender(name="Your name"))


def brief_for(desk: Desk) -> Brief:
    """The brief as it stands on the page."""
    return brief_of(desk.work, sender_for(desk), today=datetime.date.today())


def start_sample() -> None:
    """Put the sample contact on a new sheet, drafted to offline."""
    known = session.sender()
    work, sender = sample(session.drafter(offline=True), known, today=datetime.date.today())
    if known is None:
        session.prefer("sender", sender.model_dump(mode="json"))
    desks.start_afresh(work)


def draft(desk: Desk, show: Callable[[str], None]) -> None:
    """Draft what is on the desk; ``show`` is given the text as it streams in."""
    work = desk.work
    drafter = session.drafter()
    model = drafter.settings.model_name
    spent = Usage()
    if work.read_by != model and model != "offline":
        profile, spent = drafter.read(
            work.notes,
            work.name.strip(),
            organization=work.organization.strip() or None,
            role=work.role.strip() or None,
            sender=sender_for(desk),
            today=datetime.date.today(),
        )
        work = work.model_copy(update={"profile": with_added_facts(profile), "read_by": model})
    assert work.profile is not None
    profile, brief = work.profile, brief_of(work, sender_for(desk), today=datetime.date.today())
    result = streamed(
        lambda on_text, cancelled: drafter.draft(profile, brief, on_text=on_text, cancelled=cancelled, spent=spent),
        show,
    )
    _settle(desk, result, "drafted", read_by=work.read_by)


def redraft(desk: Desk, instruction: str, show: Callable[[str], None]) -> None:
    """Draft again as instructed, from the brief as it stands now; the earlier attempts are kept."""
    assert desk.work.result is not None
    before = desk.work.result.model_copy(update={"brief": brief_for(desk), "profile": desk.work.profile})
    drafter = session.drafter()
    result = streamed(lambda on_text, _: drafter.redraft(before, instruction, on_text=on_text), show)
    _settle(desk, result, "redrafted")


def alternatives(desk: Desk) -> None:
    """Write further drafts from other angles, to be compared."""
    assert desk.work.result is not None
    result = session.drafter().alternatives(desk.work.result)
    desk.change("alternatives", result=result)


def choose(desk: Desk, draft: Draft, report: Report) -> None:
    """Take an attempt or an alternative as the draft."""
    desk.generation += 1
    desk.change("chosen", edited=draft, report=report, decision="")


def edit(desk: Desk, part: PartName, text: str) -> None:
    """Take a part as the person wrote it, and check it again."""

    def changed(work: Work) -> Work:
        if work.draft is None or work.result is None:
            return work
        edited = carry(work.draft, part, text)
        report = session.drafter(offline=True).check(edited, brief=work.result.brief, profile=work.profile)
        return work.model_copy(update={"edited": edited, "report": report, "decision": ""})

    desk.update(changed)


def streamed(job: Callable[[Callable[[str], None], Callable[[], bool]], Result], show: Callable[[str], None]) -> Result:
    """Run the job beside the page, showing its text as it comes; leaving the page stops it at the next step."""
    pieces: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    stopped = threading.Event()
    outcome: list[Result | BaseException] = []

    def work() -> None:
        try:
            outcome.append(job(pieces.put, stopped.is_set))
        except BaseException as error:  # noqa: BLE001 - carried over to the page's own thread
            outcome.append(error)
        finally:
            pieces.put(None)

    thread = threading.Thread(target=work, daemon=True, name="drafting")
    thread.start()
    text = ""
    try:
        while (piece := pieces.get()) is not None:
            text += piece
            show(text)
    except BaseException:
        stopped.set()
        raise
    thread.join()
    found = outcome[0]
    if isinstance(found, BaseException):
        raise found
    return found


def _settle(desk: Desk, result: Result, step: str, *, read_by: str | None = None) -> None:
    desk.generation += 1
    fresh: dict[str, Any] = {"result": result, "edited": None, "report": None, "decision": ""}
    if read_by:
        fresh |= {"profile": result.profile, "read_by": read_by}
    desk.change(step, **fresh)


def shown(text: str) -> str:
    """Streaming text as HTML."""
    return f'<div class="letter" aria-live="off">{theme.escaped(text)}</div>'
