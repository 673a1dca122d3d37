"""The Batch page in a real browser: upload, run, review with keys, export."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PageTimeout

from tests.serving import Served

pytestmark = pytest.mark.browser
TOPICS = ("river gauges", "snow loads", "tide tables", "choir recordings", "bridge sensors")


def contacts(count: int) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["name", "organization", "role", "notes", "purpose", "Favourite colour"])
    for number in range(1, count + 1):
        topic = TOPICS[number % len(TOPICS)]
        person = f"Person{chr(64 + number)} Okafor"
        note = f"{person} moved {number + 30} stations for {topic} to open data in 2019 and spoke on it in Ghent."
        rows.writerow([person, f"Works {number}", "Engineer", note, f"Their work on {topic}", "blue"])
    return out.getvalue().encode()


def take_in(page: Page, served: Served, data: bytes, name: str) -> None:
    page.goto(f"{served.address}/batch")
    expect(page.get_by_role("heading", name="Batch")).to_be_visible()
    upload = page.locator("input[type=file]")
    fresh = page.get_by_role("button", name="New list")
    expect(upload.or_(fresh).first).to_be_attached()
    if fresh.count():
        fresh.click()
    upload.set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})
    expect(page.get_by_text("What a run would do")).to_be_visible()
    page.get_by_role("button", name="Take in this list").click()
    expect(page.get_by_text("rows to draft")).to_be_visible()


def test_twenty_rows_from_upload_to_export_with_the_keyboard_and_a_reload_between(page: Page, served: Served) -> None:
    take_in(page, served, contacts(20), "twenty.csv")
    page.get_by_test_id("stMain").get_by_role("button", name="Run", exact=True).last.click()
    expect(page.get_by_text("20 drafted")).to_be_visible()
    page.reload()
    expect(page.get_by_text("20 drafted")).to_be_visible()
    page.get_by_role("radio", name="Review").or_(page.get_by_role("button", name="Review")).first.click()
    expect(page.get_by_text("1 of 20")).to_be_visible()
    # The keys belong to the buttons, which are drawn after the list.
    expect(page.get_by_role("button", name="Reject")).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("x")
    expect(page.get_by_text("1 rejected")).to_be_visible()
    expect(page.get_by_text("1 of 19")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_text("2 of 19")).to_be_visible()
    page.keyboard.press("w")
    expect(page.get_by_text("2 of 18")).to_be_visible()
    area = page.get_by_label("Message", exact=True)
    area.focus()
    page.keyboard.type("axwjk")
    expect(page.get_by_text("2 of 18")).to_be_visible()
    page.get_by_role("radio", name="Export").or_(page.get_by_role("button", name="Export")).first.click()
    page.get_by_text("All rows", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(_downloaded(page))))
    assert len(rows) == 20
    assert rows[0]["Favourite colour"] == "blue"
    assert sum(row["draft_status"] == "rejected" for row in rows) == 1
    assert all(row["draft_message"] for row in rows)


def _downloaded(page: Page) -> str:
    """The file behind the button; like a person, click again when the first click met a page still being drawn."""
    for patience in (6_000, 10_000, 20_000):
        try:
            with page.expect_download(timeout=patience) as download:
                page.get_by_role("button", name="Download").click()
            return download.value.path().read_text(encoding="utf-8")
        except PageTimeout:
            continue
    raise AssertionError("no click brought the file")
