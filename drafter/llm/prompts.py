"""Prompts are plain text files with ``$name`` placeholders; no logic lives in them.

A variable that is missing or not used is an error, and what is put in is never expanded again, so that a note
holding ``$purpose`` stays what it is. A prompt's digest names the exact text a draft was written with.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from string import Template

from drafter.errors import SettingsError
from drafter.resources import resource


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file: ``name`` is its path below ``prompts/`` without the ending."""

    name: str
    text: str

    @property
    def digest(self) -> str:
        """The prompt's name with the first eight hexadecimal digits of its SHA-256: ``write@9f3c1a20``."""
        return f"{self.name}@{hashlib.sha256(self.text.encode()).hexdigest()[:8]}"

    @property
    def variables(self) -> frozenset[str]:
        """The placeholders in the text."""
        return frozenset(Template(self.text).get_identifiers())

    def render(self, **values: str) -> str:
        """The text with each placeholder replaced, once.

        Raises:
            SettingsError: when a placeholder has no value, a value no placeholder, or a ``$`` stands alone.
        """
        template = Template(self.text)
        if not template.is_valid():
            raise SettingsError(f"prompts/{self.name}.md has a stray $; write $$ for a dollar sign")
        if missing := sorted(self.variables - values.keys()):
            raise SettingsError(f"prompts/{self.name}.md names ${missing[0]}, which nothing fills; remove it there")
        if unused := sorted(values.keys() - self.variables):
            raise SettingsError(f"prompts/{self.name}.md lacks ${unused[0]}; put it back")
        return template.substitute(values)


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt ``name``, for instance ``kinds/thank_you``; line ends and outer blank lines do not count."""
    path = resource("prompts", *f"{name}.md".split("/"))
    return Prompt(name, path.read_text(encoding="utf-8").strip() + "\n")
