"""The fault server as a fixture; elsewhere: ``from tests.faults.server import FaultServer``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.faults.server import FaultServer, Step


@pytest.fixture
def serve() -> Iterator[Callable[..., FaultServer]]:
    """Starts a server with the steps given; it ends with the test."""
    with ExitStack() as stack:

        def started(*steps: Step) -> FaultServer:
            return stack.enter_context(FaultServer(steps))

        yield started
