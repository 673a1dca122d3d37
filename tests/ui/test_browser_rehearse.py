"""Rehearsing in a real browser: the voice reads the very text, and takes are timed one after the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.serving import Served

pytestmark = pytest.mark.browser
TEXT = "Hello Ines, this is Maya Lindqvist. I am calling about your tide atlas. My number is +46 70 555 01 42."
# The voice itself is the browser's; what is asked of it is kept here.
LISTEN = "window.heard = []; speechSynthesis.speak = (said) => heard.push([said.text, said.lang, said.rate])"


@pytest.fixture
def rehearsing(page: Page, served: Served) -> Page:
    page.add_init_script(LISTEN)
    page.goto(f"{served.address}/rehearse")
    page.get_by_label("Text to practise").fill(TEXT)
    page.get_by_label("Text to practise").press("Tab")
    expect(page.get_by_role("button", name="Read it to me")).to_be_visible()
    return page


def test_the_browser_is_asked_to_say_the_text_at_the_pace(rehearsing: Page) -> None:
    page = rehearsing
    page.get_by_role("button", name="Read it to me").click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    [(text, language, rate)] = page.evaluate("heard")
    assert (text, language) == (TEXT, "en")
    assert 0.7 < rate < 1


def test_takes_are_timed_one_after_the_other_and_outlive_a_reload(rehearsing: Page) -> None:
    page = rehearsing
    record(page)
    expect(page.get_by_text("Another take")).to_be_visible()
    expect(page.get_by_text("that was not the whole text")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    # The second on top of the first, as one does who was not content.
    record(page)
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    page.reload()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def record(page: Page) -> None:
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_test_id("stAudioInputWaveformTimeCode")).to_have_text("00:02")
    page.get_by_role("button", name="Stop recording").click()
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible()
