"""How sources write the name of an entry: with the post run into it, with an aside, in two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.names import looks_like_person
from drafter.profile._role_words import JAPANESE_HEADS
from drafter.profile.heads import has_role
from drafter.profile.roles import is_role_line, role_at

_SENTENCE = re.compile(
    r":|\b(?:becomes?|joins?|named|appointed|takes|wins?|leaves|is|has|at the|wird|devient|nombrad[oa]|nommée?)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:Managing|Senior|Junior|Vice|Deputy|Associate|Assistant|Executive|General|Staff|Programme?|Community|Development|"
    r"Communications?|Marketing|Finance|Sales|Product|Software|Research|Technical|Creative|Regional|National|Acting)\Z"
)
_POST_THEN_NAME = re.compile(
    rf"(?:{JAPANESE_HEADS})[\s　]*([\u3040-\u30ff\u3400-\u9fff]{{1,4}}[\s　][\u3040-\u30ff\u3400-\u9fff]{{1,4}})\s*\Z"
)
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\Z")
_TWO_SCRIPTS = re.compile(
    r"([\u3040-\u30ff\u3400-\u9fff][\u3040-\u30ff\u3400-\u9fff\s　]*?)[\s　（(/]*([A-Z][A-Za-z .'’-]+)[)）]?"
)


def readings(name: str) -> Iterator[str]:
    """The name as written, without an aside, and each script of it apart ("伊藤 健 Ken Ito", "Ada Brink (curator)")."""
    yield name
    if name.endswith((")", "）")):
        yield _IN_BRACKETS.sub("", name)
    if both := _TWO_SCRIPTS.fullmatch(name):
        yield both[1].strip()
        yield both[2].strip()


def glued_name(text: str, told: str = "") -> str | None:
    """The name in a heading that runs into the post ("Ada Brink Head of Data", "代表取締役社長 森田 葵").

    ``told`` is what follows the heading: it often says the name again, and so where it ends.
    """
    if len(text) > 120:
        return None
    if eastern := _POST_THEN_NAME.search(text):
        return eastern[1] if looks_like_person(eastern[1]) else None
    words = text.split()
    for count in (4, 3, 2):
        name, rest = " ".join(words[:count]), " ".join(word for word in words[count:] if "@" not in word)
        if len(words) <= count or not rest[:1].isupper() or not looks_like_person(name) or has_role(name):
            continue
        if _RANK.search(name) and name not in told:
            continue
        held = role_at(rest, 0) if is_role_line(rest) and not _SENTENCE.search(rest) else None
        if held and held.start == 0:
            return name
    return None
