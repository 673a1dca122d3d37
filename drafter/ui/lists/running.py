"""A run goes on in the background; this page only watches it, so that it may be closed and opened again."""

from __future__ import annotations

import datetime
import threading
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.errors import DrafterError, InputError
from drafter.storage import Batch
from drafter.ui import session, theme

if TYPE_CHECKING:
    from drafter.batch.runner import Run

_LATEST = 6


@dataclass
class Going:
    """A run under way, and what it said last."""

    run: Run
    total: int
    thread: threading.Thread | None = None
    done: int = 0
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=_LATEST))
    fault: str = ""

    @property
    def alive(self) -> bool:
        """Whether it still drafts."""
        return self.thread is not None and self.thread.is_alive()


@st.cache_resource(show_spinner=False)
def _going() -> dict[int, Going]:
    return {}


def under_way(batch: Batch) -> bool:
    """Whether this list is being drafted now."""
    going = _going().get(batch.id)
    return going is not None and going.alive


def show(batch: Batch) -> None:
    """Show how far the batch is, with a button to start or stop."""
    going = _going().get(batch.id)
    if going and going.alive:
        _watch(batch.id)
        return
    status = session.storage().batches.status(batch.id)
    waiting = status.states.get("new", 0)
    if going:
        _ended(going)
    failed = status.states.get("failed", 0)
    if failed:
        st.warning(f"{failed} rows failed; Review, “Not drafted”, says why. A run tries them again.")
    waiting += failed
    if not waiting:
        st.success("All rows are drafted or say what they need. Go to Review.", icon=":material/task_alt:")
        return
    settings = session.settings()
    how = "offline, free of charge" if settings.model_name == "offline" else f"with {settings.model_name}"
    st.markdown(f"**{waiting} rows to draft**, {theme.plain(how)}. You may close this page; the run goes on.")
    budget, rows = None, None
    if settings.model_name != "offline":
        one, two = st.columns(2)
        budget = one.number_input("Spend at most (USD, for this list)", min_value=0.0, value=5.0, step=1.0)
        rows = two.number_input("Rows this time (0: all)", min_value=0, value=0)
    if st.button("Run", type="primary", icon=":material/play_arrow:"):
        start(batch, total=waiting, budget=budget or None, rows=rows or None)
        st.rerun()


def start(batch: Batch, *, total: int, budget: float | None = None, rows: int | None = None) -> Going:
    """Begin a run in the background; one a batch at a time."""
    from drafter.batch.running import RunOptions, prepare_run, run_batch

    storage, settings, sender = session.storage(), session.settings(), session.sender()
    if sender is None:
        raise InputError("Say first who you are: Settings, “You”.")
    known = _going().get(batch.id)
    if known and known.alive:
        return known
    storage.drafting.reopen(batch.id, states=("failed",))
    # Offline, drafting is nothing but computing: several at once would only take turns with each other and the page.
    options = RunOptions(budget=budget, max_rows=rows)
    options = replace(options, concurrency=1) if settings.model_name == "offline" else options
    run = prepare_run(
        storage,
        batch,
        settings=settings,
        sender=sender,
        options=options,
        today=datetime.date.today(),
        listener=lambda event: _heard(going, event),
    )
    going = Going(run, min(total, rows or total))

    def work() -> None:
        try:
            run_batch(run, storage, batch, who=sender.name, settings=settings, model=settings.model_name)
        except DrafterError as error:
            going.fault = str(error)

    going.thread = threading.Thread(target=work, daemon=True, name=f"batch-{batch.id}")
    _going()[batch.id] = going
    going.thread.start()
    return going


def _heard(going: Going, event: dict[str, Any]) -> None:
    if "state" in event:
        going.done += 1
        going.lines.append(f"row {event.get('row')}: {event.get('name', '')}: {event['state']}")


@st.fragment(run_every=1.0)
def _watch(batch_id: int) -> None:
    going = _going().get(batch_id)
    if going is None or not going.alive:
        st.rerun()
    st.progress(min(1.0, going.done / max(1, going.total)), text=f"{going.done} of {going.total} rows drafted")
    if st.button("Stop", icon=":material/stop:", help="Rows under way are finished; the rest can be run later"):
        going.run.stop("stopped on the page")
    for line in reversed(tuple(going.lines)):
        st.caption(theme.plain(line))


def _ended(going: Going) -> None:
    if going.fault:
        st.error(theme.plain(going.fault), icon=":material/error:")
    elif going.done < going.total:
        st.info("The run was stopped; what was drafted is kept. Run again to go on.")
