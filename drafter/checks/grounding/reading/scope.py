"""The evidence as one claim may use it: about its subject, in its language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.reading.anchors import HEADS
from drafter.checks.grounding.reading.claims import READER
from drafter.checks.grounding.reading.naming import GENERIC, plain_words
from drafter.language import places, wordnet
from drafter.language.meaning import CJK, concepts, fold
from drafter.language.names import similarity
from drafter.language.translation import TONGUES, has_translation

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks._text import Text
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.item import Item
    from drafter.checks.grounding.reading.sources import Evidence, Window

_ALIKE = 0.6
_NEAR = 60
_NEARLY = 80
_COGNATE = 8
_ENDING = 2
_JOINT = re.compile(r"[-\s]+")
_LATIN = frozenset(("en", "de", "fr", "es", "it", "pt"))
# Languages whose words the tables hold.
_COVERED = TONGUES | {"en"}
_INSTITUTION = re.compile(
    r"universi\w*|college|hochschule|institut\w*|academy|akademie|school|escuela|école", re.IGNORECASE
)
_PERSON_NAME = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z]\.)?(?: (?:van|von|de|der|da|del|la))*(?: [^\W\d_a-z][\w'’-]+)"


@dataclass(eq=False)
class Scope:
    """The evidence as one claim may use it: about its subject, in its language."""

    evidence: Evidence
    subject: str
    contact: str
    language: str
    allowed: str
    named: frozenset[str] = frozenset()
    anyone: bool = False
    _strangers: dict[str, bool] = field(default_factory=dict)

    def is_about(self, window: Window, item: Item | None = None) -> bool:
        """Whether a window may speak of the claim's subject: it is nobody else's."""
        if window.owner and not self.anyone and self.is_other(window.owner):
            return window.owner in self.named
        return not (item and window.tight and self.other_holder(window, item))

    def is_other(self, name: str) -> bool:
        """Whether a name is neither the subject's nor the organisation's."""
        other = self._strangers.get(name)
        if other is None:
            other = similarity(name, self.subject) < _ALIKE and fold(name) not in self.allowed.split("\n")
            self._strangers[name] = other
        return other

    def other_holder(self, window: Window, item: Item) -> str | None:
        """Another person whose name stands right beside the role in a sentence, or the subject's absence from it."""
        if not self.subject_named():
            return None
        words = [re.escape(word) for word in WORD.findall(item.text)[:2]]
        head = re.match(rf"(?P<name>{_PERSON_NAME}),", window.text)
        if (
            head
            and fold(head["name"].split()[0]) not in plain_words()
            and similarity(head["name"], self.subject) < _ALIKE
            and _person(head["name"])
        ):
            return head["name"]
        near = re.search(
            rf"(?P<before>{_PERSON_NAME})(?:,| is| as| –| —| -|:)? (?:the |our |its |an?"
            rf" )?[\w-]*\s?{words[0]}|{words[-1]}[\w ]{{0,30}}?,? (?P<after>{_PERSON_NAME})",
            window.text,
        )
        name = (near["before"] or near["after"]) if near else None
        if name and fold(name.split()[0]) in plain_words():
            return None
        if (
            not near
            or not name
            or similarity(name, self.subject) >= _ALIKE
            or fold(self.subject.split()[-1]) in fold(window.text)
        ):
            return None
        return name if near["before"] and _person(name) else None

    def subject_named(self) -> bool:
        """Whether the sources call the subject by any part of the name that is known."""
        words = [fold(word) for word in WORD.findall(self.subject)]
        return not words or any(len(word) > 2 and word in self.evidence.noted for word in words)

    def windows_with(self, item: Item) -> list[Window]:
        """Windows that meet every part of an item, tight ones first."""
        counts: Counter[int] = Counter()
        for part in item.parts:
            counts.update({at for term in part for at in self.evidence.postings.get(term, ())})
        found = [self.evidence.windows[at] for at, count in counts.items() if count == len(item.parts)]
        return sorted(found, key=lambda window: (not window.tight, len(window.text)))

    def together(self, item: Item, *, share: float = 1.0) -> bool:
        """Whether one window meets (nearly) all parts."""
        counts: Counter[int] = Counter()
        for part in item.parts:
            counts.update({at for term in part for at in self.evidence.postings.get(term, ())})
        return not item.parts or max(counts.values(), default=0) >= share * len(item.parts)

    def unknown_name(self, item: Item) -> str | None:
        """The name, or the part of it, that no source has."""
        if fold(item.text) in self.allowed or fold(item.text) in self.evidence.folded:
            return None
        if all(fold(word) in self.allowed for word in WORD.findall(item.text)):
            return None
        if self._another_institution(item):
            return item.text
        if self.language == "en" and not self.evidence.languages.isdisjoint(TONGUES) and self._mere_words(item):
            return None
        if (self.together(item) and self._close(item)) or self._placed(item):
            return None
        if self._nearly_written(item) or self._written_otherwise(item) or self._by_sound(item):
            return None
        if (
            "".join(char for char in item.text if char.isupper()).lower() in self.evidence.initials
            and item.text.isupper()
        ):
            return None
        return item.text

    def _nearly_written(self, item: Item) -> bool:
        """Whether the sources have the name with other joints or another ending ("Antarctic"), or it is a mere word."""
        name = fold(item.text)
        if name in GENERIC or _JOINT.sub(" ", name) in _JOINT.sub(" ", self.evidence.folded):
            return True
        begun = name[: max(_COGNATE, len(name) - _ENDING)]
        return len(name) >= _COGNATE and any(
            word.startswith(begun) and len(word) - len(begun) <= _ENDING for word in self._long_words
        )

    @cached_property
    def _long_words(self) -> frozenset[str]:
        return frozenset(word for word in WORD.findall(self.evidence.folded) if len(word) >= _COGNATE)

    def _close(self, item: Item) -> bool:
        """Whether the words of a longer name stand near each other somewhere, as those of one name do."""
        words = [fold(word) for word in WORD.findall(item.text) if len(word) > 2 and fold(word) not in plain_words()]
        if len(words) != 2 or item.text.isupper() or any(concepts(word) for word in words):
            return True
        folded = self.evidence.folded
        return not all(word in folded for word in words) or any(
            words[1] in folded[max(0, at.start() - _NEAR) : at.end() + _NEAR]
            for at in re.finditer(re.escape(words[0]), folded)
        )

    def _mere_words(self, item: Item) -> bool:
        """Whether a name in English may be the translation of one in another language ("Salt Museum")."""
        words = [word for word in WORD.findall(item.text) if len(word) > 2]
        return bool(words) and all(
            wordnet.senses(word.lower()) or word.lower() in ("for", "and", "the") for word in words
        )

    def _by_sound(self, item: Item) -> bool:
        """Whether a source in Japanese has the name by its sound: half of its words, for the rest may be translated."""
        if "ja" not in self.evidence.languages:
            return False
        from drafter.language.kanji import reads_as
        from drafter.language.katakana import sounds_like

        text = self.evidence.folded
        own = [word for word in WORD.findall(item.text) if fold(word) not in plain_words()]
        heard = sum(sounds_like(word, text) or reads_as(word, text) for word in own)
        return 0 < 2 * heard >= len(own)

    def _placed(self, item: Item) -> bool:
        """Whether a place stands in the sources under another name, or a country by a town or by their language."""
        name = re.sub(r"^(?:the|la|le|el|die|der) ", "", item.text, flags=re.IGNORECASE)
        if not places.town(name).isdisjoint(self.evidence.towns):
            return True
        if self.language not in self.evidence.languages and len(name) >= _COGNATE and self._cognate(fold(name)):
            return True
        regions = places.regions(name)
        return bool(regions) and not regions.isdisjoint(self.evidence.countries)

    def _cognate(self, name: str) -> bool:
        """Whether a source in another language has nearly the same long name: "Skandinavien" for "Scandinavian"."""
        from rapidfuzz.fuzz import ratio

        return any(ratio(name, word) >= _NEARLY for word in self._long_words)

    def _another_institution(self, item: Item) -> bool:
        """Whether “Universidad de Chile” is said where a source has a university and, elsewhere, Chile."""
        head = _INSTITUTION.search(item.text)
        words = [word for word in WORD.findall(item.text) if len(word) > 2 and not _INSTITUTION.search(word)]
        own = [word for word in words if fold(word) not in plain_words() and word[0].isupper()]
        if not head or not own or self.language not in self.evidence.languages:
            return False
        holders = [window for window in self.windows_with(item) if window.tight]
        return bool(holders) and not any(_beside_head(own, window.text) for window in holders)

    def _written_otherwise(self, item: Item) -> bool:
        """An acronym in another language's order ("CMH" for "MHC"), or a German noun that is part of a compound."""
        if item.text.isupper() and 2 < len(item.text) < 7:
            letters = sorted(item.text.lower())
            return any(sorted(short) == letters for short in self.evidence.acronyms)
        root = item.parts[0][0] if len(item.parts) == 1 and item.parts[0] else ""
        return "de" in self.evidence.languages and len(root) >= 4 and root in self.evidence.folded

    def met(self, item: Item) -> bool:
        """Whether each part of a plain word stands somewhere in the evidence about the subject."""
        return all(self._met_part(part) for part in item.parts)

    def _met_part(self, part: tuple[str, ...]) -> bool:
        if self.evidence.knows(part):
            return True
        root = part[0]
        if "de" in self.evidence.languages and self._compounded(root):
            return True
        if "de" in self.evidence.languages and len(root) >= 4 and root in self.evidence.folded:
            return True
        return len(root) >= 5 and root[:-1] in self.evidence.folded

    def _compounded(self, root: str) -> bool:
        """Whether both ends of a long German word stand in the sources ("Besucherzahl": "Zahl der Besucher")."""
        if len(root) < 7:
            return False
        folded = self.evidence.folded
        if root[: max(5, len(root) - 3)] in folded:
            return True
        return any(root[:cut] in folded and root[cut:] in folded for cut in range(4, len(root) - 3))

    @property
    def readable(self) -> bool:
        """Whether the sources' verbs are known well enough that a missing one means something."""
        return self.language in self.evidence.languages or self.evidence.languages <= _LATIN

    def checkable(self, item: Item) -> bool:
        """Whether the sources' language lets the absence of this word mean something."""
        if self.language in self.evidence.languages:
            return True
        if self.evidence.languages.isdisjoint(_COVERED):
            return False
        known = [concept for concept in concepts(item.text) if concept[0] != "="]
        return bool(known) or has_translation(item.text)


