"""What a source says in other words, letters or terms passes; its near miss does not."""

import pytest

from drafter.checks import Context
from drafter.checks._text import Text
from drafter.checks.grounding.statements import judge
from drafter.models import Contact, Note, Organization, Profile

ENGLISH = (
    "# Harbour Days, Friday 9 May\n\nThe Harbour Days 2031 brought eighty pilots to the quay.\n\n"
    "Ines Rask was interim chief executive of Nordkai for a year and is now its chief executive. "
    "She studied navigation at Chalmers in Gothenburg. She spent three Antarctic winters on a supply ship. "
    "At Nordkai 30% of the pilots are women. She was a finalist for Pilot of the Year. "
    "She rebuilt the pilot station with heat pumps without closing it. "
    "The chairman, Olav Brun, said the port is in good hands."
)
JAPANESE = (
    "社長 宮下玲奈\n\n1998年3月 長崎大学水産学部卒業、1999年4月 三菱商事に入社。2015年から株式会社みなと丸の社長。"
    "幼い頃は日米で暮らし、のちに渡独した。漁業をしている同僚の原田一郎は広報部長。"
)


def problems(sentence: str, text: str, name: str, employer: str) -> list[str]:
    note = Note(id="n1", origin="page", kind="text", sha256="", text=text)
    firm = Organization(name=employer)
    profile = Profile(contact=Contact(name=name), organization=firm, notes=(note,))
    known = Context(contact=name, organization=firm, profile=profile)
    return [problem.message for problem in judge(Text("message", sentence), known).problems]


@pytest.mark.parametrize(
    "sentence",
    [
        "You studied navigation in Sweden.",
        "Three winters in Antarctica must leave a mark.",
        "At Nordkai three in ten pilots are women.",
        "You were among the finalists for Pilot of the Year.",
        "After a spell as interim chief executive you now lead Nordkai for good.",
        "Your chairman says that the port is in good hands.",
        "The Harbour Days in May 2031 brought eighty pilots to the quay.",
        "You rebuilt the pilot station with heat pumps.",
    ],
)
def test_said_otherwise_passes(sentence: str) -> None:
    assert problems(sentence, ENGLISH, "Ines Rask", "Nordkai") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "You studied navigation in Portugal.",
        "Three winters in Greenland must leave a mark.",
        "At Nordkai four in ten pilots are women.",
        "You are interim chief executive of Nordkai.",
        "The Harbour Days in June 2031 brought eighty pilots to the quay.",
        "You closed the pilot station, which others rebuilt with heat pumps.",
    ],
)
def test_its_near_miss_is_flagged(sentence: str) -> None:
    assert problems(sentence, ENGLISH, "Ines Rask", "Nordkai")


@pytest.mark.parametrize(
    "sentence",
    [
        "You studied fisheries at Nagasaki University.",
        "You worked for Mitsubishi before you became president.",
        "You lived in the United States, and in Germany later.",
    ],
)
def test_names_in_kanji_are_read(sentence: str) -> None:
    assert problems(sentence, JAPANESE, "宮下玲奈", "株式会社みなと丸") == []


@pytest.mark.parametrize("sentence", ["You studied at Nagoya University.", "You worked for Sumitomo."])
def test_other_names_are_flagged(sentence: str) -> None:
    assert any("names" in one for one in problems(sentence, JAPANESE, "宮下玲奈", "株式会社みなと丸"))
