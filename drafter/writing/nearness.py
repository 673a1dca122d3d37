"""How near a fact is to what a message is for: the words that both have, and those that mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from drafter.language.meaning import concepts, stem
from drafter.language.translation import english, english_in
from drafter.models import Brief, Profile
from drafter.writing.grammar.purposes import COMMON_WORDS, language_of
from drafter.writing.kinds import OWN_SIDE

# Japanese is not parted by spaces: its words are runs of katakana or of kanji.
_WORD = re.compile(r"(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W\d_]){3,}|[\u30a0-\u30ff]{2,}|[\u4e00-\u9fff]{2,}")
# What most purposes say, whatever they are about, and what most facts say of time and amount.
_LOOSE_WORDS = """
    about advice ask asked could find found get give have having hear help hope how idea interested job know learn like
    look looking make meet message more need new one other people question role see share something speak talk tell
    thank thing time two understand use want was way week well were what when whether which while who whom why will
    with wonder work would write writing year years
    einen einem einer eines kein keine zum zur vom beim habe hat haben hatte wird wurde ist war jahr jahre jede jeden
    jedes wieder jetzt seit ont été cette ces aux leur leurs année ans año años este esta han sido
    aber alle auch danke diese einige erfahren fragen frage gerne haben hören kann lernen mehr sehr sind verstehen warum
    welche wenn werden wissen würde avoir bien comprendre demander être faire merci nous par plus savoir vous algo estar
    gracias hacer más nos preguntar quiero saber ser tener usted
"""
_LOOSE = frozenset((*_LOOSE_WORDS.split(), *COMMON_WORDS))
_LOOSE_STEMS = frozenset(map(stem, _LOOSE))
_RELATED = 0.6


def names_in(profile: Profile) -> tuple[str | None, ...]:
    """The names that most sentences about the reader have."""
    return (profile.contact.name, profile.organization.name if profile.organization else None)


def purpose_of(brief: Brief) -> str:
    """What the message is about, in the brief's words."""
    angle = None if brief.angle == OWN_SIDE else brief.angle
    return " ".join(filter(None, (brief.purpose, brief.ask, angle)))


def nearness(text: str, purpose: str, names: Iterable[str | None] = ()) -> float:
    """How many words of the purpose the text has; one that only means the same counts a little less.

    ``names`` are the reader's and their organisation's, which most sentences about them have.
    """
    known = frozenset(word for name in names if name for word in _words(name))
    wanted = [word for word in _words(purpose) if word not in known]
    said = [word for word in _words(text) if word not in known]
    if not wanted or not said:
        return 0.0
    stems = {stem(word) for word in said}
    meant = _meant(" ".join(said), text)
    return sum(
        1.0 if stem(word) in stems else _RELATED * bool(_meant(word, purpose) & meant) for word in dict.fromkeys(wanted)
    )


def touches(text: str, purpose: str, names: Iterable[str | None] = ()) -> bool:
    """Whether the text has to do with the purpose: by a word of it; in another language its translation is enough."""
    same = language_of(text) == language_of(purpose)
    return nearness(text, purpose, names) >= (1.0 if same else _RELATED)


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(text) if word.lower() not in _LOOSE)


@lru_cache(maxsize=4096)
def _meant(words: str, text: str) -> frozenset[str]:
    """The concepts of the words, their English stems, and those of the English words they are translated by."""
    several = words.split()
    foreign = language_of(text) not in (None, "en")
    translated = english_in(words, several) if foreign else set()
    found = {stem(word) for word in (*several, *translated)}
    for word in (*several, *translated):
        # A relation or a place stands for too much: half of all sentences lead, make or are in a country.
        found.update(concept for concept in concepts(word) if concept[0] not in "=@#")
        if foreign and len(word) >= 8:
            found.update(stem(part) for part in english(word))
    return frozenset(found - _LOOSE_STEMS)
