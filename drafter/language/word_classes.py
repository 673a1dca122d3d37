"""Classes of words that the language modules and the checks share; they stand in ``data/word_classes.toml``."""

from __future__ import annotations

import tomllib
from functools import cache

from drafter.resources import resource


@cache
def words(name: str) -> frozenset[str]:
    """The words of a class."""
    return frozenset(_tables()[name].split())


@cache
def _tables() -> dict[str, str]:
    return tomllib.loads(resource("data", "word_classes.toml").read_text(encoding="utf-8"))
