"""Coming in with a password or through a proxy's login, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.serving import Served, serve

pytestmark = pytest.mark.browser
HEADER = "X-Forwarded-User"


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Served]:
    yield from serve(tmp_path, DRAFTER_PASSWORD="open sesame")


@pytest.fixture
def proxied(tmp_path: Path) -> Iterator[Served]:
    yield from serve(tmp_path, DRAFTER_USER_HEADER=HEADER)


def test_a_password_opens_the_page_once_a_browser(chromium: Browser, locked: Served) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(locked.address)
    expect(page.get_by_label("Password")).to_be_focused()
    assert page.get_by_text("Write to someone").count() == 0
    page.keyboard.type("guess")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("not the password")
    page.get_by_label("Password").fill("open sesame")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Write to someone")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Write to someone")).to_be_visible()
    context.close()


def test_a_proxys_login_is_whose_desk_it_is_in_every_browser(chromium: Browser, proxied: Served) -> None:
    proxied.put("user:maya")
    for name, seen in (("maya", "From Maya Lindqvist"), ("tove", "Say who you are"), ("maya", "From Maya Lindqvist")):
        context = chromium.new_context(extra_http_headers={HEADER: name})
        page = context.new_page()
        page.goto(proxied.address)
        expect(page.get_by_role("button", name=seen)).to_be_visible()
        context.close()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(proxied.address)
    expect(page.get_by_text("come in through the login page")).to_be_visible()
    context.close()
