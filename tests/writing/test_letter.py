from __future__ import annotations

import json
from typing import Any

import pytest

from drafter.errors import ReplyError
from drafter.llm.answers import read_answer
from drafter.llm.schemas import strict_schema
from drafter.writing.letter import schema_for, script_of
from tests.writing.material import ANSWER, brief


def fields(**options: Any) -> list[str]:
    return list(strict_schema(schema_for(brief(**options)))["properties"])


def test_the_schema_asks_for_what_the_brief_needs_and_no_more() -> None:
    assert fields() == ["opening", "reason", "ask", "subject", "voicemail"]
    assert fields(kind="thank_you") == ["opening", "reason", "subject", "voicemail"]
    assert fields(channel="sms") == ["opening", "reason", "ask", "voicemail"]
    assert "blurb" in fields(kind="introduction_request")
    assert fields(conversation=True)[-1] == "conversation"


def test_the_same_needs_share_one_schema() -> None:
    assert schema_for(brief()) is schema_for(brief(kind="advice_request"))


def letter(**changes: Any) -> Any:
    schema = schema_for(brief(conversation=True))
    return schema.model_validate(ANSWER | changes)


def test_unknown_ids_are_dropped_and_told() -> None:
    opening = [{"text": "You spoke in Oslo.", "facts": ["f2", " f4 ", "f99", "f99", "f2"]}]
    script, warnings = script_of(letter(opening=opening), ["f2", "f4", "s3"])
    assert script.message[0][0].facts == ("f2", "f4")
    assert warnings == ("the model cited 'f99', which is no fact; check that sentence",)


def test_empty_and_repeated_sentences_are_removed() -> None:
    said = [{"text": text, "facts": []} for text in ("", "  ", "...", "One.", "One.", " Two\n words. ")]
    script, _ = script_of(letter(opening=said, reason=said[:3]), [])
    assert [piece.text for piece in script.message[0]] == ["One.", "Two words."]
    assert len(script.message) == 2


@pytest.mark.parametrize(("given", "shown"), [("Subject: feeds", "feeds"), ('"feeds"', "feeds"), ("  ", None)])
def test_the_subject_is_bare(given: str, shown: str | None) -> None:
    assert script_of(letter(subject=given), [])[0].subject == shown


def test_a_conversation_numbers_its_questions() -> None:
    talk = script_of(letter(), [])[0].conversation
    assert talk is not None
    assert "1. Which feed goes first?\n2. How do you notice?\n3. What did you try?" in talk
    assert talk.startswith("Hello Ingrid")


def test_an_answer_without_a_sentence_is_refused_so_that_it_is_asked_for_again_and_not_kept() -> None:
    schema = schema_for(brief())
    empty = {"opening": [], "reason": [], "subject": "Kilns", "voicemail": [], "ask": {"text": " ?", "facts": []}}
    with pytest.raises(ReplyError, match="it holds no sentence"):
        read_answer(json.dumps(empty), schema)
    assert read_answer(json.dumps(empty | {"ask": {"text": "How?", "facts": []}}), schema)


def test_a_no_to_an_invitation_asks_for_no_voicemail() -> None:
    declined = brief(kind="invitation_reply", reply="decline")
    assert "voicemail" not in schema_for(declined).model_fields
    assert "voicemail" in schema_for(declined.model_copy(update={"reply": "accept"})).model_fields
