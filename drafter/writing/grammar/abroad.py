"""From the user's reason in German, French, Spanish or Japanese to sentences of their message.

Like :mod:`~drafter.writing.grammar.purposes` for English: whether it is jotted down in the first or the third person,
as an infinitive, a question or a bare thing, the reader is addressed and the sender says "I".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from drafter.language.conventions import family_name, given_name
from drafter.models import Contact
from drafter.writing.grammar import others
from drafter.writing.grammar.conjugation import forms, polite_german

# Behind a stop, but not that of "Dr."; and before a second half that wishes something: "… und möchte wissen, wie …".
_SEPARATE = re.compile(
    r"(?<=\w{3}[.!?])\s+(?=\S)|(?<=\?)\s+|(?<=。)\s*(?=\S)|;\s+"
    r"|,? und (?=(?:ich |wir )?(?:möchten?|will|wollen|würden?) (?:gern\w* )?(?:wissen|erfahren|verstehen|fragen)\b)"
    r"|,? et (?=(?:je (?:voudrais|souhaite)|j['’]aimerais|voudrais|aimerais) (?:savoir|comprendre|apprendre)\b)"
    r"|,? y (?=(?:quiero|quisiera|me gustaría) (?:saber|entender|aprender)\b)"
)


def sentences_of(purpose: str, contact: Contact, language: str) -> list[str]:
    """Each part of the purpose as a sentence; a part that cannot be turned safely is left out."""
    turn = _SENTENCE[language]
    parts = (re.sub(r"\s+", " ", part).strip().rstrip(".。") for part in _SEPARATE.split(purpose.strip()))
    found = (turn(part, contact) for part in parts if part)
    # Nobody is written to by their own name in the third person.
    return [_ended(told, language) for told in found if told and _named(told, contact, "") == told]


# What a bare thing is put behind where the reader does not know yet what it is about.
BARE = {"de": "Mein Anliegen:", "fr": "L’objet de mon message :", "es": "El motivo de mi mensaje:"}


def _ended(sentence: str, language: str) -> str:
    sentence = sentence[:1].upper() + sentence[1:]
    return sentence if sentence[-1] in ".!?。？" else sentence + ("。" if language == "ja" else ".")


def _named(text: str, contact: Contact, pronoun: str) -> str:
    """The text with the reader's name made a pronoun of the third person."""
    for name in filter(None, (contact.name, family_name(contact), given_name(contact))):
        title = r"(?:(?:Frau|Herrn?|Dr\.?|Prof\.?|Mme|Madame|M\.|Monsieur|la Sra\.?|el Sr\.?|Sra\.?|Sr\.?)\s)*"
        text = re.sub(rf"(?<!\w){title}{re.escape(name)}(?!\w)", pronoun, text)
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# German

_GERMAN_WISH = r"(?:(?:ich|wir|er|sie) )?(?:möchten?|will|wollen|würden?|wüssten?|wollten?)\b"
_GERMAN_FILL = r"(?:(?:gern|gerne|mal|einmal|von ihm|von ihr|von ihnen|ihn|sie|ihm|ihr|ihnen|danach|daran) )*"
_GERMAN_VERB = r"(?:zu )?(?:wissen|erfahren|fragen|herausfinden|herauszufinden|verstehen|lernen|hören|klären|sehen)"
_GERMAN_WHAT = (
    r"(?:wie|warum|weshalb|wieso|was|welche[mnrs]?|wann|wo\w*|ob|wer|wen|wem|(?:mit|für|nach|bei|an|auf|in|aus|von) "
    r"(?:welche[mnrs]?|wem|wen|was))\b.+"
)
_GERMAN_ASK = re.compile(
    rf"(?:um )?(?:{_GERMAN_WISH} )?{_GERMAN_FILL}(?:{_GERMAN_VERB},? )?{_GERMAN_FILL}(?P<clause>{_GERMAN_WHAT})",
    re.IGNORECASE,
)
_GERMAN_QUESTION = re.compile(
    r"(?P<what>(?:Wie|Warum|Was|Wann|Wo\w*|Welche\w* \w+)(?: (?:viele?|oft|lange))?) (?P<verb>[a-zäöüß]+) "
    r"(?:er|sie)\b(?P<rest>.*)\?"
)
_GERMAN_I = re.compile(r"(?:ich|wir|mein|meine|unser|unsere)\b", re.IGNORECASE)
_GERMAN_MINE = re.compile(r"\b(?:mein|unser|mir|mich|uns)", re.IGNORECASE)
# "…, den sie suchte": a clause at the end whose verb is its last word.
_GERMAN_CLAUSE = re.compile(
    r"(?P<lead>, (?:de[rnmsr]|die|das|dass|was|wie|ob|weil|wo\w*|als|nach de[mr]|mit de[mr])) (?:er|sie) "
    r"(?P<body>(?:[^,]+ )?)(?P<verb>[a-zäöüß]+)$"
)
_GERMAN_DATIVE = r"\b(mit|von|bei|zu|nach|seit|gegenüber|außer|aus)\s+(?:ihr|ihm)\b(?!\s+[A-ZÄÖÜ])"


