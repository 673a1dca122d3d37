"""Who holds which role according to a note, from data, cards, prose, signatures and one's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.language.names import looks_like_person, mentions, similarity
from drafter.profile import eastern
from drafter.profile.beside import AFTER_NAME
from drafter.profile.careers import is_theirs, station
from drafter.profile.entry_names import glued_name
from drafter.profile.heads import has_role
from drafter.profile.holding import Holding
from drafter.profile.houses import is_house, with_house
from drafter.profile.keys import NAME_KEYS, is_house_key, is_role_key
from drafter.profile.lines import Labelled, heading_role, holder_in, is_role_label, labelled, line_role
from drafter.profile.named import beside_names, others
from drafter.profile.offices import in_row, listed_offices
from drafter.profile.openings import begun_with, opening_line, present_post, unsaid
from drafter.profile.own_words import further_on, own_post
from drafter.profile.people import SAME, Entry
from drafter.profile.posts import posts_in
from drafter.profile.roles import MARK_UP, PAST, Held, is_role_line, role_at
from drafter.profile.scope import Scope
from drafter.profile.sentences import split
from drafter.profile.stations import period_at
from drafter.profile.structured import kind_of_list
from drafter.profile.units import Unit
from drafter.profile.unlisted import unlisted
from drafter.profile.voices import I_AM, PRONOUN_IS, first_name_is
from drafter.profile.whose import other_subject, whose

_ADDRESS = re.compile(r"\s*\S+@\S+\s*\Z")
_ABOUT_KEYS = frozenset({"subtitle", "bio", "biography", "about", "headline", "tagline", "description", "summary"})
_FEW = 6
_LONGEST_VALUE = 140
_LONGEST_SUBTITLE = 60
_AFTER_TITLE = 12
_NEAR_NAME = 4
_FIRST_DATA = 20


def holdings_of(scope: Scope) -> Iterator[Holding]:
    """All roles the note states, the contact's and others'."""
    for entry in scope.entries:
        if not scope.is_organization or not entry.is_of(scope.contact):
            yield from _from_entry(scope, entry)
    if scope.is_organization:
        return
    for index, unit in enumerate(scope.units):
        if unit.kind == "data":
            yield from _from_loose_datum(scope, index, unit)
            yield from beside_names(scope, unit)
        else:
            yield from _from_unit(scope, index, unit)
    yield from _from_headings(scope)
    yield from listed_offices(scope)


def _from_loose_datum(scope: Scope, index: int, unit: Unit) -> Iterator[Holding]:
    """A role in the data of a note that is one person's, as front matter is."""
    others = any(not entry.is_of(scope.contact) for entry in scope.entries)
    if index in scope.owners or not (scope.named or scope.own_page) or others:
        return
    if unit.key == "title" and not is_role_line(unit.value):
        return
    if _is_role_datum(scope, unit):
        yield Holding(_datum_role(unit), unit, 9)
    elif unit.key in _ABOUT_KEYS and scope.own_page:
        yield from _from_biography(scope, unit, None)


def _from_unit(scope: Scope, index: int, unit: Unit) -> Iterator[Holding]:
    stated = in_row(scope, unit) or station(scope, index, unit)
    if held := stated or present_post(scope, index, unit) or opening_line(scope, index, unit):
        yield held
    elif label := labelled(unit.text):
        yield from _from_label(scope, index, unit, label)
    elif has_role(unit.text):
        yield from _from_prose(scope, index, unit)
    else:
        yield from unlisted(scope, index, unit)


def _from_entry(scope: Scope, entry: Entry) -> Iterator[Holding]:
    name = None if entry.is_of(scope.contact) else entry.name
    spare: Holding | None = None
    near = entry.named_by + _NEAR_NAME
    for index in (index for index in entry.members if index <= near or scope.units[index].kind == "data"):
        unit = scope.units[index]
        if index == entry.named_by:
            yield from _above_name(scope, index, entry, name)
            yield from _beside_name(unit, entry, name)
        elif unit.kind == "data":
            yield from _from_datum(scope, entry, unit, name)
        elif any(True for _ in mentions(unit.text, entry.name)) or period_at(unit.text) or _is_labelled_role(unit):
            continue  # read as a sentence, as a station of a career, or by its label
        elif is_role_line(unit.text) and _stands_alone(unit):
            unit = _fuller(scope.units, index)
            held = line_role(unit.text, 0, len(unit.text))
            yield Holding(with_house(scope, index, held, entry.named_by), unit, 8 - (index - entry.named_by), name)
            return
        elif index == entry.named_by + 1 and _is_subtitle(scope, unit):
            spare = Holding(line_role(unit.text, 0, len(unit.text)), unit, 6, name)
    if spare:
        yield spare


