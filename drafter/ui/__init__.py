"""The Streamlit page, thin over the library."""

from __future__ import annotations

import sys


def run() -> None:
    """Show the page the visitor chose; ``app.py`` calls this on every run."""
    from drafter.resources import PACKAGE

    # Streamlit puts the script's folder first on the path. In a wheel that is the package itself, whose ``profile``
    # would hide the standard library's.
    while str(PACKAGE) in sys.path:
        sys.path.remove(str(PACKAGE))
    from drafter.ui.navigation import navigate

    navigate()
