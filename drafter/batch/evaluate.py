"""Drafts a set of contacts with one or more models and measures what came out."""

from __future__ import annotations

import csv
import io
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields
from functools import partial
from pathlib import Path

from drafter.batch.cases import Case
from drafter.errors import DrafterError
from drafter.gather import note_from_text
from drafter.models import Report, Result
from drafter.pipeline import Drafter
from drafter.settings import Settings

_RUN = 5  # words in a row that make a phrase


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one model made of one contact."""

    model: str
    contact: str
    kind: str
    channel: str
    language: str
    outcome: str  # drafted, needs or failed
    expected: bool
    first_verdict: str | None = None
    verdict: str | None = None
    rewrites: int = 0
    statements: int = 0
    supported: int = 0
    facts: int = 0
    words: int = 0
    characters: int = 0
    voicemail_seconds: float = 0
    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    seconds: float = 0
    rules: str = ""
    own: str = ""  # what the sender said of themself: repeating it is not the program's doing
    subject: str | None = None
    message: str | None = None
    voicemail: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """One model's figures over all contacts; shares are between 0 and 1, ``None`` where nothing was drafted."""

    model: str
    contacts: int
    drafted: int
    as_expected: int
    failed: int
    first_pass: float | None
    passed: float | None
    supported: float | None
    facts: float | None
    words: float | None
    voicemail_seconds: float | None
    shared_phrase: int
    calls: int
    tokens: int
    cost_usd: float | None
    seconds: float


def evaluate(
    cases: Sequence[Case],
    models: Sequence[str],
    *,
    settings: Settings,
    concurrency: int = 1,
    on_case: Callable[[Drafted], None] | None = None,
) -> tuple[tuple[Drafted, ...], tuple[Summary, ...]]:
    """Draft each case with each model, ``concurrency`` at once; a failure is a row, not the end."""
    rows: list[Drafted] = []
    with ThreadPoolExecutor(max_workers=concurrency) as pool:
        for model in models:
            drafter = Drafter(settings, model=model)
            for row in pool.map(partial(_row, drafter, model), cases):
                rows.append(row)
                if on_case:
                    on_case(row)
    return tuple(rows), tuple(summarize(model, [row for row in rows if row.model == model]) for model in models)


def draft_case(drafter: Drafter, case: Case) -> Result:
    """Gather, profile and draft one case."""
    typed = [
        note_from_text(text, origin=f"{case.name}, note {at}", kind="text")
        for at, text in enumerate(case.notes, start=1)
    ]
    gathered = drafter.gather(case.sources, notes=typed)
    profile, spent = drafter.read(
        gathered.notes,
        case.contact,
        organization=case.organization,
        role=case.role,
        sender=case.brief.sender,
        today=case.brief.today,
    )
    return drafter.draft(profile, case.brief, spent=spent)


def _row(drafter: Drafter, model: str, case: Case) -> Drafted:
    brief, started = case.brief, time.perf_counter()
    known = {
        "model": model,
        "contact": case.name,
        "kind": brief.kind,
        "channel": brief.channel,
        "expected": case.expects_draft,
    }
    try:
        result = draft_case(drafter, case)
    except DrafterError as error:
        return Drafted(**known, language="", outcome="failed", error=str(error), seconds=_since(started))  # type: ignore[arg-type]
    if result.draft is None:
        return Drafted(**known, language="", outcome="needs", seconds=_since(started))  # type: ignore[arg-type]
    return Drafted(**known, **_measured(result), outcome="drafted", seconds=_since(started))  # type: ignore[arg-type]


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 3)


