from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable

import pytest

from drafter.models import Note, Profile
from drafter.profile import build_profile

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def note() -> Callable[..., Note]:
    def make(text: str, **fields: object) -> Note:
        known = {"id": "n1", "origin": "page.html", "kind": "web_page"} | fields
        return Note(text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), **known)

    return make


@pytest.fixture
def profile(note: Callable[..., Note]) -> Callable[..., Profile]:
    def build(text: str, contact: str, **fields: object) -> Profile:
        return build_profile([note(text)], contact, today=TODAY, **fields)

    return build
