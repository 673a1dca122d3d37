"""The server around the page, spoken to as a browser or a proxy would, without a network."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from drafter.ui import server
from drafter.ui.server import COOKIE, PASS_COOKIE, DeskCookie, Password, ProxyLogin, build_app


async def inner(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"the page"})


def ask(app: Any, path: str = "/", *, kind: str = "http", body: bytes = b"", **headers: str) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    method = "POST" if body else "GET"
    scope = {"type": kind, "path": path, "method": method, "headers": named, "scheme": "http"}
    # A thread of its own, because a browser's driver may keep a loop running in this one.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    return sent


def cookie_of(sent: list[dict[str, Any]], name: str) -> str | None:
    for key, value in sent[0].get("headers", ()):
        if key == b"set-cookie" and value.decode().startswith(name):
            return value.decode()
    return None


def test_each_browser_gets_a_mark_of_its_own_that_scripts_cannot_read() -> None:
    app = DeskCookie(inner)
    first, second = (cookie_of(ask(app, accept="text/html"), COOKIE) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.partition(";")[0] != second.partition(";")[0]
    assert "HttpOnly" in first
    assert "SameSite=Lax" in first


def test_a_browser_keeps_its_mark_and_parts_of_the_page_set_none() -> None:
    app = DeskCookie(inner)
    assert cookie_of(ask(app, accept="text/html", cookie=f"{COOKIE}=known"), COOKIE) is None
    assert cookie_of(ask(app, "/static/app.js", accept="*/*"), COOKIE) is None


def test_nothing_is_shown_without_the_password() -> None:
    app = Password(inner, "open sesame")
    sent = ask(app, accept="text/html")
    assert sent[0]["status"] == 401
    assert b"the page" not in sent[1]["body"]
    assert b'type="password"' in sent[1]["body"]
    assert ask(app, "/_stcore/stream", kind="websocket")[0]["type"] == "websocket.close"


def test_the_right_password_opens_and_the_proof_is_not_the_password() -> None:
    app = Password(inner, "open sesame")
    sent = ask(app, "/sign-in", body=b"password=open+sesame")
    assert sent[0]["status"] == 303
    cookie = cookie_of(sent, PASS_COOKIE)
    assert cookie is not None
    assert "sesame" not in cookie
    proof = cookie.partition(";")[0]
    assert ask(app, cookie=proof)[1]["body"] == b"the page"
    assert ask(app, "/_stcore/stream", kind="websocket", cookie=proof)[0]["type"] == "websocket.accept"


def test_a_wrong_password_and_an_old_proof_do_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_PAUSE", 0)
    app = Password(inner, "open sesame")
    sent = ask(app, "/sign-in", body=b"password=guess")
    assert sent[0]["status"] == 401
    assert b"not the password" in sent[1]["body"]
    old = Password(inner, "an earlier one").proof
    assert ask(app, cookie=f"{PASS_COOKIE}={old}")[0]["status"] == 401


def test_a_proxy_must_say_who_is_there() -> None:
    app = ProxyLogin(inner, "X-Forwarded-User")
    assert ask(app)[0]["status"] == 403
    assert ask(app, "/_stcore/stream", kind="websocket")[0]["type"] == "websocket.close"
    assert ask(app, x_forwarded_user="maya")[0]["status"] == 200
    assert ask(app, "/_stcore/health")[0]["status"] == 200


@pytest.mark.parametrize(
    ("guard", "refused"), [({"DRAFTER_USER_HEADER": "X-User"}, 403), ({"DRAFTER_PASSWORD": "tide"}, 401)]
)
def test_the_guard_that_is_asked_for_stands_before_the_page(
    monkeypatch: pytest.MonkeyPatch, guard: dict[str, str], refused: int
) -> None:
    # One process has one page; what this test makes is gone with it.
    monkeypatch.setattr("streamlit.runtime.Runtime._instance", None)
    assert ask(build_app(guard))[0]["status"] == refused
