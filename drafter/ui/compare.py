"""Attempts and alternatives side by side."""

from __future__ import annotations

import streamlit as st

from drafter.models import Attempt
from drafter.ui import drafting, navigation
from drafter.ui.desk import Desk
from drafter.ui.findings import underlined
from drafter.ui.sheet import summary

_SHOWN = 3


def compare(desk: Desk) -> None:
    """Show what else was written, with a button to take it."""
    result = desk.work.result
    assert result is not None
    with st.expander(f"Other versions ({len(result.attempts) + len(result.alternatives)})"):
        if st.button(
            "Write alternatives",
            icon=":material/alt_route:",
            help="Further drafts, each led by another fact or by common ground",
        ):
            with st.spinner("Writing from other angles …"):
                navigation.guard(lambda: drafting.alternatives(desk))
            st.rerun()
        named = [(f"Attempt {place}", attempt) for place, attempt in enumerate(result.attempts, start=1)]
        named += [(f"Alternative {place}", attempt) for place, attempt in enumerate(result.alternatives, start=1)]
        for start in range(0, len(named), _SHOWN):
            for column, (label, attempt) in zip(st.columns(_SHOWN), named[start : start + _SHOWN], strict=False):
                with column:
                    _version(desk, label, attempt)


def _version(desk: Desk, label: str, attempt: Attempt) -> None:
    with st.container(border=True):
        st.markdown(f"**{label}**")
        st.caption(summary(attempt.report))
        st.html(underlined(attempt.draft, attempt.report, "message"))
        taken = desk.work.draft == attempt.draft
        if st.button("In use" if taken else "Take this one", key=f"take-{label}-{desk.generation}", disabled=taken):
            drafting.choose(desk, attempt.draft, attempt.report)
            st.rerun()
