"""The nouns of the program, as frozen values.

Every stage takes some of these and returns others; their ``model_dump(mode="json")`` is the public JSON.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Channel = Literal["email", "linkedin_invitation", "linkedin_message", "inmail", "sms"]
Kind = Literal[
    "introduction",
    "advice_request",
    "introduction_request",
    "invitation_reply",
    "follow_up",
    "check_in",
    "reconnect",
    "thank_you",
]
Category = Literal["recruiter", "hiring_leader", "vendor", "peer", "alumni", "other"]
Severity = Literal["error", "warning", "hint"]
Verdict = Literal["fail", "warn", "pass"]
PartName = Literal["subject", "message", "voicemail", "conversation"]
Formality = Literal["casual", "neutral", "formal"]
About = Literal["person", "organization", "relationship"]
NoteKind = Literal[
    "typed", "text", "markdown", "web_page", "pdf", "docx", "email", "contact_card", "data", "spreadsheet_row", "feed"
]
BlockKind = Literal["title", "heading", "paragraph", "item", "row", "data", "quoted"]
FactKind = Literal[
    "role",
    "work",
    "project",
    "talk",
    "publication",
    "award",
    "education",
    "product",
    "news",
    "funding",
    "opinion",
    "interest",
    "shared_ground",
    "place",
    "other",
]
Sensitivity = Literal["health", "religion", "politics", "family", "sexuality", "union", "criminal", "ethnicity"]


class Value(BaseModel):
    """A frozen value; fields it does not know are ignored, so that newer files can be read."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class Contact(Value):
    """The person to write to. What no source says stays ``None``.

    ``email`` and ``phone`` are kept for the user and never reach a language model.
    """

    name: str
    given_name: str | None = None
    family_name: str | None = None
    title: str | None = None
    suffix: str | None = None
    role: str | None = None
    location: str | None = None
    links: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    email: str | None = None
    phone: str | None = None
    category: Category | None = None


class Organization(Value):
    """Where the contact works, as the sources describe it."""

    name: str
    description: str | None = None
    size: str | None = None
    location: str | None = None
    website: str | None = None


class Block(Value):
    """A stretch ``text[start:end]`` of a note that belongs together, for instance a heading or a list item.

    ``level`` is the heading's rank (1 to 6). Blocks that share a ``group`` stood in the same card, table row or
    entry of the source, for instance one person's tile on a team page. ``label`` names a datum's key ("jobTitle")
    or the writer of a quoted message.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int | None = None
    group: int | None = None
    label: str | None = None


class Note(Value):
    """One piece of gathered material: clean text, its structure by offsets, and where it came from.

    ``sha256`` is the digest of ``text``. ``warnings`` tells what was left out or mended while reading.
    """

    id: str
    origin: str
    kind: NoteKind
    title: str | None = None
    language: str | None = None
    retrieved_at: datetime.datetime | None = None
    published: str | None = None
    author: str | None = None
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()


class Evidence(Value):
    """A verbatim stretch of a note: ``notes[note].text[start:end] == quote``."""

    quote: str
    note: str
    start: int
    end: int


class Fact(Value):
    """A statement about the contact or their organisation, with the words that prove it.

    ``date`` is a year, month, day or range as stated ("2020", "2019-09", "2016–2019"). ``subject`` names the person
    the fact is about when that is somebody else than the contact. ``also`` holds further evidence of the same fact.
    ``sensitive`` marks matters not to be used unless the user chooses to. ``shared`` says what the contact and the
    sender have in common. ``outdated`` is true when the fact is known to lie in the past (a former role).
    """

    id: str
    about: About = "person"
    kind: FactKind = "other"
    statement: str
    quote: str
    note: str
    start: int
    end: int
    date: str | None = None
    subject: str | None = None
    heading: str | None = None
    also: tuple[Evidence, ...] = ()
    sensitive: Sensitivity | None = None
    shared: str | None = None
    outdated: bool = False


class Rejected(Value):
    """A proposed fact that code could not verify, kept so that a person can look at it."""

    statement: str
    quote: str
    reason: str
    note: str | None = None


class Profile(Value):
    """All that is known, best fact first. Always: ``note.text[fact.start:fact.end] == fact.quote``."""

    contact: Contact
    organization: Organization | None = None
    notes: tuple[Note, ...] = ()
    facts: tuple[Fact, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _every_quote_is_verbatim(self) -> Self:
        texts = {note.id: note.text for note in self.notes}
        for fact in self.facts:
            places: tuple[Fact | Evidence, ...] = (fact, *fact.also)
            for found in places:
                text = texts.get(found.note)
                if text is not None and text[found.start : found.end] != found.quote:
                    raise ValueError(f"fact {fact.id}: the quote does not stand at its offsets in note {found.note}")
        return self

    def fact(self, fact_id: str) -> Fact | None:
        """The fact with this id, or ``None``."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)


