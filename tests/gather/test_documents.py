"""PDF, Word and workbooks: what is read, in which order, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.pdfgen import canvas

from drafter.errors import GatherError
from tests.gather.reading import blocks, read


def pdf(*pages: list[tuple[float, str, float]]) -> bytes:
    out = io.BytesIO()
    paper = canvas.Canvas(out)
    for page in pages:
        heights: dict[float, float] = {}
        for x, text, size in page:
            heights[x] = heights.get(x, 790.0) - 1.7 * size
            paper.setFont("Helvetica", size)
            paper.drawString(x, heights[x], text)
        paper.showPage()
    paper.save()
    return out.getvalue()


def test_a_profile_in_two_columns_is_read_column_by_column() -> None:
    side = [
        ("Contact", 13),
        ("ada@example.org", 9),
        ("Top Skills", 13),
        ("Rust", 9),
        ("Languages", 13),
        ("German (Native)", 9),
    ]
    main = [
        *(
            ("Ada Quill", 26),
            ("Head of Platform at Fennel Freight", 12),
            ("Experience", 15.75),
            ("Fennel Freight", 12),
            ("Head of Platform", 11.5),
        ),
        *(
            ("March 2021 - Present (4 years)", 10.5),
            ("Otterline GmbH", 12),
            ("Engineer", 11.5),
            ("2016 - 2021 (5 years)", 10.5),
        ),
        *(("Education", 15.75), ("Leipzig University", 12), ("MSc, Computer Science (2010 - 2013)", 10.5)),
    ]
    page = [
        item
        for pair in zip([(20.0, *row) for row in side], [(220.0, *row) for row in main[:6]], strict=True)
        for item in pair
    ]
    note = read(pdf([*page, *((220.0, *row) for row in main[6:])]), "Profile.pdf")
    found = blocks(note)
    texts = [text for text, *_ in found]
    assert texts[0] == "Ada Quill"
    assert (
        texts.index("Experience")
        < texts.index("Otterline GmbH")
        < texts.index("Education")
        < texts.index("Top Skills")
        < texts.index("Rust")
    )
    group = {text: number for text, _, _, number in found}
    assert group["Fennel Freight"] == group["Head of Platform"] == group["March 2021 - Present (4 years)"] is not None
    assert group["Otterline GmbH"] != group["Fennel Freight"]


def test_a_long_pdf_is_read_up_to_the_limit_and_says_so() -> None:
    note = read(pdf(*[[(50.0, f"Page text {number}", 12.0)] for number in range(203)]), "long.pdf")
    assert "Page text 199" in note.text
    assert "Page text 200" not in note.text
    assert "only the first 200 of 203 pages were read" in note.warnings


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", pdf([]), b"%PDF-1.4\n" + b"1 0 obj <<" * 5000])
def test_a_pdf_without_text_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(GatherError) as caught:
        read(data, "x.pdf")
    assert "\n" not in str(caught.value)


def word() -> bytes:
    document = Document()
    document.add_heading("Ada Quill", 1)
    document.add_paragraph("Head of Platform at Fennel Freight.")
    run = document.add_paragraph("Visible. ").add_run("Hidden words that nobody sees.")
    run.font.hidden = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Founded", "2012"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_keeps_its_structure_and_hides_what_it_hides() -> None:
    note = read(word(), "cv.docx")
    assert note.kind == "docx"
    assert blocks(note)[0][:2] == ("Ada Quill", "heading")
    assert "Founded: 2012" in note.text
    assert "nobody sees" not in note.text
    assert any("hidden" in warning for warning in note.warnings)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 60_000_000)
    with pytest.raises(GatherError, match="unpacks to far more"):
        read(out.getvalue(), "bomb.docx")


def test_a_workbook_is_rows() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Name", "Role"])
    book.active.append(["Ada Quill", "Head"])
    out = io.BytesIO()
    book.save(out)
    assert blocks(read(out.getvalue(), "x.xlsx")) == [
        ("Name: Ada Quill", "data", "Name", 1),
        ("Role: Head", "data", "Role", 1),
    ]
