"""What ties a message to one reader, and what only looks so."""

import pytest

from drafter.checks import Context, check
from drafter.models import Draft


def rules(message: str, **context: str) -> set[str]:
    return {finding.rule for finding in check(Draft(message=message), Context(**context)).findings}


def test_people_who_know_each_other_need_no_you() -> None:
    kept = (
        "Hi Ana, here's the gearbox drawing I promised at the Graz workshop: sheet 7 shows the bearings. Good luck! Tom"
    )
    assert "specificity.generic" not in rules(kept, kind="follow_up")
    assert "specificity.generic" in rules("Hi Ana, here's what I promised. Good luck! Tom", kind="follow_up")


@pytest.mark.parametrize("greeting", ["Good morning, Mr. Novotny.", "Dear Ms. Arkwright,", "Hello Dr Osei!"])
def test_a_name_in_the_greeting_is_no_tie(greeting: str) -> None:
    blast = (
        f"{greeting}\n\nI'd like your attention regarding COBOL offers for three clients. Please send your CV.\n\nBo"
    )
    assert "specificity.generic" in rules(blast)


def test_the_courtesies_of_japanese_letters_are_no_stock_opening() -> None:
    letter = "お世話になっております。北工大の林です。先日は測定室を見学させていただき、ありがとうございました。"
    assert "opening.stock" not in rules(letter, kind="thank_you")
    assert "opening.stock" in rules("プロフィールを拝見し、ご連絡いたしました。ぜひお話しできれば幸いです。")
