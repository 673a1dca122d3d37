"""The offline writer's sentences, and how one of several is taken: by contact, never at random."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field

from drafter.resources import once, resource

LANGUAGES = ("en", "de", "fr", "es", "ja")
_RUN = 3
_HEAVY = 12
_LED = re.compile(r"(?:in|on|at|by|from|to|with|for|under) wh", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's sentences by slot, and single words."""

    slots: dict[str, list[str]]
    words: dict[str, str]


@once
def phrases(language: str) -> Phrases:
    """The sentences of a language of :data:`LANGUAGES`."""
    text = resource("data", "grammar", f"{language}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Phrases(table["slots"], table["words"])


@dataclass(slots=True)
class Chooser:
    """Takes one sentence of a slot; the same for the same ``key``, and none that repeats what was taken before."""

    phrases: Phrases
    key: str
    shift: int = 0
    taken: list[str] = field(default_factory=list)

    def one(self, slot: str, **fill: str) -> str | None:
        """A sentence of the slot with its fields filled in, or ``None`` when the slot is empty."""
        ordered = [text for text in self.all(slot) if not any(f"{{{name}}}" in text for name in _empty(fill))]
        ordered = [text for text in ordered if not _overloaded(text, fill)] or ordered
        if not ordered:
            return None
        chosen = next((text for text in ordered if not self._repeats(text)), ordered[0])
        self.taken.append(chosen)
        return capital(chosen.format_map(fill | _capitals(fill)))

    def all(self, slot: str) -> list[str]:
        """The slot's sentences, those first that this contact should get."""
        sentences = self.phrases.slots.get(slot, [])
        if not sentences:
            return []
        digest = hashlib.blake2s(f"{self.key}|{slot}".encode(), digest_size=4).digest()
        start = (int.from_bytes(digest) + self.shift) % len(sentences)
        return sentences[start:] + sentences[:start]

    def _repeats(self, text: str) -> bool:
        runs = _runs(text)
        return any(runs & _runs(before) for before in self.taken)


def _overloaded(text: str, fill: dict[str, str]) -> bool:
    """Whether the words around a clause do not go with it.

    A clause that is long or has a comma stands last; one that begins with a preposition does not follow another.
    """
    for name, filled in fill.items():
        heavy = len(filled.split()) > _HEAVY or ", " in filled
        if heavy and re.search(rf"\{{{name}\}}[,;:]? \w", text, re.IGNORECASE):
            return True
        if _LED.match(filled) and re.search(rf"\b(?:about|on) \{{{name}\}}", text):
            return True
    return False


def _empty(fill: dict[str, str]) -> list[str]:
    return [name for name, text in fill.items() if not text]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\{?\w+", text.lower())
    runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    # A second "writing" or "reason" grates sooner than any other repeated word.
    return runs | {
        (word[:5],)
        for word in words
        if word[:5] in ("writi", "reaso", "note", "schre", "grund", "écris", "quest", "inter")
    }


def _capitals(fill: dict[str, str]) -> dict[str, str]:
    return {name.capitalize(): capital(text) for name, text in fill.items()}


def capital(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]
