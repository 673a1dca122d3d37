"""Whom to let go; nothing happens without a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from drafter.ui import theme

if TYPE_CHECKING:
    from drafter.relationships.network import Network


def show(people: Network) -> None:
    """Show the suggestions."""
    suggestions = people.prune()
    if not suggestions:
        st.success("Nobody to let go: each person has a reason, a place and an answer.")
        return
    st.caption(
        "A network one can look after has a limit. These are suggestions; putting someone away keeps the history."
    )
    for found in suggestions:
        with st.container(border=True):
            one, two = st.columns([4, 1], vertical_alignment="center")
            one.markdown(f"**{theme.plain(found.person.name)}**  \n{theme.plain(found.reason)}")
            one.caption(theme.plain(found.advice))
            if two.button("Put away", key=f"away-{found.person.id}", icon=":material/archive:"):
                people.storage.people.update(found.person.id, archived=True)
                st.rerun()
