"""Whose each unit of a note is: entries of team pages and data files, sections under a person's name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.language.names import looks_like_person, may_be_person, parse, similarity
from drafter.language.places import town
from drafter.profile import eastern
from drafter.profile.entry_names import glued_name, readings
from drafter.profile.heads import has_role
from drafter.profile.keys import NAME_KEYS
from drafter.profile.roles import is_role_line
from drafter.profile.units import Unit

SAME, EXACT = 0.8, 1.0


_CAREER = re.compile(
    r"\A(?:(?:work |professional )?experience|employment|education|berufserfahrung|ausbildung|expérience\w*|formation|"
    r"experiencia|educación|esperienza|formazione|experiência|formação|(?:werk)?ervaring|opleiding|職歴|学歴)\Z",
    re.IGNORECASE,
)
_GIVEN_KEYS = frozenset({"firstname", "givenname", "vorname", "prénom", "prenom", "name", "nombre", "nome"})
_FAMILY_KEYS = frozenset(
    {"lastname", "familyname", "surname", "nachname", "apellido", "apellidos", "cognome", "sobrenome"}
)
# "T.C. (Thea) Brink MSc.": the initials, what she is called, a degree.
_CALL_NAME = re.compile(r"(?:[A-Z]\.\s?)+\((\w+)\)\s*")
_DEGREE = re.compile(r",?\s+(?:[BM]\.?Sc|[BM]\.?A|Ph\.?D|MBA|M\.?D|LL\.?[BM]|M\.?Ed)\.?\Z")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# A name that no list of family names knows is taken for one only above a post ("実績" is none).
_UNKNOWN_NAME = re.compile(
    r"(?!.*(?:紹介|概要|一覧|案内|情報|会社|組織|[経略職学]歴|[実業]績|受賞|活動|[役職教]員|[理監]事|顧問|挨拶|沿革|代表|分野)\Z)"
    r"[\u3400-\u9fff]{2,3}[\u3040-\u30ff\u3400-\u9fff]{1,3}"
)
# The word before a name in a heading: a speaker, an author.
_ANNOUNCED = re.compile(r"\A[A-ZÀ-Þ][\w-]{2,14}:\s+(?=[A-ZÀ-Þ])")
_ASIDE = re.compile(r"\s*（[^）]*）\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """The units ``members`` (positions) that a source keeps together under the name of one person."""

    name: str
    named_by: int
    members: tuple[int, ...]
    namesake: bool = False

    def is_of(self, contact: str) -> bool:
        """Whether the entry is the contact's; a namesake's is only like it."""
        return not self.namesake and max(similarity(name, contact) for name in readings(self.name)) >= SAME


def apart(entries: Sequence[Entry], contact: str) -> tuple[Entry, ...]:
    """The entries, with those of merely similar names set apart where one has the contact's very name."""
    alike = [max(similarity(name, contact) for name in readings(entry.name)) for entry in entries]
    if EXACT not in alike:
        return tuple(entries)
    return tuple(
        replace(entry, namesake=True) if SAME <= near < EXACT else entry
        for entry, near in zip(entries, alike, strict=True)
    )


def entries_of(units: Sequence[Unit]) -> tuple[Entry, ...]:
    """The entries of one note, in order."""
    found = [*_grouped(units), *_runs(units)]
    taken = {index for entry in found for index in entry.members}
    found += [entry for entry in _tiles(units) if not taken.intersection(entry.members)]
    taken = {index for entry in found for index in entry.members}
    sections = {entry.named_by: entry for entry in _sections(units)}
    # A section holds all of its person, a tile only the lines close to the name.
    found = [sections.pop(entry.named_by, entry) if units[entry.named_by].group is None else entry for entry in found]
    found += [entry for index, entry in sections.items() if index not in taken]
    taken = {index for entry in found for index in entry.members}
    found += [entry for entry in _captioned(units) if not taken.intersection(entry.members)]
    return tuple(sorted(found, key=lambda entry: entry.named_by))