def scope_for(claim: Claim, text: Text, context: Context, evidence: Evidence) -> Scope:
    """The scope of one claim: its subject is a person of the sources named at its head, else the contact."""
    profile = context.profile
    contact = context.contact or (profile.contact.name if profile else "")
    words = WORD.findall(claim.sentence.text)
    subject = contact
    reader = any(fold(word) in ("you", "your", "you're") for word in words)
    for owner in sorted(evidence.owners):
        if not reader and words and fold(owner.split()[0]) == fold(words[0]):
            subject = owner
    names = [
        contact,
        profile.contact.name if profile else "",
        context.organization.name if context.organization else "",
    ]
    if context.sender:
        sender = context.sender
        names += [sender.name, sender.organization or "", sender.location or "", *sender.facts]
    allowed = fold("\n".join(names))
    said = {fold(word) for word in words} - {fold(word) for word in WORD.findall(contact)}
    named = frozenset(
        owner
        for owner in evidence.owners
        if any(len(word) > 2 and fold(word) in said for word in WORD.findall(owner))
        or (CJK.match(owner) and owner != contact and owner.split()[0] in claim.sentence.text)
    )
    anyone = not said & READER and {fold(word) for word in words}.isdisjoint(map(fold, WORD.findall(contact)))
    # Japanese has no "you": what a letter tells, it tells of its reader.
    anyone = anyone and not CJK.search(claim.sentence.text)
    return Scope(evidence, subject, contact, text.language, allowed, named, anyone)


def _beside_head(words: list[str], text: str) -> bool:
    """Whether one of the words stands right beside the head of an institution."""
    folded = fold(text)
    near = (folded[max(0, match.start() - 40) : match.end() + 40] for match in _INSTITUTION.finditer(folded))
    return any(any(fold(word)[:5] in stretch for word in words) for stretch in near)


def _person(name: str) -> bool:
    from drafter.language.names import looks_like_person

    return looks_like_person(name) and not any(fold(word) in HEADS for word in name.split())
