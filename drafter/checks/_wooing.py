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
