"""Fetching a web page: politely, from public sites only, within limits of time, size and redirects."""

from __future__ import annotations

import datetime
import ipaddress
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx2

from drafter.errors import GatherError
from drafter.gather.public_network import PublicBackend, PublicTransport, checked_host
from drafter.settings import Settings, data_folder

if TYPE_CHECKING:
    from drafter.gather.page_cache import PageCache

USER_AGENT = "drafter/0.1 (prepares one message for one person; reads robots.txt)"
_MOST_REDIRECTS = 5
_TEXTUAL = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/json",
    "application/ld+json",
    "application/yaml",
    "application/x-yaml",
    "application/rss+xml",
    "application/atom+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument",
    "message/rfc822",
    "application/msword",
)
_UNTEXTUAL = ("text/css", "text/javascript", "text/event-stream")


@dataclass(frozen=True, slots=True)
class Page:
    """What a site answered."""

    url: str
    data: bytes
    content_type: str | None
    retrieved_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """One response, read to its end."""

    status: int
    headers: dict[str, str]
    data: bytes


class Fetcher:
    """Fetches pages for one run; safe to use from several threads.

    ``allowed_networks`` are networks that are fetched from although they are not public: for tests only.
    """

    def __init__(
        self, settings: Settings, *, allowed_networks: Sequence[str] = (), cache: PageCache | None = None
    ) -> None:
        """Take limits, politeness and the cache from ``settings``."""
        from drafter.gather.robots import Robots

        self._settings = settings
        self._allowed = tuple(ipaddress.ip_network(network) for network in allowed_networks)
        self._robots = Robots(self._robots_text) if settings.respect_robots else None
        self._cache = cache
        if cache is None and settings.cache:
            from drafter.gather.page_cache import PageCache

            self._cache = PageCache(data_folder() / "pages")

    def fetch(self, url: str) -> Page:
        """The page at ``url``, followed through redirects.

        Raises:
            GatherError: when it may not or cannot be fetched; the message says why and what to do.
        """
        deadline = time.monotonic() + self._settings.fetch_timeout
        try:
            return self._fetch(url.strip(), deadline)
        except GatherError:
            raise
        except httpx2.TimeoutException as error:
            raise GatherError(
                f"{url}: no answer within {self._settings.fetch_timeout:g} s; try again or save the page"
            ) from error
        except httpx2.InvalidURL as error:
            raise GatherError(f"{url[:200]}: not a web address ({error}); check it") from error
        except (httpx2.HTTPError, OSError, zlib.error, UnicodeError) as error:
            reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
            raise GatherError(
                f"{url}: could not be fetched ({reason}); check the address and your connection"
            ) from error

    def _fetch(self, url: str, deadline: float) -> Page:
        seen: set[str] = set()
        with httpx2.Client(transport=self._transport(deadline), follow_redirects=False, trust_env=False) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                target = httpx2.URL(url)
                self._check(target)
                if url in seen:
                    raise GatherError(f"{url}: redirects to itself; open it in a browser and save the page")
                seen.add(url)
                answer = self._ask(client, url, deadline)
                if answer.status not in {301, 302, 303, 307, 308} or not answer.headers.get("location"):
                    return self._page(url, answer)
                url = str(target.join(answer.headers["location"]).copy_with(fragment=None))
        raise GatherError(f"{url}: more than {_MOST_REDIRECTS} redirects; open it in a browser and save the page")

    def _transport(self, deadline: float) -> httpx2.BaseTransport:
        return PublicTransport(PublicBackend(self._allowed, deadline=deadline))

    def _check(self, url: httpx2.URL) -> None:
        """Refuse by the address alone what must not even be looked up; then ask the site's rules."""
        if not (
            self._allowed
            and url.host in {"localhost", "127.0.0.1", "::1"}
            and not url.userinfo
            and url.scheme == "http"
        ):
            checked_host(url)
        if self._robots and not self._robots.allows(str(url), USER_AGENT):
            raise GatherError(
                f"{url}: the site's robots.txt asks programs not to read this page; save it from a browser"
            )

    def _ask(self, client: httpx2.Client, url: str, deadline: float) -> Answer:
        known = self._cache.get(url) if self._cache else None
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,text/*;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        if known:
            headers |= known.validators()
        answer = self._read(client, url, headers, deadline, self._settings.fetch_bytes)
        if answer.status == 304 and known:
            return Answer(200, known.headers, known.data)
        if self._cache and answer.status == 200 and "no-store" not in answer.headers.get("cache-control", ""):
            self._cache.put(url, answer.headers, answer.data)
        return answer

    def _read(self, client: httpx2.Client, url: str, headers: dict[str, str], deadline: float, limit: int) -> Answer:
        timeout = httpx2.Timeout(self._settings.fetch_timeout, connect=self._settings.connect_timeout)
        with client.stream("GET", url, headers=headers, timeout=timeout) as response:
            found = {name.lower(): value for name, value in response.headers.items()}
            if response.status_code == 200:
                _check_type(url, found.get("content-type", ""))
            pieces, size = [], 0
            # Sizes are of the unpacked text: a few bytes can unpack to gigabytes.
            for piece in response.iter_bytes(65_536):
                size += len(piece)
                if size > limit:
                    raise GatherError(
                        f"{url}: larger than {limit / 1_000_000:g} MB; save only the part about the contact"
                    )
                if time.monotonic() > deadline:
                    raise httpx2.ReadTimeout("too slow")
                pieces.append(piece)
            return Answer(response.status_code, found, b"".join(pieces))

    def _robots_text(self, url: str) -> str | None:
        """The site's robots.txt; ``None`` when it has none or cannot be asked (then everything may be read)."""
        deadline = time.monotonic() + min(10.0, self._settings.fetch_timeout)
        headers = {"User-Agent": USER_AGENT, "Accept": "text/plain"}
        try:
            with httpx2.Client(transport=self._transport(deadline), follow_redirects=False, trust_env=False) as client:
                answer = self._read(client, url, headers, deadline, 500_000)
        except (httpx2.HTTPError, OSError, GatherError, zlib.error):
            return None
        return answer.data.decode("utf-8", "replace") if answer.status == 200 else None

    def _page(self, url: str, answer: Answer) -> Page:
        if answer.status != 200:
            raise GatherError(f"{url}: {_reason(answer.status)}")
        if not answer.data.strip():
            raise GatherError(f"{url}: the page is empty; open it in a browser and save it")
        moment = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        return Page(url, answer.data, answer.headers.get("content-type"), moment)


def _check_type(url: str, content_type: str) -> None:
    kind = content_type.split(";", 1)[0].strip().lower()
    if kind and (not kind.startswith(_TEXTUAL) or kind.startswith(_UNTEXTUAL)):
        raise GatherError(f"{url}: holds no text but {kind[:60]}; name the page that describes the contact")


def _reason(status: int) -> str:
    if status in {401, 403, 407, 451, 999}:
        return f"the site does not let programs read it (status {status}); open it in a browser and save the page"
    if status in {404, 410}:
        return f"no such page (status {status}); check the address"
    if status == 429 or status >= 500:
        return f"the site is busy or broken (status {status}); try again later or save the page from a browser"
    return f"the site answered with status {status}; open it in a browser and save the page"
