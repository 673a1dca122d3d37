"""A ledger in a fresh file, and one whose clock stands where the test puts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.storage import open_storage
from drafter.storage.ledger import Storage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


@pytest.fixture
def storage(path: Path) -> Iterator[Storage]:
    with open_storage(url=str(path)) as opened:
        yield opened
