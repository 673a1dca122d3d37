import csv
import email
import email.policy
from pathlib import Path

import pytest

from drafter.batch import export as exporting
from drafter.batch.export import export
from drafter.batch.review import Review
from drafter.errors import InputError
from drafter.models import Result
from drafter.storage import Row
from drafter.storage.ledger import Storage
from tests.batch.made import Checks, batch_of, drafted, finding, make_list, result, run


def read(path: Path, **options: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, **options))  # type: ignore[arg-type]


def test_the_original_columns_are_untouched(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, 'Ada  Brandt , Acme,009,"a\nb"', "Bo Lind", header=" Name,Firma,Shoe,Notes")
    batch = batch_of(storage, path)
    run(storage, batch, lambda row: result(row.name, "Hello", finding("tone.flattery", "warning")))
    done = export(storage, batch, tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")
    assert (done.rows, done.neutralised) == (2, 0)
    assert list(rows[0])[:5] == [" Name", "Firma", "Shoe", "Notes", "draft_subject"]
    assert [rows[0][name] for name in (" Name", "Firma", "Shoe", "Notes")] == ["Ada  Brandt ", " Acme", "009", "a\nb"]
    assert rows[0]["draft_message"] == "Hello"
    assert rows[0]["draft_findings"] == "tone.flattery (warning): made up"
    assert (rows[1]["draft_status"], rows[1]["draft_edited"]) == ("drafted", "no")


def test_separator_and_mark_of_the_input_are_kept(storage: Storage, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("\ufeffName;Firma\nZoë Brandt;Øst\n", encoding="utf-8")
    export(storage, batch_of(storage, path), tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith("\ufeffName;Firma;draft_subject".encode())


def test_cells_beyond_the_header_are_kept_as_they_stand(storage: Storage, tmp_path: Path) -> None:
    path = make_list(tmp_path, "Ada Brandt,Acme, an old friend,since 2019", header="name,notes")
    export(storage, batch_of(storage, path), tmp_path / "out.csv")
    assert read(tmp_path / "out.csv")[0]["notes"] == "Acme, an old friend,since 2019"


def test_only_those_asked_for(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, 3)
    review = Review(storage, Checks(), who="maya")  # type: ignore[arg-type]
    review.approve(storage.batches.row(batch.id, 2))
    export(storage, batch, tmp_path / "out.csv", only="approved")
    assert [row["name"] for row in read(tmp_path / "out.csv")] == ["Person 2"]
    export(storage, batch, tmp_path / "all.csv")
    assert [row["draft_status"] for row in read(tmp_path / "all.csv")] == ["drafted", "approved", "drafted"]


@pytest.mark.parametrize(
    ("cell", "inert"),
    [
        ('=HYPERLINK("http://x.example")', True),
        ("=1+1", True),
        ("+cmd|' /C calc'!A0", True),
        ("@SUM(A1:A2)", True),
        ("-2+3+cmd|' /C calc'!A0", True),
        ("+47 (22) 55 01 42", False),
        ("-5", False),
        ("@ada_brandt", False),
        ("- likes tides", False),
    ],
)
def test_formulas_are_made_inert_and_nothing_else_is_changed(
    storage: Storage, tmp_path: Path, cell: str, inert: bool
) -> None:
    quoted = cell.replace('"', '""')
    batch = batch_of(storage, make_list(tmp_path, f'Ada Brandt,"{quoted}"', header="name,extra"))
    run(storage, batch, lambda row: result(row.name, "=cmd|' /C calc'!A0"))
    done = export(storage, batch, tmp_path / "out.csv")
    (row,) = read(tmp_path / "out.csv")
    assert row["extra"] == ("'" + cell if inert else cell)
    assert done.neutralised == inert
    assert row["draft_message"].startswith("'=")


def test_a_workbook_holds_texts_only(storage: Storage, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    batch = batch_of(storage, make_list(tmp_path, "Ada Brandt,=1+1", header="name,extra"))
    run(storage, batch, lambda row: result(row.name))
    export(storage, batch, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet["B2"].value == "=1+1"
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_mails_are_unsent_and_named_safely(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(
        storage,
        make_list(tmp_path, "../../etc/Ada\tBrandt,a@example.org,x"),
    )
    run(storage, batch, lambda row: result(row.name, "Zoë says hello"))
    batch_rows = storage.batches.rows(batch.id)
    assert len(batch_rows) == 1
    export(storage, batch, tmp_path / "mails", only="all")
    (file,) = (tmp_path / "mails").iterdir()
    assert file.name == "00001_etc_Ada_Brandt.eml"
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message.get_content().strip() == "Zoë says hello"


def test_only_emails_become_mail_files(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, 3, work=_by_channel)
    done = export(storage, batch, tmp_path / "mails", only="all")
    assert (done.rows, done.left_out) == (2, 1)
    assert len(list((tmp_path / "mails").iterdir())) == 2
    export(storage, batch, tmp_path / "out.html", only="all")
    page = (tmp_path / "out.html").read_text()
    assert page.count("mailto:") == 2
    assert "2. Person 2 (linkedin message)<pre>" in page
    Review(storage, Checks(), who="maya").approve(storage.batches.row(batch.id, 2))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="none of these drafts is an e-mail"):
        export(storage, batch, tmp_path / "none")


def _by_channel(row: Row) -> Result:
    made = result(row.name)
    channel = "linkedin_message" if row.number == 2 else "email"
    return made.model_copy(update={"brief": made.brief.model_copy(update={"channel": channel})})


def test_a_header_cannot_be_smuggled_in(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(
        storage, make_list(tmp_path, '"Ada Brandt","x@example.org\nBcc: all@example.org"', header="name,email")
    )

    def work(row: Row) -> Result:
        made = result(row.name)
        assert made.draft is not None
        return made.model_copy(update={"draft": made.draft.model_copy(update={"subject": "Hi\nBcc: all@example.org"})})

    run(storage, batch, work)
    export(storage, batch, tmp_path / "mails", only="all")
    (file,) = (tmp_path / "mails").iterdir()
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert message["Bcc"] is None
    assert message["To"] is None


def test_a_booklet_and_links_hold_nothing_that_acts(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, make_list(tmp_path, "<script>alert(1)</script>,a@example.org", header="name,email"))
    run(storage, batch, lambda row: result("Ada", "[click](http://x.example) <b>you</b> & me\n\nbye"))
    export(storage, batch, tmp_path / "out.md", only="all")
    assert "\\[click\\]" in (tmp_path / "out.md").read_text()
    assert "<script>" not in (tmp_path / "out.md").read_text().replace("\\<script\\>", "")
    export(storage, batch, tmp_path / "out.html", only="all")
    page = (tmp_path / "out.html").read_text()
    assert "<script>" not in page
    assert "mailto:a@example.org?subject=Your%20atlas&amp;body=%5Bclick%5D" in page


def test_an_export_is_complete_or_absent(storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = drafted(storage, tmp_path, 3)
    (tmp_path / "out.csv").write_text("the one before")

    def breaks(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(exporting._WRITERS, "csv", breaks)
    with pytest.raises(InputError, match="No space left on device; choose another --out"):
        export(storage, batch, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text() == "the one before"
    assert sorted(path.name for path in tmp_path.iterdir() if "out" in path.name) == ["out.csv"]


def test_what_cannot_be_exported_is_told(storage: Storage, tmp_path: Path) -> None:
    batch = drafted(storage, tmp_path, 1)
    with pytest.raises(InputError, match="use a name ending in"):
        export(storage, batch, tmp_path / "out.pdf")
    with pytest.raises(InputError, match="no row is approved"):
        export(storage, batch, tmp_path / "out.md")
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails" / "diary.txt").write_text("mine")
    with pytest.raises(InputError, match="holds other things"):
        export(storage, batch, tmp_path / "mails", only="all")
    assert (tmp_path / "mails" / "diary.txt").exists()


def test_a_column_of_ours_that_is_taken_gets_a_number(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, make_list(tmp_path, "Ada Brandt,old", header="name,draft_message"))
    run(storage, batch, lambda row: result(row.name, "new"))
    export(storage, batch, tmp_path / "out.csv")
    (row,) = read(tmp_path / "out.csv")
    assert (row["draft_message"], row["draft_message_2"]) == ("old", "new")
