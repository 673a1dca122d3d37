"""What a text claims: its sentences cut into stretches about the reader's world and stretches about the writer.

"I read your statement on the ruling" is the writer's doing up to "your" and a claim after it. Questions, wishes and
plans claim nothing but what they take for granted ("your talk in Lyon").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.checks._text import WORD, Span, Text, words_of
from drafter.checks.grounding.reading.softness import mild
from drafter.language.meaning import fold
from drafter.language.quick import Quick

if TYPE_CHECKING:
    from drafter.checks._rule import Context


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|"
    r"liebe[rs]?|sehr geehrte[rs]?"
    r"|bonjour|salut|cher|chère|madame|monsieur|hola|buenos días|buenas tardes|estimad[oa]|querid[oa]|ciao|"
    r"gentile|olá|hej|hei|beste|hoi)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:(?:(?:many|with|best|warm|kind(?:est)?|all|all my|my) )*(?:thanks|thank you|regards|wishes|best|"
    r"cheers|sincerely|yours|love|respectfully|cordially|warmly)"
    r"(?: (?:again|truly|sincerely|faithfully|so much|in advance))?"
    r"|(?:mit )?(?:freundliche|viele|beste|liebe|herzliche)[nr]? grü(?:ß|ss)en?|cordialement|bien à vous|à"
    r" bientôt|saludos|un (?:cordial )?saludo|atentamente|un abrazo|敬具|草々|以上)[,.!]?$",
    re.IGNORECASE,
)
# What is added below the signature is meant as much as what stands above it.
_POSTSCRIPT = re.compile(r"^(?:(?:p\.? ?-?){1,2}s\b|追伸|追記|二伸)\W*", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?…。！？]\W*$")
WRITER = _words(
    "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ich mich mir mein meine "
    "meinen meinem meiner wir uns "
    "unser unsere unseren je j'ai j moi mon ma mes nous notre nos yo mi mis me nosotros nuestra nuestro"
)
READER = _words(
    "you you're you've you'd you'll your yours yourself he she his her they their ihr ihre ihren ihrem ihrer "
    "sie dein deine deinen du "
    "vous votre vos tu ton ta tes usted su sus ustedes"
)
_NOTICED = re.compile(
    r"\b(?:i|we|i've|i'd|i'm)\s+(?:(?:have|had|just|recently|also|really|was|am|so|very|glad|happy|pleased|"
    r"delighted|sorry|excited|impressed)\s+)*"
    r"(?:read|saw|see|seen|noticed|heard|hear|learn(?:ed|t)|understand|gather(?:ed)?|know|found|remember|"
    r"believe|think|thrilled|to\s+(?:see|hear|read|learn))\b"
    r"(?:\s+(?:that|in\s+\S+\s+that|how|about|of))?"
    r"|\bwenn\s+ich\s+(?:es\s+|das\s+|Sie\s+)?(?:richtig|recht)\s+(?:sehe|verstehe)\b,?"
    r"|\bsi\s+je\s+(?:comprends|vois)\s+bien\b,?|\bsi\s+no\s+me\s+equivoco\b,?",
    re.IGNORECASE,
)
# First persons that no pronoun shows: Spanish verbs, and a Japanese sentence about the writer.
_UNSAID = re.compile(
    r"(?:^|[,;:¡¿]\s?|\b(?:y|pero|que|donde|porque)\s)(?:soy|tengo|trabajo|vivo|estoy|llevo|hago|estudio|escribo"
    r"|dirijo|"
    r"coordino|enseño|doy|leo|leí|vi|fui|estudié|trabajé|nací|empecé|he|colecciono|toco|canto)\b",
    re.IGNORECASE,
)
_UNSAID_PAST = re.compile(r"(?:^|[,;:¡¿]\s?|\b(?:y|pero|que|donde|porque|cuando)\s)\w{2,}[íé]\b", re.IGNORECASE)
# In a polite wish: "as the head of …", "your lecture at …", what somebody did (in honorific form).
_GRANTED_JAPANESE = re.compile(
    r"として|[でにの]のご|ご(?:講演|講義|著書|著作|経験|活動|研究|発表|論文|経歴|受賞|就任|出身|担当|連載|記事)|(?:され|られ)た"
)
_OWN_JAPANESE = re.compile(r"^(?:私|僕|わたし|当社|弊社|小生)(?!.*(?:御社|貴社|あなた|先生|様))")
_INFERENCE = Quick(
    r"must|probably|perhaps|surely|imagine|guess|seems?|sounds?|suppose|presumably|maybe|should|likely|"
    r"wohl|gewiss|bestimmt|sicher\w*|vielleicht|sans doute|quizá"
    r"|(?:so|and so|which is why|means) you (?:will |can |may )?(?:know|see|understand)",
    ending=r"\b",
)
# What comes with a role or a size: "as director you see every delay", "with 85 people you have outgrown a garage".
_IN_ROLE = re.compile(
    r"(?:\w+, )?(?:as|with|als|mit|en tant que|comme|avec|como|con)\b[^.;:]{3,90}?\b(?=(?:you|(?-i:Sie)|vous"
    r"|usted)\s)"
    r"(?=\w+ (?:see|own|know|decide|understand|face|deal|feel|hear|have (?:outgrown|seen|heard)|sehen|kennen"
    r"|wissen|voyez|savez|ve|sabe|conoce)\b)",
    re.IGNORECASE,
)
_OPINION = Quick(
    r"admir\w*|impress\w*|remarkabl\w*|great|lov(?:e|ed|ely)|inspir\w*|enjoy\w*|lik(?:e|ed)|fascinat\w*|"
    r"importan\w*|interest\w*|matters?|stay(?:s|ed) with"
    r"|turning point|stuck with|helped me|made me|thought(?:ful)?|useful|kind|careful|rare|brave|clear(?:er|"
    r"est)?|beautiful\w*|wonderful|excellent|brilliant|appreciat\w*|thanks?"
    r"|thank|congratulat\w*|congrats|favou?rite|respect|gift|refreshing|courage\w*|honest\w*|generous\w*|"
    r"right|best|good|close to|ambitious|delight\w*|resonat\w*"
    r"|credit to you|hats? off|chapeau|hut ab|respekt|proud of|envy|beneide\w*|envie|envidi\w+"
    r"|mutig|beeindruck\w*|bewunder\w*|gefällt|schön|danke|wichtig|impressionn\w*|admire|merci|gracias|"
    r"encant\w*|admiro",
    ending=r"\b",
)
_TAKEN_FOR_GRANTED = re.compile(
    r"(?:^|(?<=, ))(?:as|als|en tant que|comme|como|in qualità di)\b(?=[^.;,]{3,90}?\s(?:you|Sie|vous|usted|lei)\b)"
    r"|\b(?:your|being|(?:when|after|since|that|why|how|before) you(?:'ve| have| had| did)?\s+(?=\w+ed\b|won|wrote|"
    r"led|left|spoke|gave|built|founded|ran|became|began|chose|grew|made|sold|got|took|taught|find|found))"
    # "the services you led at …", "at the lab where you work now"
    r"|(?<=[a-z] )(?<!if )(?<!whether )(?<!did )(?<!have )(?<!had )(?<!would )(?<!could )"
    r"you (?=led|ran|wrote|won|built|founded|gave|made|taught|(?!need|want|would)[a-z]{3,}ed\b)"
    r"|(?:in|at|to) (?=[^,.;]{2,40}, where you\b)"
    r"|\b(?:in|bei|an der|am) (?=[^,.;]{2,60}, wo (?:Sie|du)\b)|(?<=, )où vous\b",
    re.IGNORECASE,
)


# Words of the reader's names, and of the writer's.
People = tuple[frozenset[str], frozenset[str]]


_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with what it claims; offsets are those in the sentence.

    ``spans`` are the stretches about the reader's world, ``writer`` those about the writer. ``soft``: a question, wish
    or plan. ``lenient``: an inference or opinion, whose plain words prove little from ``marked`` on;
    ``inferred``: an inference.
    """

    sentence: Span
    spans: tuple[tuple[int, int], ...]
    writer: tuple[tuple[int, int], ...]
    soft: bool
    lenient: bool
    inferred: bool = False
    facts: tuple[str, ...] = ()
    marked: int | None = None

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch of the sentence lies in the claim."""
        return any(left <= start and end <= right for left, right in self.spans)


def claims(text: Text, context: Context) -> Iterator[tuple[int, Claim]]:
    """The claims of a text, each with where it begins; greeting, closing and signature left out."""
    known, own = _known_words(context), _own_words(context)
    people = known, own - known
    sentences = text.sentences
    end = next((at for at, span in enumerate(sentences) if _POSTSCRIPT.match(span.text)), len(sentences))
    signed = False
    for at, span in enumerate(sentences):
        if at < 2 and _GREETING.match(span.text) and len(span.text) < 60 and not span.text.rstrip().endswith("."):
            continue
        if at == end and (mark := _POSTSCRIPT.match(span.text)):
            signed, span = False, Span(span.start + mark.end(), span.end, span.text[mark.end() :])
        elif _CLOSING.match(span.text):
            signed = signed or end - 6 <= at < end
            continue
        elif at and at == end - 1 and len(WORD.findall(span.text)) <= 3 and span.text[-1].isalnum():
            continue
        if signed and not _addressed(span.text):
            continue
        facts = _cited(span, text, context)
        for piece in _pieces(span):
            yield piece.start, _claim(piece.text, people, facts, text.language)


def _addressed(line: str) -> bool:
    """Whether a line below the signature is a sentence to the reader, and no part of the signature."""
    return bool(_SENTENCE.search(line)) and any(fold(match.group()) in READER for match in words_of(line))


def _pieces(span: Span) -> Iterator[Span]:
    """A sentence; one without an end in sight is read in pieces."""
    at = 0
    while len(span.text) - at > _LONGEST:
        cut = max(span.text.rfind(" ", at + 1, at + _LONGEST), at + _LONGEST // 2)
        yield Span(span.start + at, span.start + cut, span.text[at:cut])
        at = cut
    yield Span(span.start + at, span.end, span.text[at:]) if at else span


def _cited(span: Span, text: Text, context: Context) -> tuple[str, ...]:
    if context.draft is None:
        return ()
    return tuple(
        fact
        for one in context.draft.sentences
        if one.part == text.part and one.start < span.end and span.start < one.end
        for fact in one.facts
    )


def _known_words(context: Context) -> frozenset[str]:
    """Words that turn the sentence to the reader: parts of the contact's and the organisation's name."""
    names = [context.contact or ""]
    if context.organization:
        names.append(context.organization.name)
    if context.profile:
        names.append(context.profile.contact.name)
        names.append(context.profile.organization.name if context.profile.organization else "")
    return _words_of_names(tuple(names)) - {"the", "and", "inc", "ltd", "gmbh"}


@lru_cache(maxsize=256)
def _words_of_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for one in WORD.findall(name) if len(word := fold(one)) > 2)


def _own_words(context: Context) -> frozenset[str]:
    """The sender's names: "Mira works at …", in a note to be forwarded, is about the writer."""
    if context.sender is None:
        return frozenset()
    return _words_of_names((context.sender.name,))


