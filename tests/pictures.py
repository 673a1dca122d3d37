"""Take the README's pictures of the page: ``python -m tests.pictures`` writes them to docs/pictures."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import ARGUMENTS, described, find_browser
from tests.serving import ROOT, Served, serve, visitor

FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1440, "height": 1000}
PAGES = ("rehearse", "settings")


def main() -> int:
    """Take all pictures, light and dark."""
    browser = find_browser()
    if browser is None:
        print(described(), file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(ARGUMENTS))
        for served in serve(Path(home)):
            for scheme in ("light", "dark"):
                take(chromium, served, scheme)
        chromium.close()
    return 0


def take(chromium: Browser, served: Served, scheme: str) -> None:
    """Take the pictures in one colour scheme."""
    context = visitor(chromium, served, f"pictures-{scheme}", color_scheme=scheme, viewport=SIZE)
    page = context.new_page()
    page.goto(served.address)
    page.get_by_role("button", name="Show me with a sample contact").click()
    message = page.get_by_label("Message", exact=True)
    expect(message).to_be_visible(timeout=60_000)
    page.get_by_role("list", name="Evidence for the message").get_by_role("button").first.focus()
    shoot(page, f"write-{scheme}.png")
    for name in PAGES:
        page.goto(f"{served.address}/{name}")
        expect(page.locator("h1").first).to_be_visible(timeout=60_000)
        shoot(page, f"{name}-{scheme}.png")
    context.close()


def shoot(page: Page, name: str) -> None:
    """Save what the window shows, once it stands still."""
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    page.wait_for_timeout(1500)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    page.mouse.move(0, 0)
    page.screenshot(path=FOLDER / name)
    print(f"docs/pictures/{name}")


if __name__ == "__main__":
    raise SystemExit(main())
