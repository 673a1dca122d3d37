"""Running text cut into sentences, in linear time and with offsets, for Latin and for East Asian punctuation."""

# ruff: noqa: SIM905 - word lists and messages read better in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 450
# Only from the first mark of a run: tried from each of them anew, a line of dots would take the square of its length.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]*:]*(?=\s)|[。！？]+[」』）)”]*|\n")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st vs etc e.g i.e ca approx no inc ltd co corp jr sr bzw z.b u.a d.h dipl ing nr str "
    "tel evtl ggf "
    "inkl usw vgl abs bd hrsg dt geb mme mlle av env cf p.ex ex sra srta dña ud uds pág núm sig fig figs eq "
    "ph.d m.sc b.sc "
    "janv févr juil déc "
    "u.s u.k d.c u.n a.m p.m est jan feb mar apr jun jul aug sep sept oct nov dec okt dez e.v univ dept gen "
    "col gov sen rep "
    "ph dipl.-ing dr.-ing al vol pp ed eds u.s.a mio mrd tsd bspw sog rev hon min max s.a s.l".split()
)
# These are words too, and short for a month only before a day or a year.
_MONTHS_CUT = frozenset("avr août ene abr ago dic gen apr mag giu lug sett ott fev set out nov mar mrz".split())
_MONTH = re.compile(
    r"(?:jan|feb|m[äa]r|apr|ma[ij]|ju[nl]|jul|aug|sep|o[ck]t|nov|de[cz]|led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro|stycz|lut|"
    r"kwie|czerw|sierp|wrze|paźdz|grud|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)[^\W\d]*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}\.\Z")
_WORD_BEFORE = re.compile(r"[\w.-]+$")
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]")
_CLAUSE = re.compile(r"[;:] |, (?:and|but|which|where|und|sowie|wobei|et|ainsi|y|así)\b|、| – | — |, ")


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences in ``text[start:end]``; a line break ends one unless it is a mere line wrap."""
    end = len(text) if end is None else end
    return [piece for span in _cut(text, start, end) for piece in _bounded(text, *span)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() - begin < LONGEST * 4 and not _ends(text, begin, match, end):
            continue
        if text[begin : match.end()].strip():
            yield begin, match.end()
        begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    if mark == "\n":
        return not _wrapped(text, begin, match.start(), match.end(), end)
    following = text[match.end() : match.end() + 12].lstrip()
    if not following:
        return True
    if mark[0] != ".":
        return not following[0].islower()
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 12), match.start())
    word = before.group() if before else ""
    if word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if _INITIALS.fullmatch(word) or (_DOTTED.fullmatch(word) and not following[0].isupper()):
        return False
    if word.lower() in _MONTHS_CUT and _YEAR.match(following):
        return False
    if word.isdigit() and len(word) <= 2 and following[0].isalpha():
        # An ordinal: "am 3. Mai"; at the beginning it numbers what follows.
        return match.end() - begin <= 4 and not _MONTH.match(following)
    return not following[0].islower()


def _wrapped(text: str, begin: int, at: int, after: int, end: int) -> bool:
    """Whether the break at ``at`` only wraps a long line."""
    line_start = max(text.rfind("\n", begin, at) + 1, begin)
    following = text[after : min(end, after + 40)].lstrip(" \t")[:1].strip()
    if _DAY_BEFORE.search(text, max(begin, at - 4), at) and _MONTH.match(text[after : after + 12].lstrip()):
        return True
    if not following or text[at - 1 : at] in ".!?:;。！？":
        return False
    return at - line_start >= 55 or following[0].islower() or text[at - 1 : at] == ","


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, cut at clauses where it is too long to be quoted."""
    while end - start > LONGEST:
        cuts = [m.end() for m in _CLAUSE.finditer(text, start + 80, start + 300)]
        space = text.rfind(" ", start + 80, start + 300)
        cut = cuts[-1] if cuts else space if space > 0 else start + 300
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