def _german(text: str, contact: Contact) -> str | None:
    if re.search(r"\b(?:Ihnen|Ihre?[nmrs]?)\b|\bSie (?:\w+en|sind)\b", text) and _GERMAN_I.match(text):
        return text  # the reader is addressed already
    if question := _GERMAN_QUESTION.fullmatch(_named(text, contact, "sie")):
        plural, rest = polite_german(question["verb"]), german_pronouns(question["rest"])
        return f"{question['what']} {plural} Sie{rest}?" if plural and rest is not None else None
    if text.endswith("?"):
        return text if re.search(r"\bSie\b|\bIhr", text) else None
    if match := _GERMAN_ASK.fullmatch(text):
        clause = german_clause(match["clause"][:1].lower() + match["clause"][1:], contact)
        return f"Ich möchte wissen, {clause}" if clause else None
    if _GERMAN_I.match(text) and not re.match(_GERMAN_WISH, text, re.IGNORECASE):
        return german_pronouns(_named(text, contact, "ihr"))
    told = None if _GERMAN_MINE.search(text) else others.to_you(_capital(text), contact, "de")
    if told:
        return told
    if others.is_german_statement(text):
        return german_pronouns(_named(text, contact, "ihr"))
    return _german_wish(text)


def _german_wish(text: str) -> str | None:
    """A wish, an infinitive or a bare thing: "mit ihr über Öfen sprechen" → "Ich möchte mit Ihnen …"."""
    wish = re.match(rf"{_GERMAN_WISH} (?:gern |gerne )?(?P<rest>.+)", text, re.IGNORECASE)
    rest = german_pronouns(wish["rest"] if wish else re.sub(r"^um (.*) zu (\w+en)$", r"\1 \2", text))
    if rest is None or rest.endswith("?"):
        return None
    last = rest.split()[-1]
    if len(rest.split()) > 1 and last.islower() and re.search(r"(?:en|ern|eln|tun)$", last):
        return f"Ich möchte {rest[:1].lower() if rest.split()[0].islower() else rest[:1]}{rest[1:]}"
    about = "Es geht mir um" if re.match(r"(?:den|die|das|einen?|Ihren?|unseren?)\b", rest) else BARE["de"]
    return None if wish else f"{about} {rest}"


def german_clause(clause: str, contact: Contact) -> str | None:
    """A question about the reader as one to them: "wie sie Lehrlinge auswählt" → "wie Sie Lehrlinge auswählen"."""
    clause = _named(clause, contact, "sie")
    found = re.search(r"\b(?:er|sie|man)\b", clause)
    if not found or found.group() == "man":
        return german_pronouns(clause)
    head, tail = clause[: found.start()], clause[found.end() :].strip()
    body, _, verb = tail.rpartition(" ")
    plural = polite_german(verb)
    if plural is None or re.search(r",", tail):
        return clause.replace(found.group(), "Sie", 1) if verb.endswith("en") and found.group() == "sie" else None
    rest = german_pronouns(body) if body else ""
    return None if rest is None else re.sub(r"\s+", " ", f"{head}Sie {rest} {plural}")


def _polite_clause(match: re.Match[str]) -> str:
    plural = polite_german(match["verb"])
    return f"{match['lead']} Sie {match['body']}{plural}" if plural else match.group()


