"""The calendar and the address cards, read back by other libraries."""

from __future__ import annotations

import datetime

import vobject
from icalendar import Calendar as ReadCalendar

from drafter.relationships.cadence import schedule
from drafter.relationships.calendar import calendar_of
from drafter.relationships.categories import categories
from drafter.relationships.followups import FollowUp
from drafter.relationships.vcards import vcards
from drafter.settings import Settings
from drafter.storage import Person, Touch

TODAY = datetime.date(2031, 3, 12)
STAMP = datetime.datetime(2031, 3, 12, 8, tzinfo=datetime.UTC)
PEOPLE = [
    Person(id=1, name="Sunniva Aas; pumps, valves", category="recruiter", reason="Knows\nhydrologists"),
    Person(id=2, name="大野 美咲", category="peer"),
    Person(id=3, name="No Rhythm", category="other"),
]
TOUCHES = [Touch(person_id=1, kind="sent", on=datetime.date(2031, 1, 6))]


def export(stamp: datetime.datetime = STAMP, **options: object) -> bytes:
    rows = schedule(PEOPLE, TOUCHES, plans=categories(Settings()), today=TODAY)
    return calendar_of(rows, stamp=stamp, **options)  # type: ignore[arg-type]


def test_each_person_with_a_rhythm_has_one_event_with_the_name_in_its_summary() -> None:
    events = ReadCalendar.from_ical(export()).walk("VEVENT")
    assert len(events) == 2
    assert {str(event["summary"]) for event in events} == {
        "Stay in touch: Sunniva Aas; pumps, valves",
        "Stay in touch: 大野 美咲",
    }
    for event in events:
        assert event.walk("VALARM")
        assert event["rrule"]["FREQ"] == ["DAILY"]


def test_a_second_export_updates_the_same_events() -> None:
    first = {str(e["uid"]): int(e["sequence"]) for e in ReadCalendar.from_ical(export()).walk("VEVENT")}
    later = export(STAMP + datetime.timedelta(days=1))
    second = {str(e["uid"]): int(e["sequence"]) for e in ReadCalendar.from_ical(later).walk("VEVENT")}
    assert first.keys() == second.keys()
    assert all(second[uid] > first[uid] for uid in first)


def test_vobject_reads_it_too_and_time_zones_are_defined() -> None:
    data = export(timezone="Europe/Oslo", at=datetime.time(8, 30))
    read = vobject.readOne(data.decode())
    start = read.vevent_list[0].dtstart.value
    assert (start.hour, start.minute) == (8, 30)
    assert start.utcoffset() is not None
    assert ReadCalendar.from_ical(data).walk("VTIMEZONE")


def test_a_follow_up_that_comes_first_takes_the_event() -> None:
    step = FollowUp("waiting", "follow-up 1 of 2", datetime.date(2031, 3, 14), 1)
    events = ReadCalendar.from_ical(export(follow_ups={1: step})).walk("VEVENT")
    mine = next(event for event in events if "Sunniva" in str(event["summary"]))
    assert str(mine["summary"]).startswith("Follow up")
    assert mine["dtstart"].dt == datetime.date(2031, 3, 14)
    assert "rrule" not in mine


def test_cards_survive_commas_line_breaks_and_long_lines_of_any_script() -> None:
    person = Person(id=1, name="Sunniva Aas", role="Head of pumps, valves; and more", reason="長い" * 60 + "\nend")
    text = vcards([person])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    card = vobject.readOne(text)
    assert card.fn.value == "Sunniva Aas"
    assert card.title.value == "Head of pumps, valves; and more"
    assert card.note.value == "長い" * 60 + "\nend"
