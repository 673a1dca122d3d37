"""The network as one object: what the command line and the page call."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from drafter.errors import InputError
from drafter.models import Kind
from drafter.relationships.briefing import Briefing, brief_on
from drafter.relationships.cadence import Calendar, Due, schedule
from drafter.relationships.categories import CategoryPlan, Fill, categories, fill
from drafter.relationships.followups import FollowUp, follow_up
from drafter.relationships.importing import Step, digests, plan_import
from drafter.relationships.invitations import FREE_NOTES_A_MONTH, Candidate, notes_left, spend_notes
from drafter.relationships.outcomes import OUTCOME_KINDS, Approach, approaches
from drafter.relationships.pruning import Suggestion, prune
from drafter.settings import Settings
from drafter.storage import Outcome, Person, Promise, Touch
from drafter.storage.rows import View

if TYPE_CHECKING:
    from drafter.models import Profile, Sender
    from drafter.storage.ledger import Storage

TOUCH_KINDS = ("sent", "received", "call", "meeting", "coffee", "event", "message")
_KINDS: tuple[str, ...] = get_args(Kind)
# An outcome told without a touch is contact all the same.
_IMPLIED = {"conversation": "call", "interview": "meeting"}


@dataclass(frozen=True, slots=True)
class Logged:
    """What ``log`` kept."""

    person: Person
    touch: Touch | None
    outcome: Outcome | None


class Network:
    """People, touches and outcomes of one user. ``today`` is injected; nothing here reads a clock."""

    def __init__(
        self, storage: Storage, settings: Settings, *, today: datetime.date, calendar: Calendar | None = None
    ) -> None:
        """Work on this ledger."""
        self.storage = storage
        self.settings = settings
        self.today = today
        self.calendar = calendar or Calendar()
        self.plans: dict[str, CategoryPlan] = categories(settings)

    def person(self, name: str, *, organization: str | None = None) -> Person:
        """The one person of this name.

        Raises:
            InputError: when nobody, or more than one, is called so.
        """
        found = self.storage.people.find(name)
        if organization:
            found = tuple(p for p in found if (p.organization or "").casefold() == organization.casefold())
        if not found:
            raise InputError(f"nobody called {name!r} is in your contacts; `drafter contacts list` shows them")
        if len(found) > 1:
            places = ", ".join(person.organization or "no organisation" for person in found)
            raise InputError(f"{len(found)} people are called {name!r} ({places}); name one with --organization")
        return found[0]

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

    def log(
        self,
        person: Person,
        *,
        kind: str | None = None,
        outcome: str | None = None,
        on: datetime.date | None = None,
        channel: str | None = None,
        text: str | None = None,
        subject: str | None = None,
        origin: str = "by hand",
        origin_key: str | None = None,
    ) -> Logged:
        """Keep a touch, an outcome or both. ``kind`` is a touch ("sent", "call") or a kind of message that was sent.

        Raises:
            InputError: when a word is unknown, the day lies ahead, or neither kind nor outcome is given.
        """
        day = on or self.today
        if kind is None and outcome is None:
            raise InputError("say what happened: --kind (sent, received, call, meeting, coffee) or --outcome")
        if outcome is not None and outcome not in OUTCOME_KINDS:
            raise InputError(f"{outcome!r} is no outcome; use one of {', '.join(OUTCOME_KINDS)}")
        if kind is not None and kind not in TOUCH_KINDS and kind not in _KINDS:
            raise InputError(
                f"{kind!r} is no kind; use {', '.join(TOUCH_KINDS)} or a kind of message such as thank_you"
            )
        if day > self.today:
            raise InputError(f"{day} lies ahead; log what has happened, and use snooze or a cadence for the future")
        touch_kind = kind or _IMPLIED.get(outcome or "", "received")
        touch = Touch(
            person_id=person.id,
            kind="sent" if touch_kind in _KINDS else touch_kind,
            message_kind=touch_kind if touch_kind in _KINDS else None,
            on=day,
            channel=channel,
            text=text,
            subject=subject,
            origin=origin,
            origin_key=origin_key,
        )
        with self.storage.transaction():
            kept = self.storage.people.log(touch)
            result = None
            if outcome is not None:
                owner = kept.id if kept.kind == "sent" else None
                result = self.storage.people.record(
                    Outcome(person_id=person.id, touch_id=owner, kind=outcome, on=day, text=text)
                )
            # Contact was made, so a snooze has served its purpose.
            if person.snoozed_until:
                self.storage.people.update(person.id, snoozed_until=None, origin=origin)
        return Logged(person, kept, result)

    def log_mail(self, path: Path, own: Iterable[str]) -> tuple[tuple[Logged, ...], int]:
        """Log the messages of a mail file that passed between ``own`` addresses and known people; and how many did not.

        Raises:
            InputError: when the file cannot be read or holds no message.
        """
        from drafter.relationships.mail_files import Mail, read_mail

        mine = {address.lower() for address in own}
        by_email = {p.email.lower(): p for p in self.storage.people.all(archived=None) if p.email}

        def party(mail: Mail) -> tuple[Person, str] | None:
            if mail.sender[1] in mine:
                found = next((by_email[a] for _, a in mail.recipients if a in by_email), None)
                return (found, "sent") if found else None
            found = by_email.get(mail.sender[1])
            return (found, "received") if found else None

        logged, other = [], 0
        for mail in read_mail(path):
            match = party(mail)
            if match is None or mail.on is None or mail.on > self.today:
                other += 1
                continue
            extra: dict[str, Any] = {"subject": mail.subject, "text": mail.text, "channel": "email"}
            logged.append(
                self.log(match[0], kind=match[1], on=mail.on, origin=path.name, origin_key=mail.identity, **extra)
            )
        return tuple(logged), other

    def log_batch(self, name: str | None, *, on: datetime.date | None = None) -> tuple[tuple[Logged, ...], int]:
        """Log the approved rows of a batch as sent; and how many fit nobody, or more than one, in the network.

        Approving is not sending, so this is said on purpose; saying it twice logs nothing twice.
        """
        batch = self.storage.batches.named(name)
        rows = self.storage.batches.rows(batch.id, View(decision="approved", limit=1_000_000))
        logged, other = [], 0
        for row in rows:
            try:
                person = self.person(row.name, organization=row.organization)
            except InputError:
                other += 1
                continue
            key = f"batch:{batch.id}:row:{row.number}"
            logged.append(self.log(person, kind="sent", on=on, origin="batch", origin_key=key))
        return tuple(logged), other

    def promise(self, person: Person, text: str, *, mine: bool = True, due: datetime.date | None = None) -> Promise:
        """Keep a promise in mind."""
        return self.storage.people.promise(Promise(person_id=person.id, text=text, mine=mine, due=due))

    def snooze(self, person: Person, until: datetime.date) -> Person:
        """Put a person off until a day.

        Raises:
            InputError: when the day does not lie ahead.
        """
        if until <= self.today:
            raise InputError(f"snooze until a day that lies ahead, not {until}")
        return self.storage.people.update(person.id, snoozed_until=until)

    def schedule(self) -> tuple[Due, ...]:
        """Everybody with their dates, the most urgent first."""
        people = self.storage.people
        return schedule(people.all(), people.touches(), plans=self.plans, today=self.today, calendar=self.calendar)

    def follow_ups(self) -> dict[int, FollowUp]:
        """Where the conversation with each person stands, by person id."""
        touches: dict[int, list[Touch]] = {}
        outcomes: dict[int, list[Outcome]] = {}
        for touch in self.storage.people.touches():
            touches.setdefault(touch.person_id, []).append(touch)
        for outcome in self.storage.people.outcomes():
            outcomes.setdefault(outcome.person_id, []).append(outcome)
        return {
            person.id: follow_up(
                touches.get(person.id, ()), outcomes.get(person.id, ()), today=self.today, calendar=self.calendar
            )
            for person in self.storage.people.all()
        }

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

    def fill(self) -> tuple[Fill, ...]:
        """How full each category is."""
        return fill(self.storage.people.all(), self.plans)

    def prune(self) -> tuple[Suggestion, ...]:
        """Who might be let go; nothing is removed."""
        people = self.storage.people
        return prune(people.all(), people.touches(), people.outcomes(), plans=self.plans)

    def notes(self, quota: int | None = None) -> tuple[int | None, tuple[Candidate, ...]]:
        """Personal invitation notes left this month, and the people never written to on whom they are best spent.

        Without ``quota`` a free account's counts; a paid account has no limit (``None``).
        """
        people = self.storage.people.all()
        touches = self.storage.people.touches()
        met = {touch.person_id for touch in touches}
        fresh = [
            Candidate(person, sum(map(bool, (person.organization, person.role, person.notes))), person.reason)
            for person in people
            if person.id not in met
        ]
        if quota is None and self.settings.paid_linkedin:
            return None, spend_notes(fresh, len(fresh))
        left = notes_left(touches, today=self.today, quota=FREE_NOTES_A_MONTH if quota is None else quota)
        return left, spend_notes(fresh, left)

    def approaches(self, *, since: datetime.date | None = None) -> tuple[Approach, ...]:
        """First messages and how far each led, for the funnel."""
        people = self.storage.people
        return approaches(people.all(archived=None), people.touches(), people.outcomes(), since=since)

    def bar(self, person: Person) -> None:
        """Remember, without a name, that this person is not to be taken in again."""
        self.storage.people.bar(digests(person))
