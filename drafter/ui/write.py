"""Write: who and what is known, the facts, the draft; side by side, all of it saved as one goes."""

from __future__ import annotations

import streamlit as st

from drafter.ui import desk as desks
from drafter.ui import drafting, gathering, navigation, sender_form, session, theme
from drafter.ui.desk import Desk
from drafter.ui.drawers import drawer, shut
from drafter.ui.panes import known, outcome, who

_WHO, _EARLIER = "who-writes", "earlier-work"
_FEW, _SHOWN, _ALL = 8, 15, 1000


def page() -> None:
    """Show the Write page."""
    desk = desks.current()
    _head(desk)
    # Each in a place of its own that is there when empty too: fields that change their place are made anew by the
    # browser, and what is being typed into them would be lost.
    with st.container():
        gathering.show_complaints()
    with st.container():
        if not desk.work.notes and not desk.work.name:
            _welcome()
    # In a narrow window the columns lie below one another.
    with st.container(key="jump"):
        st.html('<nav aria-label="On this page"><a href="#facts">Facts</a><a href="#draft">Draft</a></nav>')
    with st.container(key="desk-columns"):
        left, middle, right = st.columns([3, 3.7, 6.3], gap="medium")
    with left:
        navigation.guard(lambda: who.pane(desk))
    with middle:
        navigation.guard(lambda: known.pane(desk))
    with right:
        navigation.guard(lambda: outcome.pane(desk))


def _head(desk: Desk) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(desk.work.name.strip() or "Write to someone", anchor=False, width="content")
        st.space("stretch")
        _from()
        if any(item.id != desk.item_id for item in desks.saved(limit=2)):
            with drawer("Earlier work", key=_EARLIER, icon=":material/history:"):
                _earlier(desk)
        if desk.item_id and st.button("New", icon=":material/add:", help="Start with someone else; this work is kept"):
            desks.start_afresh()
            st.session_state["blank"] = True
            st.rerun()


def _earlier(desk: Desk) -> None:
    """The saved work, latest first, with a field to find one where there is much."""
    earlier = [item for item in desks.saved(limit=_ALL) if item.id != desk.item_id]
    if len(earlier) > _FEW:
        text = st.text_input("Find", type="search", placeholder="name or organisation", key="find-earlier", live=True)
        earlier = [item for item in earlier if text.strip().casefold() in item.title.casefold()]
        if not earlier:
            st.caption("Nothing is kept under this name.")
    for item in earlier[:_SHOWN]:
        if st.button(theme.plain(f"{item.title} · {item.updated_at:%d %b}"), key=f"open-{item.id}", type="tertiary"):
            desks.open_work(item.id)
            shut(_EARLIER)
            st.rerun()
    if len(earlier) > _SHOWN:
        st.caption(f"And {len(earlier) - _SHOWN} older ones: write a name above to find them.")


def _from() -> None:
    sender = session.sender()
    label = f"From {theme.plain(sender.name)}" if sender else "Say who you are"
    with drawer(label, key=_WHO, icon=":material/person:", kind="secondary" if sender else "primary"):
        st.caption("Said once, kept for every message.")
        sender_form.form(sender, key="sender-here", saved=lambda: shut(_WHO))


def _welcome() -> None:
    with st.container(border=True, key="welcome"):
        st.markdown(
            "**Say who, drop in what you know, say why this person.** You get a short message and a voicemail in which "
            "each statement rests on words you can see. Nothing is ever sent from here."
        )
        if st.button("Show me with a sample contact", type="primary", icon=":material/play_arrow:"):
            drafting.start_sample()
            st.rerun()
