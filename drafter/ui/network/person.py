"""One person: log a touch, put off, history, forget."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import streamlit as st

from drafter.storage import Person
from drafter.ui import desk as desks
from drafter.ui import navigation, theme, words
from drafter.ui.work import Work

if TYPE_CHECKING:
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
_MESSAGES = ("sent", "received")
_MOST_MESSAGES = 5


def actions(people: Network, person: Person) -> None:
    """The buttons that go with a person."""
    if st.button("Write", key=f"write-{person.id}", icon=":material/edit_note:", help=f"Write to {person.name}"):
        desks.start_afresh(_work(people, person))
        st.switch_page(navigation.page_of("write"))
    with st.popover("Log", icon=":material/check_circle:"):
        _log(people, person)
    with st.popover("Put off", icon=":material/snooze:"):
        _snooze(people, person)


def _work(people: Network, person: Person) -> Work:
    known = {"name": person.name, "organization": person.organization or "", "role": person.role or ""}
    category = person.category if person.category in words.CATEGORIES else None
    kind = "check_in" if people.storage.people.touches(person.id) else "introduction"
    about = {"purpose": person.reason or "", "history": _passed(people, person)}
    return Work.model_validate({**known, **about, "category": category, "kind": kind})


def _passed(people: Network, person: Person) -> str:
    """The messages that are on record, in the form of the field for earlier messages."""
    written = [one for one in people.storage.people.touches(person.id) if one.kind in _MESSAGES and one.text]
    return "\n---\n".join(
        f"From: {'me' if one.kind == 'sent' else person.name}\nDate: {one.on:%Y-%m-%d}\n"
        + (f"Subject: {one.subject}\n" if one.subject else "")
        + f"\n{one.text}"
        for one in written[-_MOST_MESSAGES:]
    )


def _log(people: Network, person: Person) -> None:
    with st.form(f"log-{person.id}", border=False):
        kind = st.selectbox("What happened", list(_TOUCHES), format_func=_TOUCHES.__getitem__)
        on = st.date_input("When", people.today, max_value=people.today)
        outcome = st.selectbox("What came of it", list(_OUTCOMES), format_func=_OUTCOMES.__getitem__)
        text = st.text_input("In a few words (optional)")
        if st.form_submit_button("Log", type="primary"):
            done = navigation.guard(
                lambda: _none(people.log(person, kind=kind, outcome=outcome, on=on, text=text.strip() or None))
            )
            if done:
                st.rerun()


def _snooze(people: Network, person: Person) -> None:
    with st.form(f"snooze-{person.id}", border=False):
        until = st.date_input("Until", people.today + datetime.timedelta(days=30))
        if st.form_submit_button("Put off") and navigation.guard(lambda: _none(people.snooze(person, until))):
            st.rerun()


def history(people: Network, person: Person) -> None:
    """All that passed, what was promised, and the way out."""
    briefing = people.briefing(person)
    if person.reason:
        st.markdown(f"**Why:** {theme.plain(person.reason)}")
    for caution in people.cautions(person):
        st.caption(theme.plain(words.sentence(f"mind: {caution}")))
    for promise in briefing.mine:
        st.markdown(theme.plain(f"You promised: {promise.text}"))
    for promise in briefing.theirs:
        st.markdown(theme.plain(f"They promised: {promise.text}"))
    happened = [
        (t.on, _TOUCHES.get(t.kind, t.kind), t.subject or t.text) for t in people.storage.people.touches(person.id)
    ]
    happened += [(o.on, _OUTCOMES.get(o.kind) or o.kind, o.text) for o in people.storage.people.outcomes(person.id)]
    if not happened:
        st.caption("Nothing logged yet.")
    for on, what, text in sorted(happened, key=lambda entry: entry[0], reverse=True):
        said = f": {' '.join(text.split())[:160]}" if text else ""
        st.markdown(theme.plain(f"{on:%d %b %Y} · {what}{said}"))
    with st.popover("Forget this person", icon=":material/person_off:"):
        _forget(people, person)


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


def _none(_: object) -> None:
    return None
