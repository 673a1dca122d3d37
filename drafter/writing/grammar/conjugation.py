"""The verb forms that a polite "you" needs in German, French and Spanish, built from short lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.resources import once, resource


@dataclass(frozen=True, slots=True)
class Forms:
    """Form of the third person, or of the first, to the form that goes with the polite "you"."""

    third: Mapping[str, str]
    first: Mapping[str, str]


@once
def forms(language: str) -> Forms:
    """The verb forms of "de", "fr" or "es"."""
    text = resource("data", "grammar", f"verbs-{language}.txt").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    regular, _, irregular = body.partition("----")
    third: dict[str, str] = {}
    first: dict[str, str] = {}
    for verb in regular.split():
        for he, i, you in _REGULAR[language](verb):
            third[he], first[i] = you, you
    for entry in re.split(r"[;\n]+", irregular):
        if words := entry.split():
            _irregular(language, words, third, first)
    return Forms(third, first)


def _irregular(language: str, words: list[str], third: dict[str, str], first: dict[str, str]) -> None:
    if language == "de":
        he, you, past, past_you = words[:4]
        third |= {he: you, past: past_you}
        first |= {words[4] if len(words) > 4 else you.removesuffix("n"): you, past: past_you}
    elif language == "fr":
        third[words[0]], first[words[2]] = words[1], words[1]
    else:
        third[words[0]], first[words[1]] = words[0], words[0]


def _german(verb: str) -> Iterator[tuple[str, str, str]]:
    """(he, I, polite you) of a weak verb in present and past: leitet, leite, leiten; leitete, leitete, leiteten."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    joint = "e" if re.search(r"(?:[td]|[^lrhmn][mn])$", stem) else ""
    yield f"{stem}{joint}t", verb[:-1] if verb.endswith("en") else f"{stem[:-2]}{stem[-1]}e", verb
    yield f"{stem}{joint}te", f"{stem}{joint}te", f"{stem}{joint}ten"


def _french(verb: str) -> Iterator[tuple[str, str, str]]:
    stem = verb[:-2]
    soft = re.sub(r"g$", "ge", re.sub(r"c$", "ç", stem))
    yield f"{stem}e", f"{stem}e", f"{stem}ez"
    yield f"{soft}ait", f"{soft}ais", f"{stem}iez"


def _spanish(verb: str) -> Iterator[tuple[str, str, str]]:
    stem, ending = verb[:-2], verb[-2:]
    if ending == "ar":
        before_e = stem[:-1] + {"c": "qu", "g": "gu", "z": "c"}.get(stem[-1], stem[-1])
        yield f"{stem}a", f"{stem}o", f"{stem}a"
        yield f"{stem}ó", f"{before_e}é", f"{stem}ó"
    else:
        yield f"{stem}e", f"{stem}o", f"{stem}e"
        yield f"{stem}ió", f"{stem}í", f"{stem}ió"


_REGULAR = {"de": _german, "fr": _french, "es": _spanish}


_SEPARABLE = re.compile(
    r"(?:ab|an|auf|aus|bei|durch|ein|fest|her|heraus|hin|los|mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)(?=\w{4})"
)


def polite_german(verb: str) -> str | None:
    """The form for "Sie" of the verb that ends a clause about "er" or "sie": auswählt → auswählen, hat → haben."""
    table = forms("de").third
    modal = {
        "kann": "können",
        "muss": "müssen",
        "darf": "dürfen",
        "soll": "sollen",
        "will": "wollen",
        "mag": "mögen",
        "tut": "tun",
    }
    known = table.get(verb) or modal.get(verb)
    if known:
        return known
    prefix = _SEPARABLE.match(verb)
    if prefix and verb[prefix.end() :] in table:
        return prefix.group() + table[verb[prefix.end() :]]
    if re.search(r"(?:te|de)$", verb):
        return f"{verb}n"
    # A weak verb; a changed vowel or a bare consonant before the t may be a strong one's ("läuft", "gibt").
    stem = verb.removesuffix("t")
    if stem == verb or len(stem) < 4 or "ä" in stem or not verb.islower():
        return None
    return f"{stem}n" if re.search(r"(?:el|er|e)$", stem) else f"{stem}en"
