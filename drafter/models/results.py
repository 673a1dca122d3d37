"""What comes out: draft, findings, report, result."""

from __future__ import annotations

from pydantic import Field

from drafter.models.knowledge import Profile
from drafter.models.requests import Brief
from drafter.models.words import PartName, Severity, Value, Verdict


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
