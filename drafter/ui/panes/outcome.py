"""Right: the draft with its findings and evidence, and what can be done with it."""

from __future__ import annotations

import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from drafter.models import PartName
from drafter.ui import compare, drafting, jobs, letters, navigation, session, theme, words
from drafter.ui.desk import Desk
from drafter.ui.jobs import Job
from drafter.ui.panes import sending
from drafter.ui.sheet import sheet, summary
from drafter.ui.work import Sent, Work
from drafter.writing.mail import mail_file

_VERDICTS = {"fail": ("red", "Needs changes"), "warn": ("orange", "Could be better"), "pass": ("green", "Ready")}


def pane(desk: Desk) -> None:
    """Show the right pane.

    No fragment of its own: an edit that leaves the text field by a click elsewhere would swallow that click's run.
    """
    job = drafting.under_way(desk)
    st.header("Draft", anchor="draft")
    _button(desk, busy=job is not None)
    with st.container():
        if job is not None:
            _watch(desk.item_id or "")
        elif fault := drafting.fault(desk):
            _failed(desk, fault)
    if desk.work.result is None:
        return
    if desk.work.draft is None:
        _needs(desk)
        return
    _draft(desk, job)


def _button(desk: Desk, *, busy: bool) -> None:
    needed = desk.work.needed() | {"Who you are": session.sender() is not None}
    again = desk.work.result is not None
    ready = all(needed.values())
    row = st.container(horizontal=True, vertical_alignment="center")
    pressed = row.button(
        "Draft again" if again else "Draft",
        type="secondary" if again else "primary",
        icon=":material/draw:",
        disabled=busy or not ready,
    )
    with row.popover("What is sent where?", type="tertiary"):
        sending.show(desk)
    if not ready:
        st.html(f'<ul class="checklist">{"".join(_step(what, done=done) for what, done in needed.items())}</ul>')
    elif not again and not busy:
        st.caption("Everything is there.")
    if pressed and navigation.guard(lambda: drafting.draft(desk)):
        st.rerun()


def _step(what: str, *, done: bool) -> str:
    state = "done" if done else "needed"
    return f'<li class="{state}"><span>{what}<span class="unseen"> ({state})</span></span></li>'


@st.fragment(run_every=0.5)
def _watch(item_id: str) -> None:
    job = jobs.of(item_id)
    if job is None or job.ended:
        st.rerun()
    with st.container(border=True, key="under-way"):
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(f"**{job.label} …** {job.seconds:.0f} s")
        row.space("stretch")
        row.button("Stop", icon=":material/stop:", on_click=_stop, args=(item_id,), help="Your work stays as it is")
        if job.text:
            st.html(drafting.shown(job.text))


def _stop(item_id: str) -> None:
    job = jobs.take(item_id)
    if job:
        job.stop()


def _failed(desk: Desk, fault: str) -> None:
    st.error(f"{theme.plain(words.sentence(fault))}  \nYour work is as it was.", icon=":material/error:")
    if session.settings().model_name == "offline" or desk.work.missing():
        return
    pressed = st.button("Draft without the model", icon=":material/cloud_off:", help="Composed on this machine")
    if pressed and navigation.guard(lambda: drafting.draft(desk, offline=True)):
        st.rerun()


def _needs(desk: Desk) -> None:
    result = desk.work.result
    assert result is not None
    with st.container(border=True):
        st.markdown("**Too little is known for a message that could only go to this person.** Gather one of these:")
        for need in result.needs:
            st.markdown(f"- {theme.plain(words.sentence(need))}")
        st.caption("A general message would be written quickly and answered rarely, so none is written.")


