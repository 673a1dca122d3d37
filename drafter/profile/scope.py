"""Who a note speaks of: whose "I" it is, whether it names the contact, and whose each sentence is."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from drafter.language.names import fold, looks_like_person, may_be_person, mentions, parse, similarity, surname_mentions
from drafter.models import Note
from drafter.profile._house_words import LEGAL_FORM, ORG_WORD
from drafter.profile._person_words import OWN_NAME
from drafter.profile.people import SAME, Entry, apart, entries_of
from drafter.profile.quotations import spoken
from drafter.profile.roles import role_at
from drafter.profile.units import Unit, units_of
from drafter.profile.voices import calls_itself, introduces, says_i

# A title of so many words says more than a name and a post.
HEADLINE = 7
SAYS_I_OFTEN = 4
EARLY, MOST_TOLD = 8, 200
_HINTS = 20_000
_IS = re.compile(r"\s+(?:is|ist|est|es|è|é)\s+(?=an?\s|eine?\s|une?\s|una?\s|um\s|uma\s|een\s)")
# A page so called is somebody's own, and the contact's where it names nobody else.
_SELF = re.compile(
    r"about (?:me|myself|the author)|(?:mein )?werdegang|mon parcours|my career|(?:my )?work experience|berufserfahrung|who ?am ?i|curriculum vit(?:ae|æ)|cv|r[eé]sum[eé]|my (?:bio(?:graphy)?|profile)|über mich|lebenslauf|zur person|bio|biograph(?:y|ie)|biograf[iíe]+a?|vita|"
    r"à propos de moi|qui suis-je|sobre m[ií]m?|quién soy|quem sou(?: eu)?|chi sono|su di me|over mij|wie ben ik|om mi[gn]|om meg|o mnie|"
    r"自己紹介|プロフィール|私について|经历|个人简介|כתבו עליי|אודותיי|عني",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\s[a-z]")
_PLAIN = re.compile(r"profil[eo]?|about|home(?:page)?|contact|über|à propos|sobre|perfil|index", re.IGNORECASE)
_HOME_PAGES = ("web_page", "markdown", "text")


@dataclass(frozen=True, eq=False)
class Scope:
    """One note seen from the contact: its units, its people, and who is meant by "I" and by nobody in particular."""

    note: Note
    contact: str
    organization: str | None = None
    units: tuple[Unit, ...] = field(default=())
    spans: tuple[tuple[int, int], ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """People with a card, an entry or a section of their own."""
        return apart(entries_of(self.units), self.contact)

    @cached_property
    def named(self) -> bool:
        """Whether the note, its title or its author is the contact."""
        fields = (self.note.title or "", self.note.author or "")
        if self.spans or any(True for text in fields for _ in mentions(text, self.contact)):
            return True
        return any(entry.is_of(self.contact) for entry in self.entries)

    @cached_property
    def is_organization(self) -> bool:
        """Whether the "contact" is the organisation itself."""
        if self.organization and self.contact.casefold() in self.organization.casefold():
            return True
        return not may_be_person(self.contact) and not self._first_name_only

    @cached_property
    def _first_name_only(self) -> bool:
        """Whether a contact of one word is a person by their first name: who says so, or has a post."""
        if len(self.contact.split()) != 1 and not _HE_OR_SHE.search(self.note.text[:_HINTS]):
            return False
        if ORG_WORD.search(self.contact) or LEGAL_FORM.search(self.contact) or re.search(r"[\d@|/&]", self.contact):
            return False
        if _SELF.fullmatch((self.note.title or "").strip(" ¡!¿?.")) or calls_itself(
            self.note.text[:_HINTS], self.contact
        ):
            return True
        for _, end in self.spans[:20]:
            verb = _IS.match(self.note.text, end)
            held = role_at(self.note.text, verb.end()) if verb else None
            if verb and held and held.start - verb.end() < 5:
                return True
        return False

    @cached_property
    def own_page(self) -> bool:
        """Whether the note is the contact's own: titled with the name, opened by it, or written by them."""
        if self.note.kind == "typed":
            return self.stranger is None
        if self.is_organization or not self.named:
            return self.presumed
        if self.note.kind == "email":
            return self.note.author is not None and similarity(self.note.author, self.contact) >= SAME
        if any(
            True for head in (self.note.title, self.note.author) for _ in mentions((head or "")[:100], self.contact)
        ):
            return True
        if self._among_others:
            return False
        heads = [
            unit.text
            for unit in self.units[:40]
            if unit.kind in ("title", "heading") and (unit.kind == "title" or not unit.above)
        ]
        if any(True for head in heads for _ in mentions(head[:100], self.contact)):
            return True
        if any(OWN_NAME.search(self.note.text[max(0, start - 50) : start]) for start, _ in self.spans[:5]):
            return True
        early = bool(self.spans) and self.spans[0][0] < 200 and self._opens_unit(*self.spans[0])
        others = [entry for entry in self.entries if not entry.is_of(self.contact)]
        return (early and len(others) < 2) or self.presumed

    @cached_property
    def presumed(self) -> bool:
        """Whether a note that names nobody as its subject speaks in the first person, as a home page does."""
        if self.is_organization or self.stranger or self.note.author or self.note.kind not in _HOME_PAGES:
            return False
        if not self.named and not self.entries and self._of_oneself:
            return True
        told = self._told[:MOST_TOLD]
        given = parse(self.contact).given or self.contact
        if self.note.kind != "text" and not self.spans and any(calls_itself(text, given) for text in told[:EARLY]):
            return True
        if self.named and not self._only_cited:
            return False
        said = [says_i(text, self.note.language) for text in told]
        if self.note.kind != "text" and any(introduces(text) for text in told[:EARLY]):
            return True
        if self.entries:
            return False
        return sum(said) >= (1 if self.hinted else SAYS_I_OFTEN)

    @cached_property
    def _of_oneself(self) -> bool:
        """Whether the title presents somebody, or says no more than "Profile" where all else hints at the contact."""
        title = " ".join((self.note.title or "").split()).strip(" ¡!¿?.")
        heads = (unit.value for unit in self.units[:EARLY] if unit.kind == "data" and unit.key == "excerpt")
        if any(_SELF.fullmatch(head) for head in heads):
            return True
        return _SELF.fullmatch(title) is not None or (self.hinted and _PLAIN.fullmatch(title) is not None)

    @cached_property
    def hinted(self) -> bool:
        """Whether the file, the address, the title or a mailbox carries the contact's name ("ada-brink.example")."""
        name = parse(self.contact)
        if not name.given or not name.family:
            return False
        both = rf"{re.escape(fold(name.given))}[\W_]{{0,3}}{re.escape(fold(name.family))}"
        return (
            re.search(both, fold(f"{self.note.origin} {self.note.title or ''} {self.note.text[:20_000]}")) is not None
        )

    @cached_property
    def _told(self) -> tuple[str, ...]:
        """The sentences of the note's prose that nobody is quoted with, up to the first entry of a person."""
        first = min((entry.named_by for entry in self.entries), default=len(self.units))
        return tuple(
            unit.text
            for index, unit in enumerate(self.units[:first])
            if unit.kind in ("paragraph", "item") and index not in self.spoken
        )

    @cached_property
    def _only_cited(self) -> bool:
        """Whether the contact is named in no running prose, but only in lists, as the author of a paper is."""
        return not any(
            unit.start <= start < unit.end
            for start, _ in self.spans[:50]
            for unit in self.units
            if unit.kind not in ("item", "row", "data") and not unit.line
        )

    @cached_property
    def reported(self) -> bool:
        """Whether the note tells of the contact as news do: under a headline, and never in the first person."""
        head = self.note.title or next((unit.text for unit in self.units[:5] if unit.kind == "heading"), "")
        if self.note.kind not in ("web_page", "feed", "markdown", "pdf") or len(head.split()) < HEADLINE:
            return False
        told = (unit for index, unit in enumerate(self.units) if not unit.line and index not in self.spoken)
        return not any(says_i(unit.text, self.note.language) for unit in told)

    @cached_property
    def _among_others(self) -> bool:
        """Whether the contact's entry stands beside others' of the same make, as on the page of a team."""
        mine = next((entry for entry in self.entries if entry.is_of(self.contact)), None)
        if mine is None:
            return False
        own = self.units[mine.named_by]
        others = (self.units[entry.named_by] for entry in self.entries if not entry.is_of(self.contact))
        return any(other.kind == own.kind and len(other.above) == len(own.above) for other in others)

    def _opens_unit(self, start: int, end: int) -> bool:
        """Whether the name at these offsets is a line of its own, or the subject of its sentence."""
        return any(
            (unit.start <= start <= unit.start + 12 and end <= unit.end and "said" not in unit.text[:12])
            or (unit.line and not unit.text.isascii() and unit.start <= start and unit.end - 2 <= end <= unit.end)
            for unit in self.units[:20]
        )

    @cached_property
    def stranger(self) -> str | None:
        """Somebody else whose page this is: named in title, author or first heading, while the contact is nowhere."""
        if self.named or self.note.kind == "feed":
            return None
        heads = [self.note.author or "", *re.split(r"\s[|–—-]\s|: ", self.note.title or "")]
        heads += [unit.text for unit in self.units[:15] if unit.kind in ("title", "heading")]
        known = [head for head in heads if looks_like_person(head) and similarity(head, self.contact) < SAME]
        return known[0].strip() if known and not self.is_organization else None

    @cached_property
    def speaks(self) -> bool:
        """Whether "I" in this note is the contact."""
        if self.is_organization:
            return False
        return self.own_page or (self.note.author is not None and similarity(self.note.author, self.contact) >= SAME)

    @cached_property
    def spoken(self) -> dict[int, str | None]:
        """Unit position → who says what stands in quotation marks there."""
        return spoken(self.units)

    @cached_property
    def owners(self) -> dict[int, Entry]:
        """Unit position → the entry it belongs to; the contact's own page as a whole is no entry."""
        found: dict[int, Entry] = {}
        for entry in self.entries:
            for index in entry.members:
                found[index] = entry
        return found


def scope_of(note: Note, contact: str, organization: str | None) -> Scope:
    """The note seen from the contact."""
    spans = tuple(islice(mentions(note.text, contact), 2000))
    if spans and may_be_person(contact):
        alone = islice(surname_mentions(note.text, contact, spans[0][1]), 2000)
        spans = _apart([*spans, *alone])
    return Scope(note, contact, organization, units_of(note, [start for start, _ in spans]), spans)


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order without those that lie in an earlier one."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)
