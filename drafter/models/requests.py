"""What a message is for: sender, earlier messages, brief."""

from __future__ import annotations

import datetime

from drafter.models.knowledge import Fact
from drafter.models.words import Category, Channel, Formality, Kind, Reply, Value


class Sender(Value):
    """The person who writes; read from ``sender.toml``. ``phone`` and ``email`` are never sent to a model.

    ``resume`` is a file still to be read; once it was, ``evidence`` holds those of the ``facts`` that stand in it, with
    ids s1, s2, … and the verbatim words that prove them.
    """

    name: str
    role: str | None = None
    organization: str | None = None
    location: str | None = None
    phone: str | None = None
    email: str | None = None
    language: str | None = None
    formality: Formality | None = None
    links: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    never_say: tuple[str, ...] = ()
    resume: str | None = None
    evidence: tuple[Fact, ...] = ()


class Correspondence(Value):
    """One earlier message between the sender and the contact."""

    date: datetime.date | None = None
    sender: str | None = None
    recipient: str | None = None
    subject: str | None = None
    message: str


class Brief(Value):
    """What the message is for. ``purpose`` answers *why this person*; ``use`` and ``avoid`` are fact ids.

    ``today`` is the day the message is meant for, so that neither writing nor checks read a clock.
    """

    sender: Sender
    kind: Kind = "introduction"
    channel: Channel = "email"
    purpose: str = ""
    ask: str | None = None
    category: Category | None = None
    use: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    history: tuple[Correspondence, ...] = ()
    received: str | None = None
    reply: Reply = "undecided"
    mutual: str | None = None
    language: str | None = None
    formality: Formality | None = None
    instruction: str | None = None
    angle: str | None = None
    conversation: bool = False
    today: datetime.date | None = None

    @property
    def declines(self) -> bool:
        """Whether it answers an invitation with a no, which is written and not called about."""
        return self.kind == "invitation_reply" and self.reply == "decline"
