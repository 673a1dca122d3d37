"""The page served on loopback with a ledger of its own, for tests and for pictures."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from drafter.models import Sender
from drafter.storage import open_storage
from drafter.storage.addresses import FILE_NAME
from drafter.ui.work import Work

ROOT = Path(__file__).resolve().parent.parent
SENDER = Sender(
    name="Maya Lindqvist",
    role="Data engineer",
    organization="Norrsken Labs",
    phone="+46 70 555 01 42",
    email="maya@example.org",
    facts=("Led the move of 40 pipelines to a streaming platform in 2024",),
)


@dataclass(frozen=True)
class Served:
    """A running page."""

    address: str
    home: Path

    def put(self, owner: str, *works: Work, sender: Sender | None = SENDER) -> list[str]:
        """Put work on this visitor's desk."""
        with open_storage(url=str(self.home / FILE_NAME)) as storage:
            if sender:
                storage.desk.prefer("sender", sender.model_dump(mode="json"), owner=owner)
            return [
                storage.desk.create(owner=owner, title=work.title, document=work.model_dump(mode="json")).id
                for work in works
            ]


def serve(home: Path, **environment: str) -> Iterator[Served]:
    """Run the page's server until the test is done."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"DRAFTER_HOME": str(home), "STREAMLIT_SERVER_PORT": str(port), **environment}
    command = [sys.executable, "-c", "from drafter.ui.launch import launch; launch(open_browser=False)"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield Served(f"http://127.0.0.1:{port}", home)
        finally:
            process.terminate()
            process.wait(timeout=10)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(450):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server does not answer")


def visitor(browser: Browser, served: Served, owner: str, **options: Any) -> BrowserContext:
    """A browser window whose desk is known."""
    context = browser.new_context(**options)
    context.set_default_timeout(45_000)
    context.add_cookies([{"name": "drafter_desk", "value": owner, "url": served.address}])
    return context
