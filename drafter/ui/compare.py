"""All versions of a draft side by side: attempts, other angles, one's own edits."""

from __future__ import annotations

import streamlit as st

from drafter.models import Attempt
from drafter.ui import drafting, navigation
from drafter.ui.desk import Desk
from drafter.ui.findings import underlined
from drafter.ui.sheet import summary
from drafter.ui.work import words_of

_SHOWN = 3
_OPEN = "versions-open"


def compare(desk: Desk, *, busy: bool) -> None:
    """Show what else was written, latest first, with a button to take it."""
    versions = list(enumerate(desk.work.versions(), start=1))[::-1]
    with st.expander("Other versions", expanded=st.session_state.get(_OPEN) == desk.item_id, key=desk.key("versions")):
        pressed = st.button(
            "Write alternatives",
            icon=":material/alt_route:",
            disabled=busy,
        )
        if pressed and navigation.guard(lambda: drafting.alternatives(desk)):
            st.session_state[_OPEN] = desk.item_id
            st.rerun()
        if said := drafting.remark(desk):
            st.info(said)
        for start in range(0, len(versions), _SHOWN):
            for column, (number, attempt) in zip(st.columns(_SHOWN), versions[start : start + _SHOWN], strict=False):
                with column:
                    _version(desk, number, attempt)


def _version(desk: Desk, number: int, attempt: Attempt) -> None:
    with st.container(border=True):
        st.markdown(f"**Version {number}**")
        st.caption(summary(attempt.report))
        st.html(underlined(attempt.draft, attempt.report, "message"))
        taken = desk.work.draft is not None and words_of(desk.work.draft) == words_of(attempt.draft)
        key = f"take-{desk.token}-{desk.work.turn}-{number}"
        if st.button("In use" if taken else "Take this one", key=key, disabled=taken):
            st.session_state[_OPEN] = desk.item_id
            if navigation.guard(lambda: drafting.choose(desk, attempt)):
                st.rerun()
