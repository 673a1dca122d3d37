"""Who is at the desk, and the services the pages share."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.settings import Settings, load_settings

if TYPE_CHECKING:
    from drafter.models import Sender
    from drafter.pipeline import Drafter
    from drafter.storage.ledger import Storage

COOKIE = "drafter_desk"


@st.cache_resource(show_spinner=False)
def _open(url: str) -> Storage:
    from drafter.storage import open_storage

    return open_storage(url=url)


def storage() -> Storage:
    """The ledger, opened once for all visitors of this server."""
    from drafter.storage import ledger_url

    return _open(str(ledger_url(settings())))


def owner() -> str:
    """Whose desk this is: the browser's own mark, so that visitors do not see each other's unsaved work."""
    if "owner" not in st.session_state:
        mark = st.context.cookies.get(COOKIE) or st.query_params.get("desk")
        if not mark:
            mark = secrets.token_urlsafe(12)
            st.query_params["desk"] = mark
        st.session_state["owner"] = mark
    return str(st.session_state["owner"])


def settings() -> Settings:
    """The settings in force, with what this visitor chose on the Settings page."""
    chosen = st.session_state.get("settings")
    if chosen is None:
        chosen = st.session_state["settings"] = load_settings()
    assert isinstance(chosen, Settings)
    return chosen


def drafter(*, offline: bool = False) -> Drafter:
    """The library's door, with the visitor's settings."""
    from drafter.pipeline import Drafter

    found = settings()
    return Drafter(found.model_copy(update={"model": "offline"}) if offline else found)


def preference(name: str, default: Any = None) -> Any:
    """A choice this visitor made earlier."""
    return storage().desk.preference(name, owner=owner(), default=default)


def prefer(name: str, value: Any) -> None:
    """Remember a choice of this visitor."""
    storage().desk.prefer(name, value, owner=owner())


def sender() -> Sender | None:
    """Who writes: as entered on the page, else as found in ``sender.toml``."""
    from drafter.models import Sender

    saved = preference("sender")
    if saved:
        return Sender.model_validate(saved)
    from drafter.errors import DrafterError

    try:
        from drafter.writing.brief import find_sender

        return find_sender()
    except (DrafterError, ImportError):
        return None
