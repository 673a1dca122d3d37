"""Posts that no word list knows, told by where they stand and by what their noun means.

"Ada Brink, Verger of the Minster", "I am a bell hanger at Havn Foundry": after a name, a pronoun or "I am" stands a
noun phrase whose noun is a sort of person (WordNet), and what follows is a house or the end of the clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from drafter.language.names import mentions
from drafter.language.wordnet import is_sort_of
from drafter.profile.careers import is_theirs
from drafter.profile.employment import house_further_on, name_at
from drafter.profile.holding import Holding
from drafter.profile.houses import is_house
from drafter.profile.roles import PAST, Held
from drafter.profile.scope import Scope
from drafter.profile.units import Unit
from drafter.profile.voices import I_AM, PRONOUN_IS, first_name_is

_COPULA = re.compile(
    r"\s*,?\s*(?:who )?(?:is|serves as|works as|has been)\s+(?:currently |now |also )?(?=(?:an?|the|its|our)\s)"
)
_BESIDE = re.compile(r"\s*[,–—|(-]\s+(?=(?:the |an? )?[^\W\d_])")
_OF_A_NAME = re.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?(?=[A-Z])")
_AT = re.compile(r",?\s+(?:at|with)\s+(?:the\s+)?(?=[A-Z])")
_ENDS = re.compile(r"\s*(?:[,.;)]|\Z|\s(?:and|who|based|in|from)\b)")
_NO_NOUN = re.compile(r"\b(?:of|for|to|at|with|in|on|and|who|that|from|by|as|not|very|so|too|\w+ing)\b", re.IGNORECASE)
# What somebody is besides any post: kin, an inhabitant, the lover of a thing, one who won or lost.
_NO_POST = (
    "relative", "spouse", "child", "inhabitant", "friend", "lover", "enthusiast", "winner", "believer", "adult",
    "unfortunate",
    "member", "guest", "patient", "owner", "recipient", "native", "alumnus", "contestant",
)  # fmt: skip
_CALLINGS = ("worker", "professional", "official", "artist", "maker", "caretaker", "teacher", "performer")
_FEW_SPANS, _LONGEST_LINE, _LONGEST_PHRASE = 5, 80, 5
_WORD = r"[^\W\d_][\w'’-]*"
_SIZES = tuple(
    re.compile(rf"(?:(?:an?|the|its|our|their)\s+)?(?P<what>{_WORD}(?:\s{_WORD}){{{further}}})(?=[\s,.;)]|\Z)")
    for further in range(_LONGEST_PHRASE)
)


def unlisted(scope: Scope, index: int, unit: Unit) -> Iterator[Holding]:
    """The post that a unit gives the contact although its words are on no list."""
    if scope.is_organization or not (scope.note.language or "en").startswith("en") or unit.kind in ("data", "title"):
        return
    for start, sure, weight in _places(scope, index, unit):
        held = unlisted_at(unit.text, start, sure=sure)
        if held:
            past = bool(PAST.search(unit.text[max(0, start - 40) : held.start]))
            yield Holding(replace(held, past=past), unit, weight)
            return


def _places(scope: Scope, index: int, unit: Unit) -> Iterator[tuple[int, bool, int]]:
    """Where a post of the contact can begin, whether a verb says so, and how sure that is."""
    text = unit.text
    at = bisect_left(scope.spans, (unit.start, 0))
    for _, end in scope.spans[at : at + _FEW_SPANS]:
        if end > unit.end:
            break
        if lead := _COPULA.match(text, end - unit.start):
            yield lead.end(), True, 5
        elif lead := _BESIDE.match(text, end - unit.start):
            yield lead.end(), False, 4
    if scope.speaks and (own := I_AM.search(text)) and re.match(r"an?\s|the\s", text[own.end() :]):
        yield own.end(), True, 6
    elif is_theirs(scope, index) and (own := PRONOUN_IS.match(text) or first_name_is(scope.contact).match(text)):
        yield own.end(), True, 5
    if unit.line and index and len(text) <= _LONGEST_LINE and _below_name(scope, index):
        yield 0, False, 5


def _below_name(scope: Scope, index: int) -> bool:
    """Whether a line of the contact's stands right below their name."""
    above = scope.units[index - 1]
    named = next(mentions(above.text, scope.contact), None)
    alone = named is not None and above.line and named[1] - named[0] > len(above.text) * 0.6
    return alone and is_theirs(scope, index)


def unlisted_at(text: str, start: int, *, sure: bool) -> Held | None:
    """The post that begins at ``start``; ``sure`` where a verb announces it, so that it needs no house after it."""
    for found in _phrases(text, start):
        begin, end = found.span("what")
        noun = text[begin:end].split()[-1]
        if not _is_calling(noun, _NO_POST):
            continue
        if of := _OF_A_NAME.match(text, end):
            return _of_a_name(text, (begin, end), of.end(), sure=sure)
        if lead := _AT.match(text, end):
            name, _ = name_at(text, lead.end())
            return Held(text[begin:end], begin, end, name or None)
        if _ENDS.match(text, end) and (sure or end == len(text)) and any(is_sort_of(noun, one) for one in _CALLINGS):
            house = house_further_on(text, end)
            return Held(text[begin:end], begin, end, house[0] if house else None)
    return None


def _of_a_name(text: str, span: tuple[int, int], start: int, *, sure: bool) -> Held | None:
    """A post "of" something that has a name: a house of its own, or part of one that is named further on."""
    begin, end = span
    name, stop = name_at(text, start)
    if not name:
        return None
    if house := house_further_on(text, stop):
        return Held(text[begin:stop], begin, stop, house[0])
    alone = stop == len(text) and not sure  # a line that is nothing else names no house besides
    return (
        Held(text[begin:end], begin, end, name) if is_house(name) and not alone else Held(text[begin:stop], begin, stop)
    )


def _phrases(text: str, start: int) -> Iterator[re.Match[str]]:
    """The noun phrases of one to five words that begin at ``start``, shortest first."""
    for pattern in _SIZES:
        found = pattern.match(text, start)
        if found is None or _NO_NOUN.search(found["what"]):
            return
        yield found


def _is_calling(noun: str, but: tuple[str, ...]) -> bool:
    """Whether a noun means somebody, and somebody who does something."""
    return is_sort_of(noun, "person") and not any(is_sort_of(noun, other) for other in but)
