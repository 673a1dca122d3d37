"""What goes with what inside one sentence: "first degree at A, doctorate at B" does not bear out a doctorate at A."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing import figures
from drafter.checks.grounding.reading.sources import Window, terms_in, window_of
from drafter.language import numbers, wordnet
from drafter.language.meaning import fold
from drafter.language.translation import TONGUES, english

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item

_JOINED = (
    r"(?:and|but|then|before|after|until|whereas|while|und|aber|dann|bevor|nachdem|et|mais|puis|avant|après|y|e|pero|"
    r"antes|después)\s"
)
# "Between 2015 and 2019" is one stretch of time.
_CUT = re.compile(rf"[;:()–—、]|,(?=\s)|(?<!\d)\s{_JOINED}|(?<=\d)\s{_JOINED}(?!\d)")
_LONGEST = 420
_NEAR = 34
_SORTS = ("date", "number", "name")
_SPAN = re.compile(r"[\s-]*(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|decades?)\b", re.IGNORECASE)
_HEADED = re.compile(r"\W{0,3}(?:[^\W\d_]+[\s-]){0,2}?(?P<head>[^\W\d_]{3,})")


def faults(claim: Claim, match: Match) -> Iterator[tuple[Item, str]]:
    """A figure, date or name that the sources attach to something else in the very sentence that has both."""
    if claim.soft:
        return
    for item in match.parts:
        if item.sort not in _SORTS or (item.number and item.number.spelled and item.number.value <= 1):
            continue
        other = _nearest(item, match)
        rival = _detached(item, other, match) if other else None
        if rival:
            yield item, rival
            return


def _nearest(item: Item, match: Match) -> Item | None:
    """The part that stands closest to another one in the claim, if it is no bare filler."""
    best: tuple[int, int] | None = None
    for place, other in enumerate(match.parts):
        if other is item or other.sort == item.sort or (item.sort == "name" and other.sort not in ("role", "quote")):
            continue
        gap = other.start - item.end if other.start >= item.end else item.start - other.end
        if 0 <= gap <= _NEAR and (best is None or (gap, place) < best) and match.holders(other):
            best = gap, place
    # What stands beside the reader's own name or firm may be said of anything they did.
    found = match.parts[best[1]] if best else None
    return None if found is None or fold(found.text) in match.scope.allowed else found


def attached(item: Item, match: Match) -> bool:
    """Whether a sentence has a figure in one piece with what it stands beside in the claim."""
    other = _nearest(item, match)
    if other is None:
        return False
    windows = [match.scope.evidence.windows[at] for at in match.holders(item) & match.holders(other)]
    return any(has(item, piece) and has(other, piece) for window in windows if window.tight for piece in pieces(window))


def _detached(item: Item, other: Item, match: Match) -> str | None:
    """What stands with the other part instead, where every sentence that has both keeps them apart."""
    windows = match.scope.evidence.windows
    both = [windows[at] for at in match.holders(item) & match.holders(other) if windows[at].tight]
    both = [window for window in both if match.scope.is_about(window)]
    if not both or any(len(window.text) > _LONGEST and not window.fact for window in both):
        return None
    instead: str | None = None
    for window in both:
        cut = pieces(window)
        mine = [piece for piece in cut if has(item, piece)]
        theirs = [piece for piece in cut if has(other, piece)]
        if not mine or not theirs or any(piece in mine for piece in theirs):
            return None
        rivals = [rival for piece in theirs if (rival := _rival(item, piece, match))]
        if len(rivals) < len(theirs):
            return None
        instead = rivals[0]
    return instead


def pieces(window: Window) -> tuple[Window, ...]:
    """A sentence cut at its commas and joining words."""
    return _cut(window.text.split(" · ")[0] if window.fact else window.text, window.language)


@lru_cache(maxsize=1024)
def _cut(text: str, language: str) -> tuple[Window, ...]:
    cuts = [0, *(one.end() for one in _CUT.finditer(text)), len(text)]
    return tuple(window_of(text[a:b], language=language) for a, b in itertools.pairwise(cuts) if text[a:b].strip())


def has(item: Item, piece: Window) -> bool:
    """Whether a piece of a sentence has a part."""
    if item.sort in ("date", "number"):
        return figures.in_window(item, piece)
    return bool(item.parts) and all(any(term in piece.terms for term in part) for part in item.parts)


def _rival(item: Item, piece: Window, match: Match) -> str | None:
    """A figure or name of the same sort that the claim does not have."""
    if item.sort in ("date", "number"):
        rival = str(figures.rival(item, piece) or "")
        told = [*numbers.find(rival, match.scope.language), *numbers.find(rival, "de")]
        others = [part.number for part in match.parts if part.number and part is not item]
        # The claim has that figure too, of something else.
        if any(figures.same(one, other) for one in told for other in others):
            return None
        return None if rival.lower() in ("", "one", "a", "first", "ein", "eine", "un", "une", "una") else rival
    said = {fold(word) for part in match.parts for word in WORD.findall(part.text)}
    said |= {fold(word) for word in WORD.findall(match.scope.subject)}
    for name in re.finditer(
        r"(?<=(?:\bat|\bby|\bof|om|on|ei|ar|or|de) )[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*", piece.text
    ):
        words = [fold(word) for word in WORD.findall(name.group())]
        if not any(word in said for word in words) and not name.group().islower():
            return name.group()
    return None


def counted_alike(item: Item, claim: Claim, match: Match) -> bool | None:
    """Whether a source counts the same things with this number; ``None`` where no one can tell."""
    after = claim.sentence.text[item.end - claim.sentence.start :]
    head = _head(after)
    if head is None or item.number is None or item.number.unit in ("money", "percent"):
        return None
    seen = False
    for at in match.holders(item):
        window = match.scope.evidence.windows[at]
        for number in window.numbers:
            if not figures.same(item.number, number):
                continue
            before = WORD.findall(window.text[max(0, number.start - 40) : number.start])[-5:]
            theirs = [*WORD.findall(window.text[number.end : number.end + 45])[:4], *before]
            seen = seen or bool(theirs)
            if any(_same_word(head, word, window.language) for word in theirs):
                return True
    if (match.holders(item) and not seen) or not _counted_otherwise(head, match):
        return None
    return False


def _head(after: str) -> str | None:
    from drafter.checks.grounding.reading.naming import plain_words

    if _SPAN.match(after):
        return None
    for word in WORD.findall(after[:40])[:3]:
        if len(word) > 2 and fold(word) not in plain_words():
            return str(word)
    return None


@lru_cache(maxsize=8192)
def _same_word(one: str, other: str, language: str) -> bool:
    """Whether a word of a message may mean what one of a source in this language does."""
    told = [other, *(english(other) if language in TONGUES else ())]
    if any(terms_in(one) & terms_in(word) for word in told):
        return True
    mine = wordnet.senses(one.lower())
    return bool(mine) and any(not mine.isdisjoint(wordnet.wider(word.lower())) for word in told)


def _counted_otherwise(head: str, match: Match) -> bool:
    """Whether the sources count such things with another number."""
    evidence = match.scope.evidence
    for at in {at for term in terms_in(head) for at in evidence.postings.get(term, ())}:
        window = evidence.windows[at]
        for number in window.numbers if window.tight else ():
            beside = WORD.findall(window.text[number.end : number.end + 30])[:2]
            if any(_same_word(head, word, window.language) for word in beside):
                return True
    return False
