"""How long building a profile takes, against what trafilatura takes to extract the same page."""

from __future__ import annotations

import resource
import time

import trafilatura

from benchmarks._figures import Figure, keep
from drafter.gather import notes_from_bytes
from drafter.profile import build_profile
from drafter.settings import Settings

CONTACT = "Ada Brink"
DENSE = (
    "<p>In {year} Ada Brink led project {n} at Norlys. The office in Aarhus has {n} desks. Guests are welcome.</p>\n"
)
PARAGRAPH = (
    '<div class="wp-block-group has-text-align-left is-layout-flow block-{n}"><p class="text-body lead-{n}">In {year} '
    'Ada Brink and <a href="https://norlys.example/people/{n}?ref=body" rel="noopener">her team</a> moved {n} feeders '
    "to the new forecast. “We read each meter twice,” she said at the workshop. The grid company employs 340 people in "
    "Aarhus and publishes its models as open source.</p></div>\n"
)
CARD = (
    '<li class="card card--person" data-id="{n}"><img class="card__image" loading="lazy" width="320" height="320" '
    'src="/media/portrait-{n}-320x320.jpg" srcset="/media/portrait-{n}-640x640.jpg 2x" alt=""><h3 class="card__name">'
    'Jon Eide</h3><p class="card__role">Head of Section {n}</p></li>\n'
)
LINK = '<li class="menu-item menu-item-{n}"><a class="menu-link" href="/section/{n}/overview">Section {n}</a></li>\n'
SCRIPT = "<script>window.dataLayer=window.dataLayer||[];function track{n}(){{dataLayer.push(arguments)}}</script>\n"
STYLE = ".block-{n}{{margin:0 auto;max-width:72rem;padding:1.{n}rem;display:grid;gap:.{n}rem;color:#1{n}2}}\n"


def _repeated(piece: str, times: int) -> str:
    return "".join(piece.format(n=n, year=1990 + n % 36) for n in range(times))


def _framed(body: str, head: str = "") -> str:
    title = f"<title>{CONTACT} – Norlys</title>"
    return f'<html lang="en"><head>{title}{head}</head><body>{body}</body></html>'


def usual_page(size: int) -> str:
    """A company page about a person: menus, styles, scripts and cards around a few screens of text."""
    share = size // 50_000
    main = f"<main><h1>{CONTACT}</h1>{_repeated(PARAGRAPH, 33 * share)}<ul>{_repeated(CARD, 16 * share)}</ul></main>"
    menu = f'<nav class="site-menu"><ul>{_repeated(LINK, 50 * share)}</ul></nav>'
    end = f"<footer><ul>{_repeated(LINK, 30 * share)}</ul>© Norlys</footer>{_repeated(SCRIPT, 90 * share)}"
    return _framed(menu + main + end, f"<style>{_repeated(STYLE, 130 * share)}</style>")


def dense_page(size: int) -> str:
    """Nothing but short sentences, each of which could be a fact."""
    return _framed(f"<main><h1>{CONTACT}</h1>{_repeated(DENSE, size // len(DENSE))}</main>")


def _seconds(html: str, times: int) -> tuple[float, float, float]:
    """The best of several runs: trafilatura, gathering, profile."""
    found = []
    for run in range(times):
        # Another text each time, for nothing learnt of it to be of use.
        fresh = html.replace("Aarhus", f"Aarhus{run}")
        begin = time.perf_counter()
        trafilatura.extract(fresh)
        extracted = time.perf_counter()
        notes = notes_from_bytes(fresh.encode(), name="page.html", settings=Settings())
        gathered = time.perf_counter()
        build_profile(notes, CONTACT)
        found.append((extracted - begin, gathered - extracted, time.perf_counter() - gathered))
    best = sorted(found)
    return min(row[0] for row in best), min(row[1] for row in best), min(row[2] for row in best)


def main() -> None:
    """Print one ratio a page, and the peak memory."""
    # Both sides load their libraries before the clock starts.
    _seconds(usual_page(50_000), 1)
    pages = (("a usual page", usual_page, 50_000), ("a dense page", dense_page, 50_000))
    for name, page, size in (*pages, ("a usual page", usual_page, 5_000_000), ("a dense page", dense_page, 5_000_000)):
        html = page(size)
        theirs, gathering, profile = _seconds(html, 1 if size > 1_000_000 else 5)
        ratio = (gathering + profile) / theirs
        what = f"page to facts, {name} of {len(html) // 1000:,} KB"
        keep(Figure(what, gathering + profile, "s", "trafilatura (text only)", theirs, aim="at most 2"))
        print(
            f"{name} of {len(html):,} characters: {ratio:.2f}x of {theirs:.3f} s "
            f"(gather {gathering:.3f} s, profile {profile:.3f} s)"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
