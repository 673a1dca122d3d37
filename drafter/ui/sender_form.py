"""The form that says who writes."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from drafter.models import Sender
from drafter.ui import session


def form(sender: Sender | None, *, key: str, saved: Callable[[], None] = lambda: None) -> None:
    """Show the form, filled with what is known; saving keeps it for this visitor and calls ``saved``."""
    with st.form(key, border=False):
        entered = _fields(sender or Sender(name=""))
        if st.form_submit_button("Save", type="primary") and _save(entered):
            saved()
            st.toast("Saved.")
            st.rerun()


def live(sender: Sender | None) -> Sender:
    """Show the same fields and what they say at this moment, saved or not."""
    entered = _fields(sender or Sender(name=""))
    row = st.container(horizontal=True, vertical_alignment="center")
    if row.button("Save", type="primary") and _save(entered):
        st.toast("Saved.")
        st.rerun()
    if entered != (sender or Sender(name="")):
        row.caption("Not saved yet.")
    return entered


def _fields(old: Sender) -> Sender:
    name = st.text_input("Your name", value=old.name)
    one, two = st.columns(2)
    role = one.text_input("Your role", value=old.role or "")
    organization = two.text_input("Your organisation", value=old.organization or "")
    one, two = st.columns(2)
    phone = one.text_input(
        "Phone", value=old.phone or "", help="Spoken in the voicemail; never sent to a language model"
    )
    email = two.text_input("E-mail", value=old.email or "", help="Never sent to a language model")
    facts = st.text_area(
        "Facts about you, one a line",
        value="\n".join(old.facts),
        placeholder="Led the move of 40 pipelines to streaming in 2024\nStudied physics in Lund",
    )
    goals = st.text_area("What you are after, one a line", value="\n".join(old.goals), height=80)
    sample = st.text_area(
        "A message in your own words (optional)",
        value="\n\n---\n\n".join(old.samples),
        help="So that drafts sound like you",
        height=96,
    )
    return old.model_copy(
        update={
            "name": name.strip(),
            "role": role.strip() or None,
            "organization": organization.strip() or None,
            "phone": phone.strip() or None,
            "email": email.strip() or None,
            "facts": _lines(facts),
            "goals": _lines(goals),
            "samples": tuple(part.strip() for part in sample.split("\n---\n") if part.strip()),
        }
    )


def _save(entered: Sender) -> bool:
    if not entered.name:
        st.error("Write your name: it signs every message.")
        return False
    try:
        session.prefer("sender", Sender.model_validate(entered.model_dump()).model_dump(mode="json"))
    except ValidationError as error:
        st.error(f"This cannot be saved: {error.errors()[0]['msg']}.")
        return False
    return True


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
