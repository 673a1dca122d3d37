"""Values and stand-ins that the tests of batches share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.batch.ledger import open_batch
from drafter.batch.runner import Ended, Plan, Run
from drafter.models import (
    Brief,
    Contact,
    Draft,
    Fact,
    Finding,
    Note,
    Organization,
    Profile,
    Report,
    Result,
    Sender,
    Sentence,
    Severity,
)
from drafter.storage import Batch, Row
from drafter.storage.ledger import Storage

TODAY = datetime.date(2026, 3, 2)
QUOTE = "built a tide atlas"


def finding(rule: str = "facts.number", severity: Severity = "error") -> Finding:
    return Finding(rule=rule, severity=severity, part="message", start=0, end=4, message="made up", advice="remove it")


def result(
    name: str = "Ada Brandt", message: str = "Hello Ada,\n\nYour tide atlas.\n\nTove", *found: Finding
) -> Result:
    note = Note(id="n1", origin="row 1", kind="typed", sha256="0", text=QUOTE)
    fact = Fact(id="f1", statement=f"{name} {QUOTE}.", quote=QUOTE, note="n1", start=0, end=len(QUOTE))
    place = message.find("Your tide atlas.")
    sentences = (Sentence(part="message", start=place, end=place + 16, facts=("f1",)),) if place >= 0 else ()
    verdict = "fail" if any(f.severity == "error" for f in found) else "warn" if found else "pass"
    return Result(
        profile=Profile(
            contact=Contact(name=name), organization=Organization(name="Tidemark"), notes=(note,), facts=(fact,)
        ),
        brief=Brief(
            sender=Sender(name="Tove Arnesen", email="tove@example.org"), purpose="Learn how it began", today=TODAY
        ),
        draft=Draft(subject="Your atlas", message=message, voicemail="Hello.", sentences=sentences),
        report=Report(verdict=verdict, findings=found),
    )


class Checks:
    """Stands in for the pipeline where only checking counts: the word "wrong" is an error."""

    def check(self, draft: Draft, **_: Any) -> Report:
        wrong = "wrong" in draft.message
        return Report(verdict="fail" if wrong else "pass", findings=(finding(),) if wrong else ())


def make_list(folder: Path, *lines: str, header: str = "name,organization,email,notes", name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def people(folder: Path, count: int) -> Path:
    return make_list(
        folder,
        *(f"Person {number},Firm {number},p{number}@example.org,note {number}" for number in range(1, count + 1)),
    )


def batch_of(storage: Storage, path: Path) -> Batch:
    return open_batch(storage, path).batch


def run(storage: Storage, batch: Batch, work: Callable[[Row], Result], **options: Any) -> Ended:
    plan = Plan(**{"concurrency": 4, **options})
    return Run(storage, batch, work, plan=plan, today=TODAY).go()


def drafted(storage: Storage, folder: Path, count: int = 3, work: Callable[[Row], Result] | None = None) -> Batch:
    batch = batch_of(storage, people(folder, count))
    run(storage, batch, work or (lambda row: result(row.name)))
    return batch
