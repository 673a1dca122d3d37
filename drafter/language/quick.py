"""Expressions with many alternatives that are quick to search for.

The ``re`` module tries the alternatives of a long list one after the other at each place, and slower still where case
is to be ignored. Here they are made a tree by their first letters, searched in text that was put in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_QUANTIFIERS = frozenset("?*+{")
_PAST_THE_END = "(?!)"


class Quick:
    """An expression over lower-case text, compiled when first needed.

    ``alternatives`` is written like the inside of a group, in lower case, each alternative beginning with a letter
    where possible. ``within`` lets one begin inside a word, ``ending`` follows each of them.
    """

    __slots__ = ("_alternatives", "_compiled", "_ending", "_within")

    def __init__(self, alternatives: str, *, within: bool = False, ending: str = "") -> None:
        self._alternatives, self._within, self._ending = alternatives, within, ending
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression; it expects lower-case text."""
        if self._compiled is None:
            tree = _tree(list(split(self._alternatives)), "" if self._within else None)
            self._compiled = re.compile(tree + self._ending)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in the text, whatever its case; offsets are those of ``text``."""
        low = lowered(text)
        return self.compiled.search(low, start, len(low) if end is None else end)

    def match(self, text: str) -> re.Match[str] | None:
        """A match at the beginning of the text, whatever its case."""
        return self.compiled.match(lowered(text))

    def found_in(self, text: str) -> bool:
        """Whether the text has a match."""
        return self.compiled.search(lowered(text)) is not None


@lru_cache(maxsize=1024)
def lowered(text: str) -> str:
    """The text in lower case, each character at its old place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[:1] for char in text)


def split(alternatives: str) -> Iterator[str]:
    """The alternatives, split at the bars outside of brackets."""
    depth, begin, index = 0, 0, 0
    while index < len(alternatives):
        char = alternatives[index]
        if char == "\\":
            index += 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "|" and depth == 0:
            yield alternatives[begin:index]
            begin = index + 1
        index += 1
    yield alternatives[begin:]


def _tree(alternatives: Iterable[str], before: str | None) -> str:
    """One group for the alternatives; ``before`` is ``None`` where each must begin a word."""
    branches: dict[str, list[str]] = {}
    others: list[str] = []
    for alternative in _spread(alternatives):
        first, second = alternative[:1], alternative[1:2]
        if first.isalpha() and second not in _QUANTIFIERS:
            branches.setdefault(first, []).append(alternative[1:])
        elif alternative not in others:
            others.append(alternative)
    start = r"(?<!\w)" if before is None else ""
    pieces = [f"{start}{other}" for other in others]
    for first, rests in branches.items():
        begins = rf"(?<!\w{first})" if before is None else ""
        pieces.append(f"{first}{begins}{_rest(list(dict.fromkeys(rests)))}")
    return f"(?:{'|'.join(pieces)})" if pieces else _PAST_THE_END


def _spread(alternatives: Iterable[str]) -> Iterator[str]:
    """The alternatives, "(?:a|b)c" written as "ac" and "bc", so that each begins with a letter."""
    for alternative in alternatives:
        close = _closing(alternative) if alternative.startswith("(?:") else -1
        if close < 0 or alternative[close + 1 : close + 2] in _QUANTIFIERS:
            yield alternative
        else:
            yield from _spread(inner + alternative[close + 1 :] for inner in split(alternative[3:close]))


def _closing(alternative: str) -> int:
    depth = 0
    for match in re.finditer(r"\\.|\[[^\]]*\]|[()]", alternative):
        depth += (match.group() == "(") - (match.group() == ")")
        if match.group() == ")" and depth == 0:
            return match.start()
    return -1


def _rest(rests: list[str]) -> str:
    if len(rests) == 1:
        return rests[0]
    return _tree(rests, "")
