"""A draft as text with its findings underlined, as escaped HTML, for where it is read and not edited."""

from __future__ import annotations

from drafter.models import Draft, PartName, Report
from drafter.ui.spans import stretches
from drafter.ui.theme import escaped
from drafter.ui.words import sentence


def underlined(draft: Draft, report: Report, part: PartName) -> str:
    """One part of the draft; each finding is an underlined stretch whose title gives the advice."""
    text = draft.part(part) or ""
    pieces = []
    for stretch, finding in stretches(text, [f for f in report.findings if f.part == part]):
        if finding is None:
            pieces.append(escaped(stretch))
        else:
            title = escaped(f"{sentence(finding.message)} {sentence(finding.advice)}")
            pieces.append(f'<span class="finding {finding.severity}" title="{title}">{escaped(stretch)}</span>')
    return f'<div class="letter">{"".join(pieces)}</div>'
