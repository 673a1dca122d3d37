"""Puts a draft together: greeting, sentences, closing, signature; and knows where each sentence came to stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.language.conventions import (
    closing,
    formality_of,
    lower_after_greeting,
    manners,
    message_language,
    signature,
)
from drafter.models import Brief, Draft, Formality, PartName, Profile, Sentence
from drafter.writing.kinds import ONE_PARAGRAPH, WITH_SUBJECT
from drafter.writing.reader import called, greeted
from drafter.writing.voice import own_closing
from drafter.writing.voicemail import ending

# A curly quotation mark makes a text message take more than twice the room; each here is one character for one.
PLAIN_MARKS = str.maketrans("“”„«»’‘–\u202f\xa0", '"""""\'\'-  ')
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence and the ids of the facts it rests on."""

    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """What a writer contributes: paragraphs of sentences, without greeting, closing and signature."""

    subject: str | None
    message: tuple[tuple[Piece, ...], ...]
    voicemail: tuple[Piece, ...] = ()
    conversation: str | None = None


@dataclass(slots=True)
class _Page:
    """A part as it grows, with the spans of the sentences written so far."""

    part: PartName
    known: frozenset[str]
    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)

    def add(self, text: str, facts: Sequence[str] | None = None) -> None:
        start = len(self.text)
        self.text += text
        if facts is not None and text.strip():
            cited = tuple(dict.fromkeys(fact for fact in facts if fact in self.known))
            self.sentences.append(Sentence(part=self.part, start=start, end=len(self.text), facts=cited))


def assemble(brief: Brief, profile: Profile, script: Script) -> Draft:
    """The draft of a script, in the reader's language, with the spans of its sentences.

    Greeting, closing, signature, and of the voicemail its opening, the mention of the message and the number twice
    are added here, so that no writer can get them wrong.
    """
    language = message_language(brief, profile)
    known = frozenset(fact.id for fact in profile.facts)
    message = _message(brief, profile, script, language, known)
    voicemail = _voicemail(brief, profile, script, language, known)
    subject = _clean(script.subject or "") or None
    return Draft(
        subject=subject if brief.channel in WITH_SUBJECT else None,
        message=message.text.translate(PLAIN_MARKS) if brief.channel == "sms" else message.text,
        voicemail=voicemail.text or None,
        conversation=script.conversation if brief.conversation else None,
        sentences=(*message.sentences, *voicemail.sentences),
        language=language,
    )


def _message(brief: Brief, profile: Profile, script: Script, language: str, known: frozenset[str]) -> _Page:
    page = _Page("message", known)
    formality = formality_of(brief, language)
    inline = brief.channel in ONE_PARAGRAPH
    page.add(_greeting(brief, profile, language))
    paragraphs = _flat(script.message) if inline else script.message
    first = True
    for paragraph in paragraphs:
        pieces = [Piece(_clean(piece.text), piece.facts) for piece in paragraph if _clean(piece.text)]
        if pieces and page.text:
            page.add(_after_greeting(page.text, language) if first and inline else "\n\n")
        for number, piece in enumerate(pieces):
            page.add(manners(language).joint if number else "")
            opens = first and page.text.rstrip().endswith(",")
            text = lower_after_greeting(piece.text, language, inline=inline) if opens else piece.text
            page.add(text, piece.facts)
            first = False
    page.add(_ending(brief, language, formality))
    return page


def _greeting(brief: Brief, profile: Profile, language: str) -> str:
    # A text message comes from a number, so it has to say whose.
    if brief.channel == "sms" and profile.contact.name.strip():
        return called(brief, profile, language)
    return greeted(brief, profile, language)


def _after_greeting(text: str, language: str) -> str:
    return "\n" if language.startswith("ja") and not text.endswith("。") else manners(language).joint


def _ending(brief: Brief, language: str, formality: Formality) -> str:
    if brief.channel in ONE_PARAGRAPH:
        return ""
    own = own_closing(brief.sender, language) if formality != "formal" else None
    lines = [own or closing(language, formality), signature(brief.sender, brief.channel)]
    return "\n\n" + "\n".join(line for line in lines if line)


def _voicemail(brief: Brief, profile: Profile, script: Script, language: str, known: frozenset[str]) -> _Page:
    page = _Page("voicemail", known)
    pieces = [Piece(_clean(piece.text), piece.facts) for piece in script.voicemail if _clean(piece.text)]
    if not pieces:
        return page
    joint = manners(language).joint
    page.add(called(brief, profile, language))
    for piece in pieces:
        page.add(joint)
        page.add(piece.text, piece.facts)
    for sentence in ending(brief, language, [piece.text for piece in pieces]):
        page.add(joint)
        page.add(sentence, ())
    return page


def _flat(paragraphs: Iterable[Iterable[Piece]]) -> tuple[tuple[Piece, ...], ...]:
    return (tuple(piece for paragraph in paragraphs for piece in paragraph),)


def _clean(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
