"""The spoken parts: a voicemail of 20 to 30 seconds and a script for the conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.conventions import address, formality_of
from drafter.language.speech import seconds
from drafter.writing.assembly import Piece
from drafter.writing.grammar.composer import Composer
from drafter.writing.grammar.plans import thanks
from drafter.writing.voicemail import SECONDS, ending, opening

_ACQUAINTED = ("invitation_reply", "follow_up", "check_in", "reconnect", "thank_you", "introduction_request")
_CALL = re.compile(r"^I (?:would like|want|hope) to (?=(?:ask|hear|talk|discuss|compare|invite|offer|tell)\b)")
_NO_ASK = ("check_in", "thank_you")
_SAFE = 1.0  # below the longest, since people do not read at one pace


def voicemail(composer: Composer) -> tuple[Piece, ...]:
    """Reason, purpose, where the details are: the fullest wording that fits into the time."""
    candidates = list(_candidates(composer))
    lengths = [_seconds(composer, pieces) for pieces in candidates]
    shortest, longest = SECONDS[0], SECONDS[1] - _SAFE
    for pieces, length in zip(candidates, lengths, strict=True):
        if shortest <= length <= longest:
            return tuple(pieces)
    short = [number for number, length in enumerate(lengths) if length <= longest]
    best = max(short, key=lambda at: lengths[at]) if short else min(range(len(lengths)), key=lambda at: lengths[at])
    return tuple(candidates[best])


def _seconds(composer: Composer, pieces: list[Piece]) -> float:
    texts = [piece.text for piece in pieces]
    brief, language = composer.brief, composer.language
    whole = [opening(composer.profile.contact, brief, language), *texts, *ending(brief, language, texts)]
    return seconds(" ".join(whole), language)


def _candidates(composer: Composer) -> Iterator[list[Piece]]:
    """From the fullest to the barest."""
    message = _message_word(composer)
    details = composer.spoken.one("details", message=message)
    quiet = composer.brief.kind in _NO_ASK or composer.brief.reply == "decline"
    short = min(composer.spoken.all("details"), key=len).format(message=message)
    ask = None if quiet else composer.spoken.one("voicemail_ask")
    easy = None if quiet else composer.spoken.one("voicemail_easy")
    ends = [
        [text for text in end if text]
        for end in ((details, ask, easy), (details, ask), (details, easy), (details,), (short,), ())
    ]
    for first in _beginnings(composer):
        for end in ends:
            yield [*first, *(Piece(text) for text in end)]


def _beginnings(composer: Composer) -> Iterator[list[Piece]]:
    purpose = [Piece(text) for text in composer.purposes if "“" not in text]
    reasons = [[reason] for reason in _reasons(composer) if reason] or [[]]
    if composer.brief.kind == "thank_you":
        purpose = thanks(composer)
    by_purpose = [[Piece(_called(purpose[0].text))]] if purpose and composer.language == "en" else []
    yield from ([*reason, *purpose] for reason in reasons)
    yield from ([*reason, *purpose[:1]] for reason in reasons)
    facts = [fact for clause in composer.clauses[:3] if (fact := composer.hook("short", clause, composer.spoken))]
    if by_purpose and composer.brief.kind not in _ACQUAINTED:
        yield from ([*by_purpose[0], fact] for fact in facts)
    yield from by_purpose
    yield from reasons


def _called(text: str) -> str:
    """The purpose as the reason of a call: "I would like to ask how …" as "I am calling to ask how …"."""
    if _CALL.match(text):
        return _CALL.sub("I am calling to ", text)
    text = re.sub(r"^I am writing\b", "I am calling", text)
    if text.startswith("I am calling") or not re.match(r"(?:I|We|Our|My)\b", text):
        return text
    return "I am calling because " + (text if re.match(r"I\b", text) else text[:1].lower() + text[1:])


def _message_word(composer: Composer) -> str:
    words = composer.chooser.phrases.words
    return words.get(f"message_{composer.brief.channel}", words["message_linkedin"])


def _reasons(composer: Composer) -> Iterator[Piece | None]:
    kind = composer.brief.kind
    if kind in _ACQUAINTED:
        text = composer.spoken.one(f"calling_{kind}", message=_message_word(composer))
        yield Piece(text) if text else None
        return
    for clause in composer.clauses[:3]:
        yield composer.hook("calling", clause, composer.spoken)
    if not composer.clauses:
        yield None


def conversation(composer: Composer) -> str:
    """Opening, purpose in one sentence, three questions only this person can answer, an offer, the close."""
    words = composer.chooser.phrases.words
    headings = words["conv_headings"].split("|")
    formality = formality_of(composer.brief, composer.language)
    name = address(composer.profile.contact, composer.language, formality)
    purpose = " ".join(composer.purposes[:1]) or composer.brief.purpose
    parts = (
        composer.spoken.one("conv_opening", name=name) or "",
        purpose,
        "\n".join(f"{number}. {text}" for number, text in enumerate(_questions(composer), start=1)),
        composer.spoken.one("conv_offer") or "",
        composer.spoken.one("conv_close") or "",
    )
    return "\n\n".join(f"{heading}\n{text}" for heading, text in zip(headings, parts, strict=True) if text)


def _questions(composer: Composer) -> list[str]:
    found: list[str] = []
    clauses = composer.clauses[:3]
    while clauses and len(clauses) < 3:
        clauses = [*clauses, clauses[0]]
    for number, clause in enumerate(clauses):
        slots = composer.chooser.phrases.slots
        options = slots.get(f"conv_question_{clause.form}") or slots["conv_question_quote"]
        text = clause.text[:1].upper() + clause.text[1:]
        found.append(options[number % len(options)].format(You=text, Third=text, Noun=text, quote=clause.text))
    return found
