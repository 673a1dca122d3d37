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


FAMILIES = {
    "facts": "Every statement about the reader is held against the notes.",
    "names": "Their name, their organisation's name, and dates that exist.",
    "placeholder": "What a template leaves behind.",
    "length": "What a platform cuts off, and what a busy reader does.",
    "opening": "The first words decide whether the rest is read.",
    "closing": "What is to happen next, said once.",
    "specificity": "Would the message be just as true of somebody else?",
    "ask": "One thing, small, easy to answer either way.",
    "pitch": "Advertising in the dress of a personal message.",
    "tone": "What makes a reader draw back.",
    "clarity": "Read once, understood.",
    "kind": "What each kind of message must do, and must not.",
    "privacy": "What a stranger should not bring up.",
    "format": "What arrives broken or suspicious.",
    "voicemail": "A stranger listens once, with a pen in hand.",
    "conversation": "A script for the talk itself.",
}


def by_family(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules by family, in the order of :data:`FAMILIES`."""
    grouped: dict[str, list[Rule]] = {family: [] for family in FAMILIES}
    for rule in rules:
        grouped[rule.family].append(rule)
    return {family: mine for family, mine in grouped.items() if mine}


def rule_page() -> str:
    """All rules as a Markdown page: a table of each family, then every rule with its reason, source and examples."""
    from drafter.checks import RULES

    pieces = [_PREFACE.format(count=len(RULES))]
    for family, rules in by_family(RULES).items():
        pieces.append(f"## {family}\n\n{FAMILIES[family]}\n")
        pieces.append("| rule | severity | what it finds | languages |\n| --- | --- | --- | --- |")
        for rule in rules:
            languages = ", ".join(rule.languages) or "any"
            pieces.append(
                f"| [`{rule.id}`](#{_anchor(rule)}) | {rule.severity} | {_cell(rule.summary)} | {languages} |"
            )
        pieces.append("")
        pieces += [_entry(rule) for rule in rules]
    return "\n".join(pieces).rstrip() + "\n"


_PREFACE = """# The rules

{count} rules in families. `drafter rules tone` prints a family, `drafter rules tone.hype` one rule whole.
An *error* must be mended before a draft can be approved, a *warning* should be, a *hint* is worth a look.
A rule for certain languages is listed as skipped elsewhere. A source is named where there is one; a *house rule* is
our own judgement. Settings: [checks.md](checks.md#settings).
"""


def _entry(rule: Rule) -> str:
    lines = [f"### `{rule.id}`\n", f"{rule.summary} *{rule.severity}*\n"]
    lines.append(f"- Why: {rule.section('Why')}\n- Do: {rule.advice}\n- Source: {rule.section('Source')}")
    lines += [f"- {name}: {value}" for name, value in bounds(rule).items()]
    lines.append("")
    if rule.bad != rule.good:
        lines.append(f"{_quoted('Bad', rule.bad)}\n\n{_quoted('Good', rule.good)}\n")
    return "\n".join(lines)


def bounds(rule: Rule) -> dict[str, str]:
    """Where a rule holds and what figures it reads, each only where it says something."""
    told = {
        "Needs": ", ".join(rule.needs),
        "Kinds": ", ".join(rule.kinds),
        "Channels": ", ".join(rule.channels),
        "Thresholds": ", ".join(f"`{name}` = {value:g}" for name, value in rule.thresholds.items()),
        "Forgiven": "once, in a message plainly written for its reader (a hint then)" if rule.slip else "",
    }
    return {name: value for name, value in told.items() if value}


def _quoted(label: str, text: str) -> str:
    body = text if len(text) <= _EXAMPLE else text[:_EXAMPLE].rsplit(" ", 1)[0] + " …"
    return f"{label}:\n\n" + "\n".join(f"    {line}".rstrip() for line in body.splitlines())


_EXAMPLE = 300


def _anchor(rule: Rule) -> str:
    return rule.id.replace(".", "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
