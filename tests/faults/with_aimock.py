"""Runs the client against `@copilotkit/aimock`, another project's imitation of the OpenAI interfaces.

    npm install --prefix FOLDER @copilotkit/aimock
    python tests/faults/with_aimock.py FOLDER

Not part of the test-suite, for it needs node. Prints a line for each thing tried and fails at the first that is wrong.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
from pydantic import BaseModel, SecretStr

from drafter.errors import ModelError
from drafter.llm import Request
from drafter.llm.openai_compatible import OpenAICompatible
from drafter.settings import Settings

FIXTURES = {
    "fixtures": [
        {"match": {"userMessage": "Say fine"}, "response": {"content": '{"text": "fine", "facts": ["f1"]}'}},
        {"match": {"userMessage": "Say prose"}, "response": {"content": "Of course, gladly."}},
        {
            "match": {"userMessage": "Say busy"},
            "response": {"error": {"message": "Rate limited", "type": "rate_limit_error"}, "status": 429},
        },
    ]
}


class Line(BaseModel):
    """What is asked for."""

    text: str
    facts: list[str]


class ToLoopback(httpx2.BaseTransport):
    """Leads requests for the vendor's own host to the imitation."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._inner = httpx2.HTTPTransport()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


@contextmanager
def aimock(folder: Path, fixtures: Path, *options: str) -> Iterator[int]:
    """The imitation on a free port of loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = folder / "node_modules/@copilotkit/aimock/dist/cli.js"
    command = [
        "node",
        str(program),
        "-p",
        str(port),
        "-f",
        str(fixtures),
        "--log-level",
        "silent",
        "--strict",
        *options,
    ]
    process = subprocess.Popen(command)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def ask(port: int, text: str, *, vendor: bool = False, on_text: Any = None, **options: Any) -> Any:
    """One request, by chat completions or by the vendor's own interface."""
    url = {} if vendor else {"base_url": f"http://127.0.0.1:{port}/v1"}
    settings = Settings(model="gpt-4o", api_key=SecretStr("mock"), cache=False, timeout=10, **url, **options)
    client = OpenAICompatible(settings, transport=ToLoopback(port) if vendor else None)
    return client.complete(Request("Be brief.", text, Line, "write"), on_text=on_text)


def refused(port: int, text: str, **options: Any) -> str:
    """The error that a request ends in."""
    try:
        ask(port, text, **options)
    except ModelError as error:
        return str(error)
    raise SystemExit(f"{text!r} should have failed")


def main(folder: Path) -> None:
    """Try everything."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["DRAFTER_HOME"] = scratch
        fixtures = Path(scratch) / "fixtures.json"
        fixtures.write_text(json.dumps(FIXTURES), encoding="utf-8")
        with aimock(folder, fixtures) as port:
            for vendor in (False, True):
                reply = ask(port, "Say fine", vendor=vendor)
                assert reply.value == Line(text="fine", facts=["f1"]), reply
                print("plain", "responses" if vendor else "chat", reply.model, reply.usage)
                pieces: list[str] = []
                reply = ask(port, "Say fine", vendor=vendor, on_text=pieces.append)
                assert "".join(pieces) == reply.text, pieces
                print("streamed in", len(pieces), "pieces", reply.usage)
                print("prose:", refused(port, "Say prose", vendor=vendor))
                print("limit:", refused(port, "Say busy", vendor=vendor, retries=1))
            print("unknown:", refused(port, "Say what nobody wrote down"))
        for chaos in ("drop", "malformed", "disconnect", "ratelimit"):
            with aimock(folder, fixtures, f"--chaos-{chaos}", "1") as port:
                print(f"{chaos}:", refused(port, "Say fine", retries=1))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
