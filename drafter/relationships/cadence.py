"""When to be in touch next: last real contact + cadence, moved off weekends and holidays, a few a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from drafter.relationships.categories import CategoryPlan, cadence_of
from drafter.settings import Settings
from drafter.storage import Person, Touch

# Touches that count as contact; a note to oneself or a failed call does not.
REAL_CONTACT = frozenset({"sent", "received", "call", "meeting", "coffee", "message", "event"})
When = Literal["overdue", "today", "this_week", "later"]
_SATURDAY = 5
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days on which nobody should be written to: weekends, public holidays of ``country``, days off.

    ``country`` is an ISO 3166 code ("SE"), ``region`` its subdivision where holidays differ ("BY").
    """

    country: str | None = None
    region: str | None = None
    days_off: frozenset[datetime.date] = field(default_factory=frozenset)
    weekends: bool = True

    def is_free(self, day: datetime.date) -> bool:
        """Whether this is no working day."""
        if self.weekends and day.weekday() >= _SATURDAY:
            return True
        return day in self.days_off or self.holiday(day) is not None

    def holiday(self, day: datetime.date) -> str | None:
        """The public holiday's name, or ``None``."""
        if self.country is None:
            return None
        import holidays

        name = holidays.country_holidays(self.country, subdiv=self.region, years=day.year).get(day)
        return str(name) if name else None

    def working_day(self, day: datetime.date) -> datetime.date:
        """This day, or the next one on which people work."""
        while self.is_free(day):
            day += ONE_DAY
        return day

    def add_working_days(self, day: datetime.date, count: int) -> datetime.date:
        """The working day ``count`` working days after ``day``."""
        for _ in range(count):
            day = self.working_day(day + ONE_DAY)
        return self.working_day(day)


@dataclass(frozen=True, slots=True)
class Due:
    """A person and when they are due. ``contacts`` is how often there was contact in the last year."""

    person: Person
    cadence_days: int | None
    last_contact: datetime.date | None
    next_due: datetime.date | None
    contacts: int = 0

    def when(self, today: datetime.date) -> When:
        """Overdue, today, this week (the next seven days) or later."""
        if self.next_due is None or self.next_due > today + datetime.timedelta(days=7):
            return "later"
        if self.next_due < today:
            return "overdue"
        return "today" if self.next_due == today else "this_week"


def last_contact(touches: Iterable[Touch]) -> datetime.date | None:
    """The day of the latest real contact."""
    return max((touch.on for touch in touches if touch.kind in REAL_CONTACT), default=None)


def next_due(
    person: Person,
    last: datetime.date | None,
    *,
    plans: Mapping[str, CategoryPlan],
    today: datetime.date,
    calendar: Calendar,
    not_before: datetime.date | None = None,
) -> datetime.date | None:
    """The day to be in touch: ``None`` without a cadence, today for somebody never contacted.

    A person met but not yet written to counts from the day they were met. A snooze puts the day off, never forward;
    ``not_before`` does the same for somebody who said "not now".
    """
    cadence = cadence_of(person, plans)
    if cadence is None or person.archived:
        return None
    # A day they are said to be met on that lies ahead is a slip of the list.
    start = last or (person.met_on if person.met_on and person.met_on <= today else None)
    day = start + datetime.timedelta(days=cadence) if start else today
    day = max(day, person.snoozed_until or day, not_before or day)
    return calendar.working_day(day)


def schedule(
    people: Sequence[Person],
    touches: Iterable[Touch],
    *,
    plans: Mapping[str, CategoryPlan],
    today: datetime.date,
    calendar: Calendar | None = None,
    not_before: Mapping[int, datetime.date] | None = None,
) -> tuple[Due, ...]:
    """Everybody with their dates, the most urgent first; of equals the one with the fewest contacts in a year.

    ``not_before`` holds, by person id, the day before which somebody asked not to be written to.
    """
    days = calendar or Calendar()
    by_person: dict[int, list[Touch]] = {}
    for touch in touches:
        if touch.kind in REAL_CONTACT:
            by_person.setdefault(touch.person_id, []).append(touch)
    year_ago = today - datetime.timedelta(days=365)
    rows = []
    for person in people:
        theirs = by_person.get(person.id, [])
        last = max((touch.on for touch in theirs), default=None)
        rest = (not_before or {}).get(person.id)
        due = next_due(person, last, plans=plans, today=today, calendar=days, not_before=rest)
        recent = sum(touch.on > year_ago for touch in theirs)
        rows.append(Due(person, cadence_of(person, plans), last, due, recent))
    return tuple(sorted(rows, key=_urgency))


def due_now(
    rows: Sequence[Due], today: datetime.date, *, within_days: int = 0, most: int | None = None
) -> tuple[Due, ...]:
    """Those due up to ``today + within_days``, at most ``most`` of them: a list one can finish in a sitting."""
    limit = today + datetime.timedelta(days=within_days)
    found = [row for row in rows if row.next_due is not None and row.next_due <= limit]
    return tuple(found[:most] if most is not None else found)


def _urgency(row: Due) -> tuple[bool, datetime.date, int, str]:
    return (row.next_due is None, row.next_due or datetime.date.max, row.contacts, row.person.name)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours of the reader's day in which no message should arrive; ``start`` may lie after ``end`` (over midnight)."""

    start: datetime.time = datetime.time(20)
    end: datetime.time = datetime.time(8)

    @classmethod
    def of(cls, settings: Settings) -> QuietHours:
        """Those of the settings (``quiet_hours = "20:00-08:00"``); empty means that no hour is quiet."""
        first, _, last = (settings.quiet_hours or "00:00-00:00").partition("-")
        return cls(datetime.time.fromisoformat(first), datetime.time.fromisoformat(last))

    def covers(self, moment: datetime.time) -> bool:
        """Whether this time of day is quiet."""
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end
