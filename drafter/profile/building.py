"""Notes in, profile out, without a model: units, whose they are, candidates, ranking, merging, fields, warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from drafter.language.names import may_be_person
from drafter.language.sensitive import sensitivity_of
from drafter.models import Fact, Note, Profile, Rejected, Sender
from drafter.profile.candidates import Candidate
from drafter.profile.conflicts import warnings_of
from drafter.profile.fields import contact_of, current_role, organization_of
from drafter.profile.freshness import date_of, is_over
from drafter.profile.gaps import missing_from
from drafter.profile.holding import Holding
from drafter.profile.holdings import holdings_of
from drafter.profile.merging import merged
from drafter.profile.prose import prose_facts
from drafter.profile.ranking import ranked
from drafter.profile.scope import Scope, scope_of
from drafter.profile.shared_ground import grounds_of, shared_in
from drafter.profile.structured import data_facts, entry_facts, is_author_list
from drafter.profile.whose import whose

MOST_FACTS = 80
MOST_OF_OTHERS = 24
ENOUGH_OWN = 5
_LATELY = 5


@dataclass(frozen=True)
class Subject:
    """Who the profile is about and for whom it is made."""

    contact: str
    organization: str | None
    role: str | None
    sender: Sender | None
    today: datetime.date


@dataclass(frozen=True)
class Reading:
    """The notes as seen from one contact."""

    subject: Subject
    notes: tuple[Note, ...]

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """One view of each note."""
        return tuple(scope_of(note, self.subject.contact, self.subject.organization) for note in self.notes)

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """All roles the notes state."""
        newest = sorted(self.scopes, key=lambda scope: self._is_recent(scope.note), reverse=True)
        return tuple(holding for scope in newest for holding in holdings_of(scope))

    def _is_recent(self, note: Note) -> str:
        """The day of a note of the last years, so that of posts stated alike the newer one is held now."""
        year = (note.published or "")[:4]
        return (note.published or "") if year.isdigit() and int(year) >= self.subject.today.year - _LATELY else ""

    @cached_property
    def is_organization(self) -> bool:
        """Whether the contact is an organisation."""
        if not self.scopes:
            return not may_be_person(self.subject.contact)
        return any(scope.is_organization for scope in self.scopes)

    def candidates(self) -> Iterator[Candidate]:
        """The facts in the making, note by note in reading order."""
        for scope in self.scopes:
            own = [holding for holding in self.holdings if holding.unit.note == scope.note.id]
            owners = whose(scope)
            found = list(entry_facts(scope, own))
            told = {(candidate.start, candidate.end) for candidate in found}
            further = (*data_facts(scope, owners), *prose_facts(scope, owners))
            found += [candidate for candidate in further if (candidate.start, candidate.end) not in told]
            found.sort(key=lambda candidate: candidate.start)
            yield from (self.completed(candidate, number, scope) for number, candidate in enumerate(found))

    def completed(self, candidate: Candidate, number: int, scope: Scope) -> Candidate:
        """The candidate with its date, its age, and what it shares with the sender."""
        text = scope.note.text[candidate.start : candidate.end]
        date = (
            candidate.date
            or date_of(text)
            or _dateline(scope.note, candidate)
            or (date_of(candidate.unit.heading) if candidate.unit.heading and candidate.unit.line else None)
        )
        over = candidate.about == "person" and is_over(text, candidate.kind, date, self.subject.today)
        shared = None
        if self.grounds and candidate.subject is None:
            shared = shared_in(candidate.statement, self.grounds)
        return replace(candidate, date=date, outdated=over, shared=shared, position=number)

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        """The names that contact and sender may share."""
        return grounds_of(self.subject.sender, self.subject.contact)

    @property
    def texts(self) -> dict[str, str]:
        """Note id → text."""
        return {note.id: note.text for note in self.notes}


def _dateline(note: Note, candidate: Candidate) -> str | None:
    """The day of a feed's entry or a news item, where the sentence has no date of its own."""
    if not note.published or not (note.kind == "feed" or candidate.kind == "news"):
        return None
    return date_of(note.published)


def profile_of(reading: Reading, further: Iterable[Candidate] = (), rejected: Sequence[Rejected] = ()) -> Profile:
    """The profile of a reading; ``further`` are verified candidates from a model."""
    subject = reading.subject
    candidates = [*further, *reading.candidates()]
    now = current_role(reading.holdings)
    order = ranked(candidates, subject.today, now.held.role if now else None)
    texts = reading.texts
    distinct = merged(order[: MOST_FACTS * 4], texts, subject.contact)
    chosen = _chosen(distinct)
    facts = tuple(_fact(candidate, number, texts) for number, candidate in enumerate(chosen, start=1))
    contact = contact_of(subject.contact, reading.scopes, reading.holdings, role=subject.role)
    organization = organization_of(subject.organization, subject.contact, reading.scopes, reading.holdings)
    warnings = warnings_of(subject.contact, subject.organization, subject.role, reading.scopes, reading.holdings)
    left_out = len(distinct) - len(chosen) + max(0, len(order) - MOST_FACTS * 4)
    if left_out:
        warnings = chain(warnings, [f"{left_out} further facts were left out; the {MOST_FACTS} most telling are kept"])
    missing = missing_from(contact, organization, facts, is_organization=reading.is_organization, today=subject.today)
    return Profile(
        contact=contact,
        organization=organization,
        notes=reading.notes,
        facts=facts,
        rejected=tuple(rejected),
        warnings=tuple(dict.fromkeys(warnings)),
        missing=tuple(missing),
    )


def _chosen(distinct: Sequence[Candidate]) -> list[Candidate]:
    """The facts worth keeping: the contact's own before all, and of the organisation and other people the best."""
    own = sum(candidate.about == "person" and not candidate.subject for candidate in distinct)
    spare = {"organization": MOST_OF_OTHERS, "others": MOST_OF_OTHERS // 2}
    if own < ENOUGH_OWN:
        spare = dict.fromkeys(spare, MOST_FACTS)
    kept = []
    for candidate in distinct:
        whose_it_is = "others" if candidate.subject else "organization" if candidate.about == "organization" else None
        if whose_it_is:
            spare[whose_it_is] -= 1
            if spare[whose_it_is] < 0:
                continue
        kept.append(candidate)
    return kept[:MOST_FACTS]


def _fact(candidate: Candidate, number: int, texts: dict[str, str]) -> Fact:
    quote = texts[candidate.unit.note][candidate.start : candidate.end]
    return Fact(
        id=f"f{number}",
        about=candidate.about,
        kind=candidate.kind,
        statement=candidate.statement,
        quote=quote,
        note=candidate.unit.note,
        start=candidate.start,
        end=candidate.end,
        date=candidate.date,
        subject=candidate.subject,
        heading=candidate.unit.heading,
        also=candidate.also,
        sensitive=None if is_author_list(quote) else sensitivity_of(quote),
        shared=candidate.shared,
        outdated=candidate.outdated,
    )
