"""The desk of one visitor: opens, changes and saves the work, so that a reload or a restart loses nothing."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from typing import Any

import streamlit as st

from drafter.storage import ConflictError, DeskSummary
from drafter.ui import session
from drafter.ui.work import Work

_KEY = "desk"
_TRIES = 20


class Desk:
    """The piece of work before the visitor, and how to change it."""

    def __init__(self, item_id: str | None, work: Work, version: int) -> None:
        """Hold this work; ``item_id`` is ``None`` until something is worth saving."""
        self.item_id = item_id
        self.work = work
        self.version = version
        # Widgets are named by these and not by the item's id, for they must not change when the first save gives one.
        self.token = secrets.token_hex(4)
        self._boxes = self.token
        self._renewed: dict[str, int] = {}
        self._lock = threading.RLock()
        # Held here, for a thread that writes beside the page cannot ask the page's session for them.
        self._saved = session.storage().desk
        self._owner = session.owner()

    def key(self, name: str) -> str:
        """A widget's key, of its own for each piece of work; :meth:`renew` replaces it, too."""
        return f"{name}-{self.token}-{self._renewed.get(name, 0)}"

    def fresh_key(self, name: str) -> str:
        """A key that :meth:`renew` replaces, which empties the widget.

        A form's own ``clear_on_submit`` empties it before the server has seen the text when runs overlap.
        """
        return f"{name}-{self._boxes}-{self._renewed.get(name, 0)}"

    def renew(self, name: str) -> None:
        """Have the widget of this name begin anew, with what the work says or else empty."""
        self._renewed[name] = self._renewed.get(name, 0) + 1

    def change(self, step: str | None = None, **fields: Any) -> None:
        """Change fields of the work and save it; with ``step`` the change becomes part of its history."""
        self.update(lambda work: work.model_copy(update=fields), step)

    def update(self, action: Callable[[Work], Work], step: str | None = None) -> None:
        """Change the work as it is now, and save it.

        One change at a time: Streamlit runs the callbacks of two quick events in two threads, and the second must
        build on the first. Where another window changed the work meanwhile, this change is made on top of that one.
        """
        with self._lock:
            for left in reversed(range(_TRIES)):
                work = action(self.work)
                if work == self.work:
                    return
                try:
                    self._save(work, step)
                    return
                except ConflictError:
                    if not left:
                        raise
                    self.refresh()

    def refresh(self) -> None:
        """Take over what another window, or writing beside the page, has saved meanwhile."""
        with self._lock:
            item = self._saved.get(self.item_id) if self.item_id else None
            if item is not None and item.version != self.version:
                self.work, self.version = Work.model_validate(item.document), item.version
                # Fields that still show what they did before would else put it back.
                self.token = secrets.token_hex(4)

    def _save(self, work: Work, step: str | None) -> None:
        document = work.model_dump(mode="json", exclude_defaults=True)
        if self.item_id is None:
            item = self._saved.create(owner=self._owner, title=work.title, document=document)
        else:
            item = self._saved.save(self.item_id, document, version=self.version, title=work.title, step=step)
        self.item_id, self.version, self.work = item.id, item.version, work


def current() -> Desk:
    """The visitor's desk: the work the address names, else the latest, else an empty sheet."""
    desk = st.session_state.get(_KEY)
    if isinstance(desk, Desk):
        _show_address(desk)
        return desk
    wanted = st.query_params.get("work")
    latest = None if wanted else next(iter(saved()), None)
    return open_work(wanted or (latest.id if latest else None))


def _show_address(desk: Desk) -> None:
    # Never while saving: Streamlit may break off a run at any call of its own, and half a change would be lost.
    if desk.item_id and st.query_params.get("work") != desk.item_id:
        st.query_params["work"] = desk.item_id
    elif desk.item_id is None and "work" in st.query_params:
        del st.query_params["work"]


def open_work(item_id: str | None) -> Desk:
    """Put saved work before the visitor; nobody else's, and an empty sheet when there is none."""
    item = session.storage().desk.get(item_id) if item_id else None
    if item is None or item.owner != session.owner():
        desk = Desk(None, Work(), 0)
    else:
        desk = Desk(item.id, Work.model_validate(item.document), item.version)
    st.session_state[_KEY] = desk
    _show_address(desk)
    return desk


def start_afresh(work: Work | None = None) -> Desk:
    """An empty sheet (or this work on a new one)."""
    desk = Desk(None, Work(), 0)
    st.session_state[_KEY] = desk
    if work is not None:
        desk.update(lambda _: work)
    _show_address(desk)
    return desk


def close() -> None:
    """Take the work off the desk, so that the latest saved one is opened next."""
    st.session_state.pop(_KEY, None)
    st.query_params.pop("work", None)


def saved(*, limit: int = 200) -> tuple[DeskSummary, ...]:
    """The visitor's saved work, latest first."""
    return session.storage().desk.items(owner=session.owner(), limit=limit)
