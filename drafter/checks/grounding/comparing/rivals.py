"""What stands in the evidence in the place of a part of a claim: another court, country or name in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.reading.naming import plain_words
from drafter.language import places
from drafter.language.meaning import CJK, concepts, fold

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Window

_SAME = 6
_SAME_KIND = (
    frozenset(("court", "tribunal", "council", "commission", "parliament", "ministry", "senate")),
    frozenset(
        (
            "university",
            "college",
            "institute",
            "school",
            "academy",
            "universität",
            "université",
            "universidad",
            "eth",
            "mit",
        )
    ),
    frozenset(("prize", "award", "medal", "fellowship", "grant", "preis", "prix", "premio")),
)


def rival_name(item: Item, window: Window, parts: list[Item]) -> str | None:
    """A name of the same kind in the window: another country, court, university, prize or acronym."""
    own = {
        concept[0]
        for part in item.parts
        for term in part
        if term.startswith("~")
        for concept in (term[1:],)
        if concept[0] in "#@"
    }
    said = {term for other in parts for part in other.parts for term in part}
    if own:
        others = [term for term in window.terms if term[:2] in {"~" + mark for mark in own} and term not in said]
        met = any(term in window.terms for part in item.parts for term in part)
        return (
            "another place" if others and not met and window.countries.isdisjoint(places.regions(item.text)) else None
        )
    words = {fold(word) for word in WORD.findall(item.text)}
    for kind in _SAME_KIND:
        told = {fold(word) for word in WORD.findall(window.text)} & kind
        # A bare "University" is the "Université".
        alike = words <= kind and any(one[:_SAME] == other[:_SAME] for one in words for other in told)
        if words & kind and told and not alike:
            return "another one"
    if item.text.isupper() and len(item.text) > 2 and not CJK.search(item.text):
        others = [
            w
            for w in WORD.findall(window.text)
            if w.isupper() and 3 <= len(w) <= 8 and fold(w) not in {fold(o.text) for o in parts} and w.isalpha()
        ]
        if others:
            return others[0]
    return _named_instead(window, parts)


def _named_instead(window: Window, parts: list[Item]) -> str | None:
    """Another name in a short window, such as a line of a list, that shares a role with the claim."""
    text = window.text.split(" · ")[0] if window.fact else window.text
    if len(window.text) > 90 or not any(part.sort == "role" for part in parts):
        return None
    said = {fold(word) for part in parts for word in WORD.findall(part.text)} | plain_words()
    others = [w for w in WORD.findall(text) if w[0].isupper() and fold(w) not in said and not concepts(w)]
    return others[-1] if others else None
