"""Clarity: read once, understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks._metrics import reading_grade
from drafter.checks._rule import Context, Hit, Rule, rule
from drafter.checks._said import said
from drafter.checks._text import Text


@rule(
    "clarity.reading_grade",
    severity="hint",
    advice="Use shorter sentences and everyday words.",
    bad="Notwithstanding organisational peculiarities, comprehensive interdepartmental harmonisation necessitates "
    "considerable administrative coordination, accompanied by continuous methodological evaluation throughout.",
    good="Your map shows where the night bus stops. It is the first one that my mother could read.",
    languages=("en",),
    thresholds={"clarity.grade": 13, "clarity.grade_words": 15},
)
def grade(text: Text, context: Context) -> Iterator[Hit]:
    """Harder to read than a busy person likes.

    Why: the reader has half a minute and a small screen.
    Source: Boomerang's study of its users' mail (2016): a third-grade level got the most replies; formula:
    Kincaid and others for the U.S. Navy (1975).
    """
    found = reading_grade(text)
    if len(text.words) >= context.figure("clarity.grade_words") and found > context.figure("clarity.grade"):
        yield Hit(0, 0, f"hard to read: grade {found:.0f}")


@rule(
    "clarity.long_sentence",
    severity="hint",
    advice="Make two sentences of it.",
    bad="I write because the map that you made " + "and the table that goes with it " * 6 + "helped me.",
    good="Your map helped me. So did the table that goes with it.",
    thresholds={"clarity.sentence": 35, "clarity.sentence_longest": 60},
)
def long_sentence(text: Text, context: Context) -> Iterator[Hit]:
    """A sentence that has to be read twice.

    Why: memory holds some twenty words.
    Source: house rule.
    """
    for span in text.sentences:
        count = len(span.text.split())
        if count > context.figure("clarity.sentence"):
            severe = count > context.figure("clarity.sentence_longest")
            yield Hit(
                span.start, span.end, f"a sentence of {count} words is long", severity="warning" if severe else None
            )


@rule(
    "clarity.run_on",
    severity="warning",
    slip=True,
    advice="Put full stops where the thoughts end.",
    bad="I saw your map it was great I wanted to ask you about it because I think it would be good for our "
    "city and we need one like it soon.",
    good="I saw your map. It was great. We need one like it.",
    languages=("en",),
    thresholds={"clarity.run_on": 26},
)
def run_on(text: Text, context: Context) -> Iterator[Hit]:
    """Several sentences run together without a stop.

    Why: it looks careless.
    Source: house rule.
    """
    for span in text.sentences:
        words = span.text.split()
        starts = words.count("I") - (words[0] == "I")
        if len(words) > context.figure("clarity.run_on") and starts >= 2 and not re.search(r"[,;:—–(-]", span.text):
            yield Hit(span.start, span.end, "sentences run together without a stop")


_STOP = re.compile(r"[.!?;:…,–—。]")


@rule(
    "clarity.no_stops",
    severity="warning",
    advice="Put full stops where the thoughts end, a greeting before and your name below.",
    bad="hey we spoke about your map the other day and I want to be a part of it so please let me know how",
    good="Hi Mira, we spoke about your map on Monday. May I count the night buses for it?",
    channels=("email", "linkedin_message", "inmail"),
    thresholds={"clarity.no_stops": 18},
)
def no_stops(text: Text, context: Context) -> Iterator[Hit]:
    """A whole message without a single stop or comma.

    Why: it looks as if it was not worth a minute.
    Source: house rule.
    """
    count = len(text.words)
    if count >= context.figure("clarity.no_stops") and not _STOP.search(text.text):
        yield Hit(0, len(text.text), f"{count} words without a single stop")


@rule(
    "clarity.repetition",
    severity="hint",
    advice="Say it once.",
    bad="Your map of the night buses is clear. I use your map of the night buses daily.",
    good="Your map of the night buses is clear. I use it daily.",
    parts=("message", "voicemail"),
    thresholds={"clarity.repeated_words": 5},
)
def repetition(text: Text, context: Context) -> Iterator[Hit]:
    """The same stretch of words twice.

    Why: it looks pasted together.
    Source: house rule.
    """
    length = max(int(context.figure("clarity.repeated_words")), 2)
    words = [token.word for token in text.tokens]
    pieces = list(zip(*(words[n:] for n in range(length)), strict=False))
    if len(set(pieces)) == len(pieces):
        return
    seen: dict[tuple[str, ...], int] = {}
    for at, piece in enumerate(pieces):
        first = seen.setdefault(piece, at)
        if (
            at - first >= length
            # The number is to be said twice, whatever stands around it.
            and not any(word.isdigit() for word in piece)
            and any(word.isalpha() and len(word) > 3 for word in piece)
        ):
            start, end = text.tokens[at].start, text.tokens[at + length - 1].end
            yield Hit(start, end, f"said twice: “{text.text[start:end]}”")
            return


@rule(
    "clarity.slip",
    severity="hint",
    slip=True,
    advice="Read it aloud once and mend it.",
    bad="I hope your doing well and look forward to hear from you.",
    good="You're doing what we tried, and I look forward to hearing how.",
    languages=("en",),
)
def slip(text: Text, context: Context) -> Iterator[Hit]:
    """A slip of spelling or grammar that a program can be sure of.

    Why: it tells the reader how much care went into the message.
    Source: house rule; common errors in English.
    """
    for hit in said(text, "clarity.slip", "a slip"):
        yield Hit(hit.start, hit.end, hit.message, severity="warning")


@rule(
    "clarity.unfinished",
    severity="warning",
    advice="Finish the sentence.",
    bad="Hi Mira, I noticed your maps and thought you would like to...",
    good="Hi Mira, I noticed your maps ... and could not stop looking. Who prints them?",
    parts=("message",),
)
def unfinished(text: Text, context: Context) -> Iterator[Hit]:
    """The message breaks off.

    Why: it was cut or trails off; either way the ask is missing.
    Source: house rule.
    """
    tail = text.text.rstrip()
    if tail.endswith(("...", "…")) and (match := re.search(r"\w{0,40}[^\W\d_] ?(?:\.{3}|…)\s*$", text.text[-80:])):
        offset = max(len(text.text) - 80, 0)
        yield Hit(offset + match.start(), offset + match.end(), "the message breaks off")


_AUXILIARY = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w{2,12}ly\s)?\w{2,20}(?:ed|en)\b", re.IGNORECASE)


@rule(
    "clarity.passive",
    severity="hint",
    advice="Say who does it.",
    bad="It was decided that maps are needed. They were printed and are being mailed, and replies were expected.",
    good="We decided to print the map. The post office mails it on Monday.",
    languages=("en",),
    thresholds={"clarity.passives": 4},
)
def passive(text: Text, context: Context) -> Iterator[Hit]:
    """Passives piled up.

    Why: the person behind the message disappears.
    Source: house rule; the federal plain-language guidelines also prefer the active voice.
    """
    limit = int(context.figure("clarity.passives"))
    if sum(word.text.lower() in _AUXILIARY for word in text.words) < limit:
        return
    found = list(_PASSIVE.finditer(text.text))
    if len(found) >= limit:
        yield Hit(found[0].start(), found[0].end(), f"{len(found)} passives in one message")


RULES: tuple[Rule, ...] = (grade, long_sentence, run_on, no_stops, repetition, slip, unfinished, passive)
