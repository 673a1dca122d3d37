"""Where a sentence says "you" or "your" and yet tells nothing of its reader: requests, offers and promises."""

from __future__ import annotations

import re

# "If you can", "would you", "your consideration": the reader is asked or wooed there, nothing is told of them.
_WOOED_BEFORE = re.compile(
    r"\b(?:if|whether|can|could|would|will|should|may|might|do|have|are|help|let|give|send|show|offer|tell|ask|thank"
    r"|provide|share|teach|make|enable|allow|save|for|to|with|of)\s(?:be\s)?$"
)
_WOOED_AFTER = re.compile(
    r"you(?:['’](?:d|ll)|\s(?:can|could|would|will|may|might|should|shall|need|want|wish|like|have (?:any|a)|please"
    r"|consider|must|are (?:interested|looking|open|available|free|able|willing)))\b"
)
# "Make your life easier", "boost your rankings": a promise, whoever reads it.
_BETTERED = re.compile(
    r"\b(?:mak(?:e|es|ing)|improv(?:e|es|ing)|boost(?:s|ing)?|increas(?:e|es|ing)|grow(?:s|ing)?|sav(?:e|es|ing)"
    r"|simplif(?:y|ies|ying)|streamlin(?:e|es|ing)|reduc(?:e|es|ing)|cut(?:s|ting)?|eliminat(?:e|es|ing)"
    r"|transform(?:s|ing)?|optimi[sz](?:e|es|ing)|maximi[sz](?:e|es|ing)|tak(?:e|es|ing)|scal(?:e|es|ing)"
    r"|help(?:s|ing)?|match(?:es|ing)?(?: with)?|fit(?:s|ting)?(?: with)?|meet(?:s|ing)?|suit(?:s|ing)?)\s$"
)


def merely_addressed(sentence: str, at: int) -> bool:
    """Whether "you" at a place is only asked or offered something."""
    return bool(_WOOED_AFTER.match(sentence, at) or _WOOED_BEFORE.search(sentence[max(0, at - 20) : at]))


def promised(sentence: str, at: int) -> bool:
    """Whether "your …" at a place is only to be bettered by what the writer offers."""
    return bool(_BETTERED.search(sentence[max(0, at - 20) : at]))


# "You will see how …", "if you have read about my work": the reader is to look, nothing is told of them.
_TO_LOOK = re.compile(r"\b(?:you|you'll|you'd|if|will|can|could|would|might|should|to)\s(?:have\s|also\s)?$")


def to_look(sentence: str, start: int, end: int) -> bool:
    """Whether "saw", "read" or "heard" at a place is what the reader is to do, or is of the writer's own things."""
    said = sentence[start:end]
    if said.endswith((" my", " our")):
        return True
    return not said.startswith(("i ", "we ")) and bool(_TO_LOOK.search(sentence[max(0, start - 20) : start]))


# "All the best to you and your family": a wish has a "you" and tells nothing.
_WISH = re.compile(
    r"^\W*(?:(?:and|so|once again|again),?\s)?(?:i\s|we\s)?(?:do\s)?(?:(?:my\s|our\s)?"
    r"(?:best|warm(?:est)?|kind(?:est)?|good)\s(?:wishes|regards|luck)|wish(?:ing)?\syou|hop(?:e|ing)\s(?:you|your|this|that|all|everything)"
    r"|happy\s(?:new|holidays|easter)|merry|have\sa\s)",
    re.IGNORECASE,
)
_LOVE = re.compile(r"\b(?:would|['’]d) (?:really |just |also |so )?(?:love|like) to\b")
# "Would you be open to a brief conversation": whoever reads it may be asked that.
_INVITES = re.compile(
    r"\b(?:would|could|can|will|may|might) you (?:be|have|like|find|spare|consider|make|give)\b[^?\n]{0,160}?"
    r"\b(?:call|chat|meeting|meet|zoom|coffee|conversation|talk|discussion|speak|connect|minutes"
    r"|quarter of an hour|time)\b"
)


def merely_wished(sentence: str) -> bool:
    """Whether a sentence only wishes the reader well, or says what the writer would love to do."""
    return bool(_WISH.match(sentence) or _LOVE.search(sentence))


def merely_invited(sentence: str, at: int) -> bool:
    """Whether the question at a place is no more than a request for some of the reader's time."""
    return bool(_INVITES.match(sentence, at))
