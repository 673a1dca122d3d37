from __future__ import annotations

import gzip
import ipaddress
import socket
import time
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from drafter.errors import GatherError
from drafter.gather import gather
from drafter.gather.public_network import is_public
from drafter.gather.web import Fetcher
from drafter.settings import Settings

PAGE = "<html lang=en><body><h1>Fennel</h1><p>Fennel Freight moves freight without paper.</p></body></html>"


@pytest.fixture
def fetcher(settings: Settings) -> Fetcher:
    return Fetcher(settings, allowed_networks=("127.0.0.0/8",))


def test_a_page_is_fetched_and_read(httpserver: HTTPServer, settings: Settings, fetcher: Fetcher) -> None:
    httpserver.expect_request("/a").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    gathered = gather([httpserver.url_for("/a")], settings=settings, fetcher=fetcher)
    assert gathered.failures == ()
    assert "moves freight without paper" in gathered.notes[0].text
    assert gathered.notes[0].retrieved_at is not None


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "localhost",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "0177.0.0.1",
            "127.1",
            "0",
            "[::1]",
            "[::ffff:127.0.0.1]",
        ),
        *(
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[::127.0.0.1]",
            "[::]",
            "[fe80::1]",
            "[fd00::1]",
            "10.0.0.1",
            "192.168.1.1",
        ),
        *(
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "metadata.google.internal",
            "localhost.",
            "LOCALHOST",
        ),
    ],
)
def test_private_addresses_are_refused_though_a_server_listens(
    httpserver: HTTPServer, settings: Settings, host: str
) -> None:
    httpserver.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    with pytest.raises(GatherError):
        Fetcher(settings).fetch(f"http://{host}:8080/")
    with pytest.raises(GatherError):
        Fetcher(settings).fetch(f"http://{host}:{httpserver.port}/")
    assert httpserver.log == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://user:pw@example.org/",
        "http://example.org:22/",
        "javascript:alert(1)",
        "http://",
        "data:text/html,x",
        "http://127.0.0.1@example.org/",
    ],
)
def test_other_schemes_credentials_and_ports_are_refused(settings: Settings, url: str) -> None:
    gathered = gather([url], settings=settings)
    assert len(gathered.failures) == 1
    assert "\n" not in gathered.failures[0]


def test_a_name_that_resolves_to_a_private_address_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    )
    with pytest.raises(GatherError, match="only public sites"):
        Fetcher(settings.model_copy(update={"respect_robots": False})).fetch("http://rebinding.example/")


def test_a_name_is_resolved_once_and_the_checked_address_is_used(
    httpserver: HTTPServer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> list[object]:
        if host == "127.0.0.1":
            return [(2, 1, 6, "", (host, httpserver.port))]
        calls.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(calls) == 1 else "10.0.0.1", httpserver.port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    httpserver.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    fetcher = Fetcher(settings.model_copy(update={"respect_robots": False}), allowed_networks=("127.0.0.0/8",))
    assert b"Fennel" in fetcher.fetch(f"http://rebinding.example:{httpserver.port}/").data
    assert calls == ["rebinding.example"]
    assert httpserver.log[0][0].headers["Host"].startswith("rebinding.example")


def test_a_redirect_to_a_private_address_is_refused(
    httpserver: HTTPServer, settings: Settings, fetcher: Fetcher
) -> None:
    httpserver.expect_request("/go").respond_with_data(
        "", status=302, headers={"Location": "http://169.254.169.254/latest"}
    )
    with pytest.raises(GatherError, match="only public sites"):
        fetcher.fetch(httpserver.url_for("/go"))


@pytest.mark.parametrize(
    ("target", "words"),
    [("/loop", "redirects to itself"), ("/step", "more than 5 redirects"), ("file:///etc/passwd", "only http")],
)
def test_bad_redirects_end(httpserver: HTTPServer, fetcher: Fetcher, target: str, words: str) -> None:
    counter = iter(range(100))

    def answer(_: Request) -> Response:
        location = f"/step?{next(counter)}" if target == "/step" else target
        return Response("", 302, {"Location": location})

    httpserver.expect_request("/loop").respond_with_handler(answer)
    httpserver.expect_request("/step").respond_with_handler(answer)
    with pytest.raises(GatherError, match=words):
        fetcher.fetch(httpserver.url_for("/loop"))


def _slow(_: Request) -> Response:
    def drip() -> object:
        for _ in range(100):
            time.sleep(0.1)
            yield b"x"

    return Response(drip(), content_type="text/html")  # type: ignore[arg-type]


def _bomb(_: Request) -> Response:
    return Response(gzip.compress(b"x" * 50_000_000), content_type="text/html", headers={"Content-Encoding": "gzip"})


def _picture(_: Request) -> Response:
    return Response(b"x", content_type="image/png")


def _missing(_: Request) -> Response:
    return Response("gone", 404)


@pytest.mark.parametrize(
    ("handler", "words"),
    [(_slow, "no answer within"), (_bomb, "larger than"), (_picture, "holds no text"), (_missing, "no such page")],
)
def test_limits_are_told_in_one_line(
    httpserver: HTTPServer, settings: Settings, handler: Callable[[Request], Response], words: str
) -> None:
    httpserver.expect_request("/x").respond_with_handler(handler)
    # Only the drip is to be cut off by the clock; a busy machine may need long to pack the bomb.
    seconds = 1.0 if handler is _slow else 30.0
    quick = settings.model_copy(update={"fetch_timeout": seconds, "respect_robots": False})
    with pytest.raises(GatherError, match=words):
        Fetcher(quick, allowed_networks=("127.0.0.0/8",)).fetch(httpserver.url_for("/x"))


def test_robots_are_honoured_and_asked_once(httpserver: HTTPServer, fetcher: Fetcher) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data(
        "User-agent: *\nDisallow: /private", content_type="text/plain"
    )
    httpserver.expect_request("/open").respond_with_data(PAGE, content_type="text/html")
    with pytest.raises(GatherError, match=r"robots\.txt"):
        fetcher.fetch(httpserver.url_for("/private/x"))
    fetcher.fetch(httpserver.url_for("/open"))
    assert [request.path for request, _ in httpserver.log] == ["/robots.txt", "/open"]


def test_a_kept_page_is_asked_again_and_used_when_unchanged(httpserver: HTTPServer, fetcher: Fetcher) -> None:
    def answer(request: Request) -> Response:
        if request.headers.get("If-None-Match") == '"1"':
            return Response(status=304)
        return Response(PAGE, content_type="text/html", headers={"ETag": '"1"'})

    httpserver.expect_request("/c").respond_with_handler(answer)
    first, second = (fetcher.fetch(httpserver.url_for("/c")) for _ in range(2))
    assert first.data == second.data
    assert [response.status_code for request, response in httpserver.log if request.path == "/c"] == [200, 304]


def test_one_failure_does_not_stop_the_rest(httpserver: HTTPServer, settings: Settings, fetcher: Fetcher) -> None:
    httpserver.expect_request("/good").respond_with_data(PAGE, content_type="text/html")
    urls = [httpserver.url_for("/nowhere"), httpserver.url_for("/good"), "http://10.0.0.1/"]
    gathered = gather(urls, settings=settings, fetcher=fetcher)
    assert [note.id for note in gathered.notes] == ["n1"]
    assert len(gathered.failures) == 2


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_pass(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
