"""Duplicates made one fact that keeps all its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.language.names import fold
from drafter.models import Evidence
from drafter.profile.candidates import Candidate

_WORD = re.compile(r"\w+")
_SAME = 0.85


def merged(candidates: Iterable[Candidate], texts: dict[str, str]) -> list[Candidate]:
    """The candidates in order; one that says the same as an earlier one becomes further evidence of it."""
    kept: list[Candidate] = []
    words: list[frozenset[str]] = []
    by_word: dict[str, list[int]] = {}
    for candidate in candidates:
        own = _words(candidate)
        twin = _twin(candidate, own, kept, words, by_word)
        if twin is None:
            for word in own:
                by_word.setdefault(word, []).append(len(kept))
            kept.append(candidate)
            words.append(own)
            continue
        first = kept[twin]
        quote = texts[candidate.unit.note][candidate.start : candidate.end]
        more = Evidence(quote=quote, note=candidate.unit.note, start=candidate.start, end=candidate.end)
        inside = (
            candidate.unit.note == first.unit.note and candidate.start >= first.start and candidate.end <= first.end
        )
        also = first.also if inside or more in first.also else (*first.also, more)
        kept[twin] = replace(first, also=also[:8], date=first.date or candidate.date)
    return kept


def _words(candidate: Candidate) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(candidate.statement)))


def _twin(
    candidate: Candidate,
    own: frozenset[str],
    kept: list[Candidate],
    words: list[frozenset[str]],
    by_word: dict[str, list[int]],
) -> int | None:
    if not own:
        return None
    rarest = sorted(own, key=lambda word: len(by_word.get(word, ())))[: max(1, len(own) // 6 + 1)]
    for index in sorted({place for word in rarest for place in by_word.get(word, ())}):
        other = kept[index]
        if other.subject != candidate.subject or len(own & words[index]) < _SAME * len(own | words[index]):
            continue
        if _numbers(own) == _numbers(words[index]):
            return index
    return None


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[-1].isdigit() or word[0].isdigit())
