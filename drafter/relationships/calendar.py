"""The calendar: one event a person with a stable identity, so that a second export updates instead of doubling."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from drafter.relationships.cadence import Due
from drafter.relationships.followups import FollowUp

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//drafter//staying in touch//EN"
DEFAULT_TIME = datetime.time(9)
MINUTES = 15


def identity(*parts: object) -> str:
    """A UID that is the same at every export of the same thing on every machine with this ledger."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32]
    return f"{digest}@drafter.local"


def calendar_of(
    rows: Iterable[Due],
    *,
    stamp: datetime.datetime,
    timezone: str | None = None,
    at: datetime.time = DEFAULT_TIME,
    follow_ups: Mapping[int, FollowUp] | None = None,
    ledger: str = "",
) -> bytes:
    """The ``.ics`` file of all people with a date: recurring by cadence, with an alarm, UTF-8, CRLF line ends.

    ``stamp`` (UTC) marks the export and orders updates. Without ``timezone`` ("Europe/Stockholm") events last the whole
    day. ``ledger`` keeps two networks apart that hold people of the same id.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Staying in touch")
    for row in rows:
        step = (follow_ups or {}).get(row.person.id)
        if row.next_due is not None or (step is not None and step.on is not None):
            calendar.add_component(_event(row, step, stamp=stamp, timezone=timezone, at=at, ledger=ledger))
    if timezone:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(
    row: Due, step: FollowUp | None, *, stamp: datetime.datetime, timezone: str | None, at: datetime.time, ledger: str
) -> Event:
    from icalendar import Event

    person = row.person
    event = Event()
    event.add("uid", identity("touch", ledger, person.id))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    # A later export carries a larger number, which is how calendar programs know an update (RFC 5545, 3.8.7.4).
    event.add("sequence", int(stamp.timestamp()) // 60)
    stepping = step is not None and step.on is not None and (row.next_due is None or step.on <= row.next_due)
    event.add("summary", _summary(row, step if stepping else None))
    day = step.on if stepping and step is not None else row.next_due
    assert day is not None
    if timezone:
        from zoneinfo import ZoneInfo

        start = datetime.datetime.combine(day, at, tzinfo=ZoneInfo(timezone))
        event.add("dtstart", start)
        event.add("dtend", start + datetime.timedelta(minutes=MINUTES))
    else:
        event.add("dtstart", day)
        event.add("dtend", day + datetime.timedelta(days=1))
    if row.cadence_days and not stepping:
        event.add("rrule", {"freq": "daily", "interval": row.cadence_days})
    event.add("description", _description(row, step))
    event.add("categories", [person.category])
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(person.name, whole_day=not timezone))
    return event


def _summary(row: Due, step: FollowUp | None) -> str:
    if step is None:
        return f"Stay in touch: {row.person.name}"
    return f"Thank {row.person.name}" if step.state == "thank" else f"Follow up: {row.person.name}"


def _description(row: Due, step: FollowUp | None) -> str:
    person = row.person
    lines = [
        ", ".join(part for part in (person.role, person.organization) if part),
        f"Why: {person.reason}" if person.reason else "",
        f"Last contact: {row.last_contact:%d %B %Y}" if row.last_contact else "No contact yet.",
        step.reason if step and step.on else "",
    ]
    return "\n".join(line for line in lines if line)


def _alarm(name: str, *, whole_day: bool) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Be in touch with {name}")
    # Of a whole-day event the alarm rings at nine; of a timed one ten minutes before.
    alarm.add("trigger", datetime.timedelta(hours=9) if whole_day else datetime.timedelta(minutes=-10))
    return alarm