def _is_subtitle(scope: Scope, unit: Unit) -> bool:
    """Whether the line below a name can be a post that no word list knows, as on the cards of a team."""
    if len(scope.entries) < 2 or not unit.line or len(unit.text) > _LONGEST_SUBTITLE or is_house(unit.text):
        return False
    if unit.text.endswith((":", "：")) or MARK_UP.search(unit.text):
        return False
    return unit.kind not in ("heading", "title") and not looks_like_person(unit.text)


def _fuller(units: Sequence[Unit], index: int) -> Unit:
    """The longer of two lines that both say the post ("President & GM", "President and General Manager")."""
    unit, below = units[index], units[index + 1] if index + 1 < len(units) else None
    if below is None or below.group != unit.group or unit.group is None or below.kind != unit.kind or not below.line:
        return unit
    return below if heading_role(below) and heading_role(unit) and len(below.text) > len(unit.text) else unit


def _above_name(scope: Scope, index: int, entry: Entry, name: str | None) -> Iterator[Holding]:
    """A role on the line right above a name, where that line is nobody else's."""
    above = scope.units[index - 1] if index else None
    if above is None or not above.line or scope.owners.get(index - 1) not in (None, entry):
        return
    held = heading_role(above) if above.kind in ("paragraph", "heading") else None
    if held:
        yield Holding(held, above, 9 if above.kind == "paragraph" else 4, name)


def _is_labelled_role(unit: Unit) -> bool:
    label = labelled(unit.text)
    return label is not None and is_role_label(label)


def _from_label(scope: Scope, index: int, unit: Unit, label: Labelled) -> Iterator[Holding]:
    """Roles of a line with a colon: "Position: ROLE", "ROLE: NAME", else those of an ordinary sentence."""
    if is_role_label(label) and len(label.value) <= _LONGEST_VALUE:
        entry = scope.owners.get(index)
        if is_theirs(scope, index) or entry:
            held = line_role(unit.text, label.start, len(unit.text.rstrip()))
            yield Holding(held, unit, 9, None if is_theirs(scope, index) or not entry else entry.name)
        return
    name = holder_in(label) if has_role(label.key) and len(label.key.split()) <= _FEW else None
    if name is None:
        if has_role(unit.text):
            yield from _from_prose(scope, index, unit)
        return
    held = Held(label.key, unit.text.find(label.key), unit.text.find(label.key) + len(label.key))
    held = replace(held, past=bool(PAST.search(label.key)))
    yield Holding(held, unit, 7, None if similarity(name, scope.contact) >= SAME else name)


def _from_headings(scope: Scope) -> Iterator[Holding]:
    """The role in the heading above the contact's name, where nothing else says it ("Trustees", then names)."""
    above: Unit | None = None
    for index, unit in enumerate(scope.units):
        if unit.kind == "heading":
            above = unit
        elif above is not None and unit.heading == above.text[:120] and unit.kind in ("item", "row", "paragraph"):
            begins = next(mentions(unit.text[:60], scope.contact), None)
            if begins and begins[0] <= _AFTER_TITLE and (held := heading_role(above)):
                near = index and scope.units[index - 1] is above
                yield Holding(held, above if near else unit, 3)
        elif above is not None and unit.heading != above.text[:120]:
            above = None


def _from_datum(scope: Scope, entry: Entry, unit: Unit, name: str | None) -> Iterator[Holding]:
    if _is_role_datum(scope, unit):
        data = (scope.units[index] for index in entry.members if scope.units[index].kind == "data")
        house = next((datum.value for datum in data if is_house_key(datum.key) and datum.value), None)
        yield Holding(_datum_role(unit, house), unit, 10, name)
    elif unit.key in _ABOUT_KEYS:
        yield from _from_biography(scope, unit, name)
    elif not has_role(unit.key or "") and not any(is_role_key(scope.units[index].key) for index in entry.members):
        value = unit.value
        if is_role_line(value) and not looks_like_person(value) and (held := role_at(value, 0)) and not held.start:
            yield Holding(_datum_role(unit), unit, 6, name)


