"""The organisation that a post is held at, as the words after it name it."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re

from drafter.language.places import town
from drafter.profile._house_words import (
    BELONGS,
    FUNCTION,
    LARGER,
    LEGAL_FORM,
    ORG_WORD,
    PART_OF_HOUSE,
    PROPER,
    SCHOLARLY,
    SMALL,
    WHOLE,
)
from drafter.profile.heads import has_role

_AT = re.compile(
    r"\s+(?:at|with|bei|beim|chez|en|@|an der|am|im|in der|an|vom|von|à|au|auprès de|for the|of the|der|des|du|"
    r"de la|de l['’]|"
    r"del|of|de|d['’]|presso|alla?|allo|della|dello|dell['’]|di|no|na|nos|nas|do|da|bij|voor|van|aan)\s*"
    r"(?:the |der |dem |den |la |le |l['’]|el |het |de |il )?"
    rf"(?=[\"“„]?[A-ZÀ-ÞΑ-ΩА-Я0-9]|(?:{SMALL})\s)|\s*@\s*"
)
_SURE = frozenset(
    {"at", "with", "bei", "beim", "chez", "@", "vom", "am", "en", "à", "au", "presso", "alla", "bij", "aan", "no", "na"}
)
_OR_FIELD = frozenset({"en", "em", "no", "na", "in"})
# "maîtresse de conférences à …": a house, where it is no town.
_A_HOUSE = re.compile(r"\s(?:à|ao|à l['’])\s?(?=[A-ZÀ-Þ])")
_AND = re.compile(r"\s(?:and|und|et|y|e|&)\s(?:the )?")
_IN_SMALL = re.compile(r"(?:\s(?:d['’]|l['’])?[a-zà-ÿ]+){1,7}(?=[,.;(]|\s[(–—-]|\Z)")
_COMMA_NAME = re.compile(r",\s+(?=[A-ZÀ-Þ])")
_JOINED = re.compile(r"\s(?:of the|of|for|de la|de|des|du|del|della|di|der|für|do|da)\s")


def employer_after(text: str, head_end: int, limit: int, organization: str | None) -> tuple[int, str | None, int]:
    """Where the role ends, the organisation it is held at, and where that ends."""
    field_end = head_end
    for match in _AT.finditer(text, head_end, limit):
        found, end = name_at(text, match.end())
        if not found or match.start() < field_end:
            continue
        if _is_field(text, match, match.group().split()[0]) and not ORG_WORD.search(found):
            field_end = end
            continue
        found, end = _larger(text, found, end)
        if PART_OF_HOUSE.match(found) and (house := _house_of(text, found, end)):
            return match.start(), *house
        if _is_house(text, match, found, organization):
            return match.start(), found, end
    return _beside(text, limit, organization) or (limit, None, limit)


def _beside(text: str, limit: int, organization: str | None) -> tuple[int, str, int] | None:
    """The house right where a role ends: after an "à" that no town follows, or after a comma."""
    if lead := _A_HOUSE.match(text, limit):
        found, end = name_at(text, lead.end())
        if found and (ORG_WORD.search(found) or (len(found.split()) > 1 and not town(found))):
            return limit, found, end
    if comma := _COMMA_NAME.match(text, limit):
        found, end = name_at(text, comma.end())
        if found and (ORG_WORD.search(found) or _same(found, organization)):
            return limit, found, end
    return None


def name_at(text: str, start: int) -> tuple[str, int]:
    """The proper name that begins at ``start`` and where it ends; an empty one where none does.

    Names in Romance languages go on in small letters ("École normale supérieure"), up to the next sign.
    """
    match = PROPER.match(text, start, min(len(text), start + 90))
    if match is None:
        return "", start
    found = _alone(match.group()).strip(' "“”„.,')
    if not _LETTER.search(found):
        return "", start
    further = _IN_SMALL.match(text, match.end()) if ORG_WORD.fullmatch(found) else None
    return (found + further.group(), further.end()) if further else (found, match.end())


def house_further_on(text: str, limit: int) -> tuple[str, int] | None:
    """The house named further on in the clause that states a post ("… in the lab of NAME at the University of …")."""
    end = _CLAUSE_ENDS.search(text, limit, limit + _NEAR)
    stop = end.start() if end else min(len(text), limit + _NEAR)
    for lead in _FURTHER.finditer(text, limit, stop):
        found, after = name_at(text, lead.end())
        if PART_OF_HOUSE.match(found):
            found, after = _house_of(text, found, after) or ("", after)
        said = lead.group().lstrip(" ,").startswith(("at ", "for ", "bei ", "chez "))
        found, after = _larger(text, found, after)
        if found and not ORG_WORD.fullmatch(found) and (said or ORG_WORD.search(found) or LEGAL_FORM.search(found)):
            return found, after
    return None


_NEAR = 160
_LETTER = re.compile(r"[^\W\d_]")
# A verb, a further person or another clause: what comes after it is said of something else.
_CLAUSE_ENDS = re.compile(
    r"(?<!\s[A-Z])\.(?:\s|\Z)|[;:!?|•\n“”\"]|\s[–—]\s|"
    r"\b(?:I|he|she|they|we|his|her|their|my|who|which|that|where|when|while|after|before|until|since|previously|formerly|"
    r"former|from|is|are|was|were|has|have|had|focus\w*|ich|er|sie|der|die|wo|nach|vor|zuvor|und|"
    r"je|il|elle|qui|où|dont|après|avant|ancien\w*|et|yo|él|ella|que|donde|tras|antes|ex|y|ho|ha|che|dove|dopo|prima|onde|após|"
    r"ik|hij|zij|waar|na|[a-z]{3,}ed)\b"
)
_FURTHER = re.compile(
    r",?\s+(?:at|of|with|for|bei|beim|an der|an dem|am|der|des|chez|à|à l['’]|au|de l['’]|de la|du|de|en|del|presso|alla?|all['’]|dell['’]|"
    r"della|na|no|da|do|em|aan|van|bij|in)\s*(?:the |der |dem |la |le |l['’]|el |il |de |het )?"
    rf"(?=[A-ZÀ-Þ]|(?:{SMALL})\s)|,\s+(?:The )?(?=[A-ZÀ-Þ])"
)


def _alone(name: str) -> str:
    """The name without a further post that an "and" joins to it ("… Center and Director of …")."""
    joined = _AND.search(name)
    return name[: joined.start()] if joined and has_role(name[joined.end() :]) else name


def _house_of(text: str, part: str, end: int) -> tuple[str, int] | None:
    """The house that a department belongs to ("Departamento de Física da Universidade …"), and where its name ends."""
    if inside := LARGER.search(part, 1):
        return inside.group(), end
    lead = BELONGS.match(text, end)
    found, stop = name_at(text, lead.end()) if lead else ("", end)
    return (found, stop) if ORG_WORD.search(found) else None


def _is_house(text: str, lead: re.Match[str], found: str, organization: str | None) -> bool:
    """Whether a name after "at" or "of" is that of an employer, and not of a field or a department."""
    words = lead.group().split()
    if lead.group().strip() == "@" or _same(found, organization):
        return True
    if words and words[0].lower() in _SURE:
        return True
    first = _JOINED.split(found, maxsplit=1)[0]
    if PART_OF_HOUSE.search(first):
        return False
    if ORG_WORD.fullmatch(found):
        return False  # a sort of house is no name of one
    if ORG_WORD.search(first) or LEGAL_FORM.search(found) or len(words) > 1:
        return True
    return WHOLE.search(text[max(0, lead.start() - 40) : lead.start()]) is not None and not FUNCTION.match(found)


def _larger(text: str, name: str, end: int) -> tuple[str, int]:
    """The university that a school or an institute belongs to ("… Institute of Optics at the University of …")."""
    if not _WITHIN.search(name) or _UNIVERSITY.search(name) or (lead := BELONGS.match(text, end)) is None:
        return name, end
    found, stop = name_at(text, lead.end())
    return (found, stop) if _UNIVERSITY.search(found) else (name, end)


_WITHIN = re.compile(r"\b(?:School|Institut\w*|Cent(?:er|re)|Labs?|Laborator\w+|Faculty|Group|Library)\b")
_UNIVERSITY = re.compile(r"(?:\bUniversi\w+|\w*universität\b|\bCollege\b|hochschule\b)")


def _is_field(text: str, lead: re.Match[str], word: str) -> bool:
    """Whether "en" goes on with what somebody studies or teaches ("estudiante de doctorado en Ciencias …")."""
    return word.lower() in _OR_FIELD and SCHOLARLY.search(text, max(0, lead.start() - 60), lead.start()) is not None


def _same(found: str, organization: str | None) -> bool:
    if not organization:
        return False
    one, other = found.casefold(), organization.casefold()
    return one in other or other in one
