"""The public door: its names are pinned, it is quick to open, and what it imports stays behind it."""

from __future__ import annotations

import subprocess
import sys

import drafter

NAMES = [
    "Brief",
    "Contact",
    "Draft",
    "Drafter",
    "DrafterError",
    "Fact",
    "Finding",
    "Note",
    "Organization",
    "Profile",
    "Report",
    "Result",
    "Sender",
    "Settings",
    "build_profile",
    "check",
    "note_from_text",
]


def test_the_public_names_are_these() -> None:
    assert drafter.__all__ == NAMES
    assert all(getattr(drafter, name).__name__ == name for name in NAMES)


def test_heavy_libraries_are_loaded_by_nobody_who_only_opens_the_door() -> None:
    code = (
        "import sys, drafter; [getattr(drafter, name) for name in drafter.__all__];"
        "print([m for m in ('openai', 'streamlit', 'sqlalchemy', 'tiktoken', 'numpy', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
