"""What came of it: a funnel with honest ranges, planning figures and expectations in plain words.

A range is the Wilson score interval (Wilson 1927, JASA 22; recommended for small samples by Brown, Cai & DasGupta 2001,
Statistical Science 16). Nothing here claims that a kind of message *causes* an outcome.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.storage import Outcome, Person, Touch

Stage = Literal["messages", "replies", "conversations", "results"]
STAGES: tuple[Stage, ...] = ("messages", "replies", "conversations", "results")
OUTCOME_KINDS = ("reply", "conversation", "referral", "interview", "offer", "decline", "not_now")
_REACHES: Mapping[str, int] = {
    "reply": 1,
    "decline": 1,
    "not_now": 1,
    "conversation": 2,
    "referral": 3,
    "interview": 3,
    "offer": 3,
}
# A follow-up belongs to the message before it, and thanks wait for no answer.
_LATER = frozenset({"follow_up", "thank_you"})
_TALKS = frozenset({"call", "meeting", "coffee"})
# Outcomes later than this after a message are not counted as its own.
WINDOW_DAYS = 60
# Before this many messages a comparison between groups says nothing.
ENOUGH = 20
# Before this many nothing is foretold: the interval spans more than half of all that is possible.
FEW = 5
_Z = 1.959963984540054  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Range:
    """A share of ``hits`` in ``total`` with its 95 % interval; without any trial everything is possible."""

    hits: int
    total: int
    low: float
    high: float

    @property
    def share(self) -> float | None:
        """The observed share, or ``None`` without a trial."""
        return self.hits / self.total if self.total else None


def wilson(hits: int, total: int, *, z: float = _Z) -> Range:
    """The Wilson score interval of a proportion.

    Raises:
        ValueError: when ``hits`` is not between 0 and ``total``.
    """
    if not 0 <= hits <= total:
        raise ValueError(f"{hits} of {total} is no proportion")
    if total == 0:
        return Range(0, 0, 0.0, 1.0)
    share = hits / total
    scale = 1 + z * z / total
    centre = (share + z * z / (2 * total)) / scale
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / scale
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    high = 1.0 if hits == total else min(1.0, centre + half)
    return Range(hits, total, low, high)


@dataclass(frozen=True, slots=True)
class Approach:
    """One first message (with its follow-ups) and how far it led: 0 sent, 1 reply, 2 conversation, 3 a result."""

    touch: Touch
    person: Person
    reached: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many approaches reached each stage; each stage's range is of the messages sent."""

    group: str
    stages: tuple[Range, ...]

    @property
    def messages(self) -> int:
        """How many approaches there were."""
        return self.stages[0].total


