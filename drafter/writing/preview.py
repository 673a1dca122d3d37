"""Shows a message while its JSON is still coming in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import from_json

_PARAGRAPHS = ("opening", "reason", "ask", "blurb")


class Preview:
    """Takes pieces of JSON and passes on the sentences of the message in them, as they grow."""

    def __init__(self, on_text: Callable[[str], None]) -> None:
        """Take whom to tell."""
        self._on_text = on_text
        self._json = ""
        self._shown = ""

    def __call__(self, piece: str) -> None:
        """Take the next piece; what it adds to the message is passed on."""
        self._json += piece
        try:
            found = from_json(self._json[max(self._json.find("{"), 0) :], allow_partial="trailing-strings")
        except ValueError:
            return
        text = _message(found) if isinstance(found, dict) else ""
        # A field that comes after a later one would change what is shown already; then the rest waits for the draft.
        if text.startswith(self._shown) and len(text) > len(self._shown):
            fresh, self._shown = text[len(self._shown) :], text
            self._on_text(fresh)


def _message(found: dict[str, Any]) -> str:
    paragraphs = (_paragraph(found.get(name)) for name in _PARAGRAPHS)
    return "\n\n".join(text for text in paragraphs if text)


def _paragraph(node: Any) -> str:
    said = node if isinstance(node, list) else [node]
    texts = (each.get("text") for each in said if isinstance(each, dict))
    return " ".join(text for text in texts if isinstance(text, str) and text)
