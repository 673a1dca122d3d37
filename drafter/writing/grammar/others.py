"""The polite "you" of German, French and Spanish, for sentences simple enough to be turned without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from drafter.models import Contact
from drafter.writing.grammar import japanese
from drafter.writing.grammar.clause import plain
from drafter.writing.grammar.conjugation import forms

_AUXILIARIES = frozenset(
    (
        "ist",
        "hat",
        "war",
        "wurde",
        "wird",
        "hatte",
        "bin",
        "habe",
        "est",
        "a",
        "était",
        "avait",
        "suis",
        "ai",
        "ha",
        "he",
    )
)
# Forms that are more often nouns than a second verb.
_ALSO_NOUNS = frozenset(
    ("a", "est", "forme", "guide", "recherche", "programme", "porte", "mesure", "visita", "ayuda", "toca")
)
# Whose "mein" is the reader's: theirs where they say "ich", the sender's in a note about them.
_GERMAN_OWN = {"Sie|Er": r"\b(?:sein|ihr)(e[mnrs]?)?\b", "Ich": r"\b(?:mein|unser)(e[mnrs]?)?\b"}


def to_you(statement: str, contact: Contact, language: str) -> str | None:
    """The statement as a clause that addresses the reader politely, or ``None`` where that is not safe."""
    turn = _TURN.get(language.split("-")[0])
    # A statement taken out of its context has its subject put before it: "Jane Roe: In 2030 she …".
    text = plain(re.sub(rf"^{re.escape(contact.name)}:\s+", "", statement))
    return turn(text, contact) if turn and text else None


def _after_subject(text: str, contact: Contact, pronouns: str) -> str | None:
    """What follows a pronoun of the third person or the contact's name at the beginning."""
    names = [contact.name, contact.given_name, contact.family_name]
    if contact.given_name and contact.family_name:
        names.append(f"{contact.given_name} {contact.family_name}")
    known = "|".join(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))
    match = re.match(rf"(?:(?:Dr|Prof)\.\s*)*(?:{pronouns}|{known})\s+(?P<rest>[a-zäöüéèêà].*)", text)
    return match["rest"] if match else None


def _turned(rest: str, table: Mapping[str, str], *, mine: bool = False) -> str | None:
    """The rest with its first word put in the form for "you"; a second finite verb makes it unsafe.

    ``mine`` allows a "me", where it is certain that it is the sender.
    """
    verb, _, tail = rest.partition(" ")
    if verb not in table or not tail:
        return None
    # Behind a comma the second verb may be that of another clause.
    tail = re.sub(
        r"^(?P<before>[^,]*?)\b(?P<and>und|et|y) (?P<verb>\w+)(?= )",
        lambda m: (
            f"{m['before']}{m['and']} {table.get(m['verb'], m['verb']) if m['verb'] not in _ALSO_NOUNS else m['verb']}"
        ),
        tail,
    )
    # After "hat" a participle such as "digitalisiert" looks like a finite verb.
    judged = re.sub(r"\w+(?=$| und\b)", "", tail) if verb in _AUXILIARIES else tail
    others = set(re.findall(r"\w+", judged)) & (set(table) - set(table.values())) - _ALSO_NOUNS
    if others or re.search(r"\b(?:sich|se)\b" if mine else r"\b(?:sich|mich|se|me)\b", tail):
        return None
    return f"{table[verb]} {tail}"


_INVERTED = re.compile(
    r"(?P<lead>(?:\d{4}|(?:Im|In|Seit|Am|Vor|Nach|Bei|Mit|Auf|Zum|Zur|Jeden|Jedes|Jede|Heute|Dort)\b[^,;]{0,50}?)) "
    r"(?P<verb>[a-zäöüß]+) (?P<who>er|sie|ich)\b(?P<rest>.*)"
)


def subordinate(clause: str) -> str | None:
    """The main clause as it stands after "weil", or ``None`` where its verb cannot be moved safely."""
    match = re.fullmatch(r"Sie (?P<verb>[a-zäöüß]+) (?P<tail>[^,;:]+)", clause)
    if match is None or re.search(r"\b(?:und|oder|sondern) [a-zäöüß]+", match["tail"]):
        return None
    before, _, last = match["tail"].rpartition(" ")
    if last in (
        "an",
        "auf",
        "aus",
        "ein",
        "mit",
        "vor",
        "zu",
        "ab",
        "bei",
        "nach",
        "um",
        "weg",
        "her",
        "hin",
        "heraus",
    ):
        return f"Sie {before} {last}{match['verb']}" if before else None
    return f"Sie {match['tail']} {match['verb']}"


def _straight(text: str, contact: Contact) -> str:
    """From "2030 hat er X gebaut" to "Er hat 2030 X gebaut"."""
    for name in filter(None, (contact.name, contact.family_name)):
        if not text.startswith(contact.name):
            text = re.sub(rf"(?<=[a-zäöüß] ){re.escape(name)}\b", "er", text, count=1)
    match = _INVERTED.fullmatch(text)
    if match is None:
        return text
    # "2022 46 Messstationen": two figures side by side are read as one.
    if match["lead"].isdigit() and re.match(r" \d", match["rest"]):
        return f"{match['who'].capitalize()} {match['verb']}{match['rest']}"
    lead = match["lead"][:1].lower() + match["lead"][1:]
    return f"{match['who'].capitalize()} {match['verb']} {lead}{match['rest']}"


