"""Dates: last real contact + cadence, off weekends and holidays, never forward by a snooze."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import SettingsError
from drafter.relationships.cadence import Calendar, QuietHours, due_now, last_contact, next_due, schedule
from drafter.relationships.categories import cadence_of, categories, fill
from drafter.settings import Settings
from drafter.storage import Person, Touch

PLANS = categories(Settings())
TODAY = datetime.date(2031, 3, 12)
EVERY_DAY = Calendar(weekends=False)


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2031, month, number)


def touch(kind: str, on: datetime.date, person: int = 1) -> Touch:
    return Touch(person_id=person, kind=kind, on=on)


def test_every_category_but_other_has_a_cadence() -> None:
    assert [name for name, plan in PLANS.items() if plan.cadence_days is None] == ["other"]
    assert (PLANS["recruiter"].cadence_days, PLANS["hiring_leader"].cadence_days) == (91, 182)
    assert all(plan.purpose and plan.source for plan in PLANS.values())


def test_a_note_to_oneself_is_no_contact() -> None:
    assert last_contact([touch("sent", day(1, 7)), touch("thought", day(3, 1))]) == day(1, 7)


def test_the_next_date_is_the_last_contact_plus_cadence_on_a_working_day() -> None:
    person = Person(id=1, name="Ida Krogh", category="recruiter")
    due = next_due(person, day(1, 4), plans=PLANS, today=TODAY, calendar=Calendar())
    # 4 January + 91 days is Saturday 5 April.
    assert due == day(4, 7)


def test_the_persons_own_cadence_wins_and_zero_means_none() -> None:
    assert cadence_of(Person(name="A", category="peer", cadence_days=30), PLANS) == 30
    assert cadence_of(Person(name="A", category="peer", cadence_days=0), PLANS) is None


def test_a_holiday_moves_the_date() -> None:
    midsummer = datetime.date(2031, 6, 20)
    assert Calendar(country="SE").holiday(datetime.date(2031, 6, 6))
    assert Calendar(country="SE").working_day(datetime.date(2031, 6, 6)) == datetime.date(2031, 6, 9)
    assert Calendar(days_off=frozenset({midsummer})).working_day(midsummer) == datetime.date(2031, 6, 23)


def test_a_snooze_puts_off_and_never_forward() -> None:
    late = Person(id=1, name="A", category="recruiter", snoozed_until=day(12, 1))
    early = late.model_copy(update={"snoozed_until": day(1, 2)})
    assert next_due(late, day(1, 1), plans=PLANS, today=TODAY, calendar=EVERY_DAY) == day(12, 1)
    assert next_due(early, day(1, 1), plans=PLANS, today=TODAY, calendar=EVERY_DAY) == day(4, 2)


def test_of_equally_due_people_the_least_contacted_comes_first() -> None:
    people = [Person(id=n, name=name, category="recruiter") for n, name in ((1, "Anna"), (2, "Bo"))]
    touches = [touch("sent", day(1, 6)), touch("received", day(1, 2)), touch("sent", day(1, 6), 2)]
    rows = schedule(people, touches, plans=PLANS, today=TODAY, calendar=EVERY_DAY)
    assert [row.person.name for row in rows] == ["Bo", "Anna"]


def test_due_keeps_to_the_most_a_day_and_never_lists_those_without_cadence() -> None:
    people = [Person(id=n, name=f"P{n}", category="peer") for n in range(1, 6)] + [Person(id=9, name="Z")]
    rows = schedule(people, [], plans=PLANS, today=TODAY)
    assert len(due_now(rows, TODAY, most=3)) == 3
    assert {row.person.name for row in due_now(rows, TODAY, within_days=400)} == {f"P{n}" for n in range(1, 6)}


def test_when_tells_overdue_from_today_and_this_week() -> None:
    person = Person(id=1, name="A", category="recruiter", cadence_days=10)
    said = {}
    for last in (1, 2, 8, 11):
        row = schedule([person], [touch("sent", day(3, last))], plans=PLANS, today=TODAY, calendar=EVERY_DAY)[0]
        said[last] = row.when(TODAY)
    assert said == {1: "overdue", 2: "today", 8: "this_week", 11: "later"}


def test_quiet_hours_may_run_over_midnight() -> None:
    quiet = QuietHours()
    assert quiet.covers(datetime.time(23))
    assert quiet.covers(datetime.time(7, 59))
    assert not quiet.covers(datetime.time(8))


def test_settings_change_and_add_categories_and_refuse_nonsense() -> None:
    plans = categories(Settings(categories={"mentor": {"purpose": "gives counsel", "cadence_days": 60}}))
    assert plans["mentor"].cadence_days == 60
    assert categories(Settings(categories={"peer": {"cadence_days": 0}}))["peer"].cadence_days is None
    with pytest.raises(SettingsError, match="capacity"):
        categories(Settings(categories={"peer": {"capacity": "many"}}))
    with pytest.raises(SettingsError, match="does not know"):
        categories(Settings(categories={"peer": {"cadense": 3}}))


def test_a_category_is_empty_has_room_is_full_or_overfull() -> None:
    people = [Person(id=n, name=f"R{n}", category="recruiter") for n in range(3)]
    states = {row.plan.name: row.state for row in fill(people, PLANS)}
    assert states["recruiter"] == "overfull"
    assert states["peer"] == "empty"


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)), st.integers(0, 40))
def test_working_days_are_never_weekends_and_always_advance(start: datetime.date, count: int) -> None:
    end = Calendar().add_working_days(start, count)
    assert end.weekday() < 5
    assert end >= start + datetime.timedelta(days=count)
