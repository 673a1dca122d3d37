"""Invitations: those received, judged and answered; and on whom one's own few personal notes are best spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from drafter.ui import desk as desks
from drafter.ui import navigation, theme
from drafter.ui.network import starting

if TYPE_CHECKING:
    from drafter.relationships.invitations import Received, State
    from drafter.relationships.network import Network

_STATES: dict[State, str] = {
    "asked": "waits for your answer",
    "answered": "you answered; not decided yet",
    "accepted": "accepted",
    "declined": "declined",
}


def show(people: Network) -> None:
    """Show both sides."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Received", anchor=False)
        _receive(people)
        _kept(people)
    with right:
        st.header("Your own", anchor=False)
        _own(people)


def _receive(people: Network) -> None:
    from drafter.relationships.invitations import keep_invitation

    with st.form("invitation", border=False, clear_on_submit=True):
        name = st.text_input("Who invites you")
        text = st.text_area(
            "Their words", height=96, placeholder="Paste the invitation; leave this empty if there was no text"
        )
        pressed = st.form_submit_button("Judge and keep it", icon=":material/inbox:")
    if not pressed:
        return
    if not name.strip():
        st.warning("Say who the invitation is from, so that the answer can be kept with it.")
        return
    if navigation.guard(
        lambda: _done(keep_invitation(people.storage.people, name.strip(), text.strip(), on=people.today))
    ):
        st.rerun()


def _kept(people: Network) -> None:
    from drafter.relationships.invitations import invitations, judge_invitation

    found = invitations(people.storage.people)
    if not found:
        st.caption("Most invitations are a button pressed. Here you see which were written to you, and what to answer.")
    for one in found:
        with st.container(border=True):
            sort = "boilerplate" if one.boilerplate else "personal"
            st.markdown(f"**{theme.plain(one.name)}** · {sort} · {_STATES[one.state]}")
            st.caption(theme.plain(f"{one.on:%d %B %Y}. {' '.join(one.text.split())[:200] or 'Without a word.'}"))
            if one.state == "asked":
                st.markdown(theme.plain(judge_invitation(one.text).advice))
            with st.container(horizontal=True):
                _answers(people, one)


def _answers(people: Network, one: Received) -> None:
    from drafter.relationships.invitations import settle_invitation

    def settled(label: str, state: State, icon: str) -> None:
        if st.button(label, key=f"{state}-{one.name}", icon=icon):
            settle_invitation(people.storage.people, one.name, state)
            st.rerun()

    if one.state in ("accepted", "declined"):
        settled("Not settled after all", "asked", ":material/undo:")
        return
    label = "Write the answer" if one.state == "asked" else "Write again"
    pressed = st.button(label, key=f"answer-{one.name}", icon=":material/edit_note:")
    if pressed and navigation.guard(lambda: starting.start_answer(one)):
        st.switch_page(navigation.page_of("write"))
    settled("Accepted", "accepted", ":material/check:")
    settled("Declined", "declined", ":material/close:")


def _own(people: Network) -> None:
    left, best = people.notes()
    if left is None:
        st.markdown("Personal notes are not counted on a paid account.")
    else:
        st.markdown(f"**{left} personal notes left this month**, of {people.settings.personal_notes}.")
    if not best:
        st.caption(
            "They are best spent on people you have a reason for and know something about. "
            "Add such people, and the best prepared are named here."
        )
    for candidate in best:
        with st.container(border=True):
            st.markdown(f"**{theme.plain(candidate.person.name)}**")
            st.caption(theme.plain(candidate.reason or "No reason is noted yet."))
            if st.button("Write the invitation", key=f"invite-{candidate.person.id}", icon=":material/edit_note:"):
                starting.start(people, candidate.person, "introduction")
                desks.current().change(channel="linkedin_invitation")
                st.switch_page(navigation.page_of("write"))


def _done(_: object) -> None:
    return None
