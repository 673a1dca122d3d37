"""Runs the writing for the page: the first draft as it streams in, redrafts, alternatives, and edits by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import streamlit as st

from drafter.models import Attempt, Brief, PartName, Result, Sender, Usage
from drafter.ui import desk as desks
from drafter.ui import gathering, jobs, session, theme
from drafter.ui.desk import Desk
from drafter.ui.jobs import Job
from drafter.ui.sample import sample
from drafter.ui.spans import carry
from drafter.ui.work import Work, brief_of, with_added_facts, with_lasting_ids

_TOLD = "writing-told"


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


def draft(desk: Desk, *, offline: bool = False) -> None:
    """Begin to draft what is on the desk."""
    work = desk.work if desk.work.profile else gathering.read_offline(desk.work)
    drafter, sender, brief = session.drafter(offline=offline), sender_for(desk), brief_for(desk)
    model = drafter.settings.model_name

    def written(job: Job) -> None:
        profile, spent, reader = work.profile, Usage(), work.read_by
        if reader != model and model != "offline":
            job.label = "Reading your notes"
            found, spent = drafter.read(
                work.notes,
                work.name.strip(),
                organization=work.organization.strip() or None,
                role=work.role.strip() or None,
                sender=sender,
                today=brief.today,
            )
            profile, reader = with_lasting_ids(with_added_facts(found), work), model
        assert profile is not None
        job.label = "Writing"
        # A new reading has facts of its own, so that what is marked is looked up in them.
        read = work.model_copy(update={"profile": profile})
        asked = brief_of(read, sender, today=brief.today or datetime.date.today())
        result = drafter.draft(profile, asked, on_text=job.say, cancelled=job.stopped, spent=spent)
        _settle(desk, job, result, "drafted", {"profile": profile, "read_by": reader})

    _begin(desk, "Writing", written)


def redraft(desk: Desk, instruction: str) -> None:
    """Begin to draft again as instructed, from the brief as it stands now; the earlier versions are kept."""
    assert desk.work.result is not None
    before = desk.work.result.model_copy(update={"brief": brief_for(desk), "profile": desk.work.profile})
    drafter = session.drafter()

    def written(job: Job) -> None:
        result = drafter.redraft(before, instruction, on_text=job.say, cancelled=job.stopped)
        _settle(desk, job, result, "redrafted")

    _begin(desk, "Writing again", written)


def alternatives(desk: Desk) -> None:
    """Begin to write further drafts from other angles, to be compared."""
    before = desk.work.result
    assert before is not None
    drafter = session.drafter()

    def written(job: Job) -> None:
        found = drafter.alternatives(before).alternatives[len(before.alternatives) :]

        def added(work: Work) -> Work:
            for attempt in found:
                work = work.with_version(attempt)
            return work

        desk.update(added, "alternatives")
        if not found:
            job.remark = "No other beginning was found in the facts: add one more, or tick another, then try again."

    _begin(desk, "Writing from other angles", written, replaces=False)


def choose(desk: Desk, attempt: Attempt) -> None:
    """Take a version as the draft."""
    desk.update(lambda work: work.with_choice(attempt), "chosen")


def edit(desk: Desk, turn: str, part: PartName, text: str) -> None:
    """Take a part as the person wrote it, and check it again.

    ``turn`` says which draft was on the page: an edit that comes in after another draft took its place becomes a
    version beside that one.
    """
    drafter = session.drafter(offline=True)

    def changed(work: Work) -> Work:
        if work.draft is None or work.result is None or (work.draft.part(part) or "") == text:
            return work
        edited = carry(work.draft, part, text)
        report = drafter.check(edited, brief=work.result.brief, profile=work.profile)
        if str(work.turn) != turn:
            return work.with_version(Attempt(draft=edited, report=report))
        return work.model_copy(update={"edited": edited, "report": report})

    desk.update(changed)


def stop(desk: Desk) -> None:
    """Do not wait for what is being written; the work stays as it is."""
    job = jobs.take(desk.item_id or "")
    if job:
        job.stop()


def under_way(desk: Desk) -> Job | None:
    """What is being written for this desk now; once it has ended, its outcome is taken over."""
    job = jobs.of(desk.item_id)
    if job is None or not job.ended:
        return job
    jobs.take(desk.item_id or "")
    desk.refresh()
    st.session_state[_TOLD] = (desk.item_id, job.fault, job.remark)
    return None


def fault(desk: Desk) -> str:
    """What went wrong with the latest writing for this desk, until it is tried again."""
    item_id, text, _ = st.session_state.get(_TOLD, ("", "", ""))
    return text if item_id == desk.item_id else ""


def remark(desk: Desk) -> str:
    """What the latest writing for this desk has to say, where nothing went wrong."""
    item_id, _, text = st.session_state.get(_TOLD, ("", "", ""))
    return text if item_id == desk.item_id else ""


def shown(text: str) -> str:
    """Streaming text as HTML."""
    return f'<div class="letter" aria-live="off">{theme.escaped(text)}</div>'


def _begin(desk: Desk, label: str, written: Callable[[Job], None], *, replaces: bool = True) -> None:
    st.session_state.pop(_TOLD, None)
    assert desk.item_id is not None
    jobs.begin(desk.item_id, label, written, replaces=replaces)


def _settle(desk: Desk, job: Job, result: Result, step: str, fields: dict[str, object] | None = None) -> None:
    """Save the outcome from beside the page; what arrives after Stop was paid for and is kept as a version."""
    if not job.stopped():
        desk.update(lambda work: work.with_result(result, **(fields or {})), step)
    elif result.draft:
        late = Attempt(draft=result.draft, report=result.report)
        desk.update(lambda work: work.with_version(late))
