"""Whether the sources bear out what a text claims of the reader and their organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from drafter.checks._text import Text
from drafter.checks.grounding.comparing import (
    alone,
    alternatives,
    attachment,
    citation,
    deeds,
    doing,
    durations,
    extent,
    figures,
    founding,
    milestones,
    offices,
    order,
    periods,
    reckoning,
    relations,
    status,
    strangers,
    support,
    teaching,
    timing,
    whose,
)
from drafter.checks.grounding.comparing.listed import listed
from drafter.checks.grounding.comparing.matching import Match
from drafter.checks.grounding.reading.anchors import items
from drafter.checks.grounding.reading.claims import Claim, claims
from drafter.checks.grounding.reading.indexing import evidence_for
from drafter.checks.grounding.reading.item import Item
from drafter.checks.grounding.reading.scope import Scope, scope_for
from drafter.checks.grounding.reading.sources import said_before
from drafter.checks.grounding.reading.wording import COLLEAGUES, OF_SOMEBODY, SECOND
from drafter.checks.grounding.sender.own import faults as sender_faults
from drafter.checks.grounding.sender.own import others

if TYPE_CHECKING:
    from drafter.checks._rule import Context
    from drafter.checks.grounding.reading.sources import Evidence
    from drafter.models import Severity

_CHANCE = 2
Fault = Literal[
    "number", "date", "name", "title", "quote", "relation", "person", "outdated", "unsupported", "citation", "sender"
]
_REMEMBERED = 2000
# What of a context a verdict may depend on; cited facts stand in the claim itself.
_WEIGHED = ("contact", "organization", "sender", "history", "received", "purpose", "reply", "today", "kind", "channel")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at ``[start, end)``."""

    fault: Fault
    start: int
    end: int
    message: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Judgement:
    """All problems of a text, and how many of its statements stand."""

    problems: tuple[Problem, ...]
    statements: int
    supported: int


def judge(text: Text, context: Context) -> Judgement:
    """The judgement on a text, made once for all rules."""
    kept = text.__dict__.get("_judgement")
    if kept is not None and kept[0] is context.profile:
        found: Judgement = kept[1]
        return found
    made = _judge(text, context)
    text.__dict__["_judgement"] = (context.profile, made)
    return made


def _judge(text: Text, context: Context) -> Judgement:
    evidence = evidence_for(context)
    before = _before(context, evidence)
    problems: list[Problem] = []
    statements = supported = 0
    for at, claim in claims(text, context):
        # The verdict on a sentence depends on nothing else in the text: who types has most of them judged already.
        key = (claim, text.language)
        told = before.get(key)
        if told is None:
            if len(before) >= _REMEMBERED:
                before.clear()
            told = before[key] = _verdict(claim, text.language, context, evidence)
        problems += (replace(problem, start=problem.start + at, end=problem.end + at) for problem in told.problems)
        statements += told.statements
        supported += told.supported
    return Judgement(tuple(problems), statements, supported)


def _before(context: Context, evidence: Evidence) -> dict[tuple[Claim, str], Judgement]:
    """The verdicts that were reached with the same profile, people and correspondence."""
    given = tuple(getattr(context, name) for name in _WEIGHED)
    kept: tuple[object, dict[tuple[Claim, str], Judgement]] | None = evidence.__dict__.get("_verdicts")
    if kept is None or kept[0] != given:
        kept = evidence.__dict__["_verdicts"] = (given, {})
    return kept[1]


def _verdict(claim: Claim, language: str, context: Context, evidence: Evidence) -> Judgement:
    """The judgement on one sentence, read by itself."""
    text = Text("message", claim.sentence.text, language)
    problems = [Problem("sender", *told) for told in sender_faults(claim, text, context, evidence)]
    parts = others(claim, items(claim, text, evidence), context)
    if not parts:
        return Judgement((*problems, *_invented(claim, context, evidence)), 0, 0)
    scope = scope_for(claim, text, context, evidence)
    if claim.soft and all(item.sort == "word" for item in parts):
        granted = list(_granted(claim, Match(parts, scope), context)) or _invented(claim, context, evidence)
        return Judgement((*problems, *granted), 0, 0)
    found = list(_problems(claim, parts, scope, context)) or list(_invented(claim, context, evidence))
    if not found and claim.facts:
        found = [Problem("citation", *told, "warning") for told in citation.faults(claim, parts, scope)]
    return Judgement((*problems, *found), not claim.soft or bool(found), not claim.soft and not found)


def _invented(claim: Claim, context: Context, evidence: Evidence) -> Iterator[Problem]:
    """Deeds taken for granted that nothing tells of."""
    return (Problem("unsupported", *told, "warning") for told in deeds.faults(claim, evidence, said_before(context)))


def _granted(claim: Claim, match: Match, context: Context) -> Iterator[Problem]:
    """A rank that even a question takes for granted: "As curator, do you …?"."""
    told = (*offices.faults(claim, match, alone.role_of(context)), *offices.of_others(claim, match))
    return (Problem(*one) for one in told[:1])


