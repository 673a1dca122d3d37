"""A language model reads the notes and proposes facts; code finds each quote in its note or rejects the proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from drafter.errors import ModelError
from drafter.language.contact_details import find, redact
from drafter.language.injection import addresses_a_model
from drafter.language.names import looks_like_person, similarity
from drafter.llm.prompts import load_prompt
from drafter.llm.protocol import Request
from drafter.models import FactKind, Note, Rejected, Usage
from drafter.profile.candidates import Candidate
from drafter.profile.evidence import locate
from drafter.profile.freshness import date_of
from drafter.profile.people import SAME
from drafter.profile.units import Unit

if TYPE_CHECKING:
    from drafter.llm.protocol import LanguageModel

LONGEST_QUOTE = 450
MOST_PIECES = 40
_CHARACTERS_A_TOKEN = 3
_WORKERS = 4
_PROMPT = "extract"
# What a verified proposal is worth before ranking: a model has judged it telling already.
_SUBSTANCE = 2.8


class ProposedFact(BaseModel):
    """One fact as the model proposes it."""

    model_config = ConfigDict(extra="forbid")

    statement: str
    quote: str
    note: str
    about: Literal["person", "organization"]
    kind: FactKind
    date: str | None
    subject: str | None


class ProposedFacts(BaseModel):
    """The model's whole answer for one piece of the notes."""

    model_config = ConfigDict(extra="forbid")

    facts: list[ProposedFact]


