"""The person's view of a draft: Message, Voicemail, Evidence, Findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from drafter.cli._terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.models import Draft, Fact, Finding, PartName, Profile, Report, Result

STYLES = {"error": "bold red", "warning": "yellow", "hint": "cyan"}
_PARTS: tuple[PartName, ...] = ("subject", "message", "voicemail", "conversation")


def show_result(result: Result, *, across: Iterable[Finding] = (), console: Console | None = None) -> None:
    """Print a result; text of sources is printed as it is, never read as markup.

    ``across`` is what only the whole batch shows of it.
    """
    console = console or Terminal(highlight=False, soft_wrap=False)
    if result.draft is None:
        _show_needs(result, console)
        return
    _show_draft(result.draft, result.report, console)
    for number, other in enumerate(result.alternatives, 1):
        _heading(console, f"Alternative {number}")
        _indented(console, Text(other.draft.message))
    _show_evidence(result.draft, result.profile, console)
    _show_findings(result.report, tuple(across), result.draft, console)
    _show_provenance(result, console)


def _show_needs(result: Result, console: Console) -> None:
    _heading(console, "Gather this first")
    console.print("Too little is known for a message that is about this person. What would help:")
    for need in result.needs:
        _indented(console, Text(f"• {need}"))


def _show_draft(draft: Draft, report: Report, console: Console) -> None:
    _heading(console, "Message")
    if draft.subject:
        _indented(console, Text.assemble(("Subject: ", "dim"), marked(draft, report, "subject")))
        console.print()
    _indented(console, marked(draft, report, "message"))
    if draft.voicemail:
        seconds = report.metrics.get("voicemail.seconds")
        _heading(console, f"Voicemail ({seconds:.0f} s)" if seconds else "Voicemail")
        _indented(console, marked(draft, report, "voicemail"))
    if draft.conversation:
        _heading(console, "Conversation")
        _indented(console, marked(draft, report, "conversation"))


def marked(draft: Draft, report: Report, part: PartName) -> Text:
    """A part with the stretches that findings point at underlined."""
    text = Text(draft.part(part) or "")
    for finding in reversed(report.findings):
        if finding.part == part and finding.end > finding.start:
            text.stylize(f"underline {STYLES[finding.severity]}", finding.start, finding.end)
    return text


def _show_evidence(draft: Draft, profile: Profile, console: Console) -> None:
    _heading(console, "Evidence")
    shown: set[str] = set()
    for sentence in draft.sentences:
        if not sentence.facts:
            continue
        said = (draft.part(sentence.part) or "")[sentence.start : sentence.end]
        _indented(console, Text.assemble((f"{sentence.part}: ", "dim"), said))
        for fact_id in sentence.facts:
            fact = profile.fact(fact_id)
            if fact:
                _indented(console, _evidence(fact, profile, again=fact_id in shown), 4)
                shown.add(fact_id)
    if not shown:
        _indented(console, Text("no sentence cites a fact"))


def _evidence(fact: Fact, profile: Profile, *, again: bool) -> Text:
    if again:
        return Text(f"← {fact.id}, quoted above", style="dim")
    note = next((note for note in profile.notes if note.id == fact.note), None)
    origin = note.origin if note else fact.note
    quote = " ".join(fact.quote.split())
    return Text.assemble(f"← {fact.id} “{quote}”", (f"  {origin}{f', {fact.date}' if fact.date else ''}", "dim"))


def _show_findings(report: Report, across: Sequence[Finding], draft: Draft, console: Console) -> None:
    from drafter.batch.across import quoted

    supported, statements = report.metrics.get("facts.supported"), report.metrics.get("facts.statements")
    _heading(console, "Findings")
    if supported is not None and statements:
        _indented(console, Text(f"{supported:.0f} of {statements:.0f} statements supported."))
    if not report.findings and not across:
        _indented(console, Text("Nothing found."))
    for part in _PARTS:
        for finding in report.findings:
            if finding.part == part:
                _show_finding(finding, f"{part}: ", console)
    for finding in across:
        _show_finding(finding, f"batch: {quoted(finding, draft)}", console)


def _show_finding(finding: Finding, before: str, console: Console) -> None:
    label = (f"{finding.severity:<8}", STYLES[finding.severity])
    _indented(console, Text.assemble(label, f"{before}{finding.message} ", (finding.rule, "dim")))
    _indented(console, Text(f"→ {finding.advice}"), 11)


def show_row(result: Result, across: Iterable[Finding], *, console: Console | None = None) -> None:
    """A result as one row of a batch: with what went wrong on the way, and what only the whole batch shows."""
    console = console or Terminal(highlight=False)
    show_result(result, across=across, console=console)
    for warning in result.warnings:
        _indented(console, Text(warning, style="yellow"))


def _show_provenance(result: Result, console: Console) -> None:
    model, usage = result.provenance.model, result.usage
    if model == "offline":
        line = "Composed by the offline writer from your notes alone; no language model was used."
    else:
        cost = f", {usage.cost_usd:.4f} USD" if usage.cost_usd is not None else ""
        tokens = usage.prompt_tokens + usage.completion_tokens
        line = f"Written by {model}: {usage.calls} call(s), {tokens} tokens{cost}. Nothing was sent to anybody else."
    console.print()
    console.print(Text(line, style="dim"))


def _heading(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, style="bold"))


def _indented(console: Console, text: Text, by: int = 2) -> None:
    console.print(Padding(text, (0, 0, 0, by)))
