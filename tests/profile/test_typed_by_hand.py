"""What the person types: "we" is the two of them when it tells of a meeting, else the house it is pasted from."""

import pytest

from drafter.gather import note_from_text
from drafter.models import Fact
from drafter.profile import build_profile


@pytest.mark.parametrize(
    "typed",
    [
        "We met at the clock menders' day in Ghent in May 2025",
        "In 2019 we both worked together on the tide clock of Brest.",
    ],
)
def test_we_who_met_are_the_writer_and_the_contact(typed: str) -> None:
    (fact,) = facts(typed)
    assert "Malmberg" not in fact.statement
    assert (fact.about, fact.statement, fact.quote) == ("person", typed, typed)


def test_we_of_a_pasted_page_is_the_house() -> None:
    (fact,) = facts("We mended the clocks of 42 churches in 2019.")
    assert fact.statement.startswith("Malmberg Museum mended")


@pytest.mark.parametrize(
    "typed", ["Maud Ferrand told me that the museum hires in spring.", "Maud Ferrand knows 40 menders."]
)
def test_a_line_that_begins_with_somebody_else_is_about_them(typed: str) -> None:
    (fact,) = facts(typed)
    assert (fact.subject, fact.statement) == ("Maud Ferrand", typed)


def test_a_line_that_begins_with_the_contact_or_a_house_is_not_about_a_stranger() -> None:
    for typed in (
        "Hedda Bruun told me about 40 clocks.",
        "Malmberg Museum owns 310 drawings.",
        "Deputy Keeper in 2019.",
    ):
        assert [fact.subject for fact in facts(typed)] == [None]


def facts(typed: str) -> tuple[Fact, ...]:
    return build_profile([note_from_text(typed)], "Hedda Bruun", organization="Malmberg Museum").facts
