"""Everybody, by category, with a person's history when chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from drafter.storage import Person
from drafter.ui import theme, words
from drafter.ui.drawers import drawer
from drafter.ui.network import person as one_person
from drafter.ui.network import rhythm

if TYPE_CHECKING:
    from drafter.relationships.network import Network


def show(people: Network) -> None:
    """Show the list, and the person chosen in it."""
    if gone := st.session_state.pop("forgotten", None):
        st.success(theme.plain(f"Forgotten: {gone}."))
    with st.expander("How many of each, how often", icon=":material/tune:"):
        rhythm.plan(people)
    wanted = _category(people)
    text = st.text_input("Find", type="search", placeholder="name or organisation", key="people-find", live=True)
    rows = [
        row
        for row in people.schedule()
        if (not wanted or row.person.category == wanted)
        and text.strip().casefold() in f"{row.person.name} {row.person.organization or ''}".casefold()
    ]
    if not rows:
        st.info("Nobody fits. Clear the category or the search.")
        return
    table = [
        {
            "Name": row.person.name,
            "Organisation": row.person.organization or "",
            "Category": words.name_of(row.person.category),
            "Last contact": row.last_contact.isoformat() if row.last_contact else "not yet",
            "Next": row.next_due.isoformat() if row.next_due else "never due",
        }
        for row in rows
    ]
    chosen = st.dataframe(table, hide_index=True, on_select="rerun", selection_mode="single-row", key="people-table")
    found = [row for row in chosen["selection"]["rows"] if row < len(rows)]
    # The table is drawn on a canvas; with the keyboard or a screen reader a list of names is the easier way.
    named = {row.person.id: row.person for row in rows}
    picked = st.selectbox(
        "Person",
        list(named),
        index=found[0] if found else None,
        format_func=lambda id_: named[id_].name,
        placeholder="Choose a row above, or a name here",
        key=f"person-{found[0] if found else ''}-{wanted}-{text}",
    )
    if picked is not None:
        _chosen(people, named[picked])


def _category(people: Network) -> str | None:
    """The kind of people to show; how full each kind is stands on its button."""
    fills = {row.plan.name: row for row in people.fill()}

    def told(name: str) -> str:
        row = fills[name]
        state = f" · {row.state}" if row.state in ("empty", "overfull") else ""
        return f"{words.name_of(name)} {len(row.people)}/{row.plan.capacity}{state}"

    wanted = st.pills("Category", list(fills), format_func=told, key="people-category")
    if wanted:
        plan = fills[wanted].plan
        rhythm_told = f"every {plan.cadence_days} days" if plan.cadence_days else "no rhythm, so never due"
        st.caption(theme.plain(words.sentence(f"{words.name_of(wanted)}: {plan.purpose}; {rhythm_told}")))
        if fills[wanted].state == "overfull":
            st.caption("More than one can really keep up with: “Let go” names who might rest.")
    return wanted


def _chosen(people: Network, person: Person) -> None:
    with st.container(border=True):
        st.header(theme.plain(person.name), anchor=False)
        with st.container(horizontal=True):
            one_person.actions(people, person, people.follow_ups().get(person.id), place="all")
            with drawer("Promise", icon=":material/handshake:", key=f"promise-open-{person.id}"):
                one_person.promising(people, person)
            with st.popover("Change", icon=":material/edit:"):
                rhythm.of_person(people, person)
        one_person.before(people, person, place="all")
        st.markdown("**What passed**")
        one_person.history(people, person)
