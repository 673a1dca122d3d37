"""Requests handed to a provider in bulk: a file of them goes up, a file of answers comes down within a day, cheaper."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import openai

from drafter.errors import ModelError, ReplyError
from drafter.llm import _faults, redact
from drafter.llm._abilities import Abilities
from drafter.llm._bodies import Ask, chat_body, tokens_of, vendor_body
from drafter.llm._calls import _from_chat, _from_response
from drafter.llm._keys import find_key
from drafter.llm._prices import cost
from drafter.llm._wire import DEADLINE, open_wire
from drafter.llm.openai_compatible import VENDOR_URL
from drafter.llm.protocol import Request
from drafter.models import Usage
from drafter.settings import Settings

MOST_REQUESTS = 50_000
MOST_BYTES = 190_000_000
DISCOUNT = 0.5
_ENDED = {"completed", "expired", "cancelled", "failed"}
_MARK = "drafter"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the provider is; ``problems`` say why a batch was refused."""

    state: str
    done: int = 0
    failed: int = 0
    total: int = 0
    files: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in _ENDED


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request, or why there is none."""

    key: str
    text: str | None
    model: str = ""
    usage: Usage = field(default_factory=Usage)
    problem: str | None = None


class Bulk:
    """One model on one server that takes requests in bulk."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings.

        Raises:
            ModelError: when no model is set or there is no key for it.
        """
        if settings.model_name == "offline":
            raise ModelError("the offline writer needs no provider; set --model, or use `drafter batch run`")
        self._settings = settings
        self._url = (settings.base_url or VENDOR_URL).rstrip("/")
        host = urlsplit(self._url).hostname or ""
        key = find_key(settings, host)
        self._vendor = host == urlsplit(VENDOR_URL).hostname
        if self._vendor and not key:
            raise ModelError(f"the model {settings.model_name!r} needs a key; set OPENAI_API_KEY")
        self._place = _faults.Place(self._url, settings.model_name, key)
        self._client = openai.OpenAI(
            api_key=key or "none",
            base_url=self._url,
            max_retries=settings.retries,
            http_client=_patient_wire(settings),
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def line(self, key: str, request: Request) -> bytes:
        """One line of the file that goes up."""
        request = replace(request, system=redact(request.system), user=redact(request.user))
        ask = Ask(Abilities(), request.max_tokens)
        body = (vendor_body if self._vendor else chat_body)(request, ask, self._settings)
        line = {"custom_id": key, "method": "POST", "url": self._endpoint, "body": body}
        return json.dumps(line, ensure_ascii=False).encode() + b"\n"

    def submit(self, content: bytes, *, mark: str) -> str:
        """Hand a file over; the provider's id for it. ``mark`` finds it again when the answer to this call is lost."""
        try:
            file = self._client.files.create(file=("requests.jsonl", io.BytesIO(content)), purpose="batch")
            created = self._client.batches.create(
                input_file_id=file.id,
                endpoint=self._endpoint,  # type: ignore[arg-type]
                completion_window="24h",
                metadata={_MARK: mark},
            )
        except openai.APIError as error:
            raise _faults.explain(error, self._place) from None
        return created.id

    def find(self, mark: str) -> str | None:
        """The provider's id of what was handed over under ``mark``, if it got there."""
        try:
            for found in self._client.batches.list(limit=100).data:
                if (found.metadata or {}).get(_MARK) == mark:
                    return found.id
        except openai.APIError as error:
            raise _faults.explain(error, self._place) from None
        return None

    def progress(self, provider_id: str) -> Progress:
        """How far the provider is."""
        try:
            found = self._client.batches.retrieve(provider_id)
        except openai.APIError as error:
            raise _faults.explain(error, self._place) from None
        counts = found.request_counts
        files = tuple(file for file in (found.output_file_id, found.error_file_id) if file)
        told = found.errors.data if found.errors and found.errors.data else []
        problems = tuple(self._place.shown(str(error.message or error.code)) for error in told)
        done, failed, total = (counts.completed, counts.failed, counts.total) if counts else (0, 0, 0)
        return Progress(str(found.status), done, failed, total, files, problems)

    def answers(self, file_id: str) -> Iterator[Answer]:
        """The answers in a file that came down; lines that cannot be read are left out."""
        try:
            content = self._client.files.content(file_id)
        except openai.APIError as error:
            raise _faults.explain(error, self._place) from None
        return self._read(content.text.splitlines())

    def _read(self, lines: Iterable[str]) -> Iterator[Answer]:
        for line in lines:
            try:
                found = json.loads(line)
                key = str(found["custom_id"])
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
            yield self._answer(key, found)

    def _answer(self, key: str, found: dict[str, Any]) -> Answer:
        response = found.get("response") or {}
        body = response.get("body") if isinstance(response, dict) else None
        if found.get("error") or not isinstance(body, dict) or response.get("status_code", 200) >= 400:
            return Answer(key, None, problem=self._place.shown(_why(found.get("error"), body)))
        try:
            raw = (_from_response if self._vendor else _from_chat)(body)
        except (ReplyError, ModelError) as error:
            return Answer(key, None, problem=str(error))
        if raw.refusal:
            return Answer(key, None, problem=f"the model refused ({self._place.shown(raw.refusal)})")
        if raw.finish == "length":
            return Answer(key, None, problem="the answer was cut off")
        model = self._place.shown(str(raw.model or self._settings.model_name))
        prompt, cached, completion = tokens_of(raw, _NOTHING)
        price = cost(self._url, (model, self._settings.model_name), prompt=prompt, cached=cached, completion=completion)
        usage = Usage(
            calls=1,
            prompt_tokens=prompt,
            completion_tokens=completion,
            cached_tokens=cached,
            cost_usd=None if price is None else price * DISCOUNT,
        )
        return Answer(key, raw.text, model, usage)

    @property
    def _endpoint(self) -> str:
        return "/v1/responses" if self._vendor else "/v1/chat/completions"


def _patient_wire(settings: Settings) -> Any:
    # Files are large and nobody waits at the screen for one answer: each of these calls may take its minutes.
    DEADLINE.set(time.monotonic() + 24 * 3600)
    return open_wire(settings.connect_timeout, most=MOST_BYTES * 3)


def _why(error: Any, body: Any) -> str:
    for place in (error, body.get("error") if isinstance(body, dict) else None):
        if isinstance(place, dict) and place.get("message"):
            return str(place["message"])
    return "the provider gave no answer"


class _Nothing:
    system = user = ""


_NOTHING: Any = _Nothing()
