"""The purpose of a brief as sentences of the message's language; none where it is written in another."""

from __future__ import annotations

import re

from drafter.language import translation, wordnet
from drafter.models import Brief, Contact
from drafter.writing.grammar import abroad
from drafter.writing.grammar.phrases import capital
from drafter.writing.grammar.purposes import language_of, sentences_of
from drafter.writing.kinds import KINDS

# Somebody told of in the third person, or an infinitive: no news that can stand as it is.
_OF_THIRD = {
    "de": r"\b(?:[Ee]r|[Ss]ie|sein\w*|ihr\w*)\b",
    "fr": r"\b(?:elle|il|lui|sa|ses)\b|^\w+(?:er|ir|re|oir)\b",
    "es": r"\b(?:ella|él)\b|^\w+[aei]r(?:le|les|se)?\b",
}
_FEWEST = 2


def told_purposes(brief: Brief, contact: Contact, language: str) -> list[str]:
    """Each part of the purpose as a sentence."""
    text = brief.purpose.strip()
    if not text or is_foreign(text, language):
        return []
    if language == "en":
        return sentences_of(text, contact)
    acquainted = KINDS[brief.kind].acquainted
    if acquainted and _is_told(text, language):
        return [text if text[-1] in ".!?。？" else text + ("。" if language == "ja" else ".")]
    told = abroad.sentences_of(text, contact, language)
    if not acquainted:
        return told
    # Good wishes to somebody known are no matter to be announced.
    return [capital(sentence.removeprefix(abroad.BARE.get(language, "")).strip()) for sentence in told]


def is_foreign(text: str, language: str) -> bool:
    """Whether a short text is in another language than the message: by its commonest words, else by its vocabulary."""
    found = language_of(text)
    if found is not None or language == "ja":
        return found not in (None, language)
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if not word.isupper()]
    english = [word for word in words if wordnet.kind(word.lower())]
    foreign = [word for word in words if word not in english and (translation.english(word) or not word.isascii())]
    if language == "en":
        return bool(foreign) and not english
    return len(english) >= _FEWEST and len(english) == len(words) and not any(map(translation.known, words))


def _is_told(text: str, language: str) -> bool:
    """Whether news is a sentence of its own, not an infinitive or a bare thing."""
    return text[:1].isupper() and len(text.split()) > 3 and not re.search(_OF_THIRD.get(language, r"$^"), text)
