"""Run every benchmark, print what each prints and keep it in RESULTS.md: ``python -m benchmarks [NAME …]``."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PEERS = ("proselint", "trafilatura", "openai", "pydantic", "sqlalchemy", "streamlit")


def names() -> list[str]:
    """The benchmarks there are: every module of this folder with a question of its own."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))


def run(name: str) -> str:
    """What one benchmark prints; each runs in a process of its own, so that none warms another's caches."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}"], capture_output=True, text=True, cwd=FOLDER.parent, timeout=1800
    )
    told = done.stdout.strip() or (done.stderr.strip().splitlines() or ["nothing printed"])[-1]
    return f"{told}\n({time.perf_counter() - start:.0f} s{', failed' if done.returncode else ''})"


def main() -> int:
    """Run the named benchmarks, or all; only a run of all is kept."""
    wanted = sys.argv[1:] or names()
    unknown = set(wanted) - set(names())
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(names())}\n")
        return 2
    results = {}
    for name in wanted:
        print(f"{name} …", flush=True)
        results[name] = run(name)
        print(results[name], flush=True)
    if not sys.argv[1:]:
        (FOLDER / "RESULTS.md").write_text(_page(results), encoding="utf-8")
    return int(any("failed)" in text for text in results.values()))


def _page(results: dict[str, str]) -> str:
    peers = ", ".join(f"{peer} {version(peer)}" for peer in PEERS)
    lines = [
        "# Benchmarks",
        "",
        "Ratios within one run on one machine; seconds here say nothing about another. Written by `make bench`.",
        "",
        f"- Machine: {os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}",
        f"- Versions: drafter {version('drafter')}, {peers}",
        "",
    ]
    for name, text in results.items():
        doc = _question(name)
        lines += [f"## {name}", "", doc, "", "```text", text, "```", ""]
    return "\n".join(lines)


def _question(name: str) -> str:
    import ast

    tree = ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))
    return " ".join((ast.get_docstring(tree) or "").split("\n\n")[0].split())


if __name__ == "__main__":
    sys.exit(main())
