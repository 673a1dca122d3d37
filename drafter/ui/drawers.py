"""Popovers that close once what they ask for was said."""

from __future__ import annotations

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def drawer(
    label: str,
    *,
    key: str,
    icon: str,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
) -> DeltaGenerator:
    """A popover that :func:`shut` can close."""
    # Only before the popover is drawn may its state be set.
    if st.session_state.pop(f"shut-{key}", False):
        st.session_state[key] = False
    return st.popover(label, key=key, icon=icon, type=kind, on_change="rerun")


def shut(key: str) -> None:
    """Have the drawer of this key closed at the next run."""
    st.session_state[f"shut-{key}"] = True
