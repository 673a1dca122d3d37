"""Whether the plain words of a claim have a counterpart in the passage of the sources that the claim is about."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing import seasons
from drafter.checks.grounding.comparing.weighing import Standing, loss
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.ranks import GRADES
from drafter.language import translation, wordnet
from drafter.language.derived import akin, spelled
from drafter.language.meaning import CJK, fold
from drafter.language.translation import TONGUES
from drafter.language.word_classes import words

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window


@dataclass(frozen=True, slots=True)
class Word:
    """How a plain word of a claim stands to the sources, and what they have in its place."""

    item: Item
    standing: Standing
    rival: str | None = None


class Reading:
    """The windows about a subject as words and senses; made once for all claims about it."""

    def __init__(self, windows: list[Window], *, english: bool) -> None:
        self.windows = windows
        self.english = english
        self._words: dict[int, tuple[tuple[str, str, str], ...]] = {}
        self._around: dict[int, set[int]] = {}

    def words(self, at: int) -> tuple[tuple[str, str, str], ...]:
        """The telling words of a window: as written, in lower case, folded."""
        kept = self._words.get(at)
        if kept is None:
            told = ((word, word.lower(), fold(word)) for word in dict.fromkeys(WORD.findall(self.windows[at].text)))
            kept = self._words[at] = tuple(
                one for one in told if len(one[1]) > 2 and one[2] not in plain_words() and not CJK.search(one[1])
            )
        return kept

    def around(self, at: int) -> set[int]:
        """The neighbours of a sentence, and the short loose windows it lies in."""
        kept = self._around.get(at)
        if kept is None:
            inner = self.windows[at]
            kept = {other for other in self._loose.get(inner.place[0], ()) if _within(inner, self.windows[other])}
            self._around[at] = kept = kept.union(self.neighbours.get(at, ()))
        return kept

    @cached_property
    def _loose(self) -> dict[str, list[int]]:
        """The loose windows of each note that are short enough to speak of one thing."""
        found: dict[str, list[int]] = {}
        for at, window in enumerate(self.windows):
            if not window.tight and len(window.text) < _SHORT:
                found.setdefault(window.place[0], []).append(at)
        return found

    @cached_property
    def by_word(self) -> dict[str, set[int]]:
        """The windows that have a word, or have it in another language."""
        found: dict[str, set[int]] = {}
        for at, window in enumerate(self.windows):
            for word in {*WORD.findall(window.text.lower()), *map(str.lower, window.english)}:
                if len(word) > 2:
                    found.setdefault(word, set()).add(at)
        return found

    @cached_property
    def by_sense(self) -> dict[int, list[str]]:
        """The words that bear out a sense."""
        found: dict[int, list[str]] = {}
        for word in self.by_word:
            for sense in wordnet.wider(word):
                found.setdefault(sense, []).append(word)
        return found

    def begun(self, word: str) -> list[str]:
        """The words of the windows that begin as a word does."""
        return self._by_start.get(spelled(word)[:_START], [])

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.by_word:
            found.setdefault(spelled(word)[:_START], []).append(word)
        return found

    def bearing(self, word: str) -> set[int]:
        """The windows with a synonym of a word or with what it takes in."""
        told = {other for sense in wordnet.senses(word) for other in self.by_sense.get(sense, ())}
        return set().union(*(self.by_word[other] for other in told))

    @cached_property
    def place(self) -> dict[int, int]:
        """Where each window stands here, by its identity."""
        return {id(window): at for at, window in enumerate(self.windows)}

    @cached_property
    def neighbours(self) -> dict[int, list[int]]:
        """The sentences right before and after each window of the same note."""
        by_note: dict[str, list[tuple[int, int, int]]] = {}
        for at, window in enumerate(self.windows):
            if window.tight and window.place[2]:
                insort(by_note.setdefault(window.place[0], []), (window.place[1], window.place[2], at))
        found: dict[int, list[int]] = {}
        for row in by_note.values():
            for place, (_, _, at) in enumerate(row):
                found[at] = [other for _, _, other in row[max(0, place - 1) : place + 2] if other != at]
        return found


_START = 4
_SHORT = 500
_HOME = 0.7
_RARE = 4
# One telling noun is enough.
_ENOUGH = 1.0
# A long sentence has more words of its own: more than one in six has to be without a counterpart. Chosen on 521
# labelled statements about 47 pages that others wrote: 10 of 56 alarms on true ones go, 2 of 154 inventions found.
_SHARE = 0.18
_ROOT = 5
_WEIGHT = {"name": 1.6, "role": 1.3, "number": 1.0, "date": 1.2, "quote": 2.0, "word": 1.0, "relation": 0.6}


def reading_of(match: Match) -> Reading:
    """The reading of all windows that may speak of the claim's subject."""
    scope = match.scope
    english = scope.language == "en" and not scope.evidence.languages.isdisjoint(("en", *TONGUES))
    key = (scope.subject, scope.anyone, scope.named, english)
    readings: dict[object, Reading] = scope.evidence.__dict__.setdefault("_readings", {})
    kept = readings.get(key)
    if kept is None:
        windows = [window for window in scope.evidence.windows if scope.is_about(window)]
        kept = readings[key] = Reading(windows, english=english)
    return kept


