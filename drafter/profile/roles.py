"""Roles and who holds them, as sources state them: "said NAME, ROLE of ORG", "I'm a ROLE at ORG", cards, signatures.

A role is recognised by its head word in five languages; how far it reaches is decided by what usually follows one.
"""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.language.quick import Quick
from drafter.profile import semitic
from drafter.profile._role_words import COMPOUND_ENDING, COMPOUND_HEADS, HEAD_ENDING, HEADS, JAPANESE_HEADS

_HEAD = Quick(HEADS, ending=HEAD_ENDING)
_COMPOUND = Quick(COMPOUND_HEADS, within=True, ending=COMPOUND_ENDING)
_JAPANESE = Quick(JAPANESE_HEADS.lower(), within=True)
_AT = re.compile(
    r"\s+(?:at|with|bei|beim|chez|en|@|an der|am|im|in der|an|vom|von|à|au|auprès de|for the|of the|der|des|du|"
    r"de la|de l['’]|"
    r"del|of|de|d['’]|presso|alla?|allo|della|dello|dell['’]|di|no|na|nos|nas|do|da|bij|voor|van)\s*"
    r"(?:the |der |dem |den |la |le |l['’]|el |het |il )?(?=[\"“„]?[A-ZÀ-ÞΑ-ΩА-Я0-9])|\s*@\s*"
)
_STOP = re.compile(
    r"\s*(?:[;:|•·–—(\n\"“”„»«!?]|\.(?:\s|$)|,\s|\s-\s|\s(?:who|where|which|whose|that|since|from|until|based|"
    r"responsible|working|"
    r"leading|focus\w*|specializ\w+|specialis\w+|living|seit|und (?:leite|lebe|arbeite|wohne|bin|betreue)|wo|"
    r"qui|où|depuis|basée?|"
    r"donde|desde|que|y (?:vivo|trabajo|dirijo|vive|trabaja|dirige|lidera)|et (?:dirige|travaille|enseigne|"
    r"vit)|und (?:leitet|lebt|arbeitet)|et (?:je|j['’])|and (?:I|he|she|they|an? \w+ (?:at|of|in)|has|"
    r"have|is|lives?|was|leads?|"
    r"an? )|but|while|when|as|said|says|told|added|explained|is|was|has|will|ist|hat|sagt|est|es)\b|"
    r"\s(?:on \d|effective|as of|starting|ab (?:\d|sofort)|zum \d|à compter|à partir|a partir|per \d|succeeding|replacing)|"
    r"\s(?:met|waar|sinds|dove|dal \d{4}|dal|onde|desde|com|che|e (?:lavoro|vivo|insegno|insegna|lidero|moro|trabalho))\b|"
    r"\s(?:porque|because|weil|parce|car|denn|pues)\b|\sin\s(?=[A-ZÀ-Þ])|\sà\s(?=[A-Z])|$)"
)
_ORG_WORD = re.compile(
    r"(?:university|institute|institut\w*|foundation|stiftung|college|school|company|gmbh|\bag\b|inc\b|ltd|llc|"
    r"group|labs?\b|bank|ministry|"
    r"agency|association|verein|society|gesellschaft|universit\w+|hochschule|universidad|université|école|"
    r"fundación|fondation|centre|center|"
    r"council|commission|museum|hospital|clinic|klinik\w*|verband|coop\w*|studio|network|trust|e\.\s?v|team|"
    r"project|committee|consortium)",
    re.IGNORECASE,
)
PROPER = re.compile(
    r"[\"“„]?(?:[A-ZÀ-Þ0-9][\w&'’.+-]*|[a-z][A-Z]\w*)(?:\s+(?:(?:of|for|and|the|de|des|du|del|la|le|für|und|"
    r"der|et|y|e|&|d['’])\s+)*(?:the\s+|la\s+)?"
    r"(?:[A-ZÀ-Þ0-9][\w&'’.+-]*)){0,6}[\"”“]?(?:\s+e\.\s?V\.)?"
)
PAST = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|ex-|until|was|were|used to|past|served|worked|retired|emerit\w+|"
    r"ehemalig\w*|früher\w*|war|bis|"
    r"ancien(?:ne)?|jusqu['’]en|était|fut|antigu[oa]|hasta|fue|era|anterior)\b|(?:元|前)(?=[^年月日回後者])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A role somebody holds: where the role stands in the text, and the organisation and place named with it."""

    role: str
    start: int
    end: int
    organization: str | None = None
    location: str | None = None
    past: bool = False


@lru_cache(maxsize=4096)
def has_role(text: str) -> bool:
    """Whether the text names a role."""
    if _HEAD.found_in(text) or _COMPOUND.found_in(text):
        return True
    return not text.isascii() and (_JAPANESE.found_in(text) or semitic.has_role(text))


