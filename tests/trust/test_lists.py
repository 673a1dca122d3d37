"""Attacks in names, cells and file names: taken in by a batch, drafted, reviewed, exported in every form."""

from __future__ import annotations

import csv
import datetime
import io
import os
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from drafter.batch.export import export
from drafter.batch.ledger import Options, open_batch
from drafter.batch.letters import mail_name
from drafter.batch.running import prepare_run, run_batch
from drafter.cli._batch_view import show_status
from drafter.cli._result_view import show_result
from drafter.cli._terminal import Terminal
from drafter.settings import Settings
from drafter.storage import Batch, open_storage
from drafter.storage.ledger import Storage
from tests.trust.conftest import ACTING, FACT, SENDER, Run, attacks

COLUMNS = ("name", "organization", "role", "email", "notes", "purpose", "sources", "extra")
ROW = {"name": "Ada Brandt", "notes": FACT, "purpose": "Learn how the tide atlas began"}


def drafted(storage: Storage, folder: Path, **cells: str) -> Batch:
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, restval="")
    writer.writeheader()
    writer.writerow(ROW | cells)
    (folder / "list.csv").write_text(table.getvalue(), encoding="utf-8", newline="")
    batch = open_batch(storage, folder / "list.csv", options=Options(folder=folder)).batch
    settings = Settings()
    run = prepare_run(storage, batch, settings=settings, sender=SENDER, today=datetime.date(2026, 3, 2))
    run_batch(run, storage, batch, who="t", settings=settings, model="offline")
    return batch


@pytest.fixture
def storage(tmp_path: Path) -> Any:
    with open_storage(url=str(tmp_path / "ledger.sqlite3")) as opened:
        yield opened


def cells_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def prove_inert(storage: Storage, batch: Batch, folder: Path) -> None:
    """Every way out of the ledger, looked at as a spreadsheet, a mail program, a browser and a terminal would."""
    row = storage.batches.row(batch.id, 1)
    saved = storage.reviewing.current(row)
    shown = io.StringIO()
    show_status(storage.batches.status(batch.id), (row,), Terminal(file=shown))
    if saved:
        show_result(saved.result, console=Terminal(file=shown))
    assert not ACTING.search(shown.getvalue())
    export(storage, batch, folder / "out.csv")
    for line in cells_of(folder / "out.csv"):
        for cell in line:
            assert not cell.lstrip().startswith("="), cell
            assert not (cell.lstrip().startswith(("@", "+", "-")) and ("(" in cell or "|" in cell)), cell
    export(storage, batch, folder / "out.xlsx")
    for line in openpyxl.load_workbook(folder / "out.xlsx").active.iter_rows():
        assert {cell.data_type for cell in line} <= {"s", "inlineStr"}
        assert all(cell.hyperlink is None for cell in line)
    if saved and saved.result.draft:
        prove_letters(storage, batch, folder)


def prove_letters(storage: Storage, batch: Batch, folder: Path) -> None:
    before = {path.resolve() for path in folder.rglob("*")} | {folder / "mails"}
    export(storage, batch, folder / "mails", form="eml", only="all")
    (letter,) = (folder / "mails").iterdir()
    assert set(folder.rglob("*")) - before == {letter}
    message = message_from_bytes(letter.read_bytes(), policy=policy.default)
    assert set(message.keys()) <= {
        "To", "From", "Subject", "X-Unsent", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"
    }  # fmt: skip
    export(storage, batch, folder / "links.html", only="all")
    html = (folder / "links.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert "<img" not in html
    assert html.count('href="') == html.count('href="mailto:')
    export(storage, batch, folder / "booklet.md", only="all")
    assert "](" not in (folder / "booklet.md").read_text(encoding="utf-8").replace("\\](", "")


@pytest.mark.parametrize("attack", attacks("names"))
def test_a_name_is_only_a_name(attack: Any, storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, name=attack["name"])
    row = storage.batches.row(batch.id, 1)
    assert row.state in ("drafted", "needs", "failed")
    assert (row.state != "failed") or row.reason
    name = mail_name(row)
    assert name == os.path.basename(name)  # noqa: PTH119
    assert len(name) < 100
    assert ".." not in name.removesuffix(".eml")
    prove_inert(storage, batch, tmp_path)


@pytest.mark.parametrize("attack", attacks("cells"))
def test_a_cell_is_only_a_cell(attack: Any, storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, **{attack["column"]: attack["cell"]})
    prove_inert(storage, batch, tmp_path)
    header, first = cells_of(tmp_path / "out.csv")
    if attack.get("stays"):
        assert first[header.index(attack["column"])] == attack["cell"]
    saved = storage.reviewing.current(storage.batches.row(batch.id, 1))
    assert saved is None or saved.result.draft is None or "Zorvane" not in saved.result.draft.message


def test_a_column_s_name_is_only_a_name(storage: Storage, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('name,notes,"=HYPERLINK(""https://zorvane.example"")"\nAda Brandt,She sings,x\n', encoding="utf-8")
    batch = open_batch(storage, path).batch
    prove_inert(storage, batch, tmp_path)


@pytest.mark.parametrize("attack", attacks("sources"))
def test_a_source_reaches_nothing_it_should_not(attack: Any, storage: Storage, tmp_path: Path) -> None:
    secret = tmp_path / ".keys" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("Ada Brandt keeps zorvane-secret in the attic and built a vault in 2021.")
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "innocent.txt").symlink_to(secret)
    batch = drafted(storage, folder, sources=attack["source"].format(secret=secret), notes="")
    row = storage.batches.row(batch.id, 1)
    saved = storage.reviewing.current(row)
    assert saved is None or saved.result.draft is None
    for text in (saved.model_dump_json() if saved else "", row.reason or ""):
        assert "zorvane-secret" not in text
        assert "root:x" not in text
    assert row.reason
    prove_inert(storage, batch, folder)


@pytest.mark.parametrize("attack", attacks("sources"))
def test_a_source_that_fails_is_one_harmless_line(attack: Any, run: Run, tmp_path: Path) -> None:
    if attack["source"].startswith(("/", "innocent")):
        attack = {**attack, "source": "no-such-file"}  # who types a file's name may read that file
    ran = run("profile", attack["source"].format(secret="/no/such/file"), "--contact", "Ada Brandt", "--offline")
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert not ACTING.search(ran.err)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("attack", attacks("names"))
def test_a_name_on_the_command_line_is_only_a_name(attack: Any, run: Run) -> None:
    Path("page.html").write_bytes(b"<p>Ada Brandt sings.</p>")
    ran = run("profile", "page.html", "--contact", attack["name"], "--offline")
    assert ran.status in (0, 2)
    assert not ACTING.search(ran.out + ran.err)
    for command in (
        ("contacts", "add", attack["name"], "--reason", attack["name"]),
        ("contacts", "due"),
        ("contacts", "list", "--json"),
        ("contacts", "calendar", "--out", "all.ics"),
        ("contacts", "forget", attack["name"]),
    ):
        ran = run(*command)
        assert "Traceback" not in ran.err
        assert "a fault in drafter" not in ran.err
        assert not ACTING.search(ran.out + ran.err), command
