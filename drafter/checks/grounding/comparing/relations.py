"""Who did what: verbs such as *founded* or *acquired*, their direction, and a "not" on one side only."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, words_of
from drafter.checks.grounding.reading.sources import terms_in
from drafter.language.meaning import concepts, fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_VERBS = {
    "=found": "founded founder cofounded co-founded cofounder co-founder started",
    "=win": "won winning winner",
    "=raise": "raised raising",
    "=acquire": "acquired bought acquiring",
    "=leave": "left leaving resigned quit",
    "=nominate": "nominated shortlisted",
    "=translate": "translated translator",
    "=merge": "merged",
    "=fire": "fired dismissed",
    "=study": "studied graduated",
    "=write": "wrote authored written published author",
    "=join": "joined joining",
    "=close": "closed shut",
    "=edit": "edited editor",
    "=invest": "invested",
    "=teach": "taught teach teaches",
}
_BY_WORD = {word: relation for relation, words in _VERBS.items() for word in words.split()}
INSTEAD = {
    "=found": ("=join", "=acquire", "=lead", "=invest"),
    "=win": ("=nominate",),
    "=nominate": ("=win",),
    "=acquire": ("=merge", "=invest"),
    "=join": ("=leave",),
    "=leave": ("=join",),
    "=write": ("=translate", "=edit"),
    "=translate": ("=write",),
    "=study": ("=teach",),
    "=close": ("=launch",),
}
_NEGATION = re.compile(
    r"\b(?:not|never|no longer|without|don't|doesn't|didn't|isn't|aren't|kein\w*|nicht|nie|jamais|ne \w+ pas|"
    r"n'\w+ pas|nunca|sin)\b|ません|ない",
    re.IGNORECASE,
)
# A "not" that denies only what follows it: "rebuilt with new lamps without closing" denies no rebuilding.
_LACKING = frozenset(("without", "sin"))
# What somebody might do, misses or enjoys is no deed told.
_COMPLEMENT = re.compile(
    r"\b(?:must|may|might|will|would|should|could|can|miss|missed|enjoy)\s+(?:\w+ly\s+)?(?:have\s+)?(?:be(?:en)?\s+)?$"
)
# What will or need not be is no denial of what is.
_MODAL = re.compile(
    r"\b(?:will|would|should|need|can|could|may|might|wird|werden|würde|kann|muss)\s(?:\w+\s)?$", re.IGNORECASE
)
_PART = re.compile(r"[,;:–—]|\s(?:but|and|aber|und|mais|et|pero|y)\s")
_TURNING = ("=acquire", "=advise", "=hire", "=invest", "=raise")


def relation_of(word: str) -> str | None:
    """The relation a verb stands for: "=found" for "co-founded"."""
    return _BY_WORD.get(fold(word))


def faults(claim: Claim, parts: list[Item], match: Match) -> Iterator[tuple[int, int, str]]:
    """Relations that the sources do not have, have the other way round, or deny."""
    if claim.soft and not claim.spans:
        return
    found = list(_missing(claim, match))
    yield from found
    if not found:
        yield from _reversed(claim, match)
        yield from _denied(claim, parts, match)


def _missing(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    base = claim.sentence.start
    if not match.scope.readable:
        return
    for verb in words_of(claim.sentence.text):
        relation = relation_of(verb.group())
        start, end = base + verb.start(), base + verb.end()
        if not relation or not claim.covers(start, end) or _merely_thought(claim, verb):
            continue
        if relation == "=write" and _WRITTEN.search(claim.sentence.text, verb.end()):
            continue
        if _unheard(relation, start, match):
            yield start, end, f"no note says “{verb.group()}” of this"
            return


def _merely_thought(claim: Claim, verb: re.Match[str]) -> bool:
    """What the reader might do, must have done or misses doing; "started" says too little."""
    if verb.group() == "started" or (claim.lenient and verb.group().endswith("ing")):
        return True
    return bool(_COMPLEMENT.search(claim.sentence.text[max(0, verb.start() - 24) : verb.start()]))


def _unheard(relation: str, start: int, match: Match) -> bool:
    """Whether the sources speak of this without the relation, or with another one in its place."""
    evidence = match.scope.evidence
    windows = [evidence.windows[at] for at, bits in match.bits.items() if bits and _near(bits, match, start)]
    if relation == "=acquire":
        terms = {term for window in windows for term in window.terms}
        if "~=sell" in terms:
            return False
    if any("~" + relation in window.terms and match.scope.is_about(window) for window in windows):
        return False
    if relation == "=leave" and any(window.former for window in windows):
        return False
    if not windows:
        return "~" + relation not in evidence.postings
    instead = any("~" + other in window.terms for window in windows for other in INSTEAD.get(relation, ()))
    return instead or not _has(relation, match)


# What somebody has, they wrote.
_WRITTEN = re.compile(
    r"\b(?:ph\.?d|doctorate|thesis|dissertation|doktorarbeit|promotion|thèse|tesis|tesi|tese|degree|diploma"
    r"|master\w*)\b",
    re.IGNORECASE,
)


def _near(bits: int, match: Match, start: int) -> bool:
    """Whether a window meets a part beside the verb itself that is not just anybody's."""
    return any(
        bits >> place & 1 and match.weights[place] >= 0.4 and not item.start <= start < item.end
        for place, item in enumerate(match.parts)
    )


