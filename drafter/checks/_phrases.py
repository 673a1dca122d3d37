"""Phrases of ``phrases.toml`` found in a text, all lists in one pass over its words.

A line of a list is one phrase: words in lower case without punctuation, contractions taken apart ("i am"), hyphens as
spaces. ``a|b`` is either word, ``word?`` may be missing, ``word*`` begins so, ``_`` is any one word, ``~`` up to
three, ``#`` a number in figures or words, ``^`` the beginning and ``$`` the end of a sentence. A phrase never runs
across sentences.
In Japanese and Chinese a line is found as it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.checks._text import Span
from drafter.resources import once

if TYPE_CHECKING:
    from drafter.checks._text import Text, Token

PATH = Path(__file__).parent / "phrases.toml"
_GAP = 3
_REMEMBERED = 5000
# A phrase with the name of its list.
Line = tuple[str, str]
_UNSPACED = frozenset(["ja", "zh"])


@dataclass(frozen=True, slots=True)
class Item:
    """One word of a phrase."""

    words: frozenset[str]
    prefixes: tuple[str, ...] = ()
    optional: bool = False
    # Whether a word of the text fits here; of most items a plain look-up, for it is asked very often.
    fits: Callable[[str], bool] = bool

    @classmethod
    def of(cls, choices: Iterable[str], *, optional: bool) -> Item:
        """An item of the choices of a line, "map" or "map*"."""
        words = frozenset(choice for choice in choices if not choice.endswith("*"))
        prefixes = tuple(choice[:-1] for choice in choices if choice.endswith("*"))

        def either(word: str) -> bool:
            return word in words or word.startswith(prefixes)

        return cls(words, prefixes, optional, either if prefixes else words.__contains__)


_ANY = Item(frozenset())
_FEW = Item(frozenset())
_COUNTED = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty")
)
_NUMBER = Item(frozenset(), fits=lambda word: word[0].isdigit() or word in _COUNTED)
_START = Item(frozenset())
_END = Item(frozenset())
_SPECIAL = {"_": _ANY, "~": _FEW, "#": _NUMBER, "^": _START, "$": _END}


@cache
def _item(written: str) -> Item:
    if written in _SPECIAL:
        return _SPECIAL[written]
    optional = written.endswith("?")
    return Item.of(written.removesuffix("?").split("|"), optional=optional)


class _Index:
    """The phrases of a language by their first word; a phrase is only taken apart when its first word is met."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self.ready: dict[str, _Choice | None] = {}
        self.shared: dict[bool, _Choice | None] = {}
        # The phrases of sentences that were read before, by their words.
        self.read: dict[str, tuple[tuple[str, int, int], ...]] = {}
        self.exact: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.prefixes: list[tuple[str, str, str]] = []
        for name, block in lists.items():
            for line in block.splitlines():
                if line:
                    self._add(name, line)

    def _add(self, name: str, line: str) -> None:
        for first in self._first(line.split(" ")):
            if first.endswith("*"):
                self.prefixes.append((first[:-1], name, line))
            else:
                self.exact[first].append((name, line))

    def _first(self, items: list[str]) -> list[str]:
        head, rest = items[0], items[1:]
        if head == "^":
            return self._first(rest)
        firsts = head.removesuffix("?").split("|")
        return firsts + self._first(rest) if head.endswith("?") else firsts

    def choice(self, word: str) -> _Choice | None:
        """The phrases that may begin with a word of the text; words that begin none of their own share one answer."""
        own = self.exact.get(word, [])
        begun = [(name, line) for prefix, name, line in self.prefixes if word.startswith(prefix)]
        number = word[0].isdigit()
        if own or begun:
            made = self._made([*own, *self.exact.get("_", ())], begun, number=number)
        else:
            if number not in self.shared:
                self.shared[number] = self._made(self.exact.get("_", []), [], number=number)
            made = self.shared[number]
        # Numbers and rare words would otherwise pile up over a hundred thousand messages.
        if len(self.ready) >= _REMEMBERED:
            self.ready.clear()
        self.ready[word] = made
        return made

    def _made(self, first: list[Line], last: list[Line], *, number: bool) -> _Choice | None:
        found = [*first, *(self.exact.get("#", ()) if number else ()), *last]
        return _Choice(found) if found else None


class Candidate(NamedTuple):
    """A phrase taken apart, with its place among those that begin with the same word."""

    order: int
    name: str
    items: tuple[Item, ...]


class _Choice:
    """The phrases that begin with a word: by the word that must stand next to it, by one that must stand near."""

    def __init__(self, lines: list[tuple[str, str]]) -> None:
        self.always: list[Candidate] = []
        self.beside: dict[str, list[Candidate]] = {}
        self.near: dict[str, list[Candidate]] = {}
        for order, (name, line) in enumerate(lines):
            candidate = Candidate(order, name, _items(line))
            words, gap = _second(candidate.items)
            if words is None:
                self.always.append(candidate)
            for word in words or ():
                (self.near if gap else self.beside).setdefault(word, []).append(candidate)

    def fitting(self, words: list[str], at: int) -> Iterable[Candidate]:
        """The phrases that may stand at a word, in their order."""
        near = words[at + 1 : at + _GAP + 2]
        if not near:
            return self.always
        beside = self.beside.get(near[0])
        if beside is None and self.near.keys().isdisjoint(near):
            return self.always
        distant = (one for word in near for one in self.near.get(word, ()))
        # By their places, for to compare the phrases themselves takes longer than to look for them.
        found = {one.order: one for one in (*self.always, *(beside or ()), *distant)}
        return [found[order] for order in sorted(found)]


