"""A ledger, a list of invented people, and a server that answers like a model and counts what it answered."""

from __future__ import annotations

import hashlib
import json
import random
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.storage import open_storage
from drafter.storage.ledger import Storage
from tests.faults.server import FaultServer, Step, answer, failure
from tests.postgres import postgres

__all__ = ["postgres"]

SENDER = """
name = "Tove Arnesen"
role = "Data engineer"
organization = "Fjordlys"
facts = ["Moved forty pipelines to streaming in 2024"]
"""
_GIVEN = ("Ada", "Bo", "Chidi", "Dalia", "Emre", "Freya", "Goran", "Hana", "Ivo", "Jin", "Kaya", "Lena", "Mateo")
_FAMILY = ("Brandt", "Lind", "Okafor", "Haddad", "Yildiz", "Nyberg", "Petrov", "Sato", "Horvat", "Park", "Demir")
_THINGS = ("a night-shift planner", "a kelp census", "a bus timetable checker", "a grain price index", "a tide atlas")


def contacts(count: int) -> str:
    """A list of so many different people, each with a note that says something."""
    lines = ["name,organization,role,notes,purpose"]
    for number in range(count):
        family = _FAMILY[number // len(_GIVEN) % len(_FAMILY)] + chr(97 + number // 143 % 26) * (number >= 143)
        name = f"{_GIVEN[number % len(_GIVEN)]} {family}"
        thing = _THINGS[number % len(_THINGS)]
        note = f"{name} built {thing} with {number + 3} volunteers in 2024. {name} spoke about it in Bergen in 2025."
        lines.append(f'{name},Place {number},Engineer,"{note}",Learn how the work of {name} began')
    return "\n".join(lines) + "\n"


class CountingModel:
    """Answers as a model would, with faults by a fixed chance, and counts the good answers by request."""

    def __init__(self, *, faults: float = 0.0, wait: float = 0.0, seed: int = 7) -> None:
        self.answered: Counter[str] = Counter()
        self.faults = faults
        self.wait = wait
        self._dice = random.Random(seed)
        self._lock = threading.Lock()

    def step(self, request: dict[str, Any]) -> Step:
        with self._lock:
            fault = self._fault() if self._dice.random() < self.faults else None
        if fault is not None:
            return fault
        text = json.dumps(request["messages"], ensure_ascii=False)
        with self._lock:
            self.answered[hashlib.sha256(text.encode()).hexdigest()] += 1
        good = answer(self._facts(text) if "ProposedFact" in json.dumps(request) or "quote" in text[:4000] else LETTER)
        return Step(good.status, good.body, good.headers, wait=self.wait)

    def _fault(self) -> Step:
        return self._dice.choice(
            (
                failure(429, retry_after="0.05"),
                failure(500),
                Step(reset="before"),
                Step(reset="middle", body=b'{"id": "c1", "choices": ['),
                Step(wait=0.3, body=answer(LETTER).body),
                answer("I would rather talk about the weather."),
            )
        )

    def _facts(self, text: str) -> dict[str, Any]:
        quote = re.search(r"(\w+ \w+) built (?:[\w-]+ )+?with \d+ volunteers in 2024", text)
        note = re.search(r"n\d+", text)
        assert quote is not None
        fact = {
            "statement": f"{quote.group()}.",
            "quote": quote.group(),
            "note": note.group() if note else "n1",
            "about": "person",
            "kind": "project",
            "date": "2024",
            "subject": None,
        }
        return {"facts": [fact]}


LETTER = {
    "opening": [{"text": "Your volunteers built something people use.", "facts": ["f1"]}],
    "reason": [{"text": "I moved forty pipelines to streaming in 2024.", "facts": ["s1"]}],
    "ask": {"text": "Would you tell me by reply how it began? A no is fine too.", "facts": []},
    "subject": "How your project began",
    "voicemail": [{"text": "I would like to hear how your project began.", "facts": ["f1"]}],
}


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    with open_storage(url=str(tmp_path / "ledger.sqlite3")) as opened:
        yield opened


@pytest.fixture
def model_server() -> Iterator[Callable[..., tuple[FaultServer, CountingModel]]]:
    """Starts a counting server; it ends with the test."""
    servers: list[FaultServer] = []

    def start(**options: Any) -> tuple[FaultServer, CountingModel]:
        model = CountingModel(**options)
        server = FaultServer([Step(unless=model.step)])
        server.__enter__()
        servers.append(server)
        return server, model

    yield start
    for server in servers:
        server.__exit__()


class Process:
    """Runs drafter commands in processes of their own, which can be killed; loaded once for all tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("zygote.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "ready"

    def say(self, what: Any) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        return int(self._line())

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


class Commands:
    """Commands of one test: one after the other, in its folder, with its server."""

    def __init__(self, process: Process, folder: Path, url: str) -> None:
        self.log = folder / "children.log"
        self._process = process
        self._folder = folder
        self._environment = {
            "OPENAI_BASE_URL": url,
            "OPENAI_API_KEY": "none",
            "DRAFTER_MODEL": "fault-1",
            "CHILD_LOG": str(self.log),
            "DRAFTER_HOME": str(folder / "home"),
        }

    def start(self, *arguments: str) -> int:
        """Start a command; its process id."""
        return self._process.say([arguments, str(self._folder), self._environment])

    def wait(self) -> int:
        """The exit status of the command started last (negative: killed by that signal)."""
        return self._process.say(None)

    def run(self, *arguments: str) -> int:
        """Run a command to its end."""
        self.start(*arguments)
        return self.wait()


@pytest.fixture(scope="session")
def processes() -> Iterator[list[Process]]:
    """As many as a test runs at the same time; started at first need."""
    found: list[Process] = []
    yield found
    for each in found:
        each.close()


@pytest.fixture
def commands(tmp_path: Path, processes: list[Process]) -> Callable[[str], Commands]:
    """Starts commands in a folder of their own that holds a sender; each call may run beside the others."""
    (tmp_path / "sender.toml").write_text(SENDER)
    taken = 0

    def start(url: str) -> Commands:
        nonlocal taken
        if taken == len(processes):
            processes.append(Process())
        taken += 1
        return Commands(processes[taken - 1], tmp_path, url)

    return start
