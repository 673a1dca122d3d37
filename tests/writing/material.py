"""One invented reader and sender for the tests of the model path."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from drafter.models import Brief, Contact, Correspondence, Fact, Note, Organization, Profile, Sender
from drafter.writing._writer import Task

LINES = (
    "Leads grid forecasting at Havenlight Energy since 2022.",
    "Spoke at Nordic Power Days 2024 about replacing hourly with five-minute forecasts.",
    "Havenlight Energy runs 310 wind turbines in Jutland and Skåne.",
    "Wrote that most forecast errors come from stale weather feeds, not from models.",
    "Studied meteorology in Bergen.",
    "Maintains the open-source library gustkit.",
)
SENDER = Sender(
    name="Tomas Berger",
    role="Data engineer",
    organization="Kite & Anchor",
    phone="+46 70 555 01 42",
    email="tomas@example.org",
    goals=("Move into energy forecasting",),
    facts=("Moved 40 weather-data pipelines to streaming in 2024", "Cut feed delay from 50 minutes to 4"),
    samples=("Hi Lena, short one: your note on retries saved us a weekend. Can I send you what we changed? Tomas",),
)


def profile(lines: tuple[str, ...] = LINES) -> Profile:
    """The reader, with a fact a line."""
    text = "\n".join(lines)
    facts, at = [], 0
    for number, line in enumerate(lines, start=1):
        facts.append(Fact(id=f"f{number}", statement=line, quote=line, note="n1", start=at, end=at + len(line)))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    note = Note(id="n1", origin="bio.html", kind="web_page", sha256=digest, text=text)
    contact = Contact(name="Ingrid Solvang", role="Head of forecasting", location="Aarhus")
    return Profile(
        contact=contact, organization=Organization(name="Havenlight Energy"), notes=(note,), facts=tuple(facts)
    )


def brief(**options: Any) -> Brief:
    """A brief to write to her."""
    usual: dict[str, Any] = {
        "sender": SENDER,
        "purpose": "Compare notes on stale weather feeds",
        "category": "peer",
        "today": datetime.date(2026, 3, 2),
    }
    kind = options.get("kind", "introduction")
    if kind in ("follow_up", "reconnect", "thank_you", "check_in"):
        usual["history"] = (
            Correspondence(
                date=datetime.date(2026, 2, 2),
                sender="Tomas Berger",
                recipient="Ingrid Solvang",
                subject="stale feeds",
                message="Hi Ingrid, which feed goes stale first for you? Tomas",
            ),
        )
    if kind == "invitation_reply":
        usual |= {"received": "I'd like to add you to my professional network.", "channel": "linkedin_message"}
    return Brief(**(usual | options))


def task(lines: tuple[str, ...] = LINES, **options: Any) -> Task:
    """The writing job."""
    known = profile(lines)
    return Task(brief(**options), known, known.facts)


ANSWER: dict[str, Any] = {
    "opening": [{"text": "You put most forecast errors down to stale weather feeds.", "facts": ["f4"]}],
    "reason": [{"text": "I cut our feed delay from 50 minutes to 4 last year.", "facts": ["s3"]}],
    "ask": {"text": "Could we compare notes for 15 minutes, or is this a bad month?", "facts": []},
    "blurb": [{"text": "Tomas Berger moves weather data.", "facts": ["s2"]}],
    "subject": "stale weather feeds",
    "voicemail": [
        {"text": "I'm calling about stale weather feeds.", "facts": ["f4"]},
        {"text": "I'd be glad to compare notes for 15 minutes.", "facts": []},
    ],
    "conversation": {
        "opening": "Hello Ingrid, is this a good moment?",
        "purpose": "I'd like to compare notes on stale feeds.",
        "questions": ["Which feed goes first?", "How do you notice?", "What did you try?"],
        "offer": "I can show you what cut our delay.",
        "close": "Thank you, that helps me.",
    },
}
