"""Names by ear."""

from __future__ import annotations

import pytest

from drafter.language.katakana import sounds_like


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Siemens", "2004年にシーメンスへ入社"),
        ("Rotterdam", "ロッテルダム大学"),
        ("Helsinki", "ヘルシンキ在住"),
        ("Lindqvist", "リンドクヴィスト氏"),
        ("Vermeer", "フェルメール展"),
        ("Marcus Brandt", "マーカス・ブラント"),
    ],
)
def test_a_name_is_heard_in_katakana(name: str, text: str) -> None:
    assert sounds_like(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Toyota", "2004年にシーメンスへ入社"),
        ("Hamburg", "ロッテルダム大学"),
        ("Oslo", "オスロ"),
        ("Siemens", "株式会社"),
    ],
)
def test_another_name_is_not(name: str, text: str) -> None:
    assert not sounds_like(name, text)
