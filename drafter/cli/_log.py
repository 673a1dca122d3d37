"""What a long-running command logs, on standard error: nothing in it acts, and no text can pass for another entry."""

from __future__ import annotations

import logging

from drafter.cli._inert import inert


class InertFormatter(logging.Formatter):
    """Entries whose text comes from servers, files and people."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without what acts on a terminal, its further lines set in."""
        return "\n    ".join(inert(line) for line in super().format(record).splitlines())


def log_to_terminal(name: str | None = None) -> None:
    """Show what ``name`` logs, or everything."""
    handler = logging.StreamHandler()
    handler.setFormatter(InertFormatter("%(asctime)s %(message)s"))
    logger = logging.getLogger(name)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
