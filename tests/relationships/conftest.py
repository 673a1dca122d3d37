"""A network in a real ledger on disk, with a day that does not move."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.relationships.network import Network
from drafter.settings import Settings
from drafter.storage.ledger import Storage

TODAY = datetime.date(2031, 3, 12)  # a Wednesday


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    morning = datetime.datetime.combine(TODAY, datetime.time(8), tzinfo=datetime.UTC)
    with Storage(f"sqlite:///{tmp_path / 'ledger.sqlite3'}", clock=lambda: morning) as storage:
        yield Network(storage, Settings(), today=TODAY)
