"""An OpenAI-compatible server on loopback that misbehaves as told, one step a request, and counts what it is asked.

    with FaultServer([Step(status=429, headers={"Retry-After": "1"}), answer({"text": "fine"})]) as server:
        ...                       # OPENAI_BASE_URL=server.url
    assert server.count == 2

The last step is repeated for every further request.
"""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Break = Literal["before", "headers", "middle"]


@dataclass(frozen=True)
class Step:
    """What the server does with one request.

    ``reset`` breaks the connection before anything, after the headers or in the middle of the body. ``wait`` comes
    before the first byte, ``stall`` in the middle of the body. ``chunks`` are sent as a stream of events.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    reset: Break | None = None
    wait: float = 0
    stall: float = 0
    chunks: tuple[bytes, ...] | None = None
    pause: float = 0
    unless: Callable[[dict[str, Any]], Step | None] | None = None


def completion(text: str | None, *, finish: str = "stop", model: str = "fault-1", **message: Any) -> dict[str, Any]:
    """A chat completion with this text."""
    return {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text, **message}}
        ],
        "usage": {
            "prompt_tokens": 900,
            "completion_tokens": 120,
            "total_tokens": 1020,
            "prompt_tokens_details": {"cached_tokens": 512},
        },
    }


def answer(value: Any, **options: Any) -> Step:
    """A good answer: ``value`` as JSON, or as it is when it is a text."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Step(body=json.dumps(completion(text, **options)).encode())


def failure(status: int, message: str = "no", *, code: str | None = None, **headers: str) -> Step:
    """An error in the protocol's own form; ``retry_after="1"`` becomes the header."""
    body = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    names = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return Step(status, json.dumps(body).encode(), names)


def stream(text: str, *, size: int = 12, pause: float = 0, finish: str | None = "stop", done: bool = True) -> Step:
    """The answer as a stream of events, ``size`` characters each."""
    events: list[dict[str, Any]] = [
        {"choices": [{"index": 0, "delta": {"content": text[at : at + size]}}]} for at in range(0, len(text), size)
    ]
    if finish:
        events.append({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
        events.append({"choices": [], "usage": completion("")["usage"]})
    head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "fault-1"}
    lines = [f"data: {json.dumps(head | event)}\n\n".encode() for event in events]
    return Step(chunks=(*lines, b"data: [DONE]\n\n") if done else tuple(lines), pause=pause)


def packed(step: Step, *, encoding: str = "gzip") -> Step:
    """The step with its body packed."""
    return Step(step.status, gzip.compress(step.body, 9), {**step.headers, "Content-Encoding": encoding})


def rejecting(*words: str, then: Step) -> Step:
    """Rejects each request whose JSON holds one of ``words``, else does ``then``."""

    def judge(request: dict[str, Any]) -> Step | None:
        text = json.dumps(request)
        found = next((word for word in words if f'"{word}"' in text), None)
        return failure(400, f"Unsupported parameter: {found}") if found else None

    return Step(then.status, then.body, then.headers, unless=judge)


class FaultServer:
    """Runs while used in ``with``; ``requests`` are the bodies received, ``keys`` the credentials they came with."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self.steps = list(steps)
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.times: list[float] = []
        self.broken_pipes = 0
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        """What OPENAI_BASE_URL is to be."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def count(self) -> int:
        """How many requests came."""
        return len(self.requests)

    def __enter__(self) -> FaultServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, request: dict[str, Any], key: str) -> Step:
        """Count a request and say what to do with it."""
        with self._lock:
            step = self.steps[min(self.count, len(self.steps) - 1)]
            self.requests.append(request)
            self.keys.append(key)
            self.times.append(time.monotonic())
        return (step.unless(request) if step.unless else None) or step

    def sleep(self, seconds: float) -> None:
        """Wait, but not beyond the server's end."""
        self._stopping.wait(seconds)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, owner: FaultServer) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is part of the play."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    @property
    def owner(self) -> FaultServer:
        return self.server.owner

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._send(Step(body=b'{"object":"list","data":[{"id":"fault-1","object":"model"}]}'))

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        step = self.owner.take(json.loads(raw), self.headers.get("Authorization", ""))
        if step.reset == "before":
            return self._reset()
        self.owner.sleep(step.wait)
        try:
            self._send(step)
        except (BrokenPipeError, ConnectionResetError):
            self.owner.broken_pipes += 1
            self.close_connection = True
        return None

    def _send(self, step: Step) -> None:
        kind = "text/event-stream" if step.chunks is not None else "application/json"
        headers = {"Content-Type": kind, **step.headers}
        headers |= {"Connection": "close"} if step.chunks is not None else {"Content-Length": str(len(step.body))}
        self.send_response(step.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if step.reset == "headers":
            return self._reset()
        if step.chunks is None:
            return self._send_body(step)
        for at, chunk in enumerate(step.chunks):
            if at == len(step.chunks) // 2:
                self._turn(step)
                if step.reset:
                    return None
            self.wfile.write(chunk)
            self.wfile.flush()
            self.owner.sleep(step.pause)
        self.close_connection = True
        return None

    def _send_body(self, step: Step) -> None:
        half = len(step.body) // 2
        if not (step.reset or step.stall):
            self.wfile.write(step.body)
            return
        self.wfile.write(step.body[:half])
        self.wfile.flush()
        self._turn(step)
        if not step.reset:
            self.wfile.write(step.body[half:])

    def _turn(self, step: Step) -> None:
        self.owner.sleep(step.stall)
        if step.reset == "middle":
            self._reset()

    def _reset(self) -> None:
        # Linger zero makes the kernel send a reset instead of a proper end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.shutdown(socket.SHUT_RD)
        self.close_connection = True
        self.wfile.flush()
        self.connection.close()
