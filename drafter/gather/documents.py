"""PDF, Word and Excel files: their text in reading order, within bounded time and memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from drafter.errors import GatherError
from drafter.gather.reading import Material
from drafter.models import Note

_MOST_UNPACKED = 200_000_000
_MOST_RATIO = 200
_MOST_MEMBERS = 20_000


def read(material: Material) -> list[Note]:
    """The note of a PDF, DOCX or XLSX file.

    Raises:
        GatherError: when it is damaged, locked or without text.
    """
    reader, what, advice = _reader(material)
    try:
        return [reader(material)]
    except (GatherError, RecursionError):
        raise
    except Exception as error:
        # The libraries below meet damage with whatever happens to break first: a broken file has no list of faults.
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise GatherError(f"{material.origin}: the {what} is damaged ({reason}); {advice}") from error


def _reader(material: Material) -> tuple[Callable[[Material], Note], str, str]:
    """What reads this file, what to call it, and what helps when it is damaged."""
    if b"%PDF-" in material.data[:1024]:
        from drafter.gather.pdf import read_pdf

        return read_pdf, "PDF", "print it to a new PDF"
    names = _checked_members(material)
    if "word/document.xml" in names:
        from drafter.gather.word import read_docx

        return read_docx, "Word file", "open it in Word and save it again"
    if "xl/workbook.xml" in names:
        from drafter.gather.workbook import read_xlsx

        return read_xlsx, "workbook", "save it again or as .csv"
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
