"""How long reading a page takes against trafilatura on the same page in the same run.

Prints a ratio for a page of 50 KB and one of 5 MB; below 1 means quicker than trafilatura alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks._figures import Figure, keep

_HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ada Quill - Fennel Freight</title>
<meta name="description" content="Ada Quill runs the booking platform of Fennel Freight."></head><body>
<nav><ul>
<li><a href="/">Home</a></li><li><a href="/team">Team</a></li><li><a href="/blog">Blog</a></li></ul></nav><main>"""
_SECTION = """<section class="post"><h2>Report {number}: what the platform taught us</h2>
<p>In {year} the team at <a href="/x{number}">Fennel Freight</a>
moved {number} depots to the new booking system, and Ada Quill
wrote about the <em>on-call</em> changes that came with it: fewer pages at night, more rehearsal by day.</p>
<ul><li>Depots moved: {number}</li><li>Talk at the reliability meeting, {year}</li></ul>
<table><tr><th>Year</th><td>{year}</td></tr><tr><th>Depots</th><td>{number}</td></tr></table></section>
"""


def page(size: int) -> str:
    """A page of about ``size`` characters: prose, lists, tables and a menu."""
    sections, total, number = [], len(_HEAD), 0
    while total < size:
        number += 1
        sections.append(_SECTION.format(number=number, year=1990 + number % 35))
        total += len(sections[-1])
    return _HEAD + "".join(sections) + "</main><footer>© Fennel Freight</footer></body></html>"


def best_of(work: Callable[[], object], rounds: int) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print one line a size."""
    import trafilatura

    from drafter.gather.html import read_html

    for size, rounds in ((50_000, 7), (5_000_000, 1)):
        source = page(size)
        ours = best_of(lambda source=source: read_html(source, origin="page.html"), rounds)
        theirs = best_of(lambda source=source: trafilatura.extract(source), rounds)
        keep(Figure(f"reading a page of {size:,} bytes", ours, "s", "trafilatura", theirs))
        print(f"{size:>9,} bytes: gather {ours:.3f} s, trafilatura {theirs:.3f} s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
