"""Reads a workbook's first sheet with something in it, row by row."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafter.errors import InputError

_UNPACKED = 1_000_000_000


def is_workbook(path: Path) -> bool:
    """Whether the file is a workbook, whatever its name says.

    Raises:
        InputError: for the old binary form, which has to be saved anew.
    """
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(f"{path.name} is an old or protected Excel file; save it as .xlsx or .csv without a password")
    return start.startswith(b"PK\x03\x04")


def sheet_records(path: Path) -> Iterator[list[str]]:
    """The rows of the first sheet that is not empty, cells as text.

    Raises:
        InputError: when the file is no workbook or grows beyond reason when unpacked.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _UNPACKED:
                raise InputError(f"{path.name} is too large when unpacked; save the list as CSV")
        yield from _records(path)
    except InputError:
        raise
    except Exception as error:
        # The library meets damage with whatever happens to break first: a broken file has no list of faults.
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise InputError(f"{path.name} cannot be read as a workbook ({reason}); save it as .xlsx or .csv") from error


def _records(path: Path) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    from drafter.gather.workbook import sheet_rows

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = (_texts(row) for row in sheet_rows(sheet))
            first = next((row for row in rows if any(row)), None)
            if first is not None:
                yield first
                yield from rows
                return
    finally:
        book.close()


def _texts(row: tuple[Any, ...]) -> list[str]:
    texts = [_text(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
