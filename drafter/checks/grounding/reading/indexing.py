"""Builds the searchable evidence of a profile, once, from its notes and facts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.reading.anchors import HEADS
from drafter.checks.grounding.reading.cutting import ENTRY, entries, sentences_of
from drafter.checks.grounding.reading.ownership import is_wording, relatives, subjects
from drafter.checks.grounding.reading.ranks import is_rank
from drafter.checks.grounding.reading.sections import headed
from drafter.checks.grounding.reading.sources import Evidence, Window, window_of
from drafter.checks.grounding.reading.tense import is_former
from drafter.language.meaning import CJK, fold
from drafter.language.translation import english

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.models import Fact, Note, Profile

_KEYED = re.compile(r"^\s*(?:- )?[\w .]{2,30}:\s")
_LANGUAGE_WORDS = {
    "en": frozenset(("the", "and", "of", "is", "with", "for", "she", "he", "was", "in", "to")),
    "de": frozenset(("der", "die", "das", "und", "ist", "mit", "für", "wir", "wurde", "ein", "eine", "im", "den")),
    "fr": frozenset(("le", "la", "les", "des", "et", "est", "une", "pour", "dans", "du", "qui", "sur")),
    "es": frozenset(("el", "la", "los", "las", "y", "es", "una", "para", "por", "del", "con", "que", "en")),
}
_CACHE: OrderedDict[tuple[object, ...], Evidence] = OrderedDict()
_KEPT = 16
# The profile asked for last, whose digest need not be taken again: profiles do not change.
_LAST: list[tuple[Profile, Evidence]] = []


def evidence_for(context: Context) -> Evidence:
    """The evidence of a context, built once for what a profile says, whichever object says it."""
    profile = context.profile
    assert profile is not None
    if _LAST and _LAST[0][0] is profile:
        return _LAST[0][1]
    key = _digest(profile)
    kept = _CACHE.get(key)
    if kept is None:
        kept = _CACHE[key] = _build(profile)
        while len(_CACHE) > _KEPT:
            _CACHE.popitem(last=False)
    else:
        _CACHE.move_to_end(key)
    _LAST[:] = [(profile, kept)]
    return kept


def _digest(profile: Profile) -> tuple[object, ...]:
    """Two profiles with the same digest say the same."""
    return (
        tuple((note.id, note.language, len(note.text), hash(note.text), hash(note.blocks)) for note in profile.notes),
        hash(profile.facts),
        profile.contact.name,
        profile.contact.role,
        profile.contact.location,
        hash(profile.organization),
    )


def _build(profile: Profile) -> Evidence:
    whole = Evidence()
    languages = {note.id: (note.language or _guess(note.text))[:2] for note in profile.notes}
    whole.languages.update(languages.values())
    for note in profile.notes:
        for window in _of_note(note, languages[note.id], profile):
            whole.add(window)
        whole.texts.append(note.text)
    for fact in profile.facts:
        window = _of_fact(fact, whole, languages, profile.contact.name)
        whole.add(window)
        if window.owner:
            _hand_on(window, whole)
    own = _own(profile)
    whole.add(window_of(" · ".join(own), tight=False))
    whole.noted = fold("\n".join(note.text for note in profile.notes))
    whole.folded = fold("\n".join([*(note.text for note in profile.notes), *own]))
    # Who is there in another script, or under another name: nobody can tell whom a sentence is about.
    own_words = {fold(word) for word in WORD.findall(profile.contact.name)}
    nameless = not _named(profile.contact.name, whole.noted)
    for window in (window for window in whole.windows if window.owner):
        if nameless or is_wording(window.owner or ""):
            window.owner = None
        elif _is_own(window.owner or "", own_words, profile.contact.name):
            window.owner = profile.contact.name
    whole.owners = {window.owner for window in whole.windows if window.owner}
    return whole


def _is_own(owner: str, own_words: set[str], name: str) -> bool:
    """Whether an owner is the contact with more around the name: a second surname, "社長" before the first."""
    if CJK.search(name):
        return len(name) > 2 and "".join(name.split()) in "".join(owner.split())
    return len(own_words) > 1 and own_words <= {fold(word) for word in WORD.findall(owner)}


def _own(profile: Profile) -> list[str]:
    """What a profile says of the contact and their organisation beside its facts."""
    own = [profile.contact.name, profile.contact.role or "", profile.contact.location or ""]
    if profile.organization:
        organization = profile.organization
        own += [organization.name, organization.description or "", organization.location or "", organization.size or ""]
    return own


def _guess(text: str) -> str:
    words = {word.lower() for word in WORD.findall(text[:4000])}
    if CJK.search(text[:2000]):
        return "ja"
    counts = {code: len(words & some) for code, some in _LANGUAGE_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else "en"


def _named(contact: str, noted: str) -> bool:
    """Whether any word of the contact's name stands in the notes."""
    return fold(contact) in noted or any(
        len(word) > 2 and word in noted for word in (fold(one) for one in WORD.findall(contact))
    )


