"""Deeds, habits and callings that the sender tells of themself and that their profile has nothing of.

Feelings, wishes, questions, and having read the reader's work need no proof: nobody's profile would have them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, Text
from drafter.checks.grounding.comparing import weighing
from drafter.checks.grounding.reading.anchors import items
from drafter.checks.grounding.reading.claims import READER, WRITER
from drafter.checks.grounding.reading.scope import Scope
from drafter.language import wordnet
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Evidence, Window

_CLAUSE = re.compile(
    r"[;:–—]|,\s(?:and|but|so|which|because|und|aber|denn|et|mais|y|pero|e|ma|mas)\s"
    r"|\s(?:but|because|so that|aber|weil|mais|pero)\s"
)
_GERMAN = (
    r"lese|las|gelesen|schreib\w*|frag\w*|hoff\w*|denk\w*|dachte|glaub\w*|weiß|find\w*|fand|freue|danke|möchte|würde"
    r"|könnte|suche"
)
# What one does in reading, thinking and writing a letter, in the forms that follow "I" or "we".
_WORDLESS = re.compile(
    r"\b(?:i|we|ich|wir|je|j['’]|nous|yo|io|eu)(?:['’](?:m|ve|d|ll|re))?\b(?:\s(?:am|was|have|had|has|been|keep|kept|do|did|not|don't"
    r"|didn't|just|only|also|still|really|always|often|never|once|recently|first|already|habe|hatte|bin|war|auch|gerade|ai|avais"
    r"|suis|ho|he|tenho|both|all|much|very|so|too))*\s"
    r"(?:read|re-?read|saw|seen?|watch\w*|hear\w*|listen\w*|follow\w*|found|find|came|come|notic\w*|spot\w*|stumbl\w*|wonder\w*|ask\w*"
    r"|hop\w+|think\w*|thought|believ\w*|feel\w*|felt|know|knew|remember\w*|understand|understood|learn\w*|admir\w*|enjoy\w*|lik\w+"
    r"|lov\w+|appreciat\w*|thank\w*|look\w*|tr[iy]\w*|wish\w*|want\w*|need\w*|plan\w*|intend\w*|mean\w*|meant|send\w*|sent|attach\w*"
    r"|shar\w+|offer\w*|suggest\w*|call\w*|reach\w*|contact\w*|get|got"
    r"|(?:writ\w+|wrote) (?:to|you|because|this|with|from|in)"
    r"|guess\w*|suppos\w*|imagin\w*|agree\w*|disagree\w*"
    r"|forg\w+|miss\w*|care[ds]?|prefer\w*|glad|happy|sorry|curious|grateful|delighted|interested|impressed|struck|moved|reading|going"
    r"|would|could|can|may|might|will|shall|must|should"
    rf"|{_GERMAN}"
    r"|lis|lu|écris|demand\w*|espèr\w*|pens\w*|crois|sais|cherch\w*|aime\w*|voudrais|leo|leí|escrib\w*|pregunt\w*|esper\w*|creo|sé"
    r"|busc\w*|quisiera|letto|scriv\w*|chied\w*|sper\w*|credo|cerc\w*|vorrei|li|escrev\w*|pergunt\w*|acho|gostaria)\b",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:i|we|ich|wir|je|j['’]|nous|yo|io|eu)\b", re.IGNORECASE)
# Where something else stands first, the German verb goes before its subject: "Über eine Antwort freue ich mich".
_INVERTED = re.compile(rf"\b(?:{_GERMAN}) (?=(?:ich|wir)\b)", re.IGNORECASE)
# "My text message has the rest" tells nothing of the writer; a clause with the polite German "you" is to the reader.
_LETTER = re.compile(
    r"\b(?:my|our|mein\w*|unser\w*|mon|notre|mi|nuestro) (?:\w+ )?"
    r"(?:message|e-?mails?|text|note|letter|sms|nachricht|mail|brief|courriel|correo|mensaje)\b",
    re.IGNORECASE,
)
_POLITE = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b")
_ENOUGH = 1.0
_FEWEST_FACTS = 2
_ROOT = 5


def faults(claim: Claim, text: Text, own: Evidence, elsewhere: tuple[Evidence, ...]) -> Iterator[tuple[int, int, str]]:
    """The words of a deed of the sender's that neither their profile nor anything else at hand has."""
    if len(own.windows) <= _FEWEST_FACTS:
        return
    whole = replace(claim, spans=((claim.sentence.start, claim.sentence.end),), writer=(), lenient=False)
    parts = [item for item in items(whole, text, own) if item.sort in ("word", "role")]
    said = _senses(own)
    for start, end in _clauses(claim):
        lost = [
            (weight, item)
            for item in parts
            if start <= item.start < end and not _met(item, own, said, elsewhere)
            if (weight := _weight(item, whole, own, text.language))
        ]
        if sum(weight for weight, _ in lost) >= _ENOUGH:
            worst = max(lost, key=lambda one: one[0])[1]
            yield worst.start, worst.end, f"the sender's profile says nothing of “{worst.text}”"
            return


def _clauses(claim: Claim) -> Iterator[tuple[int, int]]:
    """The clauses in which the writer tells of a deed or calling."""
    text, base = claim.sentence.text, claim.sentence.start
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text)), len(text)]
    for start, end in itertools.pairwise(cuts):
        words = {fold(word) for word in WORD.findall(text[start:end])}
        if not words & WRITER or words & READER or _only_thinks(text[start:end]):
            continue
        if _LETTER.search(text[start:end]) or _POLITE.search(text[start:end]):
            continue
        yield base + start, base + end


def _only_thinks(clause: str) -> bool:
    """Whether the first thing that the writer does in a clause is thinking, reading or writing."""
    who, thinks = _I.search(clause), _WORDLESS.search(clause)
    turned = _INVERTED.search(clause)
    if who is None:
        return False
    return bool(thinks and who.start() == thinks.start()) or bool(turned and who.start() == turned.end())


def _senses(own: Evidence) -> frozenset[int]:
    """The senses that the sender's own words bear out."""
    kept: frozenset[int] | None = own.__dict__.get("_senses")
    if kept is None:
        words = {word.lower() for window in own.windows for word in WORD.findall(window.text) if len(word) > 2}
        kept = own.__dict__["_senses"] = frozenset().union(*map(wordnet.wider, words))
    return kept


def _met(item: Item, own: Evidence, said: frozenset[int], elsewhere: tuple[Evidence, ...]) -> bool:
    if any(_has(item, window) for source in (own, *elsewhere) for window in source.windows):
        return True
    if not wordnet.senses(item.text.lower()).isdisjoint(said):
        return True
    word = fold(item.text)
    root = word[: max(_ROOT, len(word) * 2 // 3)]
    return len(word) >= _ROOT and root in own.folded


def _has(item: Item, window: Window) -> bool:
    return bool(item.parts) and all(any(term in window.terms for term in part) for part in item.parts)


def _weight(item: Item, claim: Claim, own: Evidence, language: str) -> float:
    from drafter.checks.grounding.comparing.matching import Match

    if item.sort == "role":
        return _ENOUGH
    return weighing.loss(item, "absent", claim, Match([item], Scope(own, "", "", language, "")))
