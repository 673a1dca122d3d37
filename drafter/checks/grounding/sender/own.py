"""What the writer says of themself, held against their own profile, the purpose and earlier messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._language import detect
from drafter.checks._text import WORD, Span, Text, words_of
from drafter.checks.grounding.comparing import figures
from drafter.checks.grounding.comparing.matching import Match
from drafter.checks.grounding.comparing.reckoning import since
from drafter.checks.grounding.comparing.relations import INSTEAD, relation_of
from drafter.checks.grounding.reading.anchors import items
from drafter.checks.grounding.reading.claims import READER, WRITER
from drafter.checks.grounding.reading.scope import Scope
from drafter.checks.grounding.reading.sources import Evidence, Window, said_before, window_of
from drafter.checks.grounding.sender import own_prose
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.models import Sender, Severity

_SELF = frozenset(("=found", "=win", "=raise", "=acquire", "=join", "=invest", "=study", "=teach"))
_MANY = 3
_SHARED = 2
Told = tuple[int, int, str, "Severity"]


def own_evidence(context: Context) -> Evidence:
    """What the sender's file says of them, searchable."""
    return _evidence(_about(context.sender)) if context.sender else _evidence(())


def _about(sender: Sender) -> tuple[str, ...]:
    standing = " · ".join(filter(None, (sender.name, sender.role, sender.organization, sender.location)))
    return (standing, *sender.facts, *sender.goals, *sender.samples)


@lru_cache(maxsize=64)
def _evidence(texts: tuple[str, ...]) -> Evidence:
    found = Evidence()
    language = detect(" ".join(texts))
    found.languages.add(language)
    for text in texts:
        found.add(window_of(text, language=language))
    found.folded = fold("\n".join(texts))
    return found


@lru_cache(maxsize=64)
def _sentences(said: tuple[str, ...]) -> Evidence:
    return _evidence(tuple(span.text for one in said for span in Text("message", one).sentences))


def others(claim: Claim, parts: list[Item], context: Context) -> list[Item]:
    """The parts of a claim that are news: not the writer's own role, not said before, not the purpose's."""
    own, said = own_evidence(context), _sentences(said_before(context))
    if not own.windows and not said.windows:
        return parts
    words = {fold(word) for word in WORD.findall(claim.sentence.text)}
    to_reader = not words.isdisjoint(READER)
    of_mine = not words.isdisjoint(WRITER)
    return [
        item
        for item in parts
        if not any(meets(item, window) for window in said.windows)
        and not _is_own(item, parts, own, to_reader and not (of_mine and item.sort in ("number", "date")))
    ]


def _is_own(item: Item, parts: list[Item], own: Evidence, to_reader: bool) -> bool:
    held = [window for window in own.windows if meets(item, window)]
    if not held:
        return False
    if not to_reader or item.sort in ("name", "quote"):
        return True
    return any(2 * sum(meets(one, window) for one in parts) > len(parts) > 1 for window in held)


def meets(item: Item, window: Window) -> bool:
    """Whether a window has this part."""
    if item.sort in ("number", "date"):
        return figures.in_window(item, window)
    return bool(item.parts) and all(any(term in window.terms for term in part) for part in item.parts)


def faults(claim: Claim, text: Text, context: Context, evidence: Evidence) -> Iterator[Told]:
    """What the writer says of themself that nothing bears out; wishes, plans and feelings state nothing."""
    sender = context.sender
    if sender is None or claim.soft or not claim.writer or not (sender.role or sender.organization or sender.facts):
        return
    own = own_evidence(context)
    turned = replace(claim, spans=claim.writer, writer=())
    parts = items(turned, text, own)
    match = Match(parts, Scope(own, sender.name, sender.name, text.language, _allowed(context)))
    told = (item for item in parts if not _harmless(item, claim.sentence))
    found = [fault for item in told if (fault := _fault(item, match, evidence, context))]
    found = found or list(_deeds(turned, match, evidence))
    near = (_sentences(said_before(context)), evidence)
    yield from found or ((*told, "warning") for told in own_prose.faults(claim, text, own, near))


