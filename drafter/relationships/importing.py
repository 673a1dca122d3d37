"""Bringing people in: who is new, who is known, who has a new employer, who asked to be left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from drafter.storage import Person
from drafter.storage.keys import key

Action = Literal["new", "same", "update", "barred", "double", "nameless"]
_TAKEN_OVER = ("organization", "role", "email", "phone", "reason", "notes", "cadence_days", "met_on")


@dataclass(frozen=True, slots=True)
class Step:
    """What an import does, or would do, with one row. ``changes`` maps a field to its new value."""

    row: int
    action: Action
    person: Person
    known: Person | None = None
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """The step in plain words."""
        name = self.person.name or f"row {self.row}"
        if self.action == "update":
            changed = ", ".join(
                f"{what.replace('_', ' ')} {_told(getattr(self.known, what))} → {_told(value)}"
                for what, value in self.changes.items()
            )
            return f"{name}: {changed}"
        return f"{name}: {_WORDS[self.action]}"


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "–")


_WORDS = {
    "new": "added",
    "same": "known already, nothing new",
    "barred": "left out, for you asked to forget this person",
    "double": "twice in this file, taken once",
    "nameless": "left out, for the row has no name",
}


def digests(person: Person) -> tuple[str, ...]:
    """What a forgotten person is recognised by, without keeping who it was."""
    marks = [f"name:{key(person.name)}\x1f{key(person.organization or '')}"]
    if person.email:
        marks.append(f"email:{person.email.lower()}")
    marks += [f"link:{_plain_link(link)}" for link in person.links]
    return tuple(hashlib.sha256(mark.encode()).hexdigest() for mark in marks)


def plan_import(rows: Iterable[Person], known: Sequence[Person], barred: frozenset[str]) -> tuple[Step, ...]:
    """What to do with each row, in order; nothing is changed yet."""
    index = Index(known)
    fresh = Index(())
    steps = []
    for number, person in enumerate(rows, 1):
        steps.append(_step(number, person, index, fresh, barred))
        if steps[-1].action in ("new", "update", "same"):
            fresh.add(person)
    return tuple(steps)


def same_person(person: Person, known: Index) -> Person | None:
    """Who of ``known`` this is, if that is plain; a name alone does not do where the employers differ."""
    found = known.match(person)
    if found is None or _known_by_mark(person, found):
        return found
    employers = (key(person.organization or ""), key(found.organization or ""))
    return found if employers[0] == employers[1] or not all(employers) else None


def _known_by_mark(one: Person, other: Person) -> bool:
    links = {_plain_link(link) for link in one.links}.intersection(_plain_link(link) for link in other.links)
    return bool(links) or bool(one.email and other.email and one.email.lower() == other.email.lower())


def _step(number: int, person: Person, index: Index, fresh: Index, barred: frozenset[str]) -> Step:
    if not key(person.name):
        return Step(number, "nameless", person)
    if barred.intersection(digests(person)):
        return Step(number, "barred", person)
    if fresh.match(person):
        return Step(number, "double", person)
    same = index.match(person)
    if same is None:
        return Step(number, "new", person)
    changes = _changes(same, person)
    return Step(number, "update" if changes else "same", person, same, changes)


def _changes(old: Person, new: Person) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in _TAKEN_OVER:
        value = getattr(new, name)
        if value not in (None, "") and not _alike(value, getattr(old, name)):
            # What the user noted by hand is theirs: an import only fills such gaps.
            if name in ("reason", "notes", "cadence_days") and getattr(old, name):
                continue
            changes[name] = value
    if new.category != "other" and old.category == "other":
        changes["category"] = new.category
    seen = {_plain_link(link) for link in old.links}
    fresh = tuple(link for link in new.links if _plain_link(link) not in seen)
    if fresh:
        changes["links"] = (*old.links, *fresh)
    return changes


def _alike(one: object, other: object) -> bool:
    """The same but for capitals and spaces, as the same address is written in two address books."""
    return str(one).casefold().split() == str(other).casefold().split() if other is not None else False


class Index:
    """People by what identifies them: link, address, name."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Index these people."""
        self._links: dict[str, Person] = {}
        self._emails: dict[str, Person] = {}
        self._names: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Let this person be found."""
        for link in person.links:
            self._links[_plain_link(link)] = person
        if person.email:
            self._emails[person.email.lower()] = person
        self._names.setdefault(key(person.name), []).append(person)

    def match(self, person: Person) -> Person | None:
        """The same person, if there is one: by link, by address, else by name unless something contradicts."""
        for link in person.links:
            found = self._links.get(_plain_link(link))
            if found:
                return found
        if person.email and person.email.lower() in self._emails:
            return self._emails[person.email.lower()]
        named = [other for other in self._names.get(key(person.name), ()) if not _contradicts(person, other)]
        return named[0] if len(named) == 1 else None


def _contradicts(one: Person, other: Person) -> bool:
    """Two people of one name: another profile page, or another address and another employer at once."""
    if one.links and other.links and _profile_pages(one).isdisjoint(_profile_pages(other)):
        return bool(_profile_pages(one) and _profile_pages(other))
    differ = bool(one.email and other.email and one.email.lower() != other.email.lower())
    employers = bool(one.organization and other.organization and key(one.organization) != key(other.organization))
    return differ and employers


def _profile_pages(person: Person) -> set[str]:
    return {_plain_link(link) for link in person.links if "linkedin.com/in/" in link.lower()}


def _plain_link(link: str) -> str:
    return link.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").split("?")[0].rstrip("/")
