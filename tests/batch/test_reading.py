import contextlib
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.batch.reading import read_table
from drafter.errors import InputError

TEXT = "Name,Firma,Notes\nZoë Brandt,Café Øst,“likes” €\nBo Lind,Acme,x\n"


def table(path: Path, content: bytes | str, name: str = "list.csv") -> list[tuple[str, ...]]:
    file = path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_table(file).rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert table(tmp_path, TEXT.encode(encoding))[0] == ("Zoë Brandt", "Café Øst", "“likes” €")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(tmp_path: Path, separator: str) -> None:
    text = f'Name{separator}Notes\nAda Brandt{separator}"a{separator} b\nsecond line; with, all\tthree"\n'
    assert table(tmp_path, text) == [("Ada Brandt", f"a{separator} b\nsecond line; with, all\tthree")]


def test_a_declared_separator(tmp_path: Path) -> None:
    assert table(tmp_path, "sep=;\nName;Notes\nAda Brandt;a, b, c, d\n") == [("Ada Brandt", "a, b, c, d")]


def test_a_single_column_is_a_table(tmp_path: Path) -> None:
    assert table(tmp_path, "Name\nAda Brandt\nBrandt, Ada\n")[0] == ("Ada Brandt",)


def test_a_preamble_is_passed_over(tmp_path: Path, fixtures: Path) -> None:
    found = read_table(fixtures / "batch" / "connections.csv")
    assert found.mapping.named() == {
        "First Name": "first_name",
        "Last Name": "last_name",
        "URL": "links",
        "Email Address": "email",
        "Company": "organization",
        "Position": "role",
    }
    assert [row[0] for row in found.rows()] == ["Ada", "Zoë", "Oyelaran"]


def test_ragged_rows_and_empty_ones(tmp_path: Path) -> None:
    rows = table(tmp_path, "Name,Firma\nAda Brandt\n\n,,\nBo Lind,Acme,extra,more\n")
    assert rows == [("Ada Brandt",), ("Bo Lind", "Acme", "extra", "more")]


def test_duplicate_and_empty_headers_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,Notes,,Notes,\nAda Brandt,a,b,c,d\n")
    found = read_table(file)
    assert found.mapping.columns == ("Name", "Notes", "", "Notes", "")
    assert found.mapping.fields == ("name", "notes", None, "notes", None)


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text('Name,Notes\nAda Brandt,"unclosed\nBo Lind,fine\n')
    found = read_table(file)
    assert [row[0] for row in found.rows()] == ["Ada Brandt", "Bo Lind"]
    assert "never closed" in found.warnings[0]


def test_old_line_ends_and_zero_bytes(tmp_path: Path) -> None:
    assert table(tmp_path, b"Name,Notes\rAda Brandt,x\0y\rBo Lind,z\r") == [("Ada Brandt", "xy"), ("Bo Lind", "z")]


def test_workbooks(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Empty"
    sheet = book.create_sheet("People")
    sheet.append(["Name", "Phone", "Since"])
    sheet.append(["Ada Brandt", 4722550142.0, None])
    book.save(tmp_path / "list.xlsx")
    assert list(read_table(tmp_path / "list.xlsx").rows()) == [("Ada Brandt", "4722550142")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty; give a table"),
        (b"\n\n  \n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"Shoe,Hat\n41,L\n", "no column holds people's names; the columns are 'Shoe', 'Hat'; name one with --map"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "save it as .xlsx or .csv"),
        (b"PK\x03\x04broken", "cannot be read as a workbook"),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        table(tmp_path, content)


def test_a_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as packed:
        packed.writestr("x.txt", "x")
    with pytest.raises(InputError, match="cannot be read as a workbook"):
        read_table(tmp_path / "list.xlsx")


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(InputError, match="is a folder"):
        read_table(tmp_path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_clear_error(tmp_path: Path, content: bytes) -> None:
    for head in (b"", b"Name,Notes\n"):
        file = tmp_path / "any.csv"
        file.write_bytes(head + content)
        with contextlib.suppress(InputError):
            list(read_table(file).rows())
