"""Whether a name in kanji may be read as a name in Latin letters: 武蔵野 and Musashino (Unicode, IPADIC).

A reading is compared by its sound: voiced and unvoiced consonants, long and short vowels are one, for writers differ
in them. The table is read when a name of a message stands in no source, not before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.meaning import fold
from drafter.resources import once, resource

_RUN = re.compile(r"[\u3400-\u9fff々ヶ]{2,}")
_PAIRS = (("sh", "s"), ("ch", "t"), ("ts", "t"), ("ou", "o"), ("oo", "o"), ("uu", "u"), ("oh", "o"), ("mm", "nm"))
_SAME = str.maketrans({"g": "k", "z": "s", "j": "s", "d": "t", "b": "h", "p": "h", "f": "h", "v": "h", "c": "k"})
_TWICE = re.compile(r"(.)\1+")
# Fewer letters are spelt by chance.
SHORTEST = 4
_LONGEST_UNIT = 4


def sound_of(romaji: str) -> str:
    """How a word in Latin letters sounds to who reads Japanese."""
    low = "".join(char for char in fold(romaji) if "a" <= char <= "z")
    for pair, sound in _PAIRS:
        # An "oh" or "ou" before a vowel is no long one: "Ohara" is "o", "hara".
        low = re.sub(pair + r"(?![aeiouy])", sound, low) if pair == "oh" else low.replace(pair, sound)
    return _TWICE.sub(r"\1", low.translate(_SAME).replace("mh", "nh"))


def reads_as(name: str, text: str) -> bool:
    """Whether some kanji of ``text`` may be read as ``name``."""
    wanted = sound_of(name)
    return len(wanted) >= SHORTEST and any(_spells(wanted, run) for run in _runs(text))


@lru_cache(maxsize=8)
def _runs(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_RUN.findall(text)))


def _spells(wanted: str, run: str) -> bool:
    """Whether two or more signs in a row have readings that make up a sound."""
    return any(_from(wanted, run, start, 0) for start in range(len(run) - 1))


def _from(rest: str, run: str, at: int, used: int) -> bool:
    if not rest:
        return used > 1
    for length in range(min(_LONGEST_UNIT, len(run) - at), 0, -1):
        for reading in _readings().get(run[at : at + length], ()):
            if rest.startswith(reading) and _from(rest[len(reading) :], run, at + length, used + length):
                return True
            # "hoku" and "kai" join to "hokkai", which is one "k" here.
            short = reading[:-2] if length == 1 and reading[-2:] in ("ku", "ki", "tu", "ti") else ""
            if short and rest.startswith(short) and _from(rest[len(short) :], run, at + 1, used + 1):
                return True
    return False


@once
def _readings() -> dict[str, tuple[str, ...]]:
    import lzma

    rows = lzma.decompress(resource("data", "readings.txt.xz").read_bytes()).decode().splitlines()
    return {kanji: tuple(told.split()) for kanji, _, told in (row.partition("\t") for row in rows)}
