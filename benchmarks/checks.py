"""The checks against proselint: starting, a message, and many lines in flat memory. Prints ratios."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._figures import Figure, keep

if TYPE_CHECKING:
    from collections.abc import Callable

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
FRESH = 12


def _best(command: list[str], *, rounds: int = ROUNDS) -> float:
    times = []
    # As people have it, compiled: where a build machine keeps Python from that, each start would compile our sources
    # again, but not the peer's, which pip has compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, env=environment)
        times.append(time.perf_counter() - begin)
    return min(times)


def cold() -> float:
    """Start to finish of one small file, as a multiple of proselint's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "message.txt")
        path.write_text(MESSAGE, encoding="utf-8")
        own = _best([str(BIN / "drafter"), "check", str(path)])
        peer = _best([str(BIN / "proselint"), "check", str(path)])
    keep(Figure("starting `drafter check`", own, "s", "proselint", peer, aim="at most 1.5"))
    print(f"cold: drafter check {own:.3f} s, proselint {peer:.3f} s, ratio {own / peer:.2f} (at most 1.5)")
    return own / peer


def each() -> float:
    """All rules over a message, as a multiple of proselint's; the headline is a profile that is known already.

    A person who writes has one profile open and is checked as they type: each check sees a new message one word longer.
    Beside it stand whole messages of which no sentence was seen before, and the profile itself seen for the first time,
    whose index is then built. Processor time, the best of some rounds; each round has other words, so that nothing but
    what is typed within it can be remembered.
    """
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    from drafter.checks import Context, check
    from drafter.models import Draft

    CheckRegistry().register_many(__register__)
    alone, known = Context(), _known()

    def peer(text: str, _: Context) -> None:
        LintFile(source="m.txt", content=text).lint()

    def own(text: str, context: Context) -> None:
        check(Draft(message=text), context)

    typed = [(text[: word.end()], known) for text in _messages() for word in re.finditer(r"\S+", text)]
    unseen = [(text, known) for text in _messages(first=1000, each=FRESH)]
    cold = [(text, _known(year=2000 + n)) for n, text in enumerate(_messages(first=2000, each=FRESH))]
    theirs, whole = _round(peer, typed), _round(peer, unseen)
    ratios = [
        _told("no profile", _round(own, [(text, alone) for text, _ in typed]), theirs),
        _told(f"profile of {FACTS} facts, as one types", _round(own, typed), theirs),
    ]
    _told("the same profile, no sentence seen before", _round(own, unseen), whole)
    _told("the profile not seen before either", _round(own, cold), whole)
    return max(ratios)


def _told(what: str, own: float, peer: float) -> float:
    keep(Figure(f"checking a message, {what}", own * 1000, "ms", "proselint", peer * 1000, aim="at most 0.5"))
    print(f"message, {what}: drafter {own * 1000:.2f} ms, proselint {peer * 1000:.2f} ms, ratio {own / peer:.2f}")
    return own / peer


def _round(work: Callable[[str, Context], None], given: list[tuple[str, Context]]) -> float:
    """The processor time of one text in the best round."""
    size = len(given) // ROUNDS
    times = []
    for start in range(0, size * ROUNDS, size):
        begin = time.process_time()
        for text, context in given[start : start + size]:
            work(text, context)
        times.append(time.process_time() - begin)
    return min(times) / size


def _messages(*, first: int = 0, each: int = 1) -> list[str]:
    """Messages for all rounds, the same in length and kind, with other words in each sentence."""
    return [_other(first + n) for n in range(ROUNDS * each)]


def _other(number: int) -> str:
    """The message with other words in each sentence."""
    word = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
    text = MESSAGE
    for old in ("harbour", "cranes in Visby", "converters", "week"):
        text = text.replace(old, f"{word}{old}")
    return text


def _known(*, year: int = 1990) -> Context:
    """The context of a reader of whom much is known; another year makes another profile."""
    from benchmarks.growth import profile_of
    from drafter.checks import Context

    profile = profile_of(FACTS, first_year=year)
    return Context(contact="Oskar Ny", organization=profile.organization, profile=profile)


def many(lines: int = 100_000) -> float:
    """The peak memory of many lines, as a multiple of that of a hundredth of them."""
    small, large = _peak(lines // 100), _peak(lines)
    sizes = f"{lines // 100} lines {small / 1024:.0f} MB, {lines} lines {large / 1024:.0f} MB"
    keep(Figure(f"memory for {lines:,} lines", large / 1024, "MB", f"{lines // 100:,} lines", small / 1024, aim="flat"))
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
