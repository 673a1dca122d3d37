"""How ``drafter contacts`` looks to a person, and as JSON."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from drafter.cli._terminal import Terminal

if TYPE_CHECKING:
    from drafter.relationships.briefing import Briefing
    from drafter.relationships.cadence import Due
    from drafter.relationships.categories import Fill
    from drafter.relationships.importing import Step
    from drafter.relationships.network import BatchLog
    from drafter.relationships.outcomes import Funnel
    from drafter.relationships.pruning import Suggestion

_BAR = 30
_SHOWN_STEPS = 20


def row_json(row: Due) -> dict[str, Any]:
    """A person in the contract's form."""
    return {
        "name": row.person.name,
        "organization": row.person.organization,
        "category": row.person.category,
        "cadence_days": row.cadence_days,
        "last_contact": row.last_contact.isoformat() if row.last_contact else None,
        "next_due": row.next_due.isoformat() if row.next_due else None,
    }


def show_rows(rows: Sequence[Due], today: datetime.date, *, empty: str) -> None:
    """A table of people and dates."""
    console = Terminal(highlight=False)
    if not rows:
        console.print(Text(empty))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("Name", "Organisation", "Category", "Last contact", "Next"):
        table.add_column(column, no_wrap=column in ("Last contact", "Next"))
    styles = {"overdue": "bold red", "today": "bold", "this_week": "yellow", "later": "dim"}
    for row in rows:
        when = row.when(today)
        own = f", every {row.cadence_days} days" if row.person.cadence_days else ""
        table.add_row(
            Text(row.person.name),
            Text(row.person.organization or ""),
            Text(row.person.category.replace("_", " ") + own),
            str(row.last_contact or "never"),
            Text(f"{row.next_due or '–'}" + (" late" if when == "overdue" else ""), style=styles[when]),
        )
    console.print(table)


def show_plan(fills: Sequence[Fill]) -> None:
    """How full each category is, and what it is for."""
    table = Table(box=None, pad_edge=False)
    for column in ("Category", "People", "State", "Every", "What for"):
        table.add_column(column)
    for row in fills:
        every = f"{row.plan.cadence_days} d" if row.plan.cadence_days else "–"
        table.add_row(row.plan.name, f"{len(row.people)} of {row.plan.capacity}", row.state, every, row.plan.purpose)
    Terminal(highlight=False).print(table)


def import_json(steps: Sequence[Step], *, done: bool) -> dict[str, Any]:
    """Counts by action, and each row."""
    return {
        "done": done,
        "counts": dict(Counter(step.action for step in steps)),
        "rows": [{"row": s.row, "name": s.person.name, "action": s.action, "says": s.says} for s in steps],
    }


def show_import(steps: Sequence[Step], *, done: bool) -> None:
    """Counts, and the rows that are not plainly new."""
    console = Terminal(highlight=False)
    counts: Counter[str] = Counter(step.action for step in steps)
    words = {"new": "new", "update": "updated", "same": "unchanged", "double": "double", "barred": "left out"}
    told = ", ".join(f"{counts[action]} {word}" for action, word in words.items() if counts[action])
    nameless = f", {counts['nameless']} without a name" if counts["nameless"] else ""
    console.print(Text(f"{'Imported' if done else 'Would import'} {len(steps)} row(s): {told}{nameless}."))
    notable = [step for step in steps if step.action != "new"]
    for step in notable[:_SHOWN_STEPS]:
        console.print(Text(f"  row {step.row}  {step.says}"))
    if len(notable) > _SHOWN_STEPS:
        console.print(Text(f"  … and {len(notable) - _SHOWN_STEPS} more (--json shows all)"))


def show_prune(found: Sequence[Suggestion]) -> None:
    """Suggestions, or a kind word."""
    console = Terminal(highlight=False)
    if not found:
        console.print("Nobody: everyone has a reason, answers, and has room.")
    for suggestion in found:
        console.print(Text.assemble((suggestion.person.name, "bold"), f": {suggestion.reason}"))
        console.print(Text(f"  → {suggestion.advice}"))


def funnel_json(row: Funnel) -> dict[str, Any]:
    """A funnel with its ranges."""
    from drafter.relationships.outcomes import STAGES

    return {
        "group": row.group,
        **{
            stage: {
                "count": found.hits,
                "share": found.share,
                "low": round(found.low, 4) if found.total else None,
                "high": round(found.high, 4) if found.total else None,
            }
            for stage, found in zip(STAGES, row.stages, strict=True)
        },
    }


