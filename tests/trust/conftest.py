"""The corpus of attacks, and what they are tried on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.models import Sender
from tests.cli.conftest import Ran, Run, run

__all__ = ["Ran", "Run", "run"]

HOSTILE = Path(__file__).resolve().parents[2] / "fixtures" / "hostile"
FACT = "Ada Brandt built a tide atlas with 12 volunteers in 2024. She spoke about it in Bergen in May 2025."
SENDER = Sender(name="Tove Arnesen", role="Data engineer", organization="Fjordlys", email="tove@fjordlys.example")
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def attacks(name: str) -> list[Any]:
    """One group of the corpus, a test case each."""
    lines = (HOSTILE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(attack, id=attack["id"]) for attack in map(json.loads, lines)]


@pytest.fixture
def page() -> Callable[[str], bytes]:
    """A page about Ada Brandt with something else in it."""
    return lambda html: (
        f"<html><head><meta charset=utf-8></head><body><main><h1>Ada Brandt</h1><p>{FACT}</p>{html}</main>".encode()
    )
