from __future__ import annotations

import pytest

from drafter.settings import Settings


@pytest.fixture
def settings() -> Settings:
    return Settings(fetch_timeout=3, cache=True)
