"""Pages fetched before, kept in the data folder; a site is asked whether they still hold (ETag, Last-Modified)."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

_KEPT_HEADERS = ("content-type", "etag", "last-modified")
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Known:
    """A page as it was when last fetched."""

    headers: dict[str, str]
    data: bytes

    def validators(self) -> dict[str, str]:
        """The headers that ask for an answer only if the page has changed."""
        found = {"If-None-Match": self.headers.get("etag"), "If-Modified-Since": self.headers.get("last-modified")}
        return {name: value for name, value in found.items() if value}


class PageCache:
    """A folder of pages; a file that is damaged or cannot be written is as if it were not there."""

    def __init__(self, folder: Path) -> None:
        """The folder is made at the first page."""
        self._folder = folder

    def get(self, url: str) -> Known | None:
        """The page, if it is kept and can be revalidated."""
        try:
            head, _, data = self._path(url).read_bytes().partition(b"\n")
            headers = json.loads(head)
            if headers.get("url") != url or headers.get("sha256") != hashlib.sha256(data).hexdigest():
                return None
        except (OSError, ValueError, AttributeError):
            return None
        return Known({name: headers[name] for name in _KEPT_HEADERS if name in headers}, data)

    def put(self, url: str, headers: dict[str, str], data: bytes) -> None:
        """Keep a page that can be revalidated; replaced as a whole, so that a kill leaves the old or the new one."""
        if not (headers.get("etag") or headers.get("last-modified")):
            return
        kept = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
        head = json.dumps({**kept, "url": url, "sha256": hashlib.sha256(data).hexdigest()}).encode()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(head + b"\n" + data)
            Path(name).replace(self._path(url))
            self._trim()

    def _path(self, url: str) -> Path:
        return self._folder / (hashlib.sha256(url.encode()).hexdigest()[:40] + ".page")

    def _trim(self) -> None:
        pages = sorted(self._folder.glob("*.page"), key=lambda path: path.stat().st_mtime)
        for path in pages[: max(0, len(pages) - _MOST_PAGES)]:
            path.unlink(missing_ok=True)
