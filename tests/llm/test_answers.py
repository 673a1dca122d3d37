from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from drafter.errors import ReplyError
from drafter.llm.answers import read_answer


class Line(BaseModel):
    text: str
    facts: list[str]


GOOD = '{"text": "Hello", "facts": ["f1"]}'


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"\ufeff  {GOOD}\n",
        f"<think>Let me {{see}}.</think>\n{GOOD}",
        f"Here is the JSON you asked for:\n{GOOD}\nI hope it helps!",
        '{"text": "Hello", "facts": ["f1"], "confidence": 0.9}',
    ],
)
def test_what_stands_around_the_object_is_left_out(text: str) -> None:
    assert read_answer(text, Line) == Line(text="Hello", facts=["f1"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("```json\n\n```", "empty"),
        ("Sure, I can write that for you.", "prose instead of JSON"),
        ('{"text": "Hel', "breaks off"),
        ('{"text": "Hello", "facts": [', "breaks off"),
        ('{"text": "Hello" "facts": []}', "not valid JSON"),
        ('{"text": "a", "text": "b", "facts": []}', "a key stands twice"),
        ('{"text": "a", "facts": NaN}', "no JSON number"),
        ('{"text": 5, "facts": []}', "text: Input should be a valid string"),
        ('{"facts": []}', "text: Field required"),
        ('{"text": "a", "facts": ' + "1" * 5000 + "}", "not valid JSON"),
        ('{"text":' * 200_000, "nested too deeply"),
        ('{"text":' * 3000 + "1" + "}" * 3000, "nested too deeply"),
    ],
)
def test_each_fault_is_one_clear_line(text: str, said: str) -> None:
    with pytest.raises(ReplyError, match=said) as caught:
        read_answer(text, Line)
    assert "\n" not in str(caught.value)
    assert "try again" in str(caught.value)


def test_characters_that_act_are_taken_out_and_letters_stay() -> None:
    text = json.dumps({"text": "\x1b[31mred\u202e\ud800 नमस्ते\u200d 你好\n", "facts": []})
    value = read_answer(text, Line)
    assert isinstance(value, Line)
    assert value.text == "[31mred नमस्ते\u200d 你好\n"


@given(st.text(max_size=200) | st.builds(lambda left, right: f"{left}{GOOD[:20]}{right}", st.text(), st.text()))
def test_any_text_gives_a_value_or_a_reply_error(text: str) -> None:
    with suppress(ReplyError):
        assert isinstance(read_answer(text, Line), Line)
