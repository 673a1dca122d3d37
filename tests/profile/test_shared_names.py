"""Which words of the sender's lines can be ground shared with a reader."""

from __future__ import annotations

import pytest

from drafter.models import Sender
from drafter.profile.shared_ground import grounds_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Cut the power a show needs", set()),
        ("Studied geography in Tromsø", {"Tromsø"}),
        ("Built lamps for the Abbey Theatre in 2028", {"Abbey Theatre"}),
        ("300 Lastenräder im Jahr repariert", set()),
        ("Lehrlinge in der Rahmenreparatur ausgebildet", set()),
        ("Die Ausbildung in Kiel gemacht", {"Kiel"}),
        ("NASA intern in 2024", {"NASA"}),
    ],
)
def test_only_names_are(line: str, names: set[str]) -> None:
    assert set(grounds_of(Sender(name="Ada Berg", facts=(line,)), "Liv Aasen")) == names
