"""From the text of an answer to a validated value, whatever a model put around it."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from pydantic import BaseModel, ValidationError

from drafter.errors import ReplyError

_THINKING = re.compile(r"\A\s*<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"\A\s*```[a-zA-Z]*\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_AGAIN = "try again or choose another --model"


def read_answer(text: str, schema: type[BaseModel]) -> BaseModel:
    """The value that ``text`` holds as JSON.

    A code fence, a model's thinking or a sentence around the object is left out, and so are keys that the schema
    does not know; a repeated key is refused, for nobody can tell which value was meant.

    Raises:
        ReplyError: when there is no such value; the message is one line.
    """
    try:
        found = _tidied(_parsed(_unwrapped(text)))
    except RecursionError:
        raise ReplyError(f"the model's answer is nested too deeply to be read; {_AGAIN}") from None
    try:
        return schema.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        problem = _tidied(f"{where}: {first['msg'].removeprefix('Value error, ')}")[:160]
        raise ReplyError(f"the model's answer does not have the fields asked for ({problem}); {_AGAIN}") from None


def _unwrapped(text: str) -> str:
    text = _THINKING.sub("", text.removeprefix("\ufeff"), count=1)
    fenced = _FENCE.match(text)
    text = (fenced.group(1) if fenced else text).strip()
    if not text:
        raise ReplyError(f"the model gave an empty answer; {_AGAIN}")
    start = text.find("{")
    if start < 0:
        raise ReplyError(f"the model answered in prose instead of JSON; {_AGAIN}")
    return text[start:]


def _parsed(text: str) -> Any:
    decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)
    try:
        return decoder.raw_decode(text)[0]
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1 or "Unterminated" in error.msg:
            raise ReplyError(f"the model's answer breaks off in the middle of its JSON; {_AGAIN}") from None
        raise ReplyError(f"the model's answer is not valid JSON ({error.msg}); {_AGAIN}") from None
    except ValueError as error:
        raise ReplyError(f"the model's answer is not valid JSON ({error}); {_AGAIN}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def _tidied(value: Any) -> Any:
    """The value without characters that act instead of being read: escapes, bidirectional overrides, surrogates."""
    if isinstance(value, str):
        return value if value.isprintable() else "".join(char for char in value if char in "\n\t" or not _acts(char))
    if isinstance(value, list):
        return [_tidied(each) for each in value]
    if isinstance(value, dict):
        return {key: _tidied(each) for key, each in value.items()}
    return value


def _acts(char: str) -> bool:
    # The joiners are needed to spell Persian, Hindi and emoji, so they stay.
    return (
        unicodedata.category(char) in {"Cc", "Cs", "Co"} or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
    )
