"""Files of text, mail, cards, feeds and data, and whatever else comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from drafter import Drafter
from drafter.errors import DrafterError, GatherError
from drafter.gather import gather, note_from_row, note_from_text
from tests.gather.reading import SETTINGS, blocks, read

THREAD = """From: Ada Quill <ada@example.org>
To: Sam <sam@example.org>
Date: Tue, 3 Mar 2020 10:12:00 +0100
Subject: Re: Depots
Content-Type: text/plain; charset=utf-8

Thanks, the depot opens in May.

On Mon, 2 Mar 2020 at 09:00, Ben Ode <ben@example.org>
wrote:
> When does the depot open?
>
> Am 1. März 2020 um 08:00 schrieb Cleo Marsh <cleo@example.org>:
>> I moved to Halle.
"""


def test_a_thread_tells_who_wrote_what() -> None:
    note = read(THREAD, "mail.eml")
    said = {text: (kind, label) for text, kind, label, _ in blocks(note)}
    assert said["Thanks, the depot opens in May."] == ("paragraph", None)
    assert said["When does the depot open?"] == ("quoted", "Ben Ode")
    assert said["I moved to Halle."] == ("quoted", "Cleo Marsh")
    assert (note.title, note.author, note.published) == ("Re: Depots", "Ada Quill", "2020-03-03")


@pytest.mark.parametrize(
    "head",
    [
        "From: Ben Ode <b@example.org>\nSent: Monday\nTo: Ada",
        "Von: Ben Ode <b@example.org>\nGesendet: Montag\nAn: Ada",
        "De : Ben Ode <b@example.org>\nEnvoyé : lundi\nÀ : Ada",
    ],
)
def test_a_forwarded_message_is_quoted(head: str) -> None:
    note = read(
        f"From: ada@example.org\nSubject: FW: x\nDate: Tue, 3 Mar 2020 10:12:00 +0100\n\nSee below.\n\n{head}\n\nThe depot opens in May.\n",  # noqa: E501
        "mail.eml",
    )
    said = {text: (kind, label) for text, kind, label, _ in blocks(note)}
    assert said["The depot opens in May."] == ("quoted", "Ben Ode")
    assert said["See below."][0] == "paragraph"


def test_a_card_is_read() -> None:
    note = read(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Quill\r\nN:Quill;Ada;;;\r\nORG:Fennel Freight;Platform\r\nTITLE:Head\r\nEND:VCARD\r\n",  # noqa: E501
        "a.vcf",
    )
    assert "organization: Fennel Freight, Platform" in note.text
    assert "jobTitle: Head" in note.text


FEED = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><title>Fennel news</title>
<item><title>Depot opens</title><pubDate>Tue, 03 Mar 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;The depot &lt;b&gt;opens&lt;/b&gt; in May.&lt;/p&gt;</description></item>
</channel></rss>"""  # noqa: E501


def test_a_feed_is_dated_entries() -> None:
    note = read(FEED, "feed.xml")
    assert note.kind == "feed"
    assert {number for *_, number in blocks(note) if number} == {1}
    assert "published: 2020-03-03" in note.text
    assert "The depot opens in May." in note.text


def test_yaml_keeps_its_lines_and_groups_entries() -> None:
    source = "- name: Ada Quill\n  role:   Head of Platform\n  bio: >\n    She moves\n    freight.\n- name: Ben Ode\n  role: Designer\n"  # noqa: E501
    note = read(source, "team.yaml")
    assert note.text == source.strip("\n")
    found = {text: (label, group) for text, _, label, group in blocks(note)}
    assert found["role:   Head of Platform"] == ("role", 1)
    assert found["role: Designer"] == ("role", 2)


def test_json_keeps_its_lines_or_is_laid_out() -> None:
    assert '"name": "Zoë"' in read('{"people":[{"name":"Zo\\u00eb","role":"Head"}]}', "x.json").text
    with pytest.raises(GatherError, match="not valid JSON"):
        read("{broken", "x.json")
    with pytest.raises(GatherError, match="nested too deeply"):
        read("[" * 200_000 + "]" * 200_000, "x.json")


def test_markdown_has_front_matter_headings_and_clean_words() -> None:
    note = read(
        "---\ntitle: Ada\nrole: Head\n---\n# Ada **Quill**\nShe leads the [platform](http://x.example/a_(b)) *team* in\nLeipzig.\n\n- Keynote, 2021\n\n| Year | Depots |\n|--|--|\n| 2020 | 12 |\n",  # noqa: E501
        "a.md",
    )
    found = blocks(note)
    assert ("role: Head", "data", "role", None) in found
    assert ("Ada Quill", "heading", None, None) in found
    assert ("She leads the platform team in Leipzig.", "paragraph", None, None) in found
    assert ("Keynote, 2021", "item", None, None) in found
    assert "2020 | 12" in note.text


