"""From a person in the network to a fresh sheet on Write, with what is known and what passed already in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.models import Kind, Note
from drafter.storage import Person
from drafter.storage.keys import key
from drafter.ui import desk as desks
from drafter.ui import gathering, session, words
from drafter.ui.work import Work, add_notes

if TYPE_CHECKING:
    from drafter.relationships.followups import FollowUp
    from drafter.relationships.invitations import Received
    from drafter.relationships.network import Network

_MESSAGES = ("sent", "received")
_MOST_MESSAGES = 5
VERBS: dict[Kind, str] = {
    "thank_you": "Write thanks",
    "follow_up": "Follow up",
    "check_in": "Check in",
    "introduction": "Write",
}


def kind_for(people: Network, person: Person, step: FollowUp | None) -> Kind:
    """What kind of message is next with this person."""
    if step is not None and step.state == "thank":
        return "thank_you"
    if step is not None and step.step:
        return "follow_up"
    return "check_in" if people.storage.people.touches(person.id) else "introduction"


def start(people: Network, person: Person, kind: Kind) -> None:
    """Put a message of this kind to this person on a new sheet."""
    from drafter.relationships.briefing import check_in_brief, known_notes

    briefing = people.briefing(person)
    purpose = person.reason or ""
    if kind == "thank_you":
        purpose = briefing.said or ""
    elif kind == "check_in":
        # Why one knows somebody is a note to oneself; a check-in carries what they would be glad of.
        sender = session.sender()
        purpose = check_in_brief(briefing, sender, today=people.today).purpose if sender else ""
    work = Work.model_validate(
        {
            "name": person.name,
            "organization": person.organization or "",
            "role": person.role or "",
            "category": person.category if person.category in words.CATEGORIES else None,
            "kind": kind,
            "purpose": purpose,
            "history": _passed(people, person),
        }
    )
    _open(work, (*_earlier_notes(person.name), *_typed(known_notes(briefing))))


def start_answer(received: Received) -> None:
    """Put the answer to an invitation on a new sheet."""
    work = Work(name=received.name, kind="invitation_reply", channel="linkedin_message", received=received.text)
    _open(
        work,
        (
            *_earlier_notes(received.name),
            *_typed((received.text or f"{received.name} sent an invitation to connect.",)),
        ),
    )


def _open(work: Work, notes: tuple[Note, ...]) -> None:
    desks.start_afresh(gathering.read_offline(add_notes(work, notes)))


def _typed(lines: tuple[str, ...]) -> tuple[Note, ...]:
    from drafter.gather import note_from_text

    return tuple(note_from_text(line, origin="your contacts") for line in lines if line.strip())


def _earlier_notes(name: str) -> tuple[Note, ...]:
    """The notes of the latest work on this person."""
    for summary in desks.saved():
        if key(summary.title.partition(" · ")[0]) == key(name):
            item = session.storage().desk.get(summary.id)
            return Work.model_validate(item.document).notes if item else ()
    return ()


def _passed(people: Network, person: Person) -> str:
    """The messages that are on record, in the form of the field for earlier messages."""
    written = [one for one in people.storage.people.touches(person.id) if one.kind in _MESSAGES and one.text]
    return "\n---\n".join(
        f"From: {'me' if one.kind == 'sent' else person.name}\nDate: {one.on:%Y-%m-%d}\n"
        + (f"Subject: {one.subject}\n" if one.subject else "")
        + f"\n{one.text}"
        for one in written[-_MOST_MESSAGES:]
    )
