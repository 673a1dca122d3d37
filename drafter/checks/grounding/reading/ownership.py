"""Whom each sentence of a note is about: the person it begins with, or whom its pronoun or bare verb stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.checks._text import WORD, Span
from drafter.checks.grounding.reading.anchors import HEADS
from drafter.checks.grounding.reading.naming import plain_words
from drafter.language import places, translation, wordnet
from drafter.language._name_words import PARTICLES, TITLES
from drafter.language.meaning import concept_words, fold

_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]+(?: (?:[^\W\d_a-z]\.|van|von|de|der|da|del|la|[^\W\d_a-zß-ÿ][\w'’-]+)){1,3}")
_RELATIVE = re.compile(
    rf"(?:(?:Sir|Dame|Lord|Lady|Dr\.?|Prof\.?|Professor|Mr|Mrs|Ms)\s)?(?P<name>{_NAME.pattern})(?: [a-zà-ÿ]+){{0,2}}"
    r"(?P<clause>, (?:who|whose|der|die|dessen|deren|qui|dont)\s[^;.\n]{3,200}?)(?=, (?:said|welcom|and"
    r"|is|was|has|hat|ist|a|est)\b|[;.\n]|$)"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|him|er|sie|ihr|ihre[rmns]?|seine[rmns]?|il|elle|él|ella|lui|lei|ele|ela|su|sa|son|ses|sus|suo|sua"
    r"|seu)\b|彼|同氏",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|my|me|we|our|us|ich|mein\w*|wir|unser\w*|je|mon|nous|notre|yo|mi|nosotros|io|mio|noi|nostr\w+|eu|meu|nós|nosso)\b"
    r"|j['’]"
)
_PERSONAL = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:he|she|er|sie|il|elle|él|ella|lui|lei|ele|ela|his|her)\b|彼", re.IGNORECASE
)
_PRONOUN_FIRST = re.compile(r"^(?:he|she|er|il|elle|él|ella|lui|lei|ele|ela)\b", re.IGNORECASE)
# "Through Kim's letters she found …" is no deed of Kim's.
_PRONOUN_DOES = re.compile(r"\b(?:he|she|er|sie|il|elle)\b")
_ARTICLE = re.compile(
    r"\b(?:the|der|die|das|dem|den|le|la|les|el|los|il|lo|o|os|as) $|\b(?:l|dell|all|nell)['’]$", re.IGNORECASE
)
# A given or family name alone at the head of a sentence, its verb after it.
_OPENS = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]+(?= [a-zà-ÿ])")
# Languages whose verbs need no pronoun.
_BARE = frozenset(("es", "it", "pt", "ja"))
_BESIDE = re.compile(
    r"\b(?:with|by|under|from|of|to|for|and|&|alongside|mit|von|bei|unter|für|an|und|avec|par|sous|chez|et|con|por|y|e"
    r"|com|al|dal)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# What stands behind these is a place or a time and no doer: "Sie hat in Innsbruck Meteorologie studiert".
_PLACED = re.compile(r"\b(?:in|at|aus|nach|im|am|en|à|em)\s$", re.IGNORECASE)
# What may stand before the doer: "In 2019", "Seit 2020 leitet".
_AHEAD = 40
# Endings of nouns for doings and qualities, which nobody is called by.
_ABSTRACT = re.compile(r"(?:ung|ungen|schaft|keit|heit|tion|tionen|tät|zione|ción|ção|logie|logía)$")
_SMALL = frozenset("zu zum zur von vom über de del des du di da do dos sur sobre su à the our".split())
_LONG = 5
_SHORT = 4


def is_wording(name: str) -> bool:
    """Whether what looks like a name is a heading of everyday words ("Beruflicher Werdegang", "Über Lichtwerk")."""
    words = [fold(word) for word in WORD.findall(name) if fold(word) not in TITLES]
    if not words or words[0] in _SMALL or _ABSTRACT.search(words[0]):
        return True
    # Nobody is called after a street, a campus or a house.
    if any(wordnet.kind(part) == "thing" for word in words if word.count("-") > 1 for part in word.split("-")[-1:]):
        return True
    known = [word in concept_words() or translation.known(word) or word in plain_words() for word in words]
    told = (one or (len(word) > _SHORT and translation.english(word)) for one, word in zip(known, words, strict=True))
    return all(told) or (known[0] and len(words[0]) > _LONG)


def subjects(
    text: str, sentences: Sequence[Span], contact: str, *, employer: str = "", language: str = "en"
) -> list[str | None]:
    """For each sentence the person it is about, where that is told; nothing where only one person is spoken of."""
    people = _people(sentences, contact, fold(employer))
    if len(set(people.values())) < 2:
        return [None] * len(sentences)
    found: list[str | None] = []
    last: str | None = None
    end, cut = 0, False
    for span in sentences:
        ours = _FIRST_PERSON.search(span.text) and not _PERSONAL.match(span.text)
        if "\n\n" in text[end : span.start] or ours:
            last = None
        # In "She taught Kim to sail" the pronoun does it, whoever is named after it.
        named = last if _PRONOUN_FIRST.match(span.text) else _doer(span.text, people)
        same_line = "\n" not in text[end : span.start]
        if named is None and last and (cut or _PRONOUN.search(span.text) or (same_line and language in _BARE)):
            named = last
        end = span.end
        cut = span.text.count("(") > span.text.count(")")
        found.append(named or None)
        last = named or (last if named is None else None)
    return found


def relatives(sentence: str, contact: str) -> Iterator[tuple[int, int, int, str]]:
    """Relative clauses about somebody else: where the name begins, the clause begins and ends, and whose it is."""
    own = {fold(word) for word in WORD.findall(contact)}
    for match in _RELATIVE.finditer(sentence):
        words = {fold(word) for word in WORD.findall(match["name"])}
        if words.isdisjoint(own) and telling(match["name"], Counter()) and not words & HEADS:
            yield match.start("name"), match.start("clause"), match.end("clause"), match["name"]


def _people(sentences: Sequence[Span], contact: str, employer: str) -> dict[str, str]:
    """Every word that names one person only, with that person's full name."""
    from drafter.language.names import looks_like_person

    if not looks_like_person(contact):
        return {}
    full = {contact}
    lower = Counter(word for span in sentences for word in WORD.findall(span.text) if word.islower())
    heads = {
        match.group().removesuffix("'s").removesuffix("’s") for span in sentences if (match := _OPENS.match(span.text))
    }
    for at, span in enumerate(sentences):
        for match in _NAME.finditer(span.text[:200]):
            name = match.group()
            if (
                name in full
                or fold(name) in employer
                or not _does(span.text, match)
                or not telling(name, lower)
                or not looks_like_person(name)
            ):
                continue
            after = sentences[at + 1].text if at + 1 < len(sentences) else ""
            kin = contact.split()[-1] == name.split()[-1]
            if (
                kin
                or not heads.isdisjoint(WORD.findall(name))
                or _PERSONAL.search(after)
                or _in_office(span.text, match)
            ):
                full.add(name)
    words = {
        name: {fold(word) for word in WORD.findall(name) if len(word) > 2 and fold(word) not in PARTICLES | TITLES}
        for name in full
    }
    own = words[contact]
    shared = Counter(word for some in words.values() for word in some)
    people: dict[str, str] = {}
    for name, some in words.items():
        owner = contact if len(some & own) >= min(2, len(own)) else name
        people |= {word: owner for word in some if shared[word] == 1 or (owner == contact and _alone(word, words, own))}
    return people


