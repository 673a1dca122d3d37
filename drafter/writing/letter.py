"""The answer a language model gives for one draft. The descriptions below are part of the prompt: they instruct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pydantic import BaseModel, Field, create_model, model_validator

from drafter.models import Brief
from drafter.writing.assembly import Piece, Script
from drafter.writing.kinds import KINDS, ONE_PARAGRAPH, WITH_SUBJECT


class Said(BaseModel):
    """One sentence and what it rests on."""

    text: str
    facts: list[str]


class Conversation(BaseModel):
    """A script for a conversation."""

    opening: str = Field(description="First words, once the reader has picked up.")
    purpose: str = Field(description="Why the sender calls, in one sentence.")
    questions: list[str] = Field(description="Three questions only this reader can answer.")
    offer: str = Field(description="What the sender can offer, from <sender>.")
    close: str = Field(description="Thanks and a graceful end.")


class Letter(BaseModel):
    """What every answer begins with; the other fields follow in the order of writing."""

    opening: list[Said] = Field(description="First paragraph: 1 sentence, at most 2.")
    reason: list[Said] = Field(description="Second paragraph: 1 sentence, at most 2; nothing that the ask will say.")

    @model_validator(mode="after")
    def _says_something(self) -> Letter:
        # Refused here, an empty answer is asked for again and not kept, so that "try again" is worth trying.
        said = (*self.opening, *self.reason, *filter(None, (getattr(self, "ask", None),)))
        if not any(char.isalnum() for each in said for char in each.text):
            raise ValueError("it holds no sentence")
        return self


_SUBJECT = "2-6 plain words that name the matter; no teaser, no question."
_ASK = "Last paragraph: the one question, 1 short sentence. An easy no is added after it."
_BLURB = "The note to forward: 2-3 sentences."
_SPOKEN = (
    "2 short sentences, no ten words in a row from the message, nothing to spell. "
    "Names, number and that a message was sent are added; do not greet."
)
_ASKED_ALOUD = f"“I am calling about” and the opening's one thing, citing its id, then the question: {_SPOKEN}"
_TOLD_ALOUD = f"Why the sender calls, then the message's one point; no question: {_SPOKEN}"


@cache
def _schema(*, subject: bool, ask: bool, blurb: bool, voicemail: bool, conversation: bool) -> type[Letter]:
    fields: dict[str, tuple[type, object]] = {}
    if ask:
        fields["ask"] = (Said, Field(description=_ASK))
    if blurb:
        fields["blurb"] = (list[Said], Field(description=_BLURB))
    if subject:
        fields["subject"] = (str, Field(description=_SUBJECT))
    if voicemail:
        fields["voicemail"] = (list[Said], Field(description=_ASKED_ALOUD if ask else _TOLD_ALOUD))
    if conversation:
        fields["conversation"] = (Conversation, Field(description="For talking live."))
    return create_model("Letter", __base__=Letter, **fields)  # type: ignore[call-overload, no-any-return]


def schema_for(brief: Brief) -> type[Letter]:
    """The fields that this brief asks for, and no others: what is not in the schema is not written."""
    guide = KINDS[brief.kind]
    return _schema(
        subject=brief.channel in WITH_SUBJECT,
        ask=guide.ask is not False and not brief.declines,
        blurb=brief.kind == "introduction_request" and brief.channel not in ONE_PARAGRAPH,
        voicemail=not brief.declines,
        conversation=brief.conversation,
    )


def script_of(letter: Letter, known: Iterable[str], *, way_out: str | None = None) -> tuple[Script, tuple[str, ...]]:
    """The script, without empty sentences and unknown ids; and a line on each id that nobody has.

    ``way_out`` is the easy no that follows the question.
    """
    ids = frozenset(known)
    unknown: dict[str, None] = {}
    seen: set[str] = set()

    def pieces(said: Iterable[Said]) -> Iterator[Piece]:
        for each in said:
            text = " ".join(each.text.split())
            if not any(char.isalnum() for char in text) or text in seen:
                continue
            seen.add(text)
            cited = dict.fromkeys(fact.strip() for fact in each.facts)
            unknown.update((fact, None) for fact in cited if fact not in ids)
            yield Piece(text, tuple(fact for fact in cited if fact in ids))

    ask = getattr(letter, "ask", None)
    asked = [ask] if ask else []
    if way_out and ask and any(char.isalnum() for char in ask.text):
        asked.append(Said(text=way_out, facts=[]))
    paragraphs = [letter.opening, letter.reason, asked, getattr(letter, "blurb", [])]
    message = tuple(found for each in paragraphs if (found := tuple(pieces(each))))
    seen.clear()
    script = Script(
        subject=_subject(getattr(letter, "subject", None)),
        message=message,
        voicemail=tuple(pieces(getattr(letter, "voicemail", []))),
        conversation=_talk(getattr(letter, "conversation", None)),
    )
    return script, tuple(f"the model cited {fact[:20]!r}, which is no fact; check that sentence" for fact in unknown)


def _subject(text: str | None) -> str | None:
    return " ".join(text.split()).removeprefix("Subject:").strip(" \"“”'") or None if text else None


def _talk(found: Conversation | None) -> str | None:
    if found is None:
        return None
    questions = [text.strip() for text in found.questions if text.strip()]
    numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(questions, start=1))
    parts = (found.opening, found.purpose, numbered, found.offer, found.close)
    return "\n\n".join(part.strip() for part in parts if part.strip()) or None
