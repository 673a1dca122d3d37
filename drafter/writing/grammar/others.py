"""The polite "you" of German, French and Spanish, for sentences simple enough to be turned without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from drafter.models import Contact
from drafter.writing.grammar.clause import plain

_GERMAN = {
    "ist": "sind", "hat": "haben", "war": "waren", "wurde": "wurden", "wird": "werden", "kam": "kamen",
    "leitet": "leiten", "arbeitet": "arbeiten", "forscht": "forschen", "entwickelt": "entwickeln", "baut": "bauen",
    "lehrt": "lehren",
    "unterrichtet": "unterrichten",
    "betreut": "betreuen", "führt": "führen",
    "schreibt": "schreiben", "organisiert": "organisieren", "koordiniert": "koordinieren",
    "verantwortet": "verantworten", "berät": "beraten",
    "betreibt": "betreiben", "gestaltet": "gestalten", "plant": "planen", "begleitet": "begleiten", "hält": "halten",
    "spricht": "sprechen", "engagiert": "engagieren", "beschäftigt": "beschäftigen", "untersucht": "untersuchen",
    "gründete": "gründeten", "leitete": "leiteten", "entwickelte": "entwickelten", "studierte": "studierten",
    "arbeitete": "arbeiteten", "baute": "bauten", "führte": "führten", "promovierte": "promovierten",
    "übernahm": "übernahmen", "schrieb": "schrieben", "gewann": "gewannen", "hielt": "hielten", "begann": "begannen",
}  # fmt: skip
_GERMAN_I = {
    "bin": "sind", "habe": "haben", "war": "waren", "wurde": "wurden", "leite": "leiten", "arbeite": "arbeiten",
    "forsche": "forschen", "entwickle": "entwickeln", "entwickele": "entwickeln", "baue": "bauen", "lehre": "lehren",
    "unterrichte": "unterrichten", "betreue": "betreuen", "führe": "führen", "schreibe": "schreiben", "halte": "halten",
    "organisiere": "organisieren", "koordiniere": "koordinieren", "verantworte": "verantworten", "berate": "beraten",
    "betreibe": "betreiben", "gestalte": "gestalten", "plane": "planen", "begleite": "begleiten",
    "untersuche": "untersuchen",
} | {past: plural for past, plural in _GERMAN.items() if past.endswith("te")}  # fmt: skip
_FRENCH = {
    "est": "êtes", "a": "avez", "était": "étiez", "avait": "aviez", "fait": "faites", "conçoit": "concevez",
    "écrit": "écrivez", "enseigne": "enseignez", "dirige": "dirigez", "pilote": "pilotez", "anime": "animez",
    "travaille": "travaillez", "développe": "développez", "coordonne": "coordonnez", "mène": "menez", "gère": "gérez",
    "organise": "organisez", "étudie": "étudiez", "accompagne": "accompagnez", "conduit": "conduisez",
    "construit": "construisez", "forme": "formez", "fabrique": "fabriquez",
}  # fmt: skip
_FRENCH_I = {
    "suis": "êtes", "ai": "avez", "étais": "étiez", "avais": "aviez", "fais": "faites", "conçois": "concevez",
    "écris": "écrivez", "conduis": "conduisez", "construis": "construisez",
} | {verb: plural for verb, plural in _FRENCH.items() if verb.endswith("e") and verb != "forme"}  # fmt: skip
_SPANISH_I = {
    "soy": "es", "he": "ha", "fui": "fue", "trabajo": "trabaja", "dirijo": "dirige", "lidero": "lidera",
    "coordino": "coordina", "fundé": "fundó", "estudié": "estudió", "trabajé": "trabajó", "dirigí": "dirigió",
    "desarrollo": "desarrolla", "desarrollé": "desarrolló", "diseño": "diseña", "diseñé": "diseñó", "enseño": "enseña",
    "escribo": "escribe", "escribí": "escribió", "investigo": "investiga", "creé": "creó", "construí": "construyó",
}  # fmt: skip
_SPANISH = frozenset(_SPANISH_I.values()) | {"tiene", "tuvo", "publicó", "ganó", "organiza", "organizó", "lideró"}

_GERMAN_OWN = {"sein": "Ihr", "ihr": "Ihr", "mein": "Ihr", "unser": "Ihr"}


def to_you(statement: str, contact: Contact, language: str) -> str | None:
    """The statement as a clause that addresses the reader politely, or ``None`` where that is not safe."""
    turn = _TURN.get(language.split("-")[0])
    text = plain(statement)
    return turn(text, contact) if turn and text else None


def _after_subject(text: str, contact: Contact, pronouns: str) -> str | None:
    """What follows a pronoun of the third person or the contact's name at the beginning."""
    names = [contact.name, contact.given_name, contact.family_name]
    if contact.given_name and contact.family_name:
        names.append(f"{contact.given_name} {contact.family_name}")
    known = "|".join(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))
    match = re.match(rf"(?:(?:Dr|Prof)\.\s*)*(?:{pronouns}|{known})\s+(?P<rest>[a-zäöüéèêà].*)", text)
    return match["rest"] if match else None


