"""A client for the fault server, and one request to put to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from drafter.errors import ModelError
from drafter.llm import Request
from drafter.llm.openai_compatible import OpenAICompatible
from drafter.settings import Settings
from tests.faults.server import FaultServer, answer

KEY = "sk-test-1234567890abcdef"
Serve = Callable[..., FaultServer]


class Line(BaseModel):
    text: str


class Clock:
    """Counts the sleeps instead of sleeping."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


FINE = answer({"text": "fine"})
REQUEST = Request(system="Be brief.", user="Say something.", schema=Line, purpose="write")


def client(server: FaultServer, clock: Callable[[float], None] | None = None, **options: Any) -> OpenAICompatible:
    defaults: dict[str, Any] = {
        "model": "fault-1",
        "base_url": server.url,
        "api_key": SecretStr(KEY),
        "cache": False,
        "timeout": 10,
    }
    return OpenAICompatible(Settings(**(defaults | options)), sleep=clock or Clock())


def fails(server: FaultServer, kind: type[ModelError] = ModelError, **options: Any) -> str:
    with pytest.raises(kind) as caught:
        client(server, **options).complete(REQUEST)
    said = str(caught.value)
    assert "\n" not in said
    assert KEY not in said
    assert "; " in said, "the line says what to do next"
    return said
