"""The Write page in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import SENDER, Served, visitor

pytestmark = pytest.mark.browser
PASTED = (
    "Ines Okafor leads the hydrology data team at Ghent Water.\n\n"
    "In 2019 Ines Okafor moved 140 river gauges to open telemetry. "
    "She spoke at the Delta Forum in 2023 about alarm fatigue in control rooms."
)
EVIL = "<img src=x onerror=\"document.title='owned'\">Eve"


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.blur()


def first_draft(page: Page, address: str, *, name: str = "Ines Okafor") -> None:
    page.goto(address)
    fill(page, "Name", name)
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    fill(page, "Organisation", "Ghent Water")
    fill(page, "Why this person?", "Her move to open telemetry is where we are stuck")
    page.get_by_label("Paste text, or links").fill(PASTED)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("list", name="What is known").get_by_text("140 river gauges").first).to_be_visible()
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(page.get_by_label("Message", exact=True)).to_be_visible()


def test_a_first_draft_from_a_pasted_page_and_it_outlives_a_reload(page: Page, served: Served) -> None:
    first_draft(page, served.address)
    message = page.get_by_label("Message", exact=True).input_value()
    assert "Ines" in message
    assert "gauges" in message or "alarm fatigue" in message
    expect(page.get_by_text("statements supported").first).to_be_visible()
    page.reload()
    expect(page.get_by_label("Message", exact=True)).to_have_value(message)
    page.get_by_role("button", name="Copy message").click()
    assert page.evaluate("navigator.clipboard.readText()") == message


def test_an_edit_is_checked_as_one_types_and_a_finding_vanishes(page: Page, served: Served) -> None:
    first_draft(page, served.address)
    area = page.get_by_label("Message", exact=True)
    good = area.input_value()
    findings = page.get_by_role("list", name="Findings in the message")
    area.fill(good.replace("Hi Ines", "Hi [first name]"))
    expect(findings.get_by_text("Must change").first).to_be_visible()
    expect(page.get_by_text("Needs changes")).to_be_visible()
    area.fill(good)
    expect(findings.get_by_text("first name")).to_have_count(0)
    expect(page.get_by_text("Needs changes")).to_have_count(0)


def test_a_chosen_sentence_lights_its_facts_and_the_other_way_round(page: Page, served: Served) -> None:
    first_draft(page, served.address)
    evidence = page.get_by_role("list", name="Evidence for the message").get_by_role("button").first
    evidence.focus()
    expect(page.locator(".under .lit").first).to_be_attached()
    expect(page.locator(".fact.lit").first).to_be_attached()
    evidence.click()
    assert (
        page.evaluate(
            "(() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement;"
            " return e.selectionEnd - e.selectionStart; })()"
        )
        > 10
    )


def test_another_page_is_a_click_away_while_a_drawer_is_open(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.get_by_role("button", name="From Maya").click()
    expect(page.get_by_label("Your name")).to_be_visible()
    page.get_by_role("link", name="People").click()
    expect(page.get_by_role("heading", name="People", exact=True)).to_be_visible()
    page.wait_for_timeout(1500)
    expect(page.get_by_role("heading", name="People", exact=True)).to_be_visible()


def test_a_struck_fact_is_left_out_of_the_next_draft(page: Page, served: Served) -> None:
    first_draft(page, served.address)
    box = page.get_by_role("checkbox", name="Avoid: In 2019")
    expect(box).to_have_count(1)
    box.check()
    page.get_by_role("button", name="Draft again").click()
    expect(page.get_by_label("Message", exact=True)).not_to_have_value(re.compile("gauges"))
    assert "Ines" in page.get_by_label("Message", exact=True).input_value()


def test_thin_material_says_what_to_gather(page: Page, served: Served) -> None:
    page.goto(served.address)
    fill(page, "Name", "Rune Dahl")
    fill(page, "Why this person?", "I like what they do")
    page.get_by_label("Paste text, or links").fill("A friend said they might be interesting.")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(page.get_by_text("Too little is known")).to_be_visible()
    expect(page.get_by_label("Message", exact=True)).to_have_count(0)


def test_markup_in_names_and_notes_stays_text(page: Page, served: Served) -> None:
    page.goto(served.address)
    fill(page, "Name", EVIL)
    page.get_by_label("Paste text, or links").fill(f"{EVIL} founded a choir of 30 singers in 2019. {EVIL}")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("list", name="What is known").get_by_text("founded a choir").first).to_be_visible()
    page.wait_for_timeout(500)
    assert page.title() != "owned"
    assert page.locator("img[src=x]").evaluate_all("found => found.map(one => one.parentElement.outerHTML)") == []


def test_visitors_do_not_see_each_others_work(chromium: Browser, served: Served) -> None:
    one, two = (visitor(chromium, served, name) for name in ("visitor-one", "visitor-two"))
    served.put("visitor-one", sender=SENDER)
    first, second = one.new_page(), two.new_page()
    first.goto(served.address)
    fill(first, "Name", "Only Mine")
    expect(first.get_by_role("heading", name="Only Mine")).to_be_visible()
    second.goto(first.url)
    expect(second.get_by_role("heading", name="Write to someone")).to_be_visible()
    assert second.get_by_text("Only Mine").count() == 0
    one.close()
    two.close()
