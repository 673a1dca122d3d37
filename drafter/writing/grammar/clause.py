"""What a fact can become in a sentence to its own subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["you", "third", "noun", "quote"]
MOST_WORDS = 26
_JUNK = re.compile(r"[|•►▪©{}<>\[\]]|https?:|www\.|\.\.\.|…|@|[!?]|\s[-–—]\s.*\s[-–—]\s|:\s*$")
_END = re.compile(r"[\s.;,:]+$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence without its end mark.

    ``you``: a clause whose subject is the reader ("you founded …"). ``third``: one about their organisation.
    ``noun``: something that can follow "about" ("your talk at …"). ``quote``: verbatim words. ``told`` is the whole
    clause where only a part of it is said.
    """

    form: Form
    text: str
    fact: str
    told: str = ""


def plain(text: str) -> str | None:
    """The statement without its end mark, or ``None`` when it is no plain sentence of a bearable length."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s*\([^()]*\)", "", text)
    if not text or _JUNK.search(text) or text.count('"') % 2 or "(" in text or ")" in text:
        return None
    if len(text.split()) > MOST_WORDS or re.search(r"[.;]\s+\S", _without_abbreviations(text)):
        return None
    return _END.sub("", text) or None


def _without_abbreviations(text: str) -> str:
    return re.sub(r"\b(?:[A-Z]|Dr|Prof|Mr|Mrs|Ms|St|Inc|Ltd|Co|Corp|z\.\s?B|e\.g|i\.e|bzw|ca|vs|No)\.", "", text)


def quotable(text: str, most: int = 20) -> str | None:
    """Words short and clean enough to be quoted as they stand."""
    text = re.sub(r"\s+", " ", text).strip()
    cjk = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text))
    if cjk and text.count("「") == text.count("」"):
        text = text.replace("「", "『").replace("」", "』")
    if not text or re.search(r"[|•►▪©{}<>\[\]“”„«»「」\"]|https?:|www\.|@", text):
        return None
    if cjk > 60 or (not cjk and not 2 <= len(text.split()) <= most) or (cjk and cjk < 5):
        return None
    return text.rstrip(" .。,;:、")
