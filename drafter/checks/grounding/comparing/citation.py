"""Whether a sentence cites the facts that say what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks.grounding.sender.own import meets
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.scope import Scope
    from drafter.checks.grounding.reading.sources import Window

_HARD = ("number", "date", "name", "role", "quote")


def faults(claim: Claim, parts: list[Item], scope: Scope) -> Iterator[tuple[int, int, str]]:
    """A hard detail that only another fact has, or cited facts that say nothing of the sentence."""
    facts = [window for window in scope.evidence.windows if window.fact]
    cited = [window for window in facts if window.fact in claim.facts]
    told = [item for item in parts if fold(item.text) not in scope.allowed and _tells(item, scope)]
    start, end = claim.sentence.start, claim.sentence.end
    strangers = [fact for fact in claim.facts if all(window.fact != fact for window in facts)]
    if strangers:
        yield start, end, f"it cites {strangers[0]}, which is no fact of the profile"
        return
    for item in told:
        other = _elsewhere(item, cited, facts)
        if other:
            yield item.start, item.end, f"the facts it cites do not say “{item.text}”; cite {other.fact}"
            return
    idle = [window for window in cited if told and not any(meets(item, window) for item in parts)]
    if idle and (len(idle) == len(cited) or _whole(claim, told)):
        yield start, end, "; ".join(_idle(idle, _best(told, facts)))


def _tells(item: Item, scope: Scope) -> bool:
    """Whether its absence from a fact means something: no small count, no word of another language."""
    if item.number is not None:
        return not (item.number.spelled and item.number.value <= 2)
    return item.sort in _HARD or scope.checkable(item)


def _whole(claim: Claim, told: list[Item]) -> bool:
    """Whether enough of the sentence can be looked up to say that one of several facts has no part in it."""
    return not claim.soft and len(told) >= 3


def _idle(idle: list[Window], better: Window | None) -> Iterator[str]:
    names = ", ".join(window.fact or "" for window in idle)
    yield f"{names} does not say this" if len(idle) == 1 else f"{names} do not say this"
    if better and better not in idle:
        yield f"cite {better.fact}"


def _elsewhere(item: Item, cited: list[Window], facts: list[Window]) -> Window | None:
    """A fact not cited that has a hard detail which no cited one has."""
    if item.sort not in _HARD or not cited or any(meets(item, window) for window in cited):
        return None
    return next((window for window in facts if meets(item, window)), None)


def _best(told: list[Item], facts: list[Window]) -> Window | None:
    counted = [(sum(meets(item, window) for item in told), -at) for at, window in enumerate(facts)]
    most, at = max(counted, default=(0, 0))
    return facts[-at] if most else None
