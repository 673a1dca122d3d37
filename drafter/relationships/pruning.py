"""Who might be let go, kindly. Nothing is removed by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.relationships.categories import CategoryPlan, fill
from drafter.storage import Outcome, Person, Touch

SELFLESS_TRIES = 3
_ANSWERS = frozenset({"received", "call", "meeting", "coffee"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A person, why they are named here, and what one could do."""

    person: Person
    reason: str
    advice: str


def prune(
    people: Sequence[Person],
    touches: Iterable[Touch],
    outcomes: Iterable[Outcome],
    *,
    plans: Mapping[str, CategoryPlan],
) -> tuple[Suggestion, ...]:
    """Contacts without a reason, without an answer to three selfless check-ins, or over a category's capacity."""
    by_person: dict[int, list[Touch]] = {}
    for touch in sorted(touches, key=lambda touch: (touch.on, touch.id)):
        by_person.setdefault(touch.person_id, []).append(touch)
    answered = {outcome.person_id: outcome.on for outcome in sorted(outcomes, key=lambda o: o.on)}
    found = [*_without_reason(people), *_silent(people, by_person, answered), *_crowded(people, by_person, plans)]
    seen: set[int] = set()
    return tuple(s for s in found if not (s.person.id in seen or seen.add(s.person.id)))  # type: ignore[func-returns-value]


def _without_reason(people: Sequence[Person]) -> Iterable[Suggestion]:
    for person in people:
        if not (person.reason or "").strip():
            yield Suggestion(
                person,
                "no reason is noted why you know each other",
                "Write down in a sentence why this person; if none comes to mind, archive them with good grace.",
            )


def _silent(
    people: Sequence[Person], by_person: Mapping[int, Sequence[Touch]], answered: Mapping[int, object]
) -> Iterable[Suggestion]:
    for person in people:
        tries = 0
        for touch in by_person.get(person.id, ()):
            if touch.kind in _ANSWERS:
                tries = 0
            elif touch.kind == "sent" and touch.message_kind == "check_in":
                last = answered.get(person.id)
                tries = tries + 1 if last is None or last < touch.on else 0  # type: ignore[operator]
        if tries >= SELFLESS_TRIES:
            yield Suggestion(
                person,
                f"no answer to {tries} check-ins that asked for nothing",
                "Let it rest: no farewell is needed, and they can always write to you.",
            )


def _crowded(
    people: Sequence[Person], by_person: Mapping[int, Sequence[Touch]], plans: Mapping[str, CategoryPlan]
) -> Iterable[Suggestion]:
    for row in fill(people, plans):
        surplus = len(row.people) - row.plan.capacity
        if surplus <= 0:
            continue
        quietest = sorted(row.people, key=lambda person: (_warmth(by_person.get(person.id, ())), person.name))
        for person in quietest[:surplus]:
            yield Suggestion(
                person,
                f"{len(row.people)} people in “{row.plan.name}”, where {row.plan.capacity} can be kept",
                "Keep those you would gladly call; give the others a longer cadence or archive them.",
            )


def _warmth(touches: Sequence[Touch]) -> tuple[int, int]:
    mutual = sum(touch.kind in _ANSWERS for touch in touches)
    return (mutual, len(touches))
