"""The role stated right after or right before a name in a sentence: "NAME is a ROLE", "ROLE NAME said"."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.language.names import looks_like_person
from drafter.profile import eastern, semitic
from drafter.profile.heads import has_role, last_head
from drafter.profile.posts import appointed
from drafter.profile.roles import PAST, Held, role_at

_IS = re.compile(
    r"(?:,\s*(?:[A-Z][A-Za-z]{0,3}\.?\s?){1,4}(?=,|\s?\(|\s))*(?:,[^.;“”\"]{2,160}?,)?\s*(?:\([^)]{1,30}\)\s*)?,?\s*(?:(?:who )?(?:(?:is|has been|was|have been) "
    r"(?:recently |newly )?"
    r"(?:named|appointed|elected|promoted to|hired|chosen|selected|made)(?: as| to be)?|[Nn]amed|[Aa]ppointed|[Ee]lected|"
    r"[Pp]romoted to|[Jj]oins (?:\w+ ){1,4}as|is|has been|currently is|"
    r"became|serves? as|works? as|joined (?:\w+ ){1,4}as|has served as|acts as)|ist|"
    r"arbeitet(?: \w+)? als|(?:ist|wurde|wird)(?: \w+){0,4} (?:als|zu[mr])|wurde|ist seit \d{4}|wechselt als|"
    r"übernimmt als|leitet als|est|travaille comme|occupe le poste de|a été "
    r"(?:nommée?|élue?|promue?)|devient|exerce comme|assume la fonction de|es|ha sido nombrad[oa]|asume como|"
    r"se (?:incorpora|desempeña) como|ejerce (?:como|de)|trabaja como|ocupa el cargo de|fue nombrad[oa]|"
    r"(?:will|is to|to) (?:become|serve as|take over as|be)|will be|takes over as|è|lavora come|diventa|è stat[oa] nominat[oa]|é|trabalha como|"
    r"foi nomead[oa]|assume como|is|werkt als|wordt|wird|als|en tant que|come|como)"
    r"\s+(?:currently |now |also |aktuell |derzeit |seit \d{4} |actuellement |actualmente |as |als )?"
)
_WAS = re.compile(
    r"\s*,?\s*(?:who )?(?:was|were|had been|served as|worked as|war|était|fue|era)\s+(?!appointed|named|promoted)"
)
AFTER_NAME = re.compile(
    r"(?:,\s\d{1,2} (?:ans|years old|Jahre|años|anni|anos|jaar)(?=,))?\s*(?:,|–|—|\s-\s|\||:|\(|（|·)\s*"
)
_FORMER = re.compile(
    r"\b(?:former|ex|ehemalig\w*|ancienne?|antigu[oa]|bisher|zuvor|previously|until now)\b", re.IGNORECASE
)
# What a role before a name can begin after: an article, an owner, the beginning of a clause.
_OPENS = re.compile(
    r"(?:\A|[.;:!?“”„«»\"(,]\s*|['’]s?\s+|\b(?:the|an?|our|its|their|by|with|said|says|from|current|new|der|die|das|den|"
    r"dem|vom|mit|neue[rn]?|le|la|l['’]|les|par|el|los|las|por|il|lo|gli|unser\w*|notre|nuestr[oa]|nostr[oa])\s+)",
    re.IGNORECASE,
)
_NEAR = 90


def beside(text: str, start: int, end: int, org: str | None, *, own: bool) -> tuple[Held, int] | None:
    """The role stated beside the name at these offsets, and how sure that is; ``own``: the name is the contact's."""
    if not text.isascii() and (elsewhere := next(_other_scripts(text, start, end), None)):
        return elsewhere
    if after := _after(text, end, org):
        return after
    if own and (held := appointed(text, start, end, org)):
        return held, 5
    held = _before(text, start, org)
    return (held, 4) if held else None


def _after(text: str, end: int, org: str | None) -> tuple[Held, int] | None:
    for pattern, weight, past in ((_WAS, 2, True), (_IS, 6, False), (AFTER_NAME, 5, False)):
        lead = pattern.match(text, end)
        if not lead:
            continue
        held = role_at(text, lead.end(), organization=org)
        if held and held.start - lead.end() <= 12 and not looks_like_person(held.role.partition(",")[0]):
            gone = past or bool(_FORMER.search(text[lead.end() : held.end]))
            return replace(held, past=gone), weight
    return None


def _before(text: str, start: int, org: str | None) -> Held | None:
    """The role that ends right before a name ("the museum's head of loans, NAME")."""
    shift = max(0, start - _NEAR)
    region = text[shift:start].rstrip(" ,–—|·")
    if len(text[shift:start]) - len(region) > 3 or not has_role(region) or looks_like_person(region):
        return None
    head = last_head(region)
    openings = [found.end() for found in _OPENS.finditer(region, 0, head)] if head is not None else []
    for opening in reversed(openings[-4:]):
        if shift and not opening:
            break
        held = role_at(text[: shift + len(region)], shift + opening, organization=org)
        if held is None or (held.end < shift + len(region) and not _ends_with_house(text, held, shift + len(region))):
            continue
        return replace(held, past=bool(PAST.search(text[max(shift, held.start - 20) : held.end])))
    return None


def _ends_with_house(text: str, held: Held, end: int) -> bool:
    """Whether nothing but the employer stands between a role and the name after it."""
    return held.organization is not None and text[held.end : end].rstrip(" ,").endswith(held.organization)


def _other_scripts(text: str, start: int, end: int) -> Iterator[tuple[Held, int]]:
    """Posts beside a name in scripts whose sentences are built differently."""
    yield from eastern.beside(text, start, end)
    for begin, stop, employer in semitic.posts(text, end):
        yield Held(text[begin:stop], begin, stop, employer), 5
