"""One person: what to do with them, what passed, what was promised, and forgetting them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import streamlit as st

from drafter.storage import Person, Promise
from drafter.ui import desk as desks
from drafter.ui import navigation, theme, words
from drafter.ui.drawers import drawer, shut, times_shut
from drafter.ui.network import starting

if TYPE_CHECKING:
    from drafter.relationships.briefing import Briefing
    from drafter.relationships.followups import FollowUp
    from drafter.relationships.network import Network

_TOUCHES = {
    "sent": "I wrote",
    "received": "They wrote",
    "call": "We spoke on the phone",
    "meeting": "We met",
    "coffee": "We had coffee",
}
_OUTCOMES = {
    None: "Nothing yet",
    "reply": "A reply",
    "conversation": "A conversation",
    "referral": "A referral",
    "interview": "An interview",
    "offer": "An offer",
    "decline": "They declined",
    "not_now": "Not now",
}
_WORD = "forget"


def actions(people: Network, person: Person, step: FollowUp | None, *, place: str) -> None:
    """The buttons that go with a person; ``place`` tells two appearances of one person on a page apart."""
    name = f"{place}-{person.id}"
    kind = starting.kind_for(people, person, step)
    label = starting.VERBS.get(kind, "Write")
    pressed = st.button(label, key=f"write-{name}", icon=":material/edit_note:", help=f"Opens Write for {person.name}")
    if pressed and navigation.guard(lambda: starting.start(people, person, kind)):
        st.switch_page(navigation.page_of("write"))
    with drawer("Log", icon=":material/check_circle:", key=f"log-open-{name}"):
        _log(people, person, name)
    with drawer("Put off", icon=":material/snooze:", key=f"snooze-open-{name}"):
        _snooze(people, person, name)


def _log(people: Network, person: Person, name: str) -> None:
    passed = people.storage.people.touches(person.id)
    awaited = list(_TOUCHES).index("received") if passed and passed[-1].kind == "sent" else 0
    with st.form(f"log-{name}-{times_shut(f'log-open-{name}')}", border=False):
        kind = st.selectbox("What happened", list(_TOUCHES), index=awaited, format_func=_TOUCHES.__getitem__)
        on = st.date_input("When", people.today, max_value=people.today)
        outcome = st.selectbox("What came of it", list(_OUTCOMES), format_func=_OUTCOMES.__getitem__)
        text = st.text_input("In a few words (optional)")
        if st.form_submit_button("Log", type="primary"):
            said = text.strip() or None
            if navigation.guard(lambda: _done(people.log(person, kind=kind, outcome=outcome, on=on, text=said))):
                shut(f"log-open-{name}")
                st.toast(theme.plain(f"Logged with {person.name}."))
                st.rerun()


def _snooze(people: Network, person: Person, name: str) -> None:
    with st.form(f"snooze-{name}-{times_shut(f'snooze-open-{name}')}", border=False):
        until = st.date_input("Until", people.today + datetime.timedelta(days=30))
        if st.form_submit_button("Put off") and navigation.guard(lambda: _done(people.snooze(person, until))):
            shut(f"snooze-open-{name}")
            st.toast(theme.plain(f"{person.name} rests until {until:%d %B %Y}."))
            st.rerun()


def before(people: Network, person: Person, *, place: str) -> None:
    """What to know before writing to this person."""
    briefing = people.briefing(person)
    for caution in people.cautions(person):
        st.markdown(f":material/pan_tool: {theme.plain(words.sentence(caution))}")
    if person.reason:
        st.markdown(f"**Why:** {theme.plain(person.reason)}")
    if briefing.last:
        said = f": “{briefing.said}”" if briefing.said else ""
        what = _TOUCHES.get(briefing.last.kind, words.name_of(briefing.last.kind))
        st.markdown(f"**Last:** {theme.plain(f'{what}, {briefing.last.on:%d %B %Y}{said}')}")
    promises(people, briefing, place=place)
    for change in briefing.changes:
        if change.old and change.new:
            told = f"{change.field.replace('_', ' ')}, {change.old} → {change.new}"
            st.markdown(f"**New:** {theme.plain(told)}")
    st.markdown(f"**You could offer:** {theme.plain('; '.join(briefing.offers))}.")


def promises(people: Network, briefing: Briefing, *, place: str) -> None:
    """The open promises, each to be ticked off, and a form for one more."""
    for one in (*briefing.mine, *briefing.theirs):
        row = st.container(horizontal=True, vertical_alignment="center")
        who = "You promised" if one.mine else "They promised"
        due = f" (by {one.due:%d %B %Y})" if one.due else ""
        row.markdown(f"**{who}:** {theme.plain(f'{one.text}{due}')}")
        kept(people, one, row, place=place)


def kept(people: Network, promise: Promise, row: st.delta_generator.DeltaGenerator, *, place: str) -> None:
    """The button that ticks a promise off."""
    if row.button("Kept", key=f"kept-{place}-{promise.id}", icon=":material/check:"):
        people.storage.people.keep_promise(promise.id, on=people.today)
        st.toast(theme.plain(f"Kept: {promise.text}"))
        st.rerun()


def promising(people: Network, person: Person) -> None:
    """The form for a promise."""
    with st.form(f"promise-{person.id}-{times_shut(f'promise-open-{person.id}')}", border=False):
        text = st.text_input("What was promised", placeholder="send the flow data")
        whose = st.radio("By whom", ("By me", "By them"), horizontal=True)
        due = st.date_input("By when (optional)", None)
        if st.form_submit_button("Keep in mind", type="primary") and text.strip():
            people.promise(person, text.strip(), mine=whose == "By me", due=due)
            shut(f"promise-open-{person.id}")
            st.rerun()


def history(people: Network, person: Person) -> None:
    """All that passed, the latest first, and the way out."""
    touches = people.storage.people.touches(person.id)
    happened = [(t.on, _what(t.kind, t.message_kind), t.subject or t.text) for t in touches]
    # Logged in one go, a talk and what came of it carry the same words: once is enough.
    told = {(t.on, t.text) for t in touches}
    happened += [
        (o.on, _OUTCOMES.get(o.kind) or o.kind, None if (o.on, o.text) in told else o.text)
        for o in people.storage.people.outcomes(person.id)
    ]
    if not happened:
        st.caption("Nothing logged yet.")
    for on, what, text in sorted(happened, key=lambda entry: entry[0], reverse=True):
        said = f": {' '.join(text.split())[:160]}" if text else ""
        st.markdown(theme.plain(f"{on:%d %b %Y} · {what}{said}"))
    with st.container(horizontal=True):
        if touches and st.button(
            "Take back the last entry", key=f"unlog-{person.id}", icon=":material/undo:", help="What was logged last"
        ):
            gone = people.unlog(person)
            st.toast(f"Taken back: {_what(gone.kind, gone.message_kind)}, {gone.on:%d %B %Y}.")
            st.rerun()
        with st.popover("Forget this person", icon=":material/person_off:"):
            _forget(people, person)


def _what(kind: str, message_kind: str | None) -> str:
    wrote = f" ({words.name_of(message_kind).lower()})" if message_kind else ""
    return f"{_TOUCHES.get(kind, words.name_of(kind))}{wrote}"


def _forget(people: Network, person: Person) -> None:
    st.markdown("Erases the person, what was logged, and drafts and rows about them. It cannot be undone.")
    with st.form(f"forget-{person.id}", border=False):
        word = st.text_input(f"Type “{_WORD}” to confirm")
        if st.form_submit_button("Forget", icon=":material/delete_forever:"):
            if word.strip().casefold() != _WORD:
                st.error(f"Nothing was erased: type the word {_WORD} first.")
                return
            from drafter.relationships.forgetting import forget

            if navigation.guard(lambda: st.session_state.update(forgotten=forget(people, person))):
                desks.close()
                st.rerun()


def _done(_: object) -> None:
    return None
