from __future__ import annotations

import pytest

from drafter.gather import notes_from_bytes
from drafter.settings import Settings


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("Müller führt".encode("utf-16"), "a.txt"),
        (b"\xef\xbb\xbf" + "Müller führt".encode(), "a.txt"),
        ('<meta charset="iso-8859-1"><p>Müller führt</p>'.encode("cp1252"), "a.html"),
        ("MÃ¼ller fÃ¼hrt".encode(), "a.txt"),
        ("Müller führt".encode(), "a.txt"),
        (("Müller führt das Büro für die Übersetzung schöner Bücher aus Österreich. " * 5).encode("cp1252"), "a.txt"),
    ],
)
def test_encodings_are_told(data: bytes, name: str) -> None:
    assert "Müller führt" in notes_from_bytes(data, name=name, settings=Settings())[0].text