def german_pronouns(text: str) -> str | None:
    """Possessives and objects of the third person made polite; ``None`` where a subject would need its verb changed."""
    text = _GERMAN_CLAUSE.sub(_polite_clause, text)
    text = re.sub(_GERMAN_DATIVE, r"\1 Ihnen", text)
    text = re.sub(
        r"\b(?:sein|ihr)(e[mnrs]?)?\b(?=\s+(?:[a-zäöüß]+e[nmrs]?\s+)?[A-ZÄÖÜ])",
        lambda m: f"Ihr{m.group(1) or ''}",
        text,
    )
    text = re.sub(r"\b(?:ihm|ihr)\b(?!\s+[A-ZÄÖÜ])", "Ihnen", text)
    text = re.sub(r"\bihn\b|\bsie\b(?=.*\b\w+(?:en|ern|eln)$)", "Sie", text)
    return None if re.search(r"\b(?:er|sie)\b", text) else text


# French

_FRENCH_ASK = re.compile(
    r"(?:(?:je|nous|il|elle) (?:voudrai[st]|voudrions|souhaite(?:rai[ts])?|aimerai[st])|j['’]aimerais|pour|à|lui)?\s*"
    r"(?:(?:lui|leur|vous) )?(?:comprendre|savoir|apprendre|demander|découvrir|entendre)? ?(?:d['’]elle |de lui )?"
    r"(?P<clause>(?:comment|pourquoi|ce qu(?:e|i|['’])|où|quand|qui|quel\w*|combien|s['’]il|si"
    r"|(?:par|avec|de|à|pour) qu\w+)"
    r"(?:\b|(?<=['’])).+)",
    re.IGNORECASE,
)
_FRENCH_INFINITIVE = re.compile(
    r"(?:ne pas |me |vous )?(?!(?:votre|notre|autre)\b)\w+(?:er|ir|re|oir)\b", re.IGNORECASE
)
_FRENCH_I = re.compile(r"(?:je|j['’]|nous|mon|ma|mes|notre|nos)(?:\b|(?<=['’]))", re.IGNORECASE)
_FRENCH_BESIDE = r"\b(avec|pour|chez|sans|de|à|sur|par|vers)\s+(?:elle|lui)\b"


def _french(text: str, contact: Contact) -> str | None:
    if re.search(r"\bvous\b|\bvotre\b|\bvos\b", text) and (_FRENCH_I.match(text) or text.endswith("?")):
        return text
    if match := _FRENCH_ASK.fullmatch(text):
        clause = french_reader(match["clause"][:1].lower() + match["clause"][1:], contact)
        return f"Je voudrais savoir {clause}" if clause else None
    wish = re.match(
        r"(?:(?:je|nous|il|elle) (?:voudrai[st]|souhaite(?:rai[ts])?|aimerai[st])|j['’]aimerais) (?P<rest>.+)",
        text,
        re.IGNORECASE,
    )
    rest = french_reader(wish["rest"] if wish else re.sub(r"^pour (?=\w+(?:er|ir|re)\b)", "", text), contact)
    if rest is None:
        return None
    if (_FRENCH_I.match(text) and not wish) or re.match(r"vous \w+ez\b|vous (?:êtes|faites|dites)\b", rest):
        return rest
    if _FRENCH_INFINITIVE.match(rest):
        return f"Je voudrais {rest[:1].lower()}{rest[1:]}"
    return None if wish else f"{BARE['fr']} {rest}"


def french_reader(text: str, contact: Contact) -> str | None:
    """The reader of the third person made "vous", with the verb behind it; ``None`` for a verb that is not known."""
    text = re.sub(r"^(?:Elle|Il)\b", "elle", _named(text.replace("’", "'"), contact, "elle"))
    text = re.sub(r"\b[Qq]u'(?=(?:elle|il)\b)", "que ", text)
    text = re.sub(r"\bs'(?=il\b)", "si ", text)
    text = re.sub(_FRENCH_BESIDE, r"\1 vous", text)
    text = re.sub(r"^(?:lui |l'|la |le )(?=\w+(?:er|ir|re|oir)\b)", "vous ", text)
    clauses = re.compile(
        r"\b(?:elle|il) (?P<se>s'|se )?(?P<ob>(?:n'|ne |m'|me |y |en |l'|les |le |la |leur )*)(?P<verb>\w+)"
    )
    for match in reversed(list(clauses.finditer(text))):
        verb = _french_vous(match["verb"])
        if verb is None:
            return None
        you = f"vous {'vous ' if match['se'] else ''}{match['ob'] or ''}{verb}"
        text = f"{text[: match.start()]}{you}{text[match.end() :]}"
    text = re.sub(r"\b(?:son|sa)\b", "votre", text)
    text = re.sub(r"\bses\b", "vos", text)
    return None if re.search(r"\b(?:elle|il)\b", text) else text.replace("'", "’")


