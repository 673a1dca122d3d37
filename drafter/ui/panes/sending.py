"""What would be sent to which model, word for word."""

from __future__ import annotations

import streamlit as st

from drafter.ui import drafting, navigation, session, theme
from drafter.ui.desk import Desk


def show(desk: Desk) -> None:
    """Show what leaves this machine when one presses Draft."""
    settings = session.settings()
    if settings.model_name == "offline":
        st.markdown("**Nothing leaves this machine.** No language model is set; the draft is composed here.")
        return
    st.markdown(
        f"**{theme.plain(settings.model_name)}** at {theme.plain(settings.base_url or 'the vendor’s own server')} "
        "would receive the text below. Phone numbers, e-mail and street addresses are left out."
    )
    navigation.guard(lambda: _request(desk))


def _request(desk: Desk) -> None:
    from drafter.llm import redact, request_text

    drafter, work = session.drafter(), desk.work
    if work.notes and work.read_by != drafter.settings.model_name:
        st.markdown("**To find facts, the notes:**")
        st.code(redact("\n\n".join(note.text for note in work.notes)), language=None, wrap_lines=True, height=200)
    request = drafter.first_request(work.profile, drafting.brief_for(desk)) if work.profile else None
    if request:
        st.markdown("**To write, from the facts as they stand now:**")
        st.code(request_text(request), language=None, wrap_lines=True, height=320)