# Somebody who types changes one sentence at a time.
@lru_cache(maxsize=1024)
def _claim(sentence: str, people: People, facts: tuple[str, ...], language: str) -> Claim:
    asking = mild(sentence)
    soft = bool(asking) and asking[0][0] == 0
    inference, role = _INFERENCE.search(sentence), _IN_ROLE.match(sentence)
    inferred = bool(inference or role)
    signs = [sign.start() for sign in (inference, _OPINION.search(sentence)) if sign]
    if role:
        signs.append(role.end())
    lenient, marked = bool(signs), min(signs) if signs else None
    reader, writer = _regions(sentence, people, asking, language)
    if soft and _GRANTED_JAPANESE.search(sentence) and not _OWN_JAPANESE.search(sentence):
        reader, writer = [(0, len(sentence))], []
    whole = Span(0, len(sentence), sentence)
    return Claim(whole, tuple(reader), tuple(writer), soft, lenient, inferred, facts, marked)


def _regions(
    sentence: str, people: People, asking: list[tuple[int, int]], language: str
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Stretches about the reader and about the writer."""
    turns = dict.fromkeys((match.end() for match in _NOTICED.finditer(sentence)), True)
    granted = {match.start() for match in _TAKEN_FOR_GRANTED.finditer(sentence)} if asking else set()
    if _OWN_JAPANESE.search(sentence):
        return [], [(0, len(sentence))]
    unsaid = {match.end() for match in _UNSAID.finditer(sentence)} if language == "es" else set()
    if language == "es":
        unsaid |= {match.end() for match in _UNSAID_PAST.finditer(sentence)}
    state = not (asking and asking[0][0] == 0)
    begin = 0
    reader: list[tuple[int, int]] = []
    writer: list[tuple[int, int]] = []
    starts = {start for start, _ in asking if start}
    for match in words_of(sentence):
        soft = any(start <= match.start() < end for start, end in asking)
        turned = False if match.end() in unsaid else _turn(match, people, soft, granted, turns)
        if turned is None and starts and min(starts) <= match.start():
            starts.discard(min(starts))
            turned = False
        if turned is not None and turned != state:
            (reader if state else writer).append((begin, match.start()))
            begin, state = match.start(), turned
    (reader if state else writer).append((begin, len(sentence)))
    return reader, writer


def _turn(match: re.Match[str], people: People, soft: bool, granted: set[int], turns: dict[int, bool]) -> bool | None:
    """Whom the words speak of from here on: the reader (``True``), the writer (``False``) or as before."""
    word = fold(match.group().removesuffix("'s").removesuffix("’s"))
    known, own = people
    if match.start() in granted:
        return True
    if word in WRITER or word in own:
        return False
    if soft:
        return None
    if word in READER or word in known:
        return True
    if any(end <= match.start() <= end + 1 for end in turns):
        return True
    return None
