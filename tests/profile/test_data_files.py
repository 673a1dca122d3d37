"""Biographies and switches in data files: whole sentences of the right person, and nothing of the page's machinery."""

from __future__ import annotations

from pathlib import Path

from drafter.gather import notes_from_bytes
from drafter.pipeline import Drafter
from drafter.profile import build_profile
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


def test_lists_of_awards_and_talks_keep_their_titles_and_kinds():
    text = (
        '[{"name": "Mara Quist", "role": "Head of Loans", "awards": [{"title": "Norlys Water Prize", "year": 2025}],'
        ' "talks": [{"title": "Loans for Engineers", "year": 2024}]}]'
    )
    found = build_profile(notes_from_bytes(text.encode(), name="a.json", settings=Settings()), "Mara Quist")
    assert found.contact.role == "Head of Loans"
    assert {(fact.kind, fact.statement) for fact in found.facts} >= {
        ("award", "Mara Quist – title: Norlys Water Prize, year: 2025"),
        ("talk", "Mara Quist – title: Loans for Engineers, year: 2024"),
    }


def test_what_a_page_says_twice_is_told_once_and_an_address_is_no_fact():
    page = (
        "---\ntitle: Mara Quist\ndescription: Mara built the Tarn lock, which opened in 2024.\n---\n"
        "Mara built the Tarn lock, which opened in 2024.\n\nwww.linkedin.com/in/mara-quist (LinkedIn)\n"
    )
    found = build_profile(notes_from_bytes(page.encode(), name="a.md", settings=Settings()), "Mara Quist")
    assert [fact.quote for fact in found.facts] == ["Mara built the Tarn lock, which opened in 2024."]


CARDS = "".join(
    '<div itemscope itemtype="https://schema.org/Person">'
    f'<h3 itemprop="name">{name}</h3><p itemprop="jobTitle">{post}</p></div>'
    for name, post in (("Mara Quist", "Head of Loans"), ("Tom Reed", "Plumber"))
)


def test_a_card_and_its_microdata_are_one_person():
    page = f"<html><head><title>Team</title></head><body>{CARDS}</body></html>"
    found = build_profile(notes_from_bytes(page.encode(), name="team.html", settings=Settings()), "Mara Quist")
    assert found.contact.role == "Head of Loans"
    assert not any("entries" in warning for warning in found.warnings)


def test_facts_in_arabic_and_hebrew_have_kinds(profile):
    text = "# نور سالم\n\nأعمل مديرة المنتجات في شركة نخيل منذ عام 2020. حصلت على جائزة البحر في عام 2024. "
    text += "درست الهندسة في جامعة مسقط."
    assert {fact.kind for fact in profile(text, "نور سالم").facts} == {"role", "award", "education"}
    text = "# דנה לוי\n\nאני מנהלת פיתוח בחברת גלים. זכיתי בפרס הים בשנת 2024. למדתי הנדסה באוניברסיטת חיפה."
    assert {fact.kind for fact in profile(text, "דנה לוי").facts} == {"role", "award", "education"}
