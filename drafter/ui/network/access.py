"""The network in the ledger, as of today, and a sent message put on record there."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from drafter.models import Draft
from drafter.storage import Person
from drafter.ui import session
from drafter.ui.work import Work

if TYPE_CHECKING:
    from drafter.relationships.network import Network


def network() -> Network:
    """The people, touches and outcomes of this ledger."""
    from drafter.relationships.cadence import Calendar
    from drafter.relationships.network import Network

    settings = session.settings()
    calendar = Calendar(country=settings.country, region=settings.region)
    return Network(session.storage(), settings, today=datetime.date.today(), calendar=calendar)


def log_sent(work: Work, draft: Draft, *, item_id: str) -> str:
    """Put a message the person sent on record; a contact not known yet is added, with the purpose as the reason."""
    people = network()
    found = people.storage.people.find(work.name.strip())
    contact = work.profile.contact if work.profile else None
    person = (
        found[0]
        if len(found) == 1
        else people.add(
            Person(
                name=work.name.strip(),
                organization=work.organization.strip() or None,
                role=work.role.strip() or (contact.role if contact else None),
                category=work.category or "other",
                reason=work.purpose.strip(),
                email=contact.email if contact else None,
            )
        )
    )
    people.log(
        person,
        kind=work.kind,
        channel=work.channel,
        subject=draft.subject,
        text=draft.message,
        origin="the page",
        origin_key=f"desk:{item_id}:{hash_of(draft)}",
    )
    return person.name


def hash_of(draft: Draft) -> str:
    """A name for this very text, so that pressing twice logs once."""
    import hashlib

    return hashlib.sha256(draft.message.encode()).hexdigest()[:16]
