from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from drafter.llm.schemas import compact, schema_name, strict_schema


class Inner(BaseModel):
    """For programmers."""

    text: str = Field(description="One sentence.")
    title: str = ""


class Outer(BaseModel):
    """For programmers."""

    lines: list[Inner] = Field(description="In order.")
    best: Inner
    tone: Literal["plain", "warm"] | None = None


def objects(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for each in node for found in objects(each)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("type") == "object" else []
    return own + [found for each in node.values() for found in objects(each)]


def test_every_object_is_closed_and_every_field_required() -> None:
    found = objects(strict_schema(Outer))
    assert len(found) == 3
    for each in found:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


def test_nothing_is_left_that_strict_servers_reject_or_that_costs_tokens() -> None:
    text = compact(strict_schema(Outer))
    for word in ("$ref", "$defs", '"default"', '"title":"', "programmers"):
        assert word not in text
    assert "One sentence." in text
    assert "title" in strict_schema(Outer)["properties"]["best"]["properties"]
    assert schema_name(Outer) == "outer"
