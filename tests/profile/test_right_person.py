from __future__ import annotations

import datetime

import pytest

from drafter import Drafter
from drafter.profile import build_profile, reading_prompt

TODAY = datetime.date(2026, 6, 1)


def test_two_people_of_one_name_are_told(profile):
    text = "# Sales\n\n## Ada Brink\n\nHead of Sales\n\n# Data\n\n## Ada Brink\n\nData engineer\n"
    built = profile(text, "Ada Brink")
    assert any("2 entries" in warning for warning in built.warnings)


def test_a_relative_of_the_same_family_name_is_told_and_kept_apart(profile):
    text = "Ada Brink\nHead of Data\n\nLars Brink\nHead of Sales\n"
    built = profile(text, "Ada Brink")
    assert any("Lars Brink" in warning for warning in built.warnings)
    assert built.contact.role == "Head of Data"


def test_another_employer_than_the_one_asked_for_is_told(profile):
    built = profile("Ada Brink is Head of Data at Havkart in Oslo.", "Ada Brink", organization="Norlys")
    assert any("Norlys" in warning and "Havkart" in warning for warning in built.warnings)


def test_a_page_that_names_nobody_of_that_name_gives_no_facts_about_the_person(profile):
    built = profile("Tom Reed runs the mill. He won a prize in 2020.", "Ada Brink")
    assert any("no source names Ada Brink" in warning for warning in built.warnings)
    assert not [fact for fact in built.facts if fact.about == "person" and fact.subject is None]


@pytest.mark.parametrize(
    ("text", "contact", "role"),
    [
        ("森田葵\n\n株式会社海図工房 代表取締役社長 森田葵", "森田葵", "代表取締役社長"),
        ("株式会社海図工房 代表取締役社長 潮見崎雄介\n\n1999年に大学を卒業。", "潮見崎雄介", "代表取締役社長"),
        ("김민서는 2019년부터 부산에서 일한다.", "김민서", None),
        ("ليلى حداد مهندسة بيانات في شركة نور منذ 2019.", "ليلى حداد", "مهندسة بيانات"),
    ],
)
def test_names_of_other_scripts_are_peoples(profile, text, contact, role):
    built = profile(text, contact)
    assert built.contact.role == role
    assert built.facts
    assert built.organization is None or built.organization.name != contact


def test_the_family_name_alone_means_the_contact_but_not_with_another_given_name(profile):
    built = profile(
        "Mara Quist opened the weir. Quist is director of Brook Institute. Tom Quist won a prize in 2020.", "Mara Quist"
    )
    assert built.contact.role == "director of Brook Institute" or built.contact.role == "director"
    assert [fact.subject for fact in built.facts if "prize" in fact.quote] == ["Tom Quist"]


def test_what_others_write_in_a_thread_is_not_the_contacts(note):
    from drafter.models import Block

    text = "I moved to Aarhus in 2024.\nI lead the mill at Havkart since 2019."
    blocks = (
        Block(start=0, end=26, kind="quoted", label="Ada Brink"),
        Block(start=27, end=len(text), kind="quoted", label="Tom Reed"),
    )
    built = build_profile([note(text, kind="email", blocks=blocks)], "Ada Brink")
    subjects = {fact.quote[:8]: fact.subject for fact in built.facts}
    assert subjects == {"I moved ": None, "I lead t": "Tom Reed"}


def test_long_notes_are_read_in_part_and_it_is_said(profile):
    text = "Ada Brink works at Norlys.\n\n" + "The mill ground 12 sacks in 2019.\n\n" * 3000
    built = profile(text, "Ada Brink")
    assert any("not read into facts" in warning for warning in built.warnings)


def test_the_prompt_for_reading_has_a_name_and_a_digest():
    assert reading_prompt().startswith("extract@")


def test_a_namesake_keeps_their_own_post_and_is_named_in_a_warning(profile):
    built = profile("Mara Quist\nHead of Lending\n\nMara Quist-Lund\nCook", "Mara Quist")
    assert built.contact.role == "Head of Lending"
    assert [fact.subject for fact in built.facts if "Cook" in fact.quote] == ["Mara Quist-Lund"]
    assert any("Mara Quist-Lund" in warning for warning in built.warnings)


def test_a_role_and_an_employer_that_disagree_are_not_put_together(note):
    built = build_profile(
        [
            note("Mara Quist\nHead of Lending\n\nIda Blom\nCook"),
            note("Mara Quist is a librarian at Ulm Archive.", id="n2"),
        ],
        "Mara Quist",
        today=TODAY,
    )
    assert (built.contact.role, built.organization) == ("Head of Lending", None)


def test_what_a_letter_quotes_is_not_the_role_of_its_writer(tmp_path):
    path = tmp_path / "thread.eml"
    path.write_text(
        "From: Dele Martins <dele@kites.example>\nTo: Ana Roos <ana@roos.example>\nSubject: Re: sails\n\n"
        "Hi Ana,\nI drew the pattern in 2019.\n\nOn Mon, 2 Nov 2026 at 09:01, Ana Roos <ana@roos.example> wrote:\n"
        "> I am a sailing teacher in Tallinn.\n",
        encoding="utf-8",
    )
    notes = Drafter(model="offline").gather([path]).notes
    assert build_profile(notes, "Dele Martins", today=TODAY).contact.role is None
    assert build_profile(notes, "Ana Roos", today=TODAY).contact.role == "sailing teacher"
