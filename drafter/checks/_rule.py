"""The rule mechanism: a rule is a pure function beside its own proof."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    # Not at run time: a check must start faster than the models can be imported.
    from datetime import date

    from drafter.checks._text import Text
    from drafter.models import (
        Channel,
        Correspondence,
        Draft,
        Kind,
        Organization,
        PartName,
        Profile,
        Reply,
        Sender,
        Severity,
    )

Need = Literal[
    "contact",
    "organization",
    "profile",
    "sender",
    "history",
    "today",
    "received",
    "purpose",
    "sentences",
    "avoid",
    "draft",
]


EVERY_PART: tuple[PartName, ...] = ("subject", "message", "voicemail", "conversation")
SPOKEN: tuple[PartName, ...] = ("voicemail", "conversation")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text. A rule whose ``needs`` are missing here is skipped, and said to be.

    ``contact`` is the reader's full name. ``draft`` is there when several parts are compared; ``cited`` maps
    (part, start, end) of a sentence to the fact ids it cites. ``thresholds`` are already merged for channel and kind.
    ``strict`` asks that a lone slip of wording stays a warning, as for drafts that can be written again at will.
    """

    channel: Channel = "email"
    kind: Kind = "introduction"
    contact: str | None = None
    organization: Organization | None = None
    profile: Profile | None = None
    sender: Sender | None = None
    draft: Draft | None = None
    avoid: tuple[str, ...] = ()
    history: tuple[Correspondence, ...] = ()
    received: str | None = None
    purpose: str | None = None
    reply: Reply = "undecided"
    today: date | None = None
    strict: bool = False
    paid_linkedin: bool = False
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def figure(self, name: str) -> float:
        """A threshold; ``name.<kind>`` and ``name.<channel>`` are more specific than ``name``."""
        for key in (f"{name}.{self.kind}", f"{name}.{self.channel}"):
            if key in self.thresholds:
                return self.thresholds[key]
        return self.thresholds[name]

    def has(self, need: Need) -> bool:
        """Whether this piece of context is there."""
        if need == "sentences":
            return self.draft is not None and bool(self.draft.sentences)
        return bool(getattr(self, need))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule fires. ``message`` says what is wrong there; ``severity`` may differ from the rule's own."""

    start: int
    end: int
    message: str
    severity: Severity | None = None
    advice: str | None = None


Check = Callable[["Text", Context], Iterator[Hit]]
_ID = re.compile(r"[a-z_]+\.[a-z_]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its settings and its proof.

    ``languages`` empty means any. ``thresholds`` are the defaults of the figures it reads, by full name
    ("length.words" …). ``slip`` marks a fault of wording that is forgiven once in a message plainly written for its
    reader. ``bad`` and ``good`` are whole texts of the first of ``parts``, checked under ``example`` (a
    function where making it costs an import).
    """

    id: str
    severity: Severity
    advice: str
    bad: str
    good: str
    check: Check
    parts: tuple[PartName, ...] = ("message",)
    needs: tuple[Need, ...] = ()
    kinds: tuple[Kind, ...] = ()
    channels: tuple[Channel, ...] = ()
    languages: tuple[str, ...] = ()
    slip: bool = False
    thresholds: Mapping[str, float] = field(default_factory=dict)
    example: Context | Callable[[], Context] = field(default_factory=Context)

    good_example: Context | Callable[[], Context] | None = None

    @property
    def example_context(self) -> Context:
        """The context of the examples, with this rule's own thresholds."""
        return self._made(self.example)

    @property
    def good_context(self) -> Context:
        """The context of the good example, which differs where the fault lies in the context."""
        return self._made(self.example if self.good_example is None else self.good_example)

    def _made(self, example: Context | Callable[[], Context]) -> Context:
        made = example() if callable(example) else example
        return replace(made, thresholds={**self.thresholds, **made.thresholds})

    @property
    def family(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def summary(self) -> str:
        """The first line of the rule's docstring."""
        return (self.check.__doc__ or "").strip().splitlines()[0]

    def section(self, name: Literal["Why", "Source"]) -> str:
        """A section of the docstring ("Why", "Source") on one line."""
        found = re.search(rf"{name}:\s*(.*?)(?=\n\s*(?:Why|Source):|\Z)", self.check.__doc__ or "", re.DOTALL)
        return " ".join(found.group(1).split()) if found else ""

    def applies(self, part: PartName, kind: Kind, channel: Channel) -> bool:
        """Whether part, kind and channel are this rule's own (language and needs are told apart as *skipped*)."""
        return (
            part in self.parts
            and (not self.kinds or kind in self.kinds)
            and (not self.channels or channel in self.channels)
        )

    def reads(self, language: str) -> bool:
        """Whether the rule can read a language."""
        return not self.languages or language in self.languages

    def lacks(self, context: Context) -> bool:
        """Whether something is missing without which the rule cannot judge."""
        return bool(self.needs) and not all(map(context.has, self.needs))


def rule(
    rule_id: str,
    *,
    severity: Severity,
    advice: str,
    bad: str,
    good: str,
    parts: tuple[PartName, ...] = ("message",),
    needs: tuple[Need, ...] = (),
    kinds: tuple[Kind, ...] = (),
    channels: tuple[Channel, ...] = (),
    languages: tuple[str, ...] = (),
    slip: bool = False,
    thresholds: Mapping[str, float] | None = None,
    example: Context | Callable[[], Context] | None = None,
    good_example: Context | Callable[[], Context] | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a function; see :class:`Rule` for the fields. The docstring is the rule's documentation."""
    if not _ID.fullmatch(rule_id):
        raise ValueError(f"a rule's id is family.slug, not {rule_id!r}")

    def make(check: Check) -> Rule:
        return Rule(
            id=rule_id,
            severity=severity,
            advice=advice,
            bad=bad,
            good=good,
            check=check,
            parts=parts,
            needs=needs,
            kinds=kinds,
            channels=channels,
            languages=languages,
            slip=slip,
            thresholds=thresholds or {},
            example=example or Context(),
            good_example=good_example,
        )

    return make
