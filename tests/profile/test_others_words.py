"""What others say, and what is told of others, is never made a statement of the contact."""

from __future__ import annotations

import pytest

from drafter.gather import notes_from_bytes
from drafter.profile import build_profile
from drafter.settings import Settings

NEWS = """<html lang="en"><head><title>Norlys Grid names Mara Quist chief executive from May</title></head><body>
<h1>Norlys Grid names Mara Quist chief executive from May</h1>
<p>Mara Quist will become chief executive of Norlys Grid in May 2026.</p>
<p>The chair of Norlys, Ida Blom, said: “I thank Per Lund for 25 years. I am delighted that we found her.</p>
<p>“I met Mara in 2009 and I have admired her work since then.”</p>
<p>The council bought 40 buses in March 2026. Media contact: press@norlys.example</p></body></html>"""
TEAM = """<html lang="en"><head><title>People</title></head><body><h1>People</h1>
<div><h2>Mara Quist <small>Head of Data <a href="mailto:m@example.org">m@example.org</a></small></h2>
<p>Mara counted 900 salmon in 2021.</p></div>
<div><h2>Tom Reed <small>Grants Manager</small></h2><p>Tom also works as the treasurer for the Reed Fund.</p></div>
</body></html>"""
CAPTIONS = """<html lang="es"><body><h2>Nuestro equipo</h2><p>Mara Quist</p>
<p>Bióloga por la Universidad de Vigo. Dirige el laboratorio desde 2018.</p><p>Tomás Rey</p>
<p>Máster en diseño por la Universidad de Cádiz. Trabaja como arquitecto en la fundación.</p></body></html>"""
LETTER = """From: Ida Blom <ida@norlys.example>
To: Mara Quist <mara@brook.example>
Date: Tue, 17 Nov 2026 10:00:00 +0100
Subject: Re: Training
Content-Type: text/plain; charset=utf-8

I trained 80 people at Norlys last year.

On Mon, 16 Nov 2026 at 18:22, Mara Quist <mara@brook.example> wrote:
> My worry is the training: our fitters know pneumatics and will be 25 by March.
> --
> Mara Quist
> Head of Partnerships | Brook Robotics
>
> On 12 Nov 2026, Ida Blom wrote:
>> I moved 12 lines to Aarhus in 2025.
"""


def built(text: str, name: str):
    return build_profile(notes_from_bytes(text.encode(), name=name, settings=Settings()), "Mara Quist")


def own(profile):
    return [fact for fact in profile.facts if fact.about == "person" and fact.subject is None]


def test_the_words_of_a_quotation_stay_its_speakers():
    profile = built(NEWS, "news.html")
    said = " ".join(fact.statement for fact in profile.facts)
    assert "Mara Quist thank" not in said
    assert "Mara Quist is del" not in said
    mine = " ".join(fact.quote for fact in own(profile))
    assert not any(word in mine for word in ("Per Lund", "admired", "buses"))
    assert profile.facts[0].subject is None
    assert "will become chief executive" in mine
    assert profile.contact.email is None


@pytest.mark.parametrize(("text", "said"), [(TEAM, "900 salmon"), (CAPTIONS, "laboratorio")])
def test_a_neighbour_on_the_page_keeps_what_is_theirs(text, said):
    profile = built(text, "team.html")
    mine = " ".join(fact.quote for fact in own(profile))
    assert said in mine
    assert not any(word in mine for word in ("treasurer", "Reed Fund", "Máster", "arquitecto"))
    assert profile.contact.role == ("Head of Data" if text is TEAM else None)


def test_a_letters_words_are_its_writers():
    profile = built(LETTER, "letter.eml")
    mine = " ".join(fact.quote for fact in own(profile))
    assert "My worry" in mine
    assert "trained 80" not in mine
    assert "12 lines" not in mine
    assert profile.contact.role == "Head of Partnerships"
    assert profile.organization is not None
    assert profile.organization.name == "Brook Robotics"


BIOGRAPHIES = """- name: Ida Blom
  title: Director
  bio: >
    Ida founded Norlys in 2014 after ten years at a mill. She sits on the board of the Open Grid Network and teaches.
- name: Mara Quist
  title: Data Engineer
  bio: >
    Mara Quist has been building tools for ferry crews since 2016. She maintains
    tidegrid, a library that 40 ports use. In 2023 she received the
    Better Boats fellowship.
"""


def test_a_biography_in_a_data_file_becomes_single_facts():
    profile = built(BIOGRAPHIES, "team.yaml")
    mine = own(profile)
    assert profile.contact.role == "Data Engineer"
    said = next(fact.quote for fact in mine if "tidegrid" in fact.quote)
    assert said.split() == ["She", "maintains", "tidegrid,", "a", "library", "that", "40", "ports", "use."]
    assert any(fact.kind == "award" and "2016" not in fact.quote for fact in mine)
    assert not any("Ida" in fact.quote or "board" in fact.quote for fact in mine)
    notes = {note.id: note.text for note in profile.notes}
    assert all(notes[fact.note][fact.start : fact.end] == fact.quote for fact in profile.facts)


HOME = """# Hello there

I work as a boat builder at Norlys in Aarhus. I have built 12 ferries since 2015. My research is about hulls.
I teach at the evening school. I also keep bees.
"""


def test_a_home_page_that_names_nobody_is_the_contacts_and_says_so():
    profile = built(HOME, "home.md")
    assert profile.contact.role == "boat builder"
    assert [warning for warning in profile.warnings if "make sure" in warning]
    stranger = built(HOME.replace("Hello there", "Tom Reed"), "home.md")
    assert not own(stranger)
    assert stranger.contact.role is None


def test_the_contacts_own_facts_are_not_drowned_in_those_of_colleagues():
    cards = "".join(
        f"<div><h3>{given} Holm</h3><p>Engineer</p><p>{given} built {n} boats in 20{n}. She won a prize.</p></div>"
        for n, given in enumerate(("Ada", "Bo", "Cy", "Di", "Eva", "Finn", "Gry", "Hal", "Ib", "Jon"), start=10)
    )
    mine = "".join(f"<p>She moved {n} ports to Norlys in 20{n}.</p>" for n in range(10, 20))
    page = f"<html><body><h1>Team</h1><div><h3>Mara Quist</h3><p>Head of Data</p>{mine}</div>{cards}</body></html>"
    profile = built(page, "team.html")
    assert len(own(profile)) >= 10
    assert len(profile.facts) - len(own(profile)) <= 12
    assert profile.facts[0].kind == "role"


def test_a_word_of_front_matter_is_a_fact_and_an_identifier_is_none():
    profile = built("---\nname: Mara Quist\nincubator: harbour\nindexid: main\n---\n", "mara.md")
    said = " ".join(fact.quote for fact in profile.facts)
    assert "harbour" in said
    assert "indexid" not in said


def test_what_a_letter_quotes_of_a_first_name_is_not_the_sender_s():
    letter = (
        "From: Mara Quist <m@norlys.example>\nSubject: Lock\nContent-Type: text/plain; charset=utf-8\n\n"
        "I have built locks in Tarn since 2019.\n\nOn Sunday, 1 November 2026 Tom <t@x.example> wrote:\n"
        "> I grew up in Soria and I keep bees.\n"
    )
    notes = notes_from_bytes(letter.encode(), name="m.eml", settings=Settings())
    own = [fact for fact in build_profile(notes, "Mara Quist").facts if fact.about == "person" and not fact.subject]
    assert [fact.quote for fact in own] == ["I have built locks in Tarn since 2019."]
