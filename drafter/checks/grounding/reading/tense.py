"""Whether words say that something is over, goes on or has begun, in the languages of the sources."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from drafter.resources import once, resource

_YEAR = r"(?:\d{1,2}[./-])?(?:[^\W\d_]{3,9}\.? )?(?:19|20)\d\d(?:年)?(?:\d{1,2}月)?"
# "2012–2016", "09/2013 - 08/2015", "from 2012 to 2016": with both ends.
CLOSED = re.compile(rf"{_YEAR}\s?(?:[–—~〜～-]|to|until|bis|à|au|al?|até|から)\s?(?:{_YEAR}|\d\d\b)", re.IGNORECASE)
# "was elected" tells of a beginning.
_BEGUN = re.compile(
    r"\b(?:was|were|wurde|a été|fue|ha sido|è stat[oa]|foi)\s(?=(?:\w+ )?(?:appoint|elect|nam|promot"
    r"|select|chos|made|born"
    r"|ernannt|gewählt|nomm|élu|nombrad|elegid|nominat|elett))",
    re.IGNORECASE,
)
# What one joins as, or was before: more came after it.
_STARTED = re.compile(
    r"\b(?:joined|started|began|starting|beginning|came|hired|entered|trained|eingestiegen|begann|kam|startete|anfangs"
    r"|zunächst|gelernte[rn]?|commencé|débuté|entrée? comme|incorporó"
    r"|empezó|comenzó|entró|iniziato|entrat[oa]|começou|ingressou|entrou)\b"
    r"[^.;]{0,60}?\b(?:as|als|comme|como|come|in|an?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|now|currently|seit|depuis|desde)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"[–—-]\s?(?:\)|$)")


@once
def _of(name: str) -> re.Pattern[str]:
    """The words of a table of ``tenses.toml`` as one expression; Japanese ones have no space around them."""
    table = tomllib.loads(resource("data", "tenses.toml").read_text(encoding="utf-8"))[name]
    spaced = "|".join(words for language, words in table.items() if language != "ja")
    joined = f"|{table['ja']}" if "ja" in table else ""
    return re.compile(rf"\b(?:{spaced})\b{joined}", re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_former(text: str) -> bool:
    """Whether a stretch of a source says of itself that it is over."""
    return bool(_of("gone").search(text))


@lru_cache(maxsize=8192)
def is_earlier(text: str) -> bool:
    """Whether a stretch says that it came before something else."""
    return bool(_of("earlier").search(text))


@lru_cache(maxsize=8192)
def goes_on(text: str) -> bool:
    """Whether a stretch says that something goes on."""
    return bool(_of("going").search(text) or _OPEN_END.search(text))


@lru_cache(maxsize=8192)
def is_over(clause: str) -> bool | None:
    """Whether a clause tells of what is over (``True``) or of what is so now; ``None`` where it does not tell."""
    bare = _BEGUN.sub(" ", clause)
    if CLOSED.search(bare):
        return True
    gone = is_former(bare) or is_earlier(bare)
    going = goes_on(clause) or bool(_of("being").search(clause))
    # In "is a former …" what says that it is over weighs more.
    return (not (going and _SINCE.search(bare))) if gone else False if going else None


@lru_cache(maxsize=8192)
def is_beginning(text: str) -> bool:
    """Whether it tells as what somebody began."""
    return bool(_STARTED.search(text))
