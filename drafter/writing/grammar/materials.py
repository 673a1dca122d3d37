"""Turns facts into clauses, the safest form that each allows."""

from __future__ import annotations

import re

from drafter.models import Contact, Fact, Profile, Sender
from drafter.writing.grammar import english, japanese, others
from drafter.writing.grammar.clause import Clause, plain, quotable
from drafter.writing.grammar.purposes import language_of
from drafter.writing.grammar.references import is_foreign_to, reference
from drafter.writing.grammar.things import thing_of
from drafter.writing.grammar.verbs import is_past
from drafter.writing.nearness import nearness

_PAST = re.compile(r"you (?:\w+ly )?(?:are|have|lead|work|run|teach|serve|manage|hold|direct)\b")
_OFFICE = re.compile(
    r"(?P<office>.*\b(?:Chair|Reviewer|Editor|Judge|Organi[sz]er|Host|Juror|Treasurer|Secretary|Mentor|Volunteer)),?\s+"
    r"(?P<event>[A-Z].*\d{4})$"
)
_SPOKEN = re.compile(
    r"(?P<what>keynote|talk|lecture|workshop|panel|tutorial|webinar|poster|paper|article|essay|interview|book|podcast)\b"
    r"(?P<colon>\s*[:,–-]\s*|\s+)(?P<rest>.+)",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"(?!(?:In|On|At|The|This|Since|For) )[A-Z](?:(?!\b[a-z]+ed\b|\bwon\b|\bgot\b).)*"
    r"\b(?:Award|Prize|Medal|Fellowship|Grant|Scholarship)\b(?:,?\s+.*)?$"
)
_BELONGS = re.compile(
    r"(?:His|Her|Their)\s+(?:\w+\s+){0,2}?(?:team|group|lab|department|book|paper|talk|essay|guide|research|work|studio|"
    r"thesis|project|company|desk|crew|course|podcast|newsletter|letter|blog)\b\s+\S+"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|does|did|do|you|we|I|he|she|they|[a-z]+(?:ed|izes|ises))\b"
)
# Nobody can tell whose "I" a quoted one is, and nobody likes to be quoted as "she".
_WHOSE = re.compile(
    r"\b(?:I|me|my|we|our|he|she|his|her|him|ich|wir|mein\w*|er|sie|ihre?|sein\w*"
    r"|je|nous|elle|il|son|sa|ses|yo|ella|él|mi)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}:\s")
_THIRD_VERB = r"(?:['’]s\s+[\w\s]{1,40}?)?\s+(?:also|now|currently|recently)?\s*(?P<verb>[a-z]+)\b"


def clause_of(fact: Fact, profile: Profile, language: str, sender: Sender, matter: str = "") -> Clause | None:
    """The fact in a form that can stand in a message to its subject, or ``None`` if it had better be left.

    Of a statement of several sentences the one nearest to ``matter`` is taken.
    """
    contact, code = profile.contact, language.split("-")[0]
    if fact.subject:
        return None if is_foreign_to(fact, profile, code) else _quote(fact, contact)
    own = _is_own(fact, profile)
    turned = (language == "ja" and _to_me(fact, contact, sender)) or _to_you(
        fact, contact, language, own=own, matter=matter
    )
    if not turned:
        return None if fact.outdated else _beside(fact, profile, language, own=own)
    if fact.outdated and (not language.startswith("en") or _PAST.match(turned)):
        return None
    mine = _with_me(turned, sender, language)
    if mine is None:
        return None
    told = _at_home(mine, fact, profile)
    thing = thing_of(told) if language.startswith("en") else None
    return Clause("noun", thing, fact.id, told) if thing else Clause("you", told, fact.id, told)


