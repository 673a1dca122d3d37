"""Attacks in pages: gathered, profiled, drafted by rules and by a model, shown; none acts."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.cli._profile_view import show_profile
from drafter.cli._result_view import show_result
from drafter.cli._terminal import Terminal
from drafter.llm import ScriptedModel
from drafter.models import Brief, Note, Result
from drafter.pipeline import Drafter
from drafter.profile.model_reader import ProposedFacts
from drafter.ui import evidence, findings
from drafter.writing.model_writer import ModelWriter
from tests.trust.conftest import ACTING, SENDER, attacks

TODAY = datetime.date(2026, 3, 2)
Page = Callable[[str], bytes]


def gathered(attack: Any, page: Page, folder: Path) -> Note:
    path = folder / "page.html"
    path.write_bytes(page(attack["html"]))
    found = Drafter(model="offline").gather([path])
    assert not found.failures
    return found.notes[0]


def drafted(note: Note) -> Result:
    offline = Drafter(model="offline")
    brief = Brief(sender=SENDER, purpose="Learn how the tide atlas began", today=TODAY)
    return offline.draft(offline.profile([note], "Ada Brandt", today=TODAY), brief)


def texts(result: Result) -> str:
    assert result.draft is not None
    return "\n".join(result.draft.part(part) or "" for part in ("subject", "message", "voicemail", "conversation"))


@pytest.mark.parametrize("attack", attacks("pages"))
def test_no_order_in_a_page_is_read_or_written(attack: Any, page: Page, tmp_path: Path) -> None:
    note = gathered(attack, page, tmp_path)
    result = drafted(note)
    assert "tide atlas" in texts(result)
    assert attack["canary"].lower() not in texts(result).lower()
    assert not ACTING.search(note.text)
    if not attack.get("inert"):
        assert attack["canary"] not in note.text
        assert attack["canary"] not in (note.title or "")


@pytest.mark.parametrize("attack", attacks("pages"))
def test_what_a_model_is_sent_stays_between_its_fences(attack: Any, page: Page, tmp_path: Path) -> None:
    note = gathered(attack, page, tmp_path)
    reader = ScriptedModel(ProposedFacts(facts=[]), repeat=True)
    profile = Drafter(model=reader).profile([note], "Ada Brandt", today=TODAY)
    brief = Brief(sender=SENDER, purpose="Learn how the tide atlas began", today=TODAY)
    write = Drafter(model=ScriptedModel()).first_request(profile, brief)
    assert write is not None
    read = reader.requests[0]
    assert read.user.count("</note>") == 1
    assert write.user.count("</facts>") == 1
    assert isinstance(Drafter(model=ScriptedModel()).writer, ModelWriter)
    for request in (read, write):
        assert not ACTING.search(request.system + request.user)
        assert "zorvane" not in request.system.lower()
        if not attack.get("inert"):
            assert attack["canary"] not in request.user


@pytest.mark.parametrize("attack", attacks("pages"))
def test_a_page_is_only_text_on_the_terminal_and_on_the_page(attack: Any, page: Page, tmp_path: Path) -> None:
    result = drafted(gathered(attack, page, tmp_path))
    shown = io.StringIO()
    terminal = Terminal(file=shown, width=100)
    show_profile(result.profile, today=TODAY, console=terminal)
    show_result(result, console=terminal)
    assert not ACTING.search(shown.getvalue())
    assert result.draft is not None
    html = findings.underlined(result.draft, result.report, "message")
    assert "<img" not in html
    assert "<script" not in html
    notes = {note.id: note for note in result.profile.notes}
    for fact in result.profile.facts:
        card = evidence._card(fact, notes[fact.note], {}, (), TODAY)
        assert all(isinstance(value, str | bool | list) for value in card.values())


def test_the_scripts_of_the_page_set_text_and_never_html() -> None:
    static = Path(evidence.__file__).parent / "static"
    scripts = list(static.glob("*.js"))
    assert scripts
    for script in scripts:
        source = script.read_text(encoding="utf-8")
        for door in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert door not in source, f"{script.name} uses {door}"


def test_no_view_lets_a_person_s_text_be_html() -> None:
    package = Path(evidence.__file__).parent
    for source in package.rglob("*.py"):
        assert "unsafe_allow_html" not in source.read_text(encoding="utf-8"), source
