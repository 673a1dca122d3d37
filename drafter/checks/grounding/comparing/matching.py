"""The parts of a claim against all windows of evidence: which windows meet them, and whom those are about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.checks.grounding.comparing import figures
from drafter.checks.grounding.comparing.rivals import rival_name
from drafter.checks.grounding.reading.sources import Evidence, Window
from drafter.language import dates, numbers, places
from drafter.language.meaning import concepts, fold
from drafter.language.names import looks_like_person

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.scope import Scope

_CLEAR = 1.8
_SMALL = 12
_FIRM = ("name", "number", "date", "quote")
_SLIGHT = 0.2


@dataclass(eq=False)
class Match:
    """The parts of a claim against all windows."""

    parts: list[Item]
    scope: Scope

    @cached_property
    def bits(self) -> dict[int, int]:
        """For each window that meets some part, which ones (a bit each)."""
        found: Counter[int] = Counter()
        for place, item in enumerate(self.parts):
            if item.sort in ("number", "date"):
                continue
            for at in self.holders(item):
                found[at] |= 1 << place
        for place, item in enumerate(self.parts):
            if item.sort in ("number", "date"):
                for at in self.holders(item) & found.keys():
                    found[at] |= 1 << place
        return found

    @cached_property
    def told(self) -> list[tuple[float, int, Window]]:
        """The sentences and facts about the subject that meet some part: what they weigh, their bits, themselves."""
        windows, scope = self.scope.evidence.windows, self.scope
        return [
            (self.score(bits), bits, window)
            for at, bits in self.bits.items()
            if (window := windows[at]).tight and scope.is_about(window)
        ]

    def holders(self, item: Item) -> set[int]:
        """The windows that meet every part of an item."""
        kept = self._held.get(item)
        if kept is None:
            kept = self._held[item] = self._holders(item)
        return kept

    @cached_property
    def _held(self) -> dict[Item, set[int]]:
        return {}

    def _holders(self, item: Item) -> set[int]:
        if item.sort in ("number", "date"):
            return figures.holders(item, self.scope.evidence)
        postings = self.scope.evidence.postings
        holders: set[int] | None = None
        for part in item.parts:
            some = {at for term in part for at in postings.get(term, ())}
            holders = some if holders is None else holders & some
        return holders or self._lying_in(item)

    def _lying_in(self, item: Item) -> set[int]:
        """The windows that name a town or country of the country or continent an item means."""
        there = places.regions(item.text) if item.sort == "name" else frozenset()
        windows = enumerate(self.scope.evidence.windows) if there else ()
        return {at for at, window in windows if not there.isdisjoint(window.countries)}

    @cached_property
    def weights(self) -> list[float]:
        """Rare parts weigh more; the contact's and the organisation's own names say nothing."""
        total = max(1, len(self.scope.evidence.windows))
        weights = []
        for item in self.parts:
            if item.sort in ("number", "date"):
                weights.append(1.0)
                continue
            rarity = 1.0 if len(self.holders(item)) <= max(6, total * 0.1) else 0.4
            own = fold(item.text) in self.scope.allowed
            weights.append(0.2 if own else rarity * (2.0 if item.sort in ("name", "role") else 1.0))
        return weights

    def rival(self, item: Item) -> str | None:
        """What the best window has in the place of this part, if the part is never in such company."""
        place = self.parts.index(item)
        windows = self.scope.evidence.windows
        if self.weights[place] <= 0.2 or (item.number and not self.holders(item)):
            return None
        tight, loose = (self._best(item, place, tight=level) for level in (True, False))
        for best, best_with, at in (tight, loose):
            if at is None or best < 1.0 or best_with > 0.5 * best:
                if at is not None and best >= 1.0 and self._replaced(item, windows[at]) is None and best_with == 0:
                    continue
                return None
            rival = self._replaced(item, windows[at])
            if rival and self._said_too(rival, item):
                return None
            if rival and item.number and figures.known(item, Evidence([windows[at]], figured=[windows[at]])):
                return None
            if rival:
                return rival
        return None

    def beside(self, item: Item) -> list[int]:
        """The windows that meet some other part of the claim."""
        own = 1 << self.parts.index(item)
        return [at for at, bits in self.bits.items() if bits & ~own]

    def _said_too(self, rival: str, item: Item) -> bool:
        """Whether the claim has the rival figure as well, or the figure is a small one that many things have."""
        if item.sort not in ("number", "date"):
            return False
        days = dates.find(rival)
        if any(dates.matches(part.date, day) for part in self.parts if part.date and part is not item for day in days):
            return True
        if item.number and item.number.spelled and item.number.value <= _SMALL and self.holders(item):
            return True
        told = [*numbers.find(rival, self.scope.language), *numbers.find(rival, "de")]
        return any(
            figures.same(number, part.number)
            for part in self.parts
            if part.number and part is not item
            for number in told
        )

    def _best(self, item: Item, place: int, *, tight: bool) -> tuple[float, float, int | None]:
        """The best score without the part, the best with it, and the window of the former."""
        best, best_with, where, replaced = 0.0, 0.0, None, False
        holders = self.holders(item)
        for at, bits in self.bits.items():
            window = self.scope.evidence.windows[at]
            if window.tight != tight or not self.scope.is_about(window):
                continue
            score = self.score(bits & ~(1 << place))
            if at in holders:
                best_with = max(best_with, score)
            elif score > best and (tight or len(window.text) < 1200):
                best, where, replaced = score, at, self._replaced(item, window) is not None
            elif score == best > 0 and not replaced and self._replaced(item, window):
                where, replaced = at, True
        return best, best_with, where

    def score(self, bits: int) -> float:
        """What the parts of a claim weigh together."""
        score = self._scores.get(bits)
        if score is None:
            score = self._scores[bits] = sum(w for p, w in enumerate(self.weights) if bits >> p & 1)
        return score

    @cached_property
    def _scores(self) -> dict[int, float]:
        return {}

    def _replaced(self, item: Item, window: Window) -> str | None:
        if item.sort in ("number", "date"):
            return figures.rival(item, window)
        return rival_name(item, window, self.parts)

    def replaced(self, item: Item) -> bool:
        """Whether an absent word stands right before or after a known one that the sources pair with another."""
        at = self.parts.index(item)
        beside = [self.parts[n] for n in (at + 1,) if n < len(self.parts)]
        return any(
            other.sort == "word" and 0 <= other.start - item.end <= 1 and self.scope.met(other) and self._glossed(item)
            for other in beside
        )

    def _glossed(self, item: Item) -> bool:
        """Whether the word has a meaning that the sources could have named."""
        return bool(concepts(item.text)) or self.scope.language in self.scope.evidence.languages

    def foreign_owner(self, words: list[Item]) -> str | None:
        """The person whom the sources say this of, if it is never said of the subject."""
        if self.scope.anyone or not self.scope.evidence.owners:
            return None
        for item in words:
            holders = [self.scope.evidence.windows[at] for at in self.holders(item)]
            owned = {window.owner for window in holders if window.owner and window.tight}
            if (
                holders
                and len(owned) == 1
                and all(w.owner for w in holders if w.tight)
                and any(w.tight for w in holders)
            ):
                owner = owned.pop()
                if owner and self.scope.is_other(owner) and owner not in self.scope.named:
                    return owner
        return None

    def told_best_of_another(self, *, clearly: bool = False) -> bool:
        """Whether what is said of somebody else has at least as much of the claim as what is said of the subject."""
        own = foreign = 0.0
        for at, bits in self.bits.items():
            if self.scope.is_about(self.scope.evidence.windows[at]):
                own = max(own, self.score(bits))
            else:
                foreign = max(foreign, self.score(bits))
        return foreign > own if clearly else foreign >= own

    def told_together(self) -> bool:
        """Whether a sentence of the sources has two parts of the claim at once."""
        windows = self.scope.evidence.windows
        return any(bits.bit_count() > 1 and windows[at].tight for at, bits in self.bits.items())

    def told_of_subject(self) -> bool:
        """Whether a sentence about the subject has all figures and names of the claim, of which it has some."""
        parts = enumerate(self.parts)
        firm = sum(1 << at for at, item in parts if item.sort in _FIRM and self.weights[at] > _SLIGHT)
        owned = (bits for _, bits, window in self.told if window.owner == self.scope.subject)
        return bool(firm) and any(bits & firm == firm for bits in owned)

    def better_owner(self) -> str | None:
        """Another person of whom the sources say most of this, while of the subject they say little."""
        own, foreign, who = 0.0, 0.0, None
        for at, bits in self.bits.items():
            window, score = self.scope.evidence.windows[at], self.score(bits)
            if window.tight and self.scope.is_about(window):
                own = max(own, score)
            elif window.tight and score > foreign:
                foreign, who = score, window.owner
        if who and re.search(r"[a-zß-ÿ][A-Z]", who) and not looks_like_person(who):
            return None
        return who if foreign >= _CLEAR and own <= foreign / 2 else None
