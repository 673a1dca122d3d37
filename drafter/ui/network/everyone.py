"""Everybody, by category, with a person's history when chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from drafter.ui import theme, words
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
    fill = {
        row.plan.name: f"{row.plan.name.replace('_', ' ')} {len(row.people)}/{row.plan.capacity}"
        for row in people.fill()
    }
    wanted = st.pills("Category", list(fill), format_func=lambda name: fill[name].capitalize(), key="people-category")
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
            "Last contact": row.last_contact,
            "Next": row.next_due,
        }
        for row in rows
    ]
    chosen = st.dataframe(table, hide_index=True, on_select="rerun", selection_mode="single-row", key="people-table")
    found = chosen["selection"]["rows"]
    if not found or found[0] >= len(rows):
        st.caption("Choose a row to see the history.")
        return
    person = rows[found[0]].person
    with st.container(border=True):
        st.subheader(theme.plain(person.name), anchor=False)
        with st.container(horizontal=True):
            one_person.actions(people, person)
            with st.popover("Change", icon=":material/edit:"):
                rhythm.of_person(people, person)
        one_person.history(people, person)
