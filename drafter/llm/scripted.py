"""A language model whose answers were written beforehand: for tests, demonstrations and recorded replies."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

from pydantic import BaseModel

from drafter.errors import ModelError
from drafter.llm.answers import read_answer
from drafter.llm.protocol import Reply, Request
from drafter.models import Usage

Scripted = str | Mapping[str, Any] | BaseModel | Exception
Answer = Scripted | Callable[[Request], Scripted]

_USAGE = Usage(calls=1, prompt_tokens=100, completion_tokens=50)


class ScriptedModel:
    """Gives its answers in order and keeps the requests in ``requests``.

    An answer is the text over the wire, the JSON value of it, an instance of the schema, an error to raise, or a
    function from the request to one of these. Like the real client it redacts what it is sent.
    """

    def __init__(self, *answers: Answer, name: str = "scripted", usage: Usage = _USAGE, repeat: bool = False) -> None:
        """Take the answers; with ``repeat`` the last one is given again and again."""
        self.name = name
        self.requests: list[Request] = []
        self._answers = deque(answers)
        self._usage = usage
        self._repeat = repeat
        self._lock = Lock()

    @classmethod
    def from_file(cls, path: Path, **options: Any) -> ScriptedModel:
        """The answers in a JSON file: a list of them, in order."""
        answers: Iterable[Answer] = json.loads(path.read_text(encoding="utf-8"))
        return cls(*answers, **options)

    def complete(
        self, request: Request, *, deadline: float | None = None, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """The next answer.

        Raises:
            ModelError: when none is left, or when that is what the script says.
            ReplyError: when the answer does not fit the schema.
        """
        del deadline
        from drafter.llm import redact

        request = replace(request, system=redact(request.system), user=redact(request.user))
        answer = self._next(request)
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, Exception):
            raise answer
        text = _as_text(answer)
        if on_text:
            for start in range(0, len(text), 16):
                on_text(text[start : start + 16])
        return Reply(read_answer(text, request.schema), text, self.name, self._usage)

    def _next(self, request: Request) -> Answer:
        with self._lock:
            self.requests.append(request)
            if not self._answers:
                raise ModelError(f"the script has no answer left for request {len(self.requests)}; add one")
            if self._repeat and len(self._answers) == 1:
                return self._answers[0]
            return self._answers.popleft()


def _as_text(answer: Scripted) -> str:
    if isinstance(answer, str):
        return answer
    if isinstance(answer, BaseModel):
        return answer.model_dump_json()
    return json.dumps(answer, ensure_ascii=False)
