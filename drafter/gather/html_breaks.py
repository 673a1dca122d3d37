"""Line breaks inside a paragraph: ends of lines that were meant, or only a typist's."""

from __future__ import annotations

import re

BREAK = "\x01"
_SENTENCE_END = tuple(".!?:;。！？؟…|")
_HARD_START = re.compile(r"[a-zà-öø-ÿ(,;]")


def lines_of_breaks(text: str) -> list[str]:
    """The lines that breaks make; a break inside a sentence is only a typist's and is mended."""
    lines: list[str] = []
    for piece in text.split(BREAK):
        piece = " ".join(piece.split())
        if not piece:
            lines.append("")
        elif (
            lines
            and lines[-1]
            and not lines[-1].endswith(_SENTENCE_END)
            and _HARD_START.match(piece)
            and len(lines[-1]) > 30
        ):
            lines[-1] += " " + piece
        else:
            lines.append(piece)
    return [line for line in lines if line]
