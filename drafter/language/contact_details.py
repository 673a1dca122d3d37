"""Phone numbers, e-mail addresses and street addresses in running text.

They are kept for the person who writes and never shown to a language model. Years, dates, amounts, ISBNs and version
numbers are none of them and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from drafter.language.phone_numbers import phone_spans
from drafter.language.street_addresses import address_spans

DetailKind = Literal["phone", "email", "address"]

_PLACEHOLDERS: dict[DetailKind, str] = {
    "phone": "(phone number withheld)",
    "email": "(e-mail address withheld)",
    "address": "(street address withheld)",
}

_LOCAL = re.compile(r"[^\W_][\w.+%'’-]{0,63}\Z")
_DOMAIN = re.compile(r"[^\W_](?:[\w-]{0,62})(?:\.[\w-]{1,63}){0,8}\.[^\W\d_]{2,24}(?![\w-])")
# An address spelled out against harvesting, with brackets or capitals around "at" and "dot".
_SPELLED = re.compile(
    r"(?<![\w.+-])[^\W_][\w.+-]{0,40}\s?"
    r"(?:[\[({<]\s?(?:at|@|ät|arobase|arroba)\s?[\])}>]|\s(?:AT|\(a\)|\[a\])\s)\s?"
    r"[\w-]{1,40}(?:\s?(?:\.|[\[({]\s?(?:dot|punkt|point|punto|\.)\s?[\])}]|\sDOT\s)\s?[\w-]{2,30}){1,4}",
    re.IGNORECASE,
)
_SHOUTED_END = re.compile(
    r"\sDOT\s(?:com|org|net|edu|io|gov|info|eu|uk|de|fr|es|it|nl|ch|at|se|no|dk|jp)\Z", re.IGNORECASE
)
_SPELLED_HINT = re.compile(r"[\[({<]\s?(?:at|@|ät|a|arobase|arroba)\s?[\])}>]|\sAT\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail at ``text[start:end]``."""

    kind: DetailKind
    text: str
    start: int
    end: int


def find(text: str) -> tuple[Detail, ...]:
    """The contact details in ``text``, in order and without overlaps."""
    found: list[tuple[int, int, DetailKind]] = [(start, end, "email") for start, end in _email_spans(text)]
    found += [(start, end, "address") for start, end in address_spans(text)]
    found += [(start, end, "phone") for start, end in phone_spans(text)]
    return tuple(Detail(kind, text[start:end], start, end) for start, end, kind in _apart(found))


def redact(text: str) -> str:
    """The text with each contact detail replaced by words that say what stood there."""
    details = find(text)
    if not details:
        return text
    pieces, position = [], 0
    for detail in details:
        pieces += [text[position : detail.start], _PLACEHOLDERS[detail.kind]]
        position = detail.end
    return "".join([*pieces, text[position:]])


def _apart(found: Iterable[tuple[int, int, DetailKind]]) -> list[tuple[int, int, DetailKind]]:
    """Spans in order; of two that overlap, the one that begins first (then the longer) stays."""
    kept: list[tuple[int, int, DetailKind]] = []
    for span in sorted(found, key=lambda item: (item[0], -item[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _email_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    at = text.find("@")
    while at >= 0:
        left = _LOCAL.search(text, max(0, at - 64), at)
        right = _DOMAIN.match(text, at + 1)
        # "@user@host" is a handle in a federated network, not an address.
        if left and right and text[max(0, left.start() - 1) : left.start()] != "@":
            spans.append((left.start(), right.end()))
        at = text.find("@", at + 1)
    for hint in _SPELLED_HINT.finditer(text):
        low = max(0, hint.start() - 42)
        match = _SPELLED.search(text, low, min(len(text), hint.end() + 160))
        if match and match.start() < hint.start() < match.end() and _spelled_on_purpose(match[0]):
            spans.append(match.span())
    return spans


def _spelled_on_purpose(candidate: str) -> bool:
    """Whether "x AT y DOT z" is an address and not a shouted sentence: brackets, or capitals for both words."""
    if re.search(r"[\[({<]\s?(?:at|@|ät|a|arobase|arroba)\s?[\])}>]", candidate, re.IGNORECASE):
        return True
    return " AT " in candidate and bool(_SHOUTED_END.search(candidate))
