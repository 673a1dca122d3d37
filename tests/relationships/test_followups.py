"""When to write again, and when to stop."""

from __future__ import annotations

import datetime

from drafter.relationships.followups import crowded, follow_up
from drafter.storage import Outcome, Touch

FIRST = datetime.date(2031, 3, 3)  # a Monday


def sent(days: int, kind: str = "introduction", number: int = 1) -> Touch:
    return Touch(id=number, person_id=1, kind="sent", message_kind=kind, on=FIRST + datetime.timedelta(days=days))


def outcome(kind: str, days: int) -> Outcome:
    return Outcome(person_id=1, kind=kind, on=FIRST + datetime.timedelta(days=days))


def at(days: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=days)


def test_the_first_follow_up_comes_after_five_working_days_and_not_before() -> None:
    assert follow_up([sent(0)], [], today=at(6)).state == "waiting"
    due = follow_up([sent(0)], [], today=at(7))
    assert (due.state, due.step, due.on) == ("due", 1, at(7))


def test_the_second_comes_after_twelve_and_never_on_the_heels_of_a_late_first() -> None:
    assert follow_up([sent(0), sent(7, "follow_up", 2)], [], today=at(8)).on == at(16)
    late = follow_up([sent(0), sent(15, "follow_up", 2)], [], today=at(16))
    assert late.state == "waiting"
    assert late.on == at(22)


def test_silence_after_two_is_an_answer() -> None:
    run = [sent(0), sent(7, "follow_up", 2), sent(16, "follow_up", 3)]
    assert follow_up(run, [], today=at(60)).state == "silent"


def test_a_reply_stops_the_sequence_whether_logged_as_touch_or_outcome() -> None:
    received = Touch(id=2, person_id=1, kind="received", on=at(2))
    assert follow_up([sent(0), received], [], today=at(9)).state == "none"
    assert follow_up([sent(0)], [outcome("reply", 2)], today=at(9)).state == "answered"


def test_a_decline_stops_for_good_and_not_now_for_180_days() -> None:
    assert follow_up([sent(0)], [outcome("decline", 2)], today=at(300)).state == "declined"
    assert follow_up([sent(0)], [outcome("not_now", 2)], today=at(100)).state == "not_now"
    again = follow_up([sent(0)], [outcome("not_now", 2)], today=at(182))
    assert (again.state, again.on) == ("due", at(182))


def test_a_new_approach_after_a_reply_starts_a_new_sequence() -> None:
    run = [sent(0), sent(30, "advice_request", 2)]
    assert follow_up(run, [outcome("reply", 3)], today=at(31)).step == 1


def test_after_a_meeting_a_thank_you_is_due_the_next_working_day_until_it_is_sent() -> None:
    met = Touch(id=3, person_id=1, kind="coffee", on=at(4))  # a Friday
    thanks = follow_up([sent(0), met], [], today=at(4))
    assert (thanks.state, thanks.on) == ("thank", at(7))
    assert follow_up([sent(0), met, sent(7, "thank_you", 4)], [], today=at(8)).state == "none"


def test_a_check_in_starts_no_sequence() -> None:
    assert follow_up([sent(0, "check_in")], [], today=at(30)).state == "none"


def test_many_messages_to_one_organisation_draw_a_warning() -> None:
    recent = [("Fjordlys AS", Touch(person_id=n, kind="sent", on=at(n))) for n in range(3)]
    assert "3 people at Fjordlys AS" in (crowded("Fjordlys AS", recent, today=at(5)) or "")
    assert crowded("FJORDLYS AS", recent, today=at(5))
    assert crowded("Fjordlys AS", recent[:2], today=at(5)) is None
    assert crowded("Fjordlys AS", recent, today=at(90)) is None
