"""What is sent: the request as each interface wants it, and the tokens it took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter.llm._abilities import Abilities
from drafter.llm._calls import Raw
from drafter.llm.protocol import Request
from drafter.llm.schemas import compact, schema_name, strict_schema
from drafter.settings import Settings

_THINKING_TOKENS = 3000


@dataclass(slots=True)
class Ask:
    """How a request is put this time; ``complaint`` says what was wrong with the answer before."""

    abilities: Abilities
    max_tokens: int
    complaint: str | None = None


def chat_body(request: Request, ask: Ask, settings: Settings) -> dict[str, Any]:
    """For chat completions; below the first rung of the ladder the schema stands in the prompt."""
    system, rung = request.system, ask.abilities.rung
    if rung != "json_schema":
        schema = compact(strict_schema(request.schema))
        system += f"\n\nAnswer with one JSON object and nothing else. It must fit this JSON Schema:\n{schema}\n"
    body: dict[str, Any] = {
        "model": settings.model_name,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": _user(request, ask)}],
    }
    if rung == "json_schema":
        body["response_format"] = {"type": rung, "json_schema": _named_schema(request)}
    elif rung == "json_object":
        body["response_format"] = {"type": rung}
    # Where the old name is rejected, the new one is meant.
    limit = "max_completion_tokens" if "max_tokens" in ask.abilities.without else "max_tokens"
    body[limit] = ask.max_tokens
    seed = settings.seed if request.seed is None else request.seed
    return _with_options(body, ask, seed=seed, temperature=settings.temperature)


def vendor_body(request: Request, ask: Ask, settings: Settings) -> dict[str, Any]:
    """For the vendor's own newer interface, which keeps to a schema always."""
    body: dict[str, Any] = {
        "model": settings.model_name,
        "instructions": request.system,
        "input": _user(request, ask),
        "text": {"format": {"type": "json_schema", **_named_schema(request)}},
        # A ceiling, not a target: models that think count their thinking in it.
        "max_output_tokens": ask.max_tokens + _THINKING_TOKENS,
        "prompt_cache_key": f"drafter-{request.purpose}",
        "store": False,
    }
    return _with_options(body, ask, temperature=settings.temperature)


def tokens_of(raw: Raw, request: Request) -> tuple[int, int, int]:
    """Tokens of the prompt, those of it that the server had cached, and of the answer."""
    found: Any = raw.usage if isinstance(raw.usage, dict) else {}
    details = found.get("prompt_tokens_details") or found.get("input_tokens_details")
    cached = _count(details.get("cached_tokens")) if isinstance(details, dict) else 0
    # Some servers do not count; four bytes a token is near enough for a sum.
    prompt = _count(found.get("prompt_tokens", found.get("input_tokens")))
    prompt = prompt or len((request.system + request.user).encode()) // 4
    completion = _count(found.get("completion_tokens", found.get("output_tokens")))
    return prompt, min(cached, prompt), completion or len(raw.text.encode()) // 4


def _with_options(body: dict[str, Any], ask: Ask, **options: float | None) -> dict[str, Any]:
    body |= {name: value for name, value in options.items() if value is not None}
    return {name: value for name, value in body.items() if name not in ask.abilities.without}


def _named_schema(request: Request) -> dict[str, Any]:
    return {"name": schema_name(request.schema), "schema": strict_schema(request.schema), "strict": True}


def _user(request: Request, ask: Ask) -> str:
    if not ask.complaint:
        return request.user
    return f"{request.user}\n\nAn earlier answer could not be used: {ask.complaint}. Answer again, as JSON only.\n"


def _count(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0
