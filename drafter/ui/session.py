"""Who is at the desk, and the services the pages share."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Any

import streamlit as st
from pydantic import SecretStr

from drafter.settings import Settings, load_settings
from drafter.ui.server import COOKIE

if TYPE_CHECKING:
    from drafter.models import Sender
    from drafter.pipeline import Drafter
    from drafter.storage.ledger import Storage

_SETTINGS = "settings-in-force"


@st.cache_resource(show_spinner=False)
def _open(url: str) -> Storage:
    from drafter.storage import open_storage

    return open_storage(url=url)


def storage() -> Storage:
    """The ledger, opened once for all visitors of this server."""
    return _open(_address(settings()))


def _address(found: Settings) -> str:
    from drafter.storage import ledger_url

    return str(ledger_url(found))


def owner() -> str:
    """Whose desk this is: the name a proxy's login gives, else the browser's own mark.

    So visitors of one server do not see each other's unsaved work.
    """
    header = os.environ.get("DRAFTER_USER_HEADER")
    if header:
        return f"user:{st.context.headers.get(header) or ''}"
    if "owner" not in st.session_state:
        mark = st.context.cookies.get(COOKIE)
        if not isinstance(mark, str):
            mark = st.query_params.get("desk")
        if not mark:
            mark = secrets.token_urlsafe(12)
            st.query_params["desk"] = mark
        st.session_state["owner"] = mark
    return str(st.session_state["owner"])


def settings() -> Settings:
    """The settings in force, with what this visitor chose on the Settings page."""
    chosen = st.session_state.get(_SETTINGS)
    if not isinstance(chosen, Settings):
        chosen = st.session_state[_SETTINGS] = _with_choices(load_settings())
    return chosen


def choose(**choices: Any) -> None:
    """Remember choices of the Settings page; ``None`` forgets one."""
    kept = {**(preference("settings") or {}), **choices}
    prefer("settings", {name: value for name, value in kept.items() if value is not None})
    st.session_state.pop(_SETTINGS, None)


def use_key(key: str) -> None:
    """Use this key to the model's server until the window is closed; it is not written anywhere."""
    st.session_state["api_key"] = key.strip()
    st.session_state.pop(_SETTINGS, None)


def _with_choices(found: Settings) -> Settings:
    saved = _open(_address(found)).desk.preference("settings", owner=owner()) or {}
    choices: dict[str, Any] = {name: saved[name] for name in ("model", "base_url", "paid_linkedin") if name in saved}
    if saved.get("categories"):
        choices["categories"] = {**found.categories, **saved["categories"]}
    if key := st.session_state.get("api_key"):
        choices["api_key"] = SecretStr(key)
    disable = (*found.rules.disable, *saved.get("rules_off", ()))
    thresholds = {**found.rules.thresholds, **saved.get("thresholds", {})}
    choices["rules"] = found.rules.model_copy(
        update={"disable": tuple(dict.fromkeys(disable)), "thresholds": thresholds}
    )
    return found.model_copy(update=choices)


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
