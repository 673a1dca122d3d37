"""A running page and a browser, where one is installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import ARGUMENTS, described, find_browser
from tests.serving import SENDER, Served, serve, visitor

expect.set_options(timeout=45_000)


def pytest_report_header() -> str:
    return described()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser's tests out, and say so, where there is no browser."""
    if find_browser():
        return
    left = [item for item in items if item.get_closest_marker("browser")]
    if left:
        items[:] = [item for item in items if item not in left]
        config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, served: Served, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a visitor who is named after the test and has said who they are."""
    served.put(request.node.name, sender=SENDER)
    context = visitor(chromium, served, request.node.name, permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    failed = request.session.testsfailed
    yield opened
    if request.session.testsfailed > failed:
        opened.screenshot(path=served.home / f"{request.node.name}.png", full_page=True)
    context.close()
