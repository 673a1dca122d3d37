"""The server around the page: each browser its own desk, and, where asked for, a password or a proxy's login.

Configured by the environment only, so that it cannot be changed from the page:

``DRAFTER_PASSWORD``
    Everyone must give this password once a browser.
``DRAFTER_USER_HEADER``
    The name of the header in which a reverse proxy says who is logged in, for instance ``X-Forwarded-User``. A request
    without it is refused. Use it only where nobody can reach the server but through the proxy.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import html
import logging
import os
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from drafter.resources import resource
from drafter.ui import theme

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from streamlit.starlette import App

COOKIE = "drafter_desk"
PASS_COOKIE = "drafter_pass"  # noqa: S105 - a cookie's name
SIGN_IN = "/sign-in"
_YEAR = 365 * 24 * 3600
_PAUSE = 1.0
_LONGEST = 4096


def build_app(environment: Mapping[str, str] = os.environ) -> App:
    """The page as an ASGI application."""
    from starlette.middleware import Middleware
    from streamlit import net_util
    from streamlit.starlette import App

    # Streamlit asks a server on the internet for this machine's address, at the start on every interface and whenever
    # a page with another origin connects. Nothing here needs to know it.
    net_util.get_external_ip = lambda: None
    middleware = [Middleware(DeskCookie)]
    if header := environment.get("DRAFTER_USER_HEADER"):
        middleware.insert(0, Middleware(ProxyLogin, header=header))
    if password := environment.get("DRAFTER_PASSWORD"):
        middleware.insert(0, Middleware(Password, password=password))
    return App(resource("app.py"), middleware=middleware, on_script_error=_say_sorry)


class DeskCookie:
    """Gives each browser a mark of its own, so that visitors do not see each other's unsaved work."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the mark with the page's first answer."""
        if not _is_visit(scope) or COOKIE in _cookies(scope):
            await self.app(scope, receive, send)
            return
        mark = _set_cookie(scope, COOKIE, secrets.token_urlsafe(16))

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], mark]}
            await send(message)

        await self.app(scope, receive, marked)


class ProxyLogin:
    """Refuses requests in which the reverse proxy does not say who is there."""

    def __init__(self, app: ASGIApp, header: str) -> None:
        """Wrap the application; ``header`` is what the proxy sets."""
        self.app = app
        self.header = header.lower().encode("latin-1")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request with a name pass."""
        if scope["type"] == "lifespan" or _is_health(scope) or _header(scope, self.header):
            await self.app(scope, receive, send)
            return
        await _refuse(scope, send, 403, "Please come in through the login page of your organisation.")


class Password:
    """Asks for one password a browser before anything else is shown."""

    def __init__(self, app: ASGIApp, password: str) -> None:
        """Wrap the application; ``password`` is what visitors must know."""
        self.app = app
        self.password = password
        # A visitor's proof depends on the password, so that changing it signs everybody out.
        self.proof = hmac.new(
            password.encode(), b"drafter: this browser knows the password", hashlib.sha256
        ).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let those pass who gave the password."""
        if scope["type"] == "lifespan" or _is_health(scope) or self._knows(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "POST" and scope["path"] == SIGN_IN:
            await self._sign_in(scope, receive, send)
        elif scope["type"] == "http":
            await _answer(send, 401, sign_in_page())
        else:
            await _refuse(scope, send, 403, "")

    def _knows(self, scope: Scope) -> bool:
        return hmac.compare_digest(_cookies(scope).get(PASS_COOKIE, "").encode(), self.proof.encode())

    async def _sign_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = parse_qs(await _body(receive)).get("password", [""])[0]
        if not hmac.compare_digest(given.encode(), self.password.encode()):
            await asyncio.sleep(_PAUSE)
            await _answer(send, 401, sign_in_page("That is not the password. Try again."))
            return
        headers = [_set_cookie(scope, PASS_COOKIE, self.proof), (b"location", b"/")]
        await _answer(send, 303, "", headers)


def sign_in_page(complaint: str = "") -> str:
    """The form that asks for the password."""
    said = f'<p role="alert">{html.escape(complaint)}</p>' if complaint else ""
    page = theme.asset("sign_in.html").replace("/* colours */", theme.colours())
    return page.replace("<!-- complaint -->", said)


def _say_sorry(error: Exception) -> bool:
    import streamlit as st

    logging.getLogger("drafter.ui").error("the page failed", exc_info=error)
    st.error("Something went wrong. Your work is saved; reload the page. The server's log has the details.")
    return True


def _cookies(scope: Scope) -> dict[str, str]:
    try:
        parsed = SimpleCookie(_header(scope, b"cookie"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in parsed.items()}


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope.get("headers", ()) if key == name), "")


def _is_visit(scope: Scope) -> bool:
    """Whether a browser asks for a page, and not for one of its parts."""
    return scope["type"] == "http" and "text/html" in _header(scope, b"accept")


def _is_health(scope: Scope) -> bool:
    return str(scope.get("path", "")).endswith("/_stcore/health")


def _set_cookie(scope: Scope, name: str, value: str) -> tuple[bytes, bytes]:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return b"set-cookie", f"{name}={value}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax{secure}".encode()


async def _body(receive: Receive) -> str:
    body = b""
    while len(body) <= _LONGEST:
        message: dict[str, Any] = dict(await receive())
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body[:_LONGEST].decode("utf-8", "replace")


async def _refuse(scope: Scope, send: Send, status: int, text: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await _answer(send, status, html.escape(text))


async def _answer(send: Send, status: int, body: str, headers: list[tuple[bytes, bytes]] | None = None) -> None:
    fixed = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": [*fixed, *(headers or [])]})
    await send({"type": "http.response.body", "body": body.encode()})
