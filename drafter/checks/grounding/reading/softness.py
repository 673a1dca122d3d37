"""Which stretches of a sentence ask, wish or plan, and so claim nothing."""

from __future__ import annotations

import itertools
import re

from drafter.language.quick import Quick

_SOFT = Quick(
    r"would|could|can|may|might|shall|(?:i|we|they) will|will (?:you|i|we)|i'd|i'll|we'd|we'll|let me|let"
    r" us|happy to|hope|hoping|wish|wonder(?:ing)?|please|if you"
    r"|feel free|look(?:ing)? forward|plan(?:ning)? to|curious|want(?:ed)? to|keen to|glad to|ask(?:ing)?|open"
    r" to|invite|suggest|hoffe|würde|könnte|möchte"
    r"|dürfte|darf|bitte|gerne?|pourri(?:ez|ons)|pourrais|auriez|aimerais|souhait\w+|voudrais|serai[ts]?|"
    r"podría\w*|gustaría|quisiera|quiero|espero|espère",
    ending=r"\b",
)
# With a capital it may be the name of an organisation.
_SOFT_OTHERWISE = re.compile(
    r"\b(?-i:let's)\b|^(?:if|wenn|falls|sofern|si)\s(?!i\s(?:understand|remember|read|recall)|i'm\snot|ich\smich)"
    r"|ください|いただけ|いただき|でしょうか|幸いです|存じます|お願い|たいと|ませんか|ますか|及びません",
    re.IGNORECASE,
)
# What begins another clause.
_NEXT_CLAUSE = re.compile(
    r"[;:–—]\s|,?\s(?:so|and so|which means|that is why)\s(?=you\b|I\b|we\b|may\b|perhaps\b)"
    r"|,\s(?:so|and|but|hence|therefore|also|daher|deshalb|und|aber|donc|alors|et|mais|así que|por eso|y|pero)\s"
)
_TELLS = re.compile(r"(?:\w+, )?(?:you|your|sie|ihre?|vous|votre|vos|usted|su|sus)\b", re.IGNORECASE)


def mild(sentence: str) -> list[tuple[int, int]]:
    """The stretches that ask, wish or plan: a plain statement before ", so you may …" is none of them."""
    cuts = [0, *(cut.end() for cut in _NEXT_CLAUSE.finditer(sentence)), len(sentence)]
    question = sentence.rstrip("\"'”’) ").endswith(("?", "？"))
    found: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(cuts):
        clause = sentence[start:end]
        asks = question and end == len(sentence)
        if asks or _SOFT.found_in(clause) or _SOFT_OTHERWISE.search(clause):
            found.append((start, end))
    # Only what is told of the reader in so many words stands by itself.
    if found and not _TELLS.match(sentence):
        return [(0, len(sentence))]
    return found
