"""Voicemail beside the rest of the draft: how its number is written for speaking, and what it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._rule import SPOKEN, Context, Hit, Rule, rule
from drafter.checks._text import Text


@rule(
    "voicemail.number_fast",
    severity="warning",
    advice="Write it in groups of two to four digits and pause after each.",
    bad="Hello Rune, this is Lena Wolf. My number is 0305550142. Again, 0305550142.",
    good="Hello Rune, this is Lena Wolf. My number is 0305550142, that is 030 555 01 42.",
    parts=("voicemail",),
    thresholds={"voicemail.digits_at_once": 6},
)
def number_fast(text: Text, context: Context) -> Iterator[Hit]:
    """A number without groups, which is read out too fast.

    Why: nobody writes down ten digits in one breath.
    Source: house rule; ITU-T E.123 has the groups of a number set apart by spaces.
    """
    from drafter.language import speech

    most = context.figure("voicemail.digits_at_once")
    said = speech.phones(text.text)
    runs = [max(map(len, re.findall(r"\d+", text.text[start:end]))) for start, end, _ in said]
    # Once in groups is enough to write it down.
    if said and min(runs) > most:
        yield Hit(said[0][0], said[0][1], "the number has no groups, so it is spoken too fast")


@rule(
    "voicemail.repeats_message",
    severity="warning",
    advice="Say the reason in other words, shorter, and point to the message for the rest.",
    bad="Hello Rune, your table of snow drift on forty huts saved our roof twice last winter.",
    good="Hello Rune, this is Lena Wolf, about your snow table. My message has the rest.",
    parts=SPOKEN,
    needs=("draft",),
    thresholds={"voicemail.repeated_words": 12},
    example=lambda: _example_draft(),
)
def repeats_message(text: Text, context: Context) -> Iterator[Hit]:
    """The voicemail or the conversation repeats the message word for word.

    Why: sentences made for reading sound read out, and who hears both hears nothing new.
    Source: house rule.
    """
    length = max(int(context.figure("voicemail.repeated_words")), 4)
    message = (context.draft.part("message") if context.draft else None) or ""
    written = [token.word for token in Text("message", message, text.language).tokens]
    known = {tuple(written[at : at + length]) for at in range(len(written) - length + 1)}
    tokens = text.tokens
    for at in range(len(tokens) - length + 1):
        if tuple(token.word for token in tokens[at : at + length]) in known:
            end = at + length
            while end < len(tokens) and tuple(token.word for token in tokens[end - length + 1 : end + 1]) in known:
                end += 1
            yield Hit(tokens[at].start, tokens[end - 1].end, f"{end - at} words are the same as in the message")
            return


def _example_draft() -> Context:
    from drafter.models import Draft

    return Context(draft=Draft(message="Your table of snow drift on forty huts saved our roof twice last winter."))


RULES: tuple[Rule, ...] = (number_fast, repeats_message)
