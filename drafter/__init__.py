"""drafter prepares short, specific messages to people, with the evidence for every sentence. It sends nothing.

The public door: everything a program needs, imported on first use so that ``import drafter`` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.checks import check
    from drafter.errors import DrafterError
    from drafter.gather import note_from_text
    from drafter.models import (
        Brief,
        Contact,
        Draft,
        Fact,
        Finding,
        Note,
        Organization,
        Profile,
        Report,
        Result,
        Sender,
    )
    from drafter.pipeline import Drafter
    from drafter.profile import build_profile
    from drafter.settings import Settings

_HOMES = {
    "Brief": "models",
    "Contact": "models",
    "Draft": "models",
    "Drafter": "pipeline",
    "DrafterError": "errors",
    "Fact": "models",
    "Finding": "models",
    "Note": "models",
    "Organization": "models",
    "Profile": "models",
    "Report": "models",
    "Result": "models",
    "Sender": "models",
    "Settings": "settings",
    "build_profile": "profile",
    "check": "checks",
    "note_from_text": "gather",
}

__all__ = [
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


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    return getattr(import_module(f"drafter.{home}"), name)