def test_rows_and_typed_text_are_notes() -> None:
    assert read("Name;Role\nAda Quill;Head\n", "x.csv").text == "Name: Ada Quill\nRole: Head"
    assert note_from_row({"name": "Ada", "x": ""}).text == "name: Ada"
    assert note_from_text("Met Ada in Leipzig.").kind == "typed"
    with pytest.raises(GatherError):
        note_from_text("  ")


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "a.txt"), (b"\x89PNG\r\n", "a.png"), (b"PK\x03\x04broken", "a.docx"), (b"x", "a.rtf"), (b"hello", "a.pdf")],
)
def test_what_cannot_be_read_is_one_clear_line(data: bytes, name: str) -> None:
    with pytest.raises(DrafterError) as caught:
        read(data, name)
    assert str(caught.value).startswith(name)


def test_gathering_numbers_notes_and_reports_each_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada moves freight.")
    (tmp_path / "b.txt").write_text("Ada moves freight.")
    gathered = gather(
        [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "none.txt", "-"], settings=SETTINGS, stdin=b"From a pipe."
    )
    assert [note.id for note in gathered.notes] == ["n1", "n2"]
    assert len(gathered.failures) == 1
    assert "no such file" in gathered.failures[0]


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        ["a.txt", "a.html", "a.md", "a.eml", "a.vcf", "a.csv", "a.json", "a.yaml", "a.pdf", "a.docx", "a.rss"]
    ),
)
def test_any_bytes_are_read_or_refused_in_words(data: bytes, name: str) -> None:
    complaint = ""
    note = None
    try:
        note = read(data, name)
    except DrafterError as error:
        complaint = str(error)
    assert "\n" not in complaint
    assert complaint or (note is not None and all(note.text[block.start : block.end] for block in note.blocks))


def test_below_a_list_a_capital_at_the_margin_begins_something_else() -> None:
    text = (
        "Harbour board of Stavern, pilot, 2024 to the present day\n"
        "- Trains two pilots a winter in the narrow sound by the light,\n  and writes their book\n"
        "Coastal radio of Larvik, operator, 2019 to 2024"
    )
    note = note_from_text(text)
    said = [note.text[block.start : block.end] for block in note.blocks]
    assert said[-1] == "Coastal radio of Larvik, operator, 2019 to 2024"
    assert said[-2].endswith("by the light, and writes their book")


COPIED = """Mara Quist
Mara Quist
 · 3rd
She/Her
Head of Peat at Norlys | Bogs
Leeds, England · Contact info
500+ connections
Message
Follow
About
About
I map bogs.
…see more
Experience
Experience
Norlys logo
Head of Peat
Head of Peat
Norlys · Full-time
Norlys · Full-time
Mar 2022 - Present · 4 yrs 9 mos
Mar 2022 to Present · 4 yrs 9 mos
Led the survey of 40 bogs
Brook Institute
6 yrs 1 mo
Planner
Sep 2016 - Feb 2022 · 5 yrs 6 mos
Education
University of Ulm
MSc, Hydrology
2012 - 2016
"""


def test_a_copied_network_profile_loses_its_buttons_and_keeps_its_stations(tmp_path):
    path = tmp_path / "clipboard.txt"
    path.write_text(COPIED, encoding="utf-8")
    note = Drafter(model="offline").gather([path]).notes[0]
    lines = [line for line in note.text.split("\n") if line]
    assert "Head of Peat | Norlys | Mar 2022 - Present" in lines
    assert "Planner | Brook Institute | Sep 2016 - Feb 2022" in lines
    assert not any(word in note.text for word in ("Follow", "500+", "logo", "3rd", "see more"))
    built = Drafter(model="offline").profile([note], "Mara Quist")
    assert (built.contact.role, built.organization.name, built.contact.location) == (
        "Head of Peat",
        "Norlys",
        "Leeds, England",
    )


def test_a_text_that_only_mentions_sections_is_left_alone(tmp_path):
    text = "Mara Quist\n\nAbout\nI map bogs.\n\nExperience\nHead of Peat, Norlys\nFollow\nMessage\n"
    path = tmp_path / "note.txt"
    path.write_text(text, encoding="utf-8")
    assert "Follow" in Drafter(model="offline").gather([path]).notes[0].text
