"""A contact whom the sources call by another name is not taken for a stranger."""

from __future__ import annotations

import pytest

from drafter.checks._rule import Context
from drafter.checks._text import Text
from drafter.checks.grounding.statements import judge
from drafter.models import Contact, Fact, Note, Profile

TEXT = "Margit Aune\nMargit Aune leads the tide lab at Sundvik. She won the Harbour Medal in 2019."


def told(contact: str, sentence: str) -> set[str]:
    start = TEXT.index("She won")
    quote = TEXT[start:]
    fact = Fact(id="f1", statement=quote, quote=quote, note="n1", start=start, end=len(TEXT), subject="Margit Aune")
    note = Note(id="n1", origin="page", kind="text", sha256="", text=TEXT)
    known = Context(contact=contact, profile=Profile(contact=Contact(name=contact), notes=(note,), facts=(fact,)))
    return {problem.fault for problem in judge(Text("message", sentence), known).problems}


@pytest.mark.parametrize("contact", ["Margit Aune", "佐伯 直美", "Mrs Oddveig Strand"])
def test_what_the_page_says_stands_whatever_the_contact_is_called(contact: str) -> None:
    assert told(contact, "You won the Harbour Medal in 2019.") == set()
    assert told(contact, "You lead the tide lab at Sundvik.") == set()
    assert told(contact, "You won the Harbour Medal in 2016.")
