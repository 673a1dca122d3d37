"""What leaves the ledger: CSV, XLSX, e-mail drafts, mailto links, a booklet. Complete, or not there at all."""

from __future__ import annotations

import contextlib
import csv
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from drafter.batch.letters import booklet, by_mail, mail, mail_name, mailto_page
from drafter.batch.review import facts_used
from drafter.errors import InputError
from drafter.storage import Batch, Row, RowInput, SavedDraft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from drafter.storage.ledger import Storage

Only = Literal["approved", "rejected", "needs_work", "undecided", "all"]
Format = Literal["csv", "xlsx", "eml", "mailto", "booklet"]

ADDED = (
    "draft_subject",
    "draft_message",
    "draft_voicemail",
    "draft_status",
    "draft_findings",
    "draft_facts",
    "draft_edited",
    "draft_reason",
)
FORMATS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".md": "booklet",
    ".html": "mailto",
    "": "eml",
}
_ACTS = re.compile(r"^\s*[=+\-@\t\r]")
_DANGEROUS = re.compile(r"^\s*(?:=|[+\-@].*(?:[A-Za-z_]{2,}\s*\(|\|.*!))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many rows, and in how many original cells a formula was made inert.

    ``left_out`` are drafts for other channels, where only e-mails can be written.
    """

    path: Path
    rows: int
    neutralised: int = 0
    left_out: int = 0


def export(
    storage: Storage, batch: Batch, path: Path, *, only: Only | None = None, form: Format | None = None
) -> Exported:
    """Write the batch to ``path``, in the form its ending asks for (a folder: e-mail drafts).

    Tables hold every row unless ``only`` says otherwise, what is made for sending only the approved ones.

    Raises:
        InputError: when the form is unknown, nothing would be in the file, or it cannot be written.
    """
    form = form or FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(f"{path.name}: use a name ending in .csv, .xlsx, .md or .html, or a folder for e-mail drafts")
    only = only or ("all" if form in ("csv", "xlsx") else "approved")
    rows = _Chosen(storage, batch, only)
    try:
        with _whole(path) as unfinished:
            neutralised = _WRITERS[form](unfinished, batch, rows)
            if not rows.count and form not in ("csv", "xlsx"):
                raise _nothing(only, rows)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror or error}; choose another --out") from error
    storage.reviewing.note(batch.id, "exported", who="drafter", details={"path": str(path), "rows": rows.count})
    return Exported(path, rows.count, neutralised, rows.left_out)


def _nothing(only: Only, rows: _Chosen) -> InputError:
    if rows.left_out:
        return InputError("none of these drafts is an e-mail; export them as .csv, .xlsx, .md or .html")
    return InputError(f"no row is {only}; approve some with `drafter batch review`, or use --only all")


class _Chosen:
    """The rows to export, counted as they pass."""

    def __init__(self, storage: Storage, batch: Batch, only: Only) -> None:
        self._storage, self._batch, self._only = storage, batch, only
        self.count = self.left_out = 0

    def __iter__(self) -> Iterator[tuple[Row, RowInput, SavedDraft | None]]:
        self.count = self.left_out = 0
        for row, given, saved in self._storage.batches.walk(self._batch.id):
            if self._only in ("all", row.decision or "undecided"):
                self.count += 1
                yield row, given, saved


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A place to write to that becomes ``path`` when all went well, and vanishes otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        yield unfinished
        if unfinished.is_dir():
            _replace_folder(unfinished, path)
        else:
            with unfinished.open("rb") as file:
                os.fsync(file.fileno())
            unfinished.replace(path)
    finally:
        if unfinished.is_dir():
            shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.unlink(missing_ok=True)


def _replace_folder(unfinished: Path, path: Path) -> None:
    if path.exists():
        if not path.is_dir() or any(entry.suffix != ".eml" for entry in path.iterdir()):
            raise InputError(f"{path} holds other things; name a new folder for the e-mail drafts")
        old = path.with_name(f".{path.name}.{secrets.token_hex(4)}.old")
        path.rename(old)
        unfinished.rename(path)
        shutil.rmtree(old, ignore_errors=True)
    else:
        unfinished.rename(path)


# --- tables ---


def header(batch: Batch) -> list[str]:
    """The input's column names as they stand, then ours; one that is taken gets a number."""
    taken = set(batch.columns)
    ours = []
    for name in ADDED:
        number, free = 2, name
        while free in taken:
            free, number = f"{name}_{number}", number + 1
        ours.append(free)
    return [*batch.columns, *ours]


def record(batch: Batch, row: Row, given: RowInput, saved: SavedDraft | None) -> tuple[list[str], list[str]]:
    """One row's original cells, and what is added to them."""
    width = len(batch.columns)
    # Cells beyond the header cannot keep a column of their own; the last one keeps them, as they stand in the file.
    cells = [*given.cells[:width], *[""] * (width - len(given.cells))]
    if len(given.cells) > width and width:
        cells[-1] = (batch.options.get("separator") or ",").join([cells[-1], *given.cells[width:]])
    draft = saved.result.draft if saved else None
    findings = (*(saved.result.report.findings if saved and draft else ()), *row.across)
    return cells, [
        (draft.subject or "") if draft else "",
        draft.message if draft else "",
        (draft.voicemail or "") if draft else "",
        row.decision or row.state,
        "\n".join(f"{finding.rule} ({finding.severity}): {finding.message}" for finding in findings),
        "\n".join(facts_used(saved.result)) if saved else "",
        "yes" if row.edited else "no",
        row.decision_reason or row.reason or "",
    ]


def _records(batch: Batch, rows: Iterable[tuple[Row, RowInput, SavedDraft | None]]) -> Iterator[tuple[list[str], int]]:
    for row, given, saved in rows:
        cells, ours = record(batch, row, given, saved)
        kept = [_harmless(cell) for cell in cells]
        neutralised = sum(before != after for before, after in zip(cells, kept, strict=True))
        yield [*kept, *(f"'{cell}" if _ACTS.match(cell) else cell for cell in ours)], neutralised


def _harmless(cell: str) -> str:
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def _write_csv(path: Path, batch: Batch, rows: _Chosen) -> int:
    # A file that came with a byte order mark came from a spreadsheet that needs one.
    marked = str(batch.options.get("encoding", "")).startswith(("utf-8-sig", "utf-16"))
    neutralised = 0
    with path.open("w", encoding="utf-8-sig" if marked else "utf-8", newline="", errors="replace") as file:
        writer = csv.writer(file, delimiter=batch.options.get("separator") or ",")
        writer.writerow([_harmless(name) for name in header(batch)])
        for cells, made_inert in _records(batch, rows):
            writer.writerow(cells)
            neutralised += made_inert
    return neutralised


def _write_xlsx(path: Path, batch: Batch, rows: _Chosen) -> int:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Drafts")

    def texts(values: Sequence[str]) -> list[Any]:
        found = []
        for value in values:
            cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value)[:32_767])
            # As text: a workbook knows the difference, so nothing in front of it is needed.
            cell.data_type = "s"
            found.append(cell)
        return found

    sheet.append(texts(header(batch)))
    for row, given, saved in rows:
        cells, ours = record(batch, row, given, saved)
        sheet.append(texts([*cells, *ours]))
    book.save(path)
    return 0


# --- letters ---


def _write_mails(path: Path, batch: Batch, rows: _Chosen) -> int:
    del batch
    path.mkdir()
    for row, given, saved in _drafted(rows):
        if by_mail(saved.result):
            (path / mail_name(row)).write_bytes(mail(row, given, saved.result))
        else:
            rows.count -= 1
            rows.left_out += 1
    return 0


def _write_mailto(path: Path, batch: Batch, rows: _Chosen) -> int:
    path.write_text(mailto_page(batch.name, _drafted(rows)), encoding="utf-8")
    return 0


def _write_booklet(path: Path, batch: Batch, rows: _Chosen) -> int:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(booklet(batch.name, _drafted(rows)))
    return 0


def _drafted(rows: _Chosen) -> Iterator[tuple[Row, RowInput, SavedDraft]]:
    for row, given, saved in rows:
        if saved and saved.result.draft:
            yield row, given, saved
        else:
            rows.count -= 1


_WRITERS = {
    "csv": _write_csv,
    "xlsx": _write_xlsx,
    "eml": _write_mails,
    "mailto": _write_mailto,
    "booklet": _write_booklet,
}
