"""New people: one by hand, or a file of them, looked at before anything is kept."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from drafter.storage import Person
from drafter.ui import navigation, theme, words

if TYPE_CHECKING:
    from drafter.relationships.importing import Step
    from drafter.relationships.network import Network

_ACTIONS = {
    "new": "added",
    "update": "brought up to date",
    "same": "known already",
    "barred": "left out as you asked",
    "double": "named twice in the file",
    "nameless": "without a name",
}


def show(people: Network) -> None:
    """Show both ways."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header("One person", anchor=False)
        _by_hand(people)
    with right:
        st.header("A file", anchor=False)
        _file(people)


def _by_hand(people: Network) -> None:
    with st.form("add-person", border=False, clear_on_submit=True):
        name = st.text_input("Name")
        organization = st.text_input("Organisation")
        category = st.selectbox("They are a", list(people.plans), format_func=lambda name: _kind(people, name))
        reason = st.text_input("Why you want to stay in touch", placeholder="Answers hard questions about telemetry")
        if st.form_submit_button("Add", type="primary") and name.strip():
            person = Person(
                name=name.strip(), organization=organization.strip() or None, category=category, reason=reason.strip()
            )
            if navigation.guard(lambda: st.session_state.update(added=people.add(person).name)):
                st.toast(f"{theme.plain(name.strip())} is in your network.")
                st.rerun()


def _kind(people: Network, name: str) -> str:
    """The kind of people, and where they never become due, that too."""
    return words.name_of(name) + ("" if people.plans[name].cadence_days else " (never due)")


def _file(people: Network) -> None:
    st.caption("CSV, Excel, LinkedIn’s Connections.csv, or vCards. You see what would happen first.")
    upload = st.file_uploader("File of people", type=("csv", "tsv", "xlsx", "vcf"), key="people-file")
    if upload is None:
        return
    category = st.selectbox(
        "Those without a category are a", list(people.plans), format_func=lambda name: _kind(people, name)
    )
    reason = st.text_input("Why (for those without a reason)", key="people-reason")
    steps = _planned(people, upload.getvalue(), upload.name, category, reason.strip() or None)
    counts = {name: sum(step.action == name for step in steps) for name in _ACTIONS}
    st.markdown("\n".join(f"- **{count}** {_ACTIONS[name]}" for name, count in counts.items() if count))
    if not counts["new"] and not counts["update"]:
        st.info("Nothing to take in: everybody in this file is known already.")
        return
    if st.button("Take them in", type="primary"):
        people.carry_out(steps, origin=upload.name)
        st.toast("Done.")
        st.rerun()


def _planned(people: Network, data: bytes, name: str, category: str, reason: str | None) -> tuple[Step, ...]:
    from drafter.relationships.people_files import read_people

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"people{Path(name).suffix.lower()}"
        path.write_bytes(data)
        rows = list(read_people(path, category=category, reason=reason, categories=tuple(people.plans)))
    return people.plan_import(rows)
