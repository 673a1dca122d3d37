"""What to do in the next days: thanks, follow-ups, promises, and whose turn it is; one list, the earliest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.relationships.cadence import Due, When
from drafter.relationships.followups import FollowUp
from drafter.storage import Promise

What = Literal["thank_you", "follow_up", "ask_again", "promise", "turn"]
_ORDER: tuple[What, ...] = ("thank_you", "promise", "follow_up", "ask_again", "turn")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do with one person on a day, and why. ``row`` says how it stands with them on the whole."""

    row: Due
    what: What
    on: datetime.date
    why: str
    promise: Promise | None = None

    def when(self, today: datetime.date) -> When:
        """Overdue, today or later this week."""
        if self.on < today:
            return "overdue"
        return "today" if self.on == today else "this_week"


def agenda(
    rows: Sequence[Due],
    steps: Mapping[int, FollowUp],
    promises: Iterable[Promise],
    *,
    today: datetime.date,
    within_days: int = 7,
) -> tuple[Task, ...]:
    """What is to be done up to ``today + within_days``; a person whose step is due is not named again by their rhythm.

    ``rows`` is a schedule: those of equal date keep its order, the least contacted first.
    """
    limit = today + datetime.timedelta(days=within_days)
    known = {row.person.id: (place, row) for place, row in enumerate(rows)}
    found: list[Task] = []
    for promise in promises:
        if promise.mine and promise.due and promise.due <= limit and promise.person_id in known:
            row = known[promise.person_id][1]
            found.append(Task(row, "promise", promise.due, f"you promised: {promise.text}", promise))
    for row in rows:
        step = steps.get(row.person.id)
        if step is not None and step.on is not None and step.on <= limit:
            found.append(Task(row, _what(step), step.on, step.reason))
        elif row.next_due is not None and row.next_due <= limit:
            found.append(Task(row, "turn", row.next_due, _turn(row)))
    return tuple(sorted(found, key=lambda t: (max(t.on, today), _ORDER.index(t.what), known[t.row.person.id][0])))


def _what(step: FollowUp) -> What:
    if step.state == "thank":
        return "thank_you"
    return "follow_up" if step.step else "ask_again"


def _turn(row: Due) -> str:
    return "no contact yet" if row.last_contact is None else f"last contact {row.last_contact:%d %B %Y}"
