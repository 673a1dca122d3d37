"""Large towns by all their names, with their countries (geonames.org, CC BY 4.0).

The table is read when a place of a message stands in no source, not before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from drafter.language.meaning import concept_words, concepts, fold
from drafter.resources import once, resource

# Where a page in this language most likely speaks of its own country.
_HOMES = {
    "de": "DE AT CH", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT BR", "ja": "JP", "nl": "NL",
    "sv": "SE", "da": "DK", "nb": "NO", "no": "NO", "fi": "FI", "pl": "PL", "cs": "CZ", "tr": "TR",
}  # fmt: skip
# Adjectives that do not begin as the name of their country does.
_ADJECTIVES = {
    "spanish": "ES", "french": "FR", "dutch": "NL", "greek": "GR", "swiss": "CH", "danish": "DK", "british": "GB",
    "english": "GB", "scottish": "GB", "welsh": "GB", "irish": "IE", "turkish": "TR", "polish": "PL", "finnish": "FI",
    "scandinavian": "SE NO DK", "nordic": "SE NO DK FI IS",
}  # fmt: skip
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ic|i)$")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,}(?: [A-ZÀ-Þ][\w’'-]+)?|[\u30a0-\u30ff]{2,10}|[\u3400-\u9fff]{2}")
_SHARED = 4
_CONTINENTS = {"@europe": "EU", "@asia": "AS", "@africa": "AF"}


@once
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[int]], tuple[str, ...]]:
    """Countries by continent, towns by name, and the country of each town."""
    import lzma

    head, _, rows = lzma.decompress(resource("data", "places.txt.xz").read_bytes()).decode().partition("\n\n")
    continents = {line.split("\t")[0]: frozenset(line.split("\t")[1].split()) for line in head.splitlines()}
    towns: dict[str, set[int]] = defaultdict(set)
    countries = []
    for at, row in enumerate(rows.splitlines()):
        country, *names = row.split("\t")
        countries.append(country)
        for name in names:
            towns[name].add(at)
    return continents, {name: frozenset(some) for name, some in towns.items()}, tuple(countries)


def town(name: str) -> frozenset[int]:
    """The towns of this name, in whatever language."""
    return _tables()[1].get(fold(name), frozenset())


@lru_cache(maxsize=4096)
def named_in(text: str) -> frozenset[int]:
    """The large towns that a text names."""
    named = set(_NAME.findall(text))
    named |= {word for name in named for word in name.split()}
    return frozenset().union(*map(town, named))


def countries_of(towns: frozenset[int]) -> frozenset[str]:
    """The countries that some towns are in."""
    countries = _tables()[2]
    return frozenset(countries[one] for one in towns)


def regions(name: str) -> frozenset[str]:
    """The countries that a name of a country or continent means ("Portuguese" too, where the tables have it)."""
    found: set[str] = set()
    for concept in concepts("_".join(fold(name).split())):
        if concept[0] == "#":
            found.add(concept[1:])
        elif concept in _CONTINENTS:
            found |= _tables()[0][_CONTINENTS[concept]]
    return frozenset(found) or _of_adjective(fold(name))


@lru_cache(maxsize=256)
def _of_adjective(name: str) -> frozenset[str]:
    """The country of "Brazilian": the one whose name begins alike."""
    if name in _ADJECTIVES:
        return frozenset(_ADJECTIVES[name].split())
    if not _ADJECTIVE.search(name):
        return frozenset()
    found = set()
    for word, meant in concept_words().items():
        least = max(_SHARED, min(len(word) - 1, len(name) - 4))
        if meant[0][0] == "#" and word[:least] == name[:least] and len(name) > least:
            found.add(meant[0][1:])
    return frozenset(found)


def homes(languages: set[str]) -> frozenset[str]:
    """The countries where these languages are at home."""
    return frozenset(code for language in languages for code in _HOMES.get(language, "").split())
