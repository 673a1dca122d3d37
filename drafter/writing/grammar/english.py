"""From "She founded X" to "you founded X", and nothing that might not be English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.models import Contact
from drafter.writing.grammar.clause import plain
from drafter.writing.grammar.verbs import base_form, verbs

_ADVERB = (
    r"(?:also|currently|now|previously|recently|then|later|often|still|once|formerly|originally|always|first|\w+ly)"
)
_DETERMINER = (
    r"(?:an?|the|his|her|their|its|my|our|on|at|in|with|as|to|for|from|about|into|over|across|it|them|how|what)\b"
)
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\S")
_I = {
    "i": "you", "my": "your", "me": "you", "mine": "yours", "myself": "yourself",
    "we": "you", "our": "your", "us": "you", "ours": "yours", "ourselves": "yourselves",
}  # fmt: skip
_HE = {"he": "you", "his": "your", "him": "you", "himself": "yourself"}
_SHE = {"she": "you", "hers": "yours", "herself": "yourself"}
_THEY = {
    "they": "you",
    "their": "your",
    "them": "you",
    "theirs": "yours",
    "themselves": "yourself",
    "themself": "yourself",
}
_BE = {"am": "are", "is": "are", "was": "were", "has": "have", "does": "do", "'m": "are", "'s": ""}
# "You test it with nine masters": nobody can tell what "it" is.
_DANGLING = re.compile(r"(?:\w+ly )?\w+ (?:(?:it|them|this|these|those|there)\b|one of (?:it|them)\b)")
_OFFICE = re.compile(
    r"^(?P<be>(?:are|were) (?:(?:now|currently|also|still) )?)"
    r"(?P<office>(?!(?:an?|the|one|your|head|chief|chair|president|vice|no|not|in|on|at|more|most|\w+ing|\w+ed) "
    r"|director of |professor of )(?:[a-z-]+ ){0,2}?(?:\w+(?:er|or|ist|ian|ant|man|woman)"
    r"|pilot|nurse|captain|architect|clerk|cook|judge|guide|mechanic|trustee|fellow)\b)"
    r"(?! than)(?= (?:and|at|in|of|for|with|on)\b|$)"
)
_NOT_VERBS = frozenset({"is", "was", "has", "does"})


@dataclass(frozen=True, slots=True)
class _Subject:
    pronouns: dict[str, str]
    rest: str
    third: bool


def to_you(statement: str, contact: Contact, *, own: bool = False) -> str | None:
    """The statement as a clause with the reader as subject ("you lead a team at X"), or ``None`` if that is unsafe.

    ``own`` is true for the sender's own jottings: an "I" there, and a missing subject, is the sender, not the reader.
    """
    text = plain(statement)
    if text is None or text.count("“") != text.count("”"):
        return None
    lead, text = _lead(text, contact)
    subject = _subject(text, contact) or (None if own or lead else _bare(text))
    if subject is None or (own and not subject.third):
        return None
    if subject.third and not own and re.search(r"\b(?:I|me|my|we|us|our)\b", subject.rest):
        return None
    rest = _first_verb(subject) if subject.third else _first_person(subject.rest)
    if rest is None or re.search(r"\b(?:said|says)\b", rest):
        return None
    rest = _other_verbs(rest, contact) if subject.third else rest
    if rest is None or _DANGLING.match(rest):
        return None
    return f"{lead}you {_with_article(_pronouns(rest, subject))}".replace("you 're", "you are")


def _with_article(rest: str) -> str:
    """The rest of "you …" with the article that a line such as "is harbour pilot in Genoa" went without."""
    return _OFFICE.sub(lambda match: f"{match['be']}{article(match['office'])} {match['office']}", rest)


def _lead(text: str, contact: Contact) -> tuple[str, str]:
    """An adverbial before the subject ("In 2030 she …"), put in lower case, and the rest of the sentence."""
    names = "|".join(re.escape(name) for name in (contact.name, contact.given_name, contact.family_name) if name)
    subject = rf"(?P<who>(?:I|he|she|they{'|' + names if names else ''})\s.+)"
    match = re.match(
        rf"(?P<lead>(?:In|Since|On|At|During|After|Before|From|For|Over|Last|Every|Each|Until|By)\s[^,]{{1,40}}?),?\s{subject}",
        text,
    )
    if match is None:
        return "", text
    lead, who = match["lead"], match["who"]
    who = who[:1].upper() + who[1:]
    # "Before that she …": what "that" was stands in a sentence the reader does not see.
    if re.search(r"\b(?:that|this|those|these|then|it|them)\b", lead):
        return "", who
    lead = re.sub(r"\b(?:his|her|their|my|our)\b", "your", lead)
    return f"{lead[:1].lower()}{lead[1:]} ", who


def _subject(text: str, contact: Contact) -> _Subject | None:
    words = rf"(?P<adverb>(?:{_ADVERB}\s+)?)"
    first = re.match(rf"(?P<who>I|We)(?P<short>['’](?:m|ve|re|d))?\s+{words}(?P<rest>.+)", text)
    if first:
        short = {"m": "are ", "ve": "have ", "re": "are ", "d": "had "}.get((first["short"] or "'")[1:], "")
        return _Subject(_I, f"{short}{first['adverb']}{first['rest']}", third=False)
    pronoun = re.match(r"(?P<who>He|She|They)\s+(?P<rest>.+)", text)
    if pronoun:
        table = {"He": _HE, "She": _SHE, "They": _THEY}[pronoun["who"]]
        return _Subject(table, pronoun["rest"], third=True)
    names = {contact.name, contact.given_name, contact.family_name}
    if contact.given_name and contact.family_name:
        names.add(f"{contact.given_name} {contact.family_name}")
    for name in sorted(filter(None, names), key=len, reverse=True):
        named = re.match(rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)*{re.escape(name)}\s+(?P<rest>[a-z].+)", text)
        if named:
            return _Subject(_pronouns_of(named["rest"]), named["rest"], third=True)
    return None


def _pronouns_of(rest: str) -> dict[str, str]:
    """The pronouns that stand for the subject; none when they are of two kinds, for one may be somebody else."""
    found = set(re.findall(r"\b(?:he|his|him|himself|she|her|hers|herself)\b", rest.lower()))
    if not found:
        return _THEY if not re.search(r"\b(?:and|with)\s+[A-Z]", rest) else {}
    tables = [table for table in (_HE, {**_SHE, "her": ""}) if found & set(table)]
    return tables[0] if len(tables) == 1 else {}


def _bare(text: str) -> _Subject | None:
    """A line of a résumé: "Led the move …", "Builds data platforms"."""
    word, _, rest = text.partition(" ")
    singular, doubtful, past = verbs()
    lowered = word.lower()
    if not rest or not word[0].isupper():
        return None
    if lowered in past and re.match(rf"{_DETERMINER}|\d|[A-Z]|\w+(?:ing|s|tion|ment)?\b", rest) and not _title(rest):
        return _Subject(_THEY, f"{lowered} {rest}", third=True)
    if lowered in singular and (lowered not in doubtful or re.match(_DETERMINER, rest)):
        return _Subject(_THEY, f"{lowered} {rest}", third=True)
    return None


def _title(rest: str) -> bool:
    """Whether the rest is a job ("Led Engineer", "Applied Scientist") and so the first word no verb."""
    return bool(
        re.match(r"(?:[A-Z]?\w+\s+)?(?:scientist|engineer|manager|designer|developer|analyst|director)\b", rest, re.I)
    )


def _first_person(rest: str) -> str | None:
    word, _, tail = rest.partition(" ")
    return f"{_BE.get(word, word)} {tail}".strip() if tail else None


def _first_verb(subject: _Subject) -> str | None:
    match = re.match(rf"(?P<before>(?:{_ADVERB}\s+)*)(?P<verb>[A-Za-z-]+)\s+(?P<tail>.+)", subject.rest)
    if not match:
        return None
    verb = match["verb"]
    singular, _, past = verbs()
    if verb in _BE:
        new = _BE[verb]
    elif (
        verb in past
        or (subject.pronouns is _THEY and verb in singular.values())
        or verb in ("can", "will", "could", "are", "have", "were", "did", "do")
    ):
        new = verb
    elif verb in singular:
        new = singular[verb]
    elif verb.endswith("ed") and subject.rest[0].islower():
        new = verb
    elif re.fullmatch(r"[a-z]{2,}[^sz](?:e?s)", verb) and not match["before"]:
        new = base_form(verb)  # right behind its subject no other word ends so
    else:
        return None
    return f"{match['before']}{new} {match['tail']}"


def _other_verbs(rest: str, contact: Contact) -> str | None:
    """Further verbs of the same subject brought into line; ``None`` when a word may or may not be one."""
    # "Wexler & Daughter" is a firm, not the person.
    if any(
        name and re.search(rf"\b{re.escape(name)}\b(?! (?:&|and) [A-Z])", rest)
        for name in (contact.given_name, contact.family_name)
    ):
        return None
    if re.search(r"\b(?:who|which|that)\s+\w+s\b", rest):
        return rest if not re.search(r"\b(?:he|she)\s+\w+s\b", rest) else None
    pattern = (
        rf"(?P<before>(?:\b(?:and|but|or|then|he|she)|,)\s+(?:{_ADVERB}\s+)?)(?P<verb>[a-z-]+s)\b(?P<after>\s+\S+)?"
    )
    turned = [(match, _other_verb(match["verb"], match["after"] or "")) for match in re.finditer(pattern, rest)]
    if any(verb is None for _, verb in turned):
        return None
    for match, verb in reversed(turned):
        rest = rest[: match.start("verb")] + (verb or "") + rest[match.end("verb") :]
    return rest


def _other_verb(word: str, after: str) -> str | None:
    """The word in the form for "you", unchanged when it is a noun, ``None`` when it may be either."""
    singular, doubtful, past = verbs()
    if word in _NOT_VERBS:
        return _BE[word]
    if word not in singular:
        return word
    if word not in doubtful:
        return singular[word]
    if after.strip() in past or after.endswith("ed"):
        return word
    if not re.match(rf"\s+{_DETERMINER}", after):
        return None if re.match(r"\s+(?!of\b|and\b|or\b|that\b|which\b)[a-z0-9]", after) else word
    return None if re.match(r"\s+(?:in|at|for|from|with|across|over|to|as)\b", after) else singular[word]


def _pronouns(rest: str, subject: _Subject) -> str:
    table = subject.pronouns
    rest = re.sub(r"\b(I|we|he|she)( (?:am|was|is|has|does))\b", lambda m: _agree(m, table), rest)
    for word, new in table.items():
        if word != "her":
            rest = re.sub(rf"\b{word}\b", new, rest, flags=re.IGNORECASE if word != "i" else 0)
    if table is _I:
        rest = re.sub(r"\bI\b(?!\.)", "you", rest)
    if "she" in table:
        rest = re.sub(r"\bher\b(?=\s+(?:to|and|at|in|on|for|with|from|as)\b|$|[,;])", "you", rest)
        rest = re.sub(r"\bher\b", "your", rest)
    return rest


def _agree(match: re.Match[str], table: dict[str, str]) -> str:
    return match.group(1) + " " + _BE[match.group(2).strip()] if match.group(1).lower() in table else match.group()


def article(noun: str) -> str:
    """The indefinite article for a noun, by sound."""
    word = noun.split()[0] if noun.split() else ""
    if re.fullmatch(r"[A-Z]{2,5}s?", word):
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if re.match(r"(?:hour|honest|honou?r|heir)", word, re.IGNORECASE):
        return "an"
    if re.match(r"(?:uni(?!n|m)|use|usa|euro|one\b|once|u[rt]i|ubi)", word, re.IGNORECASE):
        return "a"
    return "an" if word[:1].lower() in "aeiou" else "a"
