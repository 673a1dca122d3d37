"""Alternatives that begin elsewhere."""

from __future__ import annotations

from drafter.models import Contact, Draft, Sentence
from drafter.writing.angles import next_angle
from drafter.writing.kinds import OWN_SIDE
from tests.writing.material import LINES, brief, profile


def _led_by(*facts: str) -> Draft:
    return Draft(message="Hi.", sentences=(Sentence(part="message", start=0, end=3, facts=facts),))


def test_what_was_told_is_left_out_of_the_next_one() -> None:
    other = next_angle(profile(LINES), brief(), [_led_by("f1", "f2")])
    assert other is not None
    assert {"f1", "f2"} <= set(other.avoid)
    assert other.angle


def test_a_title_is_no_angle() -> None:
    known = profile(("Founded the Hut Line in 2028.", "Mira Dahl is director of trails."))
    role = known.facts[1].model_copy(update={"kind": "role"})
    known = known.model_copy(update={"facts": (known.facts[0], role), "contact": Contact(name="Mira Dahl")})
    other = next_angle(known, brief(), [_led_by("f1")])
    assert other is not None
    assert other.angle == OWN_SIDE
    assert next_angle(known, other, [_led_by("f1"), _led_by("f1")]) is None


def test_a_fact_that_the_purpose_names_goes_before_the_senders_side_and_that_before_any_other() -> None:
    known = profile(
        ("Founded the Hut Line in 2028.", "Mends winter trails with volunteers.", "Collects stamps of 1931.")
    )
    about = brief(purpose="ask how volunteers mend trails in winter")
    second = next_angle(known, about, [_led_by("f1")])
    assert second is not None
    assert second.angle != OWN_SIDE
    third = next_angle(known, about, [_led_by("f2")])
    assert third is not None
    assert third.angle == OWN_SIDE
    assert third.avoid == about.avoid
