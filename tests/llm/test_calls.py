from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, SecretStr

from drafter.errors import ModelError
from drafter.llm import Request
from drafter.llm._bodies import tokens_of
from drafter.llm._calls import Raw, _from_chat, _from_response
from drafter.llm.openai_compatible import OpenAICompatible
from drafter.settings import Settings

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner))


class Line(BaseModel):
    text: str


REQUEST = Request(system="Be brief.", user="Say something.", schema=Line, purpose="write")


def grown(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    """Objects that have the right keys and anything in them."""
    keys = st.sampled_from(names)
    inner = st.recursive(VALUES, lambda each: st.lists(each, max_size=2) | st.dictionaries(keys, each, max_size=4))
    return st.dictionaries(keys, inner)


@given(grown("choices", "message", "content", "refusal", "finish_reason", "model", "usage", "prompt_tokens_details"))
def test_a_completion_of_any_shape_is_an_answer_or_an_error(found: dict[str, Any]) -> None:
    with suppress(ModelError):
        raw = _from_chat(found)
        assert isinstance(raw.text, str)
        assert min(tokens_of(raw, REQUEST)) >= 0


@given(grown("output", "type", "content", "text", "status", "incomplete_details", "reason", "usage", "model"))
def test_a_response_of_any_shape_is_an_answer_or_an_error(found: dict[str, Any]) -> None:
    with suppress(ModelError):
        assert isinstance(_from_response(found), Raw)


@pytest.mark.parametrize(
    "event",
    [
        {"choices": {"a": 1}},
        {"choices": [5]},
        {"choices": [{"delta": "x", "finish_reason": {}}]},
        {"usage": [1]},
        {"choices": [{"delta": {"content": ["x"]}}], "model": {}},
        [1, 2],
        "text",
        None,
    ],
)
def test_a_stream_of_odd_events_is_read_for_what_it_holds(event: Any) -> None:
    good = {"choices": [{"index": 0, "delta": {"content": '{"text": "fine"}'}, "finish_reason": "stop"}]}
    lines = "".join(f"data: {json.dumps(each)}\n\n" for each in (event, good)) + "data: [DONE]\n\n"
    reply = httpx2.Response(200, headers={"Content-Type": "text/event-stream"}, content=lines.encode())
    model = OpenAICompatible(
        Settings(model="m", base_url="http://127.0.0.1:9/v1", api_key=SecretStr("k"), cache=False),
        transport=httpx2.MockTransport(lambda _: reply),
    )
    assert model.complete(REQUEST, on_text=lambda _: None).value == Line(text="fine")