def _second(items: tuple[Item, ...]) -> tuple[frozenset[str] | None, bool]:
    """The choices of the second word where it is a must, and whether others may stand between."""
    start = 1 if items[0] is _START else 0
    if items[start].optional or len(items) < start + 2:
        return None, False
    second = next((item for item in items[start + 1 :] if item is not _FEW), _ANY)
    plain = second.words and not second.prefixes and not second.optional
    return (second.words if plain else None), items[start + 1] is _FEW


@cache
def _items(line: str) -> tuple[Item, ...]:
    return tuple(_item(written) for written in line.split(" "))


@once
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


@once
def _index(language: str) -> _Index:
    table = _table()
    return _Index(table.get(language, {}))


def languages(name: str) -> tuple[str, ...]:
    """The languages a list exists in."""
    return tuple(code for code, lists in _table().items() if name in lists)


def phrases(text: Text, name: str) -> tuple[Span, ...]:
    """Where phrases of one list stand in the text, in order and without overlap."""
    cached = text.__dict__.get("_phrases")
    if cached is None:
        cached = text.__dict__["_phrases"] = _substrings(text) if text.language in _UNSPACED else _scan(text)
    found: tuple[Span, ...] = cached.get(name, ())
    return found


def _scan(text: Text) -> dict[str, tuple[Span, ...]]:
    """No phrase goes beyond its sentence, so each is read once, however often its text is checked while being typed."""
    index, tokens, body = _index(text.language), text.tokens, text.text
    found: dict[str, list[Span]] = defaultdict(list)
    for _, group in groupby(tokens, key=attrgetter("sentence")):
        said = tuple(group)
        sentence = body[said[0].start : said[-1].end]
        told = index.read.get(sentence)
        if told is None:
            if len(index.read) >= _REMEMBERED:
                index.read.clear()
            told = index.read[sentence] = _told(index, said)
        for name, first, last in told:
            start, stop = said[first].start, said[last].end
            found[name].append(Span(start, stop, body[start:stop]))
    return {name: tuple(spans) for name, spans in found.items()}


def _told(index: _Index, tokens: tuple[Token, ...]) -> tuple[tuple[str, int, int], ...]:
    """The phrases of one sentence: the list of each, its first and its last word."""
    found: list[tuple[str, int, int]] = []
    ends: dict[str, int] = {}
    words, ready = [token.word for token in tokens], index.ready
    for at, word in enumerate(words):
        choice = ready[word] if word in ready else index.choice(word)
        for _, name, items in choice.fitting(words, at) if choice else ():
            if ends.get(name, 0) > tokens[at].start:
                continue
            end = _match(items, 0, tokens, at, at)
            if end > at:
                ends[name] = tokens[end - 1].end
                found.append((name, at, end - 1))
    return tuple(found)


def _substrings(text: Text) -> dict[str, tuple[Span, ...]]:
    """Lines of a language without spaces between words are looked for as they stand."""
    found = {}
    for name, block in _table().get(text.language, {}).items():
        spans: list[Span] = []
        for match in re.finditer("|".join(map(re.escape, block.split())), text.text):
            spans.append(Span(match.start(), match.end(), match.group()))
        found[name] = tuple(spans)
    return found


def _match(items: tuple[Item, ...], step: int, tokens: tuple[Token, ...], at: int, begin: int) -> int:
    """The end of the match of ``items[step:]`` at token ``at``, or -1."""
    while step < len(items):
        item = items[step]
        if item is _FEW:
            return _after_gap(items, step + 1, tokens, at, begin)
        taken = _taken(item, tokens, at, begin)
        if taken < 0 and not item.optional:
            return -1
        if item.optional and taken > 0:
            end = _match(items, step + 1, tokens, at + 1, begin)
            if end >= 0:
                return end
        elif taken > 0:
            at += 1
        step += 1
    return at


def _after_gap(items: tuple[Item, ...], step: int, tokens: tuple[Token, ...], at: int, begin: int) -> int:
    for skip in range(_GAP + 1):
        end = _match(items, step, tokens, at + skip, begin)
        if end >= 0:
            return end
    return -1


def _taken(item: Item, tokens: tuple[Token, ...], at: int, begin: int) -> int:
    """How many words an item takes at ``at``: an edge none, a word one; -1 where it does not fit."""
    if item is _START or item is _END:
        return 0 if _at_edge(item, tokens, at) else -1
    if at >= len(tokens):
        return -1
    word, _, _, sentence = tokens[at]
    return 1 if item.fits(word) and sentence == tokens[begin].sentence else -1


def _at_edge(item: Item, tokens: tuple[Token, ...], at: int) -> bool:
    if at == 0 or at >= len(tokens):
        return item is _START if at == 0 else item is _END
    return tokens[at - 1].sentence != tokens[at].sentence
