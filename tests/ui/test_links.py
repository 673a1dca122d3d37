"""Links pasted on the page, several at once, and a name that was mistyped."""

from collections.abc import Callable
from functools import partial

import pytest
from pytest_httpserver import HTTPServer
from streamlit.testing.v1 import AppTest

from drafter.gather import web
from tests.ui.test_pages import button, field, page, texts

__all__ = ["page"]
PAGE = "<html lang=en><title>Marit Solheim</title><h1>Marit Solheim</h1><p>Marit Solheim founded a ferry school.</p>"


@pytest.fixture
def site(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """A site on this machine that may be fetched for once."""
    monkeypatch.setattr(web, "Fetcher", partial(web.Fetcher, allowed_networks=("127.0.0.0/8",)))
    httpserver.expect_request("/marit").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    httpserver.expect_request("/gone").respond_with_data("", status=404)
    return httpserver


def paste(app: AppTest, text: str) -> None:
    field(app, "Paste text, or links").set_value(text)
    button(app, "Add").click()
    app.run()
    assert not app.exception


def test_of_several_links_the_good_are_read_and_the_others_stay_to_be_corrected(
    page: Callable[[str], AppTest], site: HTTPServer
) -> None:
    app = page("write")
    field(app, "Name").set_value("Marit Solheim")
    paste(app, f"{site.url_for('/gone')}\n{site.url_for('/marit')}")
    assert "no such page" in "".join(str(one.value) for one in app.warning)
    assert any("Marit Solheim · 1 fact" in one.label for one in app.expander)
    assert field(app, "Paste text, or links").value == site.url_for("/gone")
    paste(app, site.url_for("/marit"))
    assert not app.warning
    assert field(app, "Paste text, or links").value == ""


def test_a_link_within_a_text_is_text(page: Callable[[str], AppTest]) -> None:
    app = page("write")
    paste(app, "Marit Solheim founded a ferry school, see http://127.0.0.1:9/never")
    assert not app.warning
    assert any("ferry school" in one.label for one in app.expander)


def test_a_mistyped_name_is_pointed_out_and_mended_by_a_click(page: Callable[[str], AppTest]) -> None:
    app = page("write")
    field(app, "Name").set_value("Marit Solhiem")
    paste(app, "Marit Solheim founded a ferry school in 2019.")
    assert "Nothing you gathered names Marit Solhiem" in texts(app)
    button(app, "Make it “Marit Solheim”").click()
    app.run()
    assert field(app, "Name").value == "Marit Solheim"
    assert "Nothing you gathered" not in texts(app)
    assert field(page("write"), "Name").value == "Marit Solheim"
