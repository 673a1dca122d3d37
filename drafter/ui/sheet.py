"""The draft on the page: edited in place, findings underlined, evidence beside each sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from drafter.models import Channel, Draft, Kind, PartName, Profile, Report
from drafter.ui import theme, words
from drafter.ui.evidence import source
from drafter.ui.meter import Measure, measure
from drafter.ui.spans import PARTS, supported, utf16

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

LABELS: dict[PartName, str] = {
    "subject": "Subject",
    "message": "Message",
    "voicemail": "Voicemail",
    "conversation": "Conversation",
}


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "drafter_sheet", html='<div class="root"></div>', css=theme.asset("sheet.css"), js=theme.asset("sheet.js")
    )


def sheet(
    draft: Draft,
    report: Report,
    *,
    profile: Profile,
    channel: Channel,
    kind: Kind,
    key: str,
    name: str,
    on_edit: Callable[[str, PartName, str], None],
) -> None:
    """Show the draft for editing; ``on_edit(name, part, text)`` is called a moment after the typing stops.

    ``name`` says which draft it is. The key stays the same from draft to draft: with one of its own for each, the page
    would show two for a moment. A text that was taken already may be sent again.
    """

    def edited() -> None:
        sent = (st.session_state.get(key) or {}).get("edits") or {}
        parts = sent.get("parts") or {}
        for part in PARTS:
            if part in parts:
                on_edit(str(sent.get("name")), part, str(parts[part]))

    data = {
        "name": name,
        "parts": [
            _part(
                draft, report, profile, name, measure(name, draft.part(name) or "", report, channel=channel, kind=kind)
            )
            for name in PARTS
            if draft.part(name) is not None
        ],
        "facts": _facts(profile),
        "summary": summary(report),
    }
    _component()(key=key, data=data, on_edits_change=edited)


def summary(report: Report) -> str:
    """What the checks say of the draft, in one line."""
    good, total = supported(report)
    counts = [sum(f.severity == severity for f in report.findings) for severity in ("error", "warning", "hint")]
    named = [
        f"{count} {word}{'s' if count > 1 and word != 'to better' else ''}"
        for count, word in zip(counts, ("error", "warning", "hint"), strict=True)
        if count
    ]
    proven = f"{good} of {total} statements supported" if total else "no statement about the contact"
    return f"{proven}; {', '.join(named) if named else 'nothing found by the checks'}"


def _part(draft: Draft, report: Report, profile: Profile, name: PartName, size: Measure) -> dict[str, Any]:
    text = draft.part(name) or ""
    quotes = {fact.id: fact.quote for fact in profile.facts}
    return {
        "part": name,
        "label": LABELS[name],
        "text": text,
        "language": draft.language,
        "note": size.text,
        "filled": size.filled,
        "over": size.over,
        "findings": [
            {
                "start": utf16(text, finding.start),
                "end": utf16(text, finding.end),
                "severity": finding.severity,
                "message": words.sentence(words.without_ids(finding.message, quotes)),
                "advice": words.sentence(finding.advice),
            }
            for finding in report.findings
            if finding.part == name
        ],
        "sentences": [
            {
                "start": utf16(text, sentence.start),
                "end": utf16(text, sentence.end),
                "facts": list(sentence.facts),
            }
            for sentence in draft.sentences
            if sentence.part == name
        ],
    }


def _facts(profile: Profile) -> dict[str, dict[str, str]]:
    notes = {note.id: note for note in profile.notes}
    return {fact.id: {"quote": fact.quote, "source": source(notes.get(fact.note))} for fact in profile.facts}
