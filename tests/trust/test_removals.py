"""Each protection, taken away: the test that is named for it must fail. The proof that the proofs prove something.

Each case changes one line in a copy of the program and runs one test there. A line that is no longer found fails, too:
then the protection has moved, and its entry here with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("drafter", "tests", "fixtures", "prompts", "docs", "app.py", "pyproject.toml", "README.md", ".streamlit")


@dataclass(frozen=True)
class Removal:
    """One protection: what it promises, the line of drafter/ that keeps the promise, what stands there without it.

    ``test`` names what must then fail.
    """

    promise: str
    file: str
    line: str
    without: str
    test: str


REMOVALS = [
    Removal(**entry)
    for group in sorted(Path(__file__).with_name("removals").glob("*.toml"))
    for entry in tomllib.loads(group.read_text(encoding="utf-8"))["removal"]
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program as it is, to be changed."""
    folder = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / part).exists():
            shutil.copy(ROOT / part, folder / part)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.soak
@pytest.mark.timeout(2000)
def test_with_every_protection_the_tests_pass(copy: Path) -> None:
    ran = run(copy, " ".join(sorted({name for taken in REMOVALS for name in taken.test.split()})))
    assert ran.returncode == 0, ran.stdout[-3000:]


@pytest.mark.soak
@pytest.mark.timeout(2000)
@pytest.mark.parametrize("taken", REMOVALS, ids=lambda taken: taken.promise.replace(" ", "-"))
def test_without_the_protection_its_test_fails(copy: Path, taken: Removal) -> None:
    path = copy / "drafter" / taken.file
    before = path.read_text(encoding="utf-8")
    assert before.count(taken.line) == 1, f"{taken.file} has no such line any more: {taken.line}"
    path.write_text(before.replace(taken.line, taken.without), encoding="utf-8")
    try:
        ran = run(copy, taken.test)
    finally:
        path.write_text(before, encoding="utf-8")
    assert ran.returncode == 1, f"{taken.promise}: {taken.test} still passes\n{ran.stdout[-1500:]}"
    failed = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    print(f"\n{taken.promise}: {failed[0] if failed else ran.stdout[-200:]}")


def run(folder: Path, tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests of the copy, up to the first failure."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-m", "not soak", "-p", "no:cacheprovider"]
    # Without some protections the test does not end; that fails it, too.
    command += ["--timeout", "200"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [*command, *tests.split()], cwd=folder, env=environment, capture_output=True, text=True, timeout=1800
    )
