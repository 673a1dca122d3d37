"""How far a statement goes: all or some, first or one of many, still or no longer, won or only nominated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD
from drafter.checks.grounding.comparing.attachment import has, pieces
from drafter.checks.grounding.reading.sources import terms_of
from drafter.language import wordnet
from drafter.language.meaning import fold
from drafter.language.word_classes import words

if TYPE_CHECKING:
    from drafter.checks.grounding.comparing.matching import Match
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.sources import Window
    from drafter.checks.grounding.statements import Fault

# What goes further than its source, and the words of a source that go as far; the claim's own word counts too.
_REACHES = (
    (
        r"all (?:of )?(?:your|the|its|our|\d[\d.,]*)(?! of that| time| way| same| best)|every (?!day|week|month"
        r"|year|time|now|bit|other|second|third|few|morning|evening|single)"
        r"|each of (?:your|the)|none (?:of|is|are)|alle (?:ihre|deine)|jede[rsn]? (?!jahr|tag|woche|monat)"
        r"|tous (?:vos|les)|toutes (?:vos|les)|todos (?:sus|los)|todas (?:sus|las)",
        r"\b(?:all|every(?! (?:other|second))|each|whole|entire|both|none|any|throughout|alle[rnms]?|jede[rsnm]?"
        r"|sämtliche|ganze?|tous|toutes|tout|chaque|"
        r"todos|todas|cada)\b|すべて|全",
    ),
    (
        r"(?<!running )(?<!run )(?<!leading )(?<!lead )(?:your|the|its)"
        r" (?:whole|entire) (?!career|life|time|day|world|story)"
        r"|(?:ihr\w*|das|den|die) (?:ganze[ns]?|gesamte[ns]?)|(?:tout|toute) (?:votre|le|la)"
        r"|todo (?:su|el)|toda (?:su|la)",
        r"\b(?:all|whole|entire|full\w*|ganze?\w*|gesamte?\w*|tout|toute|todo|toda|every)\b|全",
    ),
    (
        r"the first (?:\w+ )?(?:to|who|woman|man|person|company|in the)|as the first|der erste[rn]?|die erste"
        r"|le premier|la première|el primer|la primera",
        r"\b(?:first|erste\w*|premier|première|primer\w*|pioneer\w*)\b|初|第一",
    ),
    (
        r"the only|only (?:woman|man|person|company)|alone\b|single-handed\w*|on your own|by yourself|der einzige"
        r"|die einzige|im alleingang|ganz allein"
        r"|la seule|le seul|toute seule|tout seul|la única|el único|sola\b",
        r"\b(?:only|alone|sole\w*|single|own|einzig\w*|allein\w*|seule?|unique|única?|único|sola?|solo)\b|唯一",
    ),
    (
        r"double[sd]|doubling|twofold|twice as|verdoppel\w+|doublé\w*|duplic\w+",
        r"\b(?:doubl\w+|twice|twofold|verdoppel\w*|doppelt\w*|doubl\w+|duplic\w+|doble)\b|倍",
    ),
    (
        r"triple[sd]?|tripling|threefold|verdreifach\w+|triplé\w*|triplic\w+",
        r"\b(?:tripl\w+|threefold|verdreifach\w*|dreifach\w*|triplic\w+)\b|三倍|3倍",
    ),
    (r"halve[sd]|halving|halbier\w+", r"\b(?:halv\w+|half|halbier\w*|hälfte|moitié|mitad)\b|半"),
    (
        r"half of (?:your|the)|die hälfte|la moitié|la mitad",
        r"\b(?:half|most|majority|hälfte|meisten|mehrheit|moitié|plupart|mitad|mayoría|per ?cent|percent)\b|%|半",
    ),
)
_FURTHER = [
    (re.compile(rf"(?<!\w)(?:{said})", re.IGNORECASE), re.compile(told, re.IGNORECASE)) for said, told in _REACHES
]
# One look first: most sentences go no further than others.
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(said for said, _ in _REACHES)})", re.IGNORECASE)
_HALF = 7
_FACTOR = {3: 2.0, 4: 2.0, 5: 3.0, 6: 2.0, 7: 2.0}
_PRIZE = re.compile(
    r"\b(?:w[io]n(?:ning|s)?|named|receiv\w+|awarded|honou?red|congratulat\w+|congrats|took|gewonnen|gewann\w*"
    r"|erhielt\w*|erhalten|"
    r"ausgezeichnet\w*|glückwunsch|gratulier\w+|remport\w+|reçu|félicitations|bravo|ganó|ganado|ganaste|recibi\w+"
    r"|felicidades|enhorabuena)\b|(?<!準)優勝",
    re.IGNORECASE,
)
_NOMINATED = re.compile(
    r"\b(?:(?:final|short|long)[ -]?list\w*|finalist\w*|nomin\w+|runner-up|candidat\w+ (?:au|pour)|finaliste"
    r"|(?:second|third|2nd|3rd) (?:place|prize)|(?:zweite|dritte)[rnm]? (?:platz|preis)|(?:deuxième"
    r"|troisième) (?:prix|place)"
    r"|(?:segundo|tercer) (?:premio|lugar|puesto))\b|[2-9]位|準優勝"
    r"|ノミネート|候補|最終選考",
    re.IGNORECASE,
)
_AS_FINALIST = re.compile(
    r"\b(?:honou?red|named|recognised|recognized|selected) (?:as )?(?:an? |the )?(?=finalist|nominee|runner)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\bbefore (?:that|turning|becoming|joining|coming|I|she|he|they|it|[A-Z])|\bprior to|\buntil\b|\bused to\b"
    r"|\bformer(?:ly)?\b|\bpreviously\b|\bearlier\b"
    r"|\bfrom \d{4} (?:to|until)|\b(?:19|20)\d\d\s?[–—-]\s?(?:19|20)?\d\d\b|\bbis\b|\bzuvor\b|\bfrüher\b"
    r"|\behemals\b|\bvon \d{4}|\bavant\b|\bjusqu|\bancien(?:ne)?\b"
    r"|\bde \d{4} à|\bhasta\b|\bantes\b|\bde \d{4} a\b|\bexdirector|\bjoined\b[^.]{0,30} from\b|\bcame from\b"
    r"|\bhanded (?:it )?over|\bstepped down|以前|元|前職",
    re.IGNORECASE,
)
PRESENT = (
    re.compile(r"\b[Yy]ou (?:\w+ly |still |now |also |currently )?(?P<verb>[a-z]{3,})\b"),
    re.compile(r"\b[A-ZÀ-Þ]\w+ (?P<verb>[a-z]{3,}s) your\b"),
    re.compile(r"\bSie (?P<verb>[a-zäöüß]{4,}en)\b|^(?P<verb2>[A-ZÄÖÜ]?[a-zäöüß]{3,}en) Sie\b"),
    re.compile(r"\b[Vv]ous (?P<verb>[a-zà-ÿ]{3,}ez)\b"),
)
_LONG_AGO = re.compile(r"\b(?:used to|formerly|früher|autrefois|antes|then|when you|before)\b", re.IGNORECASE)
_TURNED = {
    "over": "under|below", "above": "under|below", "under": "over|above", "below": "over|above",
    "from": "to|into", "to": "from|left|leaving",
}  # fmt: skip
# "Next to a museum" is no way to it.
_WAY = re.compile(
    r"(?<!next )(?<!close )(?<!thanks )(?<!due )(?<!according )(?<!compared )"
    r"\b(?P<way>over|above|under|below|from|to) (?:the |a )?(?P<word>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_CLEAR = 0.8
_NEAR = 0.85
_FEW = 12


def faults(claim: Claim, match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    """What goes further than the sources: the sort of fault, where, and why."""
    if claim.soft:
        return
    home = _home(match)
    if not home:
        return
    yield from _nominated(claim, home, match)
    yield from _turned(claim, home)
    yield from _bygone(claim, home, match)
    if not claim.lenient:
        yield from _further(claim, home)


def _home(match: Match) -> list[Window]:
    """The sentences about the subject that share most with the claim."""
    best = max((score for score, _, _ in match.told), default=0.0)
    return [window for score, _, window in match.told if score >= best * _NEAR] if best >= _CLEAR else []


def _further(claim: Claim, home: list[Window]) -> Iterator[tuple[Fault, int, int, str]]:
    if not _ANY.search(claim.sentence.text):
        return
    for place, (said, told) in enumerate(_FURTHER):
        found = said.search(claim.sentence.text)
        start = claim.sentence.start + (found.start() if found else 0)
        if not found or not claim.covers(start, start + 1) or any(told.search(window.text) for window in home):
            continue
        if place in _FACTOR and any(_grew(window, _FACTOR[place]) for window in home):
            continue
        if place == _HALF and any(_over_half(window) for window in home):
            continue
        yield (
            "unsupported",
            start,
            start + len(found.group().rstrip()),
            f"the notes do not go as far as “{found.group().strip()}”",
        )
        return


def _grew(window: Window, factor: float) -> bool:
    """Whether two figures of a sentence are that far apart."""
    values = [number.value for number in window.numbers if number.value > 0][:8]
    return any(abs(max(a, b) / min(a, b) - factor) <= 0.1 * factor for a in values for b in values if a != b)


def _over_half(window: Window) -> bool:
    """Whether one figure of a sentence is about half of another, or more."""
    values = [number.value for number in window.numbers if number.value > _FEW][:8]
    return any(0.47 <= a / b < 1 for a in values for b in values)


def _only_nominated(window: Window, match: Match) -> re.Match[str] | None:
    """The nomination in the part of a sentence that speaks of the claim's prize, if it has no award beside it."""
    for piece in pieces(window):
        if any(item.sort in ("name", "word", "role") and has(item, piece) for item in match.parts):
            found = _NOMINATED.search(piece.text)
            if found and not _PRIZE.search(_AS_FINALIST.sub(" ", piece.text)):
                return found
            if not found and not _PRIZE.search(piece.text):
                # "nominated for A, B and C" is said of each.
                before = window.text[: max(window.text.find(piece.text), 0)]
                told = [*_NOMINATED.finditer(before), *_PRIZE.finditer(before)]
                last = max(told, key=lambda one: one.start(), default=None)
                if last and _NOMINATED.fullmatch(last.group()):
                    return last
    return None


