"""What words mean, lightly: stems, and concepts that several words of several languages share.

The tables are small on purpose: they hold what sources say of people and organisations, not a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from drafter.resources import once, resource

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]")
_ENDINGS = (
    "izations",
    "isations",
    "ization",
    "isation",
    "fications",
    "fication",
    "ations",
    "ation",
    "ically",
    "ical",
    "ments",
    "ment",
    "ities",
    "ingly",
    "ings",
    "ists",
    "ions",
    "ors",
    "ers",
    "ies",
    "ing",
    "ive",
    "ist",
    "ion",
    "ity",
    "ate",
    "ous",
    "est",
    "ed",
    "er",
    "or",
    "es",
    "ly",
    "en",
    "em",
    "al",
    "ic",
    "fy",
    "s",
    "e",
    "y",
)
_SHORT = frozenset(("s", "e", "ed", "es", "ing", "y"))
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "ı": "i"})
_COMPOUND = 8
# Countries by one sign, which stand together ("日米") or after a verb of going and staying ("渡米").
_ONE_SIGN = {"米": "US", "英": "GB", "仏": "FR", "独": "DE", "伊": "IT", "豪": "AU", "露": "RU", "韓": "KR", "加": "CA"}
_SIGNS = re.compile(r"[日米英仏独伊豪露韓加]{2,}|(?<=[渡訪在滞駐])[米英仏独伊豪]")
_LONGEST = 40


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents; words of other scripts stay as they are."""
    low = word.lower().translate(_LETTERS)
    if low.isascii():
        return low
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFKD", low) if not "\u0300" <= c <= "\u036f")
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its endings, the same for "certify", "certified" and "certification"."""
    root = fold(word)
    if root.endswith("'s"):
        root = root[:-2]
    root = root.replace("-", "").replace("'", "").replace(".", "")
    for _ in range(2):
        ending = next((end for end in _ENDINGS if root.endswith(end) and len(root) - len(end) >= _least(end)), None)
        if not ending or not root.isalpha():
            break
        root = root[: -len(ending)]
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sl" else root


def _least(ending: str) -> int:
    return 3 if ending in _SHORT else 4


@once
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], int]:
    """Concepts by folded word, by stem, by CJK word; and the length of the longest CJK word."""
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    cjk: dict[str, tuple[str, ...]] = {}
    for concept, forms in _rows():
        for form in forms:
            if CJK.search(form):
                cjk[form] = (*cjk.get(form, ()), concept)
                continue
            key = fold(form)
            words[key] = (*words.get(key, ()), concept)
            if "_" not in key and concept[0] not in "@#":
                root = stem(key)
                stems[root] = (*stems.get(root, ()), concept) if concept not in stems.get(root, ()) else stems[root]
    return words, stems, cjk, max(map(len, cjk))


def _rows() -> list[tuple[str, list[str]]]:
    rows = []
    for name, mark in (("meanings.tsv", ""), ("countries.tsv", "#")):
        for line in resource("data", name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("# "):
                concept, _, rest = line.partition("\t")
                forms = rest.replace(" ", "_").split("\t") if mark else rest.split()
                rows.append((mark + concept, forms))
    return rows


def concept_words() -> dict[str, tuple[str, ...]]:
    """The very words that stand in the tables."""
    return _tables()[0]


@lru_cache(maxsize=65536)
def concepts(word: str) -> tuple[str, ...]:
    """The concepts a word (or some joined by "_") stands for, such as "=found", "@vienna", "#AT" or "digital"."""
    words, stems, _, _ = _tables()
    key = fold(word)
    return words.get(key) or (() if "_" in key else stems.get(stem(key), ()))


@once
def _joined() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """What several words stand for together, by the first of them."""
    found: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}
    for key, meant in _tables()[0].items():
        parts = tuple(key.split("_"))
        if len(parts) > 1:
            found[parts[0]] = (*found.get(parts[0], ()), (parts, meant))
    return found


def joined_concepts(folded: list[str]) -> set[str]:
    """The concepts that neighbouring words of a text stand for together ("new", "york")."""
    starts = _joined()
    found: set[str] = set()
    for at, word in enumerate(folded):
        for parts, meant in starts.get(word, ()):
            if tuple(folded[at : at + len(parts)]) == parts:
                found.update(meant)
    return found


@lru_cache(maxsize=65536)
def compound_concepts(word: str) -> tuple[str, ...]:
    """Concepts of the parts of a long German compound ("Telefondienste"): a known word at its start or end."""
    key = fold(word)
    if not _COMPOUND <= len(key) <= _LONGEST or not key.isalpha():
        return ()
    words, _, _, _ = _tables()
    found: list[str] = []
    for cut in range(4, len(key) - 2):
        for part in (key[:cut], key[cut:]):
            if len(part) >= 4:
                found += (concept for concept in words.get(part, ()) if concept[0] not in "#@")
    return tuple(dict.fromkeys(found))


def cjk_concepts(text: str) -> set[str]:
    """Concepts named in a stretch of Japanese or Chinese."""
    begun = _cjk_by_first()
    found: set[str] = set()
    for at, char in enumerate(text):
        for word, meant in begun.get(char, ()):
            if text.startswith(word, at):
                found.update(meant)
    return found.union("#" + _ONE_SIGN[sign] for run in _SIGNS.findall(text) for sign in run if sign in _ONE_SIGN)


@once
def _cjk_by_first() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The CJK words and their concepts by their first sign."""
    begun: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word, meant in _tables()[2].items():
        begun.setdefault(word[0], []).append((word, meant))
    return begun
