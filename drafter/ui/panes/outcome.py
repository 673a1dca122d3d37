"""Right: the draft with its findings and evidence, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from drafter.models import PartName
from drafter.ui import compare, drafting, letters, navigation, session, theme
from drafter.ui.desk import Desk
from drafter.ui.sheet import sheet, summary

_VERDICTS = {"fail": ("red", "Needs changes"), "warn": ("orange", "Could be better"), "pass": ("green", "Ready")}


def pane(desk: Desk) -> None:
    """Show the right pane.

    No fragment of its own: an edit that leaves the text field by a click elsewhere would swallow that click's run.
    """
    st.subheader("Draft", anchor=False)
    _button(desk)
    if desk.work.result is None:
        if not desk.work.missing():
            st.caption("Everything is there. Press Draft.")
        return
    if desk.work.draft is None:
        _needs(desk)
        return
    _draft(desk)


def _button(desk: Desk) -> None:
    missing = desk.work.missing()
    sender = session.sender()
    if sender is None:
        missing.append("who you are")
    again = desk.work.result is not None
    row = st.container(horizontal=True, vertical_alignment="center")
    pressed = row.button(
        "Draft again" if again else "Draft",
        type="secondary" if again else "primary",
        icon=":material/draw:",
        disabled=bool(missing),
        help="Write the message from the facts" if not missing else None,
    )
    with row.popover("What is sent where?", type="tertiary"):
        _privacy(desk)
    if missing:
        st.caption(f"Still needed: {', '.join(missing)}.")
    if pressed:
        _run("Writing …", lambda show: drafting.draft(desk, show))


def _run(label: str, job: Callable[[Callable[[str], None]], None]) -> None:
    with st.status(label, expanded=True) as status:
        place = st.empty()

        def show(text: str) -> None:
            place.html(drafting.shown(text))

        if not navigation.guard(lambda: job(show)):
            status.update(label="Nothing was written; your work is as it was", state="error", expanded=True)
            return
    st.rerun()


def _needs(desk: Desk) -> None:
    result = desk.work.result
    assert result is not None
    with st.container(border=True):
        st.markdown("**Too little is known for a message that could only go to this person.** Gather one of these:")
        for need in result.needs:
            st.markdown(f"- {theme.plain(need)}")
        st.caption("A general message would be written quickly and answered rarely, so none is written.")


def _draft(desk: Desk) -> None:
    work = desk.work
    result, draft = work.result, work.draft
    assert result is not None
    assert draft is not None
    report = work.report or result.report
    colour, verdict = _VERDICTS[report.verdict]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(verdict, color=colour)  # type: ignore[arg-type]
        st.caption(summary(report))
    for warning in result.warnings:
        st.warning(theme.plain(warning), icon=":material/info:")

    def edited(part: PartName, text: str) -> None:
        navigation.attempt(lambda: drafting.edit(desk, part, text))

    sheet(
        draft,
        report,
        profile=result.profile,
        channel=result.brief.channel,
        kind=result.brief.kind,
        key=desk.draft_key(),
        on_edit=edited,
    )
    _outgoing(desk)
    _again(desk)
    compare.compare(desk)
    _origin(desk)


def _outgoing(desk: Desk) -> None:
    work = desk.work
    draft, result = work.draft, work.result
    assert draft is not None
    assert result is not None
    to = result.profile.contact.email
    row = st.container(horizontal=True)
    row.download_button(
        "Save as mail file",
        letters.mail_file(draft, sender=result.brief.sender, to=to),
        file_name=letters.file_name(work.name, ".eml"),
        mime="message/rfc822",
        on_click="ignore",
        icon=":material/download:",
    )
    link = letters.mailto(draft, to=to)
    if link:
        row.link_button("Open in mail program", link, icon=":material/mail:")
    if row.button("I sent it", icon=":material/done_all:", help="Remembers it on People and counts it on Progress"):
        navigation.guard(lambda: _sent(desk))


def _sent(desk: Desk) -> None:
    from drafter.ui.network.access import log_sent

    assert desk.work.draft is not None
    name = log_sent(desk.work, desk.work.draft, item_id=desk.item_id or "")
    st.toast(theme.plain(f"Noted. {name} is among your people."))


def _again(desk: Desk) -> None:
    with st.form(desk.key("redraft"), border=False):
        row = st.container(horizontal=True, vertical_alignment="bottom")
        text = row.text_input("Draft again with an instruction", placeholder="shorter; begin with the talk")
        pressed = row.form_submit_button("Redraft", icon=":material/refresh:")
    if pressed and text.strip():
        _run("Writing again …", lambda show: drafting.redraft(desk, text.strip(), show))


def _origin(desk: Desk) -> None:
    result = desk.work.result
    assert result is not None
    usage = result.usage
    tokens = usage.prompt_tokens + usage.completion_tokens
    made = (
        "Composed offline, without a language model"
        if result.provenance.model == "offline"
        else (f"Written by {result.provenance.model}, {usage.calls} calls, {tokens} tokens")
    )
    cost = f", {usage.cost_usd:.4f} USD" if usage.cost_usd else ""
    st.caption(theme.plain(f"{made}{cost}."))


def _privacy(desk: Desk) -> None:
    settings = session.settings()
    if settings.model_name == "offline":
        st.markdown("**Nothing leaves this machine.** No language model is set; the draft is composed here.")
        return
    st.markdown(
        f"**{theme.plain(settings.model_name)}** at {theme.plain(settings.base_url or 'the vendor’s own server')} "
        "would receive the text below. Phone numbers, e-mail and street addresses are left out."
    )
    navigation.guard(lambda: _request(desk))


def _request(desk: Desk) -> None:
    from drafter.llm import redact, request_text

    drafter, work = session.drafter(), desk.work
    if work.notes and work.read_by != drafter.settings.model_name:
        st.markdown("**To find facts, the notes:**")
        st.code(redact("\n\n".join(note.text for note in work.notes)), language=None, wrap_lines=True, height=200)
    request = drafter.first_request(work.profile, drafting.brief_for(desk)) if work.profile else None
    if request:
        st.markdown("**To write, from the facts as they stand now:**")
        st.code(request_text(request), language=None, wrap_lines=True, height=320)
