"""The JSON Schema of an answer, in the strict form that servers enforce."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel

_NOISE = {"title", "default"}


@cache
def schema_text(model: type[BaseModel]) -> str:
    """The strict schema as JSON; see :func:`strict_schema`."""
    raw = model.model_json_schema()
    schema: dict[str, Any] = _strict(raw, raw.get("$defs", {}))
    # The model's own docstring speaks to programmers; its fields speak to the language model.
    schema.pop("description", None)
    return json.dumps(schema, ensure_ascii=False)


def strict_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema with every field required, no other allowed, and no references, titles or defaults."""
    schema: dict[str, Any] = json.loads(schema_text(model))
    return schema


def compact(schema: dict[str, Any]) -> str:
    """The schema in as few characters as JSON allows."""
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":"))


def schema_name(model: type[BaseModel]) -> str:
    """What the schema is called on the wire."""
    return model.__name__.lstrip("_").lower()[:64]


def _strict(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_strict(each, definitions) for each in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].rpartition("/")[2]]
        beside = {key: value for key, value in node.items() if key != "$ref"}
        inner = {key: value for key, value in target.items() if key != "description"}
        return _strict(inner | beside, definitions)
    kept = {key: value for key, value in node.items() if key not in _NOISE and key not in ("$defs", "properties")}
    found = {key: _strict(value, definitions) for key, value in kept.items()}
    if "properties" in node:
        found["properties"] = {key: _strict(value, definitions) for key, value in node["properties"].items()}
        found["required"] = list(node["properties"])
        found["additionalProperties"] = False
    return found
