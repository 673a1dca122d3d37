"""The scripted replies of a language model for sample contacts, drafted to the end."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from drafter.batch.cases import Case, read_case
from drafter.llm import ScriptedModel
from drafter.models import Profile
from drafter.pipeline import Drafter

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
REPLIES = sorted((FIXTURES / "replies").glob("*.json"))


def _case(name: str) -> Case:
    folder = FIXTURES / "demo" if name == "demo" else FIXTURES / "contacts" / name
    return read_case(folder / "contact.toml", today=datetime.date(2031, 5, 12))


def _cited(reply: Any, profile: Profile) -> Any:
    """The reply with the words of a fact replaced by its id, which may change as reading gets better."""
    if isinstance(reply, dict):
        return {
            name: _ids(value, profile) if name == "facts" else _cited(value, profile) for name, value in reply.items()
        }
    return [_cited(part, profile) for part in reply] if isinstance(reply, list) else reply


def _ids(words: list[str], profile: Profile) -> list[str]:
    return [next(fact.id for fact in profile.facts if word in f"{fact.statement} {fact.quote}") for word in words]


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
    model = ScriptedModel(*_cited(json.loads(path.read_text(encoding="utf-8")), profile), repeat=True)
    result = Drafter(model=model).draft(profile, case.brief)
    assert result.draft is not None
    assert result.provenance.model == "scripted"
    assert any(sentence.facts for sentence in result.draft.sentences)
    assert case.brief.sender.phone is not None
    assert not any(case.brief.sender.phone in request.user + request.system for request in model.requests)


def test_there_are_replies_for_several_contacts() -> None:
    assert len(REPLIES) >= 3