def show_funnel(rows: Sequence[Funnel], *, conversations: int) -> None:
    """Bars with ranges, and what to expect."""
    from drafter.relationships.outcomes import ENOUGH, STAGES, comparable, expectation, plan

    console = Terminal(highlight=False)
    for row in rows:
        if len(rows) > 1:
            console.print(Text(row.group.replace("_", " "), style="bold"))
        most = max(row.messages, 1)
        for stage, found in zip(STAGES, row.stages, strict=True):
            bar = "█" * round(_BAR * found.hits / most)
            ranged = f"{found.low:.0%}–{found.high:.0%}" if found.total and stage != "messages" else ""
            console.print(Text(f"  {stage:<14}{found.hits:>5}  {bar:<{_BAR}} {ranged}".rstrip()))
    if len(rows) == 1:
        console.print(Text(expectation(rows[0])))
        if rows[0].messages:
            console.print(Text(plan(rows[0], conversations=conversations)))
    elif not comparable(rows):
        console.print(Text(f"Too few messages to compare groups: at least {ENOUGH} each would be needed."))


def write_funnel(path: Path, rows: Sequence[Funnel]) -> None:
    """The figures as CSV."""
    from drafter.relationships.files import write_whole
    from drafter.relationships.outcomes import STAGES

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["group", "stage", "count", "messages", "share", "low", "high"])
    for row in rows:
        for stage, found in zip(STAGES, row.stages, strict=True):
            share = "" if found.share is None else f"{found.share:.4f}"
            writer.writerow([row.group, stage, found.hits, found.total, share, f"{found.low:.4f}", f"{found.high:.4f}"])
    write_whole(path, text.getvalue().encode())


def briefing_json(briefing: Briefing) -> dict[str, Any]:
    """A briefing as JSON."""
    return {
        "person": briefing.person.name,
        "last": briefing.last.model_dump(mode="json") if briefing.last else None,
        "promises": {"mine": [p.text for p in briefing.mine], "theirs": [p.text for p in briefing.theirs]},
        "changes": [change.model_dump(mode="json") for change in briefing.changes],
        "news": [fact.statement for fact in briefing.news],
        "offers": list(briefing.offers),
    }


def show_batch_log(found: BatchLog) -> None:
    """What was logged, whom nobody knows, and what is to be looked at again."""
    console = Terminal(highlight=False)
    new = [entry for entry in found.logged if not entry.again]
    again = f" ({len(found.logged) - len(new)} known already)" if len(found.logged) > len(new) else ""
    console.print(Text(f"Logged as sent: {len(new)}{again}."))
    for entry in new[:_SHOWN_STEPS]:
        kind = (entry.touch.message_kind or entry.touch.kind).replace("_", " ")
        channel = (entry.touch.channel or "").replace("_", " ")
        console.print(Text(f"  {entry.person.name}: {kind} by {channel}, {entry.touch.on:%d %B %Y}"))
    if found.unknown:
        names = ", ".join(one.row.name for one in found.unknown[:_SHOWN_STEPS])
        console.print(Text(f"Not plainly somebody in your contacts: {len(found.unknown)} ({names})."))
        console.print(Text("  --add takes them in, with the purpose of their row as the reason."))
    for person in found.withdrawn:
        console.print(Text(f"{person.name}: logged as sent before, but not approved any more."))
        console.print(Text(f'  If it was not sent: drafter contacts unlog "{person.name}"'))


def show_briefing(briefing: Briefing, cautions: Sequence[str] = ()) -> None:
    """A briefing to read before writing."""
    console = Terminal(highlight=False)
    person, last = briefing.person, briefing.last
    console.print(Text(person.name, style="bold"))
    console.print(Text(", ".join(part for part in (person.role, person.organization) if part)))
    if person.reason:
        console.print(Text(f"Why: {person.reason}"))
    when = f"{last.kind} on {last.on:%d %B %Y}" if last else "nothing yet"
    console.print(Text(f"Last: {when}" + (f": “{briefing.said}”" if briefing.said else "")))
    for caution in cautions:
        console.print(Text(f"Mind: {caution}", style="yellow"))
    for label, promises in (("You promised", briefing.mine), ("They promised", briefing.theirs)):
        for promise in promises:
            console.print(Text(f"{label}: {promise.text}" + (f" (by {promise.due})" if promise.due else "")))
    for change in briefing.changes:
        console.print(Text(f"New: {change.field} {change.old or '–'} → {change.new} ({change.origin})"))
    for fact in briefing.news:
        console.print(Text(f"New: {fact.statement}"))
    console.print(Text("You could offer:"))
    for offer in briefing.offers:
        console.print(Text(f"  • {offer}"))
