"""The Batch API against a server that keeps files and batches as a provider does."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from drafter.batch.bulk import BulkRun, bulk_run
from drafter.batch.ledger import open_batch
from drafter.errors import InputError, ModelError
from drafter.llm.bulk import Bulk
from drafter.settings import Settings
from drafter.storage.ledger import Storage
from tests.batch.conftest import CountingModel, contacts
from tests.batch.made import TODAY, batch_of, people


class Provider:
    """Files, batches and what goes wrong with them: ``spoil`` may change or drop a line of the answers."""

    def __init__(self) -> None:
        self.model = CountingModel()
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.state = "completed"
        self.spoil: dict[int, Any] = {}
        self.lines: list[dict[str, Any]] = []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                self._send(provider.get(self.path))

            def do_POST(self) -> None:
                self._send(provider.post(self.path, self.rfile.read(int(self.headers["content-length"]))))

            def _send(self, content: bytes) -> None:
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def get(self, path: str) -> bytes:
        found = re.search(r"/files/([^/]+)/content", path)
        if found:
            return self.files[found.group(1)]
        wanted = path.rpartition("/")[2].partition("?")[0]
        if wanted in self.batches:
            return json.dumps(self.batches[wanted]).encode()
        return json.dumps({"object": "list", "data": list(self.batches.values()), "has_more": False}).encode()

    def post(self, path: str, body: bytes) -> bytes:
        if path.endswith("/files"):
            key = f"file-{len(self.files)}"
            self.files[key] = re.search(rb"\r\n\r\n(\{\"custom_id\".*?)\r\n--", body, re.S).group(1)  # type: ignore[union-attr]
            return json.dumps(
                {
                    "id": key,
                    "object": "file",
                    "bytes": 1,
                    "created_at": 1,
                    "filename": "x",
                    "purpose": "batch",
                    "status": "processed",
                }
            ).encode()
        return json.dumps(self._batch(json.loads(body))).encode()

    def _batch(self, asked: dict[str, Any]) -> dict[str, Any]:
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].decode().splitlines()]
        self.lines += lines
        output, errors = [], []
        for number, line in enumerate(lines):
            spoilt = self.spoil.pop(number, None)
            if spoilt == "expired":
                errors.append(
                    {"custom_id": line["custom_id"], "error": {"code": "batch_expired", "message": "too late"}}
                )
                continue
            body = json.loads(self.model.step(line["body"]).body)
            if spoilt == "prose":
                body["choices"][0]["message"]["content"] = "Gladly."
            output.append(
                {"custom_id": line["custom_id"], "response": {"status_code": 200, "body": body}, "error": None}
            )
        key = f"batch-{len(self.batches)}"
        self.files |= {f"out-{key}": _lines(output), f"err-{key}": _lines(errors)}
        made = {
            "id": key,
            "object": "batch",
            "endpoint": asked["endpoint"],
            "input_file_id": asked["input_file_id"],
            "completion_window": "24h",
            "created_at": 1,
            "status": self.state,
            "output_file_id": f"out-{key}",
            "error_file_id": f"err-{key}" if errors else None,
            "metadata": asked["metadata"],
        }
        self.batches[key] = made
        return made


def _lines(values: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values) + b"not json\n"


@pytest.fixture
def provider() -> Iterator[Provider]:
    started = Provider()
    yield started
    started.server.shutdown()
    started.server.server_close()


@pytest.fixture
def run(storage: Storage, provider: Provider, tmp_path: Path) -> Iterator[BulkRun]:
    (tmp_path / "list.csv").write_text(contacts(6))
    batch = open_batch(storage, tmp_path / "list.csv").batch
    job = {
        "sender": {"name": "Tove Arnesen", "facts": ["Moved forty pipelines to streaming in 2024"]},
        "model": "bulk-1",
    }
    batch = storage.batches.use(batch.id, bulk=job)
    with closing(bulk_run(storage, batch, settings=Settings(base_url=provider.url), today=TODAY)) as started:
        yield started


def rounds(run: BulkRun) -> list[tuple[int, int]]:
    found = [run.submit()]
    while found[-1].waiting and len(found) < 12:
        found.append(run.collect())
    return [(each.submitted, each.drafted) for each in found]


def test_rows_are_drafted_round_by_round(storage: Storage, run: BulkRun, provider: Provider) -> None:
    found = rounds(run)
    assert found[0] == (6, 0)
    assert sum(drafted for _, drafted in found) == 6
    batch = storage.batches.named()
    assert storage.batches.status(batch.id).states["drafted"] == 6
    assert storage.batches.status(batch.id).usage.calls == len(provider.lines)
    assert all(times == 1 for times in provider.model.answered.values())
    assert {line["url"] for line in provider.lines} == {"/v1/chat/completions"}


def test_what_failed_expired_or_does_not_fit_is_asked_again(storage: Storage, run: BulkRun, provider: Provider) -> None:
    provider.spoil = {0: "expired", 2: "prose"}
    rounds(run)
    batch = storage.batches.named()
    assert storage.batches.status(batch.id).states["drafted"] == 6
    assert sum(times - 1 for times in provider.model.answered.values()) == 1


def test_a_provider_that_never_answers_well_fails_the_rows_in_the_end(
    storage: Storage, run: BulkRun, provider: Provider
) -> None:
    class Never(dict[int, str]):
        def pop(self, *_: Any) -> str:
            return "expired"

    provider.spoil = Never()
    assert len(rounds(run)) < 12
    rows = storage.batches.rows(storage.batches.named().id)
    assert {row.state for row in rows} == {"failed"}
    assert "no usable answer" in (rows[0].reason or "")


def test_rows_with_the_provider_are_left_alone(storage: Storage, run: BulkRun, provider: Provider) -> None:
    provider.state = "in_progress"
    run.submit()
    batch = storage.batches.named()
    assert storage.drafting.claim(batch.id, "somebody", limit=10, today=TODAY) == ()
    assert run.collect().waiting == 1
    assert len(provider.lines) == 6


def test_a_kill_after_handing_over_pays_for_nothing_twice(
    storage: Storage, run: BulkRun, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storage.shared, "update", killed)
        with pytest.raises(KeyboardInterrupt):
            run.submit()
    rounds(run)
    assert storage.batches.status(storage.batches.named().id).states["drafted"] == 6
    assert all(times == 1 for times in provider.model.answered.values())


def test_a_kill_before_handing_over_loses_nothing(
    storage: Storage, run: BulkRun, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: Any, **__: Any) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Bulk, "submit", killed)
        with pytest.raises(KeyboardInterrupt):
            run.submit()
    rounds(run)
    assert storage.batches.status(storage.batches.named().id).states["drafted"] == 6


def test_what_cannot_be_handed_over_is_told(storage: Storage, tmp_path: Path) -> None:
    batch = batch_of(storage, people(tmp_path, 1))
    with pytest.raises(InputError, match="was not handed over yet; start with `drafter batch submit LIST`"):
        bulk_run(storage, batch, settings=Settings(), today=TODAY)
    with pytest.raises(ModelError, match="the offline writer needs no provider"):
        Bulk(Settings())
