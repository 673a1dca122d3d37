import pytest

from drafter.gather import note_from_text
from drafter.profile.misspelt import name_meant

NOTE = note_from_text(
    "Marit Solheim runs the ferry school in Bodø. Before that Marit Solheim taught in Marin Solberg's workshop. "
    "Jan-Erik Dahl is her deputy."
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Marit Solhiem", "Marit Solheim"),
        ("Marrit Solheim", "Marit Solheim"),
        ("marit solhem", "Marit Solheim"),
        ("Jan-Eric Dahl", "Jan-Erik Dahl"),
        # Named as they are, a part of the name, another person, too short to tell, or nothing typed yet.
        ("Marit Solheim", None),
        ("marit solheim", None),
        ("Marit", None),
        ("Tone Solheim", None),
        ("Jo Dal", None),
        ("佐藤直美", None),
        ("", None),
    ],
)
def test_a_name_a_slip_away_from_one_in_the_notes_is_named(typed: str, meant: str | None) -> None:
    assert name_meant(typed, (NOTE,)) == meant


def test_somebody_else_of_a_similar_name_is_not_proposed_where_the_contact_is_named() -> None:
    assert name_meant("Marin Solberg", (NOTE,)) is None
    assert name_meant("Marit Solheim", ()) is None
