"""A stranger's name pointed at this machine opens nothing: the running page is asked under several names."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from tests.serving import Served

_UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize(
    ("host", "origin", "opens"),
    [
        ("127.0.0.1", "http://127.0.0.1", True),
        ("localhost", "http://localhost", True),
        # The browser believes that the stranger's page and ours are one, for both have the stranger's name.
        ("rebound.example", "http://rebound.example", False),
        ("localhost.rebound.example", "http://localhost.rebound.example", False),
        # A stranger's page that asks for ours by its real name.
        ("127.0.0.1", "http://stranger.example", False),
    ],
)
def test_the_door_opens_to_our_own_names_only(served: Served, host: str, origin: str, opens: bool) -> None:
    port = urlsplit(served.address).port
    origin = origin if origin.endswith("stranger.example") else f"{origin}:{port}"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/_stcore/stream", headers={**_UPGRADE, "Host": f"{host}:{port}", "Origin": origin})
    status = connection.getresponse().status
    connection.close()
    assert status == (101 if opens else 403)
