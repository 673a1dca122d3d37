"""The posts that somebody states in their own words: "I am enrolled at … as a …", "I'm Ada, a nurse at …"."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.profile.heads import has_role
from drafter.profile.houses import is_house
from drafter.profile.roles import PAST, Held, role_at

_OWN_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}(?:\s\([^)]{2,20}\))?(?:, | und | and | – |; )")


def own_post(text: str, own: re.Match[str], org: str | None) -> tuple[Held, int] | None:
    """The post after "I am", and how sure it is; what somebody became is less sure than what they are."""
    held = _after_i_am(text, own.end(), org)
    if held is None:
        return None
    held = _with_house_before(text, own, held)
    became = _BECAME.search(text, own.start(), held.start) or _BY_TRAINING.search(held.role)
    return replace(held, past=_over(text, own.start(), held)), 4 if became else 7


def further_on(text: str, start: int, org: str | None) -> Held | None:
    """The post in a later clause of a sentence that first tells something else (", ist Schriftstellerin und …")."""
    lead = _AND_IS.search(text, start)
    return role_at(text, lead.end(), organization=org) if lead else None


_AND_IS = re.compile(r",\s(?:ist|is|est|es|è|é)\s(?=\S)")


def _after_i_am(text: str, start: int, org: str | None) -> Held | None:
    """The post right after "I am", or after one's own name there ("I'm Ada, a nurse at …")."""
    held = role_at(text, start, organization=org)
    own = _OWN_NAME.match(text, start)
    further = role_at(text, own.end(), organization=org) if own else None
    found = further or held
    return replace(found, role=_OFFICE.sub("", found.role)) if found else None


def _with_house_before(text: str, own: re.Match[str], held: Held) -> Held:
    """A post whose house is named before it ("I am enrolled at the University of … as a PhD student")."""
    lead = _AT_HOUSE_AS.search(text[own.start() : held.start])
    name = lead[1] if lead else ""
    if not name or has_role(name) or (held.organization and not is_house(name)):
        return held
    return replace(held, organization=name, role=_OFFICE.sub("", held.role))


_AT_HOUSE_AS = re.compile(
    r"\b(?:at|in|for|with|by) (?:the )?([A-ZÀ-Þ][\w&’'.-]*(?: (?:of|for|and|the|de|[A-ZÀ-Þ][\w&’'.-]*)){0,6}) as\b"
)
# What somebody learned once is less than what they do.
_BY_TRAINING = re.compile(
    r"\bby (?:training|trade|profession|education)\b|\bvon Haus aus\b|\bde (?:formation|formación|formação)\b"
)
_BECAME = re.compile(r"\b(?:devenue?|geworden|become|diventat[oa])\b")
_OFFICE = re.compile(r" (?:position|post|job|appointment)\Z")


def _over(text: str, begin: int, held: Held) -> bool:
    return bool(PAST.search(text[max(0, begin - 30) : held.start])) or bool(
        re.search(r"\b(?:until|bis|jusqu|hasta)\b", text[held.end : held.end + 60])
    )
