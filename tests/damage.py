"""Whole files with damage inside, where a reader works, and not only at its door.

What is broken, and how, is read from bytes: hypothesis shortens them to the smallest damage that does harm, and the
fuzzer is led by the code that they reach.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

SOUND = Path(__file__).resolve().parent.parent / "fixtures" / "sound"
_LARGEST = 400_000
_TIMES = (2, 3, 40, 3000)

# What a reader of the form looks for: in the wrong place it does most harm.
TOKENS: dict[str, tuple[bytes, ...]] = {
    "html": (
        b"<p>", b"</div>", b"<table><tr><td>", b"<script>", b"<!--", b"]]>", b"&#x110000;", b"<svg/onload=",
        b'<script type="application/ld+json">{"@type":"Person","name":[{}]}</script>', b'<meta charset="utf-7">',
        b'<time datetime="0000-99-99">', b"<base href='http://[::1'>", b"<a href='//[x'>", b"\x00",
    ),
    "csv": (
        b'"', b",", b";", b"\t", b"\n", b"\r", b'""', b"\x00", b"=1+1", b"x" * 70_000, b"," * 5_000, b"\xff\xfe",
        b"sep=;\n",
    ),
    "eml": (
        b"From: a@b\n", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"\n--x--\n", b"=?utf-8?B?/w==?=",
        b"Content-Transfer-Encoding: base64\n", b"Content-Type: text/html; charset=nope\n", b"Date: 99 Foo 0 99:99\n",
        b"Content-Type: message/rfc822\n\n", b"> ", b"\n\n", b"\x00", b"Subject: =?nope?q?=FF?=\n",
    ),
    "vcf": (
        b"BEGIN:VCARD\n", b"END:VCARD\n", b"N:;;;;;;;\n", b"VERSION:9\n", b"ORG;X=:\n", b"BDAY:99999999\n",
        b";ENCODING=QUOTED-PRINTABLE:=", b";ENCODING=b;TYPE=x:!!\n", b"item1.X-ABLABEL:", b"\n ", b"\x00",
        b";CHARSET=nope:",
    ),
    "toml": (
        b"[a]\n", b'"', b"'''", b"= 1979-99-99", b"{", b"[[", b"]", b"name = 1\n", b"facts = [[]]\n", b"\x00",
        b"\\uD800",
    ),
    "json": (
        b"{", b"}", b"[", b"]", b'"', b":", b",", b"1e999", b"NaN", b"\\ud800", b"null", b'"@type": "Person"',
        b"9" * 5_000, b'"name": [[{}]],', b"\x00",
    ),
    "yaml": (
        b"- ", b": ", b"&a ", b"*a", b"<<: *a\n", b"!!python/object:os.system ", b"|\n", b"? ", b"%YAML 9\n",
        b"---\n", b"\x00", b"a: &a [x, x]\nb: &b [*a, *a]\n",
    ),
    "md": (
        b"---\n", b"# ", b"```\n", b"> ", b"| a | b |\n|---|\n", b"[x](", b"](javascript:1)", b"<!--", b"* ", b"1. ",
        b"    ", b"\x00",
    ),
    "txt": (
        b"\n\n", b"On Mon, Ada wrote:\n> ", b"\t", b"\x00", b"\xff", b"\xe2\x80\xae", b"Ada Brandt", b"- ",
    ),
    "xml": (
        b"<item>", b"</item>", b"<entry>", b"<![CDATA[", b"]]>", b"&nope;", b"<pubDate>99</pubDate>", b"<!DOCTYPE a>",
        b"\x00",
    ),
    "docx": (
        b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tr><w:tc>", b"<w:tblGrid/>", b'<w:gridSpan w:val="99999999"/>',
        b"<w:vMerge/>", b'w:val="x"', b'w:val="-1"', b'<w:pStyle w:val="None"/>', b"<w:numPr/>", b"<w:sdt>", b"&#0;",
        b"<w:sz/>", b'r:id="rId99"', b'Target="../../../x"', b'TargetMode="External"', b'w:type="nope"', b"<w:rPr>",
        b"<w:r>", b"<w:del>",
    ),
    "xlsx": (
        b'<c t="s"><v>999999</v></c>', b't="s"', b't="d"', b't="b"', b't="inlineStr"', b't="e"', b"<v>-1</v>",
        b"<v>1e999</v>", b"<v></v>", b"<v>NaN</v>", b"<si/>", b"<si><r/></si>", b'r="XFD1048576"', b'r="1A"',
        b'<row r="1048576">', b'<row r="0">', b'<dimension ref="A1:XFD1048576"/>', b'ref="A1:ZZZZ9"', b's="999"',
        b'numFmtId="14"', b'numFmtId="x"', b'sheetId="x"', b'state="hidden"', b"<definedName>", b"<f>1</f>",
        b'Target="/x"', b"&#0;",
    ),
    "pdf": (
        b"<<", b">>", b"[", b"]", b"(", b")", b"endobj", b"endstream", b"stream\n", b"xref\n0 9\n", b"trailer",
        b"startxref\n0\n", b"%%EOF", b"/Length 99999999", b"/Length -1", b"/Filter /FlateDecode",
        b"/Filter [/LZWDecode /ASCII85Decode]", b"/Filter /DCTDecode",
        b"/DecodeParms <</Predictor 15 /Columns 99999999>>", b"/Prev 0", b"/Type /ObjStm /N 9 /First 0",
        b"/Type /XRef /W [1 2 1]", b"/Count 999999999", b"/Kids [4 0 R]", b"/Parent 4 0 R", b"4 0 R", b"99 0 R",
        b"/Rotate 0.5", b"/MediaBox [0 0 1e99 null]", b"/Encoding /Identity-H", b"/Subtype /Type0",
        b"/ToUnicode 8 0 R", b"/Encrypt 6 0 R", b"BT", b"ET", b"Tj", b"TJ", b" Tf", b"1e99 0 0 1e99 0 0 cm", b"q ",
        b"Q ", b"/F9 Do", b"BI ID EI", b"1 beginbfrange <0000> <FFFFFF> <0041> endbfrange", b"/Differences [ 0 /a ]",
        b"<FEFF", b"\x00",
    ),
}  # fmt: skip


class Choices:
    """Decisions, read from bytes; where they end, each is the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def below(self, most: int) -> int:
        """A number from 0 up to, and without, ``most``."""
        size = 1 if most <= 256 else 2 if most <= 65536 else 3
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % most if most else 0

    def among(self, things: Sequence[Any]) -> Any:
        """One of them."""
        return things[self.below(len(things))]


