"""A member of a group, or somebody who only worked with its members; work given up, or only cut down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim

_MEMBER = re.compile(
    r"\b(?:member|mitglied|membre|miembro|membro)\s(?:of|der|des|von|vom|du|de la|de l['’]|del|de|da|do"
    r"|dell['’])\s?(?:the |la |el )?$",
    re.IGNORECASE,
)
_WITH = (
    r"\b(?:with|under|from|by|mit|bei|von|avec|auprès de|con)\s(?:(?:the|some|several|other|den|des|les|los|las|i)\s)*"
    r"(?:members?|musicians?|mitgliedern?|membres|miembros|membri)\s(?:of|der|des|von|du|de la|de"
    r"|del)\s(?:the |la |el )?"
)
_ENTIRELY = re.compile(
    r"\b(?P<end>gave up|given up|quit|stopped|retired from|ceased|closed|abandoned)\b[^.;,]{0,40}?"
    r"\b(?:altogether|completely|entirely|for good|fully|totally)\b"
    r"|\b(?:ganz|völlig|endgültig) (?:aufgegeben|aufgehört)|\b(?:complètement|définitivement) (?:arrêté|abandonné)"
    r"|\b(?:completamente|del todo|por completo)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\bsemi-?retire\w*|\bpart-?time\b|\bcut (?:down|back)\b|\breduced\b|\bscaled (?:down|back)\b|\bstepped back\b"
    r"|\bhalbtags\b|\bteilzeit\b"
    r"|\bkürzer\w* treten\b|\bkürzergetreten\b|\bmi-temps\b|\btemps partiel\b|\bmedia jornada\b"
    r"|\btiempo parcial\b|\bsemi-?jubil\w*",
    re.IGNORECASE,
)
_ENTRY = 420


def faults(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """Belonging where the sources only have company, and an end where they have less of it."""
    if not claim.soft:
        yield from _belonging(claim, match)
        yield from _ended(claim, match)


def _belonging(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    text, base = claim.sentence.text, claim.sentence.start
    for item in match.parts:
        said = _MEMBER.search(text[: item.start - base]) if item.sort == "name" else None
        if not said or not claim.covers(base + said.start(), item.end):
            continue
        windows = [match.scope.evidence.windows[at] for at in match.holders(item)]
        told = [one.text for one in windows if one.tight and match.scope.is_about(one) and len(one.text) < 2 * _ENTRY]
        name = re.escape(item.text)
        beside = [one for one in told if re.search(_WITH + name, one, re.IGNORECASE)]
        other = [one for one in told if one not in beside]
        if beside and not any("member" in fold(one) or "mitglied" in fold(one) for one in other):
            yield base + said.start(), item.end, f"the notes only tell of the members of {item.text}"
            return


def _ended(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    said = _ENTIRELY.search(claim.sentence.text)
    if not said:
        return
    best = max((score for score, _, _ in match.told), default=0.0)
    near = [window.text for score, _, window in match.told if score >= best / 2 and len(window.text) < _ENTRY]
    partly = next((found for one in near if (found := _PARTLY.search(one))), None)
    if partly and not any(_ENTIRELY.search(one) for one in near):
        start = claim.sentence.start + said.start()
        yield start, start + len(said.group()), f"the notes say “{partly.group()}”"
