"""Pages in another language than the message: named, never read out."""

from __future__ import annotations

import pytest

from drafter.models import Brief, Contact, Fact, Note, Organization, Profile, Sender
from drafter.writing._writer import Task
from drafter.writing.grammar.wishes import is_foreign
from drafter.writing.offline_writer import OfflineWriter
from drafter.writing.selection import select

ROLE = "Sie leitet die Werft und plant jeden Winter die Reparaturen der Lotsenboote."
TALK = "Im Mai 2031 hielt sie einen Vortrag über den Rumpf aus Kiefernholz."


def _written(*lines: str, language: str = "en", kind: str = "other", **fields: object):
    text = "\n".join(lines)
    facts = [
        Fact(
            id=f"f{number}",
            statement=line,
            quote=line,
            note="n1",
            start=text.index(line),
            end=text.index(line) + len(line),
            kind="talk" if line is TALK else kind,
        )
        for number, line in enumerate(lines, start=1)
    ]
    note = Note(id="n1", origin="werft.html", kind="web_page", language="de", sha256="0" * 64, text=text)
    profile = Profile(
        contact=Contact(name="Hedda Ruhnau", given_name="Hedda", family_name="Ruhnau"),
        organization=Organization(name="Werft Ruhnau"),
        notes=(note,),
        facts=tuple(facts),
    )
    brief = Brief(sender=Sender(name="Mira Solberg", role="Data engineer"), language=language, **fields)
    return OfflineWriter().write(Task(brief, profile, select(brief, profile).facts))


def test_a_talk_is_named_with_its_year_and_the_work_where_there_is_no_more() -> None:
    talk = _written(ROLE, TALK, purpose="ask how she dries the wood").draft.message
    work = _written(ROLE, purpose="ask how she dries the wood").draft.message
    assert "your 2031 talk" in talk
    assert "your work at Werft Ruhnau" in work
    assert not {"Vortrag", "Rumpf", "leitet", "Winter"} & set((talk + work).replace(",", " ").split())


def test_that_nothing_was_translated_is_told_and_in_the_pages_own_language_it_is_told_whole() -> None:
    foreign = _written(TALK, purpose="ask how she dries the wood")
    own = _written(TALK, purpose="wie sie das Holz trocknet", language="de")
    assert any("sources are in German and the message in English" in line for line in foreign.warnings)
    assert "Vortrag über den Rumpf aus Kiefernholz" in own.draft.message
    assert not own.warnings


@pytest.mark.parametrize(
    ("purpose", "language", "foreign"),
    [
        ("Orgel Restaurierung", "en", True),
        ("restauration de meubles", "en", True),
        ("温度記録", "en", True),
        ("Сушка дерева", "en", True),
        ("boiler sizing", "en", False),
        ("LED rig", "en", False),
        ("Boiler sizing", "de", True),
        ("Feuchte Windlade", "de", False),
        ("Restaurant", "de", False),
    ],
)
def test_a_purpose_without_common_words_is_known_by_its_vocabulary(purpose: str, language: str, foreign: bool) -> None:
    assert is_foreign(purpose, language) is foreign


def test_a_purpose_in_another_language_is_left_out_and_told() -> None:
    written = _written(TALK, purpose="Orgel Restaurierung")
    assert "Restaurierung" not in written.draft.message
    assert any("left out" in line for line in written.warnings)