def damaged(form: str, data: bytes) -> bytes:
    """A whole file of this form with the damage that the bytes say."""
    choices = Choices(data)
    if form in ("docx", "xlsx"):
        return _damaged_archive(form, choices)
    file = seeds(form)[choices.below(len(seeds(form)))]
    while choices:
        file = _edited(file, TOKENS[form], choices)
    return file


def _damaged_archive(form: str, choices: Choices) -> bytes:
    """Members are broken one by one; what is said about them (names, sums, sizes) too, now and then."""
    members = dict(members_of(seeds(form)[choices.below(len(seeds(form)))]))
    outside = choices.below(8)
    while choices:
        name = choices.among(sorted(members))
        if (deed := choices.below(12)) == 0 and len(members) > 1:
            del members[name]
        elif deed == 1:
            members[choices.among(sorted(members))] = members[name]
        else:
            members[name] = _edited(members[name], TOKENS[form], choices)
    file = bytearray(packed(members))
    if outside == 7:
        # A byte of the packed file itself: a sum that is wrong, a stream that breaks off, a size that lies.
        file[sum(file[::97]) % len(file)] ^= 0x55
    return bytes(file)


def packed(members: Mapping[str, bytes]) -> bytes:
    """An archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def _edited(file: bytes, tokens: Sequence[bytes], choices: Choices) -> bytes:
    """One thing put in, taken out, repeated, overwritten or cut off."""
    place = choices.below(len(file) + 1)
    deed = choices.below(6)
    if deed <= 1:
        new = file[:place] + choices.among(tokens) + file[place:]
    elif deed == 2:
        new = file[:place] + file[place + 1 + choices.below(64) :]
    elif deed == 3:
        run = file[place : place + 1 + choices.below(256)]
        new = file[:place] + run * choices.among(_TIMES) + file[place:]
    elif deed == 4:
        new = file[:place] + choices.among(tokens) * choices.among(_TIMES) + file[place:]
    else:
        new = file[:place] + bytes([choices.below(256)]) + (file[place + 1 :] if choices.below(4) else b"")
    return new[:_LARGEST]


@cache
def members_of(file: bytes) -> tuple[tuple[str, bytes], ...]:
    """An archive's members and what is in them."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


@cache
def seeds(form: str) -> tuple[bytes, ...]:
    """Sound files of this form."""
    if form == "docx":
        return (_docx(),)
    if form == "xlsx":
        return (_xlsx(),)
    if form == "pdf":
        return _pdf(compressed=False), _pdf(compressed=True)
    return tuple(path.read_bytes() for path in sorted(SOUND.glob(f"*.{form}")))


def _docx() -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title = "Ada Brandt"
    document.add_heading("Ada Brandt", 1)
    document.add_paragraph("Ada Brandt is head of mills at Fennel Freight. She rebuilt the Ulm mill in 2024.")
    document.add_paragraph("Spoke at the river days", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Role", "Head of mills"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Since 2021"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _xlsx() -> bytes:
    import datetime

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (
        ["name", "organization", "notes", "met on"],
        ["Ada Brandt", "Fennel Freight", "She rebuilt the Ulm mill in 2024", datetime.date(2024, 3, 2)],
        ["Ugo Neri", "Otterline", 3.5, True],
        ["Ada Brandt", None, "=1+1", datetime.time(9, 30)],
    ):
        sheet.append(row)
    book.create_sheet("more").append(["Ada Brandt", 41])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _pdf(*, compressed: bool) -> bytes:
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    paper = canvas.Canvas(out, pageCompression=int(compressed), invariant=1)
    for page in ("Ada Brandt", "Head of mills at Fennel Freight"):
        for height, line in enumerate((page, "She rebuilt the Ulm mill in 2024.", "Experience", "2021 - 2024")):
            paper.setFont("Helvetica", 12)
            paper.drawString(40, 780 - 20 * height, line)
        paper.showPage()
    paper.save()
    return out.getvalue()