def approaches(
    people: Iterable[Person],
    touches: Iterable[Touch],
    outcomes: Iterable[Outcome],
    *,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> tuple[Approach, ...]:
    """Each first message with how far it led; follow-ups belong to the message before them.

    An outcome belongs to the message it names, else to the latest approach to that person in the 60 days before it.
    """
    by_id = {person.id: person for person in people}
    events = sorted(touches, key=lambda touch: (touch.on, touch.id))
    firsts = [t for t in events if t.kind == "sent" and t.message_kind not in _LATER and t.person_id in by_id]
    reached = {touch.id: 0 for touch in firsts}
    by_person: dict[int, list[Touch]] = {}
    for touch in firsts:
        by_person.setdefault(touch.person_id, []).append(touch)
    signs = [(o.person_id, o.on, _REACHES.get(o.kind, 0), o.touch_id) for o in outcomes]
    signs += [(t.person_id, t.on, 2, None) for t in events if t.kind in _TALKS]
    signs += [(t.person_id, t.on, 1, None) for t in events if t.kind == "received"]
    for person_id, on, stage, touch_id in signs:
        owner = touch_id if touch_id in reached else _owner(by_person.get(person_id, ()), on)
        if owner is not None:
            reached[owner] = max(reached[owner], stage)
    chosen = [t for t in firsts if (since is None or t.on >= since) and (until is None or t.on <= until)]
    return tuple(Approach(touch, by_id[touch.person_id], reached[touch.id]) for touch in chosen)


def _owner(sent: Sequence[Touch], on: datetime.date) -> int | None:
    near = [touch for touch in sent if datetime.timedelta(0) <= on - touch.on <= datetime.timedelta(days=WINDOW_DAYS)]
    return near[-1].id if near else None


GROUPINGS: Mapping[str, Callable[[Approach], str]] = {
    "kind": lambda approach: approach.touch.message_kind or "unknown",
    "category": lambda approach: approach.person.category,
    "channel": lambda approach: approach.touch.channel or "unknown",
    "month": lambda approach: f"{approach.touch.on:%Y-%m}",
}


def funnel(found: Sequence[Approach], *, group: str = "all") -> Funnel:
    """The funnel of these approaches."""
    total = len(found)
    return Funnel(group, tuple(wilson(sum(a.reached >= stage for a in found), total) for stage in range(len(STAGES))))


def funnels(found: Sequence[Approach], by: str) -> tuple[Funnel, ...]:
    """A funnel for each group ("kind", "category", "channel", "month"), the largest first; months in order.

    Raises:
        KeyError: for an unknown grouping.
    """
    name_of = GROUPINGS[by]
    groups: dict[str, list[Approach]] = {}
    for approach in found:
        groups.setdefault(name_of(approach), []).append(approach)
    rows = [funnel(members, group=name) for name, members in groups.items()]
    return tuple(
        sorted(rows, key=(lambda row: row.group) if by == "month" else (lambda row: (-row.messages, row.group)))
    )


def messages_for(wanted: int, rate: Range) -> int | None:
    """How many messages to send to expect ``wanted`` outcomes at the observed share; ``None`` when none was seen."""
    return math.ceil(wanted / rate.share) if rate.share else None


def chance_of_none(messages: int, share: float) -> float:
    """How likely it is that none of so many messages leads anywhere."""
    return (1 - share) ** messages


def likely_count(messages: int, share: float) -> tuple[int, int]:
    """Between which counts 95 % of such series fall (binomial quantiles)."""
    cumulative, low, high = 0.0, None, messages
    for count in range(messages + 1):
        cumulative += math.comb(messages, count) * share**count * (1 - share) ** (messages - count)
        if low is None and cumulative >= 0.025:
            low = count
        if cumulative >= 0.975:
            high = count
            break
    return (low or 0, high)


def expectation(funnel_row: Funnel, *, messages: int = 20) -> str:
    """What to expect of the next messages, in plain words, with the uncertainty said."""
    talks = funnel_row.stages[2]
    if talks.total == 0:
        return "No message has been logged yet, so there is nothing to expect from the figures."
    if not talks.hits:
        so_far = "The one message so far led to no" if talks.total == 1 else f"None of {talks.total} messages led to a"
        return f"{so_far} conversation yet; the true share may be anything up to {talks.high:.0%}. " + (
            "Too few to say that it does not work." if talks.total < ENOUGH else "Time to try it in another way."
        )
    if talks.total < FEW:
        return (
            f"{talks.total} message{'' if talks.total == 1 else 's'} can tell nothing about the next ones yet: "
            f"the true share of conversations may be {talks.low:.0%} or {talks.high:.0%}."
        )
    share = talks.hits / talks.total
    low, high = likely_count(messages, share)
    none = chance_of_none(messages, share)
    rare = f"none happens once in {round(1 / none)} times" if none >= 0.001 else "none is very unlikely"
    text = f"With {messages} such messages expect {low}–{high} conversations; {rare}."
    if talks.total < ENOUGH:
        text += (
            f" This rests on only {talks.total} messages: the true share may be {talks.low:.0%} or {talks.high:.0%}."
        )
    return text


def plan(funnel_row: Funnel, *, conversations: int = 2) -> str:
    """How many messages so many conversations take, in plain words."""
    talks = funnel_row.stages[2]
    count = messages_for(conversations, talks)
    if talks.total < FEW:
        return f"With {FEW} messages or more a plan can be made."
    if count is None:
        return f"There is no conversation in {talks.total} messages yet to plan with."
    most = math.ceil(conversations / talks.low) if talks.low else None
    fewest = math.ceil(conversations / talks.high)
    reach = f"between {fewest} and {most}" if most else f"{fewest} or more"
    plural = "conversation" if conversations == 1 else "conversations"
    known = f"as far as {talks.total} messages can tell"
    return f"For {conversations} {plural} send about {count} messages ({reach}, {known})."


def comparable(rows: Sequence[Funnel]) -> bool:
    """Whether groups may be compared at all: at least two have enough messages."""
    return sum(row.messages >= ENOUGH for row in rows) >= 2
