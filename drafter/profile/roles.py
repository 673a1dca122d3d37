"""Roles and who holds them, as sources state them: "said NAME, ROLE of ORG", "I'm a ROLE at ORG", cards, signatures.

A role is recognised by its head word in five languages; how far it reaches is decided by what usually follows one.
"""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.language.names import looks_like_person
from drafter.profile._house_words import ORG_WORD, SCHOLARLY
from drafter.profile.employment import employer_after, house_further_on
from drafter.profile.heads import has_role, head_in

_STOP = re.compile(
    r"\s*(?:[;:|•·–—()\n\"“”„»«!?]|(?<!\.[A-Z])(?<!\s[A-Z])(?<!tellv)\.(?:\s|$)|,\s|\s-\s|\s(?:who|where|which|whose|that|since|from|until|based|"
    r"responsible|working|"
    r"leading|focus\w*|specializ\w+|specialis\w+|living|seit|und (?:leite|lebe|arbeite|wohne|bin|betreue)|wo|"
    r"qui|où|depuis|basée?|"
    r"donde|desde|que|y (?:vivo|trabajo|dirijo|vive|trabaja|dirige|lidera)|et (?:dirige|travaille|enseigne|"
    r"vit)|und (?:leitet|lebt|arbeitet)|et (?:je|j['’])|and (?:I|he|she|they|an? \w+ (?:at|of|in)|has|"
    r"have|is|lives?|was|leads?|"
    r"an? )|but|while|when|as|said|says|told|added|explained|is|was|has|will|ist|hat|sagt|est|es)\b|"
    r"\s(?:on \d|effective|as of|starting|ab (?:\d|sofort)|zum \d|à compter|à partir|a partir|per \d|succeeding|replacing)|"
    r"\s(?:met|waar|sinds|dove|dal \d{4}|dal|onde|desde|com|che|e (?:lavoro|vivo|insegno|insegna|lidero|moro|trabalho))\b|"
    r"\sand\s(?=[a-z]+s\s(?:the|an?|her|his|their|its|two|three|four|five)\s)|"
    r"\s(?:in|since|from|seit|depuis|desde|dal|em|en)\s(?:(?:early|late|mid)[ -])?(?:[A-ZÀ-Þ]?[\wÀ-ÿ]+\s(?:de\s)?)?(?=(?:19|20)\d\d)|"
    r"\s(?:porque|because|weil|parce|car|denn|pues|grâce|dank|gracias|thanks|grazie|graças)\b|\sin\s(?=[A-ZÀ-Þ])(?!(?:Residence|Chief|Charge|Training|Waiting|Command)\b)|\s(?:with)?in\s(?:the|our|my|his|her|their)\s|\sà\s(?=[A-Z])|$)"
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


def is_role_line(text: str) -> bool:
    """Whether a short text is a role and nothing more ("Head of Data", "Leiterin Vertrieb, Beispiel GmbH")."""
    bare = text.strip()
    if not 2 <= len(bare) <= 120 or bare.endswith(("!", "?")) or (bare.endswith(".") and len(bare.split()) > 8):
        return False
    if not (bare[0].isalnum() or bare[0] in _OPENING_SIGNS) or MARK_UP.search(bare):
        return False
    if not has_role(bare) or len(bare.split()) > 14 or DEGREE.search(bare) or _ABOUT.match(bare):
        return False
    head = head_in(bare, 0, len(bare))
    return head is None or not _FOR.search(bare, 0, head.start())


_OPENING_SIGNS = "\"'“„«‘(¿¡「（"
# "Maps for Teachers" is no post, "Assistant for …" is one.
_FOR = re.compile(r"\s(?:for|about|with|from|für|pour|para|per)\s")
_ABOUT = re.compile(r"(?:about|meet|über|à propos|sobre|over|contact)\s", re.IGNORECASE)
MARK_UP = re.compile(r"[{}=<>\\]|::")


def role_at(text: str, start: int, *, organization: str | None = None) -> Held | None:
    """The role phrase that begins at ``start`` ("principal scientist at Example Labs in Oslo"), or ``None``."""
    phrase = text[start : start + 220]
    lead = re.match(
        r"(?:\s*(?:currently|now|also|derzeit|aktuell|actuellement|actualmente|ensuite|puis|également|aussi|devenue?|auch|außerdem|zudem|también|"
        r"además|anche|também|ook)\b){0,2}\s*(?:an?|the|our|its|their|"
        r"one of the|der|die|das|"
        r"eine?|unser\w*|la|le|l['’]|une?|el|una?|los|las|notre|il|lo|uno|een|het|de|o|os|as|uma?)?\s*\b",
        phrase,
        re.IGNORECASE,
    )
    begin = start + (lead.end() if lead else 0)
    limit = _limit(text, begin)
    head = head_in(text, begin, limit)
    if not head or len(text[begin : head.start()].split()) > 6:
        return None
    if within := _IN_RESIDENCE.search(text, head.end(), limit):
        limit = within.end()
    end, employer, after = employer_after(text, head.end(), limit, organization)
    if employer is None and (short := _SHORT_FORM.match(text, limit)):
        employer, after = employer_after(text, short.end(), _stop(text, begin, short.end()), organization)[1:]
    if employer is None:
        employer, after = house_further_on(text, limit) or (None, after)
    role = text[begin:end].strip(" ,.'’")
    if not role or _CLAUSE.search(text[begin : head.start()]):
        return None
    trimmed = begin + text[begin:end].index(role)
    return Held(role, trimmed, trimmed + len(role), employer, place_after(text, after), False)


# What these say ends the post ("composer in residence for …").
_IN_RESIDENCE = re.compile(r"[ -]in[ -](?:residence|chief|charge|training|waiting)\b", re.IGNORECASE)


def _limit(text: str, begin: int) -> int:
    """Where a role that begins at ``begin`` can end at the latest."""
    limit = _stop(text, begin, begin)
    while (further := _goes_on(text, begin, limit)) is not None:
        limit = _stop(text, begin, further)
    return limit


def _stop(text: str, begin: int, after: int) -> int:
    found = _STOP.search(text, after, begin + _LONGEST)
    return found.start() if found else min(len(text), begin + _LONGEST)


def _goes_on(text: str, begin: int, limit: int) -> int | None:
    """Where to read on where the role does not end at ``limit``: a list, a second half after a comma, a field."""
    head = head_in(text, begin, limit)
    if head is None:
        return None
    if field := _IN_FIELD.match(text, limit):
        taught = SCHOLARLY.search(text, begin, limit) and _AT_A_HOUSE.match(text, field.end(1))
        return field.end() if taught or FIELD.search(field[1]) else None
    if (listed := _LIST.match(text, limit)) and _is_list(text, head, limit, listed):
        return listed.end()
    if limit - begin < 40 and (half := _SECOND_HALF.match(text, limit)) and not ORG_WORD.search(half[1]):
        return None if has_role(half[1]) else half.end()
    return None


def _is_list(text: str, head: re.Match[str], limit: int, listed: re.Match[str]) -> bool:
    """Whether a comma goes on with an "and" list: of roles, or of what the role is about."""
    parts = [part.strip() for part in re.split(r",|\s(?:and|&|und|et|y|e)\s", listed.group()) if part.strip()]
    after = re.compile(r"[\w&'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?").match(text, listed.end())
    if after is None or any(_NO_PART.match(part) or _CLAUSE.search(part) for part in (*parts, after.group())):
        return False
    if any(looks_like_person(part) or ORG_WORD.search(part) for part in (*parts, after.group())):
        return False
    if all(has_role(part) for part in (*parts, after.group())):
        return True
    return any(_OF.finditer(text, head.end(), limit)) and not any(has_role(part) for part in parts)


# "Bióloga por la Universidad de …": a degree, not a post.
DEGREE = re.compile(
    r"\b(?:por (?:la|el)|pela|pelo) (?:univ|inst|esc|fac)|"
    r"\b(?:maestr[oa]|mestre|m[aá]gister|máster|doctora?|doutora?|docteure?|dottore|dottoressa|licenciad[oa]) (?:en|em|in)\b",
    re.IGNORECASE,
)
# "in Computer Science" is no place.
FIELD = re.compile(
    r"(?:ics|iques?|ica|istik|ik|sciences?|scienc\w*|ology|ologie|ología|engineering|studies|management|"
    r"wissenschaft\w*|kunde|"
    r"graphy|graphie|history|law|medicine|marketing|finance|design|education|informática|ingeniería|chemistry)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:I|he|she|they|we|is|am|are|was|were|has|have|be|been|by|to|from|about|with|ich|bin|von|je|suis|par|soy|es|est|por|"
    r"(?:advised|supervised|led|directed|supported|mentored))\b",
    re.IGNORECASE,
)


# "Chief Executive Officer (CEO) of …": the short form of a post does not end what is said of it.
_SHORT_FORM = re.compile(r"\s*\([A-ZÀ-Þ][\w&/.]{1,9}\)(?=\s)")
_LONGEST = 200
_LIST = re.compile(
    r"(?:,\s+[\w&'’-]+(?:\s[\w&'’-]+){0,3}){1,4}?,?\s+(?:and|&|und|sowie|et|y|e)\s+(?=\w)", re.IGNORECASE
)
_SECOND_HALF = re.compile(
    r",\s+((?:[A-ZÀ-Þ][\w&]*\s+(?:(?:and|&)\s+)?){0,3}[A-ZÀ-Þ][\w&]*)(?=,?\s+(?:at|of|for)\s+(?:the\s+)?[A-ZÀ-Þ])"
)
_NO_PART = re.compile(
    r"(?:an?|the|her|his|their|its|\d+|who|which|that|where|with|at|said|says|lives?|works?|is|was|has)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:of|for|on|in|de|des|du|del|della|delle|di|da|do|für|der|à|en)\s")
_IN_FIELD = re.compile(r"\s+in\s+(?=([A-ZÀ-Þ]\w+(?:\s(?:and\s|&\s)?[A-ZÀ-Þ]\w+){0,3}))")
# Without a house after it, what stands after "in" is more likely a town ("a teacher in Tallinn").
_AT_A_HOUSE = re.compile(r",?\s+(?:at|from|with|and|al|alla|all['’]|presso|an|bei|à|e|y|et|und|na|no)\b")


def place_after(text: str, start: int) -> str | None:
    """The place in " in San Francisco" or ", based in Lyon" right after ``start``."""
    found = re.compile(
        r"(?:\s*\([^)]{2,15}\))?,?\s*(?:(?:who is |and |et |y |und )?(?:based|basée?|located|ansässig|con sede|"
        r"living|lebe|"
        r"lives?)\s+)?(?:in|à|en)\s+"
        r"((?:[A-ZÀ-Þ][\w'’.-]+)(?:[ ](?:de |del |la |am |an der "
        r")?[A-ZÀ-Þ][\w'’.-]+){0,2}(?:,\s[A-ZÀ-Þ][\w.]+(?:\s[A-Z]\w+)?)?)"
    ).match(text, start)
    if not found or re.match(r"(?:\d|I\b|The\b|Prof)", found.group(1)) or FIELD.search(found.group(1)):
        return None
    return found.group(1).strip(" .,")
