"""Names in a sentence: of people, organisations, places and products, in the habits of its script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, words_of
from drafter.checks.grounding.reading.item import Item
from drafter.checks.grounding.reading.sources import initials_of, terms_of
from drafter.language.meaning import CJK, cjk_concepts, concepts, fold
from drafter.resources import once, resource

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.sources import Evidence

GENERIC = frozenset(
    (
        "the of and for de der die das la le inc ltd gmbh ag llc corp company foundation group university institute "
        "society association award prize conference uc dr prof mr ms mrs professor san"
    ).split()
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9&.'’-]+")
_HEADS = frozenset(
    ("Universität", "Uni", "TU", "FH", "RWTH", "ETH", "Hochschule", "Fachhochschule", "Klinikum", "Stadt")
)
# "l'USP" names the USP; what stands before the apostrophe is no part of the name.
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|dell|nell|all|dall|sull|un)['’](?=[A-ZÀ-Ý])", re.IGNORECASE)
_CJK_LANGUAGES = ("ja", "zh", "ko")
_KATAKANA = re.compile(r"[ァ-ヴー]{3,}")
_KANJI = re.compile(r"[\u3400-\u9fff々]{2,}")


@once
def plain_words() -> frozenset[str]:
    """Words that carry no checkable content, folded."""
    text = resource("data", "plain_words.txt").read_text(encoding="utf-8")
    return frozenset(fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())


def names(sentence: str, base: int, language: str, evidence: Evidence) -> Iterator[Item]:
    """Names in order; ``base`` is where the sentence begins in its text."""
    if language in _CJK_LANGUAGES and CJK.search(sentence):
        yield from _foreign_names(sentence, base)
        return
    run: list[re.Match[str]] = []
    if language in ("fr", "it"):
        sentence = _ELISION.sub(lambda found: " " * len(found.group()), sentence)
    words = words_of(sentence)
    for at, match in enumerate(words):
        if not match.group().islower() and _is_name(match, at, words, sentence, language, evidence):
            if run and not re.fullmatch(
                r"[\s]|\s?&\s|\s(?:of|for|de|of the)\s", sentence[run[-1].end() : match.start()]
            ):
                yield _named(run, sentence, base)
                run = []
            run.append(match)
    if run:
        yield _named(run, sentence, base)


def _foreign_names(sentence: str, base: int) -> Iterator[Item]:
    """In Japanese: words of Latin letters and of katakana, and places by their characters."""
    for match in _LATIN.finditer(sentence):
        if match.group().islower() or fold(match.group()) in plain_words():
            continue
        yield Item(base + match.start(), base + match.end(), match.group(), "name", (terms_of(match.group()),))
    for pattern in (_KATAKANA, _KANJI):
        for match in pattern.finditer(sentence):
            if fold(match.group()) in plain_words():
                continue
            found = cjk_concepts(match.group())
            places = tuple("~" + concept for concept in found if concept[0] in "@#")
            if places or pattern is _KATAKANA:
                alternatives = (*places, *("~" + concept for concept in found), "=" + match.group())
                yield Item(base + match.start(), base + match.end(), match.group(), "name", (alternatives,))


def _named(run: list[re.Match[str]], sentence: str, base: int) -> Item:
    start, end = run[0].start(), run[-1].end()
    text = sentence[start:end]
    for tail in ("'s", "’s"):
        if text.endswith(tail):
            text, end = text[:-2], end - 2
    words = WORD.findall(text)
    core = [word for word in words if fold(word) not in GENERIC] or words
    joined = concepts("_".join(fold(word) for word in words))
    short = "^" + initials_of(words)
    parts = tuple((*terms_of(word), *_acronym(word)) for word in core)
    if len(words) > 1:
        parts = tuple((*part, *("~" + concept for concept in joined), short) for part in parts)
    return Item(base + start, base + end, text, "name", parts)


def _acronym(word: str) -> tuple[str, ...]:
    capitals = "".join(char for char in word if char.isupper()).lower()
    return ("^" + capitals,) if len(capitals) >= 2 else ()


def _is_name(
    match: re.Match[str], at: int, words: tuple[re.Match[str], ...], sentence: str, language: str, evidence: Evidence
) -> bool:
    word = match.group()
    key = fold(word.removesuffix("'s").removesuffix("’s"))
    if not any(char.isupper() for char in word) or key in plain_words() or len(key) < 2:
        return False
    if not word[0].isupper() and sum(char.isupper() for char in word) < 2:
        return False
    if language == "de" and word[1:].islower():
        known = any(term.startswith(("~#", "~@")) for term in terms_of(word))
        return known or _after_preposition(at, words) or _of_institution(at, words)
    opening = at == 0 or re.search(r"[.!?:\"“(]\s*$|^\W*$", sentence[: match.start()])
    if opening and word[1:].islower():
        known = evidence.knows(terms_of(word)) and word.removesuffix("'s") not in {"Running", "Building"}
        return bool(known and (_capital_in(word, evidence))) or sentence[match.end() : match.end() + 2] in ("'s", "’s")
    return True


def _capital_in(word: str, evidence: Evidence) -> bool:
    return any(
        re.search(rf"(?<=[a-zß-ÿ,] ){re.escape(word)}\b", window.text)
        for at in evidence.postings.get(terms_of(word)[0], ())[:8]
        for window in (evidence.windows[at],)
    )


def _of_institution(at: int, words: tuple[re.Match[str], ...]) -> bool:
    """In German: "Universität Göttingen", "TU Dortmund", the head and the name after it."""
    word, before = words[at].group(), words[at - 1].group() if at else ""
    after = words[at + 1].group() if at + 1 < len(words) else ""
    return before in _HEADS or (word in _HEADS and after[:1].isupper())


def _after_preposition(at: int, words: tuple[re.Match[str], ...]) -> bool:
    """In German every noun has a capital: only one straight after "bei", "aus" … that no source knows is a name."""
    before = words[at - 1].group() if at else ""
    return before in {"bei", "nach", "aus"} and not concepts(words[at].group())
