"""What the words of a page are called in English, so that a message and its sources may differ in language.

The table holds some thousand everyday words of people's work and lives; a word that is not in it has no translation.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from drafter.language.meaning import CJK, fold, stem
from drafter.resources import once, resource

# Endings of nouns, adjectives and verbs in German and the Romance languages, without accents, the longest first.
_BENT = """
    abano aient antes arono avait avano iendo ieron innen irono ungen aban adas ados amos ando aron emos
    endo eron iamo idas idos iete imos ions aba ada ado ais ait ant are ata ate ati ato ava ees eez ens
    ent ere ern est ida ido ire ita ite iti ito ons ten tet uta uto an ar as ee em en er es et ez ia ie
    in io ir is on os re st te us a e i n o s t u
"""
_ENDINGS = tuple(_BENT.split())
# Languages whose everyday words the table has.
TONGUES = frozenset(("de", "fr", "es", "it", "pt", "ja"))
_ROOT = 4
_COMPOUND = 8
_LONGEST = 40


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A word without the ending that its language bends it by; at least four letters stay."""
    low = fold(word)
    return next((low[: -len(end)] for end in _ENDINGS if len(low) - len(end) >= _ROOT and low.endswith(end)), low)


@once
def _lines() -> tuple[str, ...]:
    lines = resource("data", "translations.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


@once
def _table() -> tuple[
    dict[str, set[str]], dict[str, list[tuple[tuple[str, ...], str]]], dict[str, list[tuple[str, str]]]
]:
    """English words by root; expressions of several words by the root of their first; CJK words by their first sign."""
    single: dict[str, set[str]] = defaultdict(set)
    joined: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    cjk: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _lines():
        english, _, forms = line.partition("\t")
        for form in forms.split():
            parts = tuple(root(part) for part in form.split("_"))
            for meant in english.split("_"):
                if CJK.search(form):
                    cjk[form[0]].append((form, meant))
                elif len(parts) > 1:
                    joined[parts[0]].append((parts, meant))
                else:
                    single[parts[0]].add(meant)
    return single, joined, cjk


@lru_cache(maxsize=65536)
def english(word: str) -> frozenset[str]:
    """The English words for a word of another language, or for the parts of a German compound."""
    single = _table()[0]
    found = single.get(root(word), set())
    low = fold(word)
    # Only German joins nouns, and writes them with a capital.
    if found or not word[:1].isupper() or not _COMPOUND <= len(low) <= _LONGEST:
        return frozenset(found)
    # A short beginning is too often no word of its own ("rest" in "restauriert").
    parts = [low[:at] for at in range(5, len(low) - 3)] + [low[at:] for at in range(4, len(low) - 3)]
    return frozenset(meant for part in parts for meant in single.get(root(part), ()))


def english_in(text: str, words: list[str]) -> set[str]:
    """The English words for what a text of another language says; ``words`` are those of the text."""
    _, joined, cjk = _table()
    found = {meant for word in words for meant in english(word)}
    roots = [root(word) for word in words]
    for at, first in enumerate(roots):
        found.update(meant for parts, meant in joined.get(first, ()) if tuple(roots[at : at + len(parts)]) == parts)
    if CJK.search(text):
        found.update(
            meant for at, sign in enumerate(text) for form, meant in cjk.get(sign, ()) if text.startswith(form, at)
        )
    return found


# The first parts of German verbs that stand alone at the end of the clause: "arbeitet … zusammen".
_PARTICLE_WORDS = """
    ab an auf aus bei durch ein fest fort her heran heraus herum hin hinaus hinzu los mit nach nieder statt teil um vor
    voran vorbei weg weiter wieder zu zurück zusammen
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_REACH = 12


def rejoined(words: list[str]) -> set[str]:
    """The roots of the German verbs that a particle further on belongs to, marked as roots: "/zusammenarbeit"."""
    found: set[str] = set()
    for at, word in enumerate(words):
        if word in _PARTICLES:
            near = words[max(0, at - _REACH) : at]
            found.update("/" + root(fold(word) + fold(verb)) for verb in near if verb[0].islower() and len(verb) > 3)
    return found


@once
def _forms() -> frozenset[str]:
    return frozenset(fold(form) for line in _lines() for form in line.partition("\t")[2].split())


def known(word: str) -> bool:
    """Whether the table has this very word of another language."""
    return fold(word) in _forms()


@once
def _named() -> frozenset[str]:
    """The stems of the English words that have a translation."""
    return frozenset(stem(word) for line in _lines() for word in line.partition("\t")[0].split("_"))


def has_translation(word: str) -> bool:
    """Whether the table says what an English word is called elsewhere, so that it would be found there."""
    return stem(word) in _named()
