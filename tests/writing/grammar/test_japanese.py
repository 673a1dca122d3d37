"""Japanese facts about the reader in the respectful form."""

from __future__ import annotations

import pytest

from drafter.models import Contact
from drafter.writing.grammar.japanese import to_me, to_you

READER = Contact(name="村上 美和", given_name="美和", family_name="村上")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("2030年に小さな港の待ち時間を調べました。", "2030年に小さな港の待ち時間を調べられた"),
        ("村上美和は地図を公開しました。", "地図を公開された"),
        ("村上 美和: 毎年、潮の読み方を教えています。", "毎年、潮の読み方を教えていらっしゃる"),
        ("12の港の時刻表を作りました", "12の港の時刻表を作られた"),
        ("三年前に港の日誌を書きました", "三年前に港の日誌を書かれた"),
        ("村上美和は主任研究員です。", "主任研究員でいらっしゃる"),
    ],
)
def test_a_fact_about_the_reader_is_told_respectfully(statement: str, told: str) -> None:
    assert to_you(statement, READER) == told


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("村上美和は森田彩に製本を教えました。", "私に製本を教えてくださった"),
        ("2024年に森田 彩と読書祭を運営しました。", "2024年に私と読書祭を運営してくださった"),
        ("村上美和は森田彩さんを港まで運びました。", "私を港まで運んでくださった"),
        ("村上美和は港の時刻表を作りました。", None),
        ("森田彩は村上美和に製本を教えました。", None),
    ],
)
def test_what_the_reader_did_for_the_sender_is_told_by_the_sender(statement: str, told: str | None) -> None:
    # 教えられた would say that the reader was taught.
    assert to_me(statement, READER, "森田 彩") == told


@pytest.mark.parametrize(
    "statement",
    [
        "瀬戸内フェリー研究所は広島にあります。",
        "研究所は港を調べました。",
        "弊社の船を作りました。",
        "待ち時間の調査。",
        "港に三隻あります。",
    ],
)
def test_what_is_not_surely_about_the_reader_is_left(statement: str) -> None:
    assert to_you(statement, READER) is None
