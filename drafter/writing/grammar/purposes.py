"""From the user's reason, in whatever form it was jotted down, to a sentence of their message (English)."""

from __future__ import annotations

import re

from drafter.models import Contact
from drafter.writing.grammar.english import article
from drafter.writing.grammar.verbs import base_form, is_base_form

_STOP = {
    "en": "the and of to in for with that is how her his about from their she he what an at on my would like i who why",
    "de": "der die das und ich sie zu mit für wie von im ein eine über den auf ist nach möchte ihre ihrem ihrer bei",
    "fr": "le la les des et je pour avec une un du sur dans elle comment sa son que qui à au en est",
    "es": "el la los las de y con para una un por sobre cómo su que en del es",
}
# Words of two of the languages tell neither: "in ihrer Werkstatt in Husum".
_SHARED = frozenset(("in", "an"))
COMMON_WORDS = frozenset(word for words in _STOP.values() for word in words.split())
_VERB = (
    r"(?:ask|learn|hear|understand|find out|get|talk|explore|compare|invite|offer|meet|know|see|discuss|share|tell|"
    r"exchange|seek|gather|introduce|connect|thank|reconnect|catch up|send|show|propose|suggest|request|swap|"
    r"congratulate|arrange|set up|work|join|move|become|help|say|let|pick up|continue|follow up|check|return|read|use|"
    r"try|test|speak)"
)
_OBJECT_HER = (
    r"\bher\b(?=\s+(?:to|and|at|in|on|for|with|from|as|about|how|if|what|that|why|whether|when|where|I)\b|\s*$|[,.;?])"
)
_ALONE = r"(?=\s*(?:$|[.,;!?]|(?:and|or|but|in|on|at|is|was)\b))"
_NO_VERB = frozenset({"always", "perhaps", "sometimes", "thus", "this"})
_POST = r"(?:job|position|role|vacancy|internship|apprenticeship|traineeship|fellowship|post|placement|opening)"
_QUESTION = r"(?:how|why|what|which|when|where|who|whether|if)\b"


# What is written in none of the scripts that the writer knows.
OTHER = "other"


