"""Numbers one can write down."""

from __future__ import annotations

import pytest

from drafter.models import Brief, Sender
from drafter.writing.voicemail import mention, speakable


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("+46 70 174 06 12", "+46 70 174 06 12"),
        ("+46701740612", "+46 70 174 06 12"),
        ("303-555-0148", "303 555 0148"),
        ("(303) 555 0148", "303 555 0148"),
        ("3035550148", "303 555 0148"),
        ("ask at the desk", "ask at the desk"),
    ],
)
def test_a_number_is_said_in_groups(typed, said):
    assert speakable(typed) == said


def test_the_mention_follows_channel_language_and_formality():
    brief = Brief(sender=Sender(name="Mira"), channel="sms")
    assert "texted" in mention(brief, "en")
    assert "Ihnen" in mention(brief, "de")
    assert "dir" in mention(brief.model_copy(update={"formality": "casual"}), "de")
    assert mention(brief, "tlh") == ""
