"""Machines of their own for workers: network namespaces that can be cut off, or relays where those are forbidden.

A place reaches the test's servers only through its own wire. While it is cut, nothing arrives and nobody is told: as
with a pulled cable, connections stay open on both ends.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

_NET = f"10.{64 + os.getpid() % 180}"
"""Networks of this process's own, so that two runs do not meet."""

ADDRESS = f"{_NET}.255.1"
"""Where the servers are for all namespaces alike; it is given to this machine for as long as they exist."""


@dataclass
class Relay:
    """Passes bytes from a TCP port to a server; ``cut`` keeps every byte back until it is joined again."""

    target: tuple[str, int] | str
    host: str = "127.0.0.1"
    joined: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def __enter__(self) -> Relay:
        self.joined.set()
        self._listener = socket.create_server((self.host, 0), backlog=128)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.joined.set()
        self._listener.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                threading.Thread(target=self._pair, args=(near,), daemon=True).start()

    def _pair(self, near: socket.socket) -> None:
        kind = socket.AF_UNIX if isinstance(self.target, str) else socket.AF_INET
        with contextlib.suppress(OSError), near, socket.socket(kind) as far:
            far.connect(self.target)
            back = threading.Thread(target=self._pass, args=(far, near), daemon=True)
            back.start()
            self._pass(near, far)
            back.join()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self.joined.wait()
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)


@dataclass
class Place:
    """Somewhere to run a worker: ``ports`` are where it finds each of the servers, ``host`` at which address."""

    name: str
    host: str
    ports: list[int]
    wire: str | None = None
    relays: list[Relay] = field(default_factory=list)

    def start(self, *command: str, folder: Path, log: Path, **environment: str) -> subprocess.Popen[bytes]:
        """Start a command here; its process id is the command's own."""
        words = list(command)
        if self.wire:
            # A machine has a name of its own, too: the ledger asks the processes of its own machine whether they live.
            named = f'hostname {self.name}; exec "$@"'
            words = ["ip", "netns", "exec", self.name, "unshare", "--uts", "sh", "-c", named, "sh", *words]
        with log.open("ab") as file:
            return subprocess.Popen(
                words, cwd=folder, env={**os.environ, **environment}, stdout=file, stderr=subprocess.STDOUT
            )

    def cut(self) -> None:
        """Pull the cable."""
        for relay in self.relays:
            relay.joined.clear()
        if self.wire:
            _ip("link", "set", self.wire, "down")

    def join(self) -> None:
        """Put it back."""
        for relay in self.relays:
            relay.joined.set()
        if self.wire:
            _ip("link", "set", self.wire, "up")


@contextlib.contextmanager
def places(count: int, *targets: tuple[str, int] | str) -> Iterator[list[Place]]:
    """So many places, each with a way to each of the servers (a host and port, or the path of a Unix socket)."""
    with ExitStack() as stack:
        if not can_separate():
            yield [_relayed(stack, f"place{number}", targets) for number in range(count)]
            return
        _ip("address", "replace", f"{ADDRESS}/32", "dev", "lo")
        stack.callback(_ip, "address", "del", f"{ADDRESS}/32", "dev", "lo")
        ports = [stack.enter_context(Relay(target, host=ADDRESS)).port for target in targets]
        yield [_separated(stack, number, ports) for number in range(1, count + 1)]


def can_separate() -> bool:
    """Whether network namespaces may be made here."""
    if os.geteuid() or not shutil.which("ip") or not shutil.which("unshare"):
        return False
    made = subprocess.run(["ip", "netns", "add", "drafter-try"], capture_output=True, check=False).returncode == 0
    if made:
        _ip("netns", "del", "drafter-try")
    return made


def _relayed(stack: ExitStack, name: str, targets: tuple[tuple[str, int] | str, ...]) -> Place:
    relays = [stack.enter_context(Relay(target)) for target in targets]
    return Place(name, "127.0.0.1", [relay.port for relay in relays], relays=relays)


def _separated(stack: ExitStack, number: int, ports: list[int]) -> Place:
    name, net = f"drafter-{os.getpid()}-{number}", f"{_NET}.{number}"
    near, far = f"n{os.getpid()}-{number}", f"f{os.getpid()}-{number}"
    _ip("netns", "add", name)
    stack.callback(_ip, "netns", "del", name)
    _ip("link", "add", near, "type", "veth", "peer", "name", far)
    _ip("link", "set", far, "netns", name)
    _ip("address", "add", f"{net}.1/30", "dev", near)
    _ip("link", "set", near, "up")
    for words in (
        ("address", "add", f"{net}.2/30", "dev", far),
        ("link", "set", far, "up"),
        ("link", "set", "lo", "up"),
        ("route", "add", "default", "via", f"{net}.1"),
    ):
        _ip("-n", name, *words)
    return Place(name, ADDRESS, ports, wire=near)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def until(reached: object, *, seconds: float, pause: float = 0.02) -> None:
    """Wait for something to be true.

    Raises:
        TimeoutError: when it does not come.
    """
    assert callable(reached)
    end = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError("what was waited for did not come")
        time.sleep(pause)
