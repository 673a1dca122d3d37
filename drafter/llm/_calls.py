"""One call over the wire, plain or streaming, and what came back, taken apart without trusting its shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import openai

from drafter.errors import ModelError, ReplyError
from drafter.llm._post import Post, as_sdk_errors

OnText = Callable[[str], None] | None


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer as it came: ``finish`` is the server's word for why it ended ("stop", "length" …)."""

    text: str
    finish: str | None = None
    refusal: str | None = None
    model: str | None = None
    usage: Mapping[str, Any] | None = None


def chat(client: openai.OpenAI, post: Post, body: dict[str, Any], on_text: OnText) -> Raw:
    """Ask by chat completions, which every compatible server has; what is not streamed goes by ``post``."""
    if not on_text:
        return _from_chat(_json(post("chat/completions", body)))
    with as_sdk_errors(httpx2.Request("POST", client.base_url)):
        return _chat_streamed(client, body, on_text)


def _chat_streamed(client: openai.OpenAI, body: dict[str, Any], on_text: Callable[[str], None]) -> Raw:
    call: Any = client.chat.completions.with_raw_response.create
    found = call(model=body["model"], messages=(), extra_body=body, stream=True)
    if "event-stream" in found.headers.get("content-type", ""):
        with found.parse() as stream:
            return _gathered(_events(stream), on_text)
    # A server may answer a request for a stream in one piece.
    raw = _from_chat(_json(found.http_response))
    if raw.text:
        on_text(raw.text)
    return raw


def respond(client: openai.OpenAI, post: Post, body: dict[str, Any], on_text: OnText) -> Raw:
    """Ask by the vendor's own newer interface."""
    if not on_text:
        return _from_response(_json(post("responses", body)))
    with as_sdk_errors(httpx2.Request("POST", client.base_url)):
        return _response_streamed(client, body, on_text)


def _response_streamed(client: openai.OpenAI, body: dict[str, Any], on_text: Callable[[str], None]) -> Raw:
    call: Any = client.responses.with_raw_response.create
    final: Any = None
    with call(**body, stream=True).parse() as stream:
        for event in _events(stream):
            kind = str(getattr(event, "type", ""))
            if kind == "response.output_text.delta":
                on_text(str(event.delta))
            elif kind in ("response.completed", "response.incomplete", "response.failed"):
                final = event.response.model_dump(mode="json", warnings=False)
    if final is None:
        raise ReplyError("the answer broke off; try again")
    return _from_response(final)


def model_names(response: Any) -> frozenset[str]:
    """The models in a server's list of them."""
    rows = _json(response).get("data")
    named = [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return frozenset(map(str, named))


def _events(stream: Iterable[Any]) -> Iterable[Any]:
    try:
        yield from stream
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise ReplyError("the server's stream is garbled; try again or check OPENAI_BASE_URL") from None


def _gathered(events: Iterable[Any], on_text: Callable[[str], None]) -> Raw:
    texts: list[str] = []
    refusals: list[str] = []
    finish = model = usage = None
    for event in events:
        model = getattr(event, "model", None) or model
        if found := getattr(event, "usage", None):
            usage = found.model_dump(mode="json", warnings=False) if hasattr(found, "model_dump") else None
        choices = getattr(event, "choices", None)
        for choice in choices[:1] if isinstance(choices, list) else ():
            delta = getattr(choice, "delta", None)
            ended = getattr(choice, "finish_reason", None)
            finish = ended if isinstance(ended, str) else finish
            if isinstance(text := getattr(delta, "content", None), str) and text:
                texts.append(text)
                on_text(text)
            if isinstance(refusal := getattr(delta, "refusal", None), str):
                refusals.append(refusal)
    return Raw("".join(texts), finish, "".join(refusals) or None, model, usage)


def _json(response: Any) -> dict[str, Any]:
    content: bytes = response.read()
    if "html" in response.headers.get("content-type", "").lower():
        raise ModelError(
            "the server answered with a web page instead of JSON; check OPENAI_BASE_URL (it often ends in /v1)"
        )
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise ReplyError(
            "the server's reply is not valid JSON or breaks off; try again or check OPENAI_BASE_URL"
        ) from None
    if not isinstance(found, dict):
        raise ReplyError("the server's reply is no completion; check OPENAI_BASE_URL (it often ends in /v1)")
    if found.get("error"):
        raise ModelError("the server reported an error instead of an answer; try again later", retryable=True)
    return found


def _from_chat(found: dict[str, Any]) -> Raw:
    choices = found.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise ReplyError("the server's reply holds no answer; try again or check OPENAI_BASE_URL")
    refusal = message.get("refusal")
    finish = choice.get("finish_reason")
    return Raw(
        _text(message.get("content")),
        finish if isinstance(finish, str) else None,
        refusal if isinstance(refusal, str) and refusal else None,
        found.get("model"),
        found.get("usage"),
    )


def _from_response(found: dict[str, Any]) -> Raw:
    if found.get("status") == "failed":
        raise ModelError("the server failed while answering; try again later", retryable=True)
    texts, refusals = [], []
    for item in _dicts(found.get("output")):
        for part in _dicts(item.get("content")) if item.get("type") == "message" else ():
            if part.get("type") == "output_text":
                texts.append(str(part.get("text") or ""))
            elif part.get("type") == "refusal":
                refusals.append(str(part.get("refusal") or ""))
    details = found.get("incomplete_details")
    reason = str(details.get("reason") or "") if isinstance(details, dict) else ""
    finish = {"max_output_tokens": "length"}.get(reason, reason) or "stop"
    return Raw("".join(texts), finish, "".join(refusals) or None, found.get("model"), found.get("usage"))


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    return ""
