"""Install drafter as people do, in clean environments, and do the main job there: ``python -m tests.installs``.

Needs a package index and some minutes, so it is not part of the suite. Every Python from 3.11 on that is found is
tried: the wheel from a wheelhouse without an index, the source archive, an installation over an older one with data,
and (once) the wheel as a tool of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def pythons() -> list[Path]:
    """One interpreter of each minor version there is, oldest first."""
    places = [Path(place) for place in os.environ["PATH"].split(os.pathsep)]
    places += sorted(Path.home().glob(".pyenv/versions/*/bin"))
    found: dict[tuple[int, int], Path] = {}
    for path in (each for place in places for each in sorted(place.glob("python3.*")) if each.name[8:].isdigit()):
        done = subprocess.run([path, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True)
        if done.returncode == 0:
            major, minor = map(int, done.stdout.split())
            found.setdefault((major, minor), path)
    return [path for version, path in sorted(found.items()) if version >= OLDEST]


def run(*command: str | Path, home: Path, **extra: str) -> str:
    """What a command prints; a failure ends the run with its last words."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "DRAFTER_HOME": str(home / "drafter"), **extra}
    done = subprocess.run(command, capture_output=True, text=True, cwd=home, env=environment)
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def main() -> int:
    """Try every way of installing on every Python; 0 when all did the main job."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT],
            check=True,
            capture_output=True,
        )
        found = pythons()
        for python in found:
            try_python(python, folder)
        try_tool(found[-1], folder)
    print("all installed and did the main job")
    return 0


def try_python(python: Path, folder: Path) -> None:
    """Wheel without an index, then the source archive over it, with the data of before."""
    place = folder / python.name
    place.mkdir()
    wheelhouse = place / "wheelhouse"
    pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet")
    subprocess.run([*pip, "wheel", "--require-hashes", "-r", ROOT / "requirements.lock", "-w", wheelhouse], check=True)
    subprocess.run(
        [*pip, "wheel", "--require-hashes", "-r", ROOT / "requirements-build.lock", "-w", wheelhouse],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    for built in (folder / "dist").iterdir():
        shutil.copy(built, wheelhouse)
    run(python, "-m", "venv", place / "env", home=place)
    own = place / "env" / "bin" / "python"
    offline = ("--quiet", "--disable-pip-version-check", "--no-index", "--find-links", wheelhouse)
    run(own, "-m", "pip", "install", *offline, "--only-binary", "drafter", "drafter", home=place)
    main_job(own.with_name("drafter"), place)
    run(
        own,
        "-m",
        "pip",
        "install",
        *offline,
        "--no-binary",
        "drafter",
        "--force-reinstall",
        "--no-deps",
        "drafter",
        home=place,
    )
    assert "Ada Berg" in run(own.with_name("drafter"), "contacts", "list", home=place), "the data is gone"
    main_job(own.with_name("drafter"), place)
    print(f"{python.name}: wheel without an index, source archive over it, data kept", flush=True)


def main_job(drafter: Path, place: Path) -> None:
    """A draft, a check and a person, with what was installed."""
    demo = run(drafter, "demo", home=place)
    assert all(f"\n{heading}" in demo for heading in ("Message", "Voicemail (", "Evidence", "Findings")), demo
    reason = ("--category", "peer", "--reason", "we built a bridge together")
    if "Ada Berg" not in run(drafter, "contacts", "list", home=place):
        run(drafter, "contacts", "add", "Ada Berg", *reason, home=place)


def try_tool(python: Path, folder: Path) -> None:
    """The wheel as a tool with an environment of its own, as pipx does it."""
    place = folder / "tool"
    place.mkdir()
    uv = Path(sys.executable).with_name("uv")
    wheel = next((folder / "dist").glob("*.whl"))
    house = folder / python.name / "wheelhouse"
    where = {
        "UV_TOOL_DIR": str(place / "tools"),
        "UV_TOOL_BIN_DIR": str(place / "bin"),
        "UV_CACHE_DIR": str(place / "cache"),
    }
    run(
        uv,
        "tool",
        "install",
        "--offline",
        "--no-index",
        "--find-links",
        house,
        "-p",
        python,
        wheel,
        home=place,
        **where,
    )
    main_job(place / "bin" / "drafter", place)
    print("as a tool: installed and working", flush=True)


if __name__ == "__main__":
    sys.exit(main())
