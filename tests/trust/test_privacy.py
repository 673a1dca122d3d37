"""Contact details and keys: in no prompt, log line, cache file, error or ledger; and forgetting leaves no byte."""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.gather.page_cache import PageCache
from drafter.relationships.forgetting import forget
from drafter.relationships.network import Network
from drafter.settings import Settings, data_folder
from drafter.storage import Person, open_storage
from drafter.ui.lists.intake import keep
from tests.batch.conftest import LETTER
from tests.faults.server import FaultServer, Step, answer, failure
from tests.trust.conftest import FACT, Run

KEY = "sk-zorvane-5f2b91"
PHONE, EMAIL, STREET = "+47 22 85 50 50", "ada.brandt@tidemark.example", "14 Harbour Street"
MINE, MY_ADDRESS = "+46 70 555 01 42", "tove@fjordlys.example"
SECRETS = (KEY, PHONE, "22855050", "22 85 50 50", EMAIL, STREET, MINE, "555 01 42", MY_ADDRESS)
LIST = f"""name,organization,email,phone,notes,purpose
Ada Brandt,Tidemark,{EMAIL},{PHONE},"{FACT} Write to {EMAIL} or call {PHONE}. \
{STREET}, Springfield, IL 62701.",How it began
"""


class Heard(logging.Handler):
    """Every line that anything logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage() + str(record.exc_text or "") + str(record.exc_info or ""))


@pytest.fixture
def heard() -> Iterator[Heard]:
    handler, root = Heard(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


def answers(fault: Step | None = None) -> Step:
    """The model's part: nothing found in the notes, and a letter."""

    def judge(request: dict[str, Any]) -> Step | None:
        if fault:
            return fault
        return answer({"facts": []}) if "ProposedFact" in json.dumps(request) else answer(LETTER)

    return Step(unless=judge)


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FaultServer]:
    (tmp_path / "sender.toml").write_text(
        f'name = "Tove Arnesen"\nphone = "{MINE}"\nemail = "{MY_ADDRESS}"\nsamples = ["Call me on {MINE}. Tove"]\n'
    )
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with FaultServer([answers()]) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("DRAFTER_MODEL", "fault-1")
        yield server


def files_below(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_no_contact_detail_is_sent_logged_or_cached(run: Run, configured: FaultServer, heard: Heard) -> None:
    Path("notes.txt").write_text(f"{FACT}\nWrite to {EMAIL} or call {PHONE}. {STREET}, Springfield, IL 62701.")
    arguments = ("--contact", "Ada Brandt", "--purpose", f"Ask how it began, she is at {PHONE}")
    assert run("draft", "notes.txt", *arguments).status in (0, 1)
    assert run("batch", "run", "list.csv").status in (0, 1)
    assert configured.count >= 2
    sent = json.dumps(configured.requests, ensure_ascii=False)
    logged = "\n".join(heard.lines)
    cached = {path: data for path, data in files_below(data_folder()).items() if "ledger" not in path.name}
    assert cached, "nothing was cached, so nothing was tested"
    for secret in SECRETS:
        assert secret not in sent
        assert secret not in logged
        for path, data in cached.items():
            assert secret.encode() not in data, path


def test_the_key_is_only_ever_a_credential(run: Run, configured: FaultServer, heard: Heard, tmp_path: Path) -> None:
    assert run("batch", "run", "list.csv").status in (0, 1)
    assert run("doctor").out
    assert set(configured.keys) == {f"Bearer {KEY}"}
    for path, data in (files_below(data_folder()) | files_below(tmp_path)).items():
        assert KEY.encode() not in data, path
    assert KEY not in "\n".join(heard.lines) + json.dumps(configured.requests)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500])
def test_no_error_tells_a_key_or_a_contact_detail(
    run: Run, configured: FaultServer, heard: Heard, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    configured.steps = [failure(status, f"Incorrect API key provided: {KEY}; call {PHONE}")]
    Path("drafter.toml").write_text("retries = 0\n")
    ran = run("draft", "list.csv", "--contact", "Ada Brandt", "--purpose", "How it began")
    assert ran.status == 2
    assert len(ran.err.strip().splitlines()) <= 2
    for secret in SECRETS:
        assert secret not in ran.err + ran.out
        assert secret not in "\n".join(heard.lines)


def test_forgetting_leaves_no_byte_of_a_batch_a_page_or_an_answer(run: Run, configured: FaultServer) -> None:
    assert run("batch", "run", "list.csv").status in (0, 1)
    PageCache(data_folder() / "pages").put("https://tidemark.example/ada", {"etag": "x"}, b"Ada Brandt, tide atlas")
    keep(b"name,notes\nAda Brandt,tide atlas\n", "list.csv")
    with open_storage() as storage:
        network = Network(storage, Settings(), today=datetime.date(2026, 3, 2))
        network.add(Person(name="Ada Brandt", organization="Tidemark", reason="tide atlas", email=EMAIL))
        storage.desk.create(title="Ada Brandt", document={"name": "Ada Brandt", "notes": [FACT]})
        # A second connection keeps the write-ahead log in use, as an open page would.
        with open_storage() as other:
            other.people.all()
            before = b"".join(files_below(data_folder()).values())
            assert b"tide atlas" in before
            said = forget(network, network.person("Ada Brandt"))
    assert "1 row(s) of batches" in said
    assert "cached pages and answers" in said
    for path, data in files_below(data_folder()).items():
        for trace in (b"Brandt", b"tide atlas", EMAIL.encode(), PHONE.encode()):
            assert trace not in data, (path, trace)
