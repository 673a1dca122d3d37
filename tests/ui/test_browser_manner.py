"""Accessibility, narrow windows, and no traceback, in a real browser."""

import datetime
import json
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from drafter.relationships.network import Network
from drafter.settings import Settings
from drafter.storage import Person, open_storage
from drafter.storage.addresses import FILE_NAME
from drafter.ui.work import Work
from tests.serving import SENDER, Served, serve, visitor

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
        found += violations(page, name)
    context.close()
    assert found == []


def violations(page: Page, where: str) -> list[tuple[str, str, str]]:
    """What axe finds once the page stands still."""
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_visible()
    page.wait_for_timeout(1000)
    return [
        (where, violation["id"], node["html"][:160])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical", "moderate")
        for node in violation["nodes"]
    ]


def test_axe_finds_no_violation_among_people_nor_in_what_opens_over_the_page(chromium: Browser, tmp_path: Path) -> None:
    for served in serve(tmp_path):
        served.put("axe")
        with open_storage(url=str(served.home / FILE_NAME)) as storage:
            people = Network(storage, Settings(), today=datetime.date.today())
            ada = people.add(Person(name="Ada Berg", category="recruiter", reason="places hydrologists"))
            people.log(ada, kind="call", text="Talked of tides")
            people.promise(ada, "send the flow data", due=datetime.date.today())
            people.add(Person(name="Cem Kaya", category="other", reason="wrote kindly"))
        # In the dark, where the accent is bright and what lies on it must not be.
        context = visitor(chromium, served, "axe", color_scheme="dark")
        page = context.new_page()
        page.goto(f"{served.address}/people")
        page.get_by_role("button", name="Log").first.click()
        expect(page.get_by_label("What happened")).to_be_visible()
        found = violations(page, "logging")
        page.keyboard.press("Escape")
        for view in ("Everyone", "Invitations", "Add or import", "Let go"):
            page.get_by_test_id("stButtonGroup").get_by_text(view, exact=True).click()
            found += violations(page, view)
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


def test_everything_of_mine_can_be_taken_along(page: Page, served: Served, request: pytest.FixtureRequest) -> None:
    # In a browser, for the file comes by a request of its own, apart from the page's session.
    served.put(request.node.name, Work(name="Marit Solheim", purpose="Her ferry school"))
    served.put("somebody-else", Work(name="Not Mine"))
    page.goto(f"{served.address}/settings")
    page.get_by_role("tab", name="Data").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download everything").click()
    with zipfile.ZipFile(waiting.value.path()) as archive:
        found = json.loads(archive.read("drafter.json"))
    assert [work["title"] for work in found["work"]] == ["Marit Solheim"]
    assert found["choices"]["sender"]["name"] == SENDER.name
