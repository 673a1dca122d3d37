"""``drafter batch`` as a new user meets it, offline, from a list to reviewed drafts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from drafter.batch.runner import Run
from drafter.cli import main

NOTE_2 = "Zoë Sato edits the Kelp Letter. In 2024 she published a guide to counting kelp from the air."
NOTE = "Ada Brandt built a tide atlas with 12 volunteers in 2024. She spoke about it in Bergen in May 2025."
LIST = f"""Vorname;Nachname;Firma;Position;Notizen;Zweck;Kundennr
Ada;Brandt;Tidemark;Engineer;"{NOTE}";Learn how the tide atlas began;007
Bo;Lind;Acme;;;Ask about their work;
;;;;only a note;;
Zoë;Sato;Kelpworks;Editor;"{NOTE_2}";Ask about the guide;
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sender.toml").write_text('name = "Tove Arnesen"\nrole = "Data engineer"\n')
    (tmp_path / "contacts.csv").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.errors = ""

    def __call__(self, *arguments: str, status: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["batch", *arguments])
        found = self._capsys.readouterr()
        self.errors = found.err
        assert (ended.value.code or 0) == status, found.err + found.out
        return found.out

    def json(self, *arguments: str, status: int = 0) -> Any:
        return json.loads(self(*arguments, "--json", status=status))


@pytest.fixture
def batch(capsys: pytest.CaptureFixture[str], folder: Path) -> Shell:
    return Shell(capsys)


def test_from_a_list_to_reviewed_drafts(batch: Shell, folder: Path) -> None:
    look = batch.json("preview", "contacts.csv")
    assert (look["rows"], look["usable"], look["thin_rows"]) == (4, 3, 1)
    assert look["mapping"]["Firma"] == "organization"
    assert look["passed_through"] == ["Kundennr"]

    batch("run", "contacts.csv", "--out", "reviewed.csv", status=1)
    assert "Vorname → first_name" in batch.errors
    status = batch.json("status")
    assert status["states"] == {"new": 0, "drafted": 2, "failed": 1, "needs": 1}
    assert (status["rows"], status["decisions"]["undecided"]) == (4, 4)
    assert status["usage"]["calls"] == 0

    rows = table(folder / "reviewed.csv")
    assert [row["Kundennr"] for row in rows] == ["007", "", "", ""]
    assert [row["draft_status"] for row in rows] == ["drafted", "needs", "failed", "drafted"]
    assert "names nobody" in rows[2]["draft_reason"]

    (folder / "mine.txt").write_text("Hi Ada,\n\nYour tide atlas with 12 volunteers.\n\nTove\n")
    shown = batch.json("set", "1", "--message-file", "mine.txt", "--decision", "rejected", "--reason", "later")
    assert (shown["number"], shown["decision"], shown["edited"], shown["decision_reason"]) == (
        1,
        "rejected",
        True,
        "later",
    )
    batch("undo", "1")
    batch("set", "1", "--decision", "approved", "--override", "I know her")
    batch("export", "--out", "approved.csv", "--only", "approved")
    (row,) = table(folder / "approved.csv")
    assert row["draft_message"] == "Hi Ada,\n\nYour tide atlas with 12 volunteers.\n\nTove"
    assert batch.json("lessons")["edited"] == 1
    assert [draft["origin"] for draft in batch.json("show", "1")["drafts"]] == ["first", "edit"]


