"""Stock invitations and those that somebody wrote."""

from __future__ import annotations

import pytest

from drafter.writing.invitations import is_stock_invitation


@pytest.mark.parametrize(
    "text",
    [
        "Hi Mira, I'd like to add you to my professional network on LinkedIn. – Gregor Pahl",
        "I would love to connect!",
        "Please add me to your LinkedIn network",
        "Since you are a person I trust, I wanted to invite you to join my network on LinkedIn.",
        "I came across your profile and would love to connect and learn more about your work.",
        "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
        "J’aimerais vous inviter à rejoindre mon réseau professionnel sur LinkedIn",
        "Me gustaría añadirte a mi red profesional en LinkedIn.",
        "つながりリクエストをお送りします。",
    ],
)
def test_boilerplate_is_recognised(text):
    assert is_stock_invitation(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello Mira, we talked at the harbour forum about counting passengers with floor mats.",
        "I'd like to connect: your departure forecast saved our winter timetable in Molde, "
        "and my harbour masters keep asking who built it.",
        "Thanks for the coffee on Tuesday!",
    ],
)
def test_what_somebody_wrote_is_not(text):
    assert not is_stock_invitation(text)
