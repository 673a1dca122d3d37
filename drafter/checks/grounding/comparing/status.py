"""What is said to go on although it ended, or to have ended although it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim

_STILL = re.compile(
    r"\b(?:still|to this day|noch immer|immer noch|weiterhin|toujours|encore aujourd|todavía|aún|sigue[ns]?)\b"
    r"|今も|現在も|まだ",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:used to|formerly|no longer|früher|nicht mehr|autrefois|auparavant|antes(?! de)|ya no)\b|かつて",
    re.IGNORECASE,
)
_CLEAR = 1.0
_NEAR = 0.8


def faults(claim: Claim, match: Match) -> Iterator[tuple[bool, str]]:
    """Whether what ended is told as going on (``True``) or the other way round, and what the notes say."""
    text = claim.sentence.text
    still, ended = _STILL.search(text), _ENDED.search(text)
    if bool(still) == bool(ended) or claim.soft:
        return
    best = max((score for score, _, _ in match.told), default=0.0)
    told = [window for score, _, window in match.told if score >= best * _NEAR]
    if best < _CLEAR:
        return
    if still and all(window.former and not _STILL.search(window.text) for window in told):
        yield True, f"the notes tell it as past, not “{still.group()}”"
    elif ended and not any(window.former for window in told):
        yield False, f"the notes tell it as present, not “{ended.group()}”"
