"""Facts from what is no running prose: entries of people, table rows, data lines and lists of publications."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.language.names import looks_like_person, parse
from drafter.models import About, Evidence, FactKind
from drafter.profile.candidates import Candidate
from drafter.profile.chrome import is_chrome
from drafter.profile.holding import Holding
from drafter.profile.keys import NAME_KEYS, is_house_key, is_role_key
from drafter.profile.kinds import kind_by_heading, kind_of
from drafter.profile.scope import Scope
from drafter.profile.units import Unit
from drafter.profile.worth import YEAR

_DULL_KEYS = re.compile(
    r"(?:.*_)?(?:url|urls|link|links|image|images|img|pic|photo|picture|avatar|icon|logo|thumbnail|slug|layout|"
    r"permalink|id|uuid|css|class|template|weight|order|draft|type|@type|@id|@context|"
    r"email|e-mail|mail|phone|tel|fax|telephone|contact|github|gitlab|twitter|x|linkedin|mastodon|bluesky|"
    r"facebook|instagram|youtube|orcid|calendly|website|homepage|repository|repo|"
    r"stats|align|alt|alt_text|color|colour|lang|language|locale|inlanguage|untranslated|published|publish|hidden|"
    r"comments|toc|sitemap|robots|viewport|charset|generator|theme-color|card|"
    r"site|og:\w+|twitter:\w+|width|height|sameas|jobplan|et|aliases|redirect_from|categories|tags?|keywords?|"
    r"gender|pronouns?|knowslanguage|honorific\w*|givenname|familyname|first_?name|last_?name|"
    r"datemodified|lastmod|updated|modified|nickname|username|handle|password|token|version|index|menu|nav|"
    r"collection|date_modified|email_address|telephone_number)$",
    re.IGNORECASE,
)
# In front matter these tell of the page; in a list of things done they tell when.
_OF_THE_PAGE = frozenset(
    ("date", "datum", "fecha", "data", "created", "nav_order", "parent", "author", "subtitle", "section")
)
# What somebody noted needs no label before it.
_NOTE_KEYS = frozenset(
    (
        *(
            "note",
            "notes",
            "notiz",
            "notizen",
            "bemerkung",
            "bemerkungen",
            "anmerkung",
            "remarque",
            "remarques",
            "nota",
        ),
        *(
            "notas",
            "observaciones",
            "osservazioni",
            "opmerking",
            "memo",
            "comment",
            "bio",
            "biography",
            "about",
            "備考",
            "メモ",
        ),
    )
)
_SLUG = re.compile(r"[a-z0-9_/-]+")
_MAIL_KEYS = frozenset(
    ("from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "von", "an", "betreff", "datum", "de", "para")
)
_DULL_VALUE = re.compile(
    r"(?:true|false|yes|no|null|none|~|\[\]|\{\}|-?\d{1,3}|https?://\S+|www\.\S+|[\w/.-]+\.(?:jpe?g|png|svg|"
    r"gif|webp|pdf|html?|md)|[#@]\S+)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"\s+#\s.*$")
_NAMES_ONLY = re.compile(
    r"(?:(?:and |& )?[A-ZÀ-Þ][\w'’.-]*(?:[ -](?:[a-z]{1,3} )?[A-ZÀ-Þ][\w'’.-]*){0,4}[*†‡§1-9]*(?:,|;|$| and | "
    r"&)\s*){2,}(?:et al\.?)?\.?$"
)
_LISTED_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3}[*†‡]*, ")
_VENUE = re.compile(r"[^.!?]{2,90}?,?\s*\(?(?:19|20)\d{2}\)?(?:\s*\([^)]{3,60}\))?\.?$")


def entry_facts(scope: Scope, holdings: Sequence[Holding]) -> Iterator[Candidate]:
    """One fact for each role a card, row or datum states: "Toni Muster is Head of Data"."""
    seen: set[tuple[str, str]] = set()
    for holding in holdings:
        unit = holding.unit
        if not (unit.line or unit.kind == "data"):
            continue
        name = holding.name or scope.contact
        plain = parse(holding.name).plain if holding.name else scope.contact
        key = (name, holding.held.role.casefold())
        if key in seen:
            continue
        seen.add(key)
        also = _name_evidence(scope, unit, name)
        at = f" at {holding.held.organization}" if holding.held.organization else ""
        yield Candidate(
            unit,
            unit.start,
            unit.end,
            f"{plain} – {holding.held.role}{at}",
            "role",
            "person",
            plain if holding.name else None,
            substance=3.5,
            also=also,
        )


def _name_evidence(scope: Scope, unit: Unit, name: str) -> tuple[Evidence, ...]:
    for entry in scope.entries:
        if entry.name == name or (entry.is_of(scope.contact) and name == scope.contact):
            named = scope.units[entry.named_by]
            if named is not unit and any(scope.units[index] is unit for index in entry.members):
                return (Evidence(quote=named.text, note=named.note, start=named.start, end=named.end),)
    return ()


def data_facts(scope: Scope, whose: Sequence[tuple[object, str | None]]) -> Iterator[Candidate]:
    """Facts from data lines; short lines of the same group are one fact ("name: launch" with its "start: 2019")."""
    units = scope.units
    index = 0
    while index < len(units):
        if units[index].kind != "data":
            index += 1
            continue
        stated = is_role_key(units[index].key) or is_house_key(units[index].key)
        told = index in scope.owners and stated and kind_of_list(units[index]) is None  # entry_facts has it
        told = told or _told_elsewhere(scope, units[index])
        if told or (scope.note.kind == "email" and units[index].key in _MAIL_KEYS):
            index += 1
            continue
        end = index + 1
        while end < len(units) and _belongs(units[index], units[end], end - index):
            end += 1
        found = _datum(scope, units[index:end], whose[index][1])
        if found is not None:
            yield found
        index = end


def kind_of_list(unit: Unit) -> FactKind | None:
    """The kind of what a datum is listed under ("awards.title"), where the name of the list tells it."""
    path = (unit.label or "").rpartition(".")[0].rpartition(".")[2].removesuffix("[]")
    return kind_by_heading(path.lower().replace("_", " ")) if path else None


def _told_elsewhere(scope: Scope, unit: Unit) -> bool:
    """Whether a description only repeats a sentence that stands in the text as well."""
    value = unit.value.rstrip(" .…")
    return unit.key in _REPEATING and len(value) >= _SENTENCE and scope.note.text.count(value) > 1


_REPEATING = frozenset(
    ("description", "og:description", "twitter:description", "abstract", "summary", "excerpt", "bio")
)
_SENTENCE = 30


def _belongs(first: Unit, other: Unit, distance: int) -> bool:
    """Whether a further data line is part of the same small record (a phase, an event), not of a person's entry."""
    if other.kind != "data" or other.group is None or other.group != first.group or distance > 3:
        return False
    person = looks_like_person(first.value) and kind_of_list(first) is None
    small = first.key in NAME_KEYS | {"title", "event", "date", "start", "year"} and not person
    return small and other.end - first.start <= 160 and first.key != other.key and _nested(first)


