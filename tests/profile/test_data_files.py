"""Biographies and switches in data files: whole sentences of the right person, and nothing of the page's machinery."""

from __future__ import annotations

from pathlib import Path

from drafter.pipeline import Drafter
from drafter.settings import Settings

TEAM = """\
# our people
founded: 1987
layout_width: 960 # pixels
people:
  - name: Sigrun Aune
    title: Harbour Master
    bio: >
      Sigrun came to the harbour as a deckhand in 2003 and took the
      Pilot course in Bodø two years later. She runs the "Small Boats" evening on
      Tuesdays and keeps bees.
  - name: Ivo Brandt
    title: Treasurer
    boat: the "Tuva", which he raised from the mud
    bio: Ivo counts the berths twice. He plays the accordion at every launch.
council:
  - {name: Tora Lie, role: chair, until: 2027}
news: true # shows the list of news
banner: <div class="wide">Welcome</div>
"""


def told(tmp_path: Path, contact: str) -> dict[str, str | None]:
    """Each quote and whom it is about."""
    source = tmp_path / "team.yaml"
    source.write_text(TEAM, encoding="utf-8")
    drafter = Drafter(Settings(model="offline"))
    profile = drafter.profile(drafter.gather([source]).notes, contact)
    return {" ".join(fact.quote.split()): fact.subject for fact in profile.facts}


def test_the_line_breaks_of_a_folded_value_end_no_sentence(tmp_path: Path) -> None:
    quotes = told(tmp_path, "Sigrun Aune")
    assert 'She runs the "Small Boats" evening on Tuesdays and keeps bees.' in quotes
    assert any("took the Pilot course in Bodø two years later." in quote for quote in quotes)


def test_a_short_biography_is_sentences_too(tmp_path: Path) -> None:
    quotes = told(tmp_path, "Ivo Brandt")
    assert "He plays the accordion at every launch." in quotes
    assert 'boat: the "Tuva", which he raised from the mud' in quotes


def test_switches_mark_up_and_records_of_others_are_no_facts(tmp_path: Path) -> None:
    quotes = told(tmp_path, "Sigrun Aune")
    assert "founded: 1987" in quotes
    assert not [quote for quote in quotes if "pixels" in quote or "news" in quote or "<div" in quote or "Tora" in quote]
