"""The network in the ledger, as of today, and a sent message put on record there."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from drafter.models import Draft
from drafter.storage.keys import key
from drafter.ui import session
from drafter.ui.work import Work

if TYPE_CHECKING:
    from drafter.relationships.invitations import State
    from drafter.relationships.network import Network

_SETTLED: dict[str, State] = {"accept": "accepted", "decline": "declined", "undecided": "answered"}


def network() -> Network:
    """The people, touches and outcomes of this ledger."""
    from drafter.relationships.cadence import Calendar
    from drafter.relationships.network import Network

    settings = session.settings()
    calendar = Calendar(country=settings.country, region=settings.region)
    return Network(session.storage(), settings, today=datetime.date.today(), calendar=calendar)


def log_sent(work: Work, *, item_id: str) -> str:
    """Put the draft on the desk on record as sent; the name of whom it went to."""
    from drafter.relationships.sent_drafts import log_sent as log

    assert work.draft is not None
    assert work.result is not None
    people, brief = network(), work.result.brief
    logged = log(people, work.draft, brief=brief, profile=work.result.profile, origin="the page", mark=item_id)
    _settle(people, work, _SETTLED[brief.reply])
    return logged.person.name


def take_back_sent(work: Work, draft: Draft, *, item_id: str) -> None:
    """Undo :func:`log_sent` of this draft."""
    from drafter.relationships.sent_drafts import take_back_sent as take_back

    take_back(network(), draft, mark=item_id)
    _settle(network(), work, "asked")


def _settle(people: Network, work: Work, state: State) -> None:
    """Say of the invitation this answers, if it is kept, how far it is."""
    from drafter.relationships.invitations import invitations, settle_invitation

    kept = people.storage.people
    if work.kind == "invitation_reply" and any(key(one.name) == key(work.name) for one in invitations(kept)):
        settle_invitation(kept, work.name, state)
