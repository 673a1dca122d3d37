"""Facts in the order of how much they say about this person now."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

from drafter.models import FactKind
from drafter.profile.candidates import Candidate
from drafter.profile.freshness import age_of

_KIND: dict[FactKind, float] = {
    "role": 1.2,
    "award": 1.1,
    "talk": 1.1,
    "project": 0.8,
    "education": 0.8,
    "opinion": 0.7,
    "work": 0.7,
    "funding": 0.7,
    "news": 0.7,
    "publication": 0.5,
    "product": 0.5,
    "interest": 0.6,
    "place": 0.3,
    "shared_ground": 1.5,
    "other": 0.2,
}
# How much each further fact of the same sort loses, so that a long list of papers does not fill the first page.
_REPEATED: dict[FactKind, float] = {"publication": 0.45, "other": 0.12, "talk": 0.14, "role": 0.12, "award": 0.16}


def ranked(candidates: Iterable[Candidate], today: datetime.date, post: str | None = None) -> list[Candidate]:
    """Best first. What repeats the sort and the heading of facts already placed sinks; the ``post`` held now rises."""
    found = list(candidates)
    scores = {id(candidate): _score(candidate, today, post) for candidate in found}
    scored = sorted(found, key=lambda candidate: -scores[id(candidate)])
    placed: Counter[tuple[str, str | None, bool]] = Counter()
    final: list[tuple[float, int, Candidate]] = []
    for number, candidate in enumerate(scored):
        bucket = (candidate.kind, candidate.unit.heading if candidate.unit.line else "", bool(candidate.subject))
        loss = _REPEATED.get(candidate.kind, 0.1) * placed[bucket]
        placed[bucket] += 1
        final.append((min(loss, 3.0) - scores[id(candidate)], number, candidate))
    final.sort(key=lambda item: item[:2])
    return [candidate for _, _, candidate in final]


def _score(candidate: Candidate, today: datetime.date, post: str | None) -> float:
    score = candidate.substance + _KIND.get(candidate.kind, 0.2)
    if candidate.subject is not None:
        score -= 1.5
    elif candidate.about == "person":
        score += 2.5
        if post and candidate.kind == "role" and not candidate.outdated and post in candidate.statement:
            score += 2.0
    if candidate.shared:
        score += 2.0
    score += _fresh(age_of(candidate.date, today))
    if candidate.outdated:
        score -= 1.0
    return score + _early(candidate)


def _fresh(age: int | None) -> float:
    if age is None:
        return 0.0
    return max(-0.8, 0.8 - 0.16 * age)


def _early(candidate: Candidate) -> float:
    """Pages say the most important things first, in sentences."""
    return max(0.0, 1.2 - candidate.position / 25) * (0.5 if candidate.unit.line else 1.0)