# Plural forms that are no infinitives, or are so only at the end.
_PLURALS = frozenset(["sind", "waren", "hatten", "haben", "wurden", "werden", "können", "konnten"])
_GERMAN_SUBJECT = re.compile(
    r"(?:[Dd](?:er|ie|as)|[Ee]ine?|[Uu]nsere?|[Mm]eine?) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+ "
    r"(?!(?:mit|seit|statt|samt|laut|nicht|fast|dort|jetzt|oft|gut|leicht)\b)[a-zäöüß]{2,}t\b"
)


def is_german_statement(text: str) -> bool:
    """Whether a text is a main clause, its verb near the beginning: "Der Sensor passt …", "hoffentlich ist …"."""
    words = text.split(",")[0].split()
    finite = _PLURALS.union(forms("de").third)
    return any(word in finite for word in words[1:6][: len(words) - 2]) or bool(_GERMAN_SUBJECT.match(text))


def german_deed(text: str, contact: Contact) -> str | None:
    """What the reader did for the sender, in the sender's own words: "er hat mir die Mühle gezeigt"."""
    return _german(text[:1].upper() + text[1:], contact, mine=True)


def _german(text: str, contact: Contact, *, mine: bool = False) -> str | None:
    verbs = forms("de")
    text = _straight(text, contact)
    rest, table = _after_subject(text, contact, "Sie|Er"), verbs.third
    own = _GERMAN_OWN["Sie|Er"]
    if rest is None and not mine and text.startswith(("Ich ", "Wir ")):
        rest, table, own = text.split(" ", 1)[1], verbs.first, _GERMAN_OWN["Ich"]
    turned = _turned(rest, table, mine=mine) if rest else None
    barred = "er|sie|ihm|ihn|ihnen" if mine else "er|sie|ihm|ihn|ihnen|ich|wir|mir|uns"
    if turned is None or re.search(rf"\b(?:{barred})\b", turned):
        return None
    return "Sie " + re.sub(own, lambda match: f"Ihr{match.group(1) or ''}", turned)


def _french(text: str, contact: Contact) -> str | None:
    text = text.replace("’", "'")
    led = re.fullmatch(
        r"(?P<lead>(?:En|Depuis|Dès|Chaque|Au|À|Pendant)\s[^,]{2,40}?),?\s(?P<rest>(?:elle|il)\s.+)", text
    )
    if led:
        turned = _french(led["rest"][:1].upper() + led["rest"][1:], contact)
        return f"{led['lead'][:1].lower()}{led['lead'][1:]} {turned}" if turned else None
    verbs = forms("fr")
    rest, table = _after_subject(text, contact, "Elle|Il"), verbs.third
    own = re.match(r"(?:Je |J')(?P<rest>.+)", text) if rest is None else None
    if own:
        rest, table = own["rest"], verbs.first
    turned = _turned(rest, table) if rest else None
    if turned is None or re.search(r"\b(?:elle|il|lui|leur|je|j'|moi)\b", turned):
        return None
    turned = re.sub(r"\b(?:mon|ma)\b" if own else r"\b(?:son|sa)\b", "votre", turned)
    return "vous " + re.sub(r"\bmes\b" if own else r"\bses\b", "vos", turned).replace("'", "’")


def _spanish(text: str, contact: Contact) -> str | None:
    verbs = forms("es")
    rest = _after_subject(text, contact, "Ella|Él")
    lead, bare = _spanish_lead(text)
    if rest is None and bare.split(" ")[0] in verbs.third:
        rest = bare  # Spanish leaves the pronoun out
    if rest:
        turned = _turned(rest, verbs.third)
        return f"{lead}usted {turned}" if turned and not re.search(r"\b(?:ella|él|yo|mi|mis)\b", turned) else None
    turned = _turned(re.sub(r"^yo\s+", "", bare), verbs.first)
    return f"{lead}usted " + re.sub(r"\bmi(s?)\b", r"su\1", turned) if turned else None


def _spanish_lead(text: str) -> tuple[str, str]:
    """A date at the beginning ("En 2029 …"), and the rest with a small first letter."""
    match = re.match(r"(?P<lead>(?:En|Desde|Hasta)\s(?:\w+\sde\s)?\d{4}),?\s(?P<rest>.+)", text)
    lead, rest = (f"{match['lead'][:1].lower()}{match['lead'][1:]} ", match["rest"]) if match else ("", text)
    return lead, rest[:1].lower() + rest[1:]


_TURN: Mapping[str, Callable[[str, Contact], str | None]] = {
    "de": _german,
    "fr": _french,
    "es": _spanish,
    "ja": japanese.to_you,
}
