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


@pytest.mark.parametrize(
    ("letter", "empty"),
    [
        ("Bonjour, je cherche un travail dans la vente. Auriez-vous quelques conseils pour ma carrière ? Merci.", True),
        (
            "Bonjour Odile, votre horloge de marée à Brest nous a rendu deux étés de sommeil. Avez-vous dix minutes ?",
            False,
        ),
        ("Guten Tag, ich würde mich gern mit Ihnen über mögliche Zusammenarbeit austauschen. Viele Grüße", True),
        (
            "Guten Tag Frau Falk, Ihr Trockenplan für Eichenbalken hat uns den Winter erspart. Darf ich anrufen?",
            False,
        ),
        ("Buenos días, me gustaría conocer su empresa y hablar con usted sobre oportunidades. Gracias.", True),
    ],
)
def test_the_swap_test_abroad(letter: str, empty: bool) -> None:
    assert ("specificity.generic" in rules(letter, kind="introduction")) is empty


@pytest.mark.parametrize(
    "sentence",
    [
        "If you can, please tell me about nautical apprenticeship placements in coastal towns.",
        "We make your rigging last.",
    ],
)
def test_being_asked_or_promised_something_is_nothing_about_the_reader(sentence: str) -> None:
    assert "specificity.generic" in rules(f"Hello, {sentence}", kind="introduction")
    assert "specificity.generic" not in rules(
        "Hello, you rebuilt the rigging of the Albatross from drawings of 1911.", kind="introduction"
    )


def test_two_faults_that_are_each_forgiven_in_a_personal_letter_are_not_forgiven_together() -> None:
    personal = "Hi Ines, your drying plan for oak beams saved our barn last winter. "
    one, other = "Are you hiring?", "Our platform helps teams."
    assert not {"ask.job", "pitch.offer"} & noticed(personal + one)
    assert {"ask.job", "pitch.offer"} <= noticed(f"{personal}{other} {one}")


def noticed(message: str) -> set[str]:
    findings = check(Draft(message=message), Context(kind="introduction")).findings
    return {finding.rule for finding in findings if finding.severity != "hint"}


def test_a_title_is_nobodys_tone() -> None:
    opened = "Hi Ines, our reading group spent May on your book Desperate Remedies for Damp Barns. "
    assert "tone.desperation" not in rules(opened + "Which chapter would you drop?")
    assert "tone.desperation" in rules(opened + "I am desperate for work.")