def _allowed(context: Context) -> str:
    names = [context.contact or "", context.organization.name if context.organization else ""]
    if context.sender:
        names += [context.sender.name, context.sender.organization or "", context.sender.location or ""]
    return fold("\n".join(names))


_LIGHT = re.compile(
    r"\W?(?:(?:short|quick|brief|kurze|brèves?|breves?) )?(?:times?|questions?|fragen?|preguntas?|minut\w+|weeks?|"
    r"wochen|semaines?|semanas?|days?|hours?|ideas?|things?|mal|fois|veces)\b",
    re.IGNORECASE,
)


def _harmless(item: Item, sentence: Span) -> bool:
    """Small counts ("read it twice", "two questions") and the day of a letter."""
    if item.date is not None:
        return item.date.day is not None or item.date.year is None
    if item.number is None:
        return item.sort == "word"
    small = item.number.unit in ("plain", "ordinal") and item.number.value <= _MANY
    return small or bool(_LIGHT.match(sentence.text[item.end - sentence.start :]))


def _fault(item: Item, match: Match, evidence: Evidence, context: Context) -> Told | None:
    own = match.scope.evidence
    if any(meets(item, window) for window in _sentences(said_before(context)).windows):
        return None
    if any(meets(item, window) for window in own.windows):
        return _moved(item, match)
    if item.sort in ("number", "date") and (figures.known(item, own) or since(item, match, context)):
        return None
    if item.sort == "name" and not match.scope.unknown_name(item):
        return None
    if item.sort != "role" and any(meets(item, window) for window in _near(item, evidence)):
        return None
    if item.sort == "role" and context.sender and context.sender.role:
        return item.start, item.end, f"the sender's profile says “{context.sender.role}”, not “{item.text}”", "error"
    instead = _contradicted(item, match)
    if instead:
        return item.start, item.end, f"the sender's profile has {instead}, not “{item.text}”", "error"
    return item.start, item.end, f"the sender's profile has no “{item.text}”", "warning"


def _contradicted(item: Item, match: Match) -> str | None:
    """The figure that the sender's profile has in the same matter."""
    if item.sort not in ("number", "date"):
        return None
    told = [
        (bits.bit_count(), rival)
        for at, bits in match.bits.items()
        if bits.bit_count() >= _SHARED and (rival := figures.rival(item, match.scope.evidence.windows[at]))
    ]
    return max(told)[1] if told else None


def _near(item: Item, evidence: Evidence) -> Iterator[Window]:
    if item.sort in ("number", "date"):
        yield from evidence.figured
        return
    for at in {at for term in item.parts[0] for at in evidence.postings.get(term, ())} if item.parts else ():
        yield evidence.windows[at]


def _moved(item: Item, match: Match) -> Told | None:
    """A figure of the sender's that belongs to something else they did."""
    if item.sort not in ("number", "date") or not any(one.sort in ("name", "role") for one in match.parts):
        return None
    instead = match.rival(item)
    return (item.start, item.end, f"the sender's profile says this of {instead}", "error") if instead else None


def _deeds(claim: Claim, match: Match, evidence: Evidence) -> Iterator[Told]:
    """A relation ("founded", "won") that the sender's profile does not have."""
    own = match.scope.evidence
    base = claim.sentence.start
    for verb in words_of(claim.sentence.text):
        start, end = base + verb.start(), base + verb.end()
        relation = relation_of(verb.group())
        if relation not in _SELF or not claim.covers(start, end) or "~" + relation in own.postings:
            continue
        after = [item for item in match.parts if item.sort in ("name", "role") and item.start >= end]
        if not after or ("~" + relation in evidence.postings and not _instead(relation, after, match)):
            continue
        severity: Severity = "error" if _instead(relation, after, match) else "warning"
        yield start, end, f"the sender's profile does not say “{verb.group()}”", severity
        return


def _instead(relation: str, after: list[Item], match: Match) -> bool:
    windows = [match.scope.evidence.windows[at] for item in after for at in match.holders(item)]
    return any("~" + other in window.terms for window in windows for other in INSTEAD.get(relation, ()))
