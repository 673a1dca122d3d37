"""Whether a message is plainly for its reader, in languages whose words the checks do not know."""

from __future__ import annotations

import re

_TOLD = 2
_FIGURE = re.compile(r"\b\d[\d.,:/]*\b")
_QUOTATION = re.compile(r"[\"“„«][^\"”»“\n]{6,120}[\"”»“]")
_ABROAD = re.compile(
    r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|du|dich|dir|deine?[nmrs]?|euch|eure?[nmrs]?|vous|votre|vos|tu|ton|tes|usted|su|sus|tus?"
    r"|lei|suo|sua|seu|jij|jouw?|uw|din|ditt|dina)\b"
)
_COMPOUND = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{13,}\b")


def tells_abroad(text: str) -> bool:
    """Whether a text without telephone numbers and offered times tells of something of its reader's own.

    Figures, quotations and, where all nouns have capitals, long compounds stand for things of one's own.
    """
    if not _ABROAD.search(text):
        return False
    quoted = _TOLD * bool(_QUOTATION.search(text))
    return len(_FIGURE.findall(text)) + quoted + len(_COMPOUND.findall(text)) >= _TOLD
