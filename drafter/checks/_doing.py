"""Who did it: the doer of a verb in a claim against the doer of the same verb, with the same object, in the sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.checks._naming import plain_words
from drafter.checks._text import WORD
from drafter.language import wordnet
from drafter.language.meaning import CJK, concepts, fold

if TYPE_CHECKING:
    from drafter.checks._claims import Claim
    from drafter.checks._item import Item
    from drafter.checks._matching import Match
    from drafter.checks._sources import Window

_RELATIONS = frozenset(
    (
        "=found =lead =write =win =nominate =acquire =sell =merge =close =fire =translate =edit =invest =teach =build "
        "=launch =organize =advise =raise =start"
    ).split()
)
# Without this verb in the sources, nothing else says the same.
_PLAIN = frozenset(("=sell", "=acquire", "=translate", "=win", "=found", "=invest", "=teach", "=fire"))
_CONVERSE = {"=acquire": "=sell", "=sell": "=acquire"}
_PARTY = re.compile(
    r"(?P<self>\b(?:I|[Ww]e|[Yy]ou|[Ii]ch|[Ww]ir|Sie|[Jj]e|[Nn]ous|[Vv]ous|[Yy]o|nosotros|[Uu]sted)\b|\b[Jj]['’])"
    r"|(?P<one>\b(?:she|he|sie|er|elle|il|ella|él)\b)"
    r"|(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})"
)
_AGENT = re.compile(
    r"^\s+(?:\w+\s){0,3}?(?:by|von|durch|par|por)\s(?:the\s|der\s|la\s)?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})"
)
_BESIDE = re.compile(
    r"\b(?:with|by|under|from|of|to|for|in|at|on|into|than|near|like|mit|von|bei|unter|für|an|aus|zu|in|im|avec|par|sous|chez|"
    r"de|du|à|dans|con|por|en|a|del)\s(?:the\s|a\s|an\s|der\s|dem\s|la\s|le\s|el\s)?$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|instead of|rather than|without|no longer|nicht|nie|kein\w*|statt|jamais|sans|nunca|sin|no)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:to|an|à|a)\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})")
_FROM = re.compile(r"\b(?:from|von|de)\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})")
_ENTITY = "@self"
_TO_READER = re.compile(
    r"\b(?:you|your|ihr\w*|dein\w*|vous|votre|vos|usted|sus?)\b|\bSie\b|^(?:congratulations|well done|glückwunsch|bravo|felicit|enhorabuena)",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:I|we|my|our|us|ich|wir|mein\w*|unser\w*|je|nous|mon|ma|notre|nos|yo|mi|nosotros|nuestr\w+|he|she|his|her|il|elle|er|ella|él)\b|\b[Jj]['’]"
)
_TOLD = 2.2
_CLOSE = 0.8
_AHEAD = 60
_REACH = 90
_LONG = 700


@dataclass(frozen=True, slots=True)
class Cast:
    """How the contact and their organisation are called."""

    contact: frozenset[str]
    organization: frozenset[str]

    def of(self, name: str) -> str:
        """The same for every way to write one party."""
        words = {fold(word.removesuffix("'s").removesuffix("’s")) for word in WORD.findall(name)}
        if words & self.contact and len(words) <= len(self.contact) + 1:
            return _ENTITY
        if words & self.organization and words <= self.organization | {"the"}:
            return _ENTITY
        return " ".join(sorted(words))


def faults(claim: Claim, match: Match, cast: Cast) -> Iterator[tuple[int, int, str]]:
    """A deed that the sources tell of somebody else, or only of something else."""
    if claim.soft:
        return
    text, base = claim.sentence.text, claim.sentence.start
    for verb in WORD.finditer(text):
        relation = next((one for one in concepts(verb.group()) if one in _RELATIONS), None)
        said = _doer(text, verb, cast, None) if relation else None
        if not relation or said is None or _noun(verb.group()) or verb.group()[0].isupper() or _NEGATED.search(text[: verb.start()]) or _foreign_word(verb.group()):
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


def stranger(claim: Claim, match: Match, cast: Cast) -> str | None:
    """The one person of whom alone the sources tell what the claim says of the reader."""
    if claim.soft or not _TO_READER.search(claim.sentence.text):
        return None
    windows = match.scope.evidence.windows
    scored = [(match.score(bits), at) for at, bits in match.bits.items() if windows[at].tight and bits.bit_count() > 1]
    best = max((score for score, _ in scored), default=0.0)
    if best < _TOLD:
        return None
    tellers = {_only_person(windows[at], cast) for score, at in scored if score >= best * _CLOSE}
    if len(tellers) != 1:
        return None
    who = tellers.pop()
    return None if who is None or any(word in fold(claim.sentence.text) for word in fold(who).split()) else who


def _only_person(window: Window, cast: Cast) -> str | None:
    """Whose deed a sentence is, when it names one person as its doer and neither the contact nor the writer."""
    from drafter.language.names import looks_like_person

    text = window.text.split(" · ")[0] if window.fact else window.text
    if _OURS.search(text):
        return None
    found = [party for party in _PARTY.finditer(text) if party["name"]]
    if any(not cast.contact.isdisjoint({fold(word) for word in WORD.findall(party["name"])}) for party in found):
        return None
    people = [
        party["name"]
        for party in found
        if " " in party["name"] and looks_like_person(party["name"]) and not _BESIDE.search(text[: party.start()])
    ]
    return people[0] if len(set(people)) == 1 and text.find(people[0]) < _AHEAD else None


def _foreign_word(word: str) -> bool:
    """Words that are nouns as often as verbs."""
    return fold(word) in {"book", "books", "lead", "start", "company", "article", "papers", "paper", "author", "team", "seed", "round"}


def _object(item: Item, start: int, end: int) -> bool:
    """Whether a part stands close behind the verb, or before it in a passive sentence."""
    return item.sort in ("name", "word", "quote") and not item.start <= start < item.end and 0 <= item.start - end < 40


def _told(
    relation: str, objects: list[Item], match: Match, cast: Cast
) -> tuple[set[str | None], bool]:
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
        found |= set(_doers(window, relation, cast))
        converse = _CONVERSE.get(relation)
        if converse and "~" + converse in window.terms:
            found |= set(_other_side(window, converse, cast))
    return found, bool(places)


def _doers(window: Window, relation: str, cast: Cast) -> Iterator[str | None]:
    text = window.text
    for verb in WORD.finditer(text):
        if relation in concepts(verb.group()) and not _NEGATED.search(text[: verb.start()]):
            yield _doer(text, verb, cast, window.owner)


def _other_side(window: Window, relation: str, cast: Cast) -> Iterator[str | None]:
    """To whom something was sold, or from whom it was bought."""
    for verb in WORD.finditer(window.text):
        if relation in concepts(verb.group()):
            way = _TO if relation == "=sell" else _FROM
            other = way.search(window.text, verb.end(), verb.end() + _REACH)
            yield cast.of(other["name"]) if other else None


def _doer(text: str, verb: re.Match[str], cast: Cast, owner: str | None) -> str | None:
    """Who does what the verb says; ``None`` where the sentence does not tell."""
    agent = _AGENT.match(text[verb.end() : verb.end() + _REACH])
    if agent:
        return cast.of(agent["name"])
    before = text[max(0, verb.start() - _REACH) : verb.start()]
    cut = max(before.rfind(". "), before.rfind("; "), before.rfind("\n"))
    clause = before[cut + 1 :]
    last: re.Match[str] | None = None
    names: list[str] = []
    for party in _PARTY.finditer(clause):
        if party["name"] and _no_name(party["name"], party.start(), clause):
            continue
        if party["name"]:
            names.append(party["name"])
        if not party["self"] and _BESIDE.search(clause[: party.start()]) and not re.match(r",? who\b", clause[party.end() :]):
            continue
        last = party
    if last is None:
        return None
    if last["self"]:
        return _ENTITY
    if last["one"]:
        strangers = [name for name in names if cast.of(name) != _ENTITY]
        whole = [name for name in _names_before(text, verb.start()) if cast.of(name) != _ENTITY]
        other = (strangers or whole)[-1:] if not any(cast.of(name) == _ENTITY for name in names) else []
        return cast.of(other[0]) if other else cast.of(owner) if owner else _ENTITY
    return cast.of(last["name"])


def _names_before(text: str, end: int) -> list[str]:
    start = max(0, end - 160)
    return [
        party["name"]
        for party in _PARTY.finditer(text, start, end)
        if party["name"] and " " in party["name"] and not _no_name(party["name"], 1, " ")
    ]


def _no_name(name: str, start: int, clause: str) -> bool:
    """Whether capitals only open the sentence."""
    words = WORD.findall(name)
    return len(words) == 1 and (fold(words[0]) in plain_words() or (start == 0 and bool(concepts(words[0]))))


def _verdict(
    verb: str, relation: str, said: str, told: set[str | None], clear: bool, objects: list[Item], match: Match
) -> str | None:
    if told:
        if said in told or None in told:
            return None
        who = next(iter(sorted(one for one in told if one)))
        return f"the notes say “{verb}” of {'the contact' if who == _ENTITY else who.title()}, not of this doer"
    if clear and relation in _PLAIN and not _heard(relation, objects, match):
        return f"no note says “{verb}” of this"
    return None


def _heard(relation: str, objects: list[Item], match: Match) -> bool:
    """Whether the verb stands, not denied, in a sentence that speaks of the objects."""
    windows = match.scope.evidence.windows
    near = [windows[at] for item in objects for at in match.holders(item) if windows[at].tight]
    return any(
        relation in concepts(verb.group()) and not _NEGATED.search(window.text[: verb.start()])
        for window in near
        if "~" + relation in window.terms
        for verb in WORD.finditer(window.text)
    ) or any("~" + relation in window.terms and CJK.search(window.text) for window in near)


def cast_of(contact: str, organization: str) -> Cast:
    """The cast of a claim."""
    return Cast(
        frozenset(word for one in WORD.findall(contact) if len(word := fold(one)) > 2),
        frozenset(word for one in WORD.findall(organization) if len(word := fold(one)) > 2),
    )
