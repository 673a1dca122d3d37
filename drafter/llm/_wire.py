"""The HTTP client below the SDK: it keeps a deadline and refuses replies that are too big to be true."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import httpx2

from drafter.errors import ModelError, ReplyError

REPLY_BYTES = 10_000_000
DEADLINE: ContextVar[float] = ContextVar("DEADLINE")


Heard = Callable[[int, Mapping[str, str]], None]


def open_wire(
    connect_timeout: float,
    transport: httpx2.BaseTransport | None = None,
    *,
    heard: Heard | None = None,
    most: int = REPLY_BYTES,
) -> httpx2.Client:
    """A client that honours ``DEADLINE``, caps each reply, follows no redirect and uses the system's proxies.

    ``heard`` is told each reply's status and headers; ``most`` is how many bytes a reply may have.
    """

    def before(request: httpx2.Request) -> None:
        left = time_left()
        request.extensions["timeout"] = {
            "connect": min(connect_timeout, left),
            "pool": left,
            "write": left,
            "read": left,
        }
        # What was not asked for in compressed form cannot be a bomb; gzip is still understood, see _Guarded.
        request.headers["accept-encoding"] = "identity"

    def after(response: httpx2.Response) -> None:
        if heard:
            heard(response.status_code, response.headers)
        _guard(response, most)

    return httpx2.Client(
        transport=transport,
        event_hooks={"request": [before], "response": [after]},
        limits=httpx2.Limits(max_connections=200, max_keepalive_connections=100),
        timeout=None,
    )


def time_left() -> float:
    """Seconds until the deadline, never nothing at all: a timeout of zero means "do not wait" to a socket."""
    return max(DEADLINE.get() - time.monotonic(), 0.001)


def _guard(response: httpx2.Response, most: int) -> None:
    encoding = response.headers.pop("content-encoding", "identity").strip().lower()
    response.stream = _Guarded(response, encoding, most)


class _Guarded(httpx2.SyncByteStream):
    """The body of a reply, unpacked and counted piece by piece."""

    def __init__(self, response: httpx2.Response, encoding: str, most: int) -> None:
        assert isinstance(response.stream, httpx2.SyncByteStream)
        self._stream: httpx2.SyncByteStream = response.stream
        self._encoding = encoding
        self._most = most
        self._late = False
        self._watchdog: threading.Timer | None = None
        self._network = response.extensions.get("network_stream")
        self._timeouts = response.request.extensions.get("timeout", {})
        length = response.headers.get("content-length", "")
        self._length = int(length) if length.isdecimal() and encoding in ("", "identity") else None

    def __iter__(self) -> Iterator[bytes]:
        self._timeouts["read"] = time_left()
        # A body of known length that comes in one piece, as most do, is waited for by the read itself.
        if self._length is None:
            self._watch()
        try:
            yield from self._counted()
            if self._late or time.monotonic() > DEADLINE.get():
                raise httpx2.ReadTimeout("the deadline passed")
        except httpx2.TransportError as error:
            if self._late:
                raise httpx2.ReadTimeout("the deadline passed") from error
            raise
        finally:
            if self._watchdog is not None:
                self._watchdog.cancel()

    def _counted(self) -> Iterator[bytes]:
        size = 0
        for chunk in _unpacked(self._stream, self._encoding):
            size += len(chunk)
            if size > self._most:
                raise ReplyError(
                    f"the reply is larger than {self._most // 1_000_000} MB; try again or check OPENAI_BASE_URL"
                )
            if self._watchdog is None and size < (self._length or 0):
                self._watch()
            yield chunk
            if time.monotonic() > DEADLINE.get():
                return

    def _watch(self) -> None:
        self._watchdog = threading.Timer(time_left(), self._cut)
        self._watchdog.daemon = True
        self._watchdog.start()

    def _cut(self) -> None:
        # A read in progress keeps the timeout it began with, so a stall after a slow start is ended from outside.
        self._late = True
        found = self._network.get_extra_info("socket") if self._network else None
        if isinstance(found, socket.socket):
            with suppress(OSError):
                found.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Release the connection."""
        self._stream.close()

    @property
    def elapsed(self) -> Any:
        """How long the reply took, where the client measured it."""
        return getattr(self._stream, "elapsed", None)


def _unpacked(stream: Any, encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from stream
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ModelError("the server packs its replies in a way that was not asked for; check the proxy before it")
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        for chunk in stream:
            piece = unpack.decompress(chunk, 65_536)
            while piece:
                yield piece
                piece = unpack.decompress(unpack.unconsumed_tail, 65_536)
    except zlib.error:
        raise ReplyError("the reply is packed but cannot be unpacked; check the proxy or OPENAI_BASE_URL") from None
