from __future__ import annotations

import json

import pytest

from drafter.writing.preview import Preview
from tests.writing.material import ANSWER

MESSAGE = (
    "You put most forecast errors down to stale weather feeds.\n\n"
    "I cut our feed delay from 50 minutes to 4 last year.\n\n"
    "Could we compare notes for 15 minutes, or is this a bad month?\n\n"
    "Tomas Berger moves weather data."
)


@pytest.mark.parametrize("size", [1, 7, 50, 10_000])
def test_sentences_show_as_they_grow(size: int) -> None:
    text = json.dumps(ANSWER)
    shown: list[str] = []
    preview = Preview(shown.append)
    for at in range(0, len(text), size):
        preview(text[at : at + size])
    assert "".join(shown) == MESSAGE
    assert size > 50 or len(shown) > 4


def test_fields_in_another_order_show_nothing_twice() -> None:
    shown: list[str] = []
    preview = Preview(shown.append)
    for char in json.dumps(dict(reversed(list(ANSWER.items())))):
        preview(char)
    assert "".join(shown) == ANSWER["blurb"][0]["text"]


@pytest.mark.parametrize("text", ["no JSON", "[1, 2]", '{"opening": 5, "ask": null, "reason": [1]}', "}{"])
def test_anything_else_shows_nothing(text: str) -> None:
    Preview(lambda _: pytest.fail("nothing to show"))(text)
