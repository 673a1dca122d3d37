"""A sentence of a source turned into a plain statement in the third person."""

# ruff: noqa: E501, SIM905 - word lists and messages read better in one piece

from __future__ import annotations

import re

from drafter.language.names import parse
from drafter.language.quick import Quick

_PAST = frozenset(
    "did led wrote was had got went built gave taught spent began became came grew held kept left made met ran "
    "said saw sold spoke "
    "thought took won fell found brought chose drew drove felt flew heard knew lost paid put read rose sent "
    "set shot sat stood swam told "
    "understood woke wore can could will would may might must should shall cannot couldn't can't won't don't "
    "didn't also".split()
)
_ADVERB = re.compile(
    r"(?:also|currently|mostly|mainly|primarily|now|previously|recently|often|usually|still|then|just|really|"
    r"always|never|sometimes|co-)\s*"
)
_SPECIAL = {
    "am": "is",
    "have": "has",
    "do": "does",
    "go": "goes",
    "are": "is",
    "were": "was",
    "don't": "does not",
    "haven't": "has not",
}
_CONTRACTED = {"'m": "am", "'ve": "have", "'d": "had", "'ll": "will", "'re": "are"}
_MENTION = re.compile(
    r"\b(?:(?P<own>[Mm]y|[Mm]e|[Mm]yself|[Oo]ur|[Uu]s|[Oo]urselves)\b|"
    r"(?P<subject>I|[Ww]e)(?P<short>['’](?:m|ve|d|ll|re))?\b(?P<adverb>\s+(?:also|currently|mostly|mainly|primarily|now|"
    r"previously|recently|often|usually|still|then|always|never)\b)?(?:\s+(?P<verb>[A-Za-z][\w'’-]*))?)"
)
_OF_MANY = frozenset(("we", "our", "us", "ourselves"))
_AGAIN = {
    "my": "their", "me": "them", "myself": "themself", "our": "its", "us": "it", "ourselves": "itself",
}  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?:I(?:['’](?:m|ve|d|ll))?|we(?:['’](?:re|ve|ll|d))?|my|our|me|us|myself|ourselves)\b", re.IGNORECASE
)
_OTHER_FIRST = Quick(
    r"ich\b|mein\w{0,2}\b|wir\b|unser\w{0,2}\b|je\b|nous\b|mon\b|ma\b|mes\b|notre\b|nos\b|yo\b|soy\b|somos\b|"
    r"nuestr[oa]s?\b|j['’]"
)
_EASTERN_FIRST = re.compile(r"私|当社|弊社")
_OWN_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|WE|OUR|US)\b")
_OWN_I = re.compile(r"\b(?:I|[Mm]y|me|myself)\b")
_SAME_SUBJECT = re.compile(r"((?<!\bthey )\b(?:and|but) (?:also |now |no longer |still )?)(have|am|do|don't)\b")
_SURELY_ENGLISH = re.compile(r"\bI(?:['’](?:m|ve|d|ll))?\s+[a-z]|\b(?:[Ww]e|[Oo]ur|[Mm]y)\s+[a-z]{3}")


_QUOTED = re.compile(r"[“„«「\"][^“”„«»「」\"]*(?:[”“»」\"]|\Z)")
_CLOSED = re.compile(r"\A[^“”„«»「」\"]*(?:[”“»」\"]|\Z)")


def third_person(text: str, speaker: str, *, plural: bool = False, quoted: bool = False) -> str:
    """The sentence told of the speaker; what stands in quotation marks stays word for word.

    ``quoted`` tells that the sentence begins inside a quotation.
    """
    plain = " ".join(text.replace("\u00ad", "").split())
    plain = plain.removeprefix(f"{speaker}: ") or plain
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\ue000{len(kept) - 1}\ue001"

    hidden = _QUOTED.sub(keep, _CLOSED.sub(keep, plain, count=1) if quoted else plain)
    if not kept:
        return _told(plain, speaker, plural=plural)
    told = _told(hidden, speaker, plural=plural)
    return re.sub(r"\ue000(\d+)\ue001", lambda match: kept[int(match.group(1))], told)


