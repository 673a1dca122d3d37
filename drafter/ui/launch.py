"""Start the page's server: on this machine only, without usage statistics, in our colours."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Mapping
from typing import Any

from drafter.errors import InputError

DEFAULT_PORT = 8501
_TURN = 0.001
# Without a sign-in the page answers to these names only: a stranger's name that is pointed at this machine (rebinding)
# would make a stranger's page, open in the same browser, look like our own.
_HERE = ("127.0.0.1", "::1", "localhost")


def server_options(
    *, port: int | None = None, open_browser: bool = False, environment: Mapping[str, str] = os.environ
) -> dict[str, Any]:
    """Streamlit's options for our server; ``STREAMLIT_SERVER_PORT`` and ``STREAMLIT_SERVER_ADDRESS`` are honoured.

    Raises:
        InputError: when the port is none, or when the page would be open to the network without a way to sign in.
    """
    from drafter.ui import theme

    chosen = port or _port(environment.get("STREAMLIT_SERVER_PORT") or str(DEFAULT_PORT))
    return {
        "server.address": _address(environment),
        "server.allowedHosts": [] if _guarded(environment) else list(_HERE),
        "server.port": chosen,
        "server.headless": not open_browser,
        "server.fileWatcherType": "none",
        "server.showEmailPrompt": False,
        "server.enableXsrfProtection": True,
        "server.maxUploadSize": 50,
        "browser.gatherUsageStats": False,
        # One run of the script after the other: with fast reruns a second run begins while the callbacks of the first
        # still change the work, and one of two quick events is lost.
        "runner.fastReruns": False,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        # Its greeting goes together with an offer, laid over the page, of things for people who write such pages.
        "logger.hideWelcomeMessage": True,
        **theme.options(),
    }


def _port(written: str) -> int:
    if not written.isdecimal() or not 0 < int(written) < 65536:
        raise InputError(f"STREAMLIT_SERVER_PORT is “{written}”; make it a number from 1 to 65535")
    return int(written)


def _address(environment: Mapping[str, str]) -> str:
    address = environment.get("STREAMLIT_SERVER_ADDRESS") or "127.0.0.1"
    if address not in _HERE and not _guarded(environment):
        raise InputError(
            f"at {address} anybody on the network could read your contacts; set DRAFTER_PASSWORD, or "
            "DRAFTER_USER_HEADER behind a proxy that signs people in"
        )
    return address


def _guarded(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("DRAFTER_PASSWORD") or environment.get("DRAFTER_USER_HEADER"))


def launch(*, port: int | None = None, open_browser: bool = True) -> int:
    """Serve the page until stopped; returns the exit status."""
    from drafter.ui.server import build_app

    try:
        options = server_options(port=port, open_browser=open_browser)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    address, chosen = str(options["server.address"]), int(options["server.port"])
    if _taken(address, chosen):
        print(f"port {chosen} is in use; stop what uses it, or choose another with --port", file=sys.stderr)
        return 2
    host = f"[{address}]" if ":" in address else address
    print(f"The page is at http://{host}:{chosen} (Ctrl-C ends it).", flush=True)
    # A list may be drafted beside the page; at the usual 5 ms each small step of the page would wait for it that long.
    sys.setswitchinterval(_TURN)
    threading.Thread(target=_warm, daemon=True, name="warming").start()
    build_app().run(config=options)
    return 0


def _warm() -> None:
    """Draft the sample once while the browser opens, so that the first visitor does not wait for modules to load."""
    import datetime

    from drafter.pipeline import Drafter
    from drafter.settings import Settings
    from drafter.ui.sample import sample

    # A fault here is met again, and told, when somebody drafts.
    with contextlib.suppress(Exception):
        sample(Drafter(Settings(model="offline")), None, today=datetime.date.today())


def _taken(address: str, port: int) -> bool:
    import socket

    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return True
    return False