class Sender(Value):
    """The person who writes; read from ``sender.toml``. ``phone`` and ``email`` are never sent to a model."""

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
    reply: Literal["undecided", "accept", "decline"] = "undecided"
    mutual: str | None = None
    language: str | None = None
    formality: Formality | None = None
    instruction: str | None = None
    angle: str | None = None
    conversation: bool = False
    today: datetime.date | None = None


class Sentence(Value):
    """The stretch ``part[start:end]`` of a draft and the facts it rests on."""

    part: PartName
    start: int
    end: int
    facts: tuple[str, ...] = ()


class Draft(Value):
    """What a person might send or say, with the evidence of each sentence."""

    subject: str | None = None
    message: str
    voicemail: str | None = None
    conversation: str | None = None
    sentences: tuple[Sentence, ...] = ()
    language: str | None = None

    def part(self, name: PartName) -> str | None:
        """The text of one part, or ``None`` where the draft has none."""
        return {
            "subject": self.subject,
            "message": self.message,
            "voicemail": self.voicemail,
            "conversation": self.conversation,
        }[name]


class Finding(Value):
    """One fault, at ``part[start:end]`` in Unicode code points; an absence has ``start == end``."""

    rule: str
    severity: Severity
    part: PartName
    start: int
    end: int
    message: str
    advice: str


class Report(Value):
    """What the checks found in one draft, most serious first."""

    verdict: Verdict = "pass"
    findings: tuple[Finding, ...] = ()
    metrics: dict[str, float] = Field(default_factory=dict)
    skipped: tuple[str, ...] = ()


class Attempt(Value):
    """One version of the draft and what the checks said of it."""

    draft: Draft
    report: Report


class Provenance(Value):
    """How a draft came to be: model, digests of the prompts used ("write": "write@9f3c1a20"), seed."""

    model: str = "offline"
    prompts: dict[str, str] = Field(default_factory=dict)
    seed: int | None = None


class Usage(Value):
    """What the model calls used. ``cost_usd`` is ``None`` where no price is known."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: float | None = None

    def __add__(self, other: Usage) -> Usage:
        """The sum; a cost is known only if each part that made calls knows its own."""
        parts = [part for part in (self, other) if part.calls]
        costs = [part.cost_usd for part in parts]
        known = [cost for cost in costs if cost is not None]
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cost_usd=sum(known) if known and len(known) == len(costs) else None,
        )


class Result(Value):
    """One run of the main job. ``draft`` is ``None`` when too little is known; ``needs`` then says what to gather."""

    profile: Profile
    brief: Brief
    draft: Draft | None = None
    report: Report = Field(default_factory=Report)
    attempts: tuple[Attempt, ...] = ()
    alternatives: tuple[Attempt, ...] = ()
    needs: tuple[str, ...] = ()
    provenance: Provenance = Field(default_factory=Provenance)
    usage: Usage = Field(default_factory=Usage)
    warnings: tuple[str, ...] = ()


def as_json(value: Value) -> dict[str, Any]:
    """The value as the JSON that the contract describes."""
    return value.model_dump(mode="json")
