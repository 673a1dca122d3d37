"""The language of a message, told by its commonest words; cheap enough for every check."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_WORDS = {
    "en": "the and to of you your i is for that in it with would have are this was my we hi dear thanks at me be "
    "from "
    "on about can if as not just any",
    "de": "und der die das ist ich sie ihre ihr mit für nicht ein eine auf zu im den dem von wir mich ihnen "
    "hallo über "
    "als auch bei sehr würde haben ihrer ihrem ihren ihres sind seit wurde wird hat habe beim zum zur des dass "
    "einen einem einer",
    "fr": "le la les et de des vous votre je est pour que dans une un avec nous sur bonjour au du pas en ce mon "
    "vos à "
    "merci suis été depuis avez êtes par chaque cette ces aux leur leurs sont",
    "es": "el la los las y de que en un una su usted por para con no es me hola gracias sobre del al como mi se "
    "lo muy "
    "estoy más sus ha han usted desde hace fue son está cómo",
    "it": "il la le e di che un una per con non sono è mi ho del della suo sua al grazie in lei ciao come molto "
    "anche "
    "dal nel lei sono hai alla",
    "pt": "o a os as e de que um uma para com não é me do da seu sua você em por olá obrigado como mais na no ao "
    "muito dos das você seus suas foi",
    "nl": "de het een en van ik je u uw is voor met niet op dat te in zijn hallo bij aan ook ben naar over heb wij",
    "sv": "och att det är jag du din för med som på en ett av till har inte hej om i vi den mig kan så",
}
COMMON = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("hi", r"[\u0900-\u097f]"),
)
_SAMPLE = 4000
_SHORT = 14
# Words of the English list that other languages have too.
_SHARED = frozenset(("in", "me", "was", "on", "at", "can", "am", "be", "my", "hi"))
# Letters that tell in words which are no names, with how much.
_TELLING = (("de", "äöüß", 1), ("fr", "èêçùœîô", 1), ("es", "ñ¿¡", 2), ("pt", "ãõ", 2))
_LETTERS = re.compile(r"[^\W\d_]+")


def detect(text: str, *, default: str = "en") -> str:
    """The ISO 639-1 code of the language, or ``default`` where the words do not tell."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and (script := _script(sample)):
        return script
    words = _LETTERS.findall(sample.lower())
    scores = Counter({code: sum(map(known.__contains__, words)) for code, known in COMMON.items()})
    if len(words) <= _SHORT:
        low = "".join(word for word in sample.split() if not word[:1].isupper())
        for code, letters, weight in _TELLING:
            scores[code] += weight * any(letter in low for letter in letters)
    best, most = max(scores.items(), key=lambda pair: (pair[1], pair[0] == default))
    own = scores[default] - sum(word in _SHARED for word in words) if default == "en" else scores[default]
    alone = (
        len(words) <= _SHORT and own <= 0 and most >= 2 - (best in ("de", "fr")) and sorted(scores.values())[-2] < most
    )
    return best if (most >= 3 and most > scores[default] + 1) or alone else default


def _script(sample: str) -> str | None:
    """The language of a non-Latin script that makes up a good part of the letters."""
    letters = sum(char.isalpha() for char in sample) or 1
    for code, script in _SCRIPTS:
        if len(re.findall(script, sample)) * 4 >= letters:
            return code
    return None


def is_latin(char: str) -> bool:
    """Whether a letter belongs to the Latin script."""
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")
