"""People: who there is, who is due, what passed between you, and letting go."""

from __future__ import annotations

import streamlit as st

from drafter.ui import gathering, navigation
from drafter.ui.network import access, adding, due, everyone, inviting, pruning


def page() -> None:
    """Show the People page."""
    st.title("People", anchor=False)
    gathering.show_complaints()
    people = access.network()
    if not people.storage.people.all(archived=None):
        st.markdown(
            "**A small network, looked after.** Add the people you want to stay in touch with and why; this page tells "
            "you who is due, remembers what was said, and suggests whom to let go."
        )
        navigation.guard(lambda: due.waiting(people))
        navigation.guard(lambda: adding.show(people))
        return
    views = {
        "Due": due.show,
        "Everyone": everyone.show,
        "Invitations": inviting.show,
        "Add or import": adding.show,
        "Let go": pruning.show,
    }
    chosen = st.segmented_control(
        "Show",
        list(views),
        default="Due",
        required=True,
        key="people-show",
        label_visibility="collapsed",
        persist_state="session",
    )
    navigation.guard(lambda: views[chosen](people))
