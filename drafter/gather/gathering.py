"""Many sources at once: files, addresses on the web and standard input, side by side; one failure stops no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, GatherError
from drafter.gather.reading import notes_from_bytes
from drafter.models import Note
from drafter.settings import Settings

if TYPE_CHECKING:
    from drafter.gather.web import Fetcher

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://|mailto:|javascript:|data:", re.IGNORECASE)
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Gathered:
    """The notes (ids n1, n2, …) in the order of their sources, and one line for each source that failed."""

    notes: tuple[Note, ...] = ()
    failures: tuple[str, ...] = ()


def gather(
    sources: Iterable[str | Path],
    *,
    settings: Settings,
    notes: Sequence[Note] = (),
    stdin: bytes | None = None,
    on_progress: Callable[[str], None] | None = None,
    fetcher: Fetcher | None = None,
) -> Gathered:
    """Read every source; given ``notes`` come first, the same text is kept once.

    ``fetcher`` stands in for the one that would be opened for addresses on the web.
    """
    wanted = list(dict.fromkeys(str(source) for source in sources))
    if fetcher is None and any(_URL.match(source) for source in wanted):
        from drafter.gather.web import Fetcher

        fetcher = Fetcher(settings)
    found, failures = list(notes), []
    with ThreadPoolExecutor(max_workers=max(1, min(_AT_ONCE, len(wanted)))) as pool:
        tasks = [pool.submit(_read, source, settings, stdin, fetcher) for source in wanted]
        for source, task in zip(wanted, tasks, strict=True):
            try:
                found += task.result()
            except DrafterError as error:
                failures.append(str(error))
            if on_progress:
                on_progress(source)
    return Gathered(_numbered(found), tuple(failures))


def _read(source: str, settings: Settings, stdin: bytes | None, fetcher: Fetcher | None) -> tuple[Note, ...]:
    try:
        if source == "-":
            return notes_from_bytes(_standard_input(stdin), name="standard input", settings=settings)
        if fetcher and _URL.match(source):
            page = fetcher.fetch(source)
            return notes_from_bytes(
                page.data,
                name=page.url,
                content_type=page.content_type,
                settings=settings,
                retrieved_at=page.retrieved_at,
            )
        return notes_from_bytes(_file(Path(source), settings), name=Path(source).name, settings=settings)
    except DrafterError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        raise GatherError(f"{source}: could not be read ({reason}); save its text as a .txt file") from error


def _standard_input(stdin: bytes | None) -> bytes:
    if stdin is None:
        import sys

        stdin = sys.stdin.buffer.read()
    if not stdin.strip():
        raise GatherError("standard input: nothing came in; pipe a text into it or name a file")
    return stdin


def _file(path: Path, settings: Settings) -> bytes:
    try:
        if path.is_dir():
            raise GatherError(f"{path}: a folder; name the files in it")
        if not path.exists():
            raise GatherError(f"{path}: no such file; check the name, or put https:// before a web address")
        if not path.is_file():
            raise GatherError(f"{path}: no ordinary file; name a file with text in it")
        if path.stat().st_size > settings.file_bytes:
            limit = settings.file_bytes // 1_000_000
            raise GatherError(f"{path}: larger than {limit} MB; save only the part about the contact")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise GatherError(f"{path}: cannot be read ({reason}); check its name and permissions") from error


def _numbered(notes: Sequence[Note]) -> tuple[Note, ...]:
    unique = {(note.sha256, note.kind): note for note in reversed(notes)}
    kept = [note for note in notes if unique.get((note.sha256, note.kind)) is note]
    return tuple(note.model_copy(update={"id": f"n{number}"}) for number, note in enumerate(kept, 1))
