from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from drafter.errors import ModelError, ReplyError
from drafter.llm import Request, ScriptedModel, request_text


class Line(BaseModel):
    text: str


def request(user: str = "hello") -> Request:
    return Request(system="Be brief.", user=user, schema=Line, purpose="write")


def test_answers_come_in_order_in_any_form() -> None:
    model = ScriptedModel('{"text": "a"}', {"text": "b"}, Line(text="c"), lambda asked: {"text": asked.user})
    values = [model.complete(request("d")).value for _ in range(4)]
    assert values == [Line(text=text) for text in "abcd"]
    assert [asked.user for asked in model.requests] == ["d"] * 4


def test_errors_and_misfits_are_raised_and_an_empty_script_says_so() -> None:
    model = ScriptedModel(ModelError("busy", retryable=True), "no JSON")
    with pytest.raises(ModelError, match="busy"):
        model.complete(request())
    with pytest.raises(ReplyError, match="prose"):
        model.complete(request())
    with pytest.raises(ModelError, match="no answer left for request 3"):
        model.complete(request())


def test_the_last_answer_can_repeat_and_text_streams() -> None:
    model = ScriptedModel({"text": "a rather longer answer"}, repeat=True)
    pieces: list[str] = []
    model.complete(request())
    reply = model.complete(request(), on_text=pieces.append)
    assert len(pieces) > 1
    assert "".join(pieces) == reply.text


def test_answers_can_be_recorded_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "replies.json"
    path.write_text(json.dumps([{"text": "ä"}]), encoding="utf-8")
    assert ScriptedModel.from_file(path, name="recorded").complete(request()).value == Line(text="ä")


def test_the_text_shown_is_the_text_sent() -> None:
    asked = request("Reach her at ada@example.org.")
    model = ScriptedModel({"text": "a"})
    model.complete(asked)
    shown = request_text(asked)
    sent = model.requests[0]
    assert sent.user in shown
    assert sent.system in shown
    assert "ada@example.org" not in shown
    assert '"additionalProperties":false' in shown
