"""Reads the tables that people have: any usual encoding, separator and preamble; CSV or XLSX; a few rows at a time."""

from __future__ import annotations

import codecs
import csv
import hashlib
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drafter.batch.columns import Mapping, map_columns, recognise
from drafter.batch.sheets import is_workbook, sheet_records
from drafter.errors import InputError

_HEAD = 200_000
_CELL = 5_000_000
_SEPARATORS = (",", ";", "\t", "|")
_PREAMBLE = 30
_EXAMINED = 60
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a file. Iterating :meth:`rows` reads the file anew, so memory does not grow with it."""

    name: str
    digest: str
    mapping: Mapping
    separator: str = ","
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    records: Callable[[], Iterator[list[str]]] = field(default=lambda: iter(()), repr=False)
    start: int = 0

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The data rows; those without anything in them are left out."""
        for record in itertools.islice(self.records(), self.start + 1, None):
            cells = tuple(record)
            if any(cell.strip() for cell in cells):
                yield cells


def read_table(path: Path, *, by_hand: dict[str, str] | None = None) -> Table:
    """Find the table in a file.

    Raises:
        InputError: when the file cannot be read, holds no table, or no column names the people.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder; give a CSV or XLSX file")
        digest = _digest(path)
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}; check the path") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}; check its permissions") from error
    if path.stat().st_size == 0:
        raise InputError(f"{path.name} is empty; give a table with one row a person")
    if is_workbook(path):
        return _table(path.name, digest, lambda: sheet_records(path), by_hand=by_hand)
    encoding = _encoding(path)
    separator, records, warnings = _text_records(path, encoding)
    return _table(
        path.name, digest, records, by_hand=by_hand, separator=separator, encoding=encoding, warnings=warnings
    )


def _table(
    name: str,
    digest: str,
    records: Callable[[], Iterator[list[str]]],
    *,
    by_hand: dict[str, str] | None,
    separator: str = ",",
    encoding: str = "utf-8",
    warnings: tuple[str, ...] = (),
) -> Table:
    head = list(itertools.islice(records(), _PREAMBLE + _EXAMINED))
    if not any(any(cell.strip() for cell in record) for record in head):
        raise InputError(f"{name} is empty; give a table with one row a person")
    start = _header_row(head, by_hand or {})
    columns = head[start]
    sample = [record for record in head[start + 1 :] if any(cell.strip() for cell in record)]
    mapping = map_columns(columns, by_hand=by_hand, sample=sample)
    if not mapping.names_people:
        shown = ", ".join(repr(column[:_SHOWN]) for column in columns[:12] if column.strip())
        raise InputError(
            f"{name}: no column holds people's names; the columns are {shown}; "
            f'name one with --map "COLUMN=name", or add a header row'
        )
    return Table(name, digest, mapping, separator, encoding, warnings, records, start)


def _header_row(head: Sequence[Sequence[str]], by_hand: dict[str, str]) -> int:
    """The first of the rows that names most fields: exports put notes of their own above it."""
    wanted = {column.strip().casefold() for column in by_hand}

    def named(record: Sequence[str]) -> int:
        return len({recognise(cell) or cell.strip().casefold() for cell in record if _names(cell, wanted)})

    scores = [named(record) for record in head[:_PREAMBLE]]
    best = max(scores)
    if best == 0:
        return next(place for place, record in enumerate(head) if any(cell.strip() for cell in record))
    return scores.index(best)


def _names(cell: str, wanted: set[str]) -> bool:
    return len(cell) <= 60 and (cell.strip().casefold() in wanted or recognise(cell) is not None)


# --- text ---


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return name
    # Latin text in UTF-16 without a mark has a zero byte in every second place.
    zeros = (head[1::2].count(0), head[::2].count(0))
    if max(zeros) > len(head) // 8:
        return "utf-16-le" if zeros[0] >= zeros[1] else "utf-16-be"
    return "utf-8" if _is_utf8(path) else _legacy(head)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(1 << 20):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _legacy(head: bytes) -> str:
    from charset_normalizer import from_bytes

    # Accented letters stand alone among ASCII; the bytes of Chinese or Cyrillic come in runs. A guess on a short
    # western table would take "ürg" for a Japanese character.
    runs = re.findall(rb"[\x80-\xff]+", head)
    if sum(len(run) == 1 for run in runs) > len(runs) // 2:
        return "cp1252"

    guess = from_bytes(head).best()
    name = guess.encoding if guess else "cp1252"
    # Short western texts fit many code pages; the one that spreadsheets write is the likeliest.
    western = {"ascii", "latin_1", "iso8859_15", "iso8859_9", "cp1250", "cp1254", "cp1257", "cp1258", "cp437", "cp850"}
    if name in western or name.startswith(("mac_", "cp03", "cp04", "cp05", "cp27", "hp_", "iso8859_1")):
        return "cp1252"
    return name


def _text_records(path: Path, encoding: str) -> tuple[str, Callable[[], Iterator[list[str]]], tuple[str, ...]]:
    declared = _declared_separator(path, encoding)
    separator = declared or _separator(path, encoding)
    quoting, warnings = csv.QUOTE_MINIMAL, []
    if _quote_stays_open(path, encoding, separator):
        quoting = csv.QUOTE_NONE
        warnings.append("a quotation mark is never closed, so quotation marks were read as ordinary characters")

    def records() -> Iterator[list[str]]:
        found = _parsed(path, encoding, separator, quoting)
        return itertools.islice(found, 1, None) if declared else found

    return separator, records, tuple(warnings)


def _parsed(path: Path, encoding: str, separator: str, quoting: int, *, strict: bool = False) -> Iterator[list[str]]:
    csv.field_size_limit(_CELL)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        lines = (line.replace("\0", "") for line in file)
        reader = csv.reader(lines, delimiter=separator, quoting=quoting, strict=strict)  # type: ignore[arg-type]
        try:
            yield from reader
        except csv.Error as error:
            if strict:
                raise
            raise InputError(f"{path.name}, line {reader.line_num}: {error}; save it as CSV again") from error


def _declared_separator(path: Path, encoding: str) -> str | None:
    """The separator that some spreadsheets write as a first line ``sep=;``."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        first = file.readline(200).strip().strip('"')
    return first[4] if first.lower().startswith("sep=") and len(first) == 5 else None


def _separator(path: Path, encoding: str) -> str:
    def score(separator: str) -> tuple[float, int]:
        try:
            found = list(itertools.islice(_parsed(path, encoding, separator, csv.QUOTE_MINIMAL), _EXAMINED))
        except InputError:
            return 0.0, 0
        widths = [len(record) for record in found if any(cell.strip() for cell in record)]
        wide = [width for width in widths if width > 1]
        if not wide:
            return 0.0, 0
        usual = max(set(wide), key=wide.count)
        named = max(len({recognise(cell) for cell in record if len(cell) < 60} - {None}) for record in found)
        return named + wide.count(usual) / len(widths), usual

    return max(_SEPARATORS, key=score)


def _quote_stays_open(path: Path, encoding: str, separator: str) -> bool:
    try:
        for _ in _parsed(path, encoding, separator, csv.QUOTE_MINIMAL, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error) or "field larger" in str(error)
    return False
