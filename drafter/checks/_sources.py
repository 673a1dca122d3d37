"""Everything the sources say, cut into windows that can be searched: sentences, entries, facts.

A claim needs its parts *together*: a year beside its event, a role beside its person. So evidence is looked up in
windows, tight ones first (a sentence, a fact), then loose ones (an entry, two neighbouring sentences).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, Text
from drafter.language import dates, numbers
from drafter.language.meaning import CJK, cjk_concepts, compound_concepts, concepts, fold, stem

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.models import Fact, Note, Profile

_ENTRY = re.compile(r"(?m)^(?P<indent>[ \t]*)(?:[-*•]|\d+[.)])[ \t]+")
_KEYED = re.compile(r"^\s*(?:- )?[\w .]{2,30}:\s")
_PERSON = re.compile(
    r"(?<!\w)[^\W\d_a-zß-ÿ][\w'’-]+(?:\s+(?:[^\W\d_a-z]\.|(?:van|von|de|der|da|del|la|le|bin)(?=\s)|[^\W\d_a-zß-ÿ][\w'’-]+)){1,3}"
)
_CAPITALS = re.compile(r"[^\W\d_]*[A-Z][^\W\d_]*[A-Z][^\W\d_]*")
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|ex-|until|left|retired|resigned|ehemals|ehemalige[rn]?|früher[er]?|zuvor|bis|ancien(?:ne)?|"
    r"jusqu|anteriormente|antigu[oa]|hasta|was|were|war|était|fue)\b|元|前職|退任",
    re.IGNORECASE,
)  # fmt: skip
_LANGUAGE_WORDS = {
    "en": frozenset(("the", "and", "of", "is", "with", "for", "she", "he", "was", "in", "to")),
    "de": frozenset(("der", "die", "das", "und", "ist", "mit", "für", "wir", "wurde", "ein", "eine", "im", "den")),
    "fr": frozenset(("le", "la", "les", "des", "et", "est", "une", "pour", "dans", "du", "qui", "sur")),
    "es": frozenset(("el", "la", "los", "las", "y", "es", "una", "para", "por", "del", "con", "que", "en")),
}


@dataclass(eq=False, slots=True)
class Window:
    """A stretch of evidence: the terms in it, its numbers and dates, and whom it is about (``None``: nobody else)."""

    text: str
    terms: frozenset[str]
    numbers: tuple[numbers.Number, ...]
    dates: tuple[dates.Date, ...]
    tight: bool
    owner: str | None = None
    fact: str | None = None
    former: bool = False
    place: tuple[str, int, int] = ("", 0, 0)


@dataclass(eq=False)
class Evidence:
    """The searchable whole; ``postings`` lead from a term to the windows that hold it."""

    windows: list[Window] = field(default_factory=list)
    postings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    languages: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    folded: str = ""
    owners: set[str] = field(default_factory=set)

    def add(self, window: Window) -> None:
        """Take in one more window."""
        at = len(self.windows)
        self.windows.append(window)
        for term in window.terms:
            self.postings[term].append(at)

    def knows(self, terms: Iterable[str]) -> bool:
        """Whether any of these terms stands anywhere."""
        return any(term in self.postings for term in terms)


def terms_of(word: str) -> tuple[str, ...]:
    """What a word is looked up by: its stem and the concepts it stands for."""
    return (stem(word), *("~" + concept for concept in concepts(word)))


def terms_in(text: str) -> frozenset[str]:
    """All terms of a stretch of text, also those of neighbouring words read as one."""
    found: set[str] = set()
    words = WORD.findall(text)
    folded = [fold(word) for word in words]
    for at, word in enumerate(words):
        found.update(_single(word))
        for length in (2, 3):
            if at + length <= len(words):
                found.update("~" + concept for concept in concepts("_".join(folded[at : at + length])))
    if CJK.search(text):
        found.update("~" + concept for concept in cjk_concepts(text))
    return frozenset(found)


def _single(word: str) -> Iterator[str]:
    yield from terms_of(word)
    yield from ("~" + concept for concept in compound_concepts(word))
    for part in re.split(r"[-'’.]", word) if not word.isalnum() else ():
        if len(part) > 1:
            yield from terms_of(part)
    if _CAPITALS.fullmatch(word):
        yield "^" + "".join(char for char in word if char.isupper()).lower()


def initials_of(words: Sequence[str]) -> str:
    """First letters, small words left out."""
    return "".join(
        fold(word)[0] for word in words if fold(word) not in {"of", "the", "for", "and", "de", "et", "für", "und"}
    )


_CACHE: OrderedDict[tuple[object, ...], tuple[object, Evidence]] = OrderedDict()
_KEPT = 32


def evidence_for(context: Context) -> Evidence:
    """The evidence of a context, built once for a profile."""
    profile = context.profile
    assert profile is not None
    said = said_before(context)
    key = (id(profile), context.contact, said)
    kept = _CACHE.get(key)
    if kept and kept[0] is profile:
        _CACHE.move_to_end(key)
        return kept[1]
    built = _build(profile, context, said)
    _CACHE[key] = (profile, built)
    while len(_CACHE) > _KEPT:
        _CACHE.popitem(last=False)
    return built


def said_before(context: Context) -> tuple[str, ...]:
    """What was written between the two before, and what the message is for."""
    history = (
        " · ".join(filter(None, (one.date.isoformat() if one.date else "", one.subject, one.message)))
        for one in context.history
    )
    return tuple(filter(None, (*history, context.received, context.purpose)))


def _build(profile: Profile, context: Context, said: tuple[str, ...]) -> Evidence:
    whole = Evidence()
    for note in profile.notes:
        for window in _of_note(note):
            whole.add(window)
        whole.languages.add((note.language or _guess(note.text))[:2])
        whole.initials.update(_initials(note.text))
    for fact in profile.facts:
        whole.add(_of_fact(fact))
    for text in said:
        if text:
            whole.add(window_of(text, tight=False))
            whole.languages.add(_guess(text))
    own = [profile.contact.name, profile.contact.role or "", profile.contact.location or ""]
    if profile.organization:
        organization = profile.organization
        own += [organization.name, organization.description or "", organization.location or "", organization.size or ""]
    whole.add(window_of(" · ".join(own), tight=False))
    whole.folded = fold("\n".join([*(note.text for note in profile.notes), *own, *said, context.contact or ""]))
    whole.owners = {window.owner for window in whole.windows if window.owner}
    return whole


def _guess(text: str) -> str:
    words = {word.lower() for word in WORD.findall(text[:4000])}
    if CJK.search(text[:2000]):
        return "ja"
    counts = {code: len(words & some) for code, some in _LANGUAGE_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else "en"


def _initials(text: str) -> Iterator[str]:
    """The initials of every few neighbouring words on a line, for acronyms in the message."""
    for line in text.splitlines():
        words = WORD.findall(line)
        letters = [fold(word)[:1] for word in words]
        capital = [word[0].isupper() for word in words]
        small = [fold(word) in {"of", "the", "for", "and", "de", "für", "und"} for word in words]
        for at in range(len(words)):
            run = ""
            for after in range(at, min(at + 8, len(words))):
                if not small[after]:
                    run += letters[after]
                if len(run) >= 2 and (capital[at] or len(run) >= 3):
                    yield run


def window_of(text: str, *, tight: bool = True, language: str = "en", **more: object) -> Window:
    """A stretch of text made searchable."""
    found = Window(text, terms_in(text), numbers.find(text, language), dates.find(text), tight)
    for name, value in more.items():
        setattr(found, name, value)
    return found


def _of_fact(fact: Fact) -> Window:
    text = " · ".join(filter(None, (fact.statement, fact.quote, fact.heading, fact.date)))
    return window_of(
        text, owner=fact.subject, fact=fact.id, former=fact.outdated, place=(fact.note, fact.start, fact.end)
    )


def _of_note(note: Note) -> Iterator[Window]:
    language = (note.language or _guess(note.text))[:2]
    entries = sorted(_entries(note))
    owned = [(start, end, _owner(note.text[start:end])) for start, end in entries]
    several = len({owner for _, _, owner in owned if owner}) > 1
    starts = [start for start, _, _ in owned]
    previous: tuple[int, int, int] | None = None
    for start, end, owner in owned:
        place = (note.id, start, end)
        yield window_of(
            note.text[start:end], tight=False, language=language, owner=owner if several else None, place=place
        )
    for span in Text("message", note.text, language).sentences:
        at = bisect_left(starts, span.start + 1) - 1
        inside = at if at >= 0 and span.start < owned[at][1] else -1
        owner = owned[inside][2] if inside >= 0 and several else None
        former = bool(_FORMER.search(span.text))
        place = (note.id, span.start, span.end)
        yield window_of(span.text, language=language, owner=owner, former=former, place=place)
        if previous and previous[2] == inside and not _KEYED.match(span.text) and not _ENTRY.match(span.text):
            both = note.text[previous[0] : span.end]
            yield window_of(both, tight=False, language=language, owner=owner, place=(note.id, previous[0], span.end))
        previous = (span.start, span.end, inside)


def _entries(note: Note) -> Iterator[tuple[int, int]]:
    """Cards, rows and items: by the note's own groups, else by list marks and blank lines."""
    groups: dict[int, list[int]] = defaultdict(list)
    for block in note.blocks:
        if block.group is not None:
            groups[block.group] += (block.start, block.end)
    if groups:
        yield from ((min(ends), max(ends)) for ends in groups.values() if max(ends) - min(ends) < 1500)
        return
    marks = [match.start() for match in _ENTRY.finditer(note.text)]
    if len(marks) > 1:
        for start, end in zip(marks, [*marks[1:], len(note.text)], strict=True):
            piece = note.text[start:end]
            stop = re.search(r"\n(?=[^\s\-*•\d])", piece)
            yield start, start + (stop.start() if stop else len(piece))
        return
    for span in Text("message", note.text).paragraphs:
        if span.end - span.start < 800:
            yield span.start, span.end


def _owner(text: str) -> str | None:
    """The person an entry is about: a name alone on its line or after "name:", and no second one."""
    from drafter.language.names import looks_like_person

    found: list[str] = []
    for line in text.splitlines()[:12]:
        bare = re.sub(
            r"^\s*(?:[-*•#]+\s*)?(?:(?:name|title|full.?name|nom|nombre)\s*:\s*)?", "", line, flags=re.IGNORECASE
        )
        name = re.split(r"[,(|–—:]| - ", bare)[0].strip().strip("\"'*")
        if name and looks_like_person(name) and len(name.split()) <= 4:
            found.append(name)
    return found[0] if found and len(set(found)) == 1 else None
