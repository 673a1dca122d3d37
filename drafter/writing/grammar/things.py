"""Names what the reader made ("your Hut Line"), so that nobody is told their own biography (English)."""

from __future__ import annotations

import re

# Whoever did one of these to a thing may be told of it as theirs.
_MADE = (
    "founded created built wrote designed launched published developed invented started established composed "
    "gave authored produced curated painted drew organised organized set made devised initiated programmed "
    "introduced compiled edited"
)
_WHOLE = re.compile(
    rf"(?:in (?:[A-Z][a-z]+ )?\d{{4}} )?you (?:(?:also|first|\w+ly) )?(?:have )?(?:{'|'.join(_MADE.split())})(?: up)? "
    r"(?:the|your|an?) (?P<what>.+)"
)
_CUT = re.compile(
    r",\s|;|:\s|\s+(?:that|which|who|where|when|because|after|since|while|so|and)(?=\s)"
    r"|\s+(?:in|since|on|from) (?=\d|January|February|March|April|May|June|July|August|September|October|November|Dec)"
)
_PARTS = re.compile(
    r"(?P<before>[^,]{12,}?),\s+(?:an?|the|which|who|where|with|one of"
    r"|sodass|so dass|wobei|womit|was|ce qui|lo que)\s"
)
_QUOTED = re.compile(r"(?<!\w)'([^']{2,60})'(?!\w)")
_MOST = 11
_GENERAL_WORDS = (
    "team group company work same first way thing idea whole number problem new small large big few lot series second"
)
_GENERAL = frozenset(_GENERAL_WORDS.split())


def thing_of(clause: str) -> str | None:
    """From "you founded the Hut Line in 2028, a line …" to "your Hut Line"; ``None`` where nothing has a name so."""
    match = _WHOLE.match(clause)
    if match is None:
        return None
    what = _outside_quotes(match["what"])
    if len(what.split()) > _MOST:
        what = re.split(r" (?:at|in|on) (?=(?:the )?[A-Z])", what)[0]
    words = what.split()
    if not words or len(words) > _MOST or words[0].lower() in _GENERAL or what.count("“") != what.count("”"):
        return None
    return f"your {_QUOTED.sub(_marks, what)}"


def _marks(match: re.Match[str]) -> str:
    return f"“{match.group(1)}”"


def _outside_quotes(text: str) -> str:
    """The text up to the first break that does not stand inside a title."""
    for cut in _CUT.finditer(text):
        before = text[: cut.start()]
        if before.count("“") == before.count("”"):
            return before
    return text


def trimmed(clause: str) -> str:
    """The clause without an explanation at its end: "…, a telephone line on which …"."""
    match = _PARTS.match(clause)
    return match["before"] if match and match["before"].count("“") == match["before"].count("”") else clause
