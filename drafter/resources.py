"""Files that travel with the program: prompts, data, the demonstration contact.

In a source tree they stand beside the package; in a wheel they are inside it.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, for instance ``resource("prompts", "write.md")``.

    Raises:
        FileNotFoundError: when neither the installed package nor the source tree has it.
    """
    for root in (PACKAGE, PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"the installation lacks {'/'.join(parts)}; install drafter again")
