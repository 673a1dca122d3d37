"""Who holds which role according to a note, from data, cards, prose, signatures and one's own words."""

# ruff: noqa: E501 - word lists and messages read better in one piece

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.language.names import looks_like_person, mentions, similarity
from drafter.profile import eastern, semitic
from drafter.profile.people import NAME_KEYS, ROLE_KEYS, SAME, Entry, glued_name
from drafter.profile.posts import appointed, posts_in
from drafter.profile.roles import PAST, Held, has_role, is_role_line, role_at
from drafter.profile.scope import Scope, other_subject
from drafter.profile.units import Unit

_I_AM = re.compile(
    r"(?:\b(?:I['’]m|I am|I (?:currently |now )?(?:work|serve) as|I['’]m working as|I have been|I['’]ve been|"
    r"[Ii]ch bin|[Ii]ch arbeite als|[Bb]in|[Aa]rbeite als|[Jj]e suis|"
    r"[Jj]e travaille comme|[Ss]oy|[Tt]rabajo como|[Ii]k ben|[Ss]ono|[Ll]avoro come|[Ss]ou|[Tt]rabalho como|[Jj]ag är|[Jj]eg er|[Mm]y name is [\w .-]+ and I am)|私は)(?:\s+(?:currently|"
    r"now|derzeit|seit \d{4}|actuellement|actualmente|also))?\s*"
)
_OWN_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}(?:, | und | and | – |; )")
_IS = re.compile(
    r"(?:,[^.;“”\"]{2,160}?,)?\s*(?:\([^)]{1,30}\)\s*)?,?\s*(?:(?:who )?(?:(?:is|has been|was|have been) "
    r"(?:recently |newly )?"
    r"(?:named|appointed|elected|promoted to|hired|chosen|selected|made)(?: as| to be)?|is|has been|currently is|"
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
# "Head of Data | Example Labs", as in a signature.
_BESIDE = re.compile(
    r"([^|·•@–—]{3,60}?)\s*(?:\s[|·•–—]\s|\s?@\s?)\s*((?!www\.|ex-)[A-ZÀ-Þ0-9][^|·•@–—,:\d]{1,45}?)\s*(?:[|·•–—].*)?\Z"
)
_ADDRESS = re.compile(r"\s*\S+@\S+\s*\Z")
_ABOUT_KEYS = frozenset({"bio", "biography", "about", "headline", "tagline", "description", "summary"})
_FEW = 6
_FULL_STOP = re.compile(r"(?<=\w{4})\.\Z")
_COMMA = re.compile(r"\s*(?:,|–|—|\s-\s|\||:|\(|（|·)\s*")
_PRONOUN_IS = re.compile(
    r"(?:He|She|They|Er|Sie|Il|Elle|Él|Ella)\s+(?:is|are|serves as|works as|currently \w+ as|ist|arbeitet als|"
    r"est|es|trabaja como)\s+(?:currently |now |also |derzeit |seit \d{4} )?"
)
_BEFORE = re.compile(
    r"((?:[A-ZÀ-Þ][\w&'’-]*\s+(?:of\s+|and\s+|for\s+|&\s+)?){0,5}[\w'’-]+(?:\s+(?:of|for|de|du|des|der|für|"
    r"du)\s+[A-ZÀ-Þ]\w+)?)\s*,?\s*$"
)
_ONGOING = re.compile(r"\b(?:present|now|today|heute|aujourd['’]hui|présent|actualidad|presente)\b|現在", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)(?:[ ](?:[A-Z]\.|von|van|de|der|den|di|da|la|del|[A-ZÀ-Þ][\w'’-]+)){1,3}"
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A role and who holds it; ``name`` is ``None`` for the contact."""

    held: Held
    unit: Unit
    weight: int
    name: str | None = None


def holdings_of(scope: Scope) -> Iterator[Holding]:
    """All roles the note states, the contact's and others'."""
    for entry in scope.entries:
        if not scope.is_organization or not entry.is_of(scope.contact):
            yield from _from_entry(scope, entry)
    if scope.is_organization:
        return
    for index, unit in enumerate(scope.units):
        if unit.kind == "data":
            if (
                index not in scope.owners
                and unit.key != "title"
                and _is_role_datum(scope, unit)
                and scope.named
                and not scope.entries
            ):
                yield Holding(_line_role(unit), unit, 9)
            continue
        if has_role(unit.text):
            yield from _from_prose(scope, index, unit)


def _from_entry(scope: Scope, entry: Entry) -> Iterator[Holding]:
    name = None if entry.is_of(scope.contact) else entry.name
    for index in entry.members:
        unit = scope.units[index]
        if index == entry.named_by:
            yield from _beside_name(unit, entry, name)
        elif unit.kind == "data":
            yield from _from_datum(scope, unit, name)
        elif any(True for _ in mentions(unit.text, entry.name)):
            continue  # a sentence or heading with the name in it is read as one
        elif index - entry.named_by <= 4 and is_role_line(unit.text) and _stands_alone(unit):
            yield Holding(_line_role(unit), unit, 8 - (index - entry.named_by), name)
            break
        elif (
            index == entry.named_by + 1
            and unit.line
            and len(unit.text) <= 60
            and not looks_like_person(unit.text)
            and unit.kind not in ("heading", "title")
        ):
            yield Holding(_line_role(unit), unit, 6, name)
            break


def _from_datum(scope: Scope, unit: Unit, name: str | None) -> Iterator[Holding]:
    if _is_role_datum(scope, unit):
        yield Holding(_line_role(unit), unit, 10, name)
    elif unit.key in _ABOUT_KEYS and (held := role_at(unit.value, 0)) and held.start == 0:
        at = unit.text.find(unit.value)
        yield Holding(replace(held, start=at, end=at + held.end), unit, 5, name)


def _stands_alone(unit: Unit) -> bool:
    """Whether a role is a line, or a sentence of its own ("Founder.")."""
    if unit.line:
        return not unit.text.startswith("http")
    held = role_at(unit.text, 0) if len(unit.text.split()) <= _FEW else None
    return held is not None and held.start == 0 and held.end >= len(unit.text) - 1


def _is_role_datum(scope: Scope, unit: Unit) -> bool:
    """Whether a datum states a role; a "title" may also be that of the page."""
    if unit.key not in ROLE_KEYS or unit.key in NAME_KEYS or len(unit.value) > 140:
        return False
    if unit.key not in ("title", "titel"):
        return True
    page = scope.note.title or ""
    named = any(True for _ in mentions(unit.value, scope.contact))
    return not named and unit.value != page and has_role(unit.value)


def _beside_name(unit: Unit, entry: Entry, name: str | None) -> Iterator[Holding]:
    text = _ADDRESS.sub("", unit.text).rstrip()
    before = eastern.post_before_name(text)
    if before and text[before.end() :].strip() == entry.name:
        yield Holding(Held(before[1], before.start(1), before.end(1)), unit, 8, name)
        return
    rest = text[len(entry.name) :] if text.startswith(entry.name) else ""
    if rest.lstrip().startswith("(") and ")" in rest:
        rest = rest[: rest.index(")")]
        text = entry.name + rest
    lead = _COMMA.match(rest) or (re.match(r"\s+", rest) if glued_name(unit.text, entry.name) else None)
    if lead and is_role_line(rest[lead.end() :]):
        start = len(entry.name) + lead.end()
        held = role_at(text, start) or Held(text[start:].strip(), start, len(text))
        yield Holding(held, unit, 8, name)


def _line_role(unit: Unit) -> Held:
    """The role a line or datum consists of, apart from the employer it may name."""
    value = _FULL_STOP.sub("", unit.value)
    at = unit.text.find(value)
    if "/" not in value and (held := role_at(value, 0)) and held.organization and held.start == 0:
        return replace(held, start=at + held.start, end=at + held.end)
    beside = _BESIDE.match(value)
    if beside and has_role(beside[1]) and not has_role(beside[2]):
        return Held(beside[1], at, at + len(beside[1]), beside[2].strip(), past=bool(PAST.search(beside[1])))
    role, _, employer = value.partition(", ")
    if len(employer.split()) >= 2 and employer[:1].isupper() and has_role(role) and not has_role(employer):
        return Held(role, at, at + len(role), employer, past=bool(PAST.search(role)))
    return Held(value, at, at + len(value), past=bool(PAST.search(value)))


def _from_prose(scope: Scope, index: int, unit: Unit) -> Iterator[Holding]:
    org = scope.organization
    entry = scope.owners.get(index)
    stranger = entry is not None and not entry.is_of(scope.contact)
    if (
        not stranger
        and scope.speaks
        and (own := _I_AM.search(unit.text))
        and (held := _after_i_am(unit.text, own.end(), org))
    ):
        yield Holding(replace(held, past=_over(unit.text, own.start(), held)), unit, 7)
    elif (
        not stranger
        and (entry or scope.own_page)
        and (own := _PRONOUN_IS.match(unit.text))
        and (held := role_at(unit.text, own.end(), organization=org))
    ) or (not stranger and _is_present_post(scope, unit) and (held := role_at(unit.text, 0, organization=org))):
        yield Holding(held, unit, 6)
    elif not stranger and _is_theirs(scope, unit, entry):
        for held in posts_in(unit.text, org):
            yield Holding(held, unit, 5)
    at = bisect_left(scope.spans, (unit.start, 0))
    for start, end in scope.spans[at : at + 5]:
        if end <= unit.end:
            yield from _around(unit, start - unit.start, end - unit.start, None, org)
    if not scope.is_organization and not scope.own_page:
        yield from _others(scope, unit)


def _after_i_am(text: str, start: int, org: str | None) -> Held | None:
    """The post right after "I am", or after one's own name there ("I'm Ada, a nurse at …")."""
    held = role_at(text, start, organization=org)
    own = _OWN_NAME.match(text, start)
    further = role_at(text, own.end(), organization=org) if own else None
    return further or held


def _is_theirs(scope: Scope, unit: Unit, entry: Entry | None) -> bool:
    """Whether a sentence that names no holder of its post is about the contact."""
    if unit.kind == "quoted" and unit.label and similarity(unit.label, scope.contact) < SAME:
        return False
    at = bisect_left(scope.spans, (unit.start, 0))
    if at < len(scope.spans) and scope.spans[at][1] <= unit.end:
        return True
    return bool(entry or scope.own_page) and other_subject(unit.text, scope) is None


def _is_present_post(scope: Scope, unit: Unit) -> bool:
    """Whether a line of the contact's own page is a post that goes on ("Analyst, 2021 to present")."""
    return scope.own_page and unit.line and is_role_line(unit.text) and bool(_ONGOING.search(unit.text))


def _over(text: str, begin: int, held: Held) -> bool:
    return bool(PAST.search(text[max(0, begin - 30) : held.start])) or bool(
        re.search(r"\b(?:until|bis|jusqu|hasta)\b", text[held.end : held.end + 60])
    )


def _around(unit: Unit, start: int, end: int, name: str | None, org: str | None) -> Iterator[Holding]:
    """The role stated right after or right before a name."""
    text = unit.text
    if not text.isascii() and (elsewhere := next(_other_scripts(unit, start, end, name), None)):
        yield elsewhere
        return
    for pattern, weight, past in ((_WAS, 2, True), (_IS, 6, False), (_COMMA, 5, False)):
        lead = pattern.match(text, end)
        if not lead:
            continue
        held = role_at(text, lead.end(), organization=org)
        if held and held.start - lead.end() <= 12 and not looks_like_person(held.role):
            gone = past or bool(
                re.search(
                    r"\b(?:former|ex|ehemalig\w*|ancienne?|antigu[oa])\b", text[lead.end() : held.end], re.IGNORECASE
                )
            )
            yield Holding(replace(held, past=gone), unit, weight, name)
            return
    if name is None and (held := appointed(text, start, end, org)):
        yield Holding(held, unit, 5, name)
        return
    before = _BEFORE.search(text[max(0, start - 90) : start])
    if before and has_role(before.group(1)):
        phrase = before.group(1).strip()
        at = max(0, start - 90) + before.start(1)
        held = role_at(text[:start], at, organization=org)
        if held:
            yield Holding(replace(held, past=bool(PAST.search(phrase))), unit, 4, name)
        return


def _other_scripts(unit: Unit, start: int, end: int, name: str | None) -> Iterator[Holding]:
    """Posts beside a name in scripts whose sentences are built differently."""
    for held, weight in eastern.beside(unit.text, start, end):
        yield Holding(held, unit, weight, name)
    for begin, stop, employer in semitic.posts(unit.text, end):
        yield Holding(Held(unit.text[begin:stop], begin, stop, employer), unit, 5, name)


def _others(scope: Scope, unit: Unit) -> Iterator[Holding]:
    for match in _NAME.finditer(unit.text[:600]):
        name = match.group()
        if looks_like_person(name) and similarity(name, scope.contact) < SAME:
            found = next(_around(unit, match.start(), match.end(), name, scope.organization), None)
            if found and found.weight >= 5:
                yield found
