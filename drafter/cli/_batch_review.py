"""The terminal review: one draft on the screen, one key for each decision."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from drafter.cli._terminal import Terminal
from drafter.errors import DrafterError, InputError
from drafter.storage.rows import View

if TYPE_CHECKING:
    from drafter.batch.review import Review
    from drafter.storage import Batch, Row
    from drafter.storage.ledger import Storage

KEYS = {
    "a": "approve",
    "e": "edit",
    "r": "redraft",
    "x": "reject",
    "n": "needs work",
    "s": "skip",
    "b": "back",
    "u": "undo",
    "A": "approve all clean",
    "q": "quit",
}


class TerminalReview:
    """Walks the rows that need eyes, worst first; ``redraft`` writes one row again."""

    def __init__(
        self,
        storage: Storage,
        batch: Batch,
        review: Review,
        *,
        view: View,
        redraft: Callable[[Row, str | None], Row],
        console: Console | None = None,
    ) -> None:
        """Prepare a review of the rows in ``view``."""
        self._storage, self._batch, self._review = storage, batch, review
        self._redraft = redraft
        self._console = console or Terminal(highlight=False)
        self._view = view
        self._told = ""
        self._numbers = [row.number for row in storage.batches.rows(batch.id, view)]
        self._keyboard = Keyboard()
        self._place = 0
        self._read: set[int] = set()
        self._undoable: list[int] = []

    def run(self) -> int:
        """Review until the end or ``q``; how many decisions were made."""
        if not self._numbers:
            self._console.print("Nothing waits for a decision.")
        # Ctrl-C ends a review like q: what was decided is kept already.
        with contextlib.suppress(KeyboardInterrupt, typer.Abort):
            self._walk()
        return len(self._undoable)

    def _walk(self) -> None:
        while self._place < len(self._numbers):
            row = self._storage.batches.row(self._batch.id, self._numbers[self._place])
            self._show(row)
            key = self._keyboard.key()
            if key in ("q", ""):
                break
            self._act(key, row)
        if self._told:
            self._console.print(Text(self._told, style="yellow"))

    def _show(self, row: Row) -> None:
        from drafter.cli._result_view import show_row

        self._read.add(row.number)
        place = f" at {row.organization}" if row.organization else ""
        self._console.rule(Text(f"{self._place + 1} of {len(self._numbers)} · row {row.number} · {row.name}{place}"))
        if row.decision:
            self._console.print(Text(f"decided: {row.decision} by {row.decided_by}", style="dim"))
        saved = self._storage.reviewing.current(row)
        if saved:
            show_row(saved.result, row.across, console=self._console)
        else:
            self._console.print(Text(row.reason or "no draft yet", style="yellow"))
        self._console.print(Text("  ".join(f"[{key}] {name}" for key, name in KEYS.items()), style="dim"))
        if self._told:
            # Said last, where the eye is, not above a draft that scrolls it away.
            self._console.print(Text(self._told, style="yellow"))
            self._told = ""

    def _act(self, key: str, row: Row) -> None:
        try:
            self._on_key(key, row)
        except DrafterError as error:
            self._say(str(error))

    def _on_key(self, key: str, row: Row) -> None:
        if key == "s":
            self._place += 1
        elif key == "b":
            self._place = max(0, self._place - 1)
        elif key == "u":
            self._undo()
        elif key == "A":
            done, left = self._review.approve_clean(self._batch.id, read=frozenset(self._read), view=self._view)
            if not done and not left:
                raise InputError("each of the drafts left here has an error or a warning; look at them one by one")
            self._say(f"{done} clean drafts approved" + (f", {left} were changed by somebody else" if left else ""))
        elif key in ("e", "r"):
            self._rework(key, row)
        elif key in ("a", "x", "n"):
            self._decide(key, row)
        else:
            self._say("keys: " + ", ".join(f"{key} {name}" for key, name in KEYS.items()))

    def _decide(self, key: str, row: Row) -> None:
        if key == "a":
            errors = row.errors
            reason = (
                self._keyboard.ask(f"{errors} errors; reason for approving all the same (empty: do not)")
                if errors
                else None
            )
            self._review.approve(row, override=reason)
        elif key == "x":
            self._review.decide(row, "rejected", reason=self._keyboard.ask("why (may be empty)") or None)
        else:
            self._review.decide(row, "needs_work", reason=self._keyboard.ask("what is missing (may be empty)") or None)
        self._undoable.append(row.number)
        self._place += 1

    def _rework(self, key: str, row: Row) -> None:
        if key == "r":
            self._redraft(row, self._keyboard.ask("instruction, for instance “shorter” (may be empty)") or None)
        else:
            draft = self._review.draft_of(row).result.draft
            assert draft is not None
            text = edit_text(draft.message)
            if text == draft.message:
                return
            self._review.edit(row, self._review.edited(row, message=text))
        self._undoable.append(row.number)

    def _undo(self) -> None:
        if not self._undoable:
            raise InputError("nothing was decided in this review yet")
        number = self._undoable.pop()
        self._review.undo(self._storage.batches.row(self._batch.id, number))
        if number in self._numbers:
            self._place = self._numbers.index(number)

    def _say(self, text: str) -> None:
        self._told = text


def edit_text(text: str) -> str:
    """The text after the user changed it in their own editor.

    Raises:
        InputError: when there is no editor or it failed.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "nano")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "message.txt"
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603 - the user's own editor
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            raise InputError(f"the editor {editor!r} could not be used; set EDITOR, or edit on the page") from error
        return path.read_text(encoding="utf-8-sig").rstrip("\n")


class Keyboard:
    """Keys and answers: typed, or from a pipe a line each, whose rest answers the question that may follow."""

    def __init__(self) -> None:
        self._rest = ""

    def key(self) -> str:
        """The next key; nothing at the end of a pipe."""
        if sys.stdin.isatty():
            return typer.getchar()
        while line := sys.stdin.readline():
            if line.strip():
                self._rest = line.strip()[1:].strip()
                return line.strip()[0]
        return ""

    def ask(self, question: str) -> str:
        """The answer to a question; may be empty."""
        if sys.stdin.isatty():
            return str(typer.prompt(question, default="", show_default=False)).strip()
        return self._rest
