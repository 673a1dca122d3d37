"""What the sender wonders, as a clause that an ask can carry: "how you count passengers"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENGLISH = (
    r"I would like to (?P<verb>ask|learn|hear|understand|find out|know|see)(?: you)?(?: about)? "
    r"(?P<clause>(?:(?:in|on|at|by|from|to|with|for|under) (?:which|what|whom)|"
    r"how|why|what|which|when|where|whether|who)\b(?! to\b).*)\.$"
)
_GERMAN = (
    r"(?:Ich|Wir) (?:möchten?|würden?|wüssten?|will|wollen)(?: (?:gern|gerne))?(?: (?:Sie|von Ihnen))?"
    r"(?: (?:verstehen|erfahren|wissen|lernen|hören|fragen|herausfinden))?, "
    r"(?P<clause>(?:wie|warum|was|welche\w*|wann|wo\w*|ob|wer|wen|wem|weshalb|mit|für|nach|bei)\b.*)\.$"
)
_FRENCH = (
    r"(?:Je voudrais|J['’]aimerais|Je souhaite(?:rais)?)(?: vous)? (?:bien )?(?:comprendre|savoir|apprendre|demander) "
    r"(?P<clause>(?:comment|pourquoi|ce que|ce qui|où|quand|si|qui|quel\w*|combien"
    r"|(?:par|avec|de|à|pour) qu\w+)\b.*)\.$"
)
_SPANISH = (
    r"(?:Yo )?(?:quiero|quisiera|me gustaría|querría) (?:saber|entender|aprender|comprender|preguntarle) "
    r"(?P<clause>(?:cómo|por qué|qué|cuál\w*|cuánd?t?o\w*|dónde|si|quién\w*"
    r"|(?:por|con|de|a|en) (?:dónde|qué|quién|cuál))\b.*)\.$"
)
_JAPANESE = (
    r"(?P<clause>.+(?:か|を|について))、?"
    r"(?:伺い|お伺いし|お聞きし|知り|教えていただき)たい(?:です|と思います|と思っております)。$"
)
WONDERS = {
    "en": re.compile(_ENGLISH),
    "de": re.compile(_GERMAN),
    "fr": re.compile(_FRENCH),
    "es": re.compile(_SPANISH, re.IGNORECASE),
    "ja": re.compile(_JAPANESE),
}


# Why the sender wonders is no part of the question.
_WHY = re.compile(r", (?:because|since) (?P<why>(?:I|we|my|our)\b.*)$")


def wondered(sentences: Iterable[str], language: str) -> tuple[str, str] | None:
    """The first sentence that wonders, and the clause in it; ``None`` where none does."""
    for sentence in sentences:
        match = WONDERS[language].match(sentence)
        if match:
            return sentence, _WHY.sub("", match["clause"].rstrip())
    return None


def why(sentence: str) -> str | None:
    """The reason at the end of a sentence that wonders, as a sentence: "We begin in June."."""
    match = _WHY.search(sentence.rstrip("."))
    return f"{match['why'][:1].upper()}{match['why'][1:]}." if match else None
