"""The language of a text: what the source declares where that can be true, else a guess where the text allows one."""

from __future__ import annotations

import re
from typing import Any

from drafter.resources import once

_TAG = re.compile(r"[a-zA-Z]{2,3}(?=[-_]|\Z)")
_SAMPLE = 4000
_MINIMUM_LETTERS = 40
_MINIMUM_PROBABILITY = 0.85
# Languages people exchange professional messages in; a short text is otherwise taken for a rare one.
_LANGUAGES = (
    *(
        "ar",
        "bg",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fa",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
    ),
    *("ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh"),
)
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
# The little words of a language; enough of them decide without loading a model.
_LITTLE_WORDS = {
    "en": "the and of to in is was for with that on at by from are has have she he his her their our as",
    "de": "der die das und ist mit für von den dem des ein eine sie er bei auf seit als auch nicht im zur zum wird",
    "fr": "le la les et des est une dans pour avec sur du au aux qui elle il ses son par depuis chez nous vous",
    "es": "el la los las y es una en para con por del que su como desde más al se fue ha nuestra",
    "it": "il lo gli e è una di per con del della dei che nel sono da ha presso anche alla come",
    "pt": "o os e é uma em para com por do da dos das que no na ao como desde seu sua não",
    "nl": "de het een en van is in op voor met zijn haar bij dat die te aan ook werkt sinds",
    "sv": "och att det som en är för med på av den till hon han har inte ett vid sedan",
    "pl": "i w na z jest się do nie od oraz dla przez jako jej jego są o po",
}
_WORD_SETS = {code: frozenset(words.split()) for code, words in _LITTLE_WORDS.items()}
# A word that several languages have speaks for each of them the less.
_LANGUAGES_OF = {
    word: tuple(code for code, known in _WORD_SETS.items() if word in known)
    for word in frozenset[str]().union(*_WORD_SETS.values())
}
_SHARING = {
    "ar": {"ar", "fa", "ur"},
    "ru": {"ru", "uk", "bg", "sr", "mk", "be", "kk"},
    "he": {"he", "yi"},
    "zh": {"zh", "ja"},
}


def language_of(text: str, declared: str | None = None) -> str | None:
    """The two-letter code of the text's language, or ``None`` where neither the source nor the text tells."""
    stated = _TAG.match(declared.strip()) if declared else None
    code = stated[0].lower() if stated else None
    sample = text[:_SAMPLE]
    script = _script(sample)
    if code and _fits(code, script):
        return code
    return _guess(sample, script)


def _script(sample: str) -> str | None:
    """The language a non-Latin script stands for where it makes up a good part of the letters."""
    if sample.isascii():
        return None
    letters = sum(character.isalpha() for character in sample) or 1
    japanese = len(_SCRIPTS[0][1].findall(sample))
    for code, pattern in _SCRIPTS:
        share = len(pattern.findall(sample)) / letters
        if share > (0.05 if code == "ja" else 0.3) and (code != "ja" or japanese > 3):
            return code
    return None


def _fits(code: str, script: str | None) -> bool:
    """Whether the declared language is written in the script found; a template may declare a wrong one."""
    if script is None:
        return code not in {"ja", "zh", "ko", "ar", "he", "th", "el", "ru", "fa", "uk", "bg"}
    return code in _SHARING.get(script, {script})


def _guess(sample: str, script: str | None) -> str | None:
    if script and script not in _SHARING:
        return script
    if sum(character.isalpha() for character in sample) < (8 if script else _MINIMUM_LETTERS):
        return script
    by_words = None if script else _by_little_words(sample)
    if by_words:
        return by_words
    code, probability = _identifier().classify(sample)
    if script and code not in _SHARING[script]:
        return script
    if probability < _MINIMUM_PROBABILITY:
        return script
    return str(code)


def _by_little_words(sample: str) -> str | None:
    words = sample.lower().split()
    counts = dict.fromkeys(_WORD_SETS, 0.0)
    for word in words:
        for code in _LANGUAGES_OF.get(word, ()):
            counts[code] += 1 / len(_LANGUAGES_OF[word])
    (best, code), (second, _) = sorted(((count, code) for code, count in counts.items()), reverse=True)[:2]
    return code if best >= 2.5 and best >= 1.7 * second and best >= 0.05 * len(words) else None


@once
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
