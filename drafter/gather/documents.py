"""PDF, Word and Excel files: their text in reading order, within bounded time and memory."""

from __future__ import annotations

import io
import zipfile

from drafter.errors import GatherError
from drafter.gather.reading import Material
from drafter.models import Note

_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_MOST_MEMBERS = 20_000


def read(material: Material) -> list[Note]:
    """The note of a PDF, DOCX or XLSX file."""
    if b"%PDF-" in material.data[:1024]:
        from drafter.gather.pdf import read_pdf

        return [read_pdf(material)]
    names = _checked_members(material)
    if "word/document.xml" in names:
        from drafter.gather.word import read_docx

        return [read_docx(material)]
    if "xl/workbook.xml" in names:
        from drafter.gather.workbook import read_xlsx

        return [read_xlsx(material)]
    raise GatherError(
        f"{material.origin}: an archive without a Word or Excel document; unpack it and give the files inside"
    )


def _checked_members(material: Material) -> set[str]:
    """The members' names, once they are known to unpack to a sane size."""
    try:
        with zipfile.ZipFile(io.BytesIO(material.data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise GatherError(f"{material.origin}: the file is damaged ({error}); save or download it again") from error
    unpacked = sum(member.file_size for member in members)
    text = [member for member in members if member.filename.endswith((".xml", ".rels"))]
    swollen = any(
        member.file_size > 1_000_000 and member.file_size > _MOST_RATIO * max(1, member.compress_size)
        for member in text
    )
    large = sum(member.file_size for member in text) > _MOST_UNPACKED // 4
    if unpacked > _MOST_UNPACKED or len(members) > _MOST_MEMBERS or swollen or large:
        raise GatherError(
            f"{material.origin}: unpacks to far more than a document holds; save its text as .txt or .pdf"
        )
    return {member.filename for member in members}
