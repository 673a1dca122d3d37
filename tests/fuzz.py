"""Look for bytes that break a reader, led by the code they reach: ``python -m tests.fuzz [FORM …] [--seconds 20]``.

Each form is tried in a process of its own. A fault is any error but our own one-line ones, a hang of a minute (the
machine may be busy) or more than a gigabyte of memory; the bytes that caused it are left in ``dist/fuzz``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.damage import TOKENS, damaged

ROOT = Path(__file__).resolve().parent.parent
FORMS = (*TOKENS, "answer")


def main() -> int:
    """Try each form; 1 when one broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", nargs="*", default=FORMS)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        inside(given.inside, given.seconds)
        return 0
    kept = ROOT / "dist" / "fuzz"
    kept.mkdir(parents=True, exist_ok=True)
    broken = []
    for form in given.forms:
        command = [sys.executable, "-m", "tests.fuzz", "--inside", form, "--seconds", str(given.seconds)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        last = next((line for line in reversed(ran.stderr.splitlines()) if line.startswith(("Done", "#"))), "")
        print(f"{form}: {'sound' if ran.returncode == 0 else 'BROKEN'}  {last.strip()}", flush=True)
        if ran.returncode:
            broken.append(form)
            print(ran.stdout[-1500:] + ran.stderr[-1500:])
    return int(bool(broken))


def inside(form: str, seconds: int) -> None:
    """Fuzz one form in this process; ends with it."""
    import tempfile

    import atheris

    with atheris.instrument_imports(include=["drafter"]):
        from drafter.errors import DrafterError
        from drafter.gather import notes_from_bytes
        from drafter.llm.answers import read_answer
        from drafter.profile import build_profile
        from drafter.profile.model_reader import ProposedFacts
        from drafter.settings import Settings
        from drafter.writing.brief import find_sender

    settings, place = Settings(), Path(tempfile.mkdtemp()) / "sender.toml"

    def once(choices: bytes) -> None:
        # The first byte says whether the rest is a file, or says how a sound file is damaged.
        shape = "json" if form == "answer" else form
        data = choices[1:] if choices[:1] < b"\x40" else damaged(shape, choices[1:])
        try:
            if form == "answer":
                read_answer(data.decode("utf-8", "replace"), ProposedFacts)
            elif form == "toml":
                place.write_bytes(data)
                find_sender(place)
            else:
                build_profile(notes_from_bytes(data, name=f"source.{form}", settings=settings), "Ada Brandt")
        except DrafterError as error:
            if not 0 < len(str(error)) < 2000:
                raise ValueError("an error must be one line") from error

    # What is loaded on first use must not count as a hang of the first file.
    once(b"\0Ada Brandt built a mill in 2024.")
    limits = [f"-max_total_time={seconds}", "-timeout=60", "-len_control=0", "-rss_limit_mb=1024", "-max_len=1024"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={ROOT / 'dist' / 'fuzz' / form}-"], once)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