def language_of(text: str) -> str | None:
    """The language a short text seems to be in, told by its commonest words."""
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text):
        return "ja"
    if re.search(r"[^\W\d_]", text) and not re.search(r"[a-zà-ÿ]", text, re.IGNORECASE):
        return OTHER
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {code: sum(word in stop.split() and word not in _SHARED for word in words) for code, stop in _STOP.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


def about_reader(text: str, contact: Contact) -> str:
    """The user's words with the contact's third person made the second: "how she moved" becomes "how you moved"."""
    for name in filter(None, (contact.name, _both(contact), contact.given_name, contact.family_name)):
        text = re.sub(rf"\b{re.escape(name)}['’]s\b", "your", text)
        text = re.sub(rf"(?:^|(?<=how |why |hat |hen |ere |her | if |use )){re.escape(name)}(?=\s)", "she", text)
        text = re.sub(rf"\b{re.escape(name)}\b", "you", text)
    for one, both in (("does", "do"), ("is", "are"), ("was", "were"), ("has", "have")):
        text = re.sub(rf"\b{one}\s+(?:he|she)\b", f"{both} you", text)
        text = re.sub(rf"\b{one.capitalize()}\s+(?:he|she)\b", f"{both.capitalize()} you", text)
    text = re.sub(r"\b(?:he|she)\s+is\b|\byou\s+is\b", "you are", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:he|she)\s+has\b|\byou\s+has\b", "you have", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:he|she)\s+was\b|\byou\s+was\b", "you were", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:he|she)\s+((?:\w+ly\s+|also\s+|now\s+)?)(\w+s)\b", _base, text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:he|she)\b", "you", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:him|herself|himself)\b", "you", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b(?:his|hers)\b{_ALONE}", "yours", text, flags=re.IGNORECASE)
    text = re.sub(r"\bhis\b", "your", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(how|why|what|whether|when|where)\s+they\b", r"\1 you", text)
    text = re.sub(_OBJECT_HER, "you", text, flags=re.IGNORECASE)
    return re.sub(r"\bher\b", "your", text, flags=re.IGNORECASE)


def _both(contact: Contact) -> str | None:
    return f"{contact.given_name} {contact.family_name}" if contact.given_name and contact.family_name else None


def _base(match: re.Match[str]) -> str:
    verb = match.group(2)
    return f"you {match.group(1)}{verb if verb in _NO_VERB else base_form(verb)}"


def reason(purpose: str, contact: Contact) -> str | None:
    """The purpose as one sentence, or ``None`` when its form is not understood."""
    text = about_reader(re.sub(r"\s+", " ", purpose).strip().rstrip(".!"), contact)
    if text.endswith("?"):
        return _capital(text)
    text = re.sub(r"^(?:because|since|as)\s+", "because ", text, flags=re.IGNORECASE)
    lowered = text[:1].lower() + text[1:]
    for pattern, sentence in _FORMS:
        match = re.match(pattern, text, re.IGNORECASE)
        if match:
            rest = text if "{text}" in sentence else lowered
            fill = {"text": rest, "low": lowered, "rest": text[match.end() :].strip(), "a": article(lowered)}
            return _capital(sentence.format(**fill))
    if is_base_form(text.split(" ")[0].lower()) and " " in text and not re.match(r"\w+ (?:of|between)\b", text):
        return f"I would like to {lowered}."
    if len(text.split()) <= _MOST_OF_A_NOUN and not _FINITE.search(text):
        return f"I am writing about {_as_noun(text)}."
    return None


def _as_noun(text: str) -> str:
    """A bare noun phrase as it stands inside a sentence; the capital of a name stays."""
    first, _, rest = text.partition(" ")
    name = re.search(r"[A-Z0-9]", first[1:]) or (
        re.match(r"(?:[A-Z]|\d)", rest) and not re.match(r"\w+ (?:at|for)\b", text)
    )
    return text if name else f"{text[:1].lower()}{text[1:]}"


# In this order: the first form that fits is taken.
_FORMS = (
    (r"(?:to\s+)?(?:tell|let)\s+you\s+(?:know\s+)?(?:that\s+)?(?=(?:I|we|my|our)\b)", "{rest}."),
    (r"(?:I|my|we|our)\b", "{text}."),
    (r"you\b", "I am writing because {low}."),
    (r"because\b", "I am writing {low}."),
    (r"(?:hoping|hope)\s+to\s+", "I would like to {rest}."),
    (r"(?:hoping|hopefully,?|hope)\s+(?:that\s+)?(?=\S+ )", "I hope {rest}."),
    (r"congratulations\b|congrats\b|happy (?:birthday|anniversary)\b|all the best\b", "{text}."),
    (r"(?:wants?|hopes?|would like|looking|aims?)\s+to\s+", "I would like to {rest}."),
    (rf"(?:to\s+)?{_VERB}\b", "I would like to {low}."),
    (rf"{_QUESTION}", "I would like to understand {low}."),
    (r"(?:asking|learning|hearing|talking|meeting|exploring|comparing)\b", "I am interested in {low}."),
    (r"(?:about|regarding|concerning)\s+", "I am writing about {rest}."),
    (r"(?:advice|help|an?\s+introduction|introduction|feedback|guidance|input)\b", "I am looking for {low}."),
    (
        r"(?:your|the|this|that|these|both|same)\s+(?:(?!(?:that|which|who|whom|where|nobody|everybody|people|you|we|I|they)\b)"
        r"[^\s,;]+\s+){1,7}?(?:is|are|was|were|has|have|answers?|shows?|helped|made)\b",
        "{text}.",
    ),
    (r"(?:your|the|an?|this|that|these|both|same)\s+\S+", "I am writing about {low}."),
    (rf"{_POST}(?!s)\b", "I am considering {a} {low}."),
    (rf"{_POST}s\b", "I am considering {low}."),
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|could|would|should|may|might|must|does|did|do)\b")
_MOST_OF_A_NOUN = 10


def _capital(sentence: str) -> str:
    sentence = re.sub(r"\b(I would like to) to\b", r"\1", sentence)
    return sentence[:1].upper() + sentence[1:]


def wishes(text: str) -> bool:
    """Whether the text says what the sender wants: "to learn …", "ask how …", "how she …"."""
    return bool(re.match(rf"(?:to\s+)?{_VERB}\b|to\s|{_QUESTION}|(?:asking|learning|comparing)\b", text, re.IGNORECASE))


def sentences_of(purpose: str, contact: Contact) -> list[str]:
    """Each part of the purpose as a sentence; parts that are not understood are left out."""
    found = [reason(part, contact) for part in re.split(r"(?<=[.!?])\s+|;\s*", purpose.strip()) if part.strip()]
    return [sentence for sentence in found if sentence]
