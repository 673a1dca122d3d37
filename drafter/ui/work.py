"""The piece of work on the desk: one contact, what is known, the brief, the draft. Kept in the ledger."""

from __future__ import annotations

import datetime
import hashlib
from itertools import count
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from drafter.models import (
    Attempt,
    Brief,
    Category,
    Channel,
    Correspondence,
    Draft,
    Fact,
    Kind,
    Note,
    Profile,
    Report,
    Result,
    Sender,
)

ADDED_BY_HAND = "added by hand"
MOST_VERSIONS = 40


class Sent(BaseModel):
    """The words that went out, as the person said, and when."""

    model_config = ConfigDict(frozen=True)

    on: datetime.date
    draft: Draft


class Work(BaseModel):
    """Everything the Write page shows; saved as one JSON document.

    ``marks`` says of a fact, by :func:`mark_of`, whether to use or avoid it: a fact's id may change when more notes
    come in, its quote does not. ``edited`` is the draft as the person changed it, ``report`` what the checks say of it.
    ``sent`` is what went out, whatever becomes of the draft afterwards. ``earlier`` are versions that a newer draft
    replaced, ``turn`` counts the drafts that were shown.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = ""
    organization: str = ""
    role: str = ""
    kind: Kind = "introduction"
    channel: Channel = "email"
    category: Category | None = None
    purpose: str = ""
    ask: str = ""
    received: str = ""
    mutual: str = ""
    reply: Literal["undecided", "accept", "decline"] = "undecided"
    history: str = ""
    conversation: bool = False
    notes: tuple[Note, ...] = ()
    marks: dict[str, str] = {}
    profile: Profile | None = None
    read_by: str = "offline"
    result: Result | None = None
    edited: Draft | None = None
    report: Report | None = None
    sent: tuple[Sent, ...] = ()
    earlier: tuple[Attempt, ...] = ()
    turn: int = 0

    @property
    def title(self) -> str:
        """What the list of saved work calls it."""
        return " · ".join(part for part in (self.name.strip() or "Someone new", self.organization.strip()) if part)

    @property
    def draft(self) -> Draft | None:
        """The draft as it stands now."""
        return self.edited or (self.result.draft if self.result else None)

    def needed(self) -> dict[str, bool]:
        """What must be said before a draft makes sense, and whether it is."""
        needed = {"The person's name": bool(self.name.strip()), "Something you know about them": bool(self.notes)}
        # The answer to an invitation asks why they invite you; one needs no reason of one's own.
        if self.kind != "invitation_reply":
            needed["Why you write to this person"] = bool(self.purpose.strip())
        return needed

    def missing(self) -> list[str]:
        """What must still be said."""
        return [what for what, done in self.needed().items() if not done]

    def versions(self) -> tuple[Attempt, ...]:
        """Everything that was written or edited, oldest first, each once."""
        made = (*self.result.attempts, *self.result.alternatives) if self.result else ()
        current = (Attempt(draft=self.edited, report=self.report),) if self.edited and self.report else ()
        return _once((*self.earlier, *made, *current))

    def with_result(self, result: Result, **fields: Any) -> Work:
        """The work with a new draft; what it replaces is kept among the earlier versions."""
        new = {words_of(attempt.draft) for attempt in (*result.attempts, *result.alternatives)}
        earlier = tuple(attempt for attempt in self.versions() if words_of(attempt.draft) not in new)[-MOST_VERSIONS:]
        fresh = {"result": result, "edited": None, "report": None, "turn": self.turn + 1}
        return self.model_copy(update={**fresh, "earlier": earlier, **fields})

    def with_version(self, attempt: Attempt) -> Work:
        """The work with one more version to choose from."""
        return self.model_copy(update={"earlier": _once((*self.earlier, attempt))[-MOST_VERSIONS:]})

    def with_choice(self, attempt: Attempt) -> Work:
        """The work with this version as its draft; the one before stays among the versions."""
        changes = {"earlier": self.versions(), "edited": attempt.draft, "report": attempt.report}
        return self.model_copy(update={**changes, "turn": self.turn + 1})

    def sent_now(self) -> Sent | None:
        """When the draft as it stands was sent, if it was."""
        return next((one for one in self.sent if self.draft and one.draft.message == self.draft.message), None)


def words_of(draft: Draft) -> tuple[str | None, ...]:
    """What somebody reads of a draft: two that differ only in which facts they cite are the same to the eye."""
    return draft.subject, draft.message, draft.voicemail, draft.conversation


def _once(attempts: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    found: dict[tuple[str | None, ...], Attempt] = {}
    for attempt in attempts:
        found.setdefault(words_of(attempt.draft), attempt)
    return tuple(found.values())


def correspondence(text: str) -> tuple[Correspondence, ...]:
    """The earlier messages as typed or pasted; a text without any header is one message."""
    from drafter.writing.brief import parse_history

    return parse_history(text, origin="the earlier messages") if text.strip() else ()


def mark_of(fact: Fact) -> str:
    """A name for the fact that outlives a new reading of the notes."""
    return hashlib.sha256(" ".join(fact.quote.split()).encode()).hexdigest()[:12]


def marked(work: Work, mark: str) -> tuple[str, ...]:
    """The ids of the facts that carry this mark ("use" or "avoid")."""
    facts = work.profile.facts if work.profile else ()
    return tuple(fact.id for fact in facts if work.marks.get(mark_of(fact)) == mark)


def add_notes(work: Work, notes: tuple[Note, ...]) -> Work:
    """The work with more notes, each under a fresh id; a note already there is not added again."""
    known = {note.sha256 for note in work.notes}
    number = max((int(note.id[1:]) for note in work.notes if note.id[1:].isdigit()), default=0)
    kept = list(work.notes)
    for note in notes:
        if note.sha256 in known:
            continue
        number += 1
        known.add(note.sha256)
        kept.append(note.model_copy(update={"id": f"n{number}"}))
    return work.model_copy(update={"notes": tuple(kept)})


def with_added_facts(profile: Profile) -> Profile:
    """The profile with each fact the person typed standing first, word for word, unless reading found it anyway."""
    quotes = {" ".join(fact.quote.split()) for fact in profile.facts}
    added = tuple(
        Fact(
            id=f"f{len(profile.facts) + place}",
            statement=note.text.strip(),
            quote=note.text,
            note=note.id,
            start=0,
            end=len(note.text),
        )
        for place, note in enumerate(
            (n for n in profile.notes if n.origin == ADDED_BY_HAND and " ".join(n.text.split()) not in quotes), start=1
        )
    )
    return profile.model_copy(update={"facts": (*added, *profile.facts)})


def with_lasting_ids(profile: Profile, work: Work) -> Profile:
    """The profile with each fact under the id that its quote has on this desk already.

    A draft names its evidence by ids; after a new reading, and in earlier versions, they must mean the same words.
    """
    before = [work.profile, work.result.profile if work.result else None]
    known = {mark_of(fact): fact.id for one in before if one for fact in one.facts}
    cited = {fact for one in work.versions() for sentence in one.draft.sentences for fact in sentence.facts}
    taken = {*known.values(), *cited}
    fresh = (name for number in count(1) if (name := f"f{number}") not in taken)
    facts = tuple(
        fact.model_copy(update={"id": known.pop(mark_of(fact), None) or next(fresh)}) for fact in profile.facts
    )
    return profile.model_copy(update={"facts": facts})


def brief_of(work: Work, sender: Sender, *, today: datetime.date) -> Brief:
    """What the message is for, as the page says it."""
    return Brief(
        sender=sender,
        kind=work.kind,
        channel=work.channel,
        purpose=work.purpose.strip(),
        ask=work.ask.strip() or None,
        category=work.category,
        use=marked(work, "use"),
        avoid=marked(work, "avoid"),
        received=work.received.strip() or None,
        mutual=work.mutual.strip() or None,
        reply=work.reply,
        history=correspondence(work.history),
        conversation=work.conversation,
        today=today,
    )
