"""Duplicates made one fact that keeps all its evidence."""

# ruff: noqa: SIM905 - word lists read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.language.names import fold
from drafter.models import Evidence
from drafter.profile.candidates import Candidate

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Past, lasting and being, as a politer note has them.
_POLITE = ((r"ました(?=。|$)", "た"), (r"います(?=。|$)", "いる"), (r"(?:です|だ)(?=。|$)", "である"))
_SAME = 0.85
_ENOUGH = 4
# Words that change nothing about what is said of somebody whose fact it is.
_SMALL = frozenset(
    "a an the of in on at for to and with by as from is was are has he she they his her their its it "
    "er sie ihr ihre ihren sein seine der die das den dem des ein eine einen im am an und ist hat war mit von zu als "
    "il elle son sa ses le la les l un une de du des d et est a au aux en dans "
    "él ella su sus el los las una y es ha con por lo gli della del di e suo sua o os um uma do da dos das seu".split()
)
_TURNS = frozenset(
    "not no never without former formerly until nicht kein keine nie ehemals bis ne pas jamais plus sin nunca non mai "
    "não sem almost nearly fast would may might if".split()
)


def merged(candidates: Iterable[Candidate], texts: dict[str, str], contact: str) -> list[Candidate]:
    """The candidates in order; one that says the same as an earlier one becomes further evidence of it.

    Where the later one says it more fully, it takes the place of the earlier.
    """
    kept: list[Candidate] = []
    words: list[frozenset[str]] = []
    by_word: dict[str, list[int]] = {}
    for candidate in candidates:
        own = _words(candidate, contact)
        twin = _twin(candidate, own, kept, words, by_word)
        if twin is None:
            for word in own:
                by_word.setdefault(word, []).append(len(kept))
            kept.append(candidate)
            words.append(own)
            continue
        first, other = kept[twin], candidate
        if words[twin] < own and _is_part(words[twin], own):
            first, other = replace(candidate, shared=candidate.shared or first.shared), first
            for word in own - words[twin]:
                by_word.setdefault(word, []).append(twin)
            words[twin] = own
        kept[twin] = _joined(first, other, texts)
    return kept


def _joined(first: Candidate, other: Candidate, texts: dict[str, str]) -> Candidate:
    """The first with the evidence of the other, unless that stands inside its own."""
    quote = texts[other.unit.note][other.start : other.end]
    more = Evidence(quote=quote, note=other.unit.note, start=other.start, end=other.end)
    inside = other.unit.note == first.unit.note and other.start >= first.start and other.end <= first.end
    further = [found for found in ([] if inside else [more]) + list(other.also) if found not in first.also]
    return replace(first, also=(*first.also, *further)[:8], date=first.date or other.date)


def _words(candidate: Candidate, contact: str) -> frozenset[str]:
    """What a statement says, without the name of whom it is about and without small words."""
    said = _WORD.findall(fold(_plain_japanese(candidate.statement, candidate.subject or contact)))
    names = set(_WORD.findall(fold(candidate.subject or contact)))
    found: set[str] = set()
    for word in said:
        if _EASTERN.search(word):
            found.update(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        elif word not in names and word not in _SMALL:
            found.add(word)
    return frozenset(found or said)


def _plain_japanese(text: str, name: str) -> str:
    """A Japanese statement without the name it is about, in the plain form: polite or not, it says the same."""
    if not _EASTERN.search(text):
        return text
    for written in (name, re.sub(r"\s", "", name)):
        text = text.replace(written, "")
    for polite, plain in _POLITE:
        text = re.sub(polite, plain, text)
    return text


def _twin(
    candidate: Candidate,
    own: frozenset[str],
    kept: list[Candidate],
    words: list[frozenset[str]],
    by_word: dict[str, list[int]],
) -> int | None:
    if not own:
        return None
    places = {word: len(by_word.get(word, ())) for word in own}
    rarest = sorted(own, key=places.__getitem__)[: max(2, len(own) // 6 + 1)]
    for index in sorted({place for word in rarest for place in by_word.get(word, ())}):
        other = kept[index]
        if other.subject != candidate.subject or other.about != candidate.about:
            continue
        if _is_same(own, words[index]) or (other.outdated == candidate.outdated and _is_part(own, words[index])):
            return index
    return None


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * len(one | other) and _numbers(one) == _numbers(other)


def _is_part(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one says nothing that the other does not say too, and no word of the other turns it round."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= _ENOUGH and short <= long and not (long - short) & _TURNS


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[-1].isdigit() or word[0].isdigit())
