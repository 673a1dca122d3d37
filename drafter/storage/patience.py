"""Waits out a database that is away for a moment: a restarted server, a file that another program holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from drafter.storage.faults import UnreachableError

T = TypeVar("T")


def patiently(action: Callable[[], T], *, seconds: float = 60.0, sleep: Callable[[float], None] = time.sleep) -> T:
    """Do one transaction, again and again while the database cannot be reached, for at most ``seconds``.

    Only for actions that may be done twice: after a lost connection nobody knows whether a commit got through.

    Raises:
        UnreachableError: when the database stays away.
    """
    until = time.monotonic() + seconds
    pause = 0.05
    while True:
        try:
            return action()
        except UnreachableError:
            if time.monotonic() + pause > until:
                raise
            sleep(pause)
            pause = min(pause * 2, 2.0)
