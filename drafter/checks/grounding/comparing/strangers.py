"""Names in the sources: which are the contact's, and of which other person alone something is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.reading.anchors import HEADS
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.ownership import is_wording
from drafter.checks.grounding.reading.wording import COLLEAGUES
from drafter.language.meaning import concepts, fold

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.sources import Window

PARTY = re.compile(
    r"(?P<self>\b(?:I|[Ww]e|[Yy]ou|[Ii]ch|[Ww]ir|Sie|[Jj]e|[Nn]ous|[Vv]ous|[Yy]o|nosotros|[Uu]sted)\b|\b[Jj]['’])"
    r"|(?P<one>\b(?:she|he|sie|er|elle|il|ella|él)\b)"
    r"|(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w'’-]+){0,3})"
)
BESIDE = re.compile(
    r"\b(?:with|by|under|from|of|to|for|in|at|on|into|than|near|like|mit|von|bei|unter|für|an|aus|zu|in|im|avec"
    r"|par|sous|chez|de|du|à|dans|con|com|por|en|em|al|dal|a|del)\s(?:the\s|a\s|an\s|der\s|dem\s|la\s|le\s|el\s)?$",
    re.IGNORECASE,
)
CONTACT = "@self"
_TO_READER = re.compile(
    r"\b(?:you|your|ihr\w*|dein\w*|vous|votre|vos|usted|sus?)\b|\bSie\b|^(?:congratulations|well done|glückwunsch"
    r"|bravo|felicit|enhorabuena)",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:I|we|my|our|us|ich|wir|mein\w*|unser\w*|je|nous|mon|ma|notre|nos|yo|mi|nosotros|nuestr\w+|he|she|his"
    r"|her|il|elle|er|ella|él)\b|\b[Jj]['’]"
)
# "Your chairman says …" is said of that person, and rightly so.
_OF_COLLEAGUE = re.compile(
    rf"(?:it \w+ \w+ \w+ that )?(?:your|ihr\w*|dein\w*|votre|vos|tus?|sus?|il suo) \w*\s?(?:{COLLEAGUES.pattern})",
    re.IGNORECASE,
)
_TOLD = 1.5
_CLOSE = 0.8
_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Cast:
    """How the contact and their organisation are called."""

    contact: frozenset[str]
    organization: frozenset[str]

    def of(self, name: str) -> str:
        """The same for every way to write one party."""
        words = {fold(word.removesuffix("'s").removesuffix("’s")) for word in WORD.findall(name)}
        if words & self.contact and len(words) <= len(self.contact) + 1:
            return CONTACT
        if words & self.organization and words <= self.organization | {"the"}:
            return CONTACT
        return name.removesuffix("'s").removesuffix("’s")


def stranger(claim: Claim, match: Match, cast: Cast) -> str | None:
    """The one person of whom alone the sources tell what the claim says of the reader."""
    if claim.soft or not _TO_READER.search(claim.sentence.text) or is_of_colleague(claim.sentence.text):
        return None
    windows = match.scope.evidence.windows
    if match.told_of_subject():
        return None
    scored = [(match.score(bits), at) for at, bits in match.bits.items() if windows[at].tight and bits.bit_count() > 1]
    best = max((score for score, _ in scored), default=0.0)
    if best < _TOLD:
        return None
    tellers = {_only_person(windows[at], cast) for score, at in scored if score >= best * _CLOSE}
    if len(tellers) != 1:
        return None
    who = tellers.pop()
    return None if who is None or any(word in fold(claim.sentence.text) for word in fold(who).split()) else who


def is_of_colleague(sentence: str) -> bool:
    """Whether a sentence is about somebody of the reader's: "Your chairman says …"."""
    return bool(_OF_COLLEAGUE.match(sentence))


def _only_person(window: Window, cast: Cast) -> str | None:
    """Whose deed a sentence is, when it names one person as its doer and neither the contact nor the writer."""
    text = window.text.split(" · ")[0] if window.fact else window.text
    if _OURS.search(text):
        return None
    found = [party for party in PARTY.finditer(text) if party["name"]]
    known = cast.contact | cast.organization
    if any(not known.isdisjoint({fold(word) for word in WORD.findall(party["name"])}) for party in found):
        return None
    people = [party["name"] for party in found if is_person(party["name"]) and not BESIDE.search(text[: party.start()])]
    return people[0] if len(set(people)) == 1 and text.find(people[0]) < _AHEAD else None


def is_person(name: str) -> bool:
    """Whether a name is clearly somebody's: no everyday words in it."""
    from drafter.language.names import looks_like_person

    words = WORD.findall(name)
    plain = any(concepts(word) or fold(word) in plain_words() or fold(word) in HEADS for word in words)
    return len(words) > 1 and not plain and not is_wording(name) and looks_like_person(name)


def cast_of(contact: str, organization: str) -> Cast:
    """The cast of a claim."""
    return Cast(
        frozenset(word for one in WORD.findall(contact) if len(word := fold(one)) > 2),
        frozenset(word for one in WORD.findall(organization) if len(word := fold(one)) > 2),
    )