def _hand_on(fact: Window, whole: Evidence) -> None:
    """Whom a fact is about, the sentences it was taken from are about too."""
    note, start, end = fact.place
    for window in whole.windows:
        if window.owner is None and window.fact is None and window.place[0] == note:
            inside = start <= window.place[1] and window.place[2] <= end + 2
            around = window.place[1] <= start and end <= window.place[2]
            if inside or (around and window.tight):
                window.owner = fact.owner


def _headed(heading: str | None) -> str | None:
    """The person that a heading names: "Joachim Endres, board (members)"."""
    name = re.split(r"[,(|–—:/]| - ", heading or "")[0].strip()
    return name if name and " " in name and _names_person(name) else None


def _names_person(name: str) -> bool:
    """Whether a line is somebody's name and no rank, such as "Systemische Beraterin"."""
    from drafter.language.names import looks_like_person

    if not looks_like_person(name):
        return False
    words = WORD.findall(name)
    return not any(is_rank(word) or HEADS & set(english(word)) for word in words)


def _of_fact(fact: Fact, whole: Evidence, languages: dict[str, str], contact: str) -> Window:
    told = (fact.statement, fact.quote, fact.heading, fact.date)
    text = " · ".join(dict.fromkeys(part for part in told if part))
    for _, cut, end, _ in [*relatives(text, contact)]:
        text = text.replace(text[cut:end], " " * (end - cut))
    around = (
        window.owner
        for window in whole.windows
        if window.tight and window.place[0] == fact.note and window.place[1] <= fact.start < window.place[2]
    )
    owner = (
        fact.subject if fact.subject and _names_person(fact.subject) else next(around, None) or _headed(fact.heading)
    )
    former = fact.outdated or is_former(fact.quote)
    language = languages.get(fact.note, "en")
    return window_of(
        text, language=language, owner=owner, fact=fact.id, former=former, place=(fact.note, fact.start, fact.end)
    )


def _of_note(note: Note, language: str, profile: Profile) -> Iterator[Window]:
    """Sentences first; entries and neighbours put theirs together, so that no text is read twice."""
    owned = [(start, end, _owner(note.text[start:end])) for start, end in sorted(entries(note))]
    several = len({owner for _, _, owner in owned if owner}) > 1
    starts = [start for start, _, _ in owned]
    inside: dict[int, list[Window]] = defaultdict(list)
    previous: tuple[Window, int] | None = None
    sentences = sentences_of(note, language)
    employer = profile.organization.name if profile.organization else ""
    told = subjects(note.text, sentences, profile.contact.name, employer=employer, language=language)
    under = headed(sentences, profile.contact.name)
    for span, subject, section in zip(sentences, told, under, strict=True):
        at = bisect_left(starts, span.start + 1) - 1
        at = at if at >= 0 and span.start < owned[at][1] else -1
        owner = owned[at][2] if at >= 0 and several else None
        former = is_former(span.text)
        place = (note.id, span.start, span.end)
        text = span.text
        for begin, cut, end, other in relatives(span.text, profile.contact.name) if ", " in text else ():
            # "… succeeds Sir Ian Holt, who has chaired it since 2004": the rest of the sentence does not say that.
            whose = text[begin:end]
            yield window_of(whose, language=language, owner=other, former=is_former(whose), place=place)
            text = text.replace(span.text[cut:end], "")
        window = window_of(text, language=language, owner=owner or subject or section, former=former, place=place)
        yield window
        inside[at].append(window)
        if previous and previous[1] == at and not _KEYED.match(span.text) and not ENTRY.match(span.text):
            yield from _joined([previous[0], window], note)
        previous = (window, at)
    for at, windows in inside.items():
        if at >= 0 and len(windows) > 2:
            yield from _joined(windows, note)


def _joined(windows: list[Window], note: Note) -> Iterator[Window]:
    """Neighbouring sentences as one loose window, unless they are about different people."""
    owners = {window.owner for window in windows}
    if len(owners - {None}) > 1:
        return
    start, end = windows[0].place[1], windows[-1].place[2]
    terms = frozenset().union(*(window.terms for window in windows))
    figures = tuple(
        replace(number, start=number.start + shift, end=number.end + shift)
        for window in windows
        for shift in (window.place[1] - start,)
        for number in window.numbers
    )
    days = tuple(
        replace(date, start=date.start + shift, end=date.end + shift)
        for window in windows
        for shift in (window.place[1] - start,)
        for date in window.dates
    )
    owner = max((one for one in owners if one), default=None)
    english = tuple(dict.fromkeys(word for window in windows for word in window.english))
    place = (note.id, start, end)
    window = Window(note.text[start:end], terms, figures, days, tight=False, owner=owner, place=place)
    window.english, window.language = english, windows[0].language
    yield window


def _owner(text: str) -> str | None:
    """The person an entry is about: a name alone on its line or after "name:", and no second one."""
    found: list[str] = []
    for line in text.splitlines()[:12]:
        bare = re.sub(
            r"^\s*(?:[-*•#]+\s*)?\"?(?:(?:name|title|full.?name|nom|nombre)\"?\s*:\s*\"?)?",
            "",
            line,
            flags=re.IGNORECASE,
        )
        name = re.split(r"[,(|–—:]| - ", bare)[0].strip().strip("\"'*")
        if name and len(name.split()) <= 4 and _names_person(name):
            found.append(name)
    return found[0] if found and len(set(found)) == 1 else None