def _from_biography(scope: Scope, unit: Unit, name: str | None) -> Iterator[Holding]:
    """The post that the sentences under a key such as "bio" state."""
    text, org = unit.text, scope.organization
    begin = max(0, text.find(unit.value))
    for start, end in split(text, begin, begin + len(unit.value)):
        said = text[start:end]
        lead = I_AM.match(said) or PRONOUN_IS.match(said) or first_name_is(name or scope.contact).match(said)
        held = role_at(said, lead.end(), organization=org) if lead else begun_with(said, org)
        if held and not any(True for _ in mentions(held.role, scope.contact)):
            past = bool(PAST.search(said[: held.end]))
            held = replace(held, start=held.start + start, end=held.end + start, past=past)
            yield Holding(held, unit, 6 if lead else 5, name)
            if not past:
                return


def _stands_alone(unit: Unit) -> bool:
    """Whether a role is a line, or a sentence of its own ("Founder.")."""
    if unit.line:
        return not unit.text.startswith("http")
    held = role_at(unit.text, 0) if len(unit.text.split()) <= _FEW else None
    return held is not None and held.start == 0 and held.end >= len(unit.text) - 1


def _is_role_datum(scope: Scope, unit: Unit) -> bool:
    """Whether a datum states a role; a "title" may also be that of the page."""
    if not is_role_key(unit.key) or unit.key in NAME_KEYS or len(unit.value) > 140 or kind_of_list(unit):
        return False
    if unit.key not in ("title", "titel"):
        return True
    page = scope.note.title or ""
    named = any(True for _ in mentions(unit.value, scope.contact))
    beside_name = any(other.kind == "data" and other.key in NAME_KEYS for other in scope.units[:_FIRST_DATA])
    return not named and (unit.value != page or beside_name) and is_role_line(unit.value)


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
    lead = AFTER_NAME.match(rest) or (re.match(r"\s+", rest) if glued_name(unit.text, entry.name) else None)
    if lead and is_role_line(rest[lead.end() :]):
        start = len(entry.name) + lead.end()
        held = role_at(text, start) or Held(text[start:].strip(), start, len(text))
        yield Holding(held, unit, 8, name)


def _datum_role(unit: Unit, house: str | None = None) -> Held:
    """The role of a datum; where another datum names the employer, a comma in it is only part of the role."""
    at = unit.text.find(unit.value)
    held = line_role(unit.text, at, at + len(unit.value))
    if not house or house.startswith("http"):
        return held
    return Held(unit.value, at, at + len(unit.value), house, past=held.past)


def _from_prose(scope: Scope, index: int, unit: Unit) -> Iterator[Holding]:
    owner = whose(scope)[index] if scope.spans else ("person", None)
    org = scope.organization
    entry = scope.owners.get(index)
    stranger = entry is not None and not entry.is_of(scope.contact)
    if (
        not stranger
        and _speaks_in(scope, unit)
        and (said := next(filter(None, (own_post(unit.text, own, org) for own in I_AM.finditer(unit.text))), None))
    ):
        yield Holding(said[0], unit, said[1])
    elif (
        not stranger
        and (entry or scope.own_page or owner[0] == "person")
        and owner[1] is None
        and (own := PRONOUN_IS.match(unit.text) or first_name_is(scope.contact).match(unit.text))
        and (held := role_at(unit.text, own.end(), organization=org) or further_on(unit.text, own.end(), org))
    ):
        yield Holding(replace(held, past=bool(PAST.search(held.role))), unit, 6)
    elif not stranger and _told_of_them(scope, unit, entry):
        for held in posts_in(unit.text, org):
            yield Holding(held, unit, 5)
    yield from unsaid(scope, index, unit)
    yield from beside_names(scope, unit)
    if not scope.is_organization and not scope.own_page:
        yield from others(scope, unit)


def _speaks_in(scope: Scope, unit: Unit) -> bool:
    """Whether "I" in a unit is the contact; what a letter quotes is said by its writer."""
    if unit.kind == "quoted" and unit.label:
        return similarity(unit.label, scope.contact) >= SAME
    return scope.speaks


def _told_of_them(scope: Scope, unit: Unit, entry: Entry | None) -> bool:
    """Whether a sentence that names no holder of its post is about the contact."""
    if unit.kind == "quoted" and unit.label and similarity(unit.label, scope.contact) < SAME:
        return False
    at = bisect_left(scope.spans, (unit.start, 0))
    if at < len(scope.spans) and scope.spans[at][1] <= unit.end:
        return True
    return bool(entry or scope.own_page) and other_subject(unit.text, scope) is None
