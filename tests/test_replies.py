"""The scripted replies of a language model for sample contacts, drafted to the end."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from drafter.batch.cases import Case, read_case
from drafter.llm import ScriptedModel
from drafter.pipeline import Drafter

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
REPLIES = sorted((FIXTURES / "replies").glob("*.json"))


def _case(name: str) -> Case:
    folder = FIXTURES / "demo" if name == "demo" else FIXTURES / "contacts" / name
    return read_case(folder / "contact.toml", today=datetime.date(2031, 5, 12))


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_a_scripted_reply_becomes_a_draft_with_evidence(path: Path) -> None:
    case = _case(path.stem)
    offline = Drafter(model="offline")
    profile = offline.profile(
        offline.gather(case.sources).notes,
        case.contact,
        organization=case.organization,
        sender=case.brief.sender,
        today=case.brief.today,
    )
    model = ScriptedModel.from_file(path, repeat=True)
    result = Drafter(model=model).draft(profile, case.brief)
    assert result.draft is not None
    assert result.provenance.model == "scripted"
    assert any(sentence.facts for sentence in result.draft.sentences)
    assert case.brief.sender.phone is not None
    assert not any(case.brief.sender.phone in request.user + request.system for request in model.requests)


def test_there_are_replies_for_several_contacts() -> None:
    assert len(REPLIES) >= 3