def _alone(word: str, words: dict[str, set[str]], own: set[str]) -> bool:
    """Whether a word of the contact's name is nobody else's: what names the contact in another form does not count."""
    others = (some for some in words.values() if len(some & own) < min(2, len(own)))
    return word in own and not any(word in some for some in others)


def _in_office(sentence: str, match: re.Match[str]) -> bool:
    """Whether a role stands beside a name."""
    around = sentence[max(0, match.start() - 30) : match.start()] + " " + sentence[match.end() : match.end() + 40]
    return any(fold(word) in HEADS or not HEADS.isdisjoint(translation.english(word)) for word in WORD.findall(around))


def _does(sentence: str, match: re.Match[str]) -> bool:
    """Whether a name stands where a doer does: at the head, with a verb or a comma after it."""
    after = sentence[match.end() : match.end() + 12]
    before = sentence[: match.start()]
    if _ARTICLE.search(before) or _PLACED.search(before):
        return False
    return (
        match.start() < _AHEAD
        and bool(re.match(r"(?:['’]s)? [a-zà-ÿ]|, | \(| [–—|] ", after))
        and "\n" not in after[:1]
    )


def telling(name: str, lower: Counter[str]) -> bool:
    """Whether the words of a name are no everyday ones."""
    words = WORD.findall(name)
    if is_wording(name) or fold(words[0]) in plain_words() or _known(words[0]):
        return False
    if any(word.lower() in lower for word in words) or all(wordnet.kind(word.lower()) for word in words):
        return False
    return not places.town(words[-1]) and not places.regions(words[0]) and not re.search(r"['’]\w{2,}$", name)


def _known(word: str) -> bool:
    """Whether a word is an everyday one of another language, or a long German one made of such."""
    return translation.known(word) or (len(word) > 2 * _LONG and bool(translation.english(word)))


def _doer(sentence: str, people: dict[str, str]) -> str | None:
    """The person named as doer; ``""`` where several are, ``None`` where nobody is."""
    found: list[tuple[int, str]] = []
    for match in WORD.finditer(sentence):
        word = match.group().removesuffix("'s").removesuffix("’s")
        owner = people.get(fold(word))
        if word != match.group() and _PRONOUN_DOES.search(sentence):
            continue
        if owner and word[0].isupper() and not _BESIDE.search(sentence[max(0, match.start() - 16) : match.start()]):
            found.append((match.start(), owner))
    owners = {owner for _, owner in found}
    if len(owners) > 1 and found[0][0] == 0 and len([one for one in found if one[1] == found[0][1]]) >= 1:
        return found[0][1] if not re.match(r"[^,;]{0,60}\b(?:and|und|et|y|e|&)\b", sentence) else ""
    return None if not owners else found[0][1] if len(owners) == 1 else ""
