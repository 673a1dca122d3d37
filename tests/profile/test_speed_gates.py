from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language import sensitive
from drafter.language.quick import Quick, lowered
from drafter.profile.sentences import split


@pytest.mark.parametrize("kind", [kind for kind, _ in sensitive._RAW])
def test_no_sensitive_wording_gets_past_the_quick_look(kind):
    pattern = dict(sensitive._RAW)[kind]

    @settings(max_examples=150, deadline=None)
    @given(st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII), fullmatch=True))
    def holds(text):
        assert sensitive._TRIGGERS.found_in(text)

    holds()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcdo -", max_size=20))
def test_a_tree_finds_what_the_plain_list_finds(text):
    alternatives = r"ab|abc|a?b|co-?d|do(?:c|b)|dab\b|c[ab]"
    plain = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
    assert Quick(alternatives, ending=r"(?!\w)").found_in(text) is bool(plain.search(text))


@given(st.text(max_size=40))
def test_lower_case_keeps_every_character_at_its_place(text):
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize("mark", [".", "…", "!"])
def test_a_line_of_nothing_but_marks_is_cut_before_the_test_s_time_is_up(mark):
    assert split(mark * 400_000 + "x")[-1][1] == 400_001
