"""Who a message greets, and whether a person may be greeted so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, Text
from drafter.language.meaning import fold

if TYPE_CHECKING:
    from drafter.language.names import PersonName

NAME_WORD = r"[^\W\d_][\w'’.-]*"


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GREETING = re.compile(
    r"^\s*(?:(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|hallo|guten (?:tag|morgen|"
    r"abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour"
    r"|salut|chère|cher|hola|buenos días|buenas tardes|estimad[oa]|querid[oa]|ciao|gentile|olá|hej|hei|beste|"
    r"hoi|geachte)[ ,]+)(?:there[,!]\s)?"
    rf"(?P<name>{NAME_WORD}(?:[ \u00a0]{NAME_WORD}){{0,5}})[ ]*(?=[,!:;.–—\n]|-\s|$)"
)
TITLES = re.compile(
    r"^(?P<title>(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|doctor|herr|frau|mme|madame|monsieur|m|sr|sra|"
    r"señor|señora|don|doña)\.?\s+)+)",
    re.IGNORECASE,
)
_NOBODY = _words(
    "there all team everyone everybody friend friends colleague colleagues sir madam again both folks zusammen "
    "damen herren tous toutes todos hiring recruiter neighbour neighbor from this name"
)


def greeted(text: Text) -> tuple[int, int, str] | None:
    """Where the greeting names somebody, titles included."""
    match = _GREETING.match(text.text)
    if not match or fold(match["name"].split()[0]) in _NOBODY:
        return None
    name = match["name"].rstrip(".")
    if not any(word[0].isupper() or not word[0].isascii() for word in name.split()):
        return None
    return match.start("name"), match.start("name") + len(name), name


def accepted(name: str, person: PersonName) -> bool:
    """Whether a greeting may call this person so."""
    from drafter.language.names import similarity

    said = fold(name)
    parts = [person.given, person.middle, person.family, person.nickname, person.plain, person.full]
    if said in {fold(part) for part in parts if part}:
        return name[0].isupper() or not name[0].isalpha()
    words = {fold(word) for word in WORD.findall(person.full)}
    if all(fold(word).strip(".") in words or len(word.strip(".")) == 1 for word in name.split()):
        return True
    if " " in name:
        return similarity(name, person.full) >= 0.85 and _same_family(name, person)
    return _is_nickname(name, person)


def _same_family(name: str, person: PersonName) -> bool:
    return fold(name.split()[-1]) == fold((person.family or person.full).split()[-1])


def _is_nickname(name: str, person: PersonName) -> bool:
    from drafter.language._name_words import NICKNAMES

    one, other = fold(name), fold(person.given or "")
    short, long = sorted((one, other), key=len)
    return NICKNAMES.get(one, one) == NICKNAMES.get(other, other) or (
        len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 2
    )
