"""Writing that goes on beside the page: it streams, can be stopped, and outlives a reload of the window."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from drafter.errors import DrafterError

QUICK = 1.2
"""So many seconds the page waits before it shows that something is going on: the offline writer is done by then."""


class Stopped(Exception):  # noqa: N818 - no fault, but the person's wish
    """Ends a model's call from within, for the person has pressed Stop."""


@dataclass
class Job:
    """One piece of writing under way."""

    label: str
    began: float = field(default_factory=time.monotonic)
    text: str = ""
    fault: str = ""
    remark: str = ""
    replaces: bool = True
    _stopped: threading.Event = field(default_factory=threading.Event)
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self.began

    @property
    def ended(self) -> bool:
        """Whether its outcome is saved, or its fault known."""
        return self._ended.is_set()

    def stop(self) -> None:
        """Ask it to end; a model's call is broken off at its next piece of text."""
        self._stopped.set()

    def stopped(self) -> bool:
        """Whether it was asked to end."""
        return self._stopped.is_set()

    def say(self, piece: str) -> None:
        """Take a piece of text as it streams in."""
        if self.stopped():
            raise Stopped
        self.text += piece

    def wait(self, seconds: float) -> bool:
        """Wait until it has ended, but not longer than this."""
        return self._ended.wait(seconds)

    def run(self, work: Callable[[Job], None]) -> None:
        """Do the work; what goes wrong is kept as one sentence."""
        try:
            work(self)
        except Stopped:
            pass
        except DrafterError as error:
            self.fault = str(error)
        except Exception as error:  # the visitor must never meet a traceback
            logging.getLogger("drafter.ui").exception("writing failed")
            self.fault = f"Writing failed ({type(error).__name__}). The server's log has the details; try again."
        finally:
            self._ended.set()


@st.cache_resource(show_spinner=False)
def _under_way() -> dict[str, Job]:
    return {}


def begin(item_id: str, label: str, work: Callable[[Job], None], *, replaces: bool = True) -> Job:
    """Begin writing for this piece of work, one at a time; what is under way goes on.

    ``replaces`` says whether what is written will take the place of the draft.
    """
    going = of(item_id)
    if going and not going.ended:
        return going
    job = _under_way()[item_id] = Job(label, replaces=replaces)
    threading.Thread(target=job.run, args=(work,), daemon=True, name="drafting").start()
    job.wait(QUICK)
    return job


def of(item_id: str | None) -> Job | None:
    """What is being written for this piece of work."""
    return _under_way().get(item_id) if item_id else None


def take(item_id: str) -> Job | None:
    """Take the job off the list: it has ended, or nobody waits for it any more."""
    return _under_way().pop(item_id, None)
