"""Which column means what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.batch._headers import FIELDS, HONORIFICS, KNOWN, plain
from drafter.errors import InputError

_SAMPLE = 50
_NAMES = {"name", "first_name", "last_name"}
_WHOLE_ALONE = {"nom", "nome", "nombre", "имя", "imie"}
_ALIKE = 90


@dataclass(frozen=True, slots=True)
class Mapping:
    """The file's columns in order, and for each the field it means; ``None`` passes through untouched."""

    columns: tuple[str, ...]
    fields: tuple[str | None, ...]

    def named(self) -> dict[str, str]:
        """Column → field, for people to read."""
        return {self.columns[place]: field for place, field in enumerate(self.fields) if field}

    def has(self, field: str) -> bool:
        """Whether some column means this field."""
        return field in self.fields

    @property
    def names_people(self) -> bool:
        """Whether the rows say whom to write to."""
        return any(self.has(field) for field in ("name", "first_name", "last_name"))


def recognise(header: str) -> str | None:
    """The field that a column of this name means, or ``None``."""
    words = plain(header)
    if not words:
        return None
    if words in KNOWN:
        return KNOWN[words]
    if words.replace(" ", "") in _SQUEEZED:
        return _SQUEEZED[words.replace(" ", "")]
    return _misspelt(words)


def map_columns(
    columns: Sequence[str], *, by_hand: dict[str, str] | None = None, sample: Iterable[Sequence[str]] = ()
) -> Mapping:
    """What each column means; ``by_hand`` (column → field, "" to pass through) wins, ``sample`` settles doubts.

    Raises:
        InputError: when ``by_hand`` names a column or a field that does not exist.
    """
    fields = [recognise(column) for column in columns]
    _settle_titles(columns, fields)
    _settle_names(columns, fields, [row for row, _ in zip(sample, range(_SAMPLE), strict=False)])
    for column, field in (by_hand or {}).items():
        for place in _places(columns, column):
            fields[place] = _field(field)
    return Mapping(tuple(columns), tuple(fields))


def parse_by_hand(pairs: Iterable[str]) -> dict[str, str]:
    """``["Firma=organization"]`` as a dictionary.

    Raises:
        InputError: when a pair has no equals sign.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or not column.strip():
            raise InputError(f'--map takes COLUMN=FIELD, for instance --map "Firma=organization", not {pair!r}')
        found[column.strip()] = field.strip().lower()
    return found


def _places(columns: Sequence[str], wanted: str) -> list[int]:
    exact = [place for place, column in enumerate(columns) if column.strip() == wanted]
    found = exact or [place for place, column in enumerate(columns) if plain(column) == plain(wanted)]
    if not found:
        known = ", ".join(repr(column) for column in columns if column.strip())
        raise InputError(f"there is no column {wanted!r}; the columns are {known}")
    return found


def _field(name: str) -> str | None:
    if name in ("", "-", "none", "pass"):
        return None
    if name in FIELDS:
        return name
    guessed = recognise(name)
    if guessed is None:
        raise InputError(f"{name!r} is no field; use one of {', '.join(FIELDS)}, or nothing to pass a column through")
    return guessed


def _settle_titles(columns: Sequence[str], fields: list[str | None]) -> None:
    """Beside a column for the job, "Title" is the form of address."""
    roles = [place for place, field in enumerate(fields) if field == "role"]
    addresses = [place for place in roles if plain(columns[place]) in HONORIFICS]
    if len(roles) > len(addresses):
        for place in addresses:
            fields[place] = None


def _settle_names(columns: Sequence[str], fields: list[str | None], sample: list[Sequence[str]]) -> None:
    """Words such as "Name", "Nom" or "Nome" mean the whole name or a part of it, depending on their neighbours."""
    found = {field for field in fields if field in _NAMES}
    if found in ({"last_name"}, {"first_name"}):
        for place, field in enumerate(fields):
            if field in found and plain(columns[place]) in _WHOLE_ALONE:
                fields[place] = "name"
    elif found == {"first_name", "name"} and _are_halves(fields, sample):
        fields[fields.index("name")] = "last_name"


def _are_halves(fields: list[str | None], sample: list[Sequence[str]]) -> bool:
    first, whole = fields.index("first_name"), fields.index("name")
    filled = [(row[first], row[whole]) for row in sample if len(row) > max(first, whole) and row[first].strip()]
    inside = sum(plain(given) in plain(name) for given, name in filled)
    return inside * 2 < len(filled)


def _misspelt(words: str) -> str | None:
    if len(words) < 6:
        return None
    from rapidfuzz import fuzz, process

    found = process.extractOne(words, _LONG, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return KNOWN[found[0]] if found else None


_SQUEEZED = {words.replace(" ", ""): field for words, field in KNOWN.items()}
_LONG = [words for words in KNOWN if len(words) >= 6]
