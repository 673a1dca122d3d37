"""Roles that stand without whom they are about: biographies begin with them, headings announce them."""

# ruff: noqa: E501 - word lists read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.language.names import looks_like_person, mentions
from drafter.profile.careers import is_theirs
from drafter.profile.heads import first_head
from drafter.profile.holding import Holding
from drafter.profile.houses import with_house
from drafter.profile.lines import heading_role, line_role
from drafter.profile.roles import DEGREE, PAST, Held, is_role_line, role_at
from drafter.profile.scope import Scope
from drafter.profile.units import Unit

_NOW = re.compile(
    r"(?:current|present) (?:positions?|roles?|posts?|appointments?|employment|affiliations?|work)|"
    r"(?:aktuelle|derzeitige|jetzige) (?:position|stelle|tätigkeit|funktion)\w*|(?:poste|fonctions?|situation|emploi) actuel\w*|"
    r"(?:posición|cargo|puesto|situación|ocupación) actual\w*|(?:posizione|incarico|ruolo|occupazione) attuale|"
    r"(?:cargo|posição|função|ocupação) atual|huidige (?:functie|positie|baan)|現職|現在の(?:職|役職|所属)",
    re.IGNORECASE,
)
# Sentences of languages that leave the pronoun out, and of biographies that do so in any.
_NOWADAYS = (
    r"(?:[Cc]urrently|[Pp]resently|[Dd]erzeit|[Aa]ktuell|[Aa]ctuellement|[Aa]ujourd['’]hui|[Aa]ctualmente|[Aa]tualmente|[Aa]ttualmente|"
    r"[Hh]oje|[Hh]oy|[Oo]ggi|[Mm]omenteel)"
)
_LEFT_OUT = re.compile(
    r"(?:É|Es|È|Ist|Is)\s+(?:também |también |anche |auch |also )?|(?:Desde|Dal|Depuis|Seit|Since)\s[^,.;]{2,30}?,?\s(?:é|es|è|est|ist|is)\s+"
)
# "…, where she is currently a …", "actualmente es …": what is said to be so today is surer than the rest.
_TODAY = re.compile(
    rf"\b(?:{_NOWADAYS},?\s+(?:é|es|è|est|ist|is)\s+|(?:[Hh]e|[Ss]he|[Tt]hey|I)\s(?:is|are|am)\s(?:currently|now|presently)\s+(?=an?\s|the\s))|"
    rf"\A{_NOWADAYS},?\s+|,\s+(?:[Hh]eute|[Tt]oday|[Nn]ow|{_NOWADAYS}),?\s+(?:as\s|als\s)?(?=(?:an?|the|une?|una?|um|uma)\s|[A-ZÀ-Þ])"
)
# What may follow a role that a sentence begins with; a verb would make it the subject ("Students learn …").
_AFTER = re.compile(
    r"\s*(?:[,.;:(–—|]|\Z)|\s+(?:at|with|for|in|of|who|since|from|based|special\w+|focus\w+|bei|beim|im|am|an|für|mit|seit|aus|"
    r"chez|en|à|au|du|de|des|depuis|qui|dans|del|da|do|no|na|em|com|que|desde|con|presso|per|dal|che|bij|voor|sinds|met|aan|et|and|und|y|e)\s"
)
_SEVERAL = re.compile(r"(?:ors|ers|ists|ents|ants|innen|eurs|eux|ores|oras|ores|ari|tori|trici|istas)\b")
_VERB = re.compile(
    r"\b(?:als|as|nach|after|como|comme|come|nel|nella|avec|mit|bei|an|seit)\b|(?<=[a-z])(?:t|ed)\s+(?:als|as|by)\b",
    re.IGNORECASE,
)
# A line of several callings is a tagline: a sentence that states one post is surer.
_PARTS = re.compile(r"\s*[|/•·]\s*|\s[-–—]\s|(?<=[\u3040-\u9fff])[\s　]+(?=[\u3040-\u9fff])")
_MOST_PARTS, _MOST_BEFORE = 2, 5
_BEFORE_HEAD = 2
_NEAR = 12
_FIRST_LINES = 4


