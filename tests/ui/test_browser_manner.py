"""Accessibility, narrow windows, and no traceback, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.serving import SENDER, Served, visitor

pytestmark = pytest.mark.browser
PAGES = ("", "rehearse", "batch", "people", "progress", "settings")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(chromium: Browser, served: Served, scheme: str) -> None:
    owner = f"axe-{scheme}"
    served.put(owner, sender=SENDER)
    context = visitor(chromium, served, owner, color_scheme=scheme)
    page = context.new_page()
    page.goto(served.address)
    page.get_by_role("button", name="Show me with a sample contact").click()
    expect(page.get_by_label("Message", exact=True)).to_be_visible()
    found = []
    for name in PAGES:
        page.goto(f"{served.address}/{name}")
        expect(page.locator("h1").first).to_be_visible()
        page.wait_for_timeout(1200)
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                found += [(name, violation["id"], node["html"][:160]) for node in violation["nodes"]]
    context.close()
    assert found == []


def test_a_narrow_window_scrolls_only_down(chromium: Browser, served: Served) -> None:
    served.put("narrow", sender=SENDER)
    context = visitor(chromium, served, "narrow", viewport={"width": 380, "height": 800})
    page = context.new_page()
    for name in PAGES:
        page.goto(f"{served.address}/{name}")
        expect(page.locator("h1").first).to_be_visible()
        page.wait_for_timeout(500)
        overflow = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, name
    context.close()
