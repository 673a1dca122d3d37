"""Whatever bytes come in: notes or one clear error, soon; never a traceback."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.batch.ledger import open_batch
from drafter.errors import DrafterError, ReplyError
from drafter.gather import notes_from_bytes
from drafter.llm.answers import read_answer
from drafter.profile.model_reader import ProposedFacts
from drafter.relationships.people_files import read_people
from drafter.settings import Settings, load_settings
from drafter.storage import open_storage
from drafter.writing.brief import find_sender, read_history
from tests.damage import TOKENS, damaged, members_of, packed, seeds

FORMS = tuple(TOKENS)
# A hang, on any machine: seconds of work, whatever else the machine has to do.
LONGEST = 10.0
FAST = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)


def one_line(error: DrafterError) -> None:
    """An error as the command line shows it."""
    assert 0 < len(str(error)) < 2000


def documents(form: str) -> st.SearchStrategy[bytes]:
    """Whole files with damage inside, and bytes that are no file at all."""
    return st.one_of(st.binary(max_size=60).map(lambda data: damaged(form, data)), st.binary(max_size=200))


@pytest.mark.parametrize("form", FORMS)
def test_any_file_gives_notes_or_one_clear_line(form: str) -> None:
    prove_of_any(form, FAST)


@pytest.mark.soak
@pytest.mark.parametrize("form", FORMS)
def test_any_of_very_many_files_gives_notes_or_one_clear_line(form: str) -> None:
    prove_of_any(form, settings(FAST, max_examples=3000))


def prove_of_any(form: str, how_often: settings) -> None:
    @how_often
    @given(documents(form))
    def prove(data: bytes) -> None:
        start = time.process_time()
        try:
            notes = notes_from_bytes(data, name=f"source.{form}", settings=Settings())
        except DrafterError as error:
            one_line(error)
        else:
            assert all(block.end <= len(note.text) for note in notes for block in note.blocks)
        assert time.process_time() - start < LONGEST

    prove()


def sheet(found: bytes, instead: bytes) -> bytes:
    """A sound workbook whose first sheet says something else about itself."""
    members = dict(members_of(seeds("xlsx")[0]))
    name = "xl/worksheets/sheet1.xml"
    assert found in members[name]
    return packed({**members, name: members[name].replace(found, instead)})


_ENTITIES = (b'<!ENTITY %c "%s">' % (at, b"&%c;" % (at - 1) * 10) for at in range(ord("b"), ord("k")))
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "zorvane">' + b"".join(_ENTITIES) + b"]><a>&j;</a>"
_ALIASES = (b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c]\n" % (at, at, *[at - 1] * 6) for at in range(98, 122))
_PART = b"Content-Type: multipart/mixed; boundary=x\n\n"
_LOOP = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj"
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.xml", BOMB),
        ("outside.xml", OUTSIDE),
        ("bomb.docx", packed({"[Content_Types].xml": BOMB, "word/document.xml": BOMB})),
        ("outside.docx", packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": OUTSIDE})),
        ("zeros.docx", packed({"word/document.xml": b"\0" * 30_000_000})),
        ("zeros.xlsx", packed({"xl/workbook.xml": b" " * 30_000_000})),
        ("parents.docx", packed({"../../../etc/cron": b"x", "word/document.xml": b"<w/>"})),
        ("deep.html", b"<div>" * 50_000),
        ("deep.json", b"[" * 200_000),
        ("deep.yaml", b"- " * 20_000),
        ("blanks.md", b" " * 400_000 + b"x\n-" + b" " * 400_000 + b"x\n# a" + b" " * 400_000 + b"#x"),
        ("marks.md", b"# " + b"#" * 400_000 + b"x\n" + b"- " * 200_000 + b"x\n" + b"|-" * 200_000 + b"x"),
        ("aliases.yaml", b"a: &a [x,x]\n" + b"".join(_ALIASES)),
        ("wide.csv", b"a," * 50_000 + b"\n" + b"b," * 50_000),
        ("quote.csv", b'name,notes\n"' + b"x" * 300_000),
        ("parts.eml", _PART + (b"--x\n" + _PART) * 3000),
        ("header.eml", b"Subject: " + b"=?utf-8?q?=" * 20_000 + b"\n\nx"),
        ("cards.vcf", b"BEGIN:VCARD\n" * 20_000),
        ("line.txt", b"Ada Brandt built a mill " * 20_000),
        ("spaces.html", b"<p>" + b" " * 500_000 + b"x</p>"),
        ("attributes.html", b"<p " + b"a=b " * 50_000 + b">x</p>"),
        ("large.xlsx", sheet(b'<dimension ref="A1:D4"', b'<dimension ref="A1:XFD1048576"')),
        ("gap.xlsx", sheet(b'<row r="3"', b'<row r="999999999999"')),
        ("cells.xlsx", sheet(b'r="B3"', b'r="XFD3"')),
        ("loop.pdf", b"%PDF-1.4\n" + _LOOP + b"\ntrailer<</Root 1 0 R>>\n%%EOF"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_file_made_to_exhaust_is_over_soon(name: str, data: bytes) -> None:
    start = time.process_time()
    try:
        notes = notes_from_bytes(data, name=name, settings=Settings())
    except DrafterError as error:
        one_line(error)
    else:
        assert "root:x" not in "".join(note.text for note in notes)
        assert sum(len(note.text) for note in notes) < 10_000_000
    assert time.process_time() - start < LONGEST


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("vcf", lambda path: read_people(path)),
        ("csv", lambda path: read_people(path)),
        ("toml", lambda path: find_sender(str(path))),
        ("eml", lambda path: read_history(path)),
    ],
    ids=["people.vcf", "people.csv", "sender.toml", "history.txt"],
)
def test_any_file_of_one_s_own_is_read_or_refused(form: str, read: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / f"file.{form}"

    @FAST
    @given(documents(form))
    def prove(data: bytes) -> None:
        path.write_bytes(data)
        try:
            read(path)
        except DrafterError as error:
            one_line(error)

    prove()


def test_any_settings_are_read_or_refused(tmp_path: Path) -> None:
    @FAST
    @given(documents("toml"))
    def prove(data: bytes) -> None:
        (tmp_path / "drafter.toml").write_bytes(data)
        try:
            load_settings(folder=tmp_path, environment={"DRAFTER_HOME": str(tmp_path / "home")})
        except DrafterError as error:
            one_line(error)

    prove()


def test_any_list_is_taken_in_or_refused(tmp_path: Path) -> None:
    with open_storage(url=str(tmp_path / "ledger.sqlite3")) as storage:

        @settings(FAST, max_examples=15)
        @given(documents("csv"))
        def prove(data: bytes) -> None:
            (tmp_path / "list.csv").write_bytes(b"name,notes\n" + data)
            try:
                open_batch(storage, tmp_path / "list.csv")
            except DrafterError as error:
                one_line(error)

        prove()


@FAST
@given(documents("json"))
def test_any_answer_of_a_model_is_read_or_refused(data: bytes) -> None:
    try:
        read_answer(data.decode("utf-8", "replace"), ProposedFacts)
    except ReplyError as error:
        one_line(error)
