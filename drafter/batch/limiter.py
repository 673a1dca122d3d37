"""Keeps a run within what the server allows, as its replies say, and pauses it while the server is down."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_LONGEST_PAUSE = 300.0
"""So many seconds are waited at most before a server is asked again, whatever it said."""
_HOPELESS = 3600.0
"""Who is to wait for longer than this starts the run again another time."""
_WORTH_TELLING = 5.0
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


@dataclass(slots=True)
class _Bucket:
    """What may still be used: it fills by ``rate`` a second up to ``size``; without a rate it is never empty."""

    size: float = 0.0
    rate: float = 0.0
    level: float = 0.0
    at: float = 0.0

    def filled(self, now: float) -> float:
        self.level = min(self.size, self.level + self.rate * max(0.0, now - self.at))
        self.at = now
        return self.level

    def learn(self, *, limit: float, remaining: float, reset: float, now: float) -> None:
        self.size = max(limit, 1.0)
        # A server that refills at once would give a rate without bound; a minute is the usual window.
        self.rate = max((limit - remaining) / reset if reset > 0.05 else limit / 60.0, limit / 3600.0)
        self.level = remaining
        self.at = now

    def wait(self, amount: float, now: float) -> float:
        if not self.size:
            return 0.0
        missing = min(amount, self.size) - self.filled(now)
        return max(0.0, missing / self.rate) if missing > 0 else 0.0


class Limiter:
    """Requests and tokens a minute. Without limits of its own it learns them from the server's headers."""

    def __init__(
        self,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take limits to start from; the server's own, once told, replace them."""
        self._clock = clock
        self._lock = threading.Lock()
        self._paused_until = 0.0
        self._asked_until = 0.0
        self._buckets = {"requests": _Bucket(), "tokens": _Bucket()}
        self._under_way = {"requests": 0.0, "tokens": 0.0}
        for name, limit in (("requests", requests_per_minute), ("tokens", tokens_per_minute)):
            if limit:
                self._buckets[name] = _Bucket(size=limit, rate=limit / 60, level=limit, at=clock())

    def reserve(self, tokens: float) -> float:
        """Take one request of about so many tokens; how many seconds to wait before sending it.

        :meth:`done` has to follow.
        """
        with self._lock:
            return self._reserve(tokens, self._clock())

    def again(self) -> float:
        """Take a turn for a call under way that the server refused for now; how many seconds to wait before it.

        All calls that were refused wait for one another here, instead of each trying by itself.
        """
        with self._lock:
            now, bucket = self._clock(), self._buckets["requests"]
            wait = bucket.wait(1.0, now)
            if bucket.size:
                bucket.level -= 1.0
            return max(wait, self._paused_until - now)

    def done(self, tokens: float) -> None:
        """A request that was taken was answered, failed, or will not be sent."""
        with self._lock:
            self._under_way["requests"] -= 1.0
            self._under_way["tokens"] -= tokens

    def heard(self, status: int, headers: Mapping[str, str]) -> None:
        """Learn from a reply: what is left, and how long to stay away."""
        with self._lock:
            self._learn(status, headers, self._clock())

    @property
    def hopeless(self) -> bool:
        """Whether the server wants to be left alone for longer than a run should wait."""
        return self._asked() > _HOPELESS

    def pause(self) -> float:
        """For how many seconds it is waited for that now, where that is worth telling."""
        asked = self._asked()
        return min(asked, _LONGEST_PAUSE) if asked > _WORTH_TELLING else 0.0

    def _asked(self) -> float:
        with self._lock:
            return max(0.0, self._asked_until - self._clock())

    def _reserve(self, tokens: float, now: float) -> float:
        amounts = {"requests": 1.0, "tokens": tokens}
        wait = max(bucket.wait(amounts[name], now) for name, bucket in self._buckets.items())
        for name, bucket in self._buckets.items():
            if bucket.size:
                bucket.level -= amounts[name]
            self._under_way[name] += amounts[name]
        return max(wait, self._paused_until - now)

    def _learn(self, status: int, headers: Mapping[str, str], now: float) -> None:
        for name, bucket in self._buckets.items():
            limit = _number(headers.get(f"x-ratelimit-limit-{name}"))
            remaining = _number(headers.get(f"x-ratelimit-remaining-{name}"))
            if limit and remaining is not None:
                reset = duration(headers.get(f"x-ratelimit-reset-{name}", ""))
                bucket.learn(limit=limit, remaining=remaining, reset=reset, now=now)
                # The server does not count yet what was taken here and waits; of all but the one that it answers.
                others = max(self._under_way["requests"] - 1.0, 0.0) / max(self._under_way["requests"], 1.0)
                bucket.level -= self._under_way[name] * others
        if status in (429, 503):
            asked = _number(headers.get("retry-after")) or 0.5
            self._paused_until = max(self._paused_until, now + min(asked, _LONGEST_PAUSE))
            self._asked_until = max(self._asked_until, self._clock() + asked)

    def state(self) -> dict[str, Any]:
        """What there is to know about the limits, as JSON."""
        return {"paused_until": self._paused_until} | {name: asdict(bucket) for name, bucket in self._buckets.items()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from what :meth:`state` said."""
        if state:
            self._paused_until = state["paused_until"]
            self._buckets = {name: _Bucket(**state[name]) for name in self._buckets}


class Breaker:
    """Stops asking a server that is down, tries again now and then, and gives up with the reason in plain words."""

    def __init__(
        self, *, after: int = 8, pause: float = 10.0, tries: int = 3, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Open after so many failures in a row; try again after each ``pause``, at most ``tries`` times."""
        self._after, self._pause, self._tries, self._clock = after, pause, tries, clock
        self._lock = threading.Lock()
        self._failures = 0
        self._opened = 0
        self._until = 0.0
        self.reason: str | None = None

    @property
    def given_up(self) -> bool:
        """Whether the run should stop."""
        return self._opened > self._tries

    @property
    def open(self) -> bool:
        """Whether the server is taken to be down: no answer came since it was found so."""
        return self._opened > 0

    def wait(self) -> float:
        """Seconds to stay away from the server."""
        with self._lock:
            return max(0.0, self._until - self._clock())

    def worked(self) -> None:
        """The server answered."""
        with self._lock:
            self._failures = self._opened = 0
            self._until = 0.0
            self.reason = None

    def failed(self, reason: str, *, hopeless: bool = False) -> None:
        """The server did not answer, or said that it cannot; ``hopeless``: nor will it for long."""
        with self._lock:
            self._failures += 1
            self.reason = reason
            if hopeless:
                self._opened = self._tries + 1
            elif self._failures >= self._after and self._clock() >= self._until:
                self._opened += 1
                self._until = self._clock() + self._pause
                # One failed try is enough to open it again.
                self._failures = self._after - 1


def duration(text: str) -> float:
    """``"6m0s"``, ``"20ms"`` or plain seconds, in seconds."""
    plain = _number(text)
    if plain is not None:
        return plain
    return sum(float(amount) * _SECONDS[unit] for amount, unit in _DURATION.findall(text))


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and 0 <= value < 1e12 else None
