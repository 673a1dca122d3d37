"""Attacks in what a model answers: reported by a rule, and inert wherever the draft is shown."""

from __future__ import annotations

import io
from typing import Any

import pytest

from drafter.cli._result_view import show_result
from drafter.cli._terminal import Terminal
from drafter.errors import ReplyError
from drafter.llm import ScriptedModel
from drafter.models import Result
from drafter.pipeline import Drafter
from drafter.settings import Settings
from drafter.ui.findings import underlined
from tests.trust.conftest import ACTING, attacks
from tests.writing.material import ANSWER, brief, profile


def answered(attack: Any) -> Result:
    answer = dict(ANSWER)
    if "text" in attack:
        answer["opening"] = [{"text": attack["text"], "facts": attack.get("facts", [])}, *ANSWER["opening"]]
    if "subject" in attack:
        answer["subject"] = attack["subject"]
    if "voicemail" in attack:
        answer["voicemail"] = [{"text": attack["voicemail"], "facts": []}, *ANSWER["voicemail"]]
    return Drafter(Settings(cache=False), model=ScriptedModel(answer, repeat=True)).draft(profile(), brief())


@pytest.mark.parametrize("attack", attacks("replies"))
def test_a_reply_is_reported_or_inert(attack: Any) -> None:
    result = answered(attack)
    assert result.draft is not None
    clean = {finding.rule for finding in answered({}).report.findings}
    found = {finding.rule for finding in result.report.findings} - clean
    if attack["reported"]:
        assert any(rule.startswith(attack["reported"]) for rule in found), (found, result.draft.message)
    shown = io.StringIO()
    show_result(result, console=Terminal(file=shown, width=100))
    assert not ACTING.search(shown.getvalue())
    for part in ("subject", "message", "voicemail"):
        html = underlined(result.draft, result.report, part)  # type: ignore[arg-type]
        assert "<script" not in html
        assert "<img" not in html
    assert "\n" not in (result.draft.subject or "")


@pytest.mark.parametrize("text", ["", "null", "[]", "{", "<html>", '{"opening": 3}', "x" * 100_000, "[" * 20_000])
def test_an_answer_that_is_none_is_one_clear_error(text: str) -> None:
    with pytest.raises(ReplyError) as told:
        Drafter(Settings(cache=False), model=ScriptedModel(text, repeat=True)).draft(profile(), brief())
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 400
