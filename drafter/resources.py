"""Files that travel with the program: prompts, data, the demonstration contact.

In a source tree they stand beside the package; in a wheel they are inside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from threading import RLock
from typing import TypeVar, TypeVarTuple, cast

PACKAGE = Path(__file__).resolve().parent

T = TypeVar("T")
Given = TypeVarTuple("Given")


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, for instance ``resource("prompts", "write.md")``.

    Raises:
        FileNotFoundError: when neither the installed package nor the source tree has it.
    """
    for root in (PACKAGE, PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"the installation lacks {'/'.join(parts)}; install drafter again")


def once(load: Callable[[*Given], T]) -> Callable[[*Given], T]:
    """Have a table read by whoever needs it first, while other threads wait; ``functools.cache`` lets each read it.

    64 threads that began a batch together spent 42 s of processor time on tables that take 0.7 s to read.
    """
    lock = RLock()
    tables: dict[tuple[object, ...], T] = {}

    @wraps(load)
    def table(*given: *Given) -> T:
        with lock:
            if given not in tables:
                tables[given] = load(*given)
            return tables[given]

    # Asked for many times a sentence: once read, it is handed out without the lock.
    return cast("Callable[[*Given], T]", cache(table))
