"""What is thanked for, out of a purpose jotted down in any form; a wish is nothing to thank for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from drafter.models import Contact
from drafter.writing.assembly import Piece
from drafter.writing.grammar import abroad, others
from drafter.writing.grammar.composer import Composer
from drafter.writing.grammar.english import to_you
from drafter.writing.grammar.purposes import about_reader, language_of, wishes
from drafter.writing.grammar.verbs import is_base_form

_SENTENCE = re.compile(r"(?<=[.!;。])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Thanked:
    """A ``thing`` follows "thank you for"; ``you`` is a clause about the reader; ``own`` is a sentence already."""

    form: Literal["thing", "you", "own"]
    text: str


def thanked(text: str, contact: Contact, language: str) -> Thanked | None:
    """What the text names to thank the reader for; ``None`` for a wish, a question or a form not understood."""
    text = re.sub(r"\s+", " ", text).strip().rstrip(".!。 ")
    find = _FIND.get(language)
    return find(text, contact) if find and text and not text.endswith(("?", "？")) else None


def first_sentence(purpose: str) -> tuple[str, str]:
    """The thanks, and what came of it."""
    first, *rest = _SENTENCE.split(purpose.strip(), maxsplit=1)
    return first, rest[0] if rest else ""


_THANKS = re.compile(
    r"^(?:to\s+)?(?:i\s+(?:want|would\s+like)\s+to\s+)?(?:say\s+)?(?:thank(?:s|ing)?|thank\s+you)\s+(?:to\s+)?"
    r"(?:you\s+)?(?:(?:very|so)\s+much\s+)?(?=for\b|that\b)",
    re.IGNORECASE,
)
_HELP = re.compile(r"(?:help|support|work|visit|call|advice)\s+(?:with|from|on|of|at|to|last|this|in)\b", re.IGNORECASE)
_MINE = re.compile(r"(?:I|my|we|our)\b", re.IGNORECASE)


def _english(text: str, contact: Contact) -> Thanked | None:
    told = _THANKS.sub("", about_reader(text, contact))
    thing = re.sub(r"^(?:for|that)\s+", "", told, flags=re.IGNORECASE)
    named = thing != told
    clause = None if _MINE.match(text) else to_you(text, contact)
    if clause or thing.startswith("you "):
        return Thanked("you", clause or thing)
    if _MINE.match(thing) and not named:
        return Thanked("own", f"{thing[:1].upper()}{thing[1:]}.")
    if not named and _wants_english(thing):
        return None
    return Thanked("thing", thing[:1].lower() + thing[1:])


def _wants_english(text: str) -> bool:
    return not _HELP.match(text) and (wishes(text) or is_base_form(text.split(" ")[0].lower()))


_GERMAN = re.compile(
    r"(?:(?:ich )?(?:möchte )?(?:mich )?(?:bei (?:ihr|ihm|Ihnen) )?(?:ihr|ihm|Ihnen )?\s?)?"
    r"für (?P<thing>.+?)(?: (?:zu )?(?:be)?danken)?"
    r"|(?:(?:vielen|herzlichen|besten) )?danke?(?: (?:Ihnen|ihr|ihm|dir))?(?: sehr)? für (?P<other>.+)",
    re.IGNORECASE,
)
_GERMAN_THING = re.compile(
    r"(?:d[eia][nres]|einen?|(?:ihr|sein|Ihr)e?n?|alle|zwei|[A-ZÄÖÜ][a-zäöüß]+(?:ung|en|tag|rat|e))\b"
)


def _german(text: str, contact: Contact) -> Thanked | None:
    match = _GERMAN.fullmatch(text)
    if match:
        return _german_thing(match["thing"] or match["other"])
    that = re.fullmatch(
        r"(?:(?:vielen )?danke?(?: \w+)?(?: dafür)?, )?(?P<that>dass (?:er|sie|Sie)\b.+)", text, re.IGNORECASE
    )
    if that and (clause := abroad.german_clause(that["that"], contact)):
        return Thanked("own", f"Vielen Dank, {clause}.")
    if re.search(r"dank", text, re.IGNORECASE) or re.match(r"(?:Ich|Wir)\b", text):
        return Thanked("own", f"{text[:1].upper()}{text[1:]}.")
    clause = others.german_deed(text, contact)
    if clause:
        return Thanked("you", clause)
    return _german_thing(text) if _GERMAN_THING.match(text) and not _wants_german(text) else None


def _wants_german(text: str) -> bool:
    last = text.split()[-1]
    asks = re.search(r"\b(?:wie|warum|was|welche\w*|ob|wann|wo)\b(?! \w*$)", text, re.IGNORECASE)
    return bool(asks) or (last.islower() and bool(re.search(r"(?:en|ern|eln)$", last)) and "dank" not in last)


def _german_thing(text: str) -> Thanked | None:
    thing = abroad.german_pronouns(re.sub(r"^der\b", "den", text))
    return Thanked("thing", thing) if thing else None


_FRENCH = re.compile(
    r"(?:(?:merci(?: beaucoup)?|(?:la |le |l['’]|vous )?remercier) )?(?P<how>pour|de|d['’]) ?(?P<thing>.+)",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"(?:(?:muchas )?gracias (?:a (?:él|ella) )?|dar(?:le)? las gracias )?por (?P<thing>.+)"
    r"|agradecer(?:le)? (?P<other>.+)",
    re.IGNORECASE,
)
_ROMANCE_THING = (
    r"(?:le|la|les|l['’]|un|une|son|sa|ses|votre|vos|ce|cette|el|los|las|su|sus|una|todo|haber)(?:\b|(?<=['’]))"
)


def _french(text: str, contact: Contact) -> Thanked | None:
    match = _FRENCH.fullmatch(text)
    if match or re.match(_ROMANCE_THING + r"\s?(?!\w+(?:er|ir|oir)\b)", text):
        thing = abroad.french_reader(match["thing"] if match else text, contact)
        if thing and match and match["how"].lower() != "pour":
            joint = " " if match["how"].isalpha() else ""
            return Thanked("own", f"Merci {match['how'].lower()}{joint}{thing}.")
        return Thanked("thing", thing) if thing else None
    told = abroad.sentences_of(text, contact, "fr")
    if told and re.match(r"Vous \w+(?:ez|tes)\b", told[0]):
        return Thanked("you", f"vous{told[0].rstrip('.')[4:]}")
    return Thanked("own", f"{text}.") if re.match(r"(?:Je|J['’]|Nous)", text) or "merci" in text.lower() else None


def _spanish(text: str, contact: Contact) -> Thanked | None:
    match = _SPANISH.fullmatch(text)
    if match or re.match(_ROMANCE_THING, text):
        return Thanked("thing", abroad.spanish_reader((match["thing"] or match["other"]) if match else text, contact))
    clause = others.to_you(text, contact, "es") or (
        f"usted {text[:1].lower()}{text[1:]}" if re.match(r"[A-ZÁÉÍÓÚ]\w+ó\b", text) else None
    )
    if clause:
        return Thanked("you", clause)
    own = re.match(r"(?:He|Hemos|Me|Nos|Yo|Ya)\b", text) or re.search(r"gracias|agradezco", text)
    return Thanked("own", f"{text}.") if own else None


def _japanese(text: str, _: Contact) -> Thanked | None:
    if re.search(r"ありがとう|御礼|お礼|感謝", text):
        return Thanked("own", f"{text}。")
    given = re.sub(r"(?:くださった|くださいました|下さった|下さいました)(?:こと)?$", "くださり", text)
    if given != text:
        return Thanked("thing", given)
    return None if re.search(r"(?:たい|です|ます|ました|した|か|について)$", text) else Thanked("thing", text)


_FIND: Mapping[str, Callable[[str, Contact], Thanked | None]] = {
    "en": _english,
    "de": _german,
    "fr": _french,
    "es": _spanish,
    "ja": _japanese,
}


_WANTS: Mapping[str, Callable[[str], bool]] = {
    "en": _wants_english,
    "de": _wants_german,
    "fr": lambda text: bool(
        re.match(r"(?:lui )?\w+(?:er|ir|oir|dre)\b(?! (?:d|pour))|(?:comment|pourquoi|si)\b", text)
    ),
    "es": lambda text: bool(re.match(r"(?!agradecer|dar)\w+[aei]r(?:le)?\b|(?:cómo|por qué|si)\b", text)),
    "ja": lambda text: bool(re.search(r"(?:たい(?:です)?|か|について)$", text)),
}


def wants(purpose: str, contact: Contact) -> bool:
    """Whether a purpose meant as thanks says what the sender wants, and nothing that the reader did."""
    first = first_sentence(purpose)[0].strip().rstrip(".!。 ")
    language = language_of(first) or "en"
    if not first or thanked(first, contact, language):
        return False
    return first.endswith(("?", "？")) or _WANTS[language](first)


def written(composer: Composer) -> list[list[Piece]]:
    """The message: the thanks, then what came of it."""
    first, rest = first_sentence(composer.brief.purpose)
    return [_thanks(composer, first), _after(composer, rest)]


def spoken(composer: Composer) -> list[Piece]:
    """The same as one says it on the telephone."""
    first, rest = first_sentence(composer.brief.purpose)
    found = thanked(first, composer.profile.contact, composer.language) if _readable(composer, first) else None
    if found and found.form == "thing":
        called = composer.spoken.one("calling_thank_you_for", thing=found.text)
        if called:
            return [Piece(called), *(_after(composer, rest) if rest.strip() else [])]
    return _thanks(composer, first)


def _readable(composer: Composer, text: str) -> bool:
    return language_of(text) in (None, composer.language)


def _thanks(composer: Composer, text: str) -> list[Piece]:
    found = thanked(text, composer.profile.contact, composer.language) if _readable(composer, text) else None
    if found is None:
        line = composer.line("thanks_any")
    elif found.form == "own" and re.search(
        r"thank|dank|merci|gracias|agrade|ありがとう|御礼|お礼|感謝", found.text, re.I
    ):
        line = Piece(found.text)
    elif found.form == "own":
        return [piece for piece in (composer.line("thanks_any"), Piece(found.text)) if piece]
    else:
        line = composer.line("thanks" if found.form == "thing" else "thanks_you", **{found.form: found.text})
    return [line] if line else []


def _after(composer: Composer, rest: str) -> list[Piece]:
    rest = rest.strip()
    if rest and _readable(composer, rest):
        told = about_reader(rest, composer.profile.contact) if composer.language == "en" else rest
        return [Piece(told if told[-1] in ".!。" else told + ("。" if composer.language == "ja" else "."))]
    return [line for line in (composer.line("thanks_end"), composer.line("no_answer")) if line]
