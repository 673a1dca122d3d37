"""The rules as records and as a table, for ``drafter rules`` and the documentation."""

from __future__ import annotations

import textwrap
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


def rule_pages() -> dict[str, str]:
    """The rules as Markdown pages by name: an index with a line for each, and a page for each family."""
    from drafter.checks import RULES

    index = [_PREFACE.format(count=len(RULES))]
    pages = {}
    for family, rules in by_family(RULES).items():
        index.append(f"## [{family}](rules/{family}.md)\n\n{FAMILIES[family]}\n")
        index += [_line(rule) for rule in rules]
        index.append("")
        head = f"# {family}\n\n{FAMILIES[family]} All families: [the rules](../rules.md).\n"
        pages[f"rules/{family}.md"] = "\n".join([head, *(_entry(rule) for rule in rules)]).rstrip() + "\n"
    return {"rules.md": "\n".join(index).rstrip() + "\n", **pages}


_PREFACE = """# The rules

{count} rules in families; each family has a page with reasons, sources and examples.
`drafter rules tone` prints a family, `drafter rules tone.hype` one rule whole.

- ● an *error* must be mended before a draft can be approved, ◐ a *warning* should be, ○ a *hint* is worth a look.
- A rule for certain languages is listed as skipped in others.
- A source is named where there is one; a *house rule* is our own judgement.
- Switching off, other severities and thresholds: [settings](checks.md#settings).
"""
_MARKS = {"error": "●", "warning": "◐", "hint": "○"}


def _line(rule: Rule) -> str:
    where = f"rules/{rule.family}.md#{_anchor(rule)}"
    languages = f" ({', '.join(rule.languages)})" if rule.languages else ""
    return f"- {_MARKS[rule.severity]} [`{rule.id}`]({where}) {rule.summary}{languages}"


def _entry(rule: Rule) -> str:
    lines = [f"## `{rule.id}`\n", f"**{rule.severity.capitalize()}.** {rule.summary}\n"]
    if rule.bad != rule.good:
        lines.append(f"```text\n{_example('✗', rule.bad)}\n\n{_example('✓', rule.good)}\n```\n")
    told = {"Why": rule.section("Why"), "Do": rule.advice, "Source": rule.section("Source"), **bounds(rule)}
    told |= {"Languages": ", ".join(rule.languages)} if rule.languages else {}
    lines += [f"- {name}: {value}" for name, value in told.items()]
    return "\n".join([*lines, ""])


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


def _example(mark: str, text: str) -> str:
    body = text if len(text) <= _EXAMPLE else text[:_EXAMPLE].rsplit(" ", 1)[0] + " …"
    lines = [piece for line in body.splitlines() for piece in textwrap.wrap(line, _WIDTH) or [""]]
    return "\n".join(f"{mark if not at else ' '} {line}".rstrip() for at, line in enumerate(lines))


_WIDTH = 100
_EXAMPLE = 300


def _anchor(rule: Rule) -> str:
    return rule.id.replace(".", "")
