"""Who did it: the doer of a verb in a claim against the doer of the same verb and object in the sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, words_of
from drafter.checks.grounding.comparing.strangers import BESIDE, CONTACT, PARTY, Cast, is_person
from drafter.checks.grounding.reading.naming import plain_words
from drafter.language import wordnet
from drafter.language.meaning import CJK, concept_words, concepts, fold
from drafter.language.translation import english

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_RELATIONS = frozenset(
    (
        "=found =lead =write =win =nominate =acquire =sell =merge =close =fire =translate =edit =invest =teach "
        "=build "
        "=launch =organize =raise"
    ).split()
)
# Without this verb in the sources, nothing else says the same.
_PLAIN = frozenset(("=sell", "=acquire", "=translate", "=win", "=found", "=invest", "=teach", "=fire"))
_CONVERSE = {"=acquire": "=sell", "=sell": "=acquire"}
_AGENT = re.compile(
    r"^\s+(?:\w+\s){0,3}?(?:by|von|durch|par|por)\s(?:the\s|der\s"
    r"|la\s)?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})"
)
_NEGATED = re.compile(
    r"\b(?:not|never|instead of|rather than|without|no longer|nicht|nie|kein\w*|statt|jamais|sans|nunca|sin"
    r"|no)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|an|à|a)\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})")
_FROM = re.compile(r"\b(?:from|von|de)\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})")
_REACH = 90
_LONG = 700


def faults(claim: Claim, match: Match, cast: Cast) -> Iterator[tuple[int, int, str]]:
    """A deed that the sources tell of somebody else, or only of something else."""
    if claim.soft:
        return
    text, base = claim.sentence.text, claim.sentence.start
    for verb in words_of(text):
        relation = next((one for one in concepts(verb.group()) if one in _RELATIONS), None)
        said = _doer(text, verb, cast, None) if relation else None
        if (
            not relation
            or said is None
            or _noun(verb.group())
            or verb.group()[0].isupper()
            or _NEGATED.search(text[: verb.start()])
            or _foreign_word(verb.group())
        ):
            continue
        if any(item.sort in ("role", "name") and item.start <= base + verb.start() < item.end for item in match.parts):
            continue
        objects = [item for item in match.parts if _object(item, base + verb.start(), base + verb.end())]
        if not objects:
            continue
        told, clear = _told(relation, objects, match, cast)
        message = _verdict(verb.group(), relation, said, told, clear, objects, match)
        if message:
            yield base + verb.start(), base + verb.end(), message
            return


def _noun(word: str) -> bool:
    """Whether a word is rather a noun than the verb it could be."""
    return wordnet.kind(word) not in ("verb", None) and not word.endswith("ed")


def _foreign_word(word: str) -> bool:
    """Words that are nouns as often as verbs."""
    return fold(word) in {
        "book",
        "books",
        "lead",
        "start",
        "company",
        "article",
        "papers",
        "paper",
        "author",
        "team",
        "seed",
        "round",
    }


def _object(item: Item, start: int, end: int) -> bool:
    """Whether a part stands close behind the verb, or before it in a passive sentence."""
    return item.sort in ("name", "word", "quote") and not item.start <= start < item.end and 0 <= item.start - end < 40


def _told(relation: str, objects: list[Item], match: Match, cast: Cast) -> tuple[set[str | None], bool]:
    """Who the sources say did this, and whether they speak of the objects at all."""
    found: set[str | None] = set()
    evidence = match.scope.evidence
    places: Counter[int] = Counter()
    for item in objects:
        places.update(match.holders(item))
    most = max(places.values(), default=0)
    for at in (place for place, held in places.items() if held == most):
        window = evidence.windows[at]
        if len(window.text) > _LONG:
            continue
        if "~" + relation in window.terms:
            found.update(_doers(window.text, window.owner, relation, cast))
        converse = _CONVERSE.get(relation)
        if converse and "~" + converse in window.terms:
            found |= set(_other_side(window, converse, cast))
    return found, bool(places)


@lru_cache(maxsize=4096)
def _doers(text: str, owner: str | None, relation: str, cast: Cast) -> tuple[str | None, ...]:
    return tuple(
        _doer(text, verb, cast, owner)
        for verb in WORD.finditer(text)
        if relation in _meant(verb.group()) and not _NEGATED.search(text[: verb.start()])
    )


@lru_cache(maxsize=8192)
def _meant(word: str) -> frozenset[str]:
    """What a word of a source means, in its own language or by its English words."""
    return frozenset(concepts(word)).union(one for meant in english(word) for one in concept_words().get(meant, ()))


def _other_side(window: Window, relation: str, cast: Cast) -> Iterator[str | None]:
    """To whom something was sold, or from whom it was bought."""
    for verb in WORD.finditer(window.text):
        if relation in _meant(verb.group()):
            way = _TO if relation == "=sell" else _FROM
            other = way.search(window.text, verb.end(), verb.end() + _REACH)
            yield cast.of(other["name"]) if other else None


def _doer(text: str, verb: re.Match[str], cast: Cast, owner: str | None) -> str | None:
    """Who does what the verb says; ``None`` where the sentence does not tell."""
    agent = _AGENT.match(text[verb.end() : verb.end() + _REACH])
    if agent:
        return cast.of(agent["name"])
    clause = _clause(text, verb.start())
    names = [party["name"] for party in PARTY.finditer(clause) if party["name"] and not _no_name(party, clause)]
    last = _subject(clause)
    if last is None:
        return None
    if last["self"]:
        return CONTACT
    if not last["one"]:
        return cast.of(last["name"])
    if any(cast.of(name) == CONTACT for name in names):
        return CONTACT
    strangers = [name for name in names or _names_before(text, verb.start()) if cast.of(name) != CONTACT]
    return cast.of(strangers[-1]) if strangers else cast.of(owner) if owner else CONTACT


def _clause(text: str, end: int) -> str:
    before = text[max(0, end - _REACH) : end]
    return before[max(before.rfind(". "), before.rfind("; "), before.rfind("\n")) + 1 :]


def _subject(clause: str) -> re.Match[str] | None:
    """The last party of a clause that is no mere company of another one."""
    last: re.Match[str] | None = None
    for party in PARTY.finditer(clause):
        if party["name"] and _no_name(party, clause):
            continue
        relative = re.match(r",? who\b", clause[party.end() :])
        if party["self"] or relative or not BESIDE.search(clause[: party.start()]):
            last = party
    return last


def _names_before(text: str, end: int) -> list[str]:
    start = max(0, end - 160)
    parties = PARTY.finditer(text, start, end)
    return [party["name"] for party in parties if party["name"] and " " in party["name"]]


def _no_name(party: re.Match[str], clause: str) -> bool:
    """Whether capitals only open the sentence."""
    words = WORD.findall(party["name"])
    opening = party.start() == 0 and bool(concepts(words[0]))
    return len(words) == 1 and (fold(words[0]) in plain_words() or opening)


def _verdict(
    verb: str, relation: str, said: str, told: set[str | None], clear: bool, objects: list[Item], match: Match
) -> str | None:
    if told:
        if None in told or any(_same(said, one) for one in told if one):
            return None
        who = min(one for one in told if one)
        if said == CONTACT and not is_person(who):
            return None
        return f"the notes say “{verb}” of {'the contact' if who == CONTACT else who}, not of this doer"
    if clear and relation in _PLAIN and not _heard(relation, objects, match):
        return f"no note says “{verb}” of this"
    return None


def _same(one: str, other: str) -> bool:
    return one == other or not {fold(word) for word in WORD.findall(one)}.isdisjoint(map(fold, WORD.findall(other)))


def _heard(relation: str, objects: list[Item], match: Match) -> bool:
    """Whether the verb stands, not denied, in a sentence that speaks of the objects."""
    windows = match.scope.evidence.windows
    near = [windows[at] for item in objects for at in match.holders(item) if windows[at].tight]
    return any(
        relation in _meant(verb.group()) and not _NEGATED.search(window.text[: verb.start()])
        for window in near
        if "~" + relation in window.terms
        for verb in WORD.finditer(window.text)
    ) or any("~" + relation in window.terms and CJK.search(window.text) for window in near)
