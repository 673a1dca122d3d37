"""The seam to the outside: one method, one request, one reply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import BaseModel

from drafter.models import Usage


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a language model.

    ``system`` is the stable prefix, ``user`` the part that changes; neither holds a phone number or an e-mail address.
    ``schema`` is the pydantic model the answer must fit. ``purpose`` names the job ("write", "extract") for logs.
    """

    system: str
    user: str
    schema: type[BaseModel]
    purpose: str
    max_tokens: int = 1500
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A validated answer: ``value`` is an instance of the request's schema, ``text`` what came over the wire."""

    value: BaseModel
    text: str
    model: str
    usage: Usage = field(default_factory=Usage)
    cached: bool = False


class LanguageModel(Protocol):
    """Anything that can answer a :class:`Request`."""

    @property
    def name(self) -> str:
        """The model's name, for provenance."""
        ...

    def complete(
        self, request: Request, *, deadline: float | None = None, on_text: Callable[[str], None] | None = None
    ) -> Reply:
        """Answer the request before ``deadline`` (``time.monotonic()`` seconds), passing text on as it streams in.

        Raises:
            ModelError: when the model cannot be reached or refuses the call.
            ReplyError: when it answered with something that does not fit the schema.
        """
        ...
