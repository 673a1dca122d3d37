from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.names import looks_like_person, mentions, parse, similarity


@pytest.mark.parametrize(
    ("name", "given_name", "family"),
    [
        ("Dr. Anna-Lena von der Heide, PhD", "Anna-Lena", "von der Heide"),
        ("Prof. Dr.-Ing. Klaus Meier", "Klaus", "Meier"),
        ("Lindqvist, Maya", "Maya", "Lindqvist"),
        ("YAMADA Taro", "Taro", "Yamada"),
        ("山田太郎", "太郎", "山田"),
        ("María José García López", "María", "García López"),
        ('Robert "Bob" Smith Jr.', "Robert", "Smith"),
        ("Cher", "Cher", None),
    ],
)
def test_names_are_read_in_parts(name, given_name, family):
    assert (parse(name).given, parse(name).family) == (given_name, family)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jon Brink", "Jonathan T. Brink", True),
        ("Ada Brink", "Ida Brink", False),
        ("Kate Moor", "Katherine Moor", True),
    ],
)
def test_similarity_knows_short_forms(one, other, same):
    assert (similarity(one, other) >= 0.8) is same


@pytest.mark.parametrize("text", ["Head of Data", "Academic Service", "Berlin Office", "ada@x.org", "12 Angry Men"])
def test_other_short_texts_are_no_names(text):
    assert not looks_like_person(text)


def test_mentions_see_middle_names_and_titles():
    text = "Jonathan T. Brink and Dr. Brink met Tom Brink."
    assert [text[a:b] for a, b in mentions(text, "Jon Brink")] == ["Jonathan T. Brink", "Dr. Brink"]


@given(st.text(max_size=80))
def test_any_text_is_parsed_without_a_fault(text):
    parse(text)
    list(mentions("some text", text))
    looks_like_person(text)
