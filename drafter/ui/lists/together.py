"""Approve all clean drafts of a list together, once a few of them were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from drafter.storage import Batch, Row
from drafter.ui import navigation, session

if TYPE_CHECKING:
    from drafter.batch.review import Review


def seen(batch: Batch, row: Row) -> None:
    """Remember that this draft was on the page."""
    _read(batch).add(row.number)


def show(batch: Batch, review: Review, text: str) -> None:
    """Show the button where more than one clean draft waits for a decision."""
    from drafter.batch.review import SAMPLE
    from drafter.storage.rows import View

    clean = View(states=("drafted",), verdict="pass", decision="undecided", text=text or None, offset=0, limit=1)
    count = session.storage().batches.count(batch.id, clean)
    if count < 2:
        return
    opened = st.popover("Approve the clean ones", icon=":material/done_all:", key="clean-drafts", on_change="rerun")
    if not opened.open:
        return
    with opened:
        rows = review.clean(batch.id, view=View(text=text or None))
        wanted = min(SAMPLE, len(rows))
        read = sum(row.number in _read(batch) for row in rows)
        st.markdown(
            f"**{len(rows)} drafts have no finding of weight and resemble no other.** Rules do not see everything, so "
            f"read {wanted} of them first; {min(read, wanted)} read so far. Each decision can be taken back one by one."
        )
        pressed = st.button(f"Approve {len(rows)} drafts", type="primary", disabled=read < wanted or not rows)
        if pressed and navigation.guard(lambda: _approve(batch, review, text)):
            st.rerun()


def _approve(batch: Batch, review: Review, text: str) -> None:
    from drafter.storage.rows import View

    done, left = review.approve_clean(batch.id, read=frozenset(_read(batch)), view=View(text=text or None))
    st.toast(f"{done} approved." + (f" {left} were changed meanwhile and left as they are." if left else ""))


def _read(batch: Batch) -> set[int]:
    found: set[int] = st.session_state.setdefault(f"read-{batch.id}", set())
    return found
