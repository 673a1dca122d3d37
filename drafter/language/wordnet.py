"""English words by their senses: what is the same, what is wider, what stands beside it (WordNet 3.1).

The table is read when a word of a message stands in no source, not before.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from drafter.resources import once, resource

Kind = Literal["thing", "notion", "verb", "quality", "manner"]
_KINDS: dict[str, Kind] = {"c": "thing", "n": "notion", "v": "verb", "j": "quality", "r": "manner"}
_WIDER = 4
_DEEPEST = 12
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ves", "f"), ("ses", "s"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", ""),
    ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""), ("er", "e"), ("er", ""), ("ly", ""),
    ("iest", "y"), ("ier", "y"), ("est", "e"), ("est", ""),
)  # fmt: skip


@once
def _table() -> tuple[list[str], list[str], array[int], frozenset[tuple[int, int]]]:
    """Words in order, what stands with each, the next wider sense of every sense, and the pairs of opposites."""
    import lzma

    text = lzma.decompress(resource("data", "wordnet.txt.xz").read_bytes()).decode("ascii")
    words, above, pairs = text.split("\n\n")
    keys, told = zip(*(line.split("\t", 1) for line in words.splitlines()), strict=True)
    wider = array("I", (int(one, 36) for one in above.split()))
    return (
        list(keys),
        list(told),
        wider,
        frozenset((int(one, 36), int(other, 36)) for one, _, other in (pair.partition("/") for pair in pairs.split())),
    )


@lru_cache(maxsize=16384)
def _entry(word: str) -> tuple[str, tuple[int, ...]] | None:
    keys, told, _, _ = _table()
    at = bisect_left(keys, word)
    if at == len(keys) or keys[at] != word:
        return None
    mark, _, senses = told[at].partition("\t")
    return mark, tuple(int(one, 36) for one in senses.split())


@lru_cache(maxsize=16384)
def bases(word: str) -> tuple[str, ...]:
    """The dictionary forms that a word may be of."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    made = (word, *_stripped(word))
    return tuple(dict.fromkeys(base for base in made if _entry(base)))


def _stripped(word: str) -> Iterable[str]:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            root = word[: -len(ending)]
            yield root + instead
            if ending in ("ing", "ed", "er") and len(root) > 3 and root[-1] == root[-2]:
                yield root[:-1]


@lru_cache(maxsize=16384)
def kind(word: str) -> Kind | None:
    """What sort of word it mostly is; ``None`` for one that no English dictionary has."""
    forms = bases(word)
    entry = _entry(forms[0]) if forms else None
    return _KINDS[entry[0][0]] if entry else None


@lru_cache(maxsize=16384)
def senses(word: str) -> frozenset[int]:
    """The usual senses of a word, with those of the words made from it."""
    return frozenset(sense for base in bases(word) for sense in (_entry(base) or ("", ()))[1])


@lru_cache(maxsize=16384)
def wider(word: str) -> frozenset[int]:
    """The senses of a word and those that take it in: "instrument" for "violin"."""
    _, _, above, _ = _table()
    found = set()
    for sense in senses(word):
        for _ in range(_WIDER):
            found.add(sense)
            sense = above[sense]
            if not sense:
                break
    return frozenset(found)


@lru_cache(maxsize=16384)
def beside(one: str, other: str) -> bool:
    """Whether two words are kinds of the same thing, as "cello" and "viola" are."""
    _, _, above, _ = _table()
    mine = {above[sense] for sense in _usual(one)} - {0}
    return not mine.isdisjoint({above[sense] for sense in _usual(other)}) and senses(one).isdisjoint(wider(other))


def _usual(word: str) -> set[int]:
    """The two most usual senses of each form: "coal" and "tool" meet only in rare ones."""
    return {sense for base in bases(word) for sense in (_entry(base) or ("", ()))[1][:2]}


@lru_cache(maxsize=16384)
def opposite(one: str, other: str) -> bool:
    """Whether two words are opposites, such as "rose" and "fell"."""
    pairs = _table()[3]
    return any((min(a, b), max(a, b)) in pairs for a in senses(one) for b in senses(other))


@lru_cache(maxsize=16384)
def is_person(word: str) -> bool:
    """Whether a noun first of all means somebody: "solicitor", "volunteer"."""
    return kind(word) == "thing" and not wider(word).isdisjoint(senses("person"))


@lru_cache(maxsize=16384)
def is_sort_of(word: str, sort: str) -> bool:
    """Whether a noun, in its most usual sense, is a sort of what ``sort`` means: "verger" of "person"."""
    table, wanted = _table()[2], _usual_thing(sort)
    sense = _usual_thing(word)
    for _ in range(_DEEPEST):
        if not sense or sense == wanted:
            break
        sense = table[sense]
    return bool(sense) and sense == wanted


def _usual_thing(word: str) -> int:
    """The first sense of a word that is mostly a noun, 0 for any other."""
    forms = bases(word)
    entry = _entry(forms[0]) if forms else None
    return entry[1][0] if entry and entry[1] and _KINDS[entry[0][0]] in ("thing", "notion") else 0