def _measured(result: Result) -> dict[str, object]:
    draft, report = result.draft, result.report
    if draft is None:
        return {}
    metrics, sender = report.metrics, result.brief.sender
    return {
        "language": draft.language or "",
        "first_verdict": result.attempts[0].report.verdict,
        "verdict": report.verdict,
        "rewrites": len(result.attempts) - 1,
        "statements": _sum(metrics, "facts.statements"),
        "supported": _sum(metrics, "facts.supported"),
        "facts": len({fact for sentence in draft.sentences for fact in sentence.facts}),
        "words": int(metrics.get("message.words", len(draft.message.split()))),
        "characters": len(draft.message),
        "voicemail_seconds": round(metrics.get("voicemail.seconds", 0.0), 1),
        "calls": result.usage.calls,
        "prompt_tokens": result.usage.prompt_tokens,
        "completion_tokens": result.usage.completion_tokens,
        "cost_usd": result.usage.cost_usd,
        "rules": _rules(report),
        "own": " | ".join(filter(None, (*sender.facts, sender.role, sender.organization))),
        "subject": draft.subject,
        "message": draft.message,
        "voicemail": draft.voicemail,
    }


def _sum(metrics: Mapping[str, float], name: str) -> int:
    return int(sum(value for key, value in metrics.items() if key.endswith(name)))


def _rules(report: Report) -> str:
    return " ".join(f"{finding.rule}" for finding in report.findings if finding.severity != "hint")


def summarize(model: str, rows: Sequence[Drafted]) -> Summary:
    """The figures of one model's rows."""
    drafted = [row for row in rows if row.outcome == "drafted"]
    statements = sum(row.statements for row in drafted)
    costs = [row.cost_usd for row in rows if row.calls]
    known = [cost for cost in costs if cost is not None]
    return Summary(
        model=model,
        contacts=len(rows),
        drafted=len(drafted),
        as_expected=sum(row.outcome == ("drafted" if row.expected else "needs") for row in rows),
        failed=sum(row.outcome == "failed" for row in rows),
        first_pass=_share(row.first_verdict == "pass" for row in drafted),
        passed=_share(row.verdict == "pass" for row in drafted),
        supported=sum(row.supported for row in drafted) / statements if statements else None,
        facts=_median(row.facts for row in drafted),
        words=_median(row.words for row in drafted),
        voicemail_seconds=_median(row.voicemail_seconds for row in drafted if row.voicemail_seconds),
        shared_phrase=_shared_phrase(drafted),
        calls=sum(row.calls for row in rows),
        tokens=sum(row.prompt_tokens + row.completion_tokens for row in rows),
        cost_usd=sum(known) if known and len(known) == len(costs) else None,
        seconds=round(sum(row.seconds for row in rows), 2),
    )


def _share(values: Iterable[bool]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def _median(values: Iterable[float]) -> float | None:
    found = list(values)
    return statistics.median(found) if found else None


def _shared_phrase(rows: Sequence[Drafted]) -> int:
    """In how many drafts the commonest run of five words stands; greeting, signature and the sender's facts aside."""
    counts: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        body = (row.message or "").split("\n\n")
        words = _without_own(" ".join(body[1:-1] or body).lower(), row.own.lower()).split()
        counts.update({tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)})
    return max(counts.values(), default=0)


def _without_own(text: str, own: str) -> str:
    """The text with what the sender says of themself made one word each time."""
    for line in filter(None, own.split(" | ")):
        text = text.replace(line, f"#{len(line)}").replace(line.partition(" ")[2] or line, f"#{len(line)}")
    return text


def as_csv(rows: Sequence[Drafted]) -> str:
    """The rows as CSV with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in fields(Drafted)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return out.getvalue()


def as_json_text(rows: Sequence[Drafted], summaries: Sequence[Summary]) -> str:
    """Summaries and rows as one JSON document."""
    document = {"models": [asdict(summary) for summary in summaries], "drafts": [asdict(row) for row in rows]}
    return json.dumps(document, ensure_ascii=False, indent=1)


def save(path: Path, rows: Sequence[Drafted], summaries: Sequence[Summary]) -> None:
    """Write the rows as CSV, or everything as JSON, by the file's name."""
    text = as_json_text(rows, summaries) if path.suffix.lower() == ".json" else as_csv(rows)
    path.write_text(text, encoding="utf-8")
