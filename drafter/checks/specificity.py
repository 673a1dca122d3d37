"""Specificity: would the message be just as true of somebody else?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.checks._particular import anchored, carries, cites_fact, evidence, masked, tells_plainly
from drafter.checks._phrases import phrases
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._text import Text

_WORDS = 5


@rule(
    "specificity.generic",
    severity="warning",
    advice="Name one thing only this person did, said or made, and what it meant to you.",
    bad="Hi Rune, I came across your profile and your work is impressive. Would you be open to a call about "
    "opportunities?",
    good="Hi Rune, your paper on snow drift in alpine valleys saved our hut's roof. Could we talk for 15 minutes?",
    kinds=(
        "introduction",
        "advice_request",
        "introduction_request",
        "follow_up",
        "check_in",
        "reconnect",
        "thank_you",
    ),
    languages=("en", "de", "fr", "es", "it", "pt"),
)
def generic(text: Text, context: Context) -> Iterator[Hit]:
    """The swap test: with the names masked, every sentence would be true of somebody else.

    Why: people answer those who write to them, not to their like.
    Source: house rule: put another name in and see whether anything becomes untrue.
    """
    if text.language != "en":
        yield from _generic_abroad(text, context)
        return
    if len(text.words) < _WORDS or evidence(text, context) or cites_fact(text, context) or _takes_up(text, context):
