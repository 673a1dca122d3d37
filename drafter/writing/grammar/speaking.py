"""The spoken parts: a voicemail of 20 to 30 seconds and a script for the conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.language.conventions import address, formality_of
from drafter.language.speech import seconds
from drafter.writing.assembly import Piece
from drafter.writing.grammar import thanking
from drafter.writing.grammar.clause import Clause
from drafter.writing.grammar.composer import Composer, is_weak, is_work_only
from drafter.writing.grammar.introducing import why
from drafter.writing.grammar.phrases import capital
from drafter.writing.grammar.plans import OF_READER, same_matter
from drafter.writing.grammar.sender import fitting_fact, office
from drafter.writing.grammar.things import trimmed
from drafter.writing.grammar.topics import wanted_person
from drafter.writing.reader import called
from drafter.writing.voicemail import SECONDS, ending

_ACQUAINTED = ("invitation_reply", "follow_up", "check_in", "reconnect", "thank_you", "introduction_request")
_CALL = re.compile(
    r"^I (?:would like|want|hope) to (?=(?:ask|hear|learn|understand|talk|discuss|compare|invite|offer|tell)\b)"
)
_NO_ASK = ("check_in", "thank_you")
_NO_FACT = ("thank_you", "invitation_reply", "introduction_request")
_FACT_SLOTS = {"check_in": "known", "reconnect": "known", "follow_up": "remind"}
_SAME = 12  # words in a row, as in voicemail.repeats_message
_SAFE = 0.5  # below the longest, since people do not read at one pace


def voicemail(composer: Composer, written: str = "") -> tuple[Piece, ...]:
    """Reason, purpose, where the details are: the fullest wording that fits into the time.

    ``written`` is the message, which a voicemail should not read out. Nobody is called to be told no.
    """
    if composer.brief.declines:
        return ()
    every = list(_candidates(composer)) or [[]]
    candidates = [pieces for pieces in every if not _reads_out(pieces, written)] or every
    lengths = [_seconds(composer, pieces) for pieces in candidates]
    shortest, longest = SECONDS[0], SECONDS[1] - _SAFE
    for pieces, length in zip(candidates, lengths, strict=True):
        if shortest <= length <= longest:
            return tuple(pieces)
    short = [number for number, length in enumerate(lengths) if length <= longest]
    best = max(short, key=lambda at: lengths[at]) if short else min(range(len(lengths)), key=lambda at: lengths[at])
    return tuple(candidates[best])


def _reads_out(pieces: list[Piece], written: str) -> bool:
    said = re.findall(r"\w+", " ".join(piece.text for piece in pieces).lower())
    words = re.findall(r"\w+", written.lower())
    known = {tuple(words[at : at + _SAME]) for at in range(len(words) - _SAME + 1)}
    return any(tuple(said[at : at + _SAME]) in known for at in range(len(said) - _SAME + 1))


def _seconds(composer: Composer, pieces: list[Piece]) -> float:
    texts = [piece.text for piece in pieces]
    brief, language = composer.brief, composer.language
    whole = [called(brief, composer.profile, language), *texts, *ending(brief, language, texts)]
    return seconds(" ".join(whole), language)


def _candidates(composer: Composer) -> Iterator[list[Piece]]:
    """From the fullest to the barest."""
    message = _message_word(composer)
    details = composer.spoken.one("details", message=message)
    quiet = composer.brief.kind in (*_NO_ASK, "introduction_request")
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
    """Reason with purpose, the fullest first; the fact is the last thing to go."""
    purpose = _wishes(composer)
    if composer.brief.kind == "thank_you":
        purpose = thanking.spoken(composer)
        if composer.chooser.all("calling_thank_you_for"):
            yield from (purpose, purpose[:1])
            return
    wish = next(iter(composer.wishes), "")
    called = [Piece(_called(wish))] if wish and "“" not in wish and composer.language == "en" else []
    briefly = [Piece(_called(_first_part(wish)))] if called else []
    if composer.brief.kind == "introduction_request":
        reason = why(composer)
        purpose, called = [reason] if reason else [], []
    if composer.brief.kind in _ACQUAINTED:
        yield from _to_a_known_person(composer, purpose, called, briefly, list(_facts(composer)))
        return
    for clause in _telling(composer):
        for short in dict.fromkeys((clause, replace(clause, text=trimmed(clause.text)))):
            reason, fact = (composer.hook(slot, short, composer.spoken) for slot in ("calling", "plain"))
            yield from ([reason, *purpose[:most]] for most in (3, 1) if reason)
            if called and fact:
                yield [*called, fact]
    yield from ([reason] for reason in _reasons(composer) if reason)
    asked = [
        composer.spoken.one("calling_question", question=text[:1].lower() + text[1:]) for text in composer.questions
    ]
    yield from ([Piece(text)] for text in asked[:1] if text)
    yield from (one for one in (called, briefly, purpose[:1]) if one)


def _wishes(composer: Composer) -> list[Piece]:
    """The purpose; for somebody known also the first part of its first sentence."""
    # What is said of the reader is no purpose of a call: the facts tell it as its reason.
    wishes = [text for text in composer.wishes if "“" not in text and not text.startswith("I am writing")]
    acquainted = composer.brief.kind in _ACQUAINTED
    purpose = [Piece(text) for text in wishes if acquainted or not OF_READER.match(text)]
    if purpose and acquainted:
        purpose.append(Piece(_first_part(purpose[0].text)))
    return purpose


def _distinct(purpose: list[Piece]) -> list[Piece]:
    """The purpose whole, then its first part."""
    return list(dict.fromkeys((*purpose[:1], *purpose[-1:])))


def _to_a_known_person(
    composer: Composer, purpose: list[Piece], called: list[Piece], briefly: list[Piece], facts: list[Piece]
) -> Iterator[list[Piece]]:
    """Why I call first; what both know of each other with it, as long as there is time."""
    reasons = [[Piece(text)] for text in _callings(composer) if text]
    for reason in reasons:
        yield from ([*reason, fact, one] for one in _distinct(purpose) for fact in facts)
    if called:
        yield from ([*called, fact] for fact in facts if not same_matter(called[0], fact))
    for reason in reasons:
        yield from ([*reason, one] for one in _distinct(purpose))
        yield from ([*reason, fact] for fact in facts)
    if called:
        yield called
        yield briefly
    yield from reasons


def _first_part(text: str) -> str:
    """News without what follows an "and": the message has the rest."""
    match = re.match(r"(?P<part>(?:\S+ ){4,}?\S+?)(?::|,? (?:and|so that|because|und|et|y)) ", text)
    return f"{match['part']}." if match and "?" not in text else text


def _facts(composer: Composer) -> Iterator[Piece]:
    """The best facts as sentences of their own, whole and without explanations."""
    slot = _FACT_SLOTS.get(composer.brief.kind, "plain")
    if composer.brief.kind in _NO_FACT:
        return
    for clause in _telling(composer):
        for text in dict.fromkeys((clause.text, trimmed(clause.text))):
            if fact := composer.hook(slot, replace(clause, text=text), composer.spoken):
                yield fact


def _telling(composer: Composer) -> list[Clause]:
    """The best clauses that have to do with the matter; a mere title only where there is nothing else."""
    fitting = [clause for clause in composer.clauses if composer.fits(clause)][:3]
    telling = [clause for clause in fitting if not is_weak(clause.form, clause.text)]
    barest = fitting[:1] if not composer.wishes else [clause for clause in fitting[:1] if not is_work_only(clause)]
    return telling or barest


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


def _callings(composer: Composer) -> Iterator[str | None]:
    """The reason of a call to somebody who knows the sender."""
    kind, profile = composer.brief.kind, composer.profile
    if kind == "introduction_request":
        target = wanted_person(composer.brief.purpose, composer.brief.mutual, profile.contact.name)
        yield composer.spoken.one("calling_introduction_to", target=target) if target else None
    if kind == "invitation_reply":
        slot = "calling_accepted" if composer.brief.reply == "accept" else "calling_invitation"
        yield composer.spoken.one(f"{slot}_org", org=profile.organization.name) if profile.organization else None
        yield composer.spoken.one(slot)
    yield composer.spoken.one(f"calling_{kind}", message=_message_word(composer))


def _reasons(composer: Composer) -> Iterator[Piece | None]:
    for clause in _telling(composer):
        for text in dict.fromkeys((clause.text, trimmed(clause.text))):
            yield composer.hook("calling", replace(clause, text=text), composer.spoken)


def conversation(composer: Composer) -> str:
    """Opening, purpose in one sentence, three questions only this person can answer, an offer, the close."""
    words = composer.chooser.phrases.words
    headings = words["conv_headings"].split("|")
    formality = formality_of(composer.brief, composer.language)
    name = address(composer.profile.contact, composer.language, formality)
    purpose = _called(" ".join(composer.wishes[:1] or composer.questions[:1]) or composer.brief.purpose)
    parts = (
        composer.spoken.one("conv_opening", name=name) or "",
        purpose,
        "\n".join(f"{number}. {text}" for number, text in enumerate(_questions(composer), start=1)),
        _offer(composer),
        composer.spoken.one("conv_close") or "",
    )
    return "\n\n".join(f"{heading}\n{text}" for heading, text in zip(headings, parts, strict=True) if text)


def _offer(composer: Composer) -> str:
    """What the sender can give in return, out of what is known of the sender."""
    sender, language = composer.brief.sender, composer.language
    fact = fitting_fact(composer.brief, far=True) if language == "en" else None
    role = office(sender, language)
    texts = (
        fact and composer.spoken.one("conv_offer_fact", fact=fact),
        role and sender.organization and _by_role(composer, role, sender.organization),
        composer.spoken.one("conv_offer"),
    )
    return next((text for text in texts if text), "")


def _by_role(composer: Composer, role: str, organization: str) -> str | None:
    return composer.spoken.one("conv_offer_role", role=role, organization=organization)


def _brief(clause: str) -> str:
    """A clause short enough not to be the message's own: cut before a place, a purpose or an explanation."""
    clause = re.sub(r"^(?:in|since|on|at) (?:\S+ ){1,3}(?=you )", "", clause)
    if len(clause.split()) < _SAME - 1:
        return clause
    found = re.match(r"(?:\S+ ){4,9}\S+(?= (?:about|at|in|on|with|for|that|which|who|where|by|after|before) )", clause)
    return found.group() if found else clause


def _questions(composer: Composer) -> list[str]:
    """Three questions: what the sender came for, then what lies behind single facts."""
    found = []
    if composer.wondered and (first := composer.spoken.one("conv_question_purpose", clause=composer.wondered)):
        found.append(first)
    best = composer.clauses[:3]
    clauses = [clause for clause in best if not is_weak(clause.form, clause.text)] or best[:1]
    for number in range(2 * len(clauses)):
        clause = clauses[number % len(clauses)]
        slots = composer.chooser.phrases.slots
        options = slots.get(f"conv_question_{clause.form}") or slots["conv_question_quote"]
        text = capital(_brief(trimmed(clause.text)))
        found.append(options[number % len(options)].format(You=text, Third=text, Noun=text, quote=clause.text))
    return list(dict.fromkeys(found))[:3]
