"""The English verb forms that "you" and "she" need, from a list of verbs."""

from __future__ import annotations

import re

from drafter.resources import once, resource


@once
def verbs() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """(-s form → base), the -s forms that are often nouns, the past forms."""
    text = resource("data", "grammar", "verbs-en.txt").read_text(encoding="utf-8")
    singular: dict[str, str] = {}
    doubtful, past = set(), set()
    for entry in re.split(r"[;\n]", text):
        words = entry.split("#")[0].replace("!", " !").split()
        if not words:
            continue
        base, *rest = words
        singular[third_person(base)] = base
        if "!" in rest:
            doubtful.add(third_person(base))
        irregular = [word for word in rest if word != "!"]
        past.update(irregular or [_regular_past(base)])
    return singular, frozenset(doubtful), frozenset(past)


def third_person(base: str) -> str:
    """The form after "she": lead → leads, teach → teaches, study → studies."""
    if re.search(r"(?:s|sh|ch|x|z|o)$", base):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{base}ped" if base in ("ship", "map") else f"{base}ned" if base in ("plan",) else f"{base}ed"


def is_past(word: str) -> bool:
    """Whether the word is the past form of a known verb."""
    return word in verbs()[2]


def as_told_of(clause: str) -> str:
    """What follows "I" as it follows a name: "keep a list" → "keeps a list"; a past form stays."""
    verb, _, rest = clause.partition(" ")
    singular, _, past = verbs()
    if verb in ("have", "do"):
        verb = {"have": "has", "do": "does"}[verb]
    elif singular.get(third_person(verb)) == verb and verb not in past:
        verb = third_person(verb)
    return f"{verb} {rest}".strip()


def is_base_form(word: str) -> bool:
    """Whether the word is the base form of a verb that is seldom a noun."""
    singular, doubtful, _ = verbs()
    return singular.get(third_person(word)) == word and third_person(word) not in doubtful


def base_form(verb: str) -> str:
    """The form after "you" of a word known to be a verb in the third person."""
    singular, _, _ = verbs()
    if verb in singular:
        return singular[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x|zz|o)es$", verb):
        return verb[:-2]
    return verb[:-1] if re.search(r"[^s]s$", verb) else verb
