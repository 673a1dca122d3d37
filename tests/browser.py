"""Whether a browser is there for the tests that need one: ``python -m tests.browser`` says so."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # A microphone that beeps, and nobody who has to allow it.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LEFT_OUT = "the tests marked “browser” (the page in a real browser, accessibility) are left out"


def find_browser() -> str | None:
    """The path of an installed Chromium, ``DRAFTER_BROWSER`` first; ``None`` where there is none."""
    named = os.environ.get("DRAFTER_BROWSER")
    if named:
        return named if Path(named).exists() else None
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def described() -> str:
    """One line for the person who runs the tests."""
    found = find_browser()
    if found:
        return f"browser: {found}"
    return f"browser: none found (chromium); {LEFT_OUT}. Install chromium or set DRAFTER_BROWSER to run them."


if __name__ == "__main__":
    print(described())
