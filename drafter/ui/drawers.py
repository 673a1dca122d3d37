"""Popovers that close once what they ask for was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_popover_container import PopoverContainer


def drawer(
    label: str,
    *,
    key: str,
    icon: str,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
) -> PopoverContainer:
    """A popover that :func:`shut` can close.

    It does not tell the server when it opens or closes: it closes at a click on another page's link, and a run of this
    page would overtake the way there.
    """
    return st.popover(label, key=f"{key}-{times_shut(key)}", icon=icon, type=kind)


def shut(key: str) -> None:
    """Have the drawer of this key closed at the next run.

    It becomes another one: told to close, a drawer that changes its place meanwhile is opened again by the browser.
    """
    st.session_state[f"shut-{key}"] = times_shut(key) + 1


def times_shut(key: str) -> int:
    """How often it was closed so; a form named by this begins empty after each time."""
    return int(st.session_state.get(f"shut-{key}", 0))