def _has(relation: str, match: Match) -> bool:
    """Whether the relation stands anywhere in what is said of the subject, without a rival."""
    windows = [match.scope.evidence.windows[at] for at in match.scope.evidence.postings.get("~" + relation, ())]
    return any(match.scope.is_about(window) for window in windows)


def _reversed(claim: Claim, match: Match) -> Iterator[tuple[int, int, str]]:
    """The outside party on the other side of the verb than in every source."""
    text = claim.sentence.text
    for verb in words_of(text):
        relation = next((concept for concept in concepts(verb.group()) if concept in _TURNING), None)
        if not relation or not re.search(r"ed$|bought", verb.group()):
            continue
        for item in (item for item in match.parts if _beside(item, claim.sentence.start + verb.start(), verb.group())):
            said = _doer(text, verb, item.text)
            told = {_told(match.scope.evidence.windows[at].text, relation, item.text) for at in match.holders(item)}
            told.discard(None)
            if said is not None and told and said not in told:
                start = claim.sentence.start + verb.start()
                yield start, start + len(verb.group()), f"the notes say “{verb.group()}” the other way round"
                return


def _beside(item: Item, at: int, verb: str) -> bool:
    """Whether a name stands right beside the verb, so that it is its doer or what it is done to."""
    return item.sort == "name" and (-6 <= item.end - at <= 0 or 0 <= item.start - at - len(verb) <= 12)


def _told(source: str, relation: str, name: str) -> bool | None:
    """Whether a source makes this name the doer of the relation; ``None`` where it does not say."""
    if len(source) > 400 or name not in source:
        return None
    for verb in WORD.finditer(source):
        if relation in concepts(verb.group()) and re.search(r"ed$|bought|té|rido|nommen", verb.group()):
            return _doer(source, verb, name)
    return None


def _doer(text: str, verb: re.Match[str], name: str) -> bool | None:
    """Whether the name is who does it: before an active verb, after a passive one."""
    at = text.find(name)
    if at < 0:
        return None
    passive = bool(re.match(r"\s+(?:\w+ )?(?:by|under|par|por|von|unter|sous)\b", text[verb.end() :]))
    return (at < verb.start()) != passive


def _denies_here(no: re.Match[str], claim: Claim, match: Match) -> bool:
    """Whether the "not" of a claim stands in the part of it that is about the reader and that the sources know."""
    start = claim.sentence.start + no.start()
    cuts = [0, *(cut.end() for cut in _PART.finditer(claim.sentence.text)), len(claim.sentence.text)]
    left = claim.sentence.start + max(cut for cut in cuts if cut <= no.start())
    right = claim.sentence.start + min((cut for cut in cuts if cut > no.start()), default=len(claim.sentence.text))
    known = (item for item in match.parts if left <= item.start < right and match.holders(item))
    return claim.covers(start, start + 1) and sum(1 for _ in known) > 1


def _denies(no: re.Match[str], window: Window, match: Match) -> bool:
    """Whether the "not" of a source stands in the part of the sentence that the claim takes up."""
    cuts = [0, *(cut.end() for cut in _PART.finditer(window.text)), len(window.text)]
    for start, end in itertools.pairwise(cuts):
        if start <= no.start() < end:
            denied = no.start() if no.group().lower() in _LACKING else start
            terms = terms_in(window.text[denied:end])
            return (
                sum(
                    bool(item.parts) and all(any(term in terms for term in part) for part in item.parts)
                    for item in match.parts
                )
                >= 1
            )
    return False


def _denied(claim: Claim, parts: list[Item], match: Match) -> Iterator[tuple[int, int, str]]:
    words = [item for item in parts if item.sort in ("word", "name")]
    if claim.soft or len(words) < 2:
        return
    least = max(2, 0.6 * len(parts))
    near = [(bits.bit_count(), window) for _, bits, window in match.told if bits.bit_count() >= least]
    if not near:
        return
    _, window = max(near, key=lambda one: (one[0], -len(one[1].text)))
    if len(window.text) > 300:
        return
    here, there = _NEGATION.search(claim.sentence.text), _NEGATION.search(window.text)
    if there and not here and not _denies(there, window, match):
        return
    if here and _MODAL.search(claim.sentence.text[: here.start()]):
        return
    if here and not _denies_here(here, claim, match):
        return
    if bool(here) != bool(there) and (here or not claim.lenient):
        told = f"no note says “{here.group()}” of this" if here else "a note says the opposite"
        yield words[0].start, words[-1].end, told + (f": “{there.group()}”" if there else "")
