"""A place or organisation bound to an event: where somebody took a degree, was born, is or was employed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from drafter.checks._attachment import pieces
from drafter.language import places
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks._claims import Claim
    from drafter.checks._item import Item
    from drafter.checks._matching import Match
    from drafter.checks._sources import Evidence, Window

# What was done, in several languages; the sources' sentence about it says where.
_EVENTS = {
    "doctorate": r"ph\.?d|d\.?phil|doctora\w*|promov\w*|promotion an|doktor\w*|thèse|tesis|博士",
    "first degree": r"studied|studiert\w*|studium|undergraduate|bachelor\w*|étudi\w+ à|études|estudi\w+ en|卒業",
    "birth": r"born|geboren|né[e]? (?:à|en)|naci\w+|生まれ",
    "postdoc": r"post-?doc\w*|posdoc\w*|ポスドク",
    "opening": r"opened|eröffnet\w*|ouvert|inaugur\w+|abri\w+",
    "meeting": r"met\b|kennengelernt|kennen gelernt|rencontré\w*|conoci\w+",
    "installation": r"installed|installiert\w*|installé\w*|instal[óa]\w*",
    "fellowship": r"fellowship|stipendi\w+|bourse|beca",
}
_COMPILED = {name: re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE) for name, words in _EVENTS.items()}
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(_EVENTS.values())})", re.IGNORECASE)
_LINK = re.compile(
    r"^[^.,;:!?]{0,30}?\b(?:from|at|in|of|with|an der|am|an|bei|zu|in der|à|au|de|del|en|por la|par)\s"
    r"(?:(?:the|der|la|el|l['’])\s?)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:and|before|after|then|und|bevor|dann|et|puis|avant|y|e|luego|poi|prima|you|Sie|vous|also)\b", re.IGNORECASE
)
_CAPITAL = re.compile(r"\b(?:at|in|from|an der|am|bei|in|de|en|à|of|,|\()\s?(?:the\s|la\s|der\s)?[A-ZÀ-Þ]")


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A place known to the sources, but not as the place of this event."""
    text, base = claim.sentence.text, claim.sentence.start
    if not _ANY.search(text):
        return
    for name, pattern in _COMPILED.items():
        said = pattern.search(text)
        if not said or not claim.covers(base + said.start(), base + said.end()):
            continue
        told = [
            piece
            for window in _tellers(name, match.scope.evidence)
            if match.scope.is_about(window)
            for piece in _saying(window, pattern)
        ]
        if not told:
            continue
        # A town after the university it is in need not stand beside the event.
        places = (item for item in match.parts if item.sort == "name" and item.start - base >= said.end())
        for item in islice(places, 1):
            between = text[said.end() : item.start - base]
            if _LINK.match(between) and not _JOINED.search(between) and not any(_has(item, one) for one in told):
                yield item.start, item.end, f"the notes do not say “{item.text}” of the {name}"
                return


def _saying(window: Window, pattern: re.Pattern[str]) -> tuple[Window, ...]:
    """The pieces of a sentence that tell of it with a place, or the whole where none has both."""
    own = tuple(one for one in pieces(window) if pattern.search(one.text) and _CAPITAL.search(one.text))
    return own or (window,)


def _tellers(name: str, evidence: Evidence) -> list[Window]:
    """The sentences that say where such a thing happened to somebody; looked for once."""
    kept: dict[str, list[Window]] = evidence.__dict__.setdefault("_events", {})
    if name not in kept:
        kept[name] = [
            window
            for window in evidence.windows
            if window.tight and _COMPILED[name].search(window.text) and _CAPITAL.search(window.text)
        ]
    return kept[name]


def _has(item: Item, window: Window) -> bool:
    if fold(item.text) in fold(window.text) or not window.countries.isdisjoint(places.regions(item.text)):
        return True
    return all(any(term in window.terms for term in part) for part in item.parts)
