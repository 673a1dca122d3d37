"""The sender's own name in a fact becomes "me", or the fact is left."""

from __future__ import annotations

import pytest

from drafter.models import Contact, Fact, Note, Profile, Sender
from drafter.writing.grammar.materials import clause_of

MIRA = Sender(name="Mira Solberg")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "She taught Mira geography in Tromsø.", "you taught me geography in Tromsø"),
        ("de", "Sie hat mit Mira in Passau gearbeitet.", "Sie haben mit mir in Passau gearbeitet"),
        ("de", "Sie hat Mira das Löten beigebracht.", None),
        ("fr", "Elle a fondé l’atelier avec Mira en 2016.", "vous avez fondé l’atelier avec moi en 2016"),
        ("fr", "Elle a présenté Mira à un imprimeur.", None),
        ("es", "Ella dirige la cooperativa con Mira en Vigo.", "usted dirige la cooperativa conmigo en Vigo"),
    ],
)
def test_only_a_certain_form_is_said(language: str, text: str, told: str | None) -> None:
    note = Note(id="n1", origin="page", kind="web_page", language=language, sha256="", text=text)
    fact = Fact(id="f1", statement=text, quote=text, note="n1", start=0, end=len(text))
    clause = clause_of(fact, Profile(contact=Contact(name="Ines Berg"), notes=(note,), facts=(fact,)), language, MIRA)
    assert (clause.text if clause else None) == told