def _turned(claim: Claim, home: list[Window]) -> Iterator[tuple[Fault, int, int, str]]:
    """What is "over budget" where the sources have "under budget", or "from" where they have "to"."""
    for found in _WAY.finditer(claim.sentence.text):
        word, way = found["word"], found["way"].lower()
        start = claim.sentence.start + found.start("way")
        if not claim.covers(start, start + 1) or (way in ("from", "to") and not word[0].isupper()):
            continue
        same = re.compile(rf"\b{way} (?:the |a )?{re.escape(word)}\b", re.IGNORECASE)
        other = re.compile(rf"\b(?:{_TURNED[way]}) (?:the |a )?{re.escape(word)}\b", re.IGNORECASE)
        told = [one.group() for window in home if (one := other.search(window.text))]
        if told and not any(same.search(window.text) for window in home):
            yield "relation", start, start + len(way), f"the notes say “{told[0]}”"
            return


def _nominated(claim: Claim, home: list[Window], match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    text = claim.sentence.text
    prize = _PRIZE.search(text)
    if not prize or _NOMINATED.search(text):
        return
    # Where a passage speaks of prizes, what else shares a word with the claim does not count.
    home = [one for one in home if _PRIZE.search(one.text) or _NOMINATED.search(one.text)] or home
    told = [found for window in home if (found := _only_nominated(window, match))]
    if len(told) == len(home):
        start = claim.sentence.start + prize.start()
        yield "relation", start, start + len(prize.group()), f"the notes say “{told[0].group()}”, not “{prize.group()}”"


def _bygone(claim: Claim, home: list[Window], match: Match) -> Iterator[tuple[Fault, int, int, str]]:
    """A verb in the present where the sources have it in the past and as over."""
    over = [window for window in home if _over(window.text)]
    if not over or _LONG_AGO.search(claim.sentence.text):
        return
    for pattern in PRESENT:
        for found in pattern.finditer(claim.sentence.text):
            verb = found["verb"] or (found.groupdict().get("verb2") or "")
            start = claim.sentence.start + found.start("verb" if found["verb"] else "verb2")
            if verb in words("not_present") or verb.endswith("ed") or not claim.covers(start, start + 1):
                continue
            told = [way for window in over if (way := _told(verb, window))]
            if told and len(told) == len([w for w in home if _said(verb, w)]) and not _goes_on(verb, match):
                yield "outdated", start, start + len(verb), f"the notes tell it as past: “{told[0]}”"
                return


@lru_cache(maxsize=4096)
def _over(text: str) -> bool:
    """Whether a sentence says that something is over."""
    return bool(_OVER.search(text))


def _said(verb: str, window: Window) -> list[re.Match[str]]:
    mine, senses = set(terms_of(verb)), wordnet.senses(verb)
    return [
        word
        for word in WORD.finditer(window.text)
        if mine & set(terms_of(word.group()))
        or (len(word.group()) > 3 and senses & wordnet.senses(word.group().lower()))
    ]


def _told(verb: str, window: Window) -> str | None:
    """The past form in a sentence that says it is over."""
    for word in _said(verb, window):
        low = fold(word.group())
        noun = _OVER.search(window.text[max(0, word.start() - 12) : word.start()])
        if low != fold(verb) and (_past_form(low) or noun):
            return word.group()
    return None


def _past_form(low: str) -> bool:
    return (low.endswith(("ed", "te", "ten", "e", "o")) and not low.endswith(("ate", "ize"))) or low in words(
        "not_present"
    )


def _goes_on(verb: str, match: Match) -> bool:
    """Whether the sources have the very form of the claim, of the subject."""
    stems = {verb, verb + "s", verb.removesuffix("s"), verb + "es"}
    windows = match.scope.evidence.windows
    return any(
        word in window.text.split()
        for term in terms_of(verb)
        for at in match.scope.evidence.postings.get(term, ())[:40]
        for window in (windows[at],)
        for word in stems
        if window.tight and match.scope.is_about(window)
    )
