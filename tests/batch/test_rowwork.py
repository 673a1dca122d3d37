"""What a row says, as notes."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.batch.across import quoted
from drafter.batch.rowwork import row_notes
from drafter.models import Draft
from tests.batch.made import finding


def fields(note: str, purpose: str, **more: Any) -> dict[str, Any]:
    given = {"name": "Karl Öst", "role": "Polier", "organization": "Öst Bau", "purpose": purpose}
    return given | {"notes": [["Notizen", note]] if note else []} | more


@pytest.mark.parametrize(
    ("given", "language", "sentence"),
    [
        (
            fields("Karl Öst hat 2021 die Holzbrücke in Bregenz gebaut.", "Wir bauen eine ähnliche Brücke"),
            "de",
            "Karl Öst ist Polier bei Öst Bau.",
        ),
        (fields("Built a bridge.", "Learn how", language="fr"), "fr", "Karl Öst est Polier chez Öst Bau."),
        (
            fields("Karl Öst built the wooden bridge in Bregenz, and he showed it to us.", "Wir bauen eine Brücke"),
            "en",
            "Karl Öst is Polier at Öst Bau.",
        ),
        (fields("", "Learn how"), None, "Karl Öst is Polier at Öst Bau."),
    ],
)
def test_a_role_is_said_in_the_rows_language(given: dict[str, Any], language: str | None, sentence: str) -> None:
    notes = row_notes(given, 1)
    assert notes[-1].text == sentence
    assert {note.language for note in notes} == {language}


def test_words_that_a_finding_of_the_batch_is_about_are_quoted_unless_they_are_the_whole_message() -> None:
    draft = Draft(message="Your tide atlas made me think.")
    assert quoted(finding(), draft) == "“Your”: "
    whole = finding().model_copy(update={"end": len(draft.message)})
    nowhere = finding().model_copy(update={"end": 0})
    assert [quoted(whole, draft), quoted(nowhere, draft), quoted(finding(), None)] == ["", "", ""]
