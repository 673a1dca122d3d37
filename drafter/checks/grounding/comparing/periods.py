"""Whether a stretch of a source tells of what is over, goes on, or was only the beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks.grounding.comparing import attachment
from drafter.checks.grounding.reading.tense import CLOSED, goes_on, is_beginning, is_earlier, is_former, is_over
from drafter.checks.grounding.reading.wording import PAST
from drafter.language.meaning import fold
from drafter.language.word_classes import words

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window


@lru_cache(maxsize=8192)
def is_past(text: str) -> bool:
    """Whether a stretch of a source tells of what is over."""
    if goes_on(text) and not is_earlier(text):
        return False
    return bool(is_former(text) or CLOSED.search(text) or is_earlier(text))


def told_as_over(item: Item, windows: list[Window], match: Match, *, role: str | None) -> bool:
    """Whether all sentences about the subject that have a part tell it as over.

    A role somebody began in counts as over where the sources give the contact another ``role`` now.
    """
    known = {term for word in (role or "").split() for term in _terms(word)}
    moved_on = (
        bool(role) and item.sort == "role" and not all(any(term in known for term in part) for part in item.parts)
    )
    own = [window for window in windows if match.scope.is_about(window)]
    if not own:
        return False
    return all(_over(item, window, moved_on) for window in own)


_DOING = re.compile(
    r"\b(?:you|sie|vous)\s(?:still\s|now\s)?(?:work|lecture|teach|study|live|serve|sit|edit|coach|chair|head|direct"
    r"|manage|arbeiten|leiten|lehren|unterrichten|studieren|wohnen|travaillez|dirigez|enseignez|étudiez|habitez)\s"
    r"(?P<doing>[^,;.]{3,80}?)(?=[,;.]|\s(?:that|which|who|qui|que)\s|$)",
    re.IGNORECASE,
)


_AT = re.compile(
    r"\b(?:at|for|in|of|with|bei[m]?|in|im|an der|am|für|chez|à|au|dans|pour|en|para|presso|per|em|na|no)\s"
    r"(?:the\s|der\s|dem\s|la\s|le\s|el\s|l['’])?$",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\b(?:now|today|nowadays|these days|currently|at present|heute|jetzt|derzeit|aktuell|inzwischen|aujourd['’]hui"
    r"|actuellement|maintenant|hoy|actualmente|ahora|oggi|attualmente|hoje|atualmente)\b|現在|今も",
    re.IGNORECASE,
)
_DOES = re.compile(r"\b[Yy]ou (?:\w+ly |still |now |also |currently )?(?P<verb>[a-z]{3,})\b(?P<rest>[^,;.]{0,60})")
# What one does now must, or keeps one busy: "managing tests at Aldgate must leave you little time".
_GERUND = re.compile(
    r"^(?:\w+, )?(?P<verb>[A-Za-z]{3,}ing)\b(?P<rest>[^,;.]{3,80}?)(?=\s(?:must(?! have)|keeps|takes|leaves)\b)"
)


def dwelling(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """A place or employer where the reader is said to be now, which every sentence tells as over."""
    text, base = claim.sentence.text, claim.sentence.start
    if PAST.search(text) or is_beginning(text):
        return
    spans = [found.span() for pattern in (_DOES, _GERUND) for found in pattern.finditer(text) if _is_now(found["verb"])]
    if _TODAY.search(text):
        spans.append((0, len(text)))
    for item in match.parts:
        start = item.start - base
        within = any(left <= start < right for left, right in spans)
        if item.sort != "name" or not within or not _AT.search(text[:start]):
            continue
        if fold(item.text) in match.scope.allowed or match.weights[match.parts.index(item)] < 1:
            continue
        bit = 1 << match.parts.index(item)
        told = [(score, window) for score, bits, window in match.told if bits & bit]
        best = max((score for score, _ in told), default=0.0)
        own = [window for score, window in told if score == best]
        going = any(is_over(piece.text) is False for one in own for piece in _having(item, one))
        if not going and any(one.former or is_past(one.text) or _ended(item, one) for one in own):
            yield item.start, item.end, f"the notes tell “{item.text}” as past"
            return


def _is_now(verb: str) -> bool:
    return verb not in words("not_present") and not verb.endswith("ed")


def _having(item: Item, window: Window) -> list[Window]:
    return [piece for piece in attachment.pieces(window) if attachment.has(item, piece)]


def _ended(item: Item, window: Window) -> bool:
    having = _having(item, window)
    return bool(having) and all(is_past(piece.text) for piece in having)


def outdated(claim: Claim, match: Match, role: str | None) -> Iterator[tuple[int, int, str]]:
    """An occupation said as going on which every sentence about it tells as over."""
    text, base = claim.sentence.text, claim.sentence.start
    held = _DOING.search(text)
    if not held or PAST.search(text) or is_beginning(text):
        return
    start, end = held.span("doing")
    inside = [
        item
        for item in match.parts
        if start <= item.start - base < end and item.sort in ("name", "role", "word") and match.holders(item)
    ]
    inside = [item for item in inside if item.sort != "name" or fold(item.text) not in match.scope.allowed]
    if not inside:
        return
    common = set.intersection(*(match.holders(item) for item in inside))
    windows = [match.scope.evidence.windows[at] for at in common]
    windows = [window for window in windows if window.tight] or windows
    going = any(
        is_over(piece.text) is False
        for window in windows
        for piece in attachment.pieces(window)
        if all(attachment.has(item, piece) for item in inside)
    )
    if windows and not going and all(told_as_over(item, windows, match, role=role) for item in inside):
        yield base + start, base + end, f"the notes tell “{text[start:end].strip()}” as past"


def _over(item: Item, window: Window, moved_on: bool) -> bool:
    text = window.text.split(" · ")[0] if window.fact else window.text
    having = [piece.text for piece in attachment.pieces(window) if attachment.has(item, piece)] or [text]
    if all(is_past(piece) for piece in having) or (len(text) < _SHORT and is_past(text)):
        return True
    return moved_on and (is_beginning(text) or window.former or bool(_DATED.search(text) and not goes_on(text)))


_SHORT = 100
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


def _terms(word: str) -> tuple[str, ...]:
    from drafter.checks.grounding.reading.sources import terms_abroad, terms_of

    return (*terms_of(word), *terms_abroad(word))
