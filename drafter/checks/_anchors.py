"""The hard parts of a claim: names, roles, quoted titles, figures and dates, and its plain content words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from drafter.checks._sources import initials_of, terms_of
from drafter.checks._text import WORD
from drafter.language import dates, numbers
from drafter.language.meaning import CJK, cjk_concepts, concepts, fold
from drafter.resources import resource

if TYPE_CHECKING:
    from drafter.checks._claims import Claim
    from drafter.checks._sources import Evidence
    from drafter.checks._text import Text

Sort = Literal["name", "role", "quote", "number", "date", "word", "relation"]


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a claim at ``[start, end)``; each of ``parts`` must be met by one of its terms."""

    start: int
    end: int
    text: str
    sort: Sort
    parts: tuple[tuple[str, ...], ...] = ()
    number: numbers.Number | None = None
    date: dates.Date | None = None


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADS = _words(
    "director head chief officer manager lead leader engineer scientist professor chair chairman chairwoman "
    "president founder "
    "cofounder co-founder ceo cto coo cfo cmo cio editor minister secretary curator architect designer "
    "developer analyst "
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
_GENERIC = _words(
    "the of and for de der die das la le inc ltd gmbh ag llc corp company foundation group university "
    "institute society association "
    "award prize conference uc dr prof mr ms mrs professor san"
)
_QUOTED = re.compile(r"[“\"„«‹「『](?P<title>[^”\"“»›」』\n]{3,120})[”\"“»›」』]")
_OWN = re.compile(r"\b(?:my|our|mein\w*|mon|ma|mi)\b", re.IGNORECASE)
_KATAKANA = re.compile(r"[ァ-ヴー]{3,}")
_KANJI = re.compile(r"[\u3400-\u9fff々]{2,}")


@cache
def plain_words() -> frozenset[str]:
    """Words that carry no checkable content, folded."""
    text = resource("data", "plain_words.txt").read_text(encoding="utf-8")
    return frozenset(fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())


def items(claim: Claim, text: Text, evidence: Evidence) -> list[Item]:
    """All parts of a claim, in order; a stretch belongs to one part only."""
    found: list[Item] = []
    taken = bytearray(len(claim.sentence.text))
    base = claim.sentence.start

    sentence = claim.sentence.text

    def take(item: Item) -> None:
        quoted = item.sort == "quote" and not _OWN.search(sentence)
        if (quoted or claim.covers(item.start, item.end)) and not any(taken[item.start - base : item.end - base]):
            taken[item.start - base : item.end - base] = b"\1" * (item.end - item.start)
            found.append(item)

    for item in _all(sentence, base, text.language, evidence):
        take(item)
    return sorted(found, key=lambda item: item.start)


def _all(sentence: str, base: int, language: str, evidence: Evidence) -> Iterator[Item]:
    """Everything that may be a part, the most telling reading of a stretch first."""
    yield from _quotes(sentence, base)
    yield from _dates(sentence, base)
    yield from _roles(sentence, base)
    for number in numbers.find(sentence, language):
        if not number.vague:
            yield Item(base + number.start, base + number.end, number.text, "number", number=number)
    yield from _names(sentence, base, language, evidence)
    yield from _content(sentence, base)


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
    words = list(WORD.finditer(sentence))
    at = 0
    while at < len(words):
        if fold(words[at].group()) not in HEADS:
            at += 1
            continue
        first, last = _role_start(words, at), _role_end(words, at)
        if last > first or words[at].group().isupper():
            span = words[first : last + 1]
            parts = tuple(
                _role_terms(word.group())
                for word in span
                if fold(word.group()) not in _GLUE and fold(word.group()) not in plain_words()
            )
            start, end = span[0].start(), span[-1].end()
            if parts:
                yield Item(base + start, base + end, sentence[start:end], "role", parts)
        at = last + 1


def _role_terms(word: str) -> tuple[str, ...]:
    """As of any word, but that all roles mean leading does not make them the same role."""
    return tuple(term for term in terms_of(word) if term != "~=lead")


def _role_start(words: list[re.Match[str]], at: int) -> int:
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


def _role_end(words: list[re.Match[str]], at: int) -> int:
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


def _names(sentence: str, base: int, language: str, evidence: Evidence) -> Iterator[Item]:
    if CJK.search(sentence):
        yield from _foreign_names(sentence, base)
        return
    run: list[re.Match[str]] = []
    words = list(WORD.finditer(sentence))
    for at, match in enumerate(words):
        if _is_name(match, at, words, sentence, language, evidence):
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
    for match in re.finditer(r"[A-Za-z][\w&.-]+", sentence):
        yield Item(base + match.start(), base + match.end(), match.group(), "name", (terms_of(match.group()),))
    for pattern in (_KATAKANA, _KANJI):
        for match in pattern.finditer(sentence):
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
    core = [word for word in words if fold(word) not in _GENERIC] or words
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
    match: re.Match[str], at: int, words: list[re.Match[str]], sentence: str, language: str, evidence: Evidence
) -> bool:
    word = match.group()
    key = fold(word.removesuffix("'s").removesuffix("’s"))
    if not any(char.isupper() for char in word) or key in plain_words() or len(key) < 2:
        return False
    if not word[0].isupper() and sum(char.isupper() for char in word) < 2:
        return False
    if language == "de" and word[1:].islower():
        return any(term.startswith(("~#", "~@")) for term in terms_of(word)) or _after_preposition(at, words)
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


def _after_preposition(at: int, words: list[re.Match[str]]) -> bool:
    """In German every noun has a capital: only one straight after "bei", "aus" … that no source knows is a name."""
    before = words[at - 1].group() if at else ""
    return before in {"bei", "nach", "aus"} and not concepts(words[at].group())


def _content(sentence: str, base: int) -> Iterator[Item]:
    for match in WORD.finditer(sentence):
        word = match.group()
        key = fold(word.removesuffix("'s").removesuffix("’s"))
        if len(key) < 3 or key in plain_words() or word.isdigit() or CJK.search(word):
            continue
        parts = [terms_of(word.removesuffix("'s").removesuffix("’s"))]
        if "-" in word:
            parts = [terms_of(part) for part in word.split("-") if len(part) > 2 and fold(part) not in plain_words()]
        if parts:
            yield Item(base + match.start(), base + match.end(), word, "word", tuple(parts))
