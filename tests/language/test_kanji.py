"""Names in kanji, read aloud."""

from __future__ import annotations

import pytest

from drafter.language.kanji import reads_as


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Nagasaki", "長崎大学水産学部を卒業"),
        ("Mitsubishi", "三菱商事に入社"),
        ("Tottori", "鳥取県庁勤務"),
        ("Kanazawa", "金沢美術工芸大学"),
        ("Shinshu", "信州大学"),
        ("Akutagawa", "芥川賞を受賞"),
        ("Nippon", "日本郵船"),
        ("Kyūshū", "九州大学大学院"),
    ],
)
def test_a_name_is_read_in_kanji(name: str, text: str) -> None:
    assert reads_as(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Nagoya", "長崎大学水産学部を卒業"),
        ("Sumitomo", "三菱商事に入社"),
        ("Shimane", "鳥取県庁勤務"),
        ("Kanagawa", "金沢美術工芸大学"),
        ("Rotterdam", "信州大学"),
        ("Ei", "英語"),
    ],
)
def test_another_name_is_not(name: str, text: str) -> None:
    assert not reads_as(name, text)
