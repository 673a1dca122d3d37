"""Words of one root, also across languages."""

import pytest

from drafter.language.derived import akin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("historian", "history"),
        ("journalism", "journalist"),
        ("polymer", "polimerici"),
        ("photographer", "fotografie"),
        ("economist", "economics"),
        ("architect", "arquitectura"),
    ],
)
def test_words_of_one_root_are_akin(one, other):
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("commune", "communication"), ("marine", "marketing"), ("plan", "planet")],
)
def test_words_that_only_begin_alike_are_not(one, other):
    assert not akin(one, other)