def present_post(scope: Scope, index: int, unit: Unit) -> Holding | None:
    """A post listed under a heading that announces what is done now ("Current position")."""
    if not unit.above or not _NOW.search(unit.above[-1]) or unit.kind in ("heading", "title", "quoted"):
        return None
    held = line_role(unit.text, 0, len(unit.text)) if is_theirs(scope, index) and role_at(unit.text, 0) else None
    return Holding(replace(held, past=False), unit, 9) if held else None


def opening_line(scope: Scope, index: int, unit: Unit) -> Holding | None:
    """The post on a line at the head of the contact's own page, with the house on a line below."""
    at_head = (
        unit.kind == "heading"
        and unit.text.isascii()
        and heading_role(unit) is not None
        and all(other.kind in ("data", "title") for other in scope.units[:index])
    )
    if (
        not unit.line
        or (unit.kind != "paragraph" and not at_head)
        or not is_theirs(scope, index)
        or index in scope.owners
    ):
        return None
    if any(True for _ in mentions(unit.text, scope.contact)):
        return None  # what stands beside the name is read there
    body = [other for other in scope.units[:index] if other.kind not in ("data", "title", "heading")]
    if len(body) >= _FIRST_LINES or not all(other.line for other in body) or not is_role_line(unit.text):
        return None
    head = first_head(unit.text) or 0
    if len(unit.text[:head].split()) > _MOST_BEFORE:
        return None
    tagline = len(_PARTS.split(unit.text.strip())) > _MOST_PARTS
    held = with_house(scope, index, line_role(unit.text, 0, len(unit.text)))
    if at_head and held.organization is None:
        return None  # "Board" may head a list of others
    return Holding(held, unit, 4 if tagline else 6)


def unsaid(scope: Scope, index: int, unit: Unit) -> Iterator[Holding]:
    """The post of a sentence that leaves out whom it is about ("Es investigadora del …", "Professora na …")."""
    if unit.line or unit.kind not in ("paragraph", "item", "row") or not is_theirs(scope, index):
        return
    if (lead := _TODAY.search(unit.text)) and not PAST.search(unit.text[max(0, lead.start() - _NEAR) : lead.start()]):
        held = role_at(unit.text, lead.end(), organization=scope.organization)
        if held and held.start - lead.end() <= 12:
            yield Holding(held, unit, 7)
    elif lead := _LEFT_OUT.match(unit.text):
        held = role_at(unit.text, lead.end(), organization=scope.organization)
        if held and held.start - lead.end() <= 12:
            yield Holding(held, unit, 6)
    elif (held := begun_with(unit.text, scope.organization)) is not None:
        yield Holding(held, unit, 4)


def begun_with(text: str, organization: str | None) -> Held | None:
    """The one role that a sentence begins with, where it is not the subject of a verb."""
    held = role_at(text, 0, organization=organization) if text[:1].isupper() else None
    if held is None or held.start or not _AFTER.match(text, held.end) or _SEVERAL.search(held.role):
        return None
    head = first_head(text)
    if (
        DEGREE.search(text[: held.end + _NEAR])
        or head is None
        or len(text[:head].split()) > _BEFORE_HEAD
        or _VERB.search(text[:head])
    ):
        return None
    held = _apposed(text, held, organization)
    beside = (" ".join(text[held.end :].strip(" ,–—").split()[:2]), " ".join(text[head:].split()[1:3]))
    if any(looks_like_person(words) for words in beside):
        return None  # "Director Ada Brink opened …" tells of her
    return replace(held, past=bool(PAST.search(held.role)))


def _apposed(text: str, held: Held, organization: str | None) -> Held:
    """The post with the house of a further one beside it ("Géographe, maîtresse de conférences à l'École …")."""
    if held.organization or text[held.end : held.end + 2] != ", ":
        return held
    further = role_at(text, held.end + 2, organization=organization)
    return replace(held, organization=further.organization) if further and further.start == held.end + 2 else held