def _head(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first head word between the offsets."""
    word, compound = _HEAD.search(text, start, end), _COMPOUND.search(text, start, end)
    return min((found for found in (word, compound) if found), key=lambda found: found.start(), default=None)


def is_role_line(text: str) -> bool:
    """Whether a short text is a role and nothing more ("Head of Data", "Leiterin Vertrieb, Beispiel GmbH")."""
    bare = text.strip()
    if not 2 <= len(bare) <= 120 or bare.endswith(("!", "?")) or (bare.endswith(".") and len(bare.split()) > 8):
        return False
    return has_role(bare) and len(bare.split()) <= 14


def role_at(text: str, start: int, *, organization: str | None = None) -> Held | None:
    """The role phrase that begins at ``start`` ("principal scientist at Example Labs in Oslo"), or ``None``."""
    phrase = text[start : start + 220]
    lead = re.match(
        r"(?:\s*(?:currently|now|also|derzeit|aktuell|actuellement|actualmente)\b)?\s*(?:an?|the|our|its|their|"
        r"one of the|der|die|das|"
        r"eine?|unser\w*|la|le|l['’]|une?|el|una?|los|las|notre|il|lo|uno|een|het|de|o|os|as|uma?)?\s*\b",
        phrase,
        re.IGNORECASE,
    )
    begin = start + (lead.end() if lead else 0)
    stop = _STOP.search(text, begin, begin + 200)
    limit = stop.start() if stop else min(len(text), begin + 200)
    limit = _listed(text, begin, limit)
    head = _head(text, begin, limit)
    if not head or len(text[begin : head.start()].split()) > 6:
        return None
    end, employer, after = _employer(text, head.end(), limit, organization)
    role = text[begin:end].strip(" ,.'’")
    if not role or _CLAUSE.search(text[begin : head.start()]):
        return None
    trimmed = begin + text[begin:end].index(role)
    return Held(role, trimmed, trimmed + len(role), employer, place_after(text, after), False)


def _listed(text: str, begin: int, limit: int) -> int:
    """The limit, past a comma where the role only goes on ("Director, Product at Example")."""
    following = re.compile(r",\s+(?=(?:[A-Z][\w&]*\s+){0,3}?(?:[A-Z][\w&]*)\s+(?:at|of)\s+[A-Z])").match(text, limit)
    if following and limit - begin < 40 and not _head(text, following.end(), following.end() + 40):
        stop = _STOP.search(text, following.end(), following.end() + 120)
        return stop.start() if stop else limit
    return limit


def _employer(text: str, head_end: int, limit: int, organization: str | None) -> tuple[int, str | None, int]:
    """Where the role ends, the organisation it is held at, and where that ends."""
    for match in _AT.finditer(text, head_end, limit):
        name = PROPER.match(text, match.end(), min(len(text), match.end() + 90))
        if not name:
            continue
        word = match.group().split()[0].lower() if match.group().strip() else ""
        found = name.group().strip(' "“”„.,')
        if word in _SURE or _ORG_WORD.search(found) or _same(found, organization) or len(match.group().split()) > 1:
            return match.start(), found, name.end()
    comma = re.compile(r",\s+(?=[A-Z])").match(text, limit)
    if comma and (name := PROPER.match(text, comma.end(), comma.end() + 90)):
        found = name.group().strip(' "“”.,')
        if _ORG_WORD.search(found) or _same(found, organization):
            return limit, found, name.end()
    return limit, None, limit


# "in Computer Science" is no place.
_FIELD = re.compile(
    r"(?:ics|iques?|ica|istik|ik|sciences?|scienc\w*|ology|ologie|ología|engineering|studies|management|"
    r"wissenschaft\w*|kunde|"
    r"graphy|graphie|history|law|medicine|marketing|finance|design|education|informática|ingeniería|chemistry)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:I|he|she|they|we|is|am|are|was|were|has|have|ich|bin|je|suis|soy|es|est)\b", re.IGNORECASE)
_SURE = frozenset(
    {"at", "with", "bei", "beim", "chez", "@", "vom", "am", "en", "à", "au", "presso", "alla", "bij", "no", "na"}
)


def _same(found: str, organization: str | None) -> bool:
    if not organization:
        return False
    one, other = found.casefold(), organization.casefold()
    return one in other or other in one


def place_after(text: str, start: int) -> str | None:
    """The place in " in San Francisco" or ", based in Lyon" right after ``start``."""
    found = re.compile(
        r"(?:\s*\([^)]{2,15}\))?,?\s*(?:(?:who is |and |et |y |und )?(?:based|basée?|located|ansässig|con sede|"
        r"living|lebe|"
        r"lives?)\s+)?(?:in|à|en)\s+"
        r"((?:[A-ZÀ-Þ][\w'’.-]+)(?:[ ](?:de |del |la |am |an der "
        r")?[A-ZÀ-Þ][\w'’.-]+){0,2}(?:,\s[A-ZÀ-Þ][\w.]+(?:\s[A-Z]\w+)?)?)"
    ).match(text, start)
    if not found or re.match(r"(?:\d|I\b|The\b|Prof)", found.group(1)) or _FIELD.search(found.group(1)):
        return None
    return found.group(1).strip(" .,")
