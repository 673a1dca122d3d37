"""A slow model in a real browser: the text streams in, a reload in the middle loses nothing, Stop stops."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.faults.server import FaultServer, Step, answer, stream
from tests.serving import Served, serve, visitor
from tests.ui.test_browser_write import fill
from tests.ui.test_faults import WORK

pytestmark = pytest.mark.browser
LETTER = {
    "subject": "Your tide atlas",
    "opening": [{"text": "You built a tide atlas with 12 volunteers in 2024.", "facts": ["f1"]}],
    "reason": [{"text": "I lead pipelines and want to learn how it began.", "facts": []}],
    "ask": {"text": "Could I send you two questions?", "facts": []},
    "voicemail": [{"text": "I am calling about the tide atlas.", "facts": ["f1"]}],
}


def slowly(request: dict[str, Any]) -> Step:
    """No facts beyond those found already, then a letter that takes its time."""
    if request.get("stream"):
        return stream(json.dumps(LETTER), size=5, pause=0.15)
    return answer({"facts": []} if "ProposedFact" in json.dumps(request) else LETTER)


@pytest.fixture
def writing(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    with FaultServer([Step(unless=slowly)]) as server:
        environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none", "DRAFTER_MODEL": "fault-1"}
        for served in serve(tmp_path, **environment):
            yield opened(chromium, served)


def opened(chromium: Browser, served: Served) -> Page:
    served.put("writing", WORK)
    page = visitor(chromium, served, "writing").new_page()
    page.goto(served.address)
    return page


def test_stop_and_a_reload_in_the_middle_lose_nothing(writing: Page) -> None:
    page = writing
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(page.get_by_text("You built a tide")).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    expect(page.get_by_role("button", name="Draft", exact=True)).to_be_enabled()
    expect(page.get_by_label("Message", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(page.get_by_text("You built a tide")).to_be_visible()
    fill(page, "Role", "Cartographer")
    page.reload()
    expect(page.get_by_label("Message", exact=True)).to_be_visible()
    assert "tide atlas" in page.get_by_label("Message", exact=True).input_value()
    expect(page.get_by_label("Role", exact=True)).to_have_value("Cartographer")
