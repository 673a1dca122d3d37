"""The checks: rules that find faults in a draft, without a model, a clock or a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks import (
    ask,
    ask_size,
    clarity,
    closing,
    facts,
    format,  # noqa: A004 - the family's name
    kind,
    kind_content,
    length,
    manners,
    names,
    opening,
    pitch,
    placeholder,
    privacy,
    specificity,
    tone,
    tone_marks,
    voicemail,
    voicemail_content,
    voicemail_number,
)
from drafter.checks._engine import run
from drafter.checks._rule import Context, Hit, Rule

if TYPE_CHECKING:
    from drafter.models import Brief, Draft, Profile, Report
    from drafter.settings import RuleSettings, Settings

__all__ = ["RULES", "Context", "Hit", "Rule", "check", "context_for"]

RULES: tuple[Rule, ...] = (
    *facts.FACTS_RULES,
    *names.NAMES_RULES,
    *placeholder.RULES,
    *length.RULES,
    *opening.RULES,
    *closing.RULES,
    *specificity.RULES,
    *ask.RULES,
    *ask_size.RULES,
    *pitch.RULES,
    *tone.RULES,
    *tone_marks.RULES,
    *clarity.RULES,
    *kind.RULES,
    *kind_content.RULES,
    *manners.RULES,
    *privacy.RULES,
    *format.RULES,
    *voicemail.RULES,
    *voicemail_content.RULES,
    *voicemail_number.RULES,
)


def check(draft: Draft, context: Context, *, rules: RuleSettings | None = None) -> Report:
    """What all rules say of a draft, most serious first; the same input gives the same report, always.

    Raises:
        SettingsError: when ``rules`` names a rule that does not exist.
    """
    from drafter.checks._metrics import metrics
    from drafter.models import Finding, Report

    outcome = run(draft, context, RULES, rules)
    findings = tuple(
        Finding(
            rule=one.rule,
            severity=one.severity,
            part=one.part,
            start=one.start,
            end=one.end,
            message=one.message,
            advice=one.advice,
        )
        for one in outcome.findings
    )
    figures = metrics(outcome.texts, outcome.context)
    return Report(verdict=outcome.verdict, findings=findings, metrics=figures, skipped=outcome.skipped)


def context_for(
    brief: Brief, profile: Profile | None, *, settings: Settings | None = None, draft: Draft | None = None
) -> Context:
    """What the checks may know when a draft is written to a brief."""
    return Context(
        channel=brief.channel,
        kind=brief.kind,
        contact=profile.contact.name if profile else None,
        organization=profile.organization if profile else None,
        profile=profile,
        sender=brief.sender,
        draft=draft,
        avoid=tuple(brief.avoid),
        history=tuple(brief.history),
        received=brief.received,
        purpose=brief.purpose,
        reply=brief.reply,
        today=brief.today,
        strict=True,
        paid_linkedin=bool(settings and settings.paid_linkedin),
    )
