"""Offsets for the page: where findings and sentences stand, and which evidence outlives an edit."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable, Sequence

from drafter.models import Draft, Finding, PartName, Report, Sentence

PARTS: tuple[PartName, ...] = ("subject", "message", "voicemail", "conversation")
_RANK = {"error": 2, "warning": 1, "hint": 0}
_ALIKE = 0.6


def utf16(text: str, offset: int) -> int:
    """A code-point offset as the browser counts it."""
    return len(text[:offset].encode("utf-16-le")) // 2


def stretches(text: str, findings: Sequence[Finding]) -> list[tuple[str, Finding | None]]:
    """The text cut where findings begin and end, each stretch with the most serious finding on it."""
    real = [finding for finding in findings if 0 <= finding.start < finding.end]
    cuts = sorted({0, len(text), *(min(offset, len(text)) for f in real for offset in (f.start, f.end))})
    found = []
    for start, end in itertools.pairwise(cuts):
        over = [f for f in real if f.start <= start and end <= f.end]
        found.append((text[start:end], max(over, key=lambda f: _RANK[f.severity], default=None)))
    return found


def carry(draft: Draft, part: PartName, text: str) -> Draft:
    """The draft with one part rewritten by hand; sentences that stayed alike keep the facts they cite."""
    old_text = draft.part(part) or ""
    old = [(old_text[s.start : s.end], s.facts) for s in draft.sentences if s.part == part]
    others = tuple(s for s in draft.sentences if s.part != part)
    kept = tuple(
        Sentence(part=part, start=start, end=end, facts=_facts_of(text[start:end], old))
        for start, end in _sentences(part, text)
    )
    value = text if part == "message" else (text or None)
    return draft.model_copy(update={part: value, "sentences": (*others, *kept)})


def _sentences(part: PartName, text: str) -> Iterable[tuple[int, int]]:
    from drafter.checks._text import Text

    return ((span.start, span.end) for span in Text(part, text).sentences)


def _facts_of(sentence: str, old: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    best: tuple[float, tuple[str, ...]] = (_ALIKE, ())
    for before, facts in old:
        if before == sentence:
            return facts
        likeness = difflib.SequenceMatcher(None, before, sentence, autojunk=False).ratio()
        if likeness > best[0]:
            best = (likeness, facts)
    return best[1]


def supported(report: Report) -> tuple[int, int]:
    """How many statements of the draft the checks found proven, out of how many."""
    return int(report.metrics.get("facts.supported", 0)), int(report.metrics.get("facts.statements", 0))