def _beside(fact: Fact, profile: Profile, language: str, *, own: bool) -> Clause | None:
    """A fact that cannot be turned to the reader's face: of their team, their house, a thing of theirs, or quoted."""
    theirs = _theirs(fact, language)
    if theirs or re.match(r"(?:His|Her|Their)\s", fact.statement):
        return Clause("third", theirs, fact.id) if theirs else None
    code = language.split("-")[0]
    if not own and is_foreign_to(fact, profile, code):
        # Nobody writes to somebody in one language and reads out their page in another.
        return reference(fact, profile, code)
    plain_form = _third(fact, profile, language) or _noun(fact, profile.contact, language)
    return plain_form or (None if own else _quote(fact, profile.contact))


def _is_own(fact: Fact, profile: Profile) -> bool:
    """Whether the sender jotted it down: then it is nothing to be quoted at the reader."""
    return any(note.id == fact.note and note.kind == "typed" for note in profile.notes)


# Only behind a preposition is it certain which form of "me" a language wants.
_MINE = {
    "de": ((r"\b(mit|von|bei|zu|nach) {}\b", r"\1 mir"), (r"\b(für|ohne|gegen) {}\b", r"\1 mich")),
    "fr": ((r"\b(avec|pour|chez|sans) {}\b", r"\1 moi"),),
    "es": ((r"\bcon {}\b", "conmigo"), (r"\b(para|sin) {}\b", r"\1 mí")),
}


def _with_me(text: str, sender: Sender, language: str) -> str | None:
    """The sender's name made "me"; ``None`` where the language leaves open how."""
    names = (sender.name, sender.name.split()[0])
    if language.startswith("en"):
        for name in names:
            text = re.sub(rf"\b{re.escape(name)}['’]s\b", "my", text)
            text = re.sub(rf"\b{re.escape(name)}\b", "me", text)
        return text
    for name in names:
        for pattern, mine in _MINE.get(language, ()):
            text = re.sub(pattern.format(re.escape(name)), mine, text)
    return None if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names) else text


def _theirs(fact: Fact, language: str) -> str | None:
    """From "Her team counts …" to "your team counts …"; of other people's doings nothing is made."""
    text = plain(fact.statement)
    if text is None or not language.startswith("en") or not _BELONGS.match(text):
        return None
    if re.search(r"\b(?:he|she|his|her|him|I|my|me|we|our)\b", text[4:], re.IGNORECASE):
        return None
    return re.sub(r"^(?:His|Her|Their)\b", "your", text)


def _to_you(fact: Fact, contact: Contact, language: str, *, own: bool, matter: str) -> str | None:
    for text in dict.fromkeys((fact.statement, fact.quote, *_single(fact, contact, matter))):
        if language.startswith("en"):
            turned = english.to_you(text, contact, own=own)
        else:
            # Spanish leaves the subject out: of an organisation's line it is not the reader.
            unsure = own or (fact.about == "organization" and not text.startswith((contact.name, "Ella", "Él")))
            turned = None if unsure else others.to_you(text, contact, language)
        # Nobody is told of themself by name.
        if turned and not re.search(rf"(?<!\w){re.escape(contact.given_name or contact.name)}(?!\w)", turned):
            return turned
    return None


def _single(fact: Fact, contact: Contact, matter: str) -> list[str]:
    """The sentences of a statement that has several, the nearest to the matter first."""
    parts = re.split(r"(?<=[.;])\s+(?=[A-ZÀ-Þ])|;\s+", fact.statement.removeprefix(f"{contact.name}: "))
    # Who "they" are stands in the sentence before.
    own = [part for part in parts if not re.match(r"(?:They|It|This|These|That)\b", part)]
    return sorted(own, key=lambda part: -nearness(part, matter)) if len(parts) > 1 else []


def _to_me(fact: Fact, contact: Contact, sender: Sender) -> str | None:
    return japanese.to_me(fact.statement, contact, sender.name) or japanese.to_me(fact.quote, contact, sender.name)


def _at_home(text: str, fact: Fact, profile: Profile) -> str:
    """What a company says of itself ("we build …") told to one of its people."""
    name = profile.organization.name if profile.organization else None
    ours = re.match(r"(?:We|Our)\b", fact.statement) or re.match(r"(?:We|Our)\b", fact.quote)
    if fact.about != "organization" or not ours or not name or name in text or not text.startswith("you "):
        return text
    return f"at {name} {text}"


