"""Alternatives that begin elsewhere."""

from __future__ import annotations

from drafter.models import Contact, Draft, Sentence
from drafter.writing.angles import next_angle
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
    assert next_angle(known, brief(), [_led_by("f1")]) is None
