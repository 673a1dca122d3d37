"""A single draft that its writer has sent: put on record, and taken back where that was a slip."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from drafter.errors import InputError
from drafter.storage import Person

if TYPE_CHECKING:
    from drafter.models import Brief, Draft, Profile
    from drafter.relationships.logbook import Logged
    from drafter.relationships.network import Network

# Marks the touch with which somebody came into the network, so that taking it back takes them out again.
_CAME_IN = "came_in"
# Why somebody is known to whom one need not say why one writes.
_REASONS = {"invitation_reply": "Invited me to connect"}


def log_sent(
    network: Network, draft: Draft, *, brief: Brief, profile: Profile, origin: str = "a draft", mark: str = ""
) -> Logged:
    """Log a draft as sent; somebody not known yet is added, with the purpose as the reason.

    Saying it twice of the same words logs them once. ``mark`` tells two pieces of work of the same words apart.

    Raises:
        InputError: when the person cannot be told from others of the name, or cannot be added (no purpose, forgotten).
    """
    with network.storage.transaction():
        person, came_in = _recipient(network, brief, profile)
        return network.log(
            person,
            kind=brief.kind,
            channel=brief.channel,
            subject=draft.subject,
            text=draft.message,
            origin=origin,
            origin_key=origin_key(draft, mark or person.key),
            details={_CAME_IN: True} if came_in else None,
        )


def take_back_sent(network: Network, draft: Draft, *, mark: str) -> Person | None:
    """Undo :func:`log_sent`; ``None`` when it was not logged. Who came in by it and has nothing else on record goes."""
    people = network.storage.people
    touch = people.touch_with_key(origin_key(draft, mark))
    if touch is None:
        return None
    person = people.get(touch.person_id)
    with network.storage.transaction():
        network.take_back(touch)
        bare = not people.touches(touch.person_id) and not people.promises(touch.person_id, open_only=False)
        if touch.details.get(_CAME_IN) and bare:
            people.remove(touch.person_id)
    return person


def origin_key(draft: Draft, mark: str) -> str:
    """What makes logging these very words twice one touch."""
    return f"desk:{mark}:{hashlib.sha256(draft.message.encode()).hexdigest()[:16]}"


def _recipient(network: Network, brief: Brief, profile: Profile) -> tuple[Person, bool]:
    contact, organization = profile.contact, profile.organization
    employer = organization.name if organization else None
    found = network.storage.people.find(contact.name)
    if len(found) > 1:
        return network.person(contact.name, organization=employer), False
    if found:
        return found[0], False
    reason = brief.purpose.strip() or _REASONS.get(brief.kind)
    if not reason:
        raise InputError(f"{contact.name} is not in your contacts; `drafter contacts add` asks why, then log it")
    person = Person(
        name=contact.name,
        organization=employer,
        role=contact.role,
        category=brief.category or "other",
        reason=reason,
        email=contact.email,
    )
    return network.add(person), True
