"""Run the benchmarks and write RESULTS.md: ``python -m benchmarks [NAME …]``.

Each runs in a process of its own, so that none warms another's caches, and is stopped when it takes too long. What it
found is kept in ``results/NAME.json`` as soon as it has ended, and the page is written anew from all that is kept: a
run that is broken off, or one of a single benchmark, leaves the other results as they were.
"""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks import _figures, _page

FOLDER = Path(__file__).resolve().parent
PEERS = ("proselint", "trafilatura", "openai", "langgraph", "pydantic", "sqlalchemy", "streamlit", "procrastinate")
EACH, ALL = 300, 840
"""Seconds for one benchmark, and for all of them together."""


def names() -> list[str]:
    """The benchmarks there are: every module of this folder with a question of its own; the short ones first."""
    found = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
    return sorted(found, key=lambda name: name in ("cluster", "batch"))


def run(name: str, seconds: float) -> dict[str, object]:
    """What one benchmark prints and keeps, or how far it came."""
    start, load = time.perf_counter(), os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder, "figures.jsonl")
        figures.touch()
        environment = {**os.environ, _figures.FILE: str(figures), "PYTHONUNBUFFERED": "1"}
        try:
            done = subprocess.run(
                [sys.executable, "-m", f"benchmarks.{name}"],
                capture_output=True, text=True, cwd=FOLDER.parent, timeout=seconds, env=environment,
            )  # fmt: skip
            told, fault = done.stdout.strip(), (done.stderr.strip().splitlines() or [""])[-1] if done.returncode else ""
        except subprocess.TimeoutExpired as late:
            told = (late.stdout or b"").decode().strip() if isinstance(late.stdout, bytes) else str(late.stdout or "")
            fault = f"stopped after {seconds:.0f} s"
        kept = figures.read_text(encoding="utf-8")
    return {
        "printed": told,
        "fault": fault,
        "figures": kept,
        "seconds": round(time.perf_counter() - start),
        "load": round(load, 1),
        "at": datetime.datetime.now().astimezone().isoformat(timespec="minutes"),
        "machine": f"{os.cpu_count()} cores, {_processor()}, {platform.platform()}, Python {platform.python_version()}",
        "versions": f"drafter {version('drafter')}, " + ", ".join(f"{peer} {version(peer)}" for peer in PEERS),
    }


def main() -> int:
    """Run the named benchmarks, or all."""
    wanted = sys.argv[1:] or names()
    unknown = set(wanted) - set(names())
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(names())}\n")
        return 2
    end, faults = time.monotonic() + ALL, 0
    for name in wanted:
        left = end - time.monotonic()
        if left < 10:
            print(f"{name}: not run, the time was over; run it with `python -m benchmarks {name}`")
            faults += 1
            continue
        print(f"{name} …", flush=True)
        result = run(name, min(EACH, left))
        print(
            f"{result['printed']}\n({result['seconds']} s{', ' if result['fault'] else ''}{result['fault']})",
            flush=True,
        )
        faults += bool(result["fault"])
        target = FOLDER / "results" / f"{name}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        _page.write(FOLDER, names())
    return int(faults > 0)


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    found = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return found or platform.processor() or "unknown processor"


if __name__ == "__main__":
    sys.exit(main())
