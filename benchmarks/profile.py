"""How long building a profile takes, against what trafilatura takes to extract the same page."""

from __future__ import annotations

import resource
import time

import trafilatura

from drafter.gather import notes_from_bytes
from drafter.profile import build_profile
from drafter.settings import Settings

SENTENCE = (
    "<p>In {year} Ada Brink led project {n} at Norlys. The office in Aarhus has {n} desks. Guests are welcome.</p>\n"
)


def page(size: int) -> str:
    """A page of about ``size`` characters."""
    body = "".join(SENTENCE.format(year=1990 + n % 36, n=n) for n in range(size // len(SENTENCE)))
    return f"<html><head><title>Ada Brink</title></head><body><main><h1>Ada Brink</h1>{body}</main></body></html>"


def main() -> None:
    """Print one ratio a size, and the peak memory."""
    # Both sides load their libraries before the clock starts.
    trafilatura.extract(page(2000))
    build_profile(notes_from_bytes(page(2000).encode(), name="page.html", settings=Settings()), "Ada Brink")
    for size in (50_000, 5_000_000):
        html = page(size)
        start = time.perf_counter()
        trafilatura.extract(html)
        theirs = time.perf_counter() - start
        start = time.perf_counter()
        notes = notes_from_bytes(html.encode(), name="page.html", settings=Settings())
        middle = time.perf_counter()
        build_profile(notes, "Ada Brink")
        ours = time.perf_counter() - start
        print(
            f"{size} bytes: {ours / theirs:.2f}x (gather {middle - start:.2f} s, profile {start + ours - middle:.2f} s)"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
