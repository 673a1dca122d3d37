"""After a first message: when to write again, and when to stop. The stop rules are code, not good intentions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.relationships.cadence import Calendar
from drafter.storage import Outcome, Touch

# Working days after the first message; two follow-ups, then silence is an answer.
STEPS = (5, 12)
NOT_NOW_DAYS = 180
THANKS_AFTER = 1
# Thanks that come later than this many days read as an excuse to write.
THANKS_UNTIL = 14
# More messages to one organisation within these days look like a campaign.
SAME_ORGANIZATION_DAYS = 30
SAME_ORGANIZATION_MOST = 3
_ANSWERS = frozenset({"reply", "conversation", "referral", "interview", "offer"})
_REFUSALS = frozenset({"decline", "not_now"})
_MEETINGS = frozenset({"call", "meeting", "coffee"})
# What comes from them, or is no message at all: never a reason to hold back.
TALKS = _MEETINGS | {"received", "event"}
_OUTREACH = frozenset({"introduction", "advice_request", "introduction_request", "reconnect", "follow_up"})

State = Literal["none", "waiting", "due", "answered", "declined", "not_now", "silent", "thank"]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Where a conversation stands. ``on`` is the day of the next step, ``step`` its number (1 or 2), if one is due."""

    state: State
    reason: str
    on: datetime.date | None = None
    step: int | None = None


def follow_up(
    touches: Sequence[Touch],
    outcomes: Iterable[Outcome],
    *,
    today: datetime.date,
    calendar: Calendar | None = None,
    steps: Sequence[int] = STEPS,
) -> FollowUp:
    """The next step with one person, from what passed so far (``touches`` and ``outcomes`` of that person).

    Stops at a reply, a decline ("not now": again after 180 days) and after the last follow-up met silence. The day
    after a conversation a thank-you is due.
    """
    days = calendar or Calendar()
    ordered = sorted(touches, key=lambda touch: (touch.on, touch.id))
    results = sorted(outcomes, key=lambda outcome: (outcome.on, outcome.id))
    thanks = _thanks_due(ordered, days)
    if thanks and thanks.on and (today - thanks.on).days <= THANKS_UNTIL:
        return thanks
    run = _unanswered(ordered, results)
    stopped = _stopped(results, run, today)
    if stopped:
        return stopped
    if not run:
        return FollowUp("none", "no message is waiting for an answer")
    return _next_step(run, today, days, steps)


def _next_step(run: Sequence[Touch], today: datetime.date, days: Calendar, steps: Sequence[int]) -> FollowUp:
    sent_after = len(run) - 1
    if sent_after >= len(steps):
        return FollowUp("silent", f"{sent_after} follow-ups met silence; leave it there and wish them well")
    on = max(
        days.add_working_days(run[0].on, steps[sent_after]),
        # A follow-up sent late must not bring the next one on its heels.
        days.add_working_days(run[-1].on, steps[0]) if sent_after else datetime.date.min,
    )
    state: State = "due" if on <= today else "waiting"
    number = sent_after + 1
    return FollowUp(
        state, f"follow-up {number} of {len(steps)}, {steps[sent_after]} working days after the first", on, number
    )


def _thanks_due(ordered: Sequence[Touch], days: Calendar) -> FollowUp | None:
    met = [touch for touch in ordered if touch.kind in _MEETINGS]
    if not met:
        return None
    last = met[-1]
    if any(touch.kind == "sent" and touch.on >= last.on and touch.id != last.id for touch in ordered):
        return None
    on = days.add_working_days(last.on, THANKS_AFTER)
    return FollowUp("thank", f"thank them for the {last.kind} of {last.on:%d %B}", on)


def _unanswered(ordered: Sequence[Touch], results: Sequence[Outcome]) -> list[Touch]:
    """The messages sent since the last sign of life, the first message first."""
    signs = [touch.on for touch in ordered if touch.kind == "received" or touch.kind in _MEETINGS]
    signs += [result.on for result in results if result.kind in _ANSWERS]
    since = max(signs, default=datetime.date.min)
    sent = [touch for touch in ordered if touch.kind == "sent" and touch.on > since]
    first = next((i for i, touch in enumerate(sent) if (touch.message_kind or "introduction") in _OUTREACH), None)
    return [] if first is None else sent[first:]


def _stopped(results: Sequence[Outcome], run: Sequence[Touch], today: datetime.date) -> FollowUp | None:
    if not results:
        return None
    last = results[-1]
    if last.kind in _REFUSALS and (not run or last.on >= run[-1].on):
        if last.kind == "decline":
            return FollowUp("declined", f"they declined on {last.on:%d %B %Y}; do not write again about this")
        on = last.on + datetime.timedelta(days=NOT_NOW_DAYS)
        when: State = "due" if on <= today else "not_now"
        return FollowUp(when, f"“not now” on {last.on:%d %B %Y}; ask again after {NOT_NOW_DAYS} days", on)
    if last.kind in _ANSWERS and not run:
        return FollowUp("answered", f"{last.kind} on {last.on:%d %B %Y}")
    return None


def not_before(touches: Iterable[Touch], outcomes: Iterable[Outcome]) -> dict[int, datetime.date]:
    """By person id, until when somebody who said no or "not now" is left in peace, unless they came back themselves."""
    signs: dict[int, datetime.date] = {}
    for touch in touches:
        if touch.kind == "received" or touch.kind in _MEETINGS:
            signs[touch.person_id] = max(touch.on, signs.get(touch.person_id, touch.on))
    latest: dict[int, Outcome] = {}
    for outcome in sorted(outcomes, key=lambda outcome: (outcome.on, outcome.id)):
        latest[outcome.person_id] = outcome
    return {
        who: last.on + datetime.timedelta(days=NOT_NOW_DAYS)
        for who, last in latest.items()
        if last.kind in _REFUSALS and signs.get(who, last.on) <= last.on
    }


def crowded(
    organization: str | None, recent: Iterable[tuple[str | None, Touch]], *, today: datetime.date
) -> str | None:
    """A warning when the same organisation was written to many times lately.

    ``recent`` pairs each touch with the organisation of its person.
    """
    if not organization:
        return None
    since = today - datetime.timedelta(days=SAME_ORGANIZATION_DAYS)
    wanted = organization.casefold()
    sent = {
        touch.person_id
        for name, touch in recent
        if touch.kind == "sent" and touch.on >= since and (name or "").casefold() == wanted
    }
    if len(sent) < SAME_ORGANIZATION_MOST:
        return None
    return (
        f"{len(sent)} people at {organization} were written to in the last {SAME_ORGANIZATION_DAYS} days; "
        "they talk to each other, so wait for an answer first"
    )
