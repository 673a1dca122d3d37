"""The hard parts of a claim: names, roles, quoted titles, figures and dates, and its plain content words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, words_of
from drafter.checks.grounding.reading import naming
from drafter.checks.grounding.reading.item import Item
from drafter.checks.grounding.reading.naming import plain_words
from drafter.checks.grounding.reading.sources import terms_abroad, terms_of
from drafter.language import dates, numbers
from drafter.language.meaning import CJK, fold
from drafter.language.translation import TONGUES

if TYPE_CHECKING:
    from drafter.checks._text import Text
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.sources import Evidence


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADS = _words(
    "director head chief officer manager lead leader engineer scientist professor chair chairman chairwoman "
    "president founder "
    "cofounder co-founder ceo cto coo cfo cmo cio editor minister secretary curator architect designer "
    "developer analyst economist biologist physicist chemist statistician historian archivist journalist physician "
    "surgeon nurse teacher accountant lawyer attorney programmer planner technician pharmacist psychologist "
    "consultant coordinator partner lecturer researcher treasurer principal dean rector fellow advisor adviser "
    "ambassador commissioner producer conductor librarian specialist strategist supervisor vp trustee owner mayor "
    "leiter leiterin geschäftsführer geschäftsführerin professorin vorstand directeur directrice présidente "
    "président directora "
    "presidenta jefa responsable fondatrice fundadora"
)
_MODIFIERS = _words(
    "executive associate senior vice deputy assistant principal managing general interim acting chief co "
    "founding research "
    "software data product technical lead staff junior scientific artistic creative medical financial "
    "regional national visiting "
    "emeritus full adjunct honorary operating technology information marketing demo area program programme "
    "workshop communications "
    "editorial commercial"
)
_GLUE = _words("of for the and at & de der für du des la")
_QUOTED = re.compile(r"[“\"„«‹「『](?P<title>[^”\"“»›」』\n]{3,120})[”\"“»›」』]")
_OF_NAME = re.compile(r" (?:of|at|for|bei|de|du|von) (?:the |der |la )?[A-ZÀ-Þ]")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu)['’]", re.IGNORECASE)
# "Leader of the Year" is no office.
_OF_THE_YEAR = re.compile(r" (?:of|for) the (?:year|month|decade|century)\b| (?:award|prize)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:my|our|mein\w*|mon|ma|mi)\b", re.IGNORECASE)


# Phone numbers, addresses on the net and the figures of a list are no statements.
_NET = re.compile(r"\b[\w.+-]{1,64}@[\w.-]{3,80}|\bhttps?://\S+|\bwww\.\S+")
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d(?:[ ().\-/\u00a0\u202f]{0,2}\d){6,16}(?![\d.,]\d|\w)")
_NO_PHONE = re.compile(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,3}(?:([ .\u00a0\u202f])\d{3})(?:\1\d{3})+"
    r"|(?:(?:19|20)\d\d[ \-/,]*){2,}|\d+"
)
_DIGIT_WORD = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|plus|null|eins|zwei|zwo|drei|vier|fünf|sechs|"
    "sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve"
)
_DIGIT_WORDS = frozenset(_DIGIT_WORD.split("|"))
_DIGIT = re.compile(r"\d")
_FEWEST = 5
_SPOKEN = re.compile(rf"\b(?:(?:{_DIGIT_WORD})\b[\s,.–—-]{{0,3}}){{{_FEWEST},}}", re.IGNORECASE)
_LISTED = re.compile(r"^\W{0,4}\d{1,2}[.):](?=\s|$)")


def items(claim: Claim, text: Text, evidence: Evidence) -> list[Item]:
    """All parts of a claim, in order; a stretch belongs to one part only."""
    found: list[Item] = []
    sentence, base = claim.sentence.text, claim.sentence.start
    taken = bytearray(len(sentence))
    for start, end in _idle(sentence):
        taken[start:end] = b"\1" * (end - start)
    for item in _all(sentence, base, text.language, evidence):
        quoted = item.sort == "quote" and not _OWN.search(sentence)
        left, right = item.start - base, item.end - base
        if (quoted or claim.covers(item.start, item.end)) and not any(taken[left:right]):
            taken[left:right] = b"\1" * (right - left)
            found.append(item)
    return sorted(found, key=lambda item: item.start)


def _idle(sentence: str) -> Iterator[tuple[int, int]]:
    """Stretches that state nothing: phone numbers in digits or words, addresses on the net, the figure of a list."""
    listed = _LISTED.match(sentence)
    if listed:
        yield listed.span()
    if any(sign in sentence for sign in ("@", "://", "www.")):
        yield from (match.span() for match in _NET.finditer(sentence))
    if (
        sum("-" in word[0] or word[0].lower() in _DIGIT_WORDS for word in words_of(sentence)) + sentence.count("-")
        >= _FEWEST
    ):
        yield from (match.span() for match in _SPOKEN.finditer(sentence))
    for match in _PHONE.finditer(sentence) if _DIGIT.search(sentence) else ():
        bare = match.group().startswith(("+", "00", "0", "("))
        if bare or not _NO_PHONE.fullmatch(match.group()):
            yield match.span()


def _all(sentence: str, base: int, language: str, evidence: Evidence) -> Iterator[Item]:
    """Everything that may be a part, the most telling reading of a stretch first."""
    yield from _quotes(sentence, base)
    yield from _dates(sentence, base)
    yield from _roles(sentence, base)
    for number in numbers.find(sentence, language):
        if not number.vague:
            yield Item(base + number.start, base + number.end, number.text, "number", number=number)
    yield from naming.names(sentence, base, language, evidence)
    yield from _content(sentence, base, language)


def _quotes(sentence: str, base: int) -> Iterator[Item]:
    for match in _QUOTED.finditer(sentence):
        words = WORD.findall(match["title"])
        if len(words) >= 2:
            parts = tuple(terms_of(word) for word in words if fold(word) not in plain_words())
            yield Item(base + match.start("title"), base + match.end("title"), match["title"], "quote", parts)


def _dates(sentence: str, base: int) -> Iterator[Item]:
    for date in dates.find(sentence):
        yield Item(base + date.start, base + date.end, date.text, "date", date=date)


def _roles(sentence: str, base: int) -> Iterator[Item]:
    """A role with what stands before it ("associate") and after "of"; a bare "engineer" is a plain word."""
    words = words_of(sentence)
    at = 0
    while at < len(words):
        if fold(words[at].group()) not in HEADS:
            at += 1
            continue
        first, last = _role_start(words, at), _role_end(words, at)
        if _OF_THE_YEAR.match(sentence[words[last].end() :]):
            at = last + 1
            continue
        if last > first or words[at].group().isupper() or _OF_NAME.match(sentence[words[at].end() :]):
            span = words[first : last + 1]
            # "Technology chief" is what newspapers call a CTO.
            chief = fold(span[-1].group()) == "chief"
            parts = tuple(
                (*_role_terms(word.group()), *([f"^c{fold(word.group())[0]}o"] if chief else ()))
                for word in (span[:-1] if chief else span)
                if fold(word.group()) not in _GLUE and fold(word.group()) not in plain_words()
            )
            start, end = span[0].start(), span[-1].end()
            if parts:
                yield Item(base + start, base + end, sentence[start:end], "role", parts)
        at = last + 1


def _role_terms(word: str) -> tuple[str, ...]:
    """As of any word, but that all roles mean leading does not make them the same role."""
    return tuple(term for term in terms_of(word) if term != "~=lead")


def _role_start(words: tuple[re.Match[str], ...], at: int) -> int:
    first = at
    while first and at - first < 3:
        word = words[first - 1].group()
        if (
            fold(word) in _MODIFIERS
            or fold(word) in HEADS
            or (word[0].isupper() and words[at].group()[0].isupper() and first > 1 and not word.isupper())
        ):
            first -= 1
        else:
            break
    return first


def _role_end(words: tuple[re.Match[str], ...], at: int) -> int:
    last = at
    while (
        last + 1 < len(words)
        and fold(words[last + 1].group()) in HEADS
        and words[last + 1].start() - words[last].end() == 1
    ):
        last += 1
    if words[at].group().isupper():
        return last
    if (
        last + 2 < len(words)
        and fold(words[last + 1].group()) == "of"
        and words[last + 1].end() + 1 == words[last + 2].start()
    ):
        after = last + 2
        if fold(words[after].group()) == "the" and after + 1 < len(words) and words[after + 1].group().islower():
            return after + 1
        if (
            words[after].group().islower() == words[at].group().islower()
            and fold(words[after].group()) not in plain_words()
        ):
            last = after
            while (
                last + 2 < len(words)
                and fold(words[last + 1].group()) == "and"
                and words[last + 2].group()[0].isupper()
            ):
                last += 2
    return last


def _content(sentence: str, base: int, language: str) -> Iterator[Item]:
    for match in words_of(sentence):
        word, parts = _telling(match.group(), language in TONGUES)
        if parts:
            yield Item(base + match.start(), base + match.end(), word, "word", parts)


@lru_cache(maxsize=16384)
def _telling(written: str, abroad: bool) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """A word without what is elided before it, and what it is looked up by: nothing for a word without content."""
    word = _ELIDED.sub("", written)
    bare = word.removesuffix("'s").removesuffix("’s")
    key = fold(bare)
    if len(key) < 3 or key in plain_words() or word.isdigit() or CJK.search(word):
        return word, ()
    if abroad:
        return word, ((*terms_of(bare), *terms_abroad(bare)),)
    if "-" not in word:
        return word, (terms_of(bare),)
    pieces = (part for part in word.split("-") if len(part) > 2 and fold(part) not in plain_words())
    return word, tuple(map(terms_of, pieces))
