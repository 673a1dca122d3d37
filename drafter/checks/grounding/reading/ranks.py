"""What people are at work: the ranks that a word names, in several languages, and the verbs that say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.checks._text import WORD
from drafter.language import wordnet
from drafter.language.meaning import CJK, fold, stem
from drafter.language.translation import english
from drafter.resources import once, resource

# What makes another rank of the same noun: a deputy director is no director.
GRADES = frozenset(
    "assistant associate vice deputy junior adjunct visiting interim acting honorary stellvertretende "
    "stellvertretender stellvertretenden vize adjoint adjointe adjunto adjunta suplente sub viceleiter "
    "subdirector subdirectora".split()
)
_COMPOUND = 6
# "They chair the board" has a verb, "vice chair of the board" none.
_OBJECT = re.compile(r" (?:the|an?|our|its|his|her|their|this|all) ")


@dataclass(frozen=True, slots=True)
class Head:
    """A word for a rank at ``[start, end)``: a noun, or a verb that tells of it."""

    start: int
    end: int
    ranks: frozenset[str]
    verb: bool


@once
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Ranks by noun, ranks by verb, and for each rank those that bear it out."""
    nouns: dict[str, set[str]] = {}
    verbs: dict[str, set[str]] = {}
    accepted: dict[str, frozenset[str]] = {}
    for line in resource("data", "ranks.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, others, said, done = line.split("\t")
        accepted[name] = frozenset((name, *others.split())) - {"-"}
        for words, into in ((said, nouns), (done, verbs)):
            for word in words.split():
                into.setdefault(fold(word), set()).add(name)
    verbs.pop("-", None)
    return (
        {word: frozenset(names) for word, names in nouns.items()},
        {word: frozenset(names) for word, names in verbs.items()},
        accepted,
    )


def accepted(ranks: frozenset[str]) -> frozenset[str]:
    """The ranks that bear out one of these: who presides also leads."""
    return frozenset().union(*(_table()[2].get(rank, frozenset((rank,))) for rank in ranks))


@lru_cache(maxsize=8192)
def nouns(word: str) -> frozenset[str]:
    """The ranks a word names; a German compound by its end ("Abteilungsleiterin"), a joined word by its last part."""
    known = _table()[0]
    key = fold(word.removesuffix("'s").removesuffix("’s"))
    if key in known:
        return known[key]
    if "-" in key:
        return frozenset().union(*map(nouns, key.split("-")))
    if wordnet.is_person(key):
        return frozenset(("@" + stem(key),))
    abroad = [one for one in english(key) if wordnet.is_person(one)]
    if abroad:
        return frozenset().union(*(nouns(one) for one in abroad))
    ends = (key[at:] for at in range(2, len(key) - _COMPOUND + 1))
    return next((known[end] for end in ends if end in known), frozenset())


def is_rank(word: str) -> bool:
    """Whether a word of the table; "Dean" is a name as well."""
    return any(not rank.startswith("@") for rank in nouns(word) - {"dean"})


@lru_cache(maxsize=4096)
def heads(text: str) -> tuple[Head, ...]:
    """The words for ranks in a text, in order."""
    known, doing, _ = _table()
    found: list[Head] = []
    for match in WORD.finditer(text):
        word = match.group()
        named, done = nouns(word), doing.get(fold(word), frozenset())
        if named:
            found.append(Head(match.start(), match.end(), named, verb=False))
        if done and (not named or _OBJECT.match(text, match.end())):
            found.append(Head(match.start(), match.end(), done, verb=True))
    if CJK.search(text):
        found += _joined(text, known, verb=False)
        found += _joined(text, doing, verb=True)
    return tuple(sorted(found, key=lambda head: (head.start, head.verb)))


def _joined(text: str, known: dict[str, frozenset[str]], *, verb: bool) -> list[Head]:
    """In a script without spaces the longest word wins."""
    found: list[Head] = []
    taken: set[int] = set()
    for word in sorted((word for word in known if CJK.search(word)), key=len, reverse=True):
        at = text.find(word)
        while at >= 0:
            if taken.isdisjoint(range(at, at + len(word))):
                taken.update(range(at, at + len(word)))
                found.append(Head(at, at + len(word), known[word], verb=verb))
            at = text.find(word, at + 1)
    return found