def _draft(desk: Desk, job: Job | None) -> None:
    work, busy = desk.work, job is not None
    result, draft = work.result, work.draft
    assert result is not None
    assert draft is not None
    report = work.report or result.report
    colour, verdict = _VERDICTS[report.verdict]
    with st.container(horizontal=True, vertical_alignment="center"):
        if job is not None and job.replaces:
            st.badge("The draft so far", color="gray")
            st.caption("It stays among the versions when the new one is there.")
        else:
            st.badge(verdict, color=colour)  # type: ignore[arg-type]
            st.caption(summary(report))
    for warning in result.warnings:
        st.warning(theme.plain(words.sentence(warning)), icon=":material/info:")

    def edited(turn: str, part: PartName, text: str) -> None:
        navigation.attempt(lambda: drafting.edit(desk, turn, part, text))

    sheet(
        draft,
        report,
        profile=result.profile,
        channel=result.brief.channel,
        kind=result.brief.kind,
        key=desk.key("sheet"),
        name=str(work.turn),
        on_edit=edited,
    )
    _outgoing(desk)
    _again(desk, busy=busy)
    compare.compare(desk, busy=busy)
    _origin(desk)


def _outgoing(desk: Desk) -> None:
    work = desk.work
    draft, result = work.draft, work.result
    assert draft is not None
    assert result is not None
    row = st.container(horizontal=True, vertical_alignment="center")
    _noting(desk, row)
    if result.brief.channel != "email":
        return
    to = result.profile.contact.email
    link = letters.mailto(draft, to=to)
    if link:
        row.link_button("Open in mail program", link, icon=":material/mail:")
    row.download_button(
        "Save as mail file",
        mail_file(draft, sender=result.brief.sender, to=to),
        file_name=letters.file_name(work.name, ".eml"),
        mime="message/rfc822",
        on_click="ignore",
        icon=":material/download:",
    )


def _noting(desk: Desk, row: DeltaGenerator) -> None:
    """What was noted as sent, and the buttons to note it and to take that back."""
    work = desk.work
    now = work.sent_now()
    pressed = now is None and row.button(
        "I sent it",
        icon=":material/done_all:",
        type="primary",
        help="Remembers it on People and counts it on Progress; nothing is sent from here",
    )
    if pressed and navigation.guard(lambda: _sent(desk)):
        st.rerun()
    if not work.sent:
        return
    noted = now or work.sent[-1]
    row.markdown(
        f":material/done_all: {'Noted' if now else 'An earlier wording is noted'} as sent on {noted.on:%d %B}."
    )
    pressed = row.button("Not sent after all", icon=":material/undo:", type="tertiary")
    if pressed and navigation.guard(lambda: _taken_back(desk, noted)):
        st.rerun()


def _sent(desk: Desk) -> None:
    from drafter.ui.network.access import log_sent

    name = log_sent(desk.work, item_id=desk.item_id or "")

    def noted(work: Work) -> Work:
        assert work.draft is not None
        return work.model_copy(update={"sent": (*work.sent, Sent(on=datetime.date.today(), draft=work.draft))})

    desk.update(noted, "sent")
    st.toast(theme.plain(f"Noted. {name} is among your people."))


def _taken_back(desk: Desk, noted: Sent) -> None:
    from drafter.ui.network.access import take_back_sent

    take_back_sent(desk.work, noted.draft, item_id=desk.item_id or "")
    desk.update(
        lambda work: work.model_copy(update={"sent": tuple(one for one in work.sent if one != noted)}), "not sent"
    )


def _again(desk: Desk, *, busy: bool) -> None:
    key = desk.fresh_key("redraft")
    with st.form(f"form-{key}", border=False):
        row = st.container(horizontal=True, vertical_alignment="bottom")
        text = row.text_input("Draft again with an instruction", placeholder="shorter; begin with the talk", key=key)
        pressed = row.form_submit_button("Redraft", icon=":material/refresh:", disabled=busy)
    if pressed and text.strip() and navigation.guard(lambda: drafting.redraft(desk, text.strip())):
        st.rerun()


def _origin(desk: Desk) -> None:
    result = desk.work.result
    assert result is not None
    usage = result.usage
    calls = "1 call" if usage.calls == 1 else f"{usage.calls} calls"
    tokens = usage.prompt_tokens + usage.completion_tokens
    made = (
        "Composed offline, without a language model"
        if result.provenance.model == "offline"
        else f"Written by {result.provenance.model}, {calls}, {tokens} tokens"
    )
    cost = f", {usage.cost_usd:.4f} USD" if usage.cost_usd else ""
    st.caption(theme.plain(f"{made}{cost}."))
