"""Whether a message is plainly for its reader, in languages whose words the checks do not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks._commonplace import COMMON
from drafter.checks._naming import plain_words
from drafter.checks._particular import FIGURE, PHONE
from drafter.language.meaning import fold
from drafter.language.translation import english

if TYPE_CHECKING:
    from drafter.checks._text import Text

_TOLD = 2
# Of the honest letters in four languages that others collected for us, each has a sentence to its reader with at
# least five words (a name or figure counting two) that are not the coin of outreach; of the empty ones none has four.
_TELLING = 4
_SHORTEST = 5
_JOINED = 10
# How letters to strangers talk of themselves, by the beginnings of their words: no such word is about the reader.
_COIN = tuple(
    """
    wurde konnte mochte ihnen moglich austausch zusammenarbeit kontakt gesprach chance interess freue melde ruckmeld
    anfrage bewerb stelle lebenslauf unterlage synergie vernetz profil aufmerksam begeister potenzial unternehmen
    erfahrung kenntnis karriere praktik kennenlern beruf
    serai aimerai souhait permet contact echange opportunit collabor disponib entreprise competenc poste
    candidature remerci cordial parcours experienc motivation curriculum carrier stage interet puiss pourri
    gustari encantari oportunidad empresa perfil puesto curricul agradec posib podri sinerg saludo
    vorrei piacere opportunit collaborazion azienda esperienz disponibil lavor profilo cortes
    gostari prazer oportunidade disponiv agradec emprego estagio
    """.split()
)
_QUOTATION = re.compile(r"[\"“„«][^\"”»“\n]{6,120}[\"”»“]")
_ABROAD = re.compile(
    r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|du|dich|dir|deine?[nmrs]?|euch|eure?[nmrs]?|vous|votre|vos|tu|ton|tes|usted|su|sus|tus?"
    r"|lei|suo|sua|seu|jij|jouw?|uw|din|ditt|dina)\b"
)
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,3}\s*(?:min(?:ut\w*)?|stunden?|heures?|horas?|ore|h)\b", re.IGNORECASE)
_COMPOUND = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{13,}\b")


def tells_abroad(text: str) -> bool:
    """Whether a text without telephone numbers and offered times tells of something of its reader's own.

    Figures, quotations and, where all nouns have capitals, long compounds stand for things of one's own.
    """
    if not _ABROAD.search(text):
        return False
    quoted = _TOLD * bool(_QUOTATION.search(text))
    return len(FIGURE.findall(text)) + quoted + len(_COMPOUND.findall(text)) >= _TOLD


def says_something(text: Text, masked: frozenset[str]) -> bool:
    """Whether one sentence to the reader tells more than outreach in any language does: its words, names, figures."""
    return any(
        _ABROAD.search(span.text) and _told(span.text, masked, nouns=text.language == "de") >= _TELLING
        for span in text.sentences
    )


def _told(sentence: str, masked: frozenset[str], *, nouns: bool) -> int:
    plain = PHONE.sub(" ", _TIME.sub(" ", sentence))
    count = _TOLD * len(FIGURE.findall(plain)) + _TOLD * bool(_QUOTATION.search(plain))
    for place, written in enumerate(_WORDS.findall(plain)):
        word = _ELIDED.sub("", written)
        low = fold(word)
        if len(low) < _SHORTEST or low in plain_words() or low.startswith(_COIN) or word.lower() in masked:
            continue
        # German joins words for things of one's own: "Trockenplan", "Eichenbalken".
        if place and word[0].isupper() and (len(low) >= _JOINED or not nouns):
            count += _TOLD
        elif COMMON.isdisjoint(english(word)):
            count += 1
    return count