def _nested(unit: Unit) -> bool:
    return (
        "." in (unit.label or "")
        or "[" in (unit.label or "")
        or unit.text.lstrip().startswith("-")
        or unit.group is not None
    )


def _datum(scope: Scope, record: Sequence[Unit], subject: str | None) -> Candidate | None:
    named = record[0] if len(record) > 1 and record[0].key in ("name", "title", "event") else None
    kept = [unit for unit in record if unit is named or not is_dull(unit)]
    if len(kept) < 2:
        kept = [unit for unit in kept if not is_dull(unit)]
    if not kept:
        return None
    first, last = kept[0], kept[-1]
    text = scope.note.text[first.start : last.end]
    owner = subject or (scope.contact if scope.own_page or scope.owners else scope.organization or scope.contact)
    said = " ".join(
        ", ".join(
            f"{unit.shown}: {unit.value}" if unit.key and unit.key not in _NOTE_KEYS else unit.value for unit in kept
        ).split()
    )
    about: About = (
        "person" if subject or (not scope.is_organization and (scope.own_page or scope.named)) else "organization"
    )
    strength = 1.6 + 0.8 * bool(YEAR.search(text)) + 0.5 * (len(kept[0].value.split()) > 2)
    return Candidate(
        first, first.start, last.end, f"{owner} – {said}", _data_kind(first), about, subject, substance=strength
    )


def _data_kind(unit: Unit) -> FactKind:
    key = unit.key or ""
    if listed := kind_of_list(unit):
        return listed
    if is_role_key(key):
        return "role"
    if re.search(r"alumni|education|degree|school|studium", key):
        return "education"
    if re.search(r"award|prize", key):
        return "award"
    if re.search(r"location|city|place|address", key):
        return "place"
    return kind_of(unit)


def is_dull(unit: Unit) -> bool:
    """Whether a datum tells nothing worth knowing: an address, an image, a switch."""
    value = _COMMENT.sub("", unit.value).strip().strip("'\"")
    key = (unit.key or "").rsplit(".", 1)[-1]
    if len(value) < 2 or value[0] in "<{" or _DULL_VALUE.fullmatch(value) or is_chrome(unit.text):
        return True
    if unit.group is None and (key in _OF_THE_PAGE or (key.endswith("id") and _SLUG.fullmatch(value))):
        return True
    if _DULL_KEYS.fullmatch(key) or (key in NAME_KEYS and looks_like_person(value)) or key == "title":
        return True
    return (
        key in ("name", "start", "end") and unit.group is not None and not YEAR.search(value) and len(value.split()) < 2
    )


@lru_cache(maxsize=4096)
def is_author_list(text: str) -> bool:
    """Whether a line holds nothing but people's names, as under the title of a paper."""
    if not any(sign in text for sign in (",", ";", "&", " and ")):
        return False
    if len(text) >= 1500:
        return text.count(",") * 30 > len(text)
    listed = _LISTED_NAME.findall(text)
    if YEAR.search(text) and len(listed) < 3:
        return False
    return (bool(_NAMES_ONLY.match(text)) and _mostly_people(text)) or (
        len(listed) >= 3 and sum(map(len, listed)) > 0.6 * len(text)
    )


def _mostly_people(text: str) -> bool:
    parts = [part.strip(" .*†‡§") for part in re.split(r"[,;&]| and ", text) if part.strip(" .*†‡§")]
    return sum(looks_like_person(part.rstrip("0123456789")) for part in parts) * 2 >= len(parts)


def is_venue(text: str) -> bool:
    """Whether a line says only where and when something appeared ("ICCV, 2025 (Oral)")."""
    return len(text) <= 110 and bool(YEAR.search(text)) and bool(_VENUE.match(text))