def _turned(rest: str, table: Mapping[str, str]) -> str | None:
    """The rest with its first word put in the form for "you"; a second finite verb makes it unsafe."""
    verb, _, tail = rest.partition(" ")
    if verb not in table or not tail:
        return None
    if set(re.findall(r"\w+", tail)) & set(table) - {"a", "ist", "forme"} or re.search(
        r"\b(?:sich|mich|se|me)\b", tail
    ):
        return None
    return f"{table[verb]} {tail}"


def _german(text: str, contact: Contact) -> str | None:
    rest, table = _after_subject(text, contact, "Sie|Er"), _GERMAN
    if rest is None and text.startswith(("Ich ", "Wir ")):
        rest, table = text.split(" ", 1)[1], _GERMAN_I
    turned = _turned(rest, table) if rest else None
    if turned is None or re.search(r"\b(?:er|sie|ihm|ihn|ihnen|ich|wir|mir|uns)\b", turned):
        return None
    return "Sie " + re.sub(
        r"\b(sein|ihr|mein|unser)(e[mnrs]?)?\b", lambda m: _GERMAN_OWN[m.group(1)] + (m.group(2) or ""), turned
    )


def _french(text: str, contact: Contact) -> str | None:
    text = text.replace("’", "'")
    rest, table = _after_subject(text, contact, "Elle|Il"), _FRENCH
    own = re.match(r"(?:Je |J')(?P<rest>.+)", text)
    if rest is None and own:
        rest, table = own["rest"], _FRENCH_I
    turned = _turned(rest, table) if rest else None
    if turned is None or re.search(r"\b(?:elle|il|lui|leur|je|j'|moi)\b", turned):
        return None
    turned = re.sub(r"\b(?:son|sa|mon|ma)\b", "votre", turned)
    return "vous " + re.sub(r"\b(?:ses|mes)\b", "vos", turned).replace("'", "’")


def _spanish(text: str, contact: Contact) -> str | None:
    rest = _after_subject(text, contact, "Ella|Él")
    if rest and rest.split()[0] in _SPANISH:
        return f"usted {rest}" if not re.search(r"\b(?:ella|él|yo|mi|mis)\b", rest) else None
    verb, _, tail = re.sub(r"^Yo\s+", "", text).partition(" ")
    verb = verb[:1].lower() + verb[1:]
    if verb not in _SPANISH_I or not tail or set(re.findall(r"\w+", tail)) & set(_SPANISH_I):
        return None
    return f"usted {_SPANISH_I[verb]} " + re.sub(r"\bmi(s?)\b", r"su\1", tail)


_TURN: Mapping[str, Callable[[str, Contact], str | None]] = {"de": _german, "fr": _french, "es": _spanish}
