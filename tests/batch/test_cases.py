"""Contacts described in files."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest

from drafter.batch.cases import read_case, read_cases
from drafter.errors import InputError
from drafter.models import Category, Kind


def test_the_samples_are_many_and_of_every_kind(fixtures):
    cases = read_cases(fixtures / "eval")
    assert len(cases) >= 24
    assert {case.brief.kind for case in cases} == set(get_args(Kind))
    assert {case.brief.category for case in cases} >= set(get_args(Category)) - {"other"}
    assert len({case.brief.channel for case in cases}) == 5
    assert any(not case.expects_draft for case in cases)


def test_sources_and_history_stand_beside_the_contact(fixtures):
    case = read_case(fixtures / "contacts" / "joao_ferraz" / "contact.toml", today=datetime.date(2031, 5, 12))
    assert all(source.exists() for source in case.sources)
    assert [message.sender for message in case.brief.history] == ["Mira Solberg", "João Ferraz"]
    assert case.brief.sender.name == "Mira Solberg"
    assert case.brief.today == datetime.date(2031, 5, 12)


def test_every_sample_contact_has_its_sources(fixtures):
    cases = read_cases(fixtures / "contacts")
    assert len(cases) >= 6
    assert all(source.exists() for case in cases for source in case.sources)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "has no name"),
        ("name = ", "cannot read"),
        ("name = 'A'\nkind = 'sonnet'\nsender = 's.toml'", "kind is wrong"),
    ],
)
def test_a_faulty_file_is_named(tmp_path, text, complaint):
    (tmp_path / "s.toml").write_text("name = 'Mira'", encoding="utf-8")
    path = tmp_path / "contact.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        read_case(path)


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no contacts"):
        read_cases(tmp_path)
