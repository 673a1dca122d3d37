"""Writes without a model: plain, true and short, from small grammars."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.conventions import message_language
from drafter.models import Draft, Fact, Finding, Report
from drafter.writing._writer import Task, Written
from drafter.writing.assembly import Piece, Script, assemble
from drafter.writing.grammar.composer import Composer, Options
from drafter.writing.grammar.noticing import SHORTEST, noticed, wants_shorter
from drafter.writing.grammar.phrases import LANGUAGES
from drafter.writing.grammar.plans import paragraphs
from drafter.writing.grammar.speaking import conversation, voicemail
from drafter.writing.grammar.subjects import subject
from drafter.writing.kinds import CHANNEL_CHARACTERS, KINDS
from drafter.writing.voice import contracted, contracts

_SHORTER = ("length.", "clarity.", "voicemail.long", "format.")


class OfflineWriter:
    """Composes drafts from facts and brief; the same input always gives the same draft.

    It writes English, German, French, Spanish and Japanese, politely; for a reader of another language it writes the
    sender's, else English.
    """

    def write(self, task: Task) -> Written:
        """A first draft."""
        draft = _compose(task, Options())
        if not wants_shorter(task.brief.instruction):
            return _written(task, draft)
        shorter = _compose(task, Options(short=True))
        told = () if len(shorter.message) < len(draft.message) else (SHORTEST,)
        return _written(task, shorter, *told)

    def rewrite(self, task: Task, draft: Draft, report: Report) -> Written:
        """The next way to write it that mends what was found; the same draft when there is none."""
        tried = {draft.message}
        for options in _mends(task, draft, report):
            again = _compose(task, options)
            if again.message not in tried or again.voicemail != draft.voicemail:
                return _written(task, again)
        return _written(task, draft)


def _written(task: Task, draft: Draft, *told: str) -> Written:
    return Written(draft, warnings=(*told, *noticed(task, draft, _language(task))))


def _compose(task: Task, options: Options) -> Draft:
    fitting: Draft | None = None
    for candidate in _until_it_fits(task, options):
        fitting = candidate
        if len(candidate.message) <= CHANNEL_CHARACTERS[task.brief.channel]:
            return candidate
    if fitting is None:
        raise AssertionError("there is always a first candidate")
    return fitting


def _until_it_fits(task: Task, options: Options) -> Iterator[Draft]:
    """The draft, then shorter ones, then those on other facts, the shortest last."""
    yield _draft(task, options)
    without = options.without
    for fact in (None, *task.facts):
        if fact:
            without = without | {fact.id}
        yield _draft(task, Options(options.shift, short=False, without=without))
        for shift in range(3):
            yield _draft(task, Options(options.shift + shift, short=True, without=without))


def _draft(task: Task, options: Options) -> Draft:
    language = _language(task)
    brief = task.brief.model_copy(update={"language": language})
    if language != "en" and brief.formality != "formal":
        brief = brief.model_copy(update={"formality": "formal" if language == "ja" else "neutral"})
    composer = Composer(brief, task.profile, _facts(task), language, options)
    message = tuple(tuple(paragraph) for paragraph in paragraphs(composer))
    if language == "en" and brief.formality != "formal" and contracts(brief.sender):
        # What rests on a fact keeps the words of its source.
        message = tuple(
            tuple(piece if piece.facts else Piece(contracted(piece.text)) for piece in paragraph)
            for paragraph in message
        )
    script = Script(
        subject=subject(composer),
        message=message,
        voicemail=voicemail(composer, " ".join(piece.text for paragraph in message for piece in paragraph)),
        conversation=conversation(composer) if brief.conversation else None,
    )
    return assemble(brief, task.profile, script)


def _facts(task: Task) -> tuple[Fact, ...]:
    return task.facts


def _language(task: Task) -> str:
    for language in (message_language(task.brief, task.profile), task.brief.sender.language or "en"):
        code = language.lower().split("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def _mends(task: Task, draft: Draft, report: Report) -> Iterator[Options]:
    serious = [finding for finding in report.findings if finding.severity != "hint"]
    long = any(finding.rule.startswith(_SHORTER) for finding in serious)
    words = len(draft.message.split()) > KINDS[task.brief.kind].words(task.brief.channel)
    doubted = frozenset(fact for finding in serious for fact in _cited(draft, finding))
    if long or words:
        yield Options(short=True)
    if doubted:
        yield Options(without=doubted)
        yield Options(short=True, without=doubted)
    yield Options(shift=1)
    yield Options(shift=2, short=True)


def _cited(draft: Draft, finding: Finding) -> tuple[str, ...]:
    """The facts cited where a finding about the facts stands."""
    if not finding.rule.startswith(("facts.", "privacy.", "placeholder.", "format.")):
        return ()
    return tuple(
        fact
        for sentence in draft.sentences
        if sentence.part == finding.part and sentence.start <= finding.start < max(sentence.end, sentence.start + 1)
        for fact in sentence.facts
    )
