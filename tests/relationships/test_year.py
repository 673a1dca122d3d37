"""A year of use, simulated: the due list is right every day, and the funnel's ranges hold what is true."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from drafter.relationships.cadence import due_now
from drafter.relationships.network import Network
from drafter.relationships.outcomes import funnel
from drafter.settings import Settings
from drafter.storage import Person
from drafter.storage.ledger import Storage

FIRST = datetime.date(2031, 1, 1)
PEOPLE, REPLY_RATE, MOST_A_DAY = 200, 0.3, 5
CATEGORIES = ("recruiter", "hiring_leader", "vendor", "peer", "alumni", "other")
CADENCE = {"recruiter": 91, "hiring_leader": 182, "vendor": 182, "peer": 91, "alumni": 182, "other": None}


def _expected(people: dict[str, tuple[str, datetime.date | None]], today: datetime.date) -> set[str]:
    """Who is due by a reckoning of its own, without the code under test."""
    due = set()
    for name, (category, last) in people.items():
        cadence = CADENCE[category]
        if cadence is None:
            continue
        day = last + datetime.timedelta(days=cadence) if last else today
        while day.weekday() >= 5:
            day += datetime.timedelta(days=1)
        if day <= today:
            due.add(name)
    return due


def test_the_due_list_is_right_every_day_of_a_year(tmp_path: Path) -> None:
    rng = random.Random(11)
    with Storage(f"sqlite:///{tmp_path / 'ledger.sqlite3'}") as storage:
        known: dict[str, tuple[str, datetime.date | None]] = {}
        storage.people.add_all(
            Person(name=f"Person {n}", category=CATEGORIES[n % 6], reason="simulated") for n in range(PEOPLE)
        )
        for person in storage.people.all():
            known[person.name] = (person.category, None)
        replies = approached = 0
        for offset in range(365):
            today = FIRST + datetime.timedelta(days=offset)
            network = Network(storage, Settings(), today=today)
            rows = due_now(network.schedule(), today)
            assert {row.person.name for row in rows} == _expected(known, today), today
            for row in rows[:MOST_A_DAY]:
                answered = rng.random() < REPLY_RATE
                network.log(row.person, kind="introduction", outcome="reply" if answered else None)
                known[row.person.name] = (row.person.category, today)
                replies += answered
                approached += 1
        network = Network(storage, Settings(), today=FIRST + datetime.timedelta(days=365))
        stages = funnel(network.approaches()).stages
        assert (stages[0].hits, stages[1].hits) == (approached, replies)
        assert stages[1].low <= REPLY_RATE <= stages[1].high
        assert len(storage.people.touches()) == approached
