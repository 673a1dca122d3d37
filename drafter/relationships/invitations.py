"""Received invitations and the few personal notes one may send with one's own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from drafter.errors import InputError
from drafter.storage import Entry, Person, Touch
from drafter.storage.keys import invitation_key, key
from drafter.writing.invitations import is_stock_invitation

if TYPE_CHECKING:
    from drafter.storage.people import People

# A free account may add a personal note to about five invitations a month.
FREE_NOTES_A_MONTH = 5

_GREETING = re.compile(r"^\s*(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|hola)\b[^,!\n]{0,40}[,!\n]", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_POLITE = re.compile(
    r"^(?:thanks?(?: you)?(?: so much| very much)?|best(?: regards| wishes)?|kind regards|regards|cheers|sincerely|mfg|"
    r"viele grüße|cordialement|saludos)\b[\s,!.]*[\w .'-]{0,30}$",
    re.IGNORECASE,
)

QUESTIONS = ("How did you come across me?", "How do you think we might help each other?")


@dataclass(frozen=True, slots=True)
class Invitation:
    """What was made of a received invitation: ``boilerplate`` or personal, and what to do with it."""

    text: str
    boilerplate: bool
    personal_sentences: tuple[str, ...]
    advice: str


def judge_invitation(text: str) -> Invitation:
    """Whether an invitation says anything to this reader, and what to do.

    An empty text is the platform's bare invitation and counts as boilerplate.
    """
    body = _GREETING.sub("", text.strip())
    sentences = [found.group().strip() for found in _SENTENCE.finditer(body) if found.group().strip()]
    boilerplate = all(_says_nothing(sentence) for sentence in sentences) or is_stock_invitation(text)
    personal = () if boilerplate else tuple(sentence for sentence in sentences if not _says_nothing(sentence))
    if boilerplate:
        advice = f"Answer before you accept, and ask: {' '.join(QUESTIONS)} Accept when the answer is about you."
    else:
        advice = "It is written to you: answer what it says, then accept or decline."
    return Invitation(text, boilerplate, personal, advice)


def _says_nothing(sentence: str) -> bool:
    plain = sentence.strip(" .,!?\n")
    return len(plain.split()) <= 1 or bool(_POLITE.match(plain)) or is_stock_invitation(sentence)


def notes_left(touches: Iterable[Touch], *, today: datetime.date, quota: int = FREE_NOTES_A_MONTH) -> int:
    """How many personal invitation notes are left this calendar month."""
    used = sum(
        touch.kind == "sent"
        and touch.channel == "linkedin_invitation"
        and (touch.on.year, touch.on.month) == (today.year, today.month)
        for touch in touches
    )
    return max(0, quota - used)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a personal note could go to, and how well it is prepared.

    ``facts`` counts what is known of them, ``drafted`` the part of it that stands in the profile of a draft.
    """

    person: Person
    facts: int
    reason: str | None
    drafted: int = 0


def spend_notes(candidates: Sequence[Candidate], left: int) -> tuple[Candidate, ...]:
    """Those on whom the remaining notes are best spent: a reason first, then the best prepared."""
    ranked = sorted(candidates, key=lambda c: (not (c.reason or "").strip(), -c.facts, c.person.name))
    return tuple(candidate for candidate in ranked if candidate.facts > 0)[:left]


State = Literal["asked", "answered", "accepted", "declined"]
_KIND = "invitation"


@dataclass(frozen=True, slots=True)
class Received:
    """An invitation kept in mind: from whom, since when, and how far it is."""

    name: str
    on: datetime.date
    boilerplate: bool
    state: State
    text: str = ""


def keep_invitation(people: People, name: str, text: str, *, on: datetime.date) -> Received:
    """Keep a received invitation until it is answered; the same person's earlier one is replaced.

    Raises:
        InputError: when no name is given.
    """
    if not key(name):
        raise InputError("say whom the invitation is from: --from NAME")
    found = judge_invitation(text)
    document = {"name": name, "text": text, "boilerplate": found.boilerplate, "on": on.isoformat(), "state": "asked"}
    people.put(Entry(kind=_KIND, key=invitation_key(name), document=document))
    return Received(name, on, found.boilerplate, "asked", text)


def settle_invitation(people: People, name: str, state: State) -> Received:
    """Note that an invitation was accepted or declined, answered without either, or ("asked") waits for an answer.

    Raises:
        InputError: when none from this person is kept.
    """
    entry = people.entry(invitation_key(name))
    if entry is None:
        raise InputError(f"no invitation from {name!r} is kept; `drafter contacts invitations` shows them")
    people.revise(entry.id, entry.document | {"state": state}, version=entry.version)
    return _received(entry.document | {"state": state})


def invitations(people: People) -> tuple[Received, ...]:
    """All invitations that are kept, the oldest unanswered first."""
    found = [_received(entry.document) for entry in people.entries(_KIND)]
    return tuple(sorted(found, key=lambda one: (one.state != "asked", one.on, one.name)))


def _received(document: Mapping[str, Any]) -> Received:
    on = datetime.date.fromisoformat(document["on"])
    return Received(document["name"], on, document["boilerplate"], document["state"], document["text"])
