"""What passed between the user and the people they know, by hand or from saved mail."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from drafter.errors import InputError
from drafter.models import Channel, Kind
from drafter.relationships.finding_people import the_one
from drafter.relationships.outcomes import OUTCOME_KINDS
from drafter.settings import Settings
from drafter.storage import Outcome, Person, Touch

if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

TOUCH_KINDS = ("sent", "received", "call", "meeting", "coffee", "event", "message")
_KINDS: tuple[str, ...] = get_args(Kind)
_CHANNELS: tuple[str, ...] = get_args(Channel)
# An outcome told without a touch is contact all the same.
_IMPLIED = {"conversation": "call", "interview": "meeting"}
# Where the day a person was put off is kept: only later contact lifts the snooze.
SNOOZED_ON = "snoozed_on"


@dataclass(frozen=True, slots=True)
class Logged:
    """What ``log`` kept; ``again`` is true when it was in the ledger already and nothing was added."""

    person: Person
    touch: Touch
    outcome: Outcome | None
    again: bool = False


class Logbook:
    """The part of :class:`~drafter.relationships.network.Network` that keeps what happened."""

    def __init__(self, storage: Storage, settings: Settings, *, today: datetime.date) -> None:
        """Keep it in this ledger."""
        self.storage = storage
        self.settings = settings
        self.today = today

    def person(self, name: str, *, organization: str | None = None, email: str | None = None) -> Person:
        """The one person of this name.

        Raises:
            InputError: when nobody, or more than one, is called so.
        """
        return the_one(self.storage.people, name, organization=organization, email=email)

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
        details: dict[str, Any] | None = None,
    ) -> Logged:
        """Keep a touch, an outcome or both. ``kind`` is a touch ("sent", "call") or a kind of message that was sent.

        What carries an ``origin_key`` that is known changes nothing and comes back as it was kept.

        Raises:
            InputError: when a word is unknown, the day lies ahead, or neither kind nor outcome is given.
        """
        day = on or self.today
        _require_words(kind, outcome, channel, day, self.today)
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
            details=details or {},
        )
        people = self.storage.people
        with self.storage.transaction():
            known = people.touch_with_key(origin_key) if origin_key else None
            if known is not None:
                return Logged(person, known, None, again=True)
            kept = people.log(touch)
            result = None
            if outcome is not None:
                owner = kept.id if kept.kind == "sent" else None
                result = people.record(
                    Outcome(
                        person_id=person.id, touch_id=owner, kind=outcome, on=day, text=text, details={"with": kept.id}
                    )
                )
            if _lifts_snooze(person, day):
                people.update(person.id, snoozed_until=None, origin=origin)
        return Logged(person, kept, result)

    def unlog(self, person: Person) -> Touch:
        """Take back what was logged last with this person, with the outcome that was logged along with it.

        Raises:
            InputError: when nothing is logged.
        """
        with self.storage.transaction():
            found = self.storage.people.touches(person.id)
            if not found:
                raise InputError(f"nothing is logged with {person.name}; there is nothing to take back")
            last = max(found, key=lambda touch: touch.id)
            self.take_back(last)
        return last

    def take_back(self, touch: Touch) -> None:
        """Take back this entry, with the outcome that was logged along with it."""
        people = self.storage.people
        with self.storage.transaction():
            for outcome in people.outcomes(touch.person_id):
                if touch.id in (outcome.touch_id, outcome.details.get("with")):
                    people.remove_outcome(outcome.id)
            people.remove_touch(touch.id)

    def log_mail(self, path: Path, own: Iterable[str]) -> tuple[tuple[Logged, ...], int]:
        """Log the messages of a mail file that passed between ``own`` addresses and known people; and how many did not.

        Raises:
            InputError: when the file cannot be read or holds no message.
        """
        from drafter.relationships.mail_files import Mail, read_mail

        mine = {address.strip().lower() for address in own}
        by_email = {p.email.strip().lower(): p for p in self.storage.people.all(archived=None) if p.email}

        def parties(mail: Mail) -> list[tuple[Person, str]]:
            if mail.sender[1] in mine:
                met = dict.fromkeys(address for _, address in mail.recipients if address in by_email)
                return [(by_email[address], "sent") for address in met]
            found = by_email.get(mail.sender[1])
            return [(found, "received")] if found else []

        logged, other = [], 0
        for mail in read_mail(path):
            found = parties(mail)
            if not found or mail.on is None or mail.on > self.today:
                other += 1
                continue
            extra: dict[str, Any] = {"subject": mail.subject, "text": mail.text, "channel": "email"}
            for place, (person, kind) in enumerate(found):
                # The first keeps the bare key, by which what was logged before is known.
                key = mail.identity if place == 0 else f"{mail.identity}\x1f{person.id}"
                logged.append(self.log(person, kind=kind, on=mail.on, origin=path.name, origin_key=key, **extra))
        return tuple(logged), other


def _require_words(
    kind: str | None, outcome: str | None, channel: str | None, day: datetime.date, today: datetime.date
) -> None:
    if kind is None and outcome is None:
        raise InputError("say what happened: --kind (sent, received, call, meeting, coffee) or --outcome")
    if outcome is not None and outcome not in OUTCOME_KINDS:
        raise InputError(f"{outcome!r} is no outcome; use one of {', '.join(OUTCOME_KINDS)}")
    if kind is not None and kind not in TOUCH_KINDS and kind not in _KINDS:
        raise InputError(f"{kind!r} is no kind; use {', '.join(TOUCH_KINDS)} or a kind of message such as thank_you")
    if channel is not None and channel not in _CHANNELS:
        raise InputError(f"{channel!r} is no channel; use one of {', '.join(_CHANNELS)}, or leave it out")
    if day > today:
        raise InputError(f"{day} lies ahead; log what has happened, and use snooze or a cadence for the future")


def _lifts_snooze(person: Person, day: datetime.date) -> bool:
    """Contact since the person was put off means that the snooze has served its purpose; an old mail does not."""
    since = person.details.get(SNOOZED_ON)
    return person.snoozed_until is not None and (since is None or day >= datetime.date.fromisoformat(since))
