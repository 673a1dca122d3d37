"""Leaves out facts that say only what another one says too, as notes, headings and pronouns repeat them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.models import Fact

# Scripts without spaces are taken in pairs of letters.
_TOKEN = re.compile(r"\d+|(?=([\u3040-\u30ff\u3400-\u9fff]{2}))|[^\W\d_\u3040-\u30ff\u3400-\u9fff]{3,}")
_PRONOUN_WORDS = "she her his him hers they their them the and sie ihr ihre seine elle son ses ella sus"
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())


def distinct(facts: Sequence[Fact], name: str, *, keep: Iterable[str] = ()) -> tuple[Fact, ...]:
    """The facts without those whose words all stand in another; the fuller one takes the better place.

    ``name`` is the reader's, which does not tell two facts apart. Facts of ``keep`` stay whatever they repeat.
    """
    kept: list[Fact] = []
    chosen, names = frozenset(keep), tokens(name)
    said = {fact.id: tokens(fact.statement) - names - _PRONOUNS for fact in facts}
    for fact in facts:
        repeats = next((at for at, other in enumerate(kept) if _same(fact, other, said)), None)
        if repeats is None or fact.id in chosen:
            kept.append(fact)
        elif said[kept[repeats].id] < said[fact.id] and kept[repeats].id not in chosen:
            kept[repeats] = fact
            kept[repeats + 1 :] = [other for other in kept[repeats + 1 :] if not _within(other, fact, said, chosen)]
    return tuple(kept)


def _same(one: Fact, other: Fact, said: dict[str, frozenset[str]]) -> bool:
    if (one.subject, one.outdated) != (other.subject, other.outdated) or not said[one.id] or not said[other.id]:
        return False
    return said[one.id] <= said[other.id] or said[other.id] <= said[one.id]


def _within(other: Fact, fact: Fact, said: dict[str, frozenset[str]], chosen: frozenset[str]) -> bool:
    return other.id not in chosen and _same(other, fact, said) and said[other.id] <= said[fact.id]


def tokens(text: str) -> frozenset[str]:
    """The words that carry a statement, in small letters."""
    return frozenset(match.group() or match.group(1) for match in _TOKEN.finditer(text.lower()))
