"""The checks against proselint: starting, a message, and many lines in flat memory. Prints ratios."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.checks import Context

BIN = Path(sys.executable).parent
MESSAGE = """Hi Oskar,

your note on how the harbour switched its cranes to direct current answered a question we had for a year. We run four
cranes in Visby and lose about a fifth of the braking energy.

Could I ask you two questions about the converters, ten minutes on Thursday or Friday? If this week is bad, no worries.

Thanks,
Lena Wolf
"""
ROUNDS = 9
FACTS = 60


def _best(command: list[str], *, rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        times.append(time.perf_counter() - begin)
    return min(times)


def cold() -> float:
    """Start to finish of one small file, as a multiple of proselint's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "message.txt")
        path.write_text(MESSAGE, encoding="utf-8")
        own = _best([str(BIN / "drafter"), "check", str(path)])
        peer = _best([str(BIN / "proselint"), "check", str(path)])
    print(f"cold: drafter check {own:.3f} s, proselint {peer:.3f} s, ratio {own / peer:.2f} (at most 1.5)")
    return own / peer


def each() -> float:
    """All rules over one message, as a multiple of proselint's."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    from drafter.checks import Context, check
    from drafter.models import Draft

    CheckRegistry().register_many(__register__)
    alone, known = Context(), _known()
    # The last context was never seen before, as in a batch: nothing of the profile is indexed yet.
    own = _repeat(lambda: check(Draft(message=MESSAGE), alone))
    held = _repeat(lambda: check(Draft(message=MESSAGE), known))
    first = _repeat(lambda: check(Draft(message=MESSAGE), _known()), times=20)
    peer = _repeat(lambda: LintFile(source="m.txt", content=MESSAGE).lint())
    print(f"message: drafter {own * 1000:.2f} ms, proselint {peer * 1000:.2f} ms, ratio {own / peer:.2f} (at most 0.5)")
    print(f"message, profile of {FACTS} facts: drafter {held * 1000:.2f} ms, ratio {held / peer:.2f} (at most 0.5)")
    print(f"message, such a profile for the first time: drafter {first * 1000:.2f} ms, ratio {first / peer:.2f}")
    return max(own, held) / peer


def _known() -> Context:
    """The context of a reader of whom much is known."""
    from drafter.checks import Context
    from drafter.models import Contact, Fact, Note, Organization, Profile

    deeds = ("led the tests of", "wrote the report on", "won a grant of 12,500 euros for", "spoke in Malmö about")
    things = ("crane", "converter", "battery", "quay", "winch")
    said = [f"In {1990 + n // 2} Oskar Ny {deeds[n % 4]} {things[n % 5]} number {n}." for n in range(FACTS)]
    text = " ".join(said)
    note = Note(id="n1", origin="page", kind="typed", sha256="", text=text)
    facts = [
        Fact(id=f"f{n}", statement=one, quote=one, note="n1", start=text.index(one), end=text.index(one) + len(one))
        for n, one in enumerate(said, 1)
    ]
    harbour = Organization(name="Visby Harbour")
    profile = Profile(contact=Contact(name="Oskar Ny"), organization=harbour, notes=(note,), facts=tuple(facts))
    return Context(contact="Oskar Ny", organization=harbour, profile=profile)


def _repeat(work: object, *, times: int = 60) -> float:
    assert callable(work)
    work()
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return min(found)


def many(lines: int = 100_000) -> float:
    """The peak memory of many lines, as a multiple of that of a hundredth of them."""
    small, large = _peak(lines // 100), _peak(lines)
    sizes = f"{lines // 100} lines {small / 1024:.0f} MB, {lines} lines {large / 1024:.0f} MB"
    print(f"memory: {sizes}, ratio {large / small:.2f}")
    return large / small


def _peak(lines: int) -> float:
    code = (
        "import resource, subprocess, sys; "
        f"subprocess.run([{str(BIN / 'drafter')!r}, 'check', '--jsonl', sys.argv[1]], stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "messages.jsonl")
        with path.open("w", encoding="utf-8") as stream:
            for number in range(lines):
                stream.write(
                    json.dumps({"id": number, "message": f"Hi Oskar, could we talk about crane {number}?"}) + "\n"
                )
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print the three ratios."""
    cold()
    each()
    many()


if __name__ == "__main__":
    main()
