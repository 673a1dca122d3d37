"""Roles that lines state: "Fonction : …", "2021–present: Head of Ferries", a heading "Trustees" above names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.language.names import looks_like_person
from drafter.language.wordnet import kind
from drafter.profile import eastern
from drafter.profile._house_words import FUNCTION
from drafter.profile.heads import has_role
from drafter.profile.houses import is_house
from drafter.profile.keys import is_role_key
from drafter.profile.roles import FIELD, PAST, Held, is_role_line, role_at
from drafter.profile.stations import period_at
from drafter.profile.units import Unit

# "Head of Data | Example Labs", as in a signature.
_BESIDE = re.compile(
    r"([^|·•@–—]{3,60}?)\s*(?:\s[|·•–—]\s|\s?@\s?)\s*((?!www\.|ex-)[A-ZÀ-Þ0-9][^|·•@–—,:\d]{1,45}?)\s*(?:[|·•–—].*)?\Z"
)
_CONTACT_DETAIL = re.compile(r"[@\d]|www\.|https?:")
_FULL_STOP = re.compile(r"(?<=\w{4})\.\Z")
_LABEL = re.compile(r"[ \t]*:?([^\n:：|]{1,40}?)[ \t　]*(?:[:：]|\s\|\s)[ \t　]*(?=\S)")
_LATIN_NAME = re.compile(
    r"(?:(?:Dr|Prof|Professor|Frau|Herr|Ms|Mr|Mrs|Mme|M|Sra?|Dott|Ing)\.?(?:ssa)?\s+)*"
    r"((?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)(?:[ ](?:[A-Z]\.|von|van|de|der|den|di|da|la|del|[A-ZÀ-Þ][\w'’-]+)){1,3})"
)
_EASTERN_NAME = re.compile(r"[^\s、。（(,]{1,5}[\s　]?[^\s、。（(,]{0,5}(?=\Z|[、。（(,])")
_PREFACE = re.compile(
    r"\b(?:about|meet|our|the|contact|for|with|become|über|unser\w*|für|mit|nos|notre|nuestr\w+|para|per|nostri|to)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<!s)s\Z")


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands before and after the colon of a line, and where the latter begins."""

    key: str
    value: str
    start: int


def labelled(text: str) -> Labelled | None:
    """The two halves of "Fonction : Directrice", or ``None``."""
    found = _LABEL.match(text)
    if not found or text.startswith("//", found.end() - 1) or text.count(" | ") > 1:
        return None
    return Labelled(found[1].strip(" *_"), text[found.end() :].strip(), found.end())


def is_role_label(label: Labelled) -> bool:
    """Whether a label announces a role ("Position", "役職"); a "title" may also be that of a page."""
    key = label.key.lower().strip()
    return is_role_key(key) and (key not in ("title", "titel") or is_role_line(label.value))


def holder_in(label: Labelled) -> str | None:
    """The person's name that a label's value begins with ("Treasurer: Ada Brink, accountant")."""
    latin = _LATIN_NAME.match(label.value)
    if latin and looks_like_person(latin[1]) and not FUNCTION.search(latin[1]):
        return latin[1]
    eastern = None if label.value.isascii() else _EASTERN_NAME.match(label.value)
    return eastern.group() if eastern and looks_like_person(eastern.group()) and not has_role(eastern.group()) else None


def line_role(text: str, start: int, end: int) -> Held:
    """The role that ``text[start:end]`` consists of, apart from its dates and the employer it may name."""
    period = period_at(text, start, end)
    if period:
        start, end = period.rest
    value = text[start:end]
    first, _, second = value.partition(" + ")
    if has_role(first) and has_role(second):
        value = first  # "CEO, Example + creator of …"
    stripped = _FULL_STOP.sub("", value.strip().strip("'\""))
    at = start + value.find(stripped)
    past = bool(PAST.search(stripped)) or (period is not None and period.closed)
    if "/" not in stripped and (held := role_at(stripped, 0)) and held.organization and held.start == 0:
        return replace(held, start=at + held.start, end=at + held.end, past=past)
    beside = _BESIDE.match(stripped)
    if beside and has_role(beside[1]) and not has_role(beside[2]):
        house = beside[2].strip() if _is_house_beside(beside, stripped) else None
        return Held(beside[1], at, at + len(beside[1]), house, past=past)
    role, _, employer = stripped.partition(", ")
    if employer[:1].isupper() and _is_employer(role, employer):
        return Held(role, at, at + len(role), employer, past=past)
    return Held(stripped, at, at + len(stripped), past=past)


def _is_house_beside(beside: re.Match[str], line: str) -> bool:
    """Whether what stands beside a post is its house: a headline of several parts lists topics as well."""
    name, rest = beside[2].strip(), line[beside.end(2) :].strip(" |·•–—")
    if is_house(name):
        return True
    return not FUNCTION.search(name) and (not rest or _CONTACT_DETAIL.search(rest) is not None)


def _is_employer(role: str, employer: str) -> bool:
    """Whether what follows a role's comma is where it is held; one word alone may be half of the role."""
    if not has_role(role) or has_role(employer) or FUNCTION.search(employer):
        return is_house(employer) and not has_role(employer) and has_role(role)
    # "Director, Loans" goes on with the post; what is in no dictionary is a name ("Engineer, Zorbix").
    words = employer.split()
    return is_house(employer) or (not FIELD.search(words[-1]) if len(words) > 1 else kind(employer) is None)


def heading_role(unit: Unit) -> Held | None:
    """The role that a heading gives to those named below it ("PhD students" → "PhD student")."""
    text = unit.text.strip().rstrip(":：")
    if len(text.split()) > 6 or not is_role_line(text) or _PREFACE.search(text) or looks_like_person(text):
        return None
    held = Held(text, 0, len(text)) if eastern.is_post(text) else role_at(text, 0)
    if held is None or held.start or held.end < len(text):
        return None
    single = _PLURAL.sub("", held.role)
    return replace(held, role=single if has_role(single) else held.role)
