"""A year of use, simulated: the due list is right every day, and the funnel's ranges hold what is true."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass
from pathlib import Path

from drafter.relationships.cadence import Calendar, due_now
from drafter.relationships.network import Network
from drafter.relationships.outcomes import approaches, funnel
from drafter.settings import Settings
from drafter.storage import Outcome, Person, Touch
from drafter.storage.ledger import Storage

FIRST = datetime.date(2031, 1, 1)
PEOPLE, REPLY_RATE, MOST_A_DAY = 200, 0.3, 5
CATEGORIES = ("recruiter", "hiring_leader", "vendor", "peer", "alumni", "other")
CADENCE = {"recruiter": 91, "hiring_leader": 182, "vendor": 182, "peer": 91, "alumni": 182, "other": None}


DAYS_OFF = frozenset({datetime.date(2031, 5, 1), datetime.date(2031, 12, 25), datetime.date(2031, 12, 26)})
NOT_NOW_RATE, SNOOZE_RATE, DAYS_PUT_OFF = 0.1, 0.1, 40


@dataclass
class _Known:
    """One person by a reckoning of its own, without the code under test."""

    cadence: int | None
    last: datetime.date | None = None
    not_before: datetime.date | None = None
    contacts: int = 0

    def due(self, today: datetime.date) -> datetime.date | None:
        if self.cadence is None:
            return None
        day = self.last + datetime.timedelta(days=self.cadence) if self.last else today
        day = max(day, self.not_before or day)
        while day.weekday() >= 5 or day in DAYS_OFF:
            day += datetime.timedelta(days=1)
        return day


def _expected(people: dict[str, _Known], today: datetime.date) -> list[str]:
    """Who is due, the earliest first, then the least contacted, then by name."""
    found = [(due, known.contacts, name) for name, known in people.items() if (due := known.due(today))]
    return [name for due, _, name in sorted(found) if due <= today]


def test_the_due_list_is_right_every_day_of_a_year(tmp_path: Path) -> None:
    rng = random.Random(11)
    with Storage(f"sqlite:///{tmp_path / 'ledger.sqlite3'}") as storage:
        storage.people.add_all(
            # Each seventh person has a rhythm of their own, which wins over the category's.
            Person(
                name=f"Person {n}",
                category=CATEGORIES[n % 6],
                reason="simulated",
                cadence_days=30 if n % 7 == 0 else None,
            )
            for n in range(PEOPLE)
        )
        known = {p.name: _Known(p.cadence_days or CADENCE[p.category]) for p in storage.people.all()}
        replies = approached = 0
        for offset in range(365):
            today = FIRST + datetime.timedelta(days=offset)
            network = Network(storage, Settings(), today=today, calendar=Calendar(days_off=DAYS_OFF))
            rows = due_now(network.schedule(), today)
            assert [row.person.name for row in rows] == _expected(known, today), today
            for row in rows[:MOST_A_DAY]:
                theirs, chance = known[row.person.name], rng.random()
                if chance < SNOOZE_RATE:
                    theirs.not_before = today + datetime.timedelta(days=DAYS_PUT_OFF)
                    network.snooze(row.person, theirs.not_before)
                    continue
                refused = chance > 1 - NOT_NOW_RATE
                answered = refused or rng.random() < REPLY_RATE
                refusal = rng.choice(("not_now", "decline"))
                network.log(
                    row.person, kind="introduction", outcome=refusal if refused else "reply" if answered else None
                )
                theirs.last, theirs.contacts = today, theirs.contacts + 1
                theirs.not_before = today + datetime.timedelta(days=180) if refused else None
                replies += answered
                approached += 1
        network = Network(storage, Settings(), today=FIRST + datetime.timedelta(days=365))
        stages = funnel(network.approaches()).stages
        assert (stages[0].hits, stages[1].hits) == (approached, replies)
        assert len(storage.people.touches()) == approached


def test_the_funnels_ranges_hold_the_true_rate_about_as_often_as_they_say() -> None:
    """Whole series of messages and answers, through the counting of approaches and not the formula alone."""
    rng = random.Random(5)
    people = [Person(id=n, name=f"Person {n}", reason="simulated") for n in range(1, 31)]
    sent = [Touch(id=p.id, person_id=p.id, kind="sent", message_kind="introduction", on=FIRST) for p in people]
    series, covered = 400, 0
    for _ in range(series):
        answers = [
            Outcome(person_id=p.id, kind="reply", on=FIRST + datetime.timedelta(days=rng.randint(0, 60)))
            for p in people
            if rng.random() < REPLY_RATE
        ]
        replies = funnel(approaches(people, sent, answers)).stages[1]
        covered += replies.low <= REPLY_RATE <= replies.high
    assert 0.92 <= covered / series <= 0.985
