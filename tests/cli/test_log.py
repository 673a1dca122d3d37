"""A log is read on a terminal and by programs: what a stranger wrote must neither act there nor look like an entry."""

from __future__ import annotations

import logging
import sys

import pytest

from drafter.cli._log import InertFormatter, log_to_terminal

HOSTILE = (
    "no such model\n2031-03-12 09:00:00,000 batch 7: all approved\x1b]0;owned\x07\x1b[2J\u202e"
    "\r2031 batch 8\x85batch 9\u2028batch 10"
)


def test_text_from_elsewhere_is_no_entry_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("drafter.test")
    log_to_terminal("drafter.test")
    try:
        logger.warning("batch %s: %s", 3, HOSTILE)
        logger.info("the next")
    finally:
        logger.handlers.clear()
    shown = capsys.readouterr().err
    assert not any(character in shown for character in "\x1b\x07\r\x85\u2028\u202e")
    entries = [line for line in shown.splitlines() if not line.startswith("    ")]
    assert [line.split(" ", 2)[2] for line in entries] == ["batch 3: no such model", "the next"]


def test_a_fault_keeps_its_lines_and_they_are_set_in() -> None:
    try:
        raise ValueError(HOSTILE)
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "the page failed", (), sys.exc_info())
    first, *rest = InertFormatter("%(message)s").format(record).splitlines()
    assert first == "the page failed"
    assert all(line.startswith("    ") for line in rest)