def told_by_another(text: str, name: str) -> bool:
    """Whether a sentence names the person, or begins with "he" or "she", and so says "me" of whoever wrote it."""
    named = bool(re.match(r"(?:He|She)\b", text)) or (bool(name) and name.casefold() in text.casefold())
    return named and not re.search(r"\bI\b|\b[Mm]y name\b|\b(?:[Ww]e|[Oo]ur)\b", text)


def _told(text: str, speaker: str, *, plural: bool) -> str:
    """The sentence with its speaker's name for "I" (``plural``: an organisation's for "we"); other languages keep theirs.

    A sentence that speaks in the first person of another language is introduced by the name instead.
    """
    plain = " ".join(text.replace("\u00ad", "").split())
    if plain[:1] in '"“„«「':
        return plain
    pattern = _OWN_WE if plural else _OWN_I
    if pattern.search(plain) and (_SURELY_ENGLISH.search(plain) or not _says_i_elsewhere(plain)):
        return _english(plain, speaker, plural)
    if _says_i_elsewhere(plain) and not _ENGLISH.search(plain):
        return f"{speaker}: {plain}"
    return plain


def _says_i_elsewhere(text: str) -> bool:
    return _OTHER_FIRST.found_in(text) or (not text.isascii() and _EASTERN_FIRST.search(text) is not None)


def _english(text: str, speaker: str, plural: bool) -> str:
    changed = _Retold(speaker, plural).of(text)
    return changed if plural else _SAME_SUBJECT.sub(lambda match: f"{match[1]}{_third(match[2])}", changed)


class _Retold:
    """A sentence told of its speaker: by the full name first, then by the first name, or "they" for an organisation.

    "They" for one person would make several of one.
    """

    def __init__(self, speaker: str, plural: bool) -> None:
        self.speaker, self.plural, self.named = speaker, plural, False
        given = None if plural else parse(speaker).given
        self.again = given if given and len(given) > 1 else speaker

    def of(self, text: str) -> str:
        """The sentence in the third person."""
        return _MENTION.sub(self._mention, text)

    def _mention(self, match: re.Match[str]) -> str:
        word = match.group("own") or match.group("subject")
        if (word.lower() in _OF_MANY) != self.plural:
            return match.group()
        first, self.named = not self.named, True
        if match.group("own"):
            return self._owned(word, first)
        verb, adverb = match.group("verb") or "", match.group("adverb") or ""
        auxiliary = _CONTRACTED.get((match.group("short") or "").replace("’", "'"), "")
        if self.plural and not first:
            led = {"am": "are", "was": "were"}.get(auxiliary or verb, auxiliary or verb)
            rest = f" {verb}" if auxiliary and verb else ""
            return f"they{f' {led}' if auxiliary else ''}{adverb}{rest if auxiliary else f' {led}'}".rstrip()
        name = self.speaker if first else self.again
        if auxiliary:
            return f"{name} {_third(auxiliary)}{adverb}{f' {verb}' if verb else ''}"
        return f"{name}{adverb} {_third(verb)}".rstrip()

    def _owned(self, word: str, first: bool) -> str:
        """The name or the pronoun for "my", "me" and "myself", "our" and "us"."""
        low = word.lower()
        if first and low in ("my", "our"):
            return f"{self.speaker}’s"
        if first and low in ("me", "us"):
            return self.speaker
        said = _AGAIN[low]
        return said[:1].upper() + said[1:] if word[0].isupper() else said


def _third(verb: str) -> str:
    """The third person singular of a verb ("lead" → "leads", "led" stays)."""
    low = verb.lower()
    if low in _SPECIAL:
        return _SPECIAL[low]
    if not low or low in _PAST or low.endswith("ed") or not low.isalpha():
        return verb
    if re.search(r"(?:s|x|z|ch|sh|o)$", low):
        return f"{verb}es"
    if re.search(r"[^aeiou]y$", low):
        return f"{verb[:-1]}ies"
    return f"{verb}s"
