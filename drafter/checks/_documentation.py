"""The rules as records and as a table, for ``drafter rules`` and the documentation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter.checks._rule import Rule


def as_records(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Each rule as plain data."""
    return [
        {
            "id": rule.id,
            "severity": rule.severity,
            "summary": rule.summary,
            "why": rule.section("Why"),
            "source": rule.section("Source"),
            "advice": rule.advice,
            "bad": rule.bad,
            "good": rule.good,
            "parts": list(rule.parts),
            "needs": list(rule.needs),
            "kinds": list(rule.kinds),
            "channels": list(rule.channels),
            "languages": list(rule.languages),
            "thresholds": dict(rule.thresholds),
        }
        for rule in rules
    ]


def rule_table() -> str:
    """All rules as a Markdown table."""
    from drafter.checks import RULES

    lines = ["| rule | severity | what it finds | languages |", "| --- | --- | --- | --- |"]
    for rule in RULES:
        languages = ", ".join(rule.languages) or "any"
        lines.append(f"| `{rule.id}` | {rule.severity} | {rule.summary.replace('|', chr(92) + '|')} | {languages} |")
    return "\n".join(lines) + "\n"
