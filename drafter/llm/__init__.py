"""The only door to a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.llm.protocol import LanguageModel, Reply, Request
from drafter.llm.scripted import ScriptedModel

if TYPE_CHECKING:
    from drafter.settings import Settings

__all__ = [
    "LanguageModel",
    "Reply",
    "Request",
    "ScriptedModel",
    "forget_replies",
    "open_model",
    "price_of",
    "reachable",
    "redact",
    "request_text",
]


def open_model(settings: Settings) -> LanguageModel | None:
    """The language model that the settings name, or ``None`` when drafting is offline.

    Raises:
        ModelError: when a model is named but cannot be used, for instance for want of a key.
    """
    if settings.model_name == "offline":
        return None
    from drafter.llm.openai_compatible import OpenAICompatible

    return OpenAICompatible(settings)


def redact(text: str) -> str:
    """The text with phone numbers, e-mail addresses and street addresses taken out."""
    from drafter.language.contact_details import redact as redacted

    return redacted(text)


def request_text(request: Request) -> str:
    """What would be sent for this request, word for word, for a person to read."""
    from drafter.llm.schemas import compact, strict_schema

    schema = compact(strict_schema(request.schema))
    parts = {"system": redact(request.system), "user": redact(request.user), "answer's schema": schema}
    return "\n\n".join(f"--- {name} ---\n{text.rstrip()}" for name, text in parts.items()) + "\n"


def price_of(settings: Settings, *, prompt: int, completion: int) -> float | None:
    """What so many tokens cost in US dollars with the model in the settings, or ``None`` where no price is known."""
    from drafter.llm._prices import cost
    from drafter.llm.openai_compatible import VENDOR_URL

    url = settings.base_url or VENDOR_URL
    return cost(url, (settings.model_name,), prompt=prompt, cached=0, completion=completion)


def forget_replies() -> int:
    """Remove every kept answer, for what was written about a person may stand in any; how many there were."""
    from drafter.llm._replies import kept_replies

    return kept_replies().clear()


def reachable(settings: Settings) -> str:
    """One line on whether the configured server answers and knows the model; it is asked nothing that costs.

    Raises:
        ModelError: when it does not answer, or does not accept the key.
    """
    if settings.model_name == "offline":
        return "no model is configured; drafting is offline"
    from drafter.llm.openai_compatible import OpenAICompatible

    return OpenAICompatible(settings).probe()
