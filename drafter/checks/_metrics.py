"""Figures about a draft that a person or a script may want beside the findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from drafter.checks._rule import Context
from drafter.checks._text import Text

_VOWELS = re.compile(r"[aeiouyàâäáãåæéèêëíìîïóòôöõøœúùûüý]+", re.IGNORECASE)


def metrics(texts: Iterable[Text], context: Context) -> dict[str, float]:
    """Words, characters, reading grade and questions of each part that has them, and spoken seconds."""
    figures: dict[str, float] = {}
    for text in texts:
        for name, count in _statements(text, context).items():
            figures[name] = figures.get(name, 0) + count
        figures[f"{text.part}.words"] = len(text.words)
        figures[f"{text.part}.characters"] = len(text.text)
        if text.part == "message":
            figures["message.reading_grade"] = reading_grade(text)
            figures["message.questions"] = len(re.findall(r"[?？؟]+", text.text))
        if text.part in ("voicemail", "conversation"):
            from drafter.language import speech

            pace = context.thresholds.get("voicemail.words_per_minute", speech.RATE)
            figures[f"{text.part}.seconds"] = round(speech.seconds(text.text, text.language, pace), 1)
    return figures


def _statements(text: Text, context: Context) -> dict[str, float]:
    if context.profile is None:
        return {}
    from drafter.checks.facts import statement_metrics

    return statement_metrics(text, context)


def reading_grade(text: Text) -> float:
    """The Flesch-Kincaid grade of the running text, capitalised names within sentences counted as easy words."""
    known = text.__dict__.get("_grade")
    if known is None:
        known = text.__dict__["_grade"] = _grade(text)
    grade: float = known
    return grade


def _grade(text: Text) -> float:
    sentences = [span for span in text.sentences if len(span.text.split()) > 3] or list(text.sentences)
    counts = [_counted(span.text) for span in sentences]
    words, syllables = sum(count for count, _ in counts), sum(count for _, count in counts)
    if not words:
        return 0.0
    grade = 0.39 * words / len(sentences) + 11.8 * syllables / words - 15.59
    return round(max(grade, 0.0), 1)


# Somebody who types changes one sentence at a time.
@lru_cache(maxsize=512)
def _counted(sentence: str) -> tuple[int, int]:
    """The words and syllables of a sentence."""
    words = syllables = 0
    for place, word in enumerate(sentence.split()):
        if word.isalpha() or any(char.isalpha() for char in word):
            words += 1
            syllables += 1 if place and word[0].isupper() else _syllables(word)
    return words, syllables


@lru_cache(maxsize=4096)
def _syllables(word: str) -> int:
    low = word.lower().strip(".,;:!?\"'()")
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith("le") and count > 1:
        count -= 1
    return max(count, 1)
