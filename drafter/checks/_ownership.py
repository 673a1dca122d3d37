"""Whom each sentence of a note is about: the one person it names, or the one its pronoun stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter.checks._naming import plain_words
from drafter.checks._text import WORD, Span
from drafter.language.meaning import concepts, fold

_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w'’-]+(?:\s(?:[^\W\d_a-z]\.|van|von|de|der|da|del|la|[^\W\d_a-zß-ÿ][\w'’-]+)){1,3}"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|him|er|sie|ihr|ihre[rmns]?|seine[rmns]?|il|elle|él|ella|su|sa|son|ses|sus)\b|彼|同氏",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us|ich|mein\w*|wir|unser\w*|je|mon|nous|notre|yo|mi|nosotros)\b|j['’]")
_BESIDE = re.compile(
    r"\b(?:with|by|under|from|of|to|for|and|&|alongside|mit|von|bei|unter|für|an|und|avec|par|sous|chez|et|con|por|y)\s$",
    re.IGNORECASE,
)


def subjects(text: str, sentences: Sequence[Span], contact: str) -> list[str | None]:
    """For each sentence the person it is about, where that is told; nothing where only one person is spoken of."""
    people = _people(sentences, contact)
    if len(set(people.values())) < 2 or contact not in people.values():
        return [None] * len(sentences)
    found: list[str | None] = []
    last: str | None = None
    end, cut = 0, False
    for span in sentences:
        if "\n\n" in text[end : span.start] or _FIRST_PERSON.search(span.text):
            last = None
        end = span.end
        named = _named(span.text, people)
        if named is None and last and (cut or _PRONOUN.search(span.text)):
            named = last
        cut = span.text.count("(") > span.text.count(")")
        found.append(named or None)
        last = named or (last if named is None else None)
    return found


def _people(sentences: Sequence[Span], contact: str) -> dict[str, str]:
    """Every word that names one person only, with that person's full name."""
    from drafter.language.names import looks_like_person

    if not looks_like_person(contact):
        return {}
    counted = Counter(word for span in sentences for word in WORD.findall(span.text))
    heads = {match.group() for span in sentences if (match := WORD.search(span.text))}
    full = {contact}
    for span in sentences:
        for match in _NAME.finditer(span.text):
            if (
                match.group() not in full
                and fold(WORD.findall(match.group())[0]) not in plain_words()
                and _telling(match.group(), counted, heads)
                and looks_like_person(match.group())
            ):
                full.add(match.group())
    words = {name: {fold(word) for word in WORD.findall(name) if len(word) > 2} for name in full}
    own = words[contact]
    shared = Counter(word for some in words.values() for word in some)
    people: dict[str, str] = {}
    for name, some in words.items():
        owner = contact if len(some & own) >= min(2, len(own)) else name
        people |= {word: owner for word in some if shared[word] == 1 or (owner == contact and word in own)}
    return people


def _telling(name: str, counted: Counter[str], heads: set[str]) -> bool:
    """Whether the family name opens a sentence alone, as people's do, and no part is an everyday word."""
    words = WORD.findall(name)
    if not {words[-1], words[-1] + "'s", words[-1] + "’s"} & heads or (not words[-1][1:].islower() and "-" not in name):
        return False
    return not any(concepts(word) or word.lower() in counted or fold(word) in plain_words() for word in words)


def _named(sentence: str, people: dict[str, str]) -> str | None:
    """The person named as doer; ``""`` where several are, ``None`` where nobody is."""
    found: list[tuple[int, str]] = []
    for match in WORD.finditer(sentence):
        word = match.group().removesuffix("'s").removesuffix("’s")
        owner = people.get(fold(word))
        if owner and word[0].isupper() and not _BESIDE.search(sentence[max(0, match.start() - 12) : match.start()]):
            found.append((match.start(), owner))
    owners = {owner for _, owner in found}
    return None if not owners else found[0][1] if len(owners) == 1 else ""
