"""No test reaches beyond loopback, reads the developer's settings or finds a real model by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_socket
from hypothesis import settings

# An example is no slower for a machine that has other things to do.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


@pytest.fixture(autouse=True)
def _only_loopback() -> Iterator[None]:
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    yield
    pytest_socket._remove_restrictions()


@pytest.fixture(autouse=True)
def _nothing_configured(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "DRAFTER_MODEL", "DRAFTER_DATABASE_URL", "DRAFTER_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def fixtures() -> Path:
    """The folder of invented contacts and other material."""
    return FIXTURES
