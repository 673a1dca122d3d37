"""Whether a foreign name, written in katakana, sounds like a name in Latin letters: グラミン and Grameen."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"[\u30a1-\u30faー・]{2,}")
_KANA = {
    **dict(zip("アイウエオ", "aiueo", strict=True)),
    **dict(zip("ァィゥェォ", "aiueo", strict=True)),
    **{
        kana: consonant + vowel
        for consonant, row in (
            ("k", "カキクケコ"),
            ("g", "ガギグゲゴ"),
            ("s", "サシスセソ"),
            ("z", "ザジズゼゾ"),
            ("t", "タチツテト"),
            ("d", "ダヂヅデド"),
            ("n", "ナニヌネノ"),
            ("h", "ハヒフヘホ"),
            ("b", "バビブベボ"),
            ("p", "パピプペポ"),
            ("m", "マミムメモ"),
            ("r", "ラリルレロ"),
        )
        for kana, vowel in zip(row, "aiueo", strict=True)
    },
    "ヤ": "ya",
    "ユ": "yu",
    "ヨ": "yo",
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ワ": "wa",
    "ン": "n",
    "ヴ": "v",
}
# Letters that Japanese does not tell apart, and pairs it hears as one sound.
_LATIN = (("th", "s"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("sh", "s"), ("ch", "t"), ("x", "ks"))
_SAME = str.maketrans({"l": "r", "v": "b", "f": "h", "c": "k", "j": "z", "w": "", "y": "", "q": "k"})
_VOWELS = re.compile(r"[aeiou]+")
_ALIKE = 75


def sounds_like(name: str, text: str) -> bool:
    """Whether some katakana of ``text`` may spell ``name``; names of fewer than three consonants are never told."""
    wanted = _bones(name)
    if len(wanted) < 3:
        return False
    from rapidfuzz import fuzz

    return any(fuzz.ratio(wanted, bones) >= _ALIKE for bones in _heard(text))


@lru_cache(maxsize=32)
def _heard(text: str) -> frozenset[str]:
    pieces = {piece for run in _RUN.findall(text) for piece in (run, *run.split("・"))}
    return frozenset(bones for piece in pieces if len(bones := _bones(roman(piece))) >= 3)


def roman(kana: str) -> str:
    """Katakana in Latin letters: each sign by its sound."""
    return "".join(_KANA.get(char, "") for char in kana)


def _bones(word: str) -> str:
    low = word.lower()
    for pair, sound in _LATIN:
        low = low.replace(pair, sound)
    low = _VOWELS.sub("", "".join(char for char in low if char.isascii() and char.isalpha()).translate(_SAME))
    return re.sub(r"(.)\1+", r"\1", low)