def test_a_second_interruption_says_how_to_go_on(batch: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(self: Run) -> None:
        self.stop("stopped by you", interrupted=True)
        self._told_to_stop()

    monkeypatch.setattr(Run, "go", twice)
    batch("run", "contacts.csv", status=130)
    assert "every reply that arrived is kept, run the same command again" in batch.errors


def test_a_list_of_which_no_row_can_be_drafted_is_told_by_the_status(batch: Shell, folder: Path) -> None:
    (folder / "bare.csv").write_text("name,company\nAda Brandt,Tidemark\nBo Lund,Kalk\n")
    batch("run", "bare.csv", status=1)
    assert "no row could be drafted" in batch.errors
    with (folder / "bare.csv").open("a") as file:
        file.write("Cem Demir,Kalk\n")
    batch("run", "bare.csv", "--max-rows", "1", status=0)


def test_a_preview_tells_in_full_what_is_missing(batch: Shell, folder: Path) -> None:
    walled = "https://www.linkedin.com/in/nobody"
    (folder / "links.csv").write_text(
        f"name,company,website,notes\nAda Brandt,Tidemark,{walled},\n"
        "Bo Lund,Kalk,https://kalk.example/bo,\nCem Demir,Kalk,,Cem Demir opened a repair café in 2022.\n"
    )
    shown = batch("preview", "links.csv")
    assert "links.csv  3 rows, 0 ready to be drafted" in shown
    assert "row 1 Ada Brandt: nothing is known but the name; add notes, a link or a file\n" in shown
    assert (
        "row 2 Bo Lund: Why Bo Lund, of all people? Say it in one sentence with --purpose, for instance what" in shown
    )
    assert '2 rows without a purpose: add a column for it, or give --purpose "…" for all' in shown
    assert "links.csv  3 rows, 2 ready" in batch("preview", "links.csv", "--purpose", "Learn about repair")


def test_a_preview_tells_which_categories_are_none(batch: Shell, folder: Path) -> None:
    lines = ("Ada Brandt,guru", "Bo Lund,Recruiter", "Cem Demir,guru", "Dora Eck,", "Eva Moe,family")
    (folder / "categories.csv").write_text("\n".join(("name,category", *lines)))
    told = batch.json("preview", "categories.csv")["warnings"]
    assert [warning.split(":")[0][:38] for warning in told] == ["3 rows have a category that is none of "[:38]]
    assert told[0].endswith(": “guru”, “family”; it is taken for `other`")


def test_another_sender_leaves_drafts_alone_and_says_so_once(batch: Shell, folder: Path) -> None:
    batch("run", "contacts.csv", status=1)
    before = batch.json("show", "1")["result"]["draft"]
    (folder / "sender.toml").write_text('name = "Tove Arnesen"\nrole = "Hydrologist"\n')
    batch("run", "contacts.csv", status=1)
    assert "sender.toml changed; drafts written before stay as they are (2)" in batch.errors
    assert batch.json("show", "1")["result"]["draft"] == before
    batch("run", "contacts.csv", status=1)
    assert "sender.toml changed" not in batch.errors
    assert batch.json("redraft", "1")["brief"]["sender"]["role"] == "Hydrologist"


def test_running_again_goes_on(batch: Shell, folder: Path) -> None:
    batch("run", "contacts.csv", "--max-rows", "1", status=0)
    assert batch.json("status")["states"]["drafted"] == 1
    (folder / "contacts.csv").write_text(LIST.replace("only a note", "x").replace(";;;;x", "Mia;Haug;;;x"))
    batch("run", "contacts.csv", "--concurrency", "2")
    assert "3 rows as before, 1 changed" in batch.errors
    assert batch.json("status")["states"] == {"new": 0, "drafted": 2, "failed": 0, "needs": 2}
    assert len(batch.json("list")) == 1


def test_a_redraft_keeps_the_history(batch: Shell) -> None:
    batch("run", "contacts.csv", status=1)
    first = batch.json("show", "4")["result"]["draft"]["message"]
    result = batch.json("redraft", "4", "--instruction", "shorter")
    assert result["brief"]["instruction"] == "shorter"
    drafts = batch.json("show", "4")["drafts"]
    assert [draft["origin"] for draft in drafts] == ["first", "redraft"]
    assert drafts[0]["result"]["draft"]["message"] == first


def test_errors_are_not_approved(batch: Shell, folder: Path) -> None:
    batch("run", "contacts.csv", status=1)
    (folder / "mine.txt").write_text("Hi Ada,\n\nYour 95 offices in Lima must be hard to run. Call me?\n\nTove\n")
    batch("set", "1", "--message-file", "mine.txt", "--decision", "approved", status=2)
    assert "--override" in batch.errors
    assert len(batch.errors.strip().splitlines()) == 1
    assert not batch.json("show", "1")["edited"]
    batch("set", "1", "--message-file", "mine.txt", "--decision", "approved", "--override", "counted them")
    assert batch.json("show", "1")["decision_reason"] == "counted them"


def test_the_terminal_review_by_keys(batch: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    batch("run", "contacts.csv", status=1)
    monkeypatch.setattr("sys.stdin", io.StringIO("x not now\nu\na fine\ns\nq\n"))
    out = batch("review", "--by", "maya", "--in-order")
    assert "1 decision kept, 1 draft left" in out
    row = batch.json("show", "1")
    assert (row["decision"], row["decided_by"]) == ("approved", "maya")
    assert [event["what"] for event in row["events"]] == ["drafted", "decided", "undone", "decided"]


def test_events_are_json_lines(batch: Shell) -> None:
    lines = [json.loads(line) for line in batch("run", "contacts.csv", "--events", "-", status=1).splitlines()]
    assert [line["event"] for line in lines] == ["started", "row", "row", "row", "row", "ended"]
    assert lines[-1]["states"] == {"drafted": 2, "needs": 1, "failed": 1}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("status",), "there is no batch yet; start one with `drafter batch run CONTACTS.csv`"),
        (("run", "none.csv"), "no such file: none.csv"),
        (("run", "sender.toml"), "no column holds people's names"),
        (("set", "1"), "nothing to set; give --decision"),
        (("set", "1", "--decision", "yes"), "--decision takes approved, rejected or needs_work, not 'yes'"),
        (("set", "0", "--decision", "approved"), "ROW"),
        (("export", "--out", "x.csv", "--only", "good"), "--only takes"),
        (("run", "contacts.csv", "--map", "Wo=name"), "there is no column 'Wo'"),
        (("run", "contacts.csv", "--kind", "poem"), "--kind 'poem' is unknown"),
        (("status", "--database", "mysql://x/y"), "cannot be kept in 'mysql'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(batch: Shell, arguments: tuple[str, ...], says: str) -> None:
    assert batch(*arguments, status=2) == ""
    assert says in batch.errors
    assert len(batch.errors.strip().splitlines()) == 1


def test_a_row_or_batch_that_is_not_there(batch: Shell) -> None:
    batch("run", "contacts.csv", status=1)
    batch("set", "9", "--decision", "rejected", status=2)
    assert "there is no row 9; the batch has rows 1 to 4" in batch.errors
    batch("status", "--batch", "other", status=2)
    assert "there is no batch 'other'" in batch.errors
    assert batch.json("status", "--batch", "contacts")["batch"] == batch.json("status")["batch"]


def test_standard_input_is_a_list_too(batch: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(LIST.encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    batch("run", "-", status=1)
    assert batch.json("status")["rows"] == 4


def test_a_removed_batch_is_gone(batch: Shell) -> None:
    batch("run", "contacts.csv", status=1)
    batch("remove", "--batch", "contacts", "--yes")
    batch("status", status=2)