def standings(match: Match) -> list[Word]:
    """Each plain word of a claim that can be held against the sources, with its standing."""
    reading = reading_of(match)
    held = {place: _holders(item, reading, match) for place, item in enumerate(match.parts)}
    home, solid = _home(held, match, reading)
    found = []
    for place, item in enumerate(match.parts):
        if item.sort != "word" or not match.scope.checkable(item) or _only_qualifies(place, match.parts):
            continue
        holders = held[place]
        if not holders:
            if _kin(item, match) or _derived(item, reading) or (match.scope.met(item) and _known_loosely(item, match)):
                found.append(Word(item, "met"))
                continue
            # What is told of others is the air of the place: "bicycles" in the firm of somebody who builds them.
            told = match.holders(item)
            found.append(Word(item, "elsewhere") if told else _absent(item, home, reading, match))
        elif solid - {place} and len(holders) <= _RARE and holders.isdisjoint(home):
            found.append(Word(item, "elsewhere"))
        else:
            found.append(Word(item, "met"))
    return found


def _only_qualifies(place: int, parts: list[Item]) -> bool:
    """Whether a word says which part of the date after it is meant ("Ende 2013"), or grades the rank after it."""
    item, after = parts[place], parts[place + 1] if place + 1 < len(parts) else None
    if fold(item.text) in GRADES:
        return True
    near = after is not None and after.sort == "date" and after.start - item.end <= len(" of the ")
    return near and item.text.lower() in words("part_of_time")


def _known_loosely(item: Item, match: Match) -> bool:
    """Whether a word is part of a compound, or cut short, in a language that joins words."""
    return match.scope.language != "en" or "de" in match.scope.evidence.languages


def _holders(item: Item, reading: Reading, match: Match) -> set[int]:
    """The windows with a counterpart of a part: its terms, for a word also a synonym or what it takes in."""
    windows = match.scope.evidence.windows
    found = {reading.place[id(windows[at])] for at in match.holders(item) if id(windows[at]) in reading.place}
    if item.sort == "word" and reading.english:
        found |= reading.bearing(item.text.lower())
    elif item.sort == "word" and match.scope.language in TONGUES and not found:
        # What a word is called in English has synonyms that its own language's page may have the words for.
        found = found.union(*map(reading.bearing, translation.english(item.text)))
    return found


def _home(held: dict[int, set[int]], match: Match, reading: Reading) -> tuple[set[int], set[int]]:
    """The passages that bear out most of a claim, with their neighbours; and the parts they bear out."""
    scores: dict[int, float] = {}
    total = len(reading.windows)
    for place, item in enumerate(match.parts):
        if fold(item.text) in match.scope.allowed:
            continue
        for at in held[place]:
            rarity = log(1 + total / len(held[place]))
            scores[at] = scores.get(at, 0.0) + _WEIGHT[item.sort] * rarity
    tight = {at: score for at, score in scores.items() if reading.windows[at].tight}
    if not tight:
        return set(), set()
    best = max(tight.values())
    home = {at for at, score in tight.items() if score >= _HOME * best}
    solid = {place for place in held if not held[place].isdisjoint(home)}
    return home.union(*map(reading.around, home)), solid


def _within(inner: Window, outer: Window) -> bool:
    return inner.place[0] == outer.place[0] and outer.place[1] <= inner.place[1] and inner.place[2] <= outer.place[2]


def _kin(item: Item, match: Match) -> bool:
    """Whether the sources have a word of the same root: "breathless" for "breathe"."""
    word = fold(item.text)
    root = word[: max(_ROOT, -(-len(word) * 3 // 4))]
    at = -1
    folded = match.scope.evidence.folded
    while len(word) >= _ROOT and (at := folded.find(root, at + 1)) >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            return True
    return False


def _derived(item: Item, reading: Reading) -> bool:
    """Whether a passage has a word of the same root, in its own language or as it is called in English."""
    return len(item.text) >= _ROOT and any(akin(item.text, word) for word in reading.begun(item.text))


def _absent(item: Item, home: set[int], reading: Reading, match: Match) -> Word:
    """A word no window bears out; best with what stands in its place in the passage."""
    if not reading.english:
        return Word(item, "absent")
    own, tried = item.text.lower(), set[str]()
    said = {fold(word) for other in match.parts for word in WORD.findall(other.text)}
    for at in sorted(home):
        for word, low, folded in reading.words(at):
            if folded in said or low in tried:
                continue
            tried.add(low)
            if wordnet.opposite(own, low):
                return Word(item, "opposite", word)
            if wordnet.beside(own, low):
                return Word(item, "instead", word)
    return Word(item, "absent")


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """The words of a claim that nothing in the sources bears out, when they weigh enough together."""
    if claim.soft:
        return
    lost = [
        (weight, word)
        for word in standings(match)
        if word.standing != "met"
        and not seasons.told(word.item, claim.sentence.text, word.item.start - claim.sentence.start, match)
        and (weight := loss(word.item, word.standing, claim, match))
    ]
    if sum(weight for weight, _ in lost) < max(_ENOUGH, _SHARE * len(match.parts)):
        return
    _, worst = max(lost, key=lambda one: one[0])
    yield worst.item.start, worst.item.end, _message(worst)


def _message(word: Word) -> str:
    if word.rival:
        return f"the notes have “{word.rival}” here, not “{word.item.text}”"
    if word.standing == "elsewhere":
        return f"the notes say “{word.item.text}” of something else"
    return f"no note about this says “{word.item.text}”"
