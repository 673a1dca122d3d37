"""Words of which only one can be right in its place: "with his dad" bears out no brother, logistics no marketing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.language.meaning import CJK, fold
from drafter.resources import once, resource

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

Member = tuple[str, int]
_CLEAR = 0.8


@once
def _forms() -> tuple[dict[str, Member], dict[str, Member]]:
    """Members of the sets by word; those of Chinese characters and katakana apart, which no space surrounds."""
    words: dict[str, Member] = {}
    joined: dict[str, Member] = {}
    text = resource("data", "alternatives.tsv").read_text(encoding="utf-8")
    for at, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            name, _, forms = line.partition("\t")
            for form in forms.split():
                (joined if CJK.search(form) else words)[fold(form)] = (name, at)
    return words, joined


@lru_cache(maxsize=4096)
def members(text: str) -> dict[str, set[int]]:
    """The members of each set that a text names."""
    words, joined = _forms()
    found: dict[str, set[int]] = {}
    for word in WORD.findall(text):
        for key in (fold(word), fold(word.rstrip("s"))):
            if key in words:
                found.setdefault(words[key][0], set()).add(words[key][1])
    if CJK.search(text):
        for form, (name, at) in joined.items():
            if form in text:
                found.setdefault(name, set()).add(at)
    return found


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A word where the sources have another one of its set."""
    if claim.soft:
        return
    for place, item in enumerate(match.parts):
        if item.sort not in ("word", "name"):
            continue
        for name, said in members(item.text).items():
            best = _best(place, item, match)
            told = members(best.text).get(name, set()) if best else set()
            if told and not said & told and told.isdisjoint(members(claim.sentence.text).get(name, ())):
                yield item.start, item.end, f"the notes have another {name} than “{item.text}”"
                return


def _best(place: int, item: Item, match: Match) -> Window | None:
    """The window about the subject that shares most with the rest of the claim, the word's own ones first."""
    best, most = None, (_CLEAR, False)
    windows = match.scope.evidence.windows
    for at, bits in match.bits.items():
        score = (match.score(bits & ~(1 << place)), bool(bits >> place & 1))
        if score > most and len(windows[at].text) < 500 and match.scope.is_about(windows[at]):
            best, most = windows[at], score
    return best
