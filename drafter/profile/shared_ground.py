"""What contact and sender have in common: a school, an employer, a place, a community, an event. Never guessed."""

# ruff: noqa: SIM905 - word lists and messages read better in one piece

from __future__ import annotations

import re

from drafter.language.names import fold
from drafter.models import Sender

_NAME = re.compile(
    r"(?<![\w])[A-ZÀ-Þ][\w'’&.-]*(?:\s+(?:(?:of|de|der|des|du|für|for|and|the|la)\s+){0,2}[A-ZÀ-Þ0-9][\w'’&.-]*){0,5}"
)
_CJK_NAME = re.compile(r"[\u3400-\u9fff]{2,12}(?:大学|高校|学校|株式会社|協会|財団)")
_COMMON = frozenset(
    "i we my our the a an in at on led lead moved wrote built studied worked since senior junior head director "
    "manager engineer data software "
    "product team university institute college school company europe usa germany english german french spanish "
    "phd msc bsc mba january february "
    "march april may june july august september october november december from with for ceo cto ai ml api it "
    "research design digital "
    "monday i'm ich wir je nous yo und der die das le la les el los founded joined taught speak speaks won "
    "published gave".split()
)


def grounds_of(sender: Sender | None, contact: str) -> tuple[str, ...]:
    """The proper names in what the sender says of themself, longest first."""
    if sender is None:
        return ()
    found = [value for value in (sender.organization, sender.location) if value]
    for fact in (*sender.facts, *sender.goals):
        found += [match.group().strip(" .,'’") for match in _NAME.finditer(fact) if _is_name(match, fact)]
        found += _CJK_NAME.findall(fact)
    mine = {fold(part) for part in (sender.name, contact, *sender.name.split())}
    kept = [name for name in dict.fromkeys(found) if len(name) > 2 and fold(name) not in _COMMON | mine]
    kept = [_without_lead(name) for name in kept]
    return tuple(
        sorted(
            {name for name in kept if len(name) > 2 and fold(name) not in _COMMON}, key=lambda name: (-len(name), name)
        )
    )


# German writes every noun with a capital; a lone one is a name only where a place would stand.
_GERMAN = re.compile(r"\b(?:der|die|das|den|dem|ein|eine|einen|für|mit|im|und|ich|zu)\b", re.IGNORECASE)
_AT = re.compile(r"\b(?:in|aus|bei|nach|von|beim|vom)\s+$")


def _is_name(match: re.Match[str], fact: str) -> bool:
    """Whether words with a capital are a name and not the first word of a line or a German noun."""
    words = [word for word in match.group().split() if not word.isdigit()]
    if len(words) - (fold(words[0]) in _COMMON) > 1:
        return True
    if not match.start() and len(words) == 1:
        return not words[0].isalpha() or words[0].isupper()
    return not _GERMAN.search(fact) or bool(_AT.search(fact[: match.start()]))


def _without_lead(name: str) -> str:
    """The name without the verb that a sentence began with ("Studied Physics" → "Physics")."""
    first, _, rest = name.partition(" ")
    return rest if rest and not rest[0].islower() and fold(first) in _COMMON else name


def shared_in(text: str, grounds: tuple[str, ...]) -> str | None:
    """The first of the sender's names that the text has too, as whole words."""
    folded = fold(text)
    for name in grounds:
        at = folded.find(fold(name))
        if at >= 0 and re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded):
            return name
    return None
