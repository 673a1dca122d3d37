"""Shows a message on the terminal while the model is still writing it; the finished draft takes its place."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown_live(*, wanted: bool) -> Iterator[Callable[[str], None] | None]:
    """What to give a draft as ``on_text``; ``None`` where nobody watches, as in a script or with ``--json``.

    The text goes to standard error, so that what is redirected holds the finished draft only.
    """
    if not (wanted and sys.stderr.isatty()):
        yield None
        return
    from rich.live import Live
    from rich.padding import Padding
    from rich.text import Text

    from drafter.cli._terminal import Terminal

    text = Text("Writing …\n\n", style="dim")
    with Live(console=Terminal(stderr=True, highlight=False), transient=True, refresh_per_second=8) as live:

        def on_text(piece: str) -> None:
            text.append(piece)
            live.update(Padding(text, (0, 2)))

        try:
            yield on_text
        except KeyboardInterrupt:
            live.transient = False  # what had come was paid for: it stays to be read
            raise
