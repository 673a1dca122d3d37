"""Deeds without a name: "your podcast", "your recent promotion", where no note speaks of any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.checks.grounding.reading.claims import Claim
    from drafter.checks.grounding.reading.sources import Evidence

# What is said to be the reader's, and the words of several languages that bear it out.
_DEEDS = {
    "talk|keynote|lecture|speech|vortrag|vorträge|keynote|charla|ponencia|講演": (
        r"talk|keynote|lecture|speech|speak|spoke|present|panel|conferenc|vortrag|vortrage|rede|sprach|gesprochen|referent|"
        r"charla|ponencia|expos|講演|発表|登壇"
    ),
    "book|novel|memoir|buch|roman|livre|libro|novela|著書": (
        r"book|novel|memoir|author|wrote|written|publish|buch|roman|verfass|autor|livre|ecrit|auteur|libro|novela|escrit|"
        r"著|本|出版|書"
    ),
    "podcast|ポッドキャスト": r"podcast|ポッドキャスト|episode|show",
    "start-?up|スタートアップ": r"start-?up|found|grund|fond|fund|venture|company|firma|spin|創業|起業|設立",
    "promotion|beförderung|ascenso|昇進": (
        r"promot|beforder|ascen|appoint|ernannt|berufen|nomm|nombr|became|named|昇進|就任|promu"
    ),
    "funding|funding round|series [a-d]|fundraise|finanzierungsrunde|levée de fonds|資金調達": (
        r"funding|series|raise|invest|round|venture|finanzierung|million|fonds|ronda|grant|資金|調達|出資"
    ),
    "documentary|dokumentarfilm|documentaire|documental": r"documenta|dokumentar|film|ドキュメンタリー",
    "newsletter": r"newsletter|letter|rundbrief|lettre|boletin|ニュースレター",
    "patents?|brevet|patente": r"patent|brevet|特許",
    "marathon": r"marathon|マラソン",
}
_OWNER = r"(?:your|ihr(?:e[nmrs]?)?|dein(?:e[nmrs]?)?|votre|vos|tu|tus|su|sus)"
_WHOSE = [
    (re.compile(rf"\b{_OWNER}\s(?:[^\W\d_]+\s)?(?P<deed>{said})\b", re.IGNORECASE), re.compile(known))
    for said, known in _DEEDS.items()
]
# One look first: hardly any sentence names a deed.
_ANY = re.compile(rf"\b{_OWNER}\s(?:[^\W\d_]+\s)?(?:{'|'.join(_DEEDS)})\b", re.IGNORECASE)
_MAYBE = re.compile(
    r"\b(?:any|if you (?:have|ever)|a next|your next|next|future|planned|nächste\w*|prochaine?|próxim[oa])\b"
)


def faults(claim: Claim, evidence: Evidence, said: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """A deed taken for granted of the reader that neither the sources nor earlier messages know of."""
    text = claim.sentence.text
    if not _ANY.search(text) or _MAYBE.search(text.lower()):
        return
    known = evidence.folded
    before = fold("\n".join(said))
    for whose, words in _WHOSE:
        match = whose.search(text)
        if match and not words.search(known) and not words.search(before):
            start = claim.sentence.start
            yield start + match.start(), start + match.end(), f"no note knows of “{match['deed']}”"
            return
