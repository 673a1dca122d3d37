"""Tone: signs that shout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from drafter.checks._rule import EVERY_PART, Context, Hit, Rule, rule
from drafter.checks._text import Text

_MARKS = re.compile(r"[!！]+")


@rule(
    "tone.exclamation",
    severity="warning",
    slip=True,
    advice="Keep one at most.",
    bad="Great map!! I love it! So clear! Thank you!",
    good="Great map! I use it daily.",
    parts=EVERY_PART,
    thresholds={"tone.exclamations": 3},
)
def exclamation(text: Text, context: Context) -> Iterator[Hit]:
    """Exclamation marks in rows or in numbers.

    Why: it shouts.
    Source: house rule.
    """
    found = list(_MARKS.finditer(text.text))
    limit = int(context.figure("tone.exclamations"))
    doubled = [m for m in found if len(m.group()) > 1]
    if doubled or len(found) > limit:
        first = doubled[0] if doubled else found[limit]
        count = sum(len(m.group()) for m in found)
        milder = "hint" if context.channel == "sms" and count <= limit else None
        yield Hit(first.start(), first.end(), f"{count} exclamation marks", severity=milder)  # type: ignore[arg-type]


_THREE = re.compile(r"[A-Z]{3}")
_SHOUT = re.compile(
    r"\b[A-Z]{3,}(?:['’][A-Z]+)?(?:[ ,]+[A-Z]{2,}(?:['’][A-Z]+)?){2,}\b|\b(?:FREE|URGENT|NOW|IMPORTANT"
    r"|AMAZING|HUGE|WIN|GUARANTEED|ATTENTION|PLEASE|MUST)\b"
)


@rule(
    "tone.capitals",
    severity="warning",
    slip=True,
    advice="Write it in small letters.",
    bad="THIS IS YOUR CHANCE, reply NOW",
    good="NASA and the ESA use the same IEEE format.",
    parts=EVERY_PART,
)
def capitals(text: Text, context: Context) -> Iterator[Hit]:
    """Words in capitals.

    Why: it shouts, and filters take it for spam.
    Source: house rule.
    """
    for match in _SHOUT.finditer(text.text) if _THREE.search(text.text) else ():
        yield Hit(match.start(), match.end(), f"shouting in capitals: {match.group()}")


@rule(
    "tone.emoji",
    severity="hint",
    advice="Leave them for people you know.",
    bad="Great map 🚀🔥🎉",
    good="Great map 🙂",
    parts=EVERY_PART,
    thresholds={"tone.emoji": 2, "tone.emoji.email": 1},
)
def emoji(text: Text, context: Context) -> Iterator[Hit]:
    """More emoji than the channel bears.

    Why: in a first message to a stranger they lower how competent the writer seems.
    Source: Glikson, Cheshin and van Kleef (2018), "The dark side of a smiley".
    """
    if text.text.isascii():
        return
    found = [at for at, char in enumerate(text.text) if char > "\u2600" and unicodedata.category(char) == "So"]
    limit = int(context.figure("tone.emoji"))
    if len(found) > limit:
        yield Hit(found[limit], found[limit] + 1, f"{len(found)} emoji")


RULES: tuple[Rule, ...] = (exclamation, capitals, emoji)
