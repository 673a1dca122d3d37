"""Quotes and where they stand.

Exact after evening out white space, quotation marks, dashes, ligatures and soft hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_EVEN = {
    **dict.fromkeys("‘’‚‛′ʼ´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_ADDRESSES_A_MODEL = re.compile(
    r"(?:ignore|disregard|forget|override)\W+(?:\w+\W+){0,4}?(?:previous|prior|above|earlier|preceding|system|"
    r"all)\W+(?:\w+\W+){0,3}?(?:instructions?|prompts?|rules|messages?|context)|"
    r"(?:you are|act as|pretend to be|behave as)\W+(?:now\W+)?(?:an?\W+)?(?:\w+\W+){0,2}?(?:ai|llm|language "
    r"model|ai assistant|chatbot|gpt)\b|"
    r"(?:system|developer|assistant)\s*(?:prompt|message|instruction)s?\s*[:=]|<\|?(?:im_start|im_end|system|"
    r"endoftext)\|?>|\[/?inst\]|"
    r"(?:as|dear|attention|note to|hey|if you are)\W+(?:an?\W+|any\W+|all\W+|the\W+)?(?:ai|llms?|language "
    r"models?|ai assistants?|chatbots?|ai agents?)\b|new instructions?\s*:|"
    r"(?:reveal|print|repeat|output|leak)\W+(?:\w+\W+){0,3}?(?:system prompt|instructions|api key|secret)|"
    r"(?:ignorier\w*|vergiss)\W+(?:\w+\W+){0,4}?(?:anweisung\w*|instruktion\w*)|"
    r"ignore[zr]?\W+(?:\w+\W+){0,4}?instructions|ignor[ae]\w*\W+(?:\w+\W+){0,4}?instrucciones|"
    r"(?:以前|上記|これまで|すべて)の?(?:指示|命令|プロンプト)を?(?:無視|忘れ)",
    re.IGNORECASE,
)

# A cheap look first: without one of these no pattern above can match.
_HINTS = (
    "instru",
    "instruk",
    "anweisung",
    "prompt",
    "rules",
    "message",
    "context",
    "llm",
    " ai",
    "language model",
    "chatbot",
    "gpt",
    "system",
    "assistant",
    "<|",
    "inst]",
    "secret",
    "api key",
    "指示",
    "命令",
    "プロンプト",
)


@dataclass(frozen=True, slots=True)
class Evened:
    """A text in the form quotes are compared in; ``at[i]`` is where its i-th character came from."""

    text: str
    at: tuple[int, ...]


@lru_cache(maxsize=32)
def even(text: str) -> Evened:
    """The text evened out for comparison."""
    characters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char in _INVISIBLE:
            continue
        piece = " " if char.isspace() else _EVEN.get(char) or unicodedata.normalize("NFC", char)
        if piece == " " and characters and characters[-1] == " ":
            continue
        for part in piece:
            characters.append(part)
            places.append(place)
    return Evened("".join(characters), tuple(places))


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, or ``None``; the words must be the same, marks and spaces may differ."""
    exact = text.find(quote)
    if quote.strip() and exact >= 0:
        return exact, exact + len(quote)
    wanted = even(unicodedata.normalize("NFC", quote)).text.strip()
    if not wanted:
        return None
    within = even(text)
    found = within.text.find(wanted)
    if found < 0:
        return None
    return within.at[found], within.at[found + len(wanted) - 1] + 1


@lru_cache(maxsize=4096)
def addresses_a_model(text: str) -> bool:
    """Whether the text talks to a language model instead of to people."""
    low = text.lower()
    return any(hint in low for hint in _HINTS) and bool(_ADDRESSES_A_MODEL.search(text))
