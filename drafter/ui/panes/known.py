"""Middle: the facts, each with its quote, age and source; tick to use, strike to avoid, add by hand."""

from __future__ import annotations

import datetime

import streamlit as st

from drafter.models import Profile
from drafter.ui import gathering, navigation, theme, words
from drafter.ui.desk import Desk
from drafter.ui.evidence import fact_cards
from drafter.ui.work import Work


def pane(desk: Desk) -> None:
    """Show the middle pane."""
    st.header("Facts", anchor="facts")
    work = desk.work
    if work.profile is None:
        st.caption(_lesson(desk))
        return
    _summary(work.profile)
    if work.profile.facts:
        cited = {fact for sentence in (work.draft.sentences if work.draft else ()) for fact in sentence.facts}
        fact_cards(
            work.profile,
            work.marks,
            cited=cited,
            today=datetime.date.today(),
            key=desk.key("facts"),
            on_mark=lambda fact, mark: _mark(desk, fact, mark),
        )
    else:
        st.info("The notes say nothing definite about this person yet. Add a page or a note that names them.")
    _add(desk)
    _rejected(work.profile)


def _lesson(desk: Desk) -> str:
    if desk.work.notes and not desk.work.name.strip():
        return "Write the person's name on the left, and the facts about them appear here."
    return (
        "Each fact appears here with the words that prove it. Add a saved page, a PDF, an e-mail or a line of your own "
        "notes on the left. Two or three facts that only fit this person are enough for a good message."
    )


def _summary(profile: Profile) -> None:
    contact, organization = profile.contact, profile.organization
    parts = [contact.role, organization.name if organization else None, contact.location]
    line = " · ".join(part for part in parts if part and part != contact.name)
    if line:
        st.markdown(theme.plain(line))
    st.caption("Tick what the message should use; mark what it should leave out. Unmarked facts are chosen for you.")
    for warning in profile.warnings:
        st.caption(f":material/info: {theme.plain(words.sentence(warning))}")


def _mark(desk: Desk, fact: str, mark: str) -> None:
    def marked(work: Work) -> Work:
        marks = {key: value for key, value in work.marks.items() if key != fact}
        return work.model_copy(update={"marks": {**marks, fact: mark} if mark else marks})

    navigation.attempt(lambda: desk.update(marked))


def _add(desk: Desk) -> None:
    key = desk.fresh_key("fact")

    def added() -> None:
        if navigation.attempt(lambda: gathering.take_fact(desk, st.session_state[key])):
            st.session_state[key] = ""

    with st.form(f"form-{key}", border=False):
        st.text_input("Add a fact of your own", placeholder="We met at the gauges workshop in Ghent in May", key=key)
        st.form_submit_button("Add fact", icon=":material/add:", on_click=added)


def _rejected(profile: Profile) -> None:
    if not profile.rejected:
        return
    with st.expander(f"{len(profile.rejected)} proposed facts were not proven"):
        for rejected in profile.rejected:
            st.markdown(f"{theme.plain(rejected.statement)}  \n*{theme.plain(rejected.reason)}*")
