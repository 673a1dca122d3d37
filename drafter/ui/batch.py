"""Batch: a list of contacts in, drafts reviewed one by one, a list out."""

from __future__ import annotations

import streamlit as st

from drafter.storage import Batch
from drafter.ui import gathering, navigation, session, theme
from drafter.ui.lists import handing, intake, queue, running

_STEPS = ("Run", "Review", "Export")


def page() -> None:
    """Show the Batch page."""
    batches = session.storage().batches.all(limit=50)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.title("Batch", anchor=False, width="content")
        st.space("stretch")
        adding = _switch(batches)
    gathering.show_complaints()
    if adding or not batches:
        navigation.guard(lambda: intake.show(first=not batches))
        return
    chosen = _chosen(batches)
    if not running.under_way(chosen):
        _figures(chosen)
    step = st.segmented_control(
        "Step",
        _STEPS,
        default=_first_step(chosen),
        required=True,
        key=f"step-{chosen.id}",
        label_visibility="collapsed",
        persist_state="session",
    )
    {"Review": queue.show, "Run": running.show, "Export": handing.show}[step](chosen)


def _switch(batches: tuple[Batch, ...]) -> bool:
    if not batches:
        return True
    if st.session_state.get("adding"):
        if st.button("Back to the lists", icon=":material/arrow_back:"):
            st.session_state["adding"] = False
            st.rerun()
        return True
    names = {batch.id: f"{batch.name} · {batch.created_at:%d %b}" for batch in batches}
    latest = st.session_state.get("batch")
    place = list(names).index(latest) if latest in names else 0
    st.selectbox(
        "List",
        list(names),
        index=place,
        format_func=names.__getitem__,
        key="batch-choice",
        label_visibility="collapsed",
        width=320,
        on_change=lambda: st.session_state.update(batch=st.session_state["batch-choice"]),
    )
    if st.button("New list", icon=":material/add:"):
        st.session_state["adding"] = True
        st.rerun()
    return False


def _chosen(batches: tuple[Batch, ...]) -> Batch:
    wanted = st.session_state.get("batch")
    return next((batch for batch in batches if batch.id == wanted), batches[0])


def _first_step(batch: Batch) -> str:
    if running.under_way(batch):
        return "Run"
    states = session.storage().batches.status(batch.id).states
    return "Run" if states.get("new") and not states.get("drafted") else "Review"


def _figures(batch: Batch) -> None:
    status = session.storage().batches.status(batch.id)
    states, decisions = status.states, status.decisions
    parts = [
        f"{status.rows} rows",
        f"{states.get('drafted', 0)} drafted",
        f"{states.get('new', 0)} to draft" if states.get("new") else "",
        f"{states['needs']} need more notes" if states.get("needs") else "",
        f"{states['failed']} failed" if states.get("failed") else "",
        f"{decisions.get('approved', 0)} approved",
        f"{decisions['rejected']} rejected" if decisions.get("rejected") else "",
    ]
    cost = f" · {status.usage.cost_usd:.2f} USD so far" if status.usage.cost_usd else ""
    st.caption(theme.plain(" · ".join(part for part in parts if part) + cost))
