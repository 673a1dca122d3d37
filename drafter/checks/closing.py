"""Closing: what is to happen next, said once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._particular import evidence
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text

_VALEDICTION = re.compile(
    r"^[ \t]*(?:(?:kind|best|warm(?:est)?|many)[ \t]+(?:regards|wishes|thanks)|best|regards|sincerely"
    r"|yours[ \t]+\w+|cheers|thanks"
    r"|thank you|respectfully|cordially|mit freundlichen grüßen|viele grüße|cordialement|saludos)[ \t]*[,!.]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


@rule(
    "closing.stock",
    severity="hint",
    advice="Say what happens next, or stop.",
    bad="Could we talk on Friday? I look forward to hearing from you at your earliest convenience.",
    good="Could we talk on Friday? I am in the harbour office until noon.",
    languages=("en",),
)
def stock(text: Text, context: Context) -> Iterator[Hit]:
    """A closing phrase that says nothing.

    Why: it takes the place of the next step.
    Source: house rule.
    """
    yield from said(text, "closing.stock", "a stock closing")


@rule(
    "closing.vague",
    severity="warning",
    advice="Name one next step the reader can take in a minute.",
    bad="Hi Mira, it was great to meet you in Ghent. Let's stay in touch!",
    good="Hi Mira, you asked in Ghent for the tram counts: shall I send the table on Monday?",
    languages=("en", "de", "fr", "es", "pt", "ja"),
)
def vague(text: Text, context: Context) -> Iterator[Hit]:
    """A closing without a next step ("let's connect").

    Why: there is nothing to answer.
    Source: house rule.
    """
    for hit in said(text, "closing.vague", "no concrete next step"):
        # As the answer to an invitation "happy to connect" is the news itself.
        if context.kind == "invitation_reply" and "happy to connect" in text.lowered[hit.start : hit.end]:
            continue
        milder = not text.text.rstrip().endswith("?") and evidence(text, context)
        yield Hit(hit.start, hit.end, hit.message, severity="hint" if milder else None)


@rule(
    "closing.double",
    severity="hint",
    advice="Keep one closing.",
    bad="Could we talk on Friday?\n\nBest regards,\n\nSincerely,\nMira Holt",
    good="Could we talk on Friday?\n\nBest regards,\nMira Holt",
)
def double(text: Text, context: Context) -> Iterator[Hit]:
    """Two closings, one below the other.

    Why: a signature block was added to a letter that had one.
    Source: house rule.
    """
    found = list(_VALEDICTION.finditer(text.text))
    for match in found[1:]:
        yield Hit(match.start(), match.end(), f"a second closing: “{match.group().strip()}”")


@rule(
    "closing.signed_twice",
    severity="warning",
    advice="Sign once.",
    bad="Could we talk on Friday?\n\nMira Holt\n\nMira Holt",
    good="Could we talk on Friday?\n\nMira Holt",
)
def signed_twice(text: Text, context: Context) -> Iterator[Hit]:
    """The same signature twice.

    Why: it shows that two programs signed.
    Source: house rule.
    """
    lines = [line for line in text.paragraphs[-1].text.splitlines() if line.strip()] if text.paragraphs else []
    before = text.paragraphs[-2].text.splitlines() if len(text.paragraphs) > 1 else []
    seen: set[str] = set()
    for line in [*before, *lines]:
        name = line.strip().rstrip(",.").casefold()
        if name in seen and 1 <= len(name.split()) <= 4 and line.strip()[0].isupper():
            start = text.text.rindex(line)
            yield Hit(start, start + len(line), f"signed twice: “{line.strip()}”")
        seen.add(name)


RULES: tuple[Rule, ...] = (stock, vague, double, signed_twice)
