"""Before writing to somebody again: what was said last, what is promised, what is new, what one could offer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast, get_args

from drafter.models import Brief, Category, Channel, Correspondence, Fact, Profile, Sender
from drafter.storage import Change, Outcome, Person, Promise, Touch

SHOWN = 400


@dataclass(frozen=True, slots=True)
class Briefing:
    """What to know before a check-in. ``news`` are facts dated after the last contact; ``offers`` things to give."""

    person: Person
    last: Touch | None
    said: str | None
    mine: tuple[Promise, ...]
    theirs: tuple[Promise, ...]
    changes: tuple[Change, ...]
    news: tuple[Fact, ...]
    offers: tuple[str, ...]
    outcomes: tuple[Outcome, ...] = ()


def brief_on(
    person: Person,
    *,
    touches: Sequence[Touch],
    promises: Sequence[Promise],
    changes: Sequence[Change] = (),
    outcomes: Sequence[Outcome] = (),
    profile: Profile | None = None,
    sender: Sender | None = None,
) -> Briefing:
    """The briefing on one person, from what is in the ledger and, where there is one, their profile."""
    ordered = sorted(touches, key=lambda touch: (touch.on, touch.id))
    last = ordered[-1] if ordered else None
    since = last.on if last else datetime.date.min
    mine = tuple(promise for promise in promises if promise.mine and promise.kept_on is None)
    news = _news(profile, since) if profile else ()
    return Briefing(
        person=person,
        last=last,
        said=" ".join(last.text.split())[:SHOWN] if last and last.text else None,
        mine=mine,
        theirs=tuple(promise for promise in promises if not promise.mine and promise.kept_on is None),
        changes=tuple(change for change in changes if change.at.date() >= since),
        news=news,
        offers=_offers(mine, sender, profile),
        outcomes=tuple(outcomes),
    )


def _news(profile: Profile, since: datetime.date) -> tuple[Fact, ...]:
    """Facts whose stated date may lie after the last contact; an undated fact is no news."""
    found = []
    for fact in profile.facts:
        stated = (fact.date or "").replace("/", "-")[-10:]
        # "2026" and "2026-03" are compared as far as they go: news of the same year may be new.
        if stated[:4].isdigit() and stated >= since.isoformat()[: len(stated)] and since != datetime.date.min:
            found.append(fact)
    return tuple(found)


def _offers(mine: Sequence[Promise], sender: Sender | None, profile: Profile | None) -> tuple[str, ...]:
    offers = [f"keep your promise: {promise.text}" for promise in mine]
    if profile:
        offers += [f"something on {fact.shared}, which you share" for fact in profile.facts if fact.shared][:1]
    if sender and sender.facts:
        offers.append(f"what you learnt lately: {sender.facts[0]}")
    return tuple(offers) or ("a useful link, an introduction, or simply your good wishes: nothing is asked",)


def known_notes(briefing: Briefing) -> tuple[str, ...]:
    """What the user noted about the person, as lines a profile can be made from."""
    person = briefing.person
    place = " at ".join(part for part in (person.role, person.organization) if part)
    joined = "is" if person.role else "works at"
    known = [f"{person.name} {joined} {place}." if place else "", person.notes or ""]
    return tuple(line for line in known if line.strip())


def check_in_brief(
    briefing: Briefing, sender: Sender, *, today: datetime.date, channel: Channel = "email", purpose: str = ""
) -> Brief:
    """The brief of a check-in that asks for nothing, with what was said before as its history.

    ``purpose`` is what they would be glad to hear or get; without it an open promise is. Why one knows somebody is a
    note to oneself and no sentence for a letter, so with neither the drafter asks for it instead of filling the page.
    """
    category = briefing.person.category
    history = tuple([_as_correspondence(briefing.last, briefing.person, sender)] if briefing.last else [])
    promised = f"I have not forgotten what I promised: {briefing.mine[0].text.rstrip('.')}." if briefing.mine else ""
    return Brief(
        sender=sender,
        kind="check_in",
        channel=channel,
        category=cast("Category", category) if category in get_args(Category) else None,
        purpose=purpose.strip() or promised,
        history=history,
        today=today,
    )


def _as_correspondence(touch: Touch, person: Person, sender: Sender) -> Correspondence:
    mine = touch.kind == "sent"
    return Correspondence(
        date=touch.on,
        sender=sender.name if mine else person.name,
        recipient=person.name if mine else sender.name,
        subject=touch.subject,
        message=touch.text or f"({touch.kind})",
    )
