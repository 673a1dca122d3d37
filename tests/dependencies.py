"""The list of what is installed (``dist/sbom.json``) and of known weaknesses: ``python -m tests.dependencies``.

The list is always written. Known weaknesses are looked up in a public data base; where that cannot be reached, one
line says that it was not done, and the check goes on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "dist" / "sbom.json"
LOCK = ROOT / "requirements.lock"


def main() -> int:
    """Write the list and look up; 1 when a pinned version has a known weakness."""
    LIST.parent.mkdir(exist_ok=True)
    run("cyclonedx_py", "requirements", str(LOCK), "--output-reproducible", "-o", str(LIST), check=True)
    components = json.loads(LIST.read_text(encoding="utf-8"))["components"]
    print(f"dist/sbom.json lists {len(components)} packages")
    found = run("pip_audit", "--require-hashes", "--disable-pip", "--timeout", "10", "-f", "json", "-r", str(LOCK))
    told = judge(found.stdout, found.stderr)
    print(told[1])
    return told[0]


def judge(output: str, fault: str) -> tuple[int, str]:
    """What the look-up means: a status and one line (or a line a weakness)."""
    try:
        looked: list[dict[str, Any]] = json.loads(output)["dependencies"]
    except ValueError:
        why = (fault.strip().splitlines() or ["no answer"])[-1][:120]
        return 0, f"known weaknesses were NOT looked for: no data base of them can be reached from here ({why})"
    weak = [f"{one['name']} {one['version']}: {bad['id']}" for one in looked for bad in one.get("vulns", ())]
    if weak:
        return 1, "\n".join([*weak, "known weaknesses; pin newer versions with `make lock`"])
    return 0, f"no known weakness in {len(looked)} packages"


def run(module: str, *arguments: str, check: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=check, timeout=300)


if __name__ == "__main__":
    sys.exit(main())
