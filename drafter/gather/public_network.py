"""Connections to public addresses only: the address checked is the address connected to."""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from typing import Any

import httpcore2
import httpx2

from drafter.errors import GatherError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

PORTS = frozenset((80, 443, 8000, 8008, 8080, 8443))
# Prefixes that carry an IPv4 address inside an IPv6 one, and where it stands in the 128 bits.
_CARRIERS = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0:0/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        *(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
        ),
        *(
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32",
        ),
        *(
            "::/128",
            "::1/128",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
            "3fff::/20",
            "5f00::/16",
        ),
    )
)
_NUMERIC_PART = re.compile(r"0[xX][0-9a-fA-F]*|\d+")


def checked_host(url: httpx2.URL) -> str:
    """The host of an address that may be asked at all.

    Raises:
        GatherError: for another scheme than http(s), credentials, an odd port, or a host in a disguised form.
    """
    shown = str(url)[:200]
    if url.scheme not in {"http", "https"}:
        raise GatherError(f"{shown}: only http and https addresses are fetched; save the page and name the file")
    if url.userinfo:
        raise GatherError(f"{shown}: an address with a user name or password is not fetched; remove the part before @")
    host = url.host.rstrip(".").lower()
    if not host:
        raise GatherError(f"{shown}: the address names no host; check it")
    if is_disguised(host):
        raise GatherError(f"{shown}: a number in place of a host name is not fetched; use the site's name")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".intranet", ".home.arpa", ".lan")):
        raise GatherError(f"{shown}: only public sites are fetched; save the page and name the file")
    return host


def is_disguised(host: str) -> bool:
    """Whether a host is an IPv4 address not in four plain decimal numbers: 2130706433, 0x7f.1, 0177.0.0.1."""
    parts = host.split(".")
    if not _NUMERIC_PART.fullmatch(parts[-1]):
        return False
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return True
    return False


def is_public(address: Address, allowed: Sequence[Network] = ()) -> bool:
    """Whether an address, and an IPv4 address it may carry, is on the public internet."""
    if any(address in network for network in allowed if network.version == address.version):
        return True
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id:
            return False
        for network, shift in _CARRIERS:
            if address in network:
                return is_public(ipaddress.IPv4Address((int(address) >> shift) & 0xFFFFFFFF), allowed)
    if any(address in network for network in _REFUSED if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast


class PublicBackend(httpcore2.NetworkBackend):
    """Resolves a name once, checks every address it has, and connects to one of the very addresses it checked.

    ``allowed`` are further networks, for tests against a local server; ``deadline`` is a moment of ``time.monotonic``.
    """

    def __init__(self, allowed: Sequence[Network] = (), *, deadline: float, ports: frozenset[int] = PORTS) -> None:
        """Everything read through this backend ends at ``deadline``."""
        self._allowed = allowed
        self._deadline = deadline
        self._ports = ports
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to a checked address of ``host``."""
        if port not in self._ports and not self._allowed:
            raise GatherError(f"{host}: port {port} is not one of a web site; save the page and name the file")
        failure: Exception | None = None
        for address in self._checked(host, port)[:4]:
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, _left(self._deadline, timeout), local_address, socket_options
                )
                return _TimedStream(stream, self._deadline)
            except httpcore2.ConnectError as error:
                failure = error
        raise failure or httpcore2.ConnectError(f"{host} has no address")

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:  # noqa: ARG002
        """Never: a page is not behind a local socket."""
        raise GatherError(f"{path}: a local socket is not fetched; name a web address")

    def _checked(self, host: str, port: int) -> list[Address]:
        addresses = _resolve(host, port, _left(self._deadline, 10))
        # One private address among public ones is reason enough: the name is not one of a public site.
        if any(not is_public(address, self._allowed) for address in addresses):
            raise GatherError(f"{host}: only public sites are fetched; save the page and name the file")
        return addresses


def _resolve(host: str, port: int, timeout: float) -> list[Address]:
    try:
        return [ipaddress.ip_address(host.strip("[]"))]
    except ValueError:
        pass
    pool = ThreadPoolExecutor(1)
    try:
        found = pool.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM).result(timeout)
    except (TooLate, OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"{host} could not be found") from error
    finally:
        pool.shutdown(wait=False)
    return list(dict.fromkeys(ipaddress.ip_address(str(info[4][0]).split("%", 1)[0]) for info in found))


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time allowed for this address is over")
    return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which no single wait, and not all waits together, outlast the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class PublicTransport(httpx2.HTTPTransport):
    """The ordinary transport over :class:`PublicBackend`; no proxy, no settings from the environment."""

    def __init__(self, backend: PublicBackend) -> None:
        """Use ``backend`` for every connection."""
        context = httpx2.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore2.ConnectionPool(ssl_context=context, max_connections=4, network_backend=backend)
