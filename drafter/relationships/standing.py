"""Should one write to this person at all, and now? Reasons to wait, in plain words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from drafter.relationships.cadence import Calendar
from drafter.relationships.followups import FollowUp
from drafter.relationships.sent_rows import Prepared
from drafter.storage import Person


def cautions(
    person: Person,
    step: FollowUp,
    *,
    today: datetime.date,
    calendar: Calendar,
    crowd: str | None = None,
    waiting: Prepared | None = None,
) -> tuple[str, ...]:
    """What speaks against writing today, the weightiest first. ``step`` says where the conversation stands."""
    return (*_theirs(person, step, today), *_circumstances(today, calendar, crowd, waiting))


def _theirs(person: Person, step: FollowUp, today: datetime.date) -> Iterator[str]:
    if step.state in ("declined", "not_now", "silent"):
        yield step.reason
    if step.state == "waiting" and step.on:
        yield f"your last message is not answered yet; give it until {step.on:%d %B %Y}"
    if person.archived:
        yield "you put this person away; `drafter contacts archive --back` takes them out again"
    if person.snoozed_until and person.snoozed_until > today:
        yield f"you put them off until {person.snoozed_until:%d %B %Y}"
    if not (person.reason or "").strip():
        yield "no reason is noted why you know each other; without one, better not"


def _circumstances(
    today: datetime.date, calendar: Calendar, crowd: str | None, waiting: Prepared | None
) -> Iterator[str]:
    if waiting:
        yield f"an approved message to them from {waiting.batch.name} is not logged as sent yet"
    if crowd:
        yield crowd
    free = day_off(today, calendar)
    if free:
        yield f"{free}; {calendar.working_day(today):%A %d %B} is the next working day"


def day_off(today: datetime.date, calendar: Calendar) -> str | None:
    """Why nobody should be written to on this day, or ``None``."""
    if not calendar.is_free(today):
        return None
    return f"today is {calendar.holiday(today) or f'{today:%A}'}"
