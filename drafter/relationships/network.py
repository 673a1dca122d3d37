"""The network as one object: what the command line and the page call."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafter.errors import InputError
from drafter.relationships.agenda import Task, agenda
from drafter.relationships.briefing import Briefing, brief_on
from drafter.relationships.cadence import Calendar, Due, schedule
from drafter.relationships.categories import CategoryPlan, Fill, categories, fill
from drafter.relationships.followups import FollowUp, crowded, follow_up, not_before
from drafter.relationships.importing import Step, digests, plan_import
from drafter.relationships.invitations import Candidate, notes_left, spend_notes
from drafter.relationships.logbook import SNOOZED_ON, Logbook, Logged
from drafter.relationships.outcomes import Approach, approaches
from drafter.relationships.pruning import Suggestion, prune
from drafter.relationships.sent_rows import Prepared, approved_rows, batch_mark, drafted_facts
from drafter.relationships.standing import cautions
from drafter.settings import Settings
from drafter.storage import Outcome, Person, Promise, Touch

if TYPE_CHECKING:
    from drafter.models import Profile, Sender
    from drafter.storage.ledger import Storage


@dataclass(frozen=True, slots=True)
class BatchLog:
    """What logging a batch did: what was logged, whom nobody knows, and who was logged but is approved no more."""

    logged: tuple[Logged, ...]
    unknown: tuple[Prepared, ...]
    withdrawn: tuple[Person, ...]


class Network(Logbook):
    """People, touches and outcomes of one user. ``today`` is injected; nothing here reads a clock."""

    def __init__(
        self, storage: Storage, settings: Settings, *, today: datetime.date, calendar: Calendar | None = None
    ) -> None:
        """Work on this ledger."""
        super().__init__(storage, settings, today=today)
        self.calendar = calendar or Calendar()
        self.plans: dict[str, CategoryPlan] = categories(settings)

    def add(self, person: Person) -> Person:
        """Add a person, with the reason why.

        Raises:
            InputError: when the reason is missing, the category unknown, or the person known or barred already.
        """
        self.require_category(person.category)
        if not (person.reason or "").strip():
            raise InputError("say why this person: a reason of one sentence (--reason) keeps a network honest")
        step = plan_import([person], self.storage.people.all(archived=None), self.storage.people.barred())[0]
        if step.action == "barred":
            raise InputError("you asked to forget this person; `drafter contacts unbar` lifts that")
        if step.action != "new":
            raise InputError(f"{person.name} is in your contacts already; `drafter contacts log` adds to them")
        return self.storage.people.add(person)

    def require_category(self, name: str) -> None:
        """Raise :class:`InputError` when there is no such category."""
        if name not in self.plans:
            raise InputError(f"{name!r} is no category; use one of {', '.join(self.plans)}")

    def plan_import(self, rows: Iterable[Person]) -> tuple[Step, ...]:
        """What an import would do; changes nothing."""
        return plan_import(rows, self.storage.people.all(archived=None), self.storage.people.barred())

    def carry_out(self, steps: Sequence[Step], *, origin: str) -> None:
        """Do what was planned, all or nothing."""
        people = self.storage.people
        with self.storage.transaction():
            people.add_all([step.person for step in steps if step.action == "new"])
            for step in steps:
                if step.action == "update" and step.known:
                    people.update(step.known.id, origin=origin, **step.changes)

    def prepared(self, *, strangers: bool = False) -> tuple[Prepared, ...]:
        """Approved messages to people in the network that are not logged as sent yet, the latest batch first.

        With ``strangers`` also those to people who are not in it and whom :meth:`log_batch` can take in.
        """
        done = self.storage.people.origin_keys("batch:")
        barred = self.storage.people.barred() if strangers else frozenset()
        found = (one for batch in self.storage.batches.all() for one in approved_rows(self.storage, batch))
        return tuple(
            one
            for one in found
            if one.origin_key not in done and (one.person is not None or (strangers and _welcome(one.stranger, barred)))
        )

    def log_batch(self, name: str | None = None, *, on: datetime.date | None = None, add: bool = False) -> BatchLog:
        """Log the approved rows of a batch as sent, with their kind, channel and words.

        Approving is not sending, so this is said on purpose; saying it twice logs nothing twice. ``add`` takes people
        in who are not known yet, with the purpose of their row as the reason.
        """
        batch = self.storage.batches.named(name)
        before = self.storage.people.origin_keys(batch_mark(batch))
        logged: list[Logged] = []
        unknown: list[Prepared] = []
        with self.storage.transaction():
            approved = tuple(approved_rows(self.storage, batch))
            for one in approved:
                person = one.person or (self._taken_in(one) if add else None)
                if person is None:
                    unknown.append(one)
                    continue
                words: dict[str, Any] = {"channel": one.channel, "subject": one.subject, "text": one.text}
                logged.append(
                    self.log(person, kind=one.kind, on=on, origin="batch", origin_key=one.origin_key, **words)
                )
        gone = set(before) - {one.origin_key for one in approved}
        withdrawn = (self.storage.people.get(before[key]) for key in sorted(gone))
        return BatchLog(tuple(logged), tuple(unknown), tuple(person for person in withdrawn if person))

    def _taken_in(self, one: Prepared) -> Person | None:
        try:
            return self.add(one.stranger)
        except InputError:
            # Without a purpose, forgotten on request, or one of two of the same name: not to be decided here.
            return None

    def promise(self, person: Person, text: str, *, mine: bool = True, due: datetime.date | None = None) -> Promise:
        """Keep a promise in mind."""
        return self.storage.people.promise(Promise(person_id=person.id, text=text, mine=mine, due=due))

    def keep_promise(self, person: Person, text: str) -> Promise:
        """Say that an open promise, found by a part of its words, was kept.

        Raises:
            InputError: when no open promise, or more than one, has these words.
        """
        open_ones = self.storage.people.promises(person.id)
        found = [promise for promise in open_ones if text.casefold().strip() in promise.text.casefold()]
        if len(found) != 1:
            told = "; ".join(promise.text for promise in open_ones) or "none"
            raise InputError(f"{len(found)} open promises say {text!r}; open with {person.name}: {told}")
        self.storage.people.keep_promise(found[0].id, on=self.today)
        return found[0]

    def crowded(self, person: Person) -> str | None:
        """A warning when several people of this person's organisation were written to lately."""
        people = self.storage.people
        employers = {one.id: one.organization for one in people.all(archived=None)}
        return crowded(
            person.organization, [(employers.get(t.person_id), t) for t in people.touches()], today=self.today
        )

    def snooze(self, person: Person, until: datetime.date) -> Person:
        """Put a person off until a day.

        Raises:
            InputError: when the day does not lie ahead.
        """
        if until <= self.today:
            raise InputError(f"snooze until a day that lies ahead, not {until}")
        details = person.details | {SNOOZED_ON: self.today.isoformat()}
        return self.storage.people.update(person.id, snoozed_until=until, details=details)

    def schedule(self) -> tuple[Due, ...]:
        """Everybody with their dates, the most urgent first."""
        people = self.storage.people
        touches = people.touches()
        rest = not_before(touches, people.outcomes())
        return schedule(
            people.all(), touches, plans=self.plans, today=self.today, calendar=self.calendar, not_before=rest
        )

    def agenda(self, *, within_days: int = 7) -> tuple[Task, ...]:
        """What to do in the next days: thanks, promises, follow-ups, and whose turn it is."""
        promises = self.storage.people.promises()
        return agenda(self.schedule(), self.follow_ups(), promises, today=self.today, within_days=within_days)

    def follow_ups(self) -> dict[int, FollowUp]:
        """Where the conversation with each person stands, by person id; a step waits while the person is put off."""
        touches: dict[int, list[Touch]] = {}
        outcomes: dict[int, list[Outcome]] = {}
        for touch in self.storage.people.touches():
            touches.setdefault(touch.person_id, []).append(touch)
        for outcome in self.storage.people.outcomes():
            outcomes.setdefault(outcome.person_id, []).append(outcome)
        return {
            person.id: self._put_off(
                person,
                follow_up(
                    touches.get(person.id, ()), outcomes.get(person.id, ()), today=self.today, calendar=self.calendar
                ),
            )
            for person in self.storage.people.all()
        }

    def _put_off(self, person: Person, step: FollowUp) -> FollowUp:
        if step.on is None or person.snoozed_until is None or person.snoozed_until <= max(step.on, self.today):
            return step
        on = self.calendar.working_day(person.snoozed_until)
        return replace(step, on=on, state="waiting" if step.state == "due" else step.state)

    def briefing(self, person: Person, *, profile: Profile | None = None, sender: Sender | None = None) -> Briefing:
        """What to know before writing to this person again."""
        people = self.storage.people
        return brief_on(
            person,
            touches=people.touches(person.id),
            promises=people.promises(person.id),
            changes=people.history(person.id),
            outcomes=people.outcomes(person.id),
            profile=profile,
            sender=sender,
        )

    def cautions(self, person: Person) -> tuple[str, ...]:
        """Why one might not write to this person at all, or not now; nothing is forbidden by it."""
        people = self.storage.people
        mine = people.touches(person.id)
        step = follow_up(mine, people.outcomes(person.id), today=self.today, calendar=self.calendar)
        waiting = next((one for one in self.prepared() if one.person and one.person.id == person.id), None)
        return cautions(
            person,
            step,
            today=self.today,
            calendar=self.calendar,
            crowd=self.crowded(person),
            waiting=waiting,
        )

    def fill(self) -> tuple[Fill, ...]:
        """How full each category is."""
        return fill(self.storage.people.all(), self.plans)

    def prune(self) -> tuple[Suggestion, ...]:
        """Who might be let go; nothing is removed."""
        people = self.storage.people
        return prune(people.all(), people.touches(), people.outcomes(), plans=self.plans)

    def notes(self, quota: int | None = None) -> tuple[int | None, tuple[Candidate, ...]]:
        """Personal invitation notes left this month, and the people never written to on whom they are best spent.

        Without ``quota`` the setting ``personal_notes`` counts; a paid account has no limit (``None``).
        """
        touches = self.storage.people.touches()
        met = {touch.person_id for touch in touches}
        drafted = drafted_facts(self.storage)
        fresh = [
            Candidate(
                person,
                sum(map(bool, (person.organization, person.role, person.notes))) + drafted.get(person.id, 0),
                person.reason,
                drafted.get(person.id, 0),
            )
            for person in self.storage.people.all()
            if person.id not in met and not (person.snoozed_until and person.snoozed_until > self.today)
        ]
        if quota is None and self.settings.paid_linkedin:
            return None, spend_notes(fresh, len(fresh))
        most = self.settings.personal_notes if quota is None else quota
        left = notes_left(touches, today=self.today, quota=most)
        return left, spend_notes(fresh, left)

    def approaches(self, *, since: datetime.date | None = None) -> tuple[Approach, ...]:
        """First messages and how far each led, for the funnel."""
        people = self.storage.people
        return approaches(people.all(archived=None), people.touches(), people.outcomes(), since=since)

    def bar(self, person: Person) -> None:
        """Remember, without a name, that this person is not to be taken in again."""
        self.storage.people.bar(digests(person))


def _welcome(stranger: Person, barred: Container[str]) -> bool:
    """Whether somebody can be taken in: it is known why, and they did not ask to be forgotten."""
    return bool((stranger.reason or "").strip()) and not any(digest in barred for digest in digests(stranger))