# Endings of the third person with those of "vous", the longer first.
_VOUS = (
    ("crit", "crivez"), ("duit", "duisez"), ("truit", "truisez"), ("prend", "prenez"), ("ient", "enez"),
    ("met", "mettez"), ("doit", "devez"), ("voit", "voyez"), ("çoit", "cevez"), ("rait", "riez"), ("ait", "iez"),
    ("end", "endez"), ("ond", "ondez"), ("erd", "erdez"), ("ra", "rez"), ("it", "issez"), ("e", "ez"),
)  # fmt: skip


def _french_vous(verb: str) -> str | None:
    known = forms("fr").third.get(verb)
    if known:
        return known
    for ending, polite in _VOUS:
        if verb.endswith(ending) and len(verb) > 2:
            return verb[: -len(ending)] + polite
    return {"peut": "pouvez", "veut": "voulez", "va": "allez", "faut": "faut"}.get(verb)


# Spanish: the polite "you" takes the verb of the third person, so only pronouns change.

_SPANISH_ASK = re.compile(
    r"(?:(?:yo )?(?:quiero|quiere|quisiera|querría|me gustaría|le gustaría|para) )?"
    r"(?:(?:saber|entender|aprender|comprender|preguntar(?:le)?|averiguar|conocer) (?:de (?:él|ella) )?)?"
    r"(?P<clause>(?:cómo|por qué|qué|cuál\w*|cuánd?t?o\w*|dónde|si|quién\w*"
    r"|(?:por|con|de|a|en) (?:dónde|qué|quién|cuál))\b.+)",
    re.IGNORECASE,
)
_SPANISH_INFINITIVE = re.compile(r"\w+[aeií]r(?:le|lo|la|les|me)?\b")
_SPANISH_I = re.compile(
    r"(?:yo|quiero|quisiera|me|estoy|busco|necesito|mi|trabajo|tengo|he|hemos|estamos|nos)\b", re.IGNORECASE
)


def _spanish(text: str, contact: Contact) -> str | None:
    if match := _SPANISH_ASK.fullmatch(text):
        return f"Quisiera saber {spanish_reader(match['clause'][:1].lower() + match['clause'][1:], contact)}"
    wish = re.match(
        r"(?:(?:yo )?(?:quiero|quiere|quisiera|querría|me gustaría|le gustaría|para) )(?P<rest>.+)", text, re.IGNORECASE
    )
    rest = spanish_reader(wish["rest"] if wish else text, contact)
    if _SPANISH_INFINITIVE.match(rest) and (wish or rest[0].islower()):
        return f"Quisiera {rest}"
    if _SPANISH_I.match(text):
        return rest
    told = others.to_you(text, contact, "es")
    return told or (None if wish else f"{BARE['es']} {rest}")


def spanish_reader(text: str, contact: Contact) -> str:
    """The reader of the third person made "usted"."""
    text = _named(text, contact, "usted")
    text = re.sub(r"\b(?:él|ella)\b", "usted", text)
    return re.sub(r"\b(\w+[aeií]r)l[oa]\b", r"\1le", text)


# Japanese has no person to turn: a bare thing only lacks its predicate.

_PREDICATE = re.compile(r"(?:です|ます|した|たい|ません|でしょうか|ました|か)$")

_PLAIN_VERB = re.compile(r"(?:[るただうくすつぬぶむぐ]|(?<!違)(?<!扱)(?<!使)(?<!伝)(?<!合)い)$")


def _japanese(text: str, contact: Contact) -> str | None:
    text = re.sub(
        rf"^(?:{re.escape(contact.name)}|{re.escape(contact.name.replace(' ', ''))})(?:さん|様|氏)?(?:の|が)", "", text
    )
    if text.endswith("か"):
        return f"{text}伺いたいです"
    if re.search(r"(?:知り|聞き|伺い|学び|教わり|話し)たい$", text):
        return f"{text}です"
    if _PREDICATE.search(text):
        return text
    # A clause with its verb in the plain form cannot stand before "について" as it is.
    if _PLAIN_VERB.search(text):
        return f"{text}ことに関心がございます"
    return f"{re.sub(r'(?:について|のこと)$', '', text)}について伺いたいです"


_SENTENCE: Mapping[str, Callable[[str, Contact], str | None]] = {
    "de": _german,
    "fr": _french,
    "es": _spanish,
    "ja": _japanese,
}