@dataclass(frozen=True, slots=True)
class ModelReading:
    """What came of it: verified candidates, rejected proposals, usage, and what went wrong."""

    candidates: tuple[Candidate, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    usage: Usage = field(default_factory=Usage)
    warnings: tuple[str, ...] = ()


def read_with(
    model: LanguageModel,
    notes: Sequence[Note],
    *,
    contact: str,
    organization: str | None,
    reading_tokens: int,
    timeout: float,
) -> ModelReading:
    """Read all notes with the model, in pieces that fit ``reading_tokens``; a piece that fails costs only itself."""
    import time

    pieces = list(_pieces(notes, reading_tokens * _CHARACTERS_A_TOKEN))
    warnings = []
    if len(pieces) > MOST_PIECES:
        warnings.append(f"the notes are long: the model read the first {MOST_PIECES} of {len(pieces)} pieces")
        pieces = pieces[:MOST_PIECES]
    system = load_prompt(_PROMPT).render(contact=redact(contact), organization=redact(organization or "not stated"))
    requests = [Request(system, user, ProposedFacts, _PROMPT, max_tokens=4000) for user in pieces]
    deadline = time.monotonic() + timeout

    def ask(request: Request) -> tuple[list[ProposedFact], Usage, str | None]:
        try:
            reply = model.complete(request, deadline=deadline)
        except ModelError as error:
            return [], Usage(), f"the model could not read a part of the notes: {error}"
        value = reply.value
        return (value.facts if isinstance(value, ProposedFacts) else []), reply.usage, None

    if len(requests) == 1:
        # Most notes are one piece; a thread for it would only have to be waited for.
        answers = [ask(requests[0])]
    else:
        with ThreadPoolExecutor(max_workers=_WORKERS) as pool:
            answers = list(pool.map(ask, requests))
    usage = Usage()
    for _, used, _ in answers:
        usage += used
    warnings += dict.fromkeys(problem for _, _, problem in answers if problem)
    proposals = [proposal for found, _, _ in answers for proposal in found]
    candidates, rejected = _judged(proposals, {note.id: note for note in notes}, contact)
    return ModelReading(tuple(candidates), tuple(rejected), usage, tuple(warnings))


def reading_prompt() -> str:
    """The name and digest of the prompt that notes are read with."""
    return load_prompt(_PROMPT).digest


def _pieces(notes: Sequence[Note], characters: int) -> Iterator[str]:
    """Requests of at most ``characters``, several short notes in one, a long one cut between blocks."""
    held: list[str] = []
    size = 0
    for note in notes:
        for text in _cut(redact(_for_people(note)), characters):
            fenced = f'<note id="{note.id}" kind="{note.kind}">\n{_unfenced(text)}\n</note>'
            if held and size + len(fenced) > characters:
                yield "\n\n".join(held)
                held, size = [], 0
            held.append(fenced)
            size += len(fenced)
    if held:
        yield "\n\n".join(held)


def _for_people(note: Note) -> str:
    """The note's text without the lines that address a model."""
    return "\n".join(line for line in note.text.split("\n") if not addresses_a_model(line))


def _unfenced(text: str) -> str:
    """The text, unable to close the fence it stands in."""
    return text.replace("<note", "‹note").replace("</note", "‹/note")


def _cut(text: str, characters: int) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = min(len(text), start + characters)
        if end < len(text):
            breaks = [text.rfind(mark, start + characters // 2, end) for mark in ("\n\n", "\n", ". ", "。", " ")]
            end = next((place + 1 for place in breaks if place > 0), end)
        if text[start:end].strip():
            yield text[start:end].strip("\n")
        start = end


def _judged(
    proposals: Sequence[ProposedFact], notes: dict[str, Note], contact: str
) -> tuple[list[Candidate], list[Rejected]]:
    candidates: list[Candidate] = []
    rejected: list[Rejected] = []
    for number, proposal in enumerate(proposals):
        outcome = _verified(proposal, notes, contact, number)
        if isinstance(outcome, Candidate):
            candidates.append(outcome)
        else:
            note = proposal.note if proposal.note in notes else None
            rejected.append(Rejected(statement=proposal.statement, quote=proposal.quote, reason=outcome, note=note))
    return candidates, rejected


def _verified(proposal: ProposedFact, notes: dict[str, Note], contact: str, number: int) -> Candidate | str:
    """The proposal as a candidate, or the reason why it is none."""
    fault = _fault(proposal)
    if fault:
        return fault
    place = _place(proposal, notes)
    if place is None:
        return "the quote is not in the note"
    note, start, end = place
    quote = note.text[start:end]
    if any(detail.text for detail in find(quote)):
        return "the quote holds contact details"
    subject = proposal.subject
    if subject is not None and similarity(subject, contact) >= SAME:
        subject = None
    if subject is not None and not looks_like_person(subject):
        subject = None
    stated = proposal.date if proposal.date and _dates_within(proposal.date, quote) else None
    unit = Unit(note.id, start, end, quote, "paragraph", _heading_above(note, start))
    return Candidate(
        unit,
        start,
        end,
        " ".join(proposal.statement.split()),
        proposal.kind,
        proposal.about,
        subject,
        date=stated or date_of(quote),
        substance=_SUBSTANCE,
        position=number,
    )


def _fault(proposal: ProposedFact) -> str | None:
    if not proposal.quote.strip() or not proposal.statement.strip():
        return "the quote or the statement is empty"
    if len(proposal.quote) > LONGEST_QUOTE:
        return f"the quote is longer than {LONGEST_QUOTE} characters"
    if len([char for char in proposal.quote if char.isalnum()]) < 3:
        return "the quote is too short to prove anything"
    if addresses_a_model(proposal.quote) or addresses_a_model(proposal.statement):
        return "the text addresses a language model"
    if invented := _unproven_numbers(proposal):
        return f"the statement has {invented}, which the quote has not"
    return None


def _unproven_numbers(proposal: ProposedFact) -> str | None:
    """A number of the statement that the quote lacks: the cheapest sign of an invented detail."""
    import re

    def digits(text: str) -> set[str]:
        return {re.sub(r"\D", "", found) for found in re.findall(r"\d[\d.,]*", text)}

    return next(iter(sorted(digits(proposal.statement) - digits(proposal.quote) - {""})), None)


def _place(proposal: ProposedFact, notes: dict[str, Note]) -> tuple[Note, int, int] | None:
    """Where the quote stands: in the note named, else in another one."""
    named = notes.get(proposal.note)
    for note in ([named] if named else []) + [note for note in notes.values() if note is not named]:
        found = locate(proposal.quote, note.text)
        if found is not None:
            return note, *found
    return None


def _dates_within(date: str, quote: str) -> bool:
    import re

    return all(year in quote for year in re.findall(r"\d{4}", date)) and bool(re.search(r"\d{4}", date))


def _heading_above(note: Note, start: int) -> str | None:
    above = [block for block in note.blocks if block.kind == "heading" and block.end <= start]
    return note.text[above[-1].start : above[-1].end] if above else None
