"""A sentence of a source turned into a plain statement in the third person."""

# ruff: noqa: E501, SIM905 - word lists and messages read better in one piece

from __future__ import annotations

import re

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
_I = re.compile(
    r"\b(I|[Ww]e)(['’](?:m|ve|d|ll|re))?\b(\s+(?:also|currently|mostly|mainly|primarily|now|previously|"
    r"recently|often|usually|still|then)\b)?(\s+([A-Za-z][\w'’-]*))?"
)
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
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\ue000{len(kept) - 1}\ue001"

    plain = " ".join(text.replace("\u00ad", "").split())
    hidden = _QUOTED.sub(keep, _CLOSED.sub(keep, plain, count=1) if quoted else plain)
    if not kept:
        return _told(plain, speaker, plural=plural)
    told = _told(hidden, speaker, plural=plural)
    return re.sub(r"\ue000(\d+)\ue001", lambda match: kept[int(match.group(1))], told)


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
    subject = re.compile(r"[Ww]e") if plural else re.compile(r"I")
    named = False

    def replace(match: re.Match[str]) -> str:
        nonlocal named
        if not subject.fullmatch(match.group(1)):
            return match.group()
        verb = match.group(5) or ""
        auxiliary = _CONTRACTED.get((match.group(2) or "").replace("’", "'"), "")
        adverb = match.group(3) or ""
        if named:
            plural_verb = {"am": "are", "was": "were"}.get(auxiliary or verb, auxiliary or verb)
            rest = f" {verb}" if auxiliary and verb else ""
            return (
                f"they{' ' + plural_verb if plural_verb else ''}{adverb}{rest}"
                if auxiliary
                else f"they{adverb} {plural_verb}".rstrip()
            )
        named = True
        if auxiliary:
            return f"{speaker} {_third(auxiliary)}{adverb}{' ' + verb if verb else ''}"
        return f"{speaker}{adverb} {_third(verb)}".rstrip()

    changed = _I.sub(replace, text)
    if named and not plural:
        changed = _SAME_SUBJECT.sub(lambda match: f"{match[1]}{_third(match[2])}", changed)
    own = f"{speaker}’s" if not named else "its" if plural else "their"
    words = (
        {"our": own, "us": "it", "ourselves": "itself"} if plural else {"my": own, "me": "them", "myself": "themself"}
    )
    for old, new in words.items():
        changed = re.sub(rf"\b{old}\b", new, changed)
        changed = re.sub(rf"\b{old.capitalize()}\b", new[:1].upper() + new[1:], changed)
    return changed


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