def _problems(claim: Claim, parts: list[Item], scope: Scope, context: Context) -> Iterator[Problem]:
    """The faults of the first test that finds any: what stands nowhere says more than what stands elsewhere."""
    match = Match(parts, scope)
    tests: tuple[Callable[[], Iterable[Problem]], ...] = (
        lambda: (Problem(*told) for item in parts if (told := alone.fault(item, claim, match, context))),
        lambda: _bound(claim, match, context),
        lambda: (Problem(*told) for told in milestones.faults(claim, match)),
        lambda: _granted(claim, match, context),
        lambda: (Problem("outdated", *told) for told in periods.outdated(claim, match, alone.role_of(context))),
        lambda: (Problem("outdated", *told) for told in periods.dwelling(claim, match)),
        lambda: (Problem("date", *told) for told in timing.faults(claim, match)),
        lambda: (Problem("title" if told[0] else "relation", *told[1:]) for told in founding.faults(claim, match)),
        lambda: (Problem("relation", *told) for told in order.faults(claim, match)),
        lambda: (Problem("relation", *told) for told in relations.faults(claim, parts, match)),
        lambda: _exchanged(claim, match, context),
        lambda: _done_by(claim, match, context),
        lambda: islice((_extended(told) for told in extent.faults(claim, match)), 1),
        lambda: _standing(claim, parts, match),
        lambda: _prose(claim, parts, match),
        lambda: _of_another(claim, match),
    )
    for test in tests:
        found = list(test())
        if found:
            yield from found
            return


def _exchanged(claim: Claim, match: Match, context: Context) -> Iterator[Problem]:
    """The known told of the wrong one: whose kin, who taught whom, and how long."""
    for test in (whose.faults, teaching.faults):
        yield from (Problem("relation", *told) for told in test(claim, match))
    yield from (Problem("number", *told) for told in durations.faults(claim, match, context))


def _done_by(claim: Claim, match: Match, context: Context) -> Iterator[Problem]:
    """Deeds of somebody else."""
    if not match.scope.subject_named():
        return
    employer = context.organization or (context.profile.organization if context.profile else None)
    cast = strangers.cast_of(match.scope.contact, employer.name if employer else "")
    told = [Problem("relation", *one) for one in doing.faults(claim, match, cast)]
    yield from told
    who = None if told or claim.inferred else strangers.stranger(claim, match, cast)
    if who:
        yield Problem("person", match.parts[0].start, match.parts[-1].end, f"the notes say this of {who}")


def _of_another(claim: Claim, match: Match) -> Iterator[Problem]:
    """What the sources say mostly of another person."""
    text = claim.sentence.text
    owner = None if not SECOND.search(text) or COLLEAGUES.search(text) else match.better_owner()
    if owner:
        yield Problem("person", match.parts[0].start, match.parts[-1].end, f"the notes say this of {owner}")


def _settled(item: Item, claim: Claim, match: Match, context: Context) -> bool:
    """Whether a figure claims nothing, or is reckoned rather than read."""
    text, evidence = claim.sentence.text, match.scope.evidence
    if item.sort == "date":
        if milestones.dated_above(item, match):
            return True
        return alone.exempt(item, claim) or figures.dated_apart(item, evidence)
    return item.sort == "number" and (
        alone.exempt(item, claim)
        or reckoning.reckoned(item, text, match, context)
        or listed(item, match)
        or figures.is_share(item, text, evidence)
    )


def _bound(claim: Claim, match: Match, context: Context) -> Iterator[Problem]:
    """Parts that are known but stand with something else: the year of another talk, the court of another ruling."""
    for item, instead in attachment.faults(claim, match):
        if item.sort == "name" or not alone.exempt(item, claim):
            yield Problem(_sort(item), item.start, item.end, f"the notes say this of {instead}, not of “{item.text}”")
            return
    for item in match.parts:
        if item.sort not in ("number", "date", "name") or _settled(item, claim, match, context):
            continue
        alike = attachment.counted_alike(item, claim, match) if item.sort == "number" else None
        if alike or (item.sort != "name" and attachment.attached(item, match)):
            continue
        if alike is False and not claim.lenient:
            yield Problem("number", item.start, item.end, f"the notes count something else with “{item.text}”")
            return
        rival = match.rival(item) if item.sort != "number" else None
        if rival:
            yield Problem(_sort(item), item.start, item.end, f"the notes say this of {rival}, not of “{item.text}”")
            return


def _extended(told: tuple[Fault, int, int, str]) -> Problem:
    return Problem(*told, "warning" if told[0] == "unsupported" else "error")


def _sort(item: Item) -> Fault:
    return "date" if item.sort == "date" else "number" if item.sort == "number" else "name"


def _standing(claim: Claim, parts: list[Item], match: Match) -> Iterator[Problem]:
    """What ended and what goes on, and words in whose place the sources have another."""
    for outdated, message in status.faults(claim, match):
        yield Problem("outdated" if outdated else "relation", parts[0].start, parts[-1].end, message)
        return
    if claim.inferred:
        return
    yield from (Problem("unsupported", *told, "warning") for told in alternatives.faults(claim, match))


def _is_general(claim: Claim, parts: list[Item], match: Match) -> bool:
    """Whether a sentence is about the world at large ("Old piers deserve more care"), which no note need say."""
    words = all(item.sort in ("word", "relation") for item in parts)
    return words and not match.told_together() and not OF_SOMEBODY.search(claim.sentence.text)


def _prose(claim: Claim, parts: list[Item], match: Match) -> Iterator[Problem]:
    """Plain words without support."""
    if claim.soft or _is_general(claim, parts, match):
        return
    checkable = [item for item in parts if item.sort == "word" and match.scope.checkable(item)]
    told = [Problem("unsupported", *one, "warning") for one in support.faults(claim, match)]
    yield from told
    if told:
        return
    owners = [owner for item in checkable if (owner := match.foreign_owner([item]))]
    foreign = None if strangers.is_of_colleague(claim.sentence.text) else max(owners, key=owners.count, default=None)
    # A single word that only another's sentence has may be chance.
    if foreign and not match.told_of_subject() and match.told_best_of_another(clearly=owners.count(foreign) < _CHANCE):
        yield Problem("person", checkable[0].start, checkable[-1].end, f"the notes say this of {foreign}")


def statements(text: Text, context: Context) -> tuple[int, int]:
    """How many statements about the reader a text makes, and how many of them stand."""
    judgement = judge(text, context)
    return judgement.statements, judgement.supported
