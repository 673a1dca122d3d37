"""Characters nobody sees: removed where they hide something, kept where a script needs them."""

from __future__ import annotations

import re

# Zero-width space, word joiner, invisible operators, byte-order mark, bidirectional controls, tags, variation fillers.
_INVISIBLE = re.compile(
    "[\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u180e\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f\ufff9-\ufffb]"
)
_MARKS = re.compile("[\u200e\u200f\u061c\u00ad]")
# Joiners belong to Arabic, the scripts of India and emoji; between other letters they only hide words.
_JOINERS = re.compile(
    "(?<![\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufefc\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOT_PLAIN = re.compile("[^\t\n -~]")


def clean(text: str) -> str:
    """The text without invisible and control characters, every newline as a line feed, odd spaces as a space."""
    if not _NOT_PLAIN.search(text):
        return text
    text = _CONTROLS.sub("", _NEWLINES.sub("\n", text))
    if text.isascii():
        return text
    text = _JOINERS.sub("", _MARKS.sub("", _INVISIBLE.sub("", text)))
    return _ODD_SPACES.sub(" ", text)


def count_invisible(text: str) -> int:
    """How many characters meant to hide something stand in the text (soft hyphens and direction marks do not count)."""
    return len(_INVISIBLE.findall(text)) + len(_JOINERS.findall(text))
