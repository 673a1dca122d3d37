"""The wishes of a site about programs, read once for each site."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import urlsplit


class Robots:
    """Asks ``read`` for each site's robots.txt at most once."""

    def __init__(self, read: Callable[[str], str | None]) -> None:
        """``read`` returns the text at an address, or ``None`` where there is none."""
        self._read = read
        self._rules: dict[str, object] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def allows(self, url: str, agent: str) -> bool:
        """Whether the site lets ``agent`` read ``url``."""
        from protego import Protego

        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock:
            if site not in self._rules:
                text = self._read(f"{site}/robots.txt")
                self._rules[site] = Protego.parse(text) if text else None
        rules = self._rules[site]
        return not isinstance(rules, Protego) or bool(rules.can_fetch(url, agent))
