"""A ledger in a fresh file, and the same tests on a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.storage import open_storage
from drafter.storage.ledger import Storage
from tests.postgres import Postgres, postgres

__all__ = ["postgres"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


@pytest.fixture(params=["sqlite", "postgres"])
def storage(path: Path, request: pytest.FixtureRequest) -> Iterator[Storage]:
    url = str(path)
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.fresh()
    with open_storage(url=url) as opened:
        yield opened
