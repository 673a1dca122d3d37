"""The funnel and its honest ranges."""

from __future__ import annotations

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.relationships.outcomes import (
    approaches,
    chance_of_none,
    comparable,
    expectation,
    funnel,
    funnels,
    likely_count,
    plan,
    wilson,
)
from drafter.storage import Outcome, Person, Touch

START = datetime.date(2031, 1, 6)


def test_wilson_agrees_with_published_values() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I (method 3): 81/263, 15/148, 0/20, 1/29.
    for hits, total, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        found = wilson(hits, total)
        assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_no_trial_leaves_everything_possible_and_nonsense_is_refused() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high, wilson(0, 0).share) == (0.0, 1.0, None)
    with pytest.raises(ValueError, match="no proportion"):
        wilson(3, 2)


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_range_holds_the_share_it_is_of(hits: int, extra: int) -> None:
    found = wilson(hits, hits + extra)
    assert 0 <= found.low <= found.high <= 1
    if found.share is not None:
        assert found.low <= found.share <= found.high


def test_ranges_cover_the_true_rate_about_as_often_as_they_say() -> None:
    rng = random.Random(4)
    for true in (0.05, 0.2, 0.5):
        covered = sum(
            (r := wilson(sum(rng.random() < true for _ in range(40)), 40)).low <= true <= r.high for _ in range(2000)
        )
        assert 0.92 <= covered / 2000 <= 0.985


def _person(number: int, category: str = "peer") -> Person:
    return Person(id=number, name=f"P{number}", category=category)


def _sent(number: int, person: int, day: int, kind: str = "introduction") -> Touch:
    return Touch(id=number, person_id=person, kind="sent", message_kind=kind, on=START + datetime.timedelta(days=day))


def test_follow_ups_belong_to_the_message_before_them() -> None:
    touches = [_sent(1, 1, 0), _sent(2, 1, 7, "follow_up"), _sent(3, 2, 0), _sent(4, 1, 10, "thank_you")]
    outcomes = [Outcome(person_id=1, kind="conversation", on=START + datetime.timedelta(days=9))]
    found = approaches([_person(1), _person(2)], touches, outcomes)
    assert [(a.touch.id, a.reached) for a in found] == [(1, 2), (3, 0)]


def test_an_outcome_long_after_or_before_a_message_is_not_its_own() -> None:
    touches = [_sent(1, 1, 0)]
    late = [Outcome(person_id=1, kind="offer", on=START + datetime.timedelta(days=80))]
    early = [Outcome(person_id=1, kind="reply", on=START - datetime.timedelta(days=1))]
    assert approaches([_person(1)], touches, late)[0].reached == 0
    assert approaches([_person(1)], touches, early)[0].reached == 0


def test_a_funnel_narrows_and_groups_add_up() -> None:
    people = [_person(n, "peer" if n % 2 else "recruiter") for n in range(40)]
    touches = [_sent(n + 1, n, 0) for n in range(40)]
    outcomes = [
        Outcome(person_id=n, kind=("reply", "conversation", "referral")[n % 3], on=START) for n in range(0, 40, 4)
    ]
    found = approaches(people, touches, outcomes)
    counts = [stage.hits for stage in funnel(found).stages]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 40
    groups = funnels(found, "category")
    assert sum(group.messages for group in groups) == 40
    assert comparable(groups)
    assert not comparable(funnels(found[:30], "category"))


def test_expectations_are_said_with_their_uncertainty() -> None:
    people = [_person(n) for n in range(14)]
    touches = [_sent(n + 1, n, 0) for n in range(14)]
    outcomes = [Outcome(person_id=n, kind="conversation", on=START) for n in (0, 7)]
    row = funnel(approaches(people, touches, outcomes))
    assert "With 20 such messages expect 0–6 conversations" in expectation(row)
    assert "only 14 messages" in expectation(row)
    assert plan(row).startswith("For 2 conversations send about 14 messages (between")
    none = funnel(approaches(people, touches, []))
    assert "Too few to say that it does not work" in expectation(none)
    assert "nothing to expect" in expectation(funnel([]))
    assert "can tell nothing" in expectation(funnel(approaches(people[:2], touches[:2], outcomes[:1])))
    many = [_sent(n, n % 14, 0) for n in range(40)]
    assert "another way" in expectation(funnel(approaches(people, many, [])))


def test_likely_counts_come_from_the_binomial() -> None:
    assert likely_count(20, 0.15) == (0, 6)
    assert likely_count(10, 1.0) == (10, 10)
    assert round(chance_of_none(20, 0.15), 3) == 0.039
