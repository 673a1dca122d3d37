from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language.contact_details import find, redact

PHONES = [
    ("Call me on 089 1234567 please", "089 1234567"),
    ("or +46 70 555 01 42.", "+46 70 555 01 42"),
    ("(555) 010-1234 ext. 22", "(555) 010-1234 ext. 22"),
    ("415-555-0100", "415-555-0100"),
    ("Tél. 01 23 45 67 89", "01 23 45 67 89"),
    ("TEL 03-1234-5678", "03-1234-5678"),
    ("電話：03-1234-5678", "03-1234-5678"),
    ("هاتف: 011 234 5678", "011 234 5678"),
    ("Tel. +49 (0)30 123456-0", "+49 (0)30 123456-0"),
    ("T: 020 7946 0018", "020 7946 0018"),
    ("Móvil 612 345 678", "612 345 678"),
    ("+14155550100", "+14155550100"),
    ("07700 900123", "07700 900123"),
    ("00 49 30 1234567", "00 49 30 1234567"),
]
EMAILS = [
    ("write to jane@example.org.", "jane@example.org"),
    ("jane [at] example [dot] org", "jane [at] example [dot] org"),
    ("jürgen.groß@bücher.example", "jürgen.groß@bücher.example"),
    ("a.b+list@mail.example.co.uk, or", "a.b+list@mail.example.co.uk"),
]
ADDRESSES = [
    ("10 Downing Street, London SW1A 2AA", "10 Downing Street, London SW1A 2AA"),
    ("at 221B Baker Street.", "221B Baker Street"),
    ("1600 Amphitheatre Parkway, Mountain View, CA 94043", "1600 Amphitheatre Parkway, Mountain View, CA 94043"),
    ("Musterstraße 12, 10115 Berlin", "Musterstraße 12, 10115 Berlin"),
    ("Unter den Linden 77, 10117 Berlin", "Unter den Linden 77, 10117 Berlin"),
    ("Berliner Allee 5, 40212 Düsseldorf", "Berliner Allee 5, 40212 Düsseldorf"),
    ("Storgatan 12, 111 23 Stockholm", "Storgatan 12, 111 23 Stockholm"),
    ("Keizersgracht 12, 1015 CX Amsterdam", "Keizersgracht 12, 1015 CX Amsterdam"),
    ("12 rue de la Paix, 75002 Paris", "12 rue de la Paix, 75002 Paris"),
    ("Calle de Alcalá 45, 28014 Madrid", "Calle de Alcalá 45, 28014 Madrid"),
    ("Via Roma 12, 00184 Roma", "Via Roma 12, 00184 Roma"),
    ("〒150-0002 東京都渋谷区渋谷2-21-1", "〒150-0002 東京都渋谷区渋谷2-21-1"),
    ("ул. Ленина, д. 5", "ул. Ленина, д. 5"),
    ("P.O. Box 123", "P.O. Box 123"),
]
HARMLESS = [
    "from 2016–2019 and 2010-2020",
    "on 2019-09-01 and 01.02.2020 and 12/05/2019",
    "ISBN 978-3-16-148410-0, ISSN 1234-5678",
    "978-0-306-40615-7",
    "ORCID 0000-0002-5589-7754",
    "335,000 users and 1 234 567 euros",
    "EUR 1 200 000, raised $12 500 000",
    "version 10.15.7.1234 at 192.168.100.200",
    "arXiv 2010.11929, 10.1000/182",
    "In 2019 Wall Street crashed",
    "Article 1234567, No. 4567890, HRB 123456",
    "Engineering 5 people, about 12 Open Source projects, Arbeitsplatz 4.0",
    "in 2018, 2019, 2020",
    "20190901 20200101",
    "@user@mastodon.example",
    "12:30-14:30, 24/7 365",
    "ICCV 2025, CVPR 2023",
    "DE89 3704 0044 0532 0130 00",
    "+20% in 2019, +1000000 users",
    "we look AT THE DOT on the map",
    "grew from 12 to 140 people",
]


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_a_phone_number_is_found(text: str, expected: str) -> None:
    assert [(detail.kind, detail.text) for detail in find(text)] == [("phone", expected)]


@pytest.mark.parametrize(("text", "expected"), EMAILS)
def test_an_email_address_is_found(text: str, expected: str) -> None:
    assert [(detail.kind, detail.text) for detail in find(text)] == [("email", expected)]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_a_street_address_is_found(text: str, expected: str) -> None:
    assert [(detail.kind, detail.text) for detail in find(text)] == [("address", expected)]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_numbers_stay(text: str) -> None:
    assert find(text) == ()
    assert redact(text) == text


def test_redaction_leaves_the_rest() -> None:
    text = "Reach Ada at ada@example.org or +46 70 555 01 42, or see her 2019 talk."
    assert redact(text) == ("Reach Ada at (e-mail address withheld) or (phone number withheld), or see her 2019 talk.")


@given(st.text(alphabet="0123456789+()-./ @aStreet\n", max_size=200))
@settings(deadline=None)  # the first example compiles expressions
def test_details_stand_at_their_offsets_and_do_not_overlap(text: str) -> None:
    position = 0
    for detail in find(text):
        assert text[detail.start : detail.end] == detail.text
        assert detail.start >= position
        position = detail.end


@pytest.mark.parametrize("text", ["a" * 2_000_000, "1 " * 300_000, "Aa " * 300_000, "a@" * 200_000, "str. 1" * 100_000])
def test_long_odd_text_takes_bounded_time(text: str) -> None:
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 5