def _grouped(units: Sequence[Unit]) -> list[Entry]:
    groups: dict[int, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        if unit.group is not None:
            groups[unit.group].append(index)
    found = []
    for members in groups.values():
        named = None if _all_names(units, members) else _name_in(units, members)
        if named is not None:
            found.append(Entry(named[1], named[0], tuple(members)))
    return found


def _all_names(units: Sequence[Unit], members: Sequence[int]) -> bool:
    """Whether a group is a list of names, and so nobody's entry."""
    return len(members) > 1 and all(looks_like_person(units[index].text) for index in members)


def _is_place_or_house(unit: Unit) -> bool:
    """Whether what could be a name is a place ("Bergen, Norway"), or a house among the stations of a career."""
    first, comma, _ = unit.text.partition(",")
    if comma and town(first.strip()):
        return True
    return unit.text not in unit.above and any(_CAREER.search(heading) for heading in unit.above)


def _is_name(units: Sequence[Unit], index: int) -> bool:
    """Whether a unit is a person's name; in scripts without capitals, where a role stands right below it."""
    text = units[index].text
    if looks_like_person(text):
        return not _is_place_or_house(units[index]) and not _romanises(units, index)
    if text.isascii() or text.upper() != text.lower() or not may_be_person(text) or has_role(text):
        return False
    below = units[index + 1].text if index + 1 < len(units) else ""
    if _CJK.search(text):
        return _UNKNOWN_NAME.fullmatch(text) is not None and eastern.is_post(below)
    return is_role_line(below)


def _romanises(units: Sequence[Unit], index: int) -> bool:
    """Whether a name in Latin letters stands right below the same name in another script."""
    above = units[index - 1].text if index else ""
    return units[index].text.isascii() and _CJK.search(above) is not None and looks_like_person(above)


def _following(units: Sequence[Unit], index: int) -> str:
    return units[index + 1].text if index + 1 < len(units) else ""


def _name_in(units: Sequence[Unit], members: Sequence[int]) -> tuple[int, str] | None:
    for index in members:
        unit = units[index]
        if unit.kind == "data":
            if unit.key in NAME_KEYS and looks_like_person(unit.value):
                return index, _ASIDE.sub("", unit.value) or unit.value
        elif len(unit.text) <= 60 and _is_name(units, index):
            others = [other for other in members if other != index]
            alone = any(is_role_line(units[other].text) for other in others)
            alone = alone or not any(looks_like_person(units[other].text) for other in others)
            return (index, unit.text) if alone or index == members[0] else None
        elif unit.kind == "heading" and (glued := glued_name(unit.text, _following(units, index))):
            return index, glued
        elif "," in unit.text and len(unit.text) <= 120:
            first, _, rest = unit.text.partition(",")
            if looks_like_person(first) and is_role_line(rest):
                return index, first
    return _split_name(units, members) or _told_name(units, members)


def _told_name(units: Sequence[Unit], members: Sequence[int]) -> tuple[int, str] | None:
    """A name under a key of its own making ("speaker", "title"), where a post or a biography stands with it."""
    data = [index for index in members if units[index].kind == "data"]
    for index in data:
        value = units[index].value
        name = _DEGREE.sub("", _CALL_NAME.sub(r"\1 ", value))
        if len(value) > 60 or not looks_like_person(name) or has_role(units[index].key or ""):
            continue
        others = [units[other] for other in members if other != index]
        if any(other.kind == "paragraph" or (other.kind == "data" and is_role_line(other.value)) for other in others):
            return index, name
    return None


def _split_name(units: Sequence[Unit], members: Sequence[int]) -> tuple[int, str] | None:
    """A name given as first name and last name ("first_name: Ada", "last_name: Example")."""
    parts: dict[str, tuple[int, str]] = {}
    for index in members:
        key = (units[index].key or "").replace("_", "").replace(" ", "").replace("-", "")
        if key in _GIVEN_KEYS and "given" not in parts:
            parts["given"] = index, units[index].value
        elif key in _FAMILY_KEYS:
            parts["family"] = index, units[index].value
    if len(parts) < 2:
        return None
    return parts["given"][0], f"{parts['given'][1]} {parts['family'][1]}"


def _runs(units: Sequence[Unit]) -> list[Entry]:
    """Ungrouped data lines: each ``name:`` begins an entry."""
    found: list[Entry] = []
    start: int | None = None
    for index in range(len(units) + 1):
        unit = units[index] if index < len(units) else None
        is_datum = unit is not None and unit.kind == "data" and unit.group is None
        begins = is_datum and unit is not None and unit.key in NAME_KEYS and looks_like_person(unit.value)
        if start is not None and (begins or not is_datum):
            found.append(Entry(units[start].value, start, tuple(range(start, index))))
            start = None
        if begins:
            start = index
    return found


def _tiles(units: Sequence[Unit]) -> list[Entry]:
    """Name and role on lines of their own: "Ada Example" / "Head of Data", again and again."""
    pairs = [
        index
        for index in range(len(units) - 1)
        if _short(units[index]) and _is_name(units, index) and _subtitle(units[index + 1], units[index])
    ]
    sure = [index for index in pairs if is_role_line(units[index + 1].text)]
    kept = pairs if len(sure) >= 2 and len(sure) * 3 >= len(pairs) else sure
    found = []
    for place, index in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else index + 12
        members = [index, index + 1]
        for other in range(index + 2, min(following, len(units), index + 8)):
            if units[other].kind in ("heading", "title") or len(kept) < 2 or _short(units[other]):
                break
            members.append(other)
        found.append(Entry(units[index].text, index, tuple(members)))
    return found


def _captioned(units: Sequence[Unit]) -> list[Entry]:
    """Names on lines of their own, each followed by sentences: a page of biographies without headings."""
    named = [
        index
        for index in range(len(units) - 1)
        if units[index].kind in ("paragraph", "item") and _short(units[index]) and looks_like_person(units[index].text)
    ]
    told = [index for index in named if not units[index + 1].line and units[index + 1].kind == "paragraph"]
    if len(told) < 2 or len(told) * 2 < len(named):
        return []
    found = []
    for place, index in enumerate(told):
        following = told[place + 1] if place + 1 < len(told) else min(len(units), index + 20)
        members = [index]
        for other in range(index + 1, following):
            if units[other].kind in ("heading", "title", "data") or (
                other - index > 1 and _ends_captioned(units[other])
            ):
                break
            members.append(other)
        found.append(Entry(units[index].text, index, tuple(members)))
    return found


def _ends_captioned(unit: Unit) -> bool:
    return unit.line and unit.text.rstrip().endswith((":", "："))


def _short(unit: Unit) -> bool:
    return len(unit.text) <= 60 and unit.kind != "data" and (unit.line or len(unit.text.split()) <= 5)


def _subtitle(unit: Unit, above: Unit) -> bool:
    if unit.kind == "data" or (unit.kind == "quoted") != (above.kind == "quoted"):
        return False
    if unit.kind == "heading" and unit.text.endswith((":", "：")):
        return False
    return len(unit.text) <= 110 and unit.line and not looks_like_person(unit.text)


def _sections(units: Sequence[Unit]) -> list[Entry]:
    """What stands under a heading that is a person's name."""
    found = []
    for index, unit in enumerate(units):
        if unit.kind != "heading" or len(unit.text) > 90:
            continue
        name = _ANNOUNCED.sub("", unit.text).partition(",")[0].partition(" – ")[0].partition(" | ")[0].strip()
        glued = (
            None
            if looks_like_person(name) or _is_name(units, index)
            else glued_name(unit.text, _following(units, index))
        )
        if not glued and not looks_like_person(name) and not _is_name(units, index):
            continue
        if _is_place_or_house(unit):
            continue
        members = [index]
        for other in range(index + 1, len(units)):
            if unit.text[:120] not in units[other].above and units[other].heading != " ".join(unit.text.split())[:120]:
                break
            members.append(other)
        found.append(Entry(parse(glued or name).full, index, tuple(members)))
    return found
