"""Which pages there are, and what surrounds each of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from drafter.errors import DrafterError
from drafter.ui import theme, words

# title, module of drafter.ui, icon, address
PAGES = (
    ("Write", "write", ":material/edit_note:", ""),
    ("Rehearse", "rehearse", ":material/record_voice_over:", "rehearse"),
    ("Batch", "batch", ":material/view_list:", "batch"),
    ("People", "people", ":material/group:", "people"),
    ("Progress", "progress", ":material/show_chart:", "progress"),
    ("Settings", "settings", ":material/tune:", "settings"),
)


def navigate() -> None:
    """Show the chosen page inside the common frame."""
    st.set_page_config(page_title="drafter", page_icon="✉️", layout="wide", initial_sidebar_state="collapsed")
    theme.apply()
    chosen = st.navigation([page_of(module) for _, module, _, _ in PAGES], position="top")
    guard(chosen.run)


def page_of(name: str) -> StreamlitPage:
    """The page of this module, for navigation and for links to it."""
    title, module, icon, address = next(page for page in PAGES if page[1] == name)
    return st.Page(_opener(module), title=title, icon=icon, url_path=address or module, default=not address)


def guard(action: Callable[[], None]) -> bool:
    """Do something; what goes wrong becomes one clear sentence on the page, never a traceback. True if it went well."""
    try:
        action()
        return True
    except DrafterError as error:
        st.error(theme.plain(words.sentence(str(error))), icon=":material/error:")
    except Exception as error:
        logging.getLogger("drafter.ui").exception("the page failed")
        st.error(
            f"Something went wrong on this page ({type(error).__name__}). Your work is saved; reload the page. "
            "If it happens again, the server's log has the details.",
            icon=":material/error:",
        )
    return False


def attempt(action: Callable[[], object]) -> bool:
    """Do something from a callback, where nothing can be shown yet; a complaint is kept. True if it went well."""
    from drafter.ui import gathering

    try:
        action()
        return True
    except DrafterError as error:
        gathering.complain(str(error))
    except Exception as error:  # the visitor must never meet a traceback
        logging.getLogger("drafter.ui").exception("an action failed")
        gathering.complain(f"That did not work ({type(error).__name__}); your work is as it was. Reload and try again.")
    return False


def _opener(module: str) -> Callable[[], None]:
    def open_page() -> None:
        import_module(f"drafter.ui.{module}").page()

    open_page.__name__ = module
    return open_page