def _third(fact: Fact, profile: Profile, language: str) -> Clause | None:
    text = plain(fact.statement)
    name = profile.organization.name if profile.organization else None
    if text is None or not name:
        return None
    if language.startswith("en") and (told := _of_the_house(text, name)):
        return Clause("third", told, fact.id)
    match = re.match(_THIRD_VERB, text[len(name) :]) if text.startswith(name) else None
    if match is None or (language.startswith("en") and not _finite(match["verb"])):
        return None
    return Clause("third", text, fact.id)


def _of_the_house(text: str, name: str) -> str | None:
    """From "In 2025 the choir sang …" of the Kanaal Choir to "in 2025 the choir sang …": the reader knows which."""
    house = "|".join(re.escape(word.lower()) for word in re.findall(r"[^\W\d_]{4,}", name))
    match = re.match(
        rf"(?P<lead>(?:In|Since|On|At)\s[^,]{{2,20}}?,? )?(?P<the>[Tt]he (?:{house}))\s+(?P<verb>[a-z]+)\b.*", text
    )
    if not house or match is None or not (_finite(match["verb"]) or is_past(match["verb"])):
        return None
    return f"{text[:1].lower()}{text[1:]}" if not _WHOSE.search(text) else None


def _finite(verb: str) -> bool:
    return bool(
        re.fullmatch(r"is|was|has|had|will|can|\w+s|\w+ed|built|won|grew|began|took|ran|made|sold|bought", verb)
    )


def _noun(fact: Fact, contact: Contact, language: str) -> Clause | None:
    text = plain(fact.statement)
    if text is None or not language.startswith("en") or len(text.split()) > 16:
        return None
    if language_of(text) not in (None, "en") or contact.name in text:
        return None
    noun = _office(text) or _spoken(text, fact) or _award(text) or _post(text, fact)
    return Clause("noun", noun, fact.id) if noun else None


def _office(text: str) -> str | None:
    match = _OFFICE.match(text)
    return f"your work as {match['office']} for {match['event']}" if match else None


def _spoken(text: str, fact: Fact) -> str | None:
    match = _SPOKEN.match(text)
    if match is None:
        return None
    what, rest = match["what"].lower(), match["rest"].strip()
    if re.match(r"(?:at|on|in|about|for|with)\b", rest):
        return f"your {what} {rest}" if not _FINITE.search(rest) else None
    if match["colon"].strip() and fact.kind in ("talk", "publication") and len(rest.split()) <= 12:
        return f"your {what} “{rest.strip('“”')}”" if '"' not in rest else f"your {what} {rest}"
    return None


def _award(text: str) -> str | None:
    return f"your {text}" if _AWARD.match(text) and not _FINITE.search(text) else None


def _post(text: str, fact: Fact) -> str | None:
    if fact.kind != "role" or _FINITE.search(text) or not text[0].isupper() or len(text.split()) > 10:
        return None
    return f"your work as {text}"


def _quote(fact: Fact, contact: Contact) -> Clause | None:
    if fact.kind in ("role", "place"):
        return None  # a title is nothing that somebody wrote
    for text in (fact.quote, fact.statement):
        words = quotable(text)
        # A line that only names the person or a bare date says nothing when quoted.
        if words and (_HEADING.match(words) or _tells_of(words, contact)):
            continue
        if words and _WHOSE.search(words):
            continue
        if words and words.lower() != contact.name.lower() and re.search(r"[^\W\d]{4}|[\u3040-\u9fff]{2}", words):
            return Clause("quote", words, fact.id)
    return None


def _tells_of(words: str, contact: Contact) -> bool:
    """Whether the words name the reader, who would read of themself as of a stranger."""
    names = (contact.name, contact.family_name, contact.given_name)
    return any(name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names)
