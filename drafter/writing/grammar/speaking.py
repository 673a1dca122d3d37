"""The spoken parts: a voicemail of 20 to 30 seconds and a script for the conversation."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.conventions import address, formality_of
from drafter.language.speech import seconds
from drafter.writing.assembly import Piece
from drafter.writing.grammar.composer import Composer
from drafter.writing.voicemail import SECONDS, ending, opening

_ACQUAINTED = ("invitation_reply", "follow_up", "check_in", "reconnect", "thank_you", "introduction_request")
_NO_ASK = ("check_in", "thank_you")
_SAFE = 1.0  # below the longest, since people do not read at one pace


def voicemail(composer: Composer) -> tuple[Piece, ...]:
    """Reason, purpose, where the details are; as much of it as fits into the time."""
    candidates: list[list[Piece]] = list(_candidates(composer))
    fitting = [pieces for pieces in candidates if _seconds(composer, pieces) <= SECONDS[1] - _SAFE]

    def fullness(pieces: list[Piece]) -> float:
        return min(_seconds(composer, pieces), SECONDS[0]) * 100 + len(pieces)

    def length(pieces: list[Piece]) -> float:
        return _seconds(composer, pieces)

    chosen: list[Piece] = max(fitting, key=fullness) if fitting else min(candidates, key=length)
    return tuple(chosen)


def _seconds(composer: Composer, pieces: list[Piece]) -> float:
    texts = [piece.text for piece in pieces]
    brief, language = composer.brief, composer.language
    whole = [opening(composer.profile.contact, brief, language), *texts, *ending(brief, language, texts)]
    return seconds(" ".join(whole), language)


def _candidates(composer: Composer) -> Iterator[list[Piece]]:
    """From the fullest to the barest."""
    message = _message_word(composer)
    details = composer.spoken.one("details", message=message)
    ask = None if composer.brief.kind in _NO_ASK else composer.spoken.one("voicemail_ask")
    easy = None if composer.brief.kind in _NO_ASK else composer.spoken.one("voicemail_easy")
    ends = [
        [text for text in end if text] for end in ((details, ask, easy), (details, ask), (details, easy), (details,))
    ]
    purpose = [Piece(text) for text in composer.purposes if "“" not in text]
    for reason in _reasons(composer):
        first = [reason] if reason else []
        for middle in (purpose, purpose[:1], []):
            for end in ends:
                yield [*first, *middle, *(Piece(text) for text in end)]


def _message_word(composer: Composer) -> str:
    words = composer.chooser.phrases.words
    return words.get(f"message_{composer.brief.channel}", words["message_linkedin"])


def _reasons(composer: Composer) -> Iterator[Piece | None]:
    kind = composer.brief.kind
    if kind in _ACQUAINTED:
        text = composer.spoken.one(f"calling_{kind}")
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
