"""Every kind has its guide."""

from __future__ import annotations

from typing import get_args

from drafter.models import Channel, Kind
from drafter.writing.kinds import CHANNEL_CHARACTERS, CHANNEL_WORDS, KINDS


def test_every_kind_and_channel_is_covered():
    assert set(KINDS) == set(get_args(Kind))
    assert set(CHANNEL_WORDS) == set(CHANNEL_CHARACTERS) == set(get_args(Channel))
    for kind, guide in KINDS.items():
        assert guide.kind == kind
        assert guide.guidance == f"{kind}.md"
        assert guide.channels


def test_wanting_nothing_is_kept_to_the_kinds_that_want_nothing():
    assert {kind for kind, guide in KINDS.items() if not guide.ask} == {"check_in", "thank_you"}


def test_a_paragraph_to_forward_may_be_longer():
    assert KINDS["introduction_request"].words("email") > KINDS["introduction"].words("email")
    assert not KINDS["introduction_request"].suits("sms")
