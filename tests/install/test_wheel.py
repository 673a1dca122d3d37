"""The wheel, built from the tree and installed elsewhere, has its prompts and data and does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; its requirements are borrowed, so that nothing is downloaded twice."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    borrowed = next(path for path in sys.path if path.endswith("site-packages"))
    # Only the requirements: the tree itself, installed editable there, must stay out of sight.
    (Path(site) / "borrowed.pth").write_text(f"import sys; sys.path.append({borrowed!r})\n")
    return python


def _run(python: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "DRAFTER_HOME": str(home), "PYTHONUTF8": "1"}
    return subprocess.run(
        [python, "-m", "drafter", *arguments], capture_output=True, text=True, cwd=home, env=environment
    )


@pytest.mark.install
def test_the_wheel_carries_prompts_data_and_the_demonstration(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "drafter/prompts/write.md",
        "drafter/prompts/extract.md",
        "drafter/prompts/kinds/introduction.md",
        "drafter/data/o200k_base.tiktoken.xz",
        "drafter/checks/phrases.toml",
        "drafter/app.py",
        "drafter/fixtures/demo/sender.toml",
    } <= names
    assert any(name.startswith("drafter/storage/migrations/versions/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


@pytest.mark.install
def test_the_main_job_works_where_the_wheel_is_installed(elsewhere: Path, tmp_path: Path) -> None:
    place = _run(elsewhere, "-c", home=tmp_path)  # an unknown option: one line, status 2
    assert place.returncode == 2
    assert len(place.stderr.strip().splitlines()) == 1
    demo = _run(elsewhere, "demo", home=tmp_path)
    assert demo.returncode == 0, demo.stderr
    for heading in ("Message", "Voicemail (", "Evidence", "Findings"):
        assert f"\n{heading}" in demo.stdout
    where = subprocess.run(
        [
            elsewhere,
            "-c",
            "import drafter; from drafter.resources import resource; print(resource('prompts', 'write.md'))",
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert str(elsewhere.parent.parent) in where.stdout
