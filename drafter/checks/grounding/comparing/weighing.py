"""What each word of a claim that has no counterpart in the sources weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from drafter.language import wordnet
from drafter.language.meaning import concept_words, concepts, fold
from drafter.language.translation import english, has_translation
from drafter.language.word_classes import words

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item

Standing = Literal["met", "absent", "elsewhere", "instead", "opposite"]
LOSS: dict[str | None, float] = {"thing": 1.0, "notion": 1.0, None: 0.7, "verb": 0.35, "quality": 0.35, "manner": 0.2}
_SURE = 1.0
# What the hundred most frequent nouns of English say is too little to be missed alone.
_COMMON = 0.7
_MOVED = 0.5
_ABROAD = 0.6
# Deeds that no other word tells.
_DEEDS = frozenset(("=found", "=sell", "=acquire", "=win", "=translate", "=fire", "=merge", "=invest"))
_ARTICLE = re.compile(
    r"\b(?:a|an|the|your|their|its|for|of|with|by|about|into|two|three|several|many)\s$", re.IGNORECASE
)
_ARTICLE_ABROAD = re.compile(
    r"(?:\b(?:les?|la|une?|des|du|de|vos|votre|nos|notre|chaque|ces|cette|au|aux|en|el|los|las|una?|sus?|del|al|cada|con|para|mis?|mon|mes|dos|tres"
    r"|cuatro|deux|trois|quatre)\s"
    r"|\b[ldLD]['’])(?:\w+\s)?$"
)
# "A baker by trade": how somebody is something.
_BY_NATURE = re.compile(r"\b(?:by|at)\s$")
_VERB_NEXT = re.compile(r"\b(?:to|who|they|we|not|can|could|will|would|must|should|may|might)\s$", re.IGNORECASE)
_VERBAL = re.compile(r"(?:[eai]r|ez|ons|ent|ait|aient|ant|é|ée|és|ées|ado|ada|ando|iendo|amos|aron|ió|ó)$")
_NEXT = re.compile(r" ([a-z]+)")
_MADE_NOUN = re.compile(r"\b(?:zum|beim)\s$", re.IGNORECASE)
_COMPOUND = 10
_ROOT = 5


def loss(item: Item, standing: Standing, claim: Claim, match: Match) -> float:
    """How much it says that a word has no counterpart: a telling noun is enough, verbs and adjectives may vary."""
    kind = _kind(item, claim, match)
    abroad = match.scope.language not in match.scope.evidence.languages
    known = fold(item.text) in concept_words() or has_translation(item.text)
    base = min(LOSS[kind], _COMMON) if _among("frequent", item.text) else LOSS[kind]
    base = min(base, LOSS["verb"]) if _among("figurative", item.text) else base
    weight = base * (_ABROAD if abroad and not known else 1.0)
    if claim.lenient:
        granted = claim.marked is None or item.end <= claim.marked
        weight = weight if granted and kind == "thing" else 0
    elif not _DEEDS.isdisjoint(concepts(item.text)):
        weight = max(weight, _SURE)
    if standing == "opposite":
        return max(weight, _SURE)
    return weight * _MOVED if standing == "elsewhere" else weight


def _among(name: str, word: str) -> bool:
    if not words(name).isdisjoint(english(word)):
        return True
    return not words(name).isdisjoint(wordnet.bases(word.lower()) or (word.lower(),))


def _kind(item: Item, claim: Claim, match: Match) -> wordnet.Kind | None:
    sentence, at = claim.sentence.text, item.start - claim.sentence.start
    before = sentence[:at]
    if match.scope.language != "en":
        return _kind_abroad(item, before, match)
    kind = wordnet.kind(item.text)
    if _BY_NATURE.search(before):
        return "manner"
    if kind in ("thing", "notion") and (_VERB_NEXT.search(before) or _is_past(item.text)):
        return "verb"
    if item.text.endswith("ing") and not _ARTICLE.search(before):
        return "verb"
    if kind != "verb" or item.text.endswith(("ing", "ed")) or not _ARTICLE.search(before):
        return kind
    # What could be a verb is a noun here ("for ferries", "the drive"), or says how a noun is ("a secure job").
    after = _NEXT.match(sentence[at + len(item.text) :])
    return "quality" if after and wordnet.kind(after[1]) in ("thing", "notion") else "notion"


def _is_past(word: str) -> bool:
    """Whether a word is a past form ("joked"), though its root counts as a noun."""
    return word.endswith("ed") and word.lower() not in wordnet.bases(word)


def _kind_abroad(item: Item, before: str, match: Match) -> wordnet.Kind | None:
    """In German nouns have a capital; in French and Spanish they follow an article, and verbs show by their ending."""
    language = match.scope.language
    if language == "de" and _MADE_NOUN.search(before):
        return "verb"
    if language == "de":
        return "thing" if item.text[:1].isupper() and not _shared_compound(item, match) else "verb"
    if language not in ("fr", "es") or _VERBAL.search(item.text.lower()):
        return "verb"
    return "notion" if _ARTICLE_ABROAD.search(before) else "quality"


def _shared_compound(item: Item, match: Match) -> bool:
    """Whether a German compound begins as one of the sources does."""
    root = fold(item.text)
    return len(root) >= _COMPOUND and " " + root[:_ROOT] in match.scope.evidence.folded.replace("\n", " ")
