"""People out of the files that people have."""

from __future__ import annotations

import datetime
import logging
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.relationships.people_files import read_day, read_people

CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Sunniva,Aas,https://www.linkedin.com/in/sunniva-aas,,Havn AS,Head of Pumps,02 Mar 2031
Omar,Haddad,https://www.linkedin.com/in/omar-h,omar@example.org,Berg AS,Recruiter,14 Jan 2030
"""


def test_a_linkedin_export_with_its_preamble(tmp_path: Path) -> None:
    file = tmp_path / "Connections.csv"
    file.write_text(CONNECTIONS)
    people = list(read_people(file, category="peer", reason="met in the field", categories=("peer", "other")))
    assert [(p.name, p.organization, p.role) for p in people] == [
        ("Sunniva Aas", "Havn AS", "Head of Pumps"),
        ("Omar Haddad", "Berg AS", "Recruiter"),
    ]
    assert people[0].met_on == datetime.date(2031, 3, 2)
    assert people[1].email == "omar@example.org"
    assert {p.category for p in people} == {"peer"}
    assert people[0].links == ("https://www.linkedin.com/in/sunniva-aas",)


def test_a_german_table_with_semicolons_and_an_unknown_category(tmp_path: Path) -> None:
    file = tmp_path / "kontakte.csv"
    file.write_bytes(
        "Vorname;Nachname;Firma;Kategorie;Notiz\nJürgen;Groß;Möwe GmbH;Segler;Mag Regatten\n".encode("cp1252")
    )
    person = next(iter(read_people(file, categories=("peer", "other"))))
    assert (person.name, person.organization, person.category) == ("Jürgen Groß", "Möwe GmbH", "other")
    assert "Mag Regatten" in (person.notes or "")


def test_cards_of_which_one_is_broken(tmp_path: Path) -> None:
    told: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("vobject.base").addHandler(handler)
    file = tmp_path / "people.vcf"
    file.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Mei Tan\nN:Tan;Mei;;;\nORG:Orca;Lab\nTITLE:Diver\nEMAIL:mei@orca.example\n"
        "URL:https://orca.example\nEND:VCARD\nBEGIN:VCARD\nrubbish\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ugo Neri\nEMAIL\n +39 055 5550142\nEND:VCARD\n"
    )
    people = list(read_people(file))
    assert [(p.name, p.organization, p.role, p.email) for p in people if p.name] == [
        ("Mei Tan", "Orca", "Diver", "mei@orca.example"),
        ("Ugo Neri", None, None, None),
    ]
    assert told == [], "a line that cannot be read is for nobody's log"


@pytest.mark.parametrize(("name", "content"), [("a.csv", "Name,Company\n,\n"), ("b.vcf", "nothing"), ("c.csv", "")])
def test_nobody_is_an_error_that_says_so(tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content)
    with pytest.raises(InputError):
        list(read_people(file))


def test_days_as_exports_write_them() -> None:
    assert {read_day(text) for text in ("2031-03-02", "02 Mar 2031", "2.3.2031", "3/2/2031")} == {
        datetime.date(2031, 3, 2)
    }
    assert read_day("soon") is None
